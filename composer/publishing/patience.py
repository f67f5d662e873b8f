"""How long whoever asks will wait in all, whatever is asked and however often: for a check, at which a person looks on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_UNTIL: ContextVar[float | None] = ContextVar("until", default=None)
SHORTEST_S = 0.001
"""Never 0: that would be not to wait at all, or for ever."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is asked on this thread in here takes so long at most, all together."""
    token = _UNTIL.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _UNTIL.reset(token)


def left(seconds: float) -> float:
    """So many seconds, or what is left of the patience where that is less."""
    until = _UNTIL.get()
    return seconds if until is None else max(SHORTEST_S, min(seconds, until - time.monotonic()))
