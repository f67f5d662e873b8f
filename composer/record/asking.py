"""Questions to the open file: rows of one kind, as values of the domain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table

from composer.domain.delivery import FINAL
from composer.record.file import RecordFile
from composer.record.rows import DELIVERIES
from composer.record.statements import narrowed, rows

T = TypeVar("T")


class Asking(RecordFile):
    """A record file that is asked for rows."""

    def _all(self, kind: Callable[..., T], wanted: Select[Any], **values: Any) -> tuple[T, ...]:
        return tuple(kind(*row) for row in self._rows(wanted, **values))

    def _one(self, kind: Callable[..., T], wanted: Select[Any], **values: str) -> T | None:
        return next(iter(self._all(kind, wanted, **values)), None)

    def _matching(
        self,
        kind: Callable[..., T],
        statement: Select[Any],
        table: Table,
        wanted: Mapping[str, str | None],
        states: Iterable[StrEnum] | None = None,
    ) -> tuple[T, ...]:
        """What has the wanted value in each column where it is not None, and one of the states unless those are None."""
        values: dict[str, Any] = {column: value for column, value in wanted.items() if value is not None}
        columns = tuple(values)
        states = None if states is None else tuple(states)
        if states is not None and not states:
            return ()
        values |= {f"state_{number}": state for number, state in enumerate(states or ())}
        over = table is not DELIVERIES or not states or not FINAL.isdisjoint(states)
        return self._all(kind, narrowed(statement, table, columns, len(states or ()), over=over), **values)


def one(connection: Connection, kind: Callable[..., T], wanted: Select[Any], **values: str) -> T | None:
    """What a select finds first, inside a transaction; None where it finds nothing."""
    found = rows(connection.connection, connection.dialect, wanted, values)
    return kind(*found[0]) if found else None
