"""Time, handed in wherever it is needed, so that tests and the rehearsal can make it pass.

A clock has two faces: `now` is what people read (UTC, may be set back or forward), `monotonic` is what waiting is measured with (seconds; never
goes back, not even when somebody sets the clock).
"""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the program asks for time."""

    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds from some fixed moment; only differences mean anything."""
        ...

    def wait(self, wake: threading.Event, timeout_s: float) -> bool:
        """Wait until `wake` is set or so many seconds have passed; whether it was set."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that pass even while the clock is being set."""
        return time.monotonic()

    def wait(self, wake: threading.Event, timeout_s: float) -> bool:
        """Wait in real time."""
        return wake.wait(max(0.0, timeout_s))


class SimulatedClock:
    """A clock that passes only when told to: hours of an incident in seconds.

    Waiting moves it forward at once, unless `wake` was already set.
    """

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)
        self._elapsed = 0.0
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """The simulated time, aware, in UTC."""
        with self._lock:
            return self._now

    def monotonic(self) -> float:
        """Simulated seconds since the start."""
        with self._lock:
            return self._elapsed

    def advance(self, by: timedelta) -> None:
        """Let so much time pass; it never goes back."""
        seconds = by.total_seconds()
        if seconds < 0:
            raise ValueError("a simulated clock does not go back")
        with self._lock:
            self._now += by
            self._elapsed += seconds

    def advance_to(self, moment: datetime) -> None:
        """Let time pass up to a moment; a moment that has passed changes nothing."""
        self.advance(max(timedelta(0), moment - self.now()))

    def wait(self, wake: threading.Event, timeout_s: float) -> bool:
        """Let the time pass at once."""
        if wake.is_set():
            return True
        self.advance(timedelta(seconds=max(0.0, timeout_s)))
        return False
