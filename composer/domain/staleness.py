"""When a text that was to leave is too old, or was overtaken (docs/contract.md section 1): it does not leave by itself any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from composer.domain.delivery import SAID, Delivery, DeliveryKind
from composer.domain.sayings import Code, told


def stale_reason(
    delivery: Delivery, now: datetime, limit: timedelta, newer: Iterable[Delivery], severity: str, phase: str
) -> str | None:
    """Why a queued or waiting delivery must not leave by itself any more; None while it is fresh.

    `newer` are deliveries to the same lane stored later; `severity` and `phase` are the incident's now. A delivery that seems to come from the
    future (the clock was set back) counts as too old, because its real age can't be told.
    """
    born = delivery.queued_at or delivery.created_at
    age = now - born
    if age > limit and not delivery.is_paused:  # what is paused waits for a person as it is
        return told(Code.TEXT_TOO_OLD, age=_minutes(age))
    if age < -timedelta(minutes=1):
        return told(Code.CLOCK_SET_BACK)
    if delivery.kind is not DeliveryKind.MESSAGE:
        return None  # a channel's name, say, does not age with the phase
    if any(_overtakes(other, delivery, born) for other in newer):
        return told(Code.NEWER_MESSAGE)
    if delivery.insisted:
        return None  # a person has seen that the incident went on
    if delivery.phase != phase:
        return told(Code.OTHER_PHASE_NOW)
    if delivery.severity != severity:
        return told(Code.OTHER_SEVERITY_NOW)
    return None


def _overtakes(other: Delivery, delivery: Delivery, born: datetime) -> bool:
    if other.kind is not DeliveryKind.MESSAGE:
        return False
    if other.state not in SAID or other.publish_id == delivery.publish_id:
        return False
    # What was published before a person insisted, they have seen.
    return not delivery.insisted or other.created_at > born


def _minutes(age: timedelta) -> str:
    minutes = int(age.total_seconds() // 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"
