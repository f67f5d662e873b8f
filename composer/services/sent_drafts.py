"""The draft of a round that was published: kept, so that a round taken back gives back exactly what was typed.

Publishing deletes the draft in the transaction that stores the round. A copy stands beside it, one an incident, in place of the one before; it is looked at again only
where that round was taken back whole, so nothing has to be put back at that moment, and a program that ends in the middle loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.draft import Draft
from composer.record.record import Record

SENT = "sent_as"
"""The fact of a kept copy: under which key its round was stored."""


def keep(record: Record, draft: Draft, key: str) -> None:
    """Keep the draft that is about to be published under that key."""
    record.save_draft(replace(draft, id=f"sent-{draft.incident_id}", facts={**draft.facts, SENT: key}))


def in_hand(
    record: Record, incident_id: str, now: datetime, new_id: Callable[[str, datetime], str]
) -> Draft | None:
    """What somebody was typing about an incident: the stored draft, else that of the last round if it was taken back; None where nothing is half done."""
    drafts = [draft for draft in record.drafts() if draft.incident_id == incident_id]
    stored = [draft for draft in drafts if SENT not in draft.facts]
    if stored:
        return max(stored, key=lambda draft: draft.updated_at)
    for kept in drafts:
        if _was_taken_back(record, incident_id, kept.facts[SENT]):
            # A draft is one round, and that one is over: what comes next is another, with the same words.
            facts = {name: value for name, value in kept.facts.items() if name != SENT}
            return replace(kept, id=new_id("drf", now), facts=facts)
    return None


def _was_taken_back(record: Record, incident_id: str, key: object) -> bool:
    last = next(iter(reversed(record.publishes(incident_id))), None)
    if last is None or last.key != key:
        return False
    deliveries = record.deliveries(publish_id=last.id)
    return all(_never_left(one) for one in deliveries if one.channel is not Channel.COPY)


def _never_left(delivery: Delivery) -> bool:
    """Taken back during the hold; what a person let be later had been queued."""
    return delivery.state is DeliveryState.CANCELLED and delivery.queued_at is None
