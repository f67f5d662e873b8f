"""Live destinations wired to fake services, with clocks that need no patience."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from composer.clock import Clock, SystemClock
from composer.publishing.api import Api
from composer.publishing.http import HttpWire
from composer.publishing.pacing import Pace
from composer.publishing.wall import Wall

DEADLINE_S = 1.5


@contextmanager
def api_to(
    address: str, token: str, *, scheme: str = "Bearer ", clock: Clock | None = None, **headers: str
) -> Iterator[Api]:
    """An API client whose patience is a second."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    with HttpWire(Wall(practice=False), deadline_s=DEADLINE_S) as wire:
        pace = Pace(clock or SystemClock(), every_s=0.001, burst=100)
        yield Api(lambda: wire, address, lambda: token, pace, scheme=scheme, headers=given)
