"""From one problem of the round to the next, as F8 asks."""

from __future__ import annotations

from composer.domain.findings import Finding
from composer.services.rounds import Round
from ui.compose import choosing


class Walk:
    """Remembers at which problem the person is."""

    def __init__(self) -> None:
        self._place = -1

    def start_anew(self) -> None:
        """Another draft is in sight."""
        self._place = -1

    def step(self, round_: Round | None, by: int) -> Finding | None:
        """The problem after the last one (`by` 1) or before it (-1), those that block first; from the last on to the first. None where there is none."""
        found = () if round_ is None else (*choosing.problems(round_), *choosing.hints(round_))
        if not found:
            return None
        if self._place < 0:
            self._place = 0 if by > 0 else len(found) - 1
        else:
            self._place = (self._place + by) % len(found)
        return found[self._place]
