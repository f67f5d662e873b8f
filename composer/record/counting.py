"""Counts what leaves, so that an older copy of the record can be known for one (see `high_water`)."""

from __future__ import annotations

from sqlalchemy import Connection

from composer import crash_points
from composer.record.asking import Asking
from composer.record.high_water import HighWater, Reached
from composer.record.sqlite import Sqlite, bare


class Counting(Asking):
    """A record that counts what leaves, once it is told where: until then it counts nothing."""

    _high_water: HighWater | None = None

    def count_departure(self) -> None:
        """To be called before something leaves of which no delivery's own on-wire mark tells: a text that replaces one that was sent."""
        if self._high_water is None:
            return
        with self._writing() as connection:
            reached = self._counted(connection)
        self._tell(reached)

    def _counted(self, connection: Connection, *, soon: bool = False) -> Reached | None:
        """Count, in the transaction that stores what leaves. `_tell` must be called with the number once that is stored, and before anything leaves."""
        if self._high_water is None:
            return None
        driver = bare(connection)
        reached = Reached(*Sqlite.reached(driver)).next(soon=soon)
        Sqlite.set_number(driver, reached.number)
        return reached

    def _tell(self, reached: Reached | None, *, soon: bool = False) -> None:
        """Tell outside of the record that it has come so far. RecordError where that can't be: nothing may leave then."""
        if reached is not None and self._high_water is not None:
            crash_points.reach("record.counted")
            self._high_water.tell(reached, soon=soon)
