"""From one problem of the round to the next, as F8 asks."""

from __future__ import annotations

from collections.abc import Sequence

from composer.domain.findings import Finding
from composer.services.rounds import Round
from ui.compose import choosing


class Walk:
    """Remembers at which problem the person is; the list grows and shrinks under them while they type."""

    def __init__(self) -> None:
        self._at: Finding | None = None
        self._place = 0
        self._alike = 0

    def start_anew(self) -> None:
        """Another draft is in sight."""
        self._at = None

    def step(self, round_: Round | None, by: int) -> Finding | None:
        """The problem after the last one (`by` 1) or before it (-1), those that block first; from the last on to the first. Where the last one was mended, the one that followed it. None where there is none."""
        found = () if round_ is None else (*choosing.problems(round_), *choosing.hints(round_))
        if not found:
            return None
        if self._at is None:
            place = 0 if by > 0 else -1
        else:
            now = self._still(found)
            # What followed a mended one has moved up to its place, or further down where new ones came before it.
            place = now + by if now is not None else self._place + min(by, 0)
        self._place = place % len(found)
        self._at = found[self._place]
        self._alike = _alike(found, self._at)
        return self._at

    def _still(self, found: Sequence[Finding]) -> int | None:
        """Where the last one stands now; None where it was mended. Its words may have changed since, and its place."""
        if self._at in found:
            return found.index(self._at)
        if self._at is None or _alike(found, self._at) < self._alike:
            return None
        same = [place for place, one in enumerate(found) if _key(one) == _key(self._at)]
        return min(same, key=lambda place: abs(place - self._place), default=None)


def _key(one: Finding) -> tuple[object, ...]:
    return one.code, one.channel, one.template, one.field


def _alike(found: Sequence[Finding], of: Finding) -> int:
    return sum(_key(one) == _key(of) for one in found)
