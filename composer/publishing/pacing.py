"""How fast one token may be used: a bucket of requests, refilled at the service's rate, closed while the service asks for a pause."""

from __future__ import annotations

import threading

from composer.clock import Clock

PATIENCE_S = 5.0
"""A longer wait is not sat out: the delivery goes back to the outbox, and others of its kind may pass."""


class Pace:
    """One token's rate: `burst` requests at once, then one each `every_s` seconds. Safe from many threads; each waits for its own turn."""

    def __init__(self, clock: Clock, *, every_s: float, burst: int = 1) -> None:
        self._clock = clock
        self._every_s = every_s
        self._burst = burst
        self._lock = threading.Lock()
        self._full_at = clock.monotonic()
        self._closed_until = clock.monotonic()

    def wait(self) -> float:
        """Wait for the next turn and take it: 0. Where that would take longer than `PATIENCE_S`, no turn is taken: the seconds until one is free."""
        with self._lock:
            now = self._clock.monotonic()
            full_at = max(self._full_at, now) + self._every_s
            turn_at = max(full_at - self._burst * self._every_s, self._closed_until)
            if turn_at - now > PATIENCE_S:
                return turn_at - now
            self._full_at = full_at
        never = threading.Event()
        while (left := turn_at - self._clock.monotonic()) > 0.0005:  # clocks are no finer
            self._clock.wait(never, left)
        return 0.0

    def pause(self, seconds: float) -> None:
        """Let nothing through for so long: the service asked for it."""
        with self._lock:
            self._closed_until = max(self._closed_until, self._clock.monotonic() + seconds)
