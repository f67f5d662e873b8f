"""What commands print: the JSON shapes of product.md section 7, and lines for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from composer.domain.delivery import Delivery, DeliveryState, RecipientState, count_recipients
from composer.domain.errors import Problem
from composer.domain.findings import Finding
from composer.paths import Mode
from composer.services.core import Services

GOOD, INVALID, UNFINISHED, BLOCKED = 0, 2, 3, 4


def print_json(content: Mapping[str, Any]) -> None:
    """One JSON object on standard output."""
    print(json.dumps(content, indent=2, ensure_ascii=False))


def print_line(text: str = "") -> None:
    """A line of the result, on standard output. Control characters are shown, not obeyed."""
    print("".join(one if one.isprintable() or one == "\t" else ascii(one)[1:-1] for one in text))


def tell(text: str) -> None:
    """Something to know beside the result, on standard error."""
    print(text, file=sys.stderr)


def tell_problems(problems: Iterable[Problem]) -> None:
    """What is wrong with the home's own files; what is shipped is used in their place."""
    for problem in problems:
        tell(f"incident-composer: {problem}")


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
    what = delivery.template or "create the Slack channel"
    state = delivery.state.value.replace("_", " ")
    counts = count_recipients(services.record.recipients(delivery.id))
    people = f", {counts['accepted']} of {sum(counts.values())} recipients" if sum(counts.values()) else ""
    error = f" ({delivery.error})" if delivery.error else ""
    return f"{state:<10} {what} → {delivery.destination}{people}{error}"


def exit_status(services: Services, deliveries: Iterable[Delivery]) -> int:
    """0 where everything was sent (or is in a person's hand), 3 where something failed, waits, is stale, unknown or was refused by some."""
    for delivery in deliveries:
        if delivery.state not in (DeliveryState.SENT, DeliveryState.BY_HAND):
            return UNFINISHED
        if services.record.recipients(delivery.id, {RecipientState.REFUSED}):
            return UNFINISHED
    return GOOD
