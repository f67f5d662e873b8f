"""What commands print: the JSON shapes of docs/contract.md section 4, and lines for people."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from composer.cli.output import tell
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, RecipientState, count_recipients
from composer.domain.errors import Problem
from composer.domain.findings import Finding
from composer.domain.record import OlderCopy
from composer.paths import Mode
from composer.services.core import Services

GOOD, INVALID, UNFINISHED, BLOCKED = 0, 2, 3, 4

SENT_SOMEHOW = frozenset({DeliveryState.SENT, DeliveryState.BY_HAND})
"""The states in which a message is with its readers, by the program or in a person's hand."""


_BESIDE = {
    DeliveryKind.MESSAGE: "message",
    DeliveryKind.CREATE_SLACK_CHANNEL: "create the Slack channel",
    DeliveryKind.NOTE: "note",
    DeliveryKind.PAGE: "call for help",
    DeliveryKind.RESPONDERS: "mail",
    DeliveryKind.POSTMORTEM: "post-mortem",
    DeliveryKind.BACKFILL: "past incident",
}


def tell_problems(problems: Iterable[Problem]) -> None:
    """What is wrong with the home's own files; what is shipped is used in their place."""
    for problem in problems:
        tell(f"incident-composer: {problem}")


def tell_what_is_wrong(services: Services) -> None:
    """What is wrong with the home's own files; and that the live record is an older copy, for as long as something asks because of that."""
    tell_problems(services.problems)
    older = services.older_copy()
    if older is not None:
        tell(f"incident-composer: {older.told} {older_copy_step(older)}")


def older_copy_step(older: OlderCopy) -> str:
    """What to do about it."""
    if not older.asking:
        return "List what runs at the services with: incident-composer take-over"
    return "Nothing of it leaves by itself; look them up, and decide about each, with: incident-composer deliveries --live --resume"


def mode_of(live: bool) -> Mode:
    """Practice, unless the person said live."""
    return Mode.LIVE if live else Mode.PRACTICE


def delivery_json(services: Services, delivery: Delivery) -> dict[str, Any]:
    """A delivery as the JSON of `publish` and `deliveries` tells it; nothing known is null."""
    shape: dict[str, Any] = {
        "id": delivery.id,
        "channel": delivery.channel.value,
        "destination": delivery.destination,
        "template": delivery.template,
        "state": delivery.state.value,
        "vendor_id": delivery.vendor_id,
        "url": delivery.url,
        "error": delivery.error,
    }
    recipients = services.record.recipients(delivery.id)
    if recipients:
        shape["recipients"] = count_recipients(recipients)
    return shape


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as the JSON of `publish` tells it."""
    return {
        "field": finding.field,
        "channel": None if finding.channel is None else finding.channel.value,
        "code": finding.code,
        "level": finding.level.value,
        "text": finding.text,
    }


def delivery_line(services: Services, delivery: Delivery) -> str:
    """A delivery on one line for people."""
    what = delivery.template or _BESIDE[delivery.kind]
    state = delivery.state.value.replace("_", " ")
    counts = count_recipients(services.record.recipients(delivery.id))
    people = f", {counts['accepted']} of {sum(counts.values())} recipients" if sum(counts.values()) else ""
    error = f" ({delivery.error})" if delivery.error else ""
    return f"{state:<10} {what} → {delivery.destination}{people}{error}"


def exit_status(
    services: Services, deliveries: Iterable[Delivery], fine: Collection[DeliveryState] = SENT_SOMEHOW
) -> int:
    """0 where every delivery is in a `fine` state; 3 where one failed, waits, is stale or unknown, or was refused by some recipients."""
    for delivery in deliveries:
        if delivery.state not in fine:
            return UNFINISHED
        if services.record.recipients(delivery.id, {RecipientState.REFUSED}):
            return UNFINISHED
    return GOOD
