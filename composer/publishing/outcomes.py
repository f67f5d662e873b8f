"""What an attempt's outcome makes of a delivery: whether it arrived, is tried again, or asks a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from composer.domain.delivery import (
    Accepted,
    Delivery,
    DeliveryEvent,
    DeliveryState,
    InDoubt,
    Recipient,
    RecipientState,
    Refused,
    Rejected,
    Rested,
    count_recipients,
    mail_state,
)
from composer.domain.sayings import Code, told
from composer.publishing.port import Doubt, NotAccepted, Outcome, Sent

MAX_ATTEMPTS = 8
"""After so many tries that were proven not accepted a delivery fails and asks a person."""


def event_of(
    outcome: Outcome,
    delivery: Delivery,
    recipients: Sequence[Recipient],
    now: datetime,
    stale_after: timedelta,
) -> DeliveryEvent:
    """The event that an attempt at a delivery ended with; `delivery` and `recipients` (those of a mail to many) are as they are after it."""
    counts = count_recipients(recipients)
    done = len(recipients) - counts["pending"]
    if isinstance(outcome, Sent) and counts["pending"] and not counts["unknown"] and stops(delivery, done):
        return Rested(now, told(Code.COPIES_LEFT, done=done, count=len(recipients)))
    if recipients:
        outcome = _of_recipients(outcome, counts)
    match outcome:
        case Sent(vendor_id, url):
            return Accepted(now, vendor_id, url)
        case Doubt(error):
            return InDoubt(now, error)
        case NotAccepted(error, retry_after_s):
            if retry_after_s is None or delivery.attempts >= MAX_ATTEMPTS:
                if not (counts["accepted"] and counts["pending"]):
                    return Rejected(now, error)
                # Some have it, so it can't be called failed; nor is it tried again by itself: it waits until it is stale, and then asks.
                retry_after_s = stale_after.total_seconds() + 1
            return Refused(now, error, now + timedelta(seconds=retry_after_s))


def next_copies(delivery: Delivery, recipients: Sequence[Recipient]) -> list[Recipient]:
    """Who of a mail to many is still to be mailed, before a person is asked for the rest."""
    pending = [one for one in recipients if one.state is RecipientState.PENDING]
    if delivery.stop_after is None:
        return pending
    return pending[: max(0, delivery.stop_after - (len(recipients) - len(pending)))]


def stops(delivery: Delivery, done: int) -> bool:
    """Whether a person is asked before more copies leave than the `done` ones."""
    return delivery.stop_after is not None and done >= delivery.stop_after


def _of_recipients(outcome: Outcome, counts: dict[str, int]) -> Outcome:
    """The outcome of a mail to many, from what became of each copy (docs/contract.md section 1)."""
    match mail_state(counts):
        case DeliveryState.UNKNOWN:
            return outcome if isinstance(outcome, Doubt) else Doubt(told(Code.SOME_MAY_HAVE_ARRIVED))
        case DeliveryState.WAITING:
            if isinstance(outcome, Sent):
                return NotAccepted(told(Code.RECIPIENTS_LEFT, count=counts["pending"]), 1.0)
            return outcome
        case DeliveryState.SENT:
            return outcome if isinstance(outcome, Sent) else Sent(None)
        case _:
            return NotAccepted(told(Code.NONE_ACCEPTED))
