"""What carrying out asks of the record, and the one way in which a stored delivery is moved."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Protocol

from composer.domain.delivery import Delivery, DeliveryEvent, DeliveryState, Recipient, RecipientState
from composer.domain.errors import IllegalTransitionError
from composer.domain.incident import Incident

log = logging.getLogger("incident_composer.outbox")


class DeliveryStore(Protocol):
    """What the outbox asks of the record. Every change is one committed transaction when the call returns."""

    def deliveries(
        self,
        *,
        publish_id: str | None = None,
        incident_id: str | None = None,
        states: Collection[DeliveryState] | None = None,
    ) -> tuple[Delivery, ...]: ...
    def delivery(self, delivery_id: str) -> Delivery: ...
    def lane_after(
        self, delivery: Delivery, states: Collection[DeliveryState] | None = None
    ) -> tuple[Delivery, ...]: ...
    def claim(self, delivery_id: str, owner: str, at: datetime) -> Delivery | None: ...
    def apply(self, delivery_id: str, event: DeliveryEvent) -> Delivery: ...
    def recipients(
        self, delivery_id: str, states: Collection[RecipientState] | None = None
    ) -> tuple[Recipient, ...]: ...
    def set_recipients(
        self,
        delivery_id: str,
        outcomes: Iterable[tuple[int, RecipientState, str | None]],
        *,
        soon: bool = False,
        of_unknown: Delivery | None = None,
    ) -> None: ...
    def incident_let_go(self, incident_id: str) -> Incident | None: ...
    def due_amends(self) -> tuple[Delivery, ...]: ...
    def count_departure(self) -> None: ...
    def mark_amended(self, delivery_id: str, at: datetime) -> None: ...
    def end_hold(self, publish_id: str, at: datetime) -> tuple[Delivery, ...]: ...
    def take_back(self, publish_id: str, at: datetime, by: str) -> tuple[Delivery, ...]: ...


class Moves:
    """Stores what happened to deliveries, and tells `on_change` of each that was moved."""

    def __init__(self, store: DeliveryStore, on_change: Callable[[Delivery], None]) -> None:
        self._store = store
        self.on_change = on_change

    def apply(self, delivery: Delivery, event: DeliveryEvent) -> Delivery:
        """Store an event; IllegalTransitionError where it can't happen in the stored state."""
        after = self._store.apply(delivery.id, event)
        self.on_change(after)
        return after

    def attempt(self, delivery: Delivery, event: DeliveryEvent) -> None:
        """Store an event that another process may have made impossible meanwhile."""
        try:
            self.apply(delivery, event)
        except IllegalTransitionError:
            log.info("%s was moved by another process meanwhile", delivery.id)
