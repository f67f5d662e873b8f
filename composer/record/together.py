"""Several threads that each want one delivery moved share one transaction: the disk is asked once for all that came while it was at work.

Nothing is stored later for it: each thread goes on once its own move is on the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from composer.domain.delivery import Delivery, DeliveryEvent
from composer.domain.errors import BugError


@dataclass(eq=False, slots=True)
class Wish:
    """One delivery to be moved by one event. Done once it was `moved`, or `trouble` says why not."""

    delivery_id: str
    event: DeliveryEvent
    moved: Delivery | None = None
    trouble: Exception | None = None

    @property
    def is_done(self) -> bool:
        """Whether its thread may go on."""
        return self.moved is not None or self.trouble is not None


class Together:
    """Gathers wishes. `store` is called by one thread at a time, with all that wait at that moment, and must see each of them done."""

    def __init__(self, store: Callable[[Sequence[Wish]], None]) -> None:
        self._store = store
        self._waiting: list[Wish] = []
        self._gathering = threading.Lock()
        self._storing = threading.Lock()

    def fulfil(self, wish: Wish) -> Delivery:
        """Wait until the wish is done, by this thread or by another; what was moved. Raises what kept it from being."""
        with self._gathering:
            self._waiting.append(wish)
        try:
            with self._storing:
                if not wish.is_done:
                    self._store_all()
        finally:
            # A thread that is interrupted while it waits takes its wish with it.
            with self._gathering:
                if wish in self._waiting:
                    self._waiting.remove(wish)
        if wish.moved is None:
            raise wish.trouble or BugError(f"the delivery {wish.delivery_id} was not moved")
        return wish.moved

    def _store_all(self) -> None:
        with self._gathering:
            wishes, self._waiting = self._waiting, []
        try:
            self._store(wishes)
        finally:
            # Nothing, but where this thread was interrupted: the others do theirs themselves.
            left = [wish for wish in wishes if not wish.is_done]
            if left:
                with self._gathering:
                    self._waiting = left + self._waiting
