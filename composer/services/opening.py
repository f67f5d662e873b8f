"""A home, opened: its settings, what is in force in it, and its record."""

from __future__ import annotations

import os
import secrets
from datetime import date, datetime
from functools import lru_cache
from itertools import count
from types import TracebackType
from typing import Self

from composer.clock import Clock, SystemClock
from composer.domain.channel import Channel
from composer.domain.errors import Problem
from composer.domain.plan import Plan
from composer.domain.record import OlderCopy
from composer.paths import HomePaths, Mode, beyond_homes
from composer.planning.layers import Library
from composer.publishing.boot import boot_id
from composer.record.high_water import HighWater
from composer.record.record import Record
from composer.services.advising import wording_of
from composer.services.guarding import guard_of, reader_of
from composer.services.in_force import kept_library
from composer.services.spelling import Spelling
from composer.settings import load_settings

_LAST_NUMBER = 2**48 - 1
# Ids count up from a random number, another one for each process: ids made together then lie together in the record's indexes, and storing them
# touches fewer pages. Two processes clash no more than random numbers of 48 bits do.
_numbers = count(secrets.randbits(48))


def _count_anew() -> None:  # pragma: no cover - runs in the child of a fork
    global _numbers
    _numbers = count(secrets.randbits(48))


if hasattr(os, "register_at_fork"):  # pragma: no branch - not on Windows, where no process is forked
    os.register_at_fork(after_in_child=_count_anew)


class OpenHome:
    """One home and one mode, open. `by_hand` says that somebody sits there who sends by hand what no connection carries; without it, that blocks."""

    def __init__(
        self,
        home: HomePaths,
        mode: Mode,
        *,
        clock: Clock | None = None,
        by_hand: bool = False,
    ) -> None:
        self.by_hand = by_hand
        self.home = home
        self.mode = mode
        self.clock: Clock = clock or SystemClock()
        self.settings, settings_problems = load_settings(home.settings)
        library, stamped = kept_library(home)
        self.library: Library = library
        self.as_read = library, stamped
        """What is in force as it was read when the home was opened, and the stamp of its files."""
        self.problems: tuple[Problem, ...] = (*settings_problems, *self.library.problems)
        self.guard = guard_of(library)
        self.reader = reader_of(library)
        self.wording = wording_of(library)
        self.spelling = Spelling(library)
        self.record = Record.open(home.record(mode))
        self._is_older_copy = not self.practice and self._guarded()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _guarded(self) -> bool:
        """Whether the record turned out, as it was opened now, to be an older copy. In practice that is not asked: of it nothing leaves this computer."""
        try:
            high_water = HighWater(self.home.high_water, beyond_homes(), boot_id())
            return self.record.guard(high_water, self.clock.now())
        except BaseException:
            self.record.close()
            raise

    def older_copy(self) -> OlderCopy | None:
        """What is to be said because the record is an older copy of itself: once as that is found, and for as long as a delivery asks because of it. Reads the record."""
        asking = () if self.practice else self.record.of_older_copy()
        if not (asking or self._is_older_copy):
            return None
        still_open = {one.id for one in self.record.incidents(open_only=True)}
        of_open = [one.incident_id for one in asking if one.incident_id in still_open]
        return OlderCopy(len(asking), of_open[-1] if of_open else None)

    def close(self) -> None:
        """Close the record."""
        self.record.close()

    @property
    def plan(self) -> Plan:
        """The plan in force."""
        return self.library.plan

    @property
    def practice(self) -> bool:
        """Whether nothing leaves this computer."""
        return self.mode is Mode.PRACTICE

    @property
    def connected(self) -> frozenset[Channel]:
        """The channels that something carries. Live connections come with a later version."""
        return frozenset(Channel) if self.practice else frozenset({Channel.COPY})

    def new_id(self, kind: str, now: datetime) -> str:
        """A new id that can't clash: `inc-20261123-4f2a9c81d0e3`."""
        return f"{kind}-{_day(now.date())}-{next(_numbers) & _LAST_NUMBER:012x}"


@lru_cache(maxsize=4)
def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
