"""`deliveries`: lists deliveries and their states; `--resume` goes on with them, and a person decides about one that asks."""

from __future__ import annotations

import argparse

from composer.cli.answers import (
    SENT_SOMEHOW,
    delivery_json,
    delivery_line,
    exit_status,
    mode_of,
    tell_what_is_wrong,
)
from composer.cli.output import print_json, print_line, tell
from composer.domain.delivery import Delivery, DeliveryState, LookUp
from composer.paths import HomePaths
from composer.services.by_hand import mark
from composer.services.core import Services
from composer.services.page_memory import asks_beside
from composer.services.stopped_mail import go_on_with_stopped

ASKING = frozenset({DeliveryState.UNKNOWN, DeliveryState.STALE, DeliveryState.FAILED})
"""The states in which nothing more happens without a person."""

_FINE = SENT_SOMEHOW | {DeliveryState.CANCELLED}


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """List all deliveries, the newest last; 3 where one of them failed, waits, is stale or unknown, or was refused by some."""
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        _decide(services, options)
        if options.resume:
            services.resume()
            go_on_with_stopped(services)
        deliveries = services.record.deliveries()
        if options.json:
            print_json({"deliveries": [delivery_json(services, one) for one in deliveries]})
        else:
            for delivery in deliveries:
                print_line(
                    f"{delivery.created_at:%Y-%m-%d %H:%M:%S} UTC  {delivery_line(services, delivery)}"
                )
                if delivery.state in ASKING:
                    print_line(f"    {_asks(services, delivery)}")
            if not deliveries:
                print_line("There are no deliveries yet.")
        return exit_status(services, deliveries, _FINE)


def _decide(services: Services, options: argparse.Namespace) -> None:
    """What a person says about one delivery. One that may have arrived is sent again only after a look-up, whose answer is told first."""
    if options.send_again is not None:
        before = services.record.delivery(options.send_again)
        if before.state is DeliveryState.UNKNOWN and before.looked_up is not None:
            tell(f"incident-composer: {_looked_up(before)}. It is sent again because you say so.")
        again = services.send_again(before.id)
        services.outbox.recover()
        services.outbox.carry_out([again.publish_id])
    elif options.by_hand is not None:
        mark(services, options.by_hand, url=options.url)
    elif options.let_be is not None:
        services.let_be(options.let_be)


def _asks(services: Services, delivery: Delivery) -> str:
    """What a person can do about it, and what the last look-up said."""
    ways = "--send-again, --by-hand or --let-be"
    if asks_beside(services.record, delivery):
        return f"{delivery.id}: take-over --into {delivery.incident_id} adopts what runs there, and --send-again then adds to it; else {ways}"
    if delivery.state is not DeliveryState.UNKNOWN:
        return f"{delivery.id}: {ways}"
    if delivery.looked_up is None:
        return f"{delivery.id}: look it up with --resume"
    return f"{delivery.id}: {_looked_up(delivery)}; {ways}"


def _looked_up(delivery: Delivery) -> str:
    at = delivery.looked_up_at
    when = "" if at is None else f" at {at:%H:%M} UTC"
    said = "it was not there" if delivery.looked_up is LookUp.NOT_FOUND else "it can't be told"
    return f"Asked{when} whether it arrived: {said}"
