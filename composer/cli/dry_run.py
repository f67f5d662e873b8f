"""What would leave, printed: where it goes, who is reached, and then every request, mail and file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from composer.cli.output import print_line
from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryKind
from composer.domain.departure import Leaving


def print_leaving(leaving: Sequence[Leaving]) -> None:
    """Print it all, and that nothing was sent."""
    for one in leaving:
        if not one.amends:
            print_line(_place(one))
        for words in (one.trouble, *one.notes):
            if words:
                print_line(f"           {words}")
    for one in leaving:
        what = one.delivery.template or WHAT.get(one.delivery.kind, "create the Slack channel")
        where = f"{what} → {one.delivery.destination}"
        for departure in one.departures:
            if departure.asks:
                print_line(f"--- first asked for {where}: {departure.method} {departure.address}")
                continue
            print_line(f"--- {where}{f' ({departure.only_if})' if departure.only_if else ''}")
            for line in departure.text.splitlines():
                print_line(line)
    print_line("Dry run: nothing was stored and nothing was sent.")


WHAT = {
    DeliveryKind.POSTMORTEM: "post-mortem",
    DeliveryKind.BACKFILL: "past incident",
    DeliveryKind.NOTE: "note",
    DeliveryKind.PAGE: "call for help",
}
"""What is no message is named so."""


def _place(leaving: Leaving) -> str:
    """Where a delivery would go, how many it would reach where that is a list, and whether a page's subscribers would be told."""
    delivery, readers, pending = leaving.delivery, leaving.readers, leaving.pending
    where = f"{delivery.destination}: {delivery.template or WHAT.get(delivery.kind, 'the new channel')}"
    if leaving.waits:
        return f"waits for you, {where}, {_recipients(pending)}"
    words = f"would reach {where}"
    if readers:
        words += f", {_recipients(readers)}"
    if pending > readers:
        words += f" of {pending:,}; the rest waits for you"
    if delivery.channel is not Channel.STATUS_PAGE or delivery.kind is not DeliveryKind.MESSAGE:
        return words
    said = json.loads(delivery.payload).get("incident", {})
    return (
        f"{words}, {'subscribers are told' if said.get('deliver_notifications') else 'no subscriber is told'}"
    )


def _recipients(count: int) -> str:
    return "1 recipient" if count == 1 else f"{count:,} recipients"
