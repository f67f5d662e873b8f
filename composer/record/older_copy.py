"""A record that is an older copy of itself: put back from a backup, or brought here from another folder or computer.

What left since the copy was made is not in it. So whatever is not over in it becomes unknown, and asks a person; nothing of it leaves by itself. The record then begins a line of
copies of its own: it is not called old again, and neither is the one that it was copied from.
"""

from __future__ import annotations

import secrets
from collections import Counter
from datetime import datetime

from sqlalchemy import Connection, Select, select, update

from composer.domain.delivery import FINAL, OLDER_COPY, Delivery, DeliveryState, PutBack, RecipientState
from composer.domain.incident import EventKind, TimelineEvent
from composer.record import statements
from composer.record.deliveries import Deliveries, move
from composer.record.high_water import STEP, HighWater, Reached
from composer.record.rows import DELIVERIES, INCIDENTS, RECIPIENTS, TO_AMEND
from composer.record.sqlite import Sqlite, bare
from composer.record.statements import add, narrowed, rows

_MISSING = "The record is an older copy of itself: what happened since is missing in it."
_NOT_OVER = tuple(state for state in DeliveryState if state not in FINAL)


class Recognising(Deliveries):
    """A record that knows whether it is an older copy."""

    def guard(self, high_water: HighWater, at: datetime) -> bool:
        """Count what leaves from now on, and say whether this is an older copy, in which something may be missing.

        If so, all that is not over in it has become unknown when this returns, the timeline of each incident concerned says so, and texts that were still to be replaced are left as they are.
        It is true once for each copy that is put back. RecordError where how far the record has come can't be told beside it.
        """
        self._high_water = high_water
        if self._is_known(high_water):
            return False
        with high_water.held():
            if self._is_known(high_water):
                return False  # another process was faster
            seen = high_water.seen()
            new = Reached(secrets.randbelow(2**31 - 1) + 1, 0)
            if not high_water.is_ahead(self._reached(), seen):
                # In this order: a record with a line, and nothing beside it, would seem to have been brought here alone.
                high_water.begin(new)
                with self._writing() as connection:
                    _set(connection, new)
                return False
            new = new._replace(number=STEP)
            with self._writing() as connection:
                is_missed = _put_in_doubt(connection, at)
                _set(connection, new)
            # A crash before this leaves a record of another line: it is asked about the same ones again.
            high_water.begin(new)
            return is_missed

    def of_older_copy(self) -> tuple[Delivery, ...]:
        """The deliveries that still ask a person because the record was an older copy."""
        unknown = self.deliveries(states={DeliveryState.UNKNOWN})
        return tuple(one for one in unknown if one.is_of_older_copy)

    def _is_known(self, high_water: HighWater) -> bool:
        seen = high_water.seen()
        reached = self._reached()
        return reached.line != 0 and not high_water.is_ahead(reached, seen)

    def _reached(self) -> Reached:
        with self._reading() as connection:
            return Reached(*Sqlite.reached(bare(connection)))


def _set(connection: Connection, reached: Reached) -> None:
    Sqlite.set_line(bare(connection), reached.line)
    Sqlite.set_number(bare(connection), reached.number)


def _put_in_doubt(connection: Connection, at: datetime) -> bool:
    """Put everything in doubt that may have gone on since; whether there is anything of which something may be missing."""
    doubtful = Counter[str]()
    for delivery in _found(
        connection, narrowed(statements.DELIVERY, DELIVERIES, (), len(_NOT_OVER), over=False)
    ):
        move(connection, delivery, PutBack(at))
        waiting = RECIPIENTS.c.state.in_([RecipientState.PENDING, RecipientState.UNKNOWN])
        of_it = update(RECIPIENTS).where(RECIPIENTS.c.delivery_id == delivery.id, waiting)
        connection.execute(of_it.values(state=RecipientState.UNKNOWN, error=OLDER_COPY))
        doubtful[delivery.incident_id] += 1
    connection.execute(update(DELIVERIES).where(TO_AMEND).values(amended_at=at))
    still_open = select(INCIDENTS.c.id).where(
        INCIDENTS.c.resolved_at.is_(None), INCIDENTS.c.taken_back_at.is_(None)
    )
    concerned = sorted({row[0] for row in connection.execute(still_open)} | doubtful.keys())
    token = secrets.token_hex(6)
    add(connection, [
        TimelineEvent(f"evt-{token}-{number}", incident_id, at, at, EventKind.DELIVERY, _text(doubtful[incident_id]))
        for number, incident_id in enumerate(concerned)
    ])  # fmt: skip
    return connection.execute(select(INCIDENTS.c.id).limit(1)).first() is not None


def _found(connection: Connection, wanted: Select[tuple[object, ...]]) -> list[Delivery]:
    values = {f"state_{number}": state for number, state in enumerate(_NOT_OVER)}
    return [Delivery(*row) for row in rows(connection.connection, connection.dialect, wanted, values)]


def _text(doubtful: int) -> str:
    if not doubtful:
        return _MISSING
    return f"{_MISSING} {'1 message' if doubtful == 1 else f'{doubtful} messages'} of this incident may have been sent."
