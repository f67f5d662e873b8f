"""How long deliveries have waited and have still to wait, by the clock that nobody can set."""

from __future__ import annotations

from datetime import datetime, timedelta

from composer.clock import Clock
from composer.domain.delivery import Delivery, DeliveryState

LONGEST_WAIT = timedelta(hours=2)
"""No wait is longer, and no hold longer than it was meant to be. What seems to be was stored before the clock was set back: its time counts as come."""

PUT_RIGHT = timedelta(minutes=1)
"""So far a clock is put right without anything else counting as wrong."""


class Waits:
    """The ages and waits of what one process watches; after a restart the stored times are all that is known."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        # When a wait ends by the clock that nobody can set; the stored time is for a restart.
        self._wake_at: dict[tuple[str, datetime], float] = {}
        # Since when (monotonic) each delivery is watched, and how old it was then.
        self._seen: dict[tuple[str, datetime], tuple[float, timedelta]] = {}

    def begin(self, delivery: Delivery, until: datetime, wait_s: float) -> None:
        """A delivery waits from now on for so many seconds, which is stored as `until`."""
        self._wake_at[delivery.id, until] = self._clock.monotonic() + wait_s

    def now_for(self, delivery: Delivery) -> datetime:
        """The time by which a delivery's age counts: the clock's, or a later one where the clock was set back while this process watched."""
        now, monotonic = self._clock.now(), self._clock.monotonic()
        born = delivery.queued_at or delivery.created_at
        since, age = self._seen.setdefault((delivery.id, born), (monotonic, now - born))
        return max(now, born + age + timedelta(seconds=monotonic - since))

    def left_s(self, delivery: Delivery, now: datetime) -> float:
        """Seconds until a held or waiting delivery may go on: by the monotonic clock from when this process first saw it, before that by the stored time."""
        moment = delivery.hold_until if delivery.state is DeliveryState.HELD else delivery.not_before
        if moment is None:
            return 0.0
        left = max(timedelta(0), moment - now)
        longest = LONGEST_WAIT
        if (
            delivery.state is DeliveryState.HELD
        ):  # its own length is known; a clock that was put right by seconds changes nothing
            longest = moment - delivery.created_at + PUT_RIGHT
        wait_s = left.total_seconds() if left <= longest else 0.0
        monotonic = self._clock.monotonic()
        return self._wake_at.setdefault((delivery.id, moment), monotonic + wait_s) - monotonic
