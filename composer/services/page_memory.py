"""What the record knows of public incidents on a status page, and which strangers' a person was shown before a round went on all the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from composer.clock import Clock
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.incident import EventKind, TimelineEvent, lasting_id
from composer.record.record import Record


class PageMemory:
    """One account's page, as the record has it. What was shown stands in the timeline: a person decides by it, and it is told again afterwards."""

    def __init__(self, record: Record, account: str, clock: Clock) -> None:
        self._record = record
        self._account = account
        self._clock = clock

    def is_known(self, public_id: str, incident_id: str | None) -> bool:
        """Whether it is an incident of this record: one that it sent to the page, or that was adopted."""
        if incident_id is not None and self._is_here(incident_id, None):
            return True
        return any(self._is_here(one.id, public_id) for one in self._record.incidents(open_only=True))

    def _is_here(self, incident_id: str, public_id: str | None) -> bool:
        return any(
            one.account == self._account
            and (public_id is None or (one.state is DeliveryState.SENT and one.vendor_id == public_id))
            for one in self._record.deliveries(incident_id=incident_id)
        )

    def may_pass(self, delivery: Delivery, public_id: str) -> bool:
        """Whether a person let the delivery go after that incident was shown with its round."""
        if not delivery.insisted or delivery.queued_at is None:
            return False
        own = _shown_as(delivery, public_id)
        return any(
            one.id == own and one.recorded_at <= delivery.queued_at
            for one in self._record.events(delivery.incident_id)
        )

    def show(self, delivery: Delivery, found: Mapping[str, str]) -> None:
        """Keep in the timeline that these were shown."""
        now = self._clock.now()
        self._record.add_new_events(
            TimelineEvent(
                _shown_as(delivery, own),
                delivery.incident_id,
                now,
                now,
                EventKind.DELIVERY,
                f"Not sent to {self._account}, where something else ran: {words}",
                channel=delivery.channel,
            )
            for own, words in found.items()
        )


def asks_beside(record: Record, delivery: Delivery) -> bool:
    """Whether a delivery did not leave because something else ran on its page: a person adopts that, or lets ours go."""
    if delivery.channel is not Channel.STATUS_PAGE or delivery.state is not DeliveryState.FAILED:
        return False
    own = _of_round(delivery)
    return any(one.id.startswith(own) for one in record.events(delivery.incident_id))


def _of_round(delivery: Delivery) -> str:
    """How the ids begin of the entries that say what was shown with a delivery's round."""
    return f"{lasting_id(delivery.incident_id, f'{delivery.publish_id} beside {delivery.account}')}-"


def _shown_as(delivery: Delivery, public_id: str) -> str:
    """The id of the entry that says: this public incident was shown with this delivery's round. The same for good."""
    return _of_round(delivery) + hashlib.sha256(public_id.encode()).hexdigest()[:12]
