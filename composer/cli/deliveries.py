"""`deliveries`: lists deliveries and their states; `--resume` goes on with them."""

from __future__ import annotations

import argparse

from composer.cli.answers import (
    SENT_SOMEHOW,
    delivery_json,
    delivery_line,
    exit_status,
    mode_of,
    tell_problems,
)
from composer.cli.output import print_json, print_line
from composer.domain.delivery import DeliveryState
from composer.paths import HomePaths
from composer.services.core import Services

_FINE = SENT_SOMEHOW | {DeliveryState.CANCELLED}


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """List all deliveries, the newest last; 3 where one of them failed, waits, is stale or unknown, or was refused by some."""
    with Services(home, mode_of(options.live)) as services:
        tell_problems(services.problems)
        if options.resume:
            services.resume()
        deliveries = services.record.deliveries()
        if options.json:
            print_json({"deliveries": [delivery_json(services, one) for one in deliveries]})
        else:
            for delivery in deliveries:
                print_line(
                    f"{delivery.created_at:%Y-%m-%d %H:%M:%S} UTC  {delivery_line(services, delivery)}"
                )
            if not deliveries:
                print_line("There are no deliveries yet.")
        return exit_status(services, deliveries, _FINE)
