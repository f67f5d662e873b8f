"""The statements of the record, built once: what a table's row is as a domain object, and the ways in which rows are found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

from sqlalchemy import (
    Boolean,
    ClauseElement,
    Column,
    ColumnElement,
    Connection,
    Dialect,
    PoolProxiedConnection,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    exists,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.sql.compiler import SQLCompiler

from composer.domain.channel import Channel
from composer.domain.delivery import SAID, Delivery, DeliveryKind, DeliveryState, Recipient
from composer.domain.draft import Draft
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.record import Message, Publish
from composer.record.rows import (
    DELIVERIES,
    DRAFTS,
    EVENTS,
    INCIDENTS,
    MESSAGES,
    NOT_OVER,
    PUBLISHES,
    RECIPIENTS,
    TO_AMEND,
)
from composer.record.sqlite import bare

_READERS = {
    kind: (names := tuple(each.name for each in fields(kind)), attrgetter(*names))
    for kind in (Incident, Publish, Message, Delivery, Recipient, TimelineEvent, Draft)
}

_TABLES = {
    Incident: INCIDENTS,
    Publish: PUBLISHES,
    Message: MESSAGES,
    Delivery: DELIVERIES,
    Recipient: RECIPIENTS,
    TimelineEvent: EVENTS,
    Draft: DRAFTS,
}

# The first name stands twice, so that of a single one it is a tuple too; the second is looked at no more.
_MAY_BE_EMPTY = {
    kind: (
        names := tuple(each.name for each in fields(kind) if _TABLES[kind].c[each.name].nullable),
        attrgetter(*names, names[0]),
    )
    for kind in _TABLES
}


def _columns(table: Table, kind: type) -> list[Column[Any]]:
    return [table.c[each.name] for each in fields(kind)]


FIND_INCIDENT = select(*_columns(INCIDENTS, Incident)).where(INCIDENTS.c.id == bindparam("id"))
ALL_INCIDENTS = select(*_columns(INCIDENTS, Incident)).order_by(
    INCIDENTS.c.declared_at.desc(), INCIDENTS.c.id.desc()
)
OPEN_INCIDENTS = ALL_INCIDENTS.where(INCIDENTS.c.resolved_at.is_(None), INCIDENTS.c.taken_back_at.is_(None))
PUBLISH = select(*_columns(PUBLISHES, Publish)).order_by(PUBLISHES.c.sequence)
PUBLISH_BY_KEY = select(*_columns(PUBLISHES, Publish)).where(PUBLISHES.c.key == bindparam("key"))
FIND_PUBLISH = select(*_columns(PUBLISHES, Publish)).where(PUBLISHES.c.id == bindparam("id"))
MESSAGE = select(*_columns(MESSAGES, Message)).order_by(MESSAGES.c.sequence)
DELIVERY = select(*_columns(DELIVERIES, Delivery)).order_by(DELIVERIES.c.sequence)
FIND_DELIVERY = select(*_columns(DELIVERIES, Delivery)).where(DELIVERIES.c.id == bindparam("id"))
AFTER = DELIVERY.where(
    DELIVERIES.c.account == bindparam("account"),
    DELIVERIES.c.destination == bindparam("destination"),
    DELIVERIES.c.sequence > bindparam("stored"),
)
RECIPIENT = select(*_columns(RECIPIENTS, Recipient)).order_by(RECIPIENTS.c.ordinal)
EVENT = select(*_columns(EVENTS, TimelineEvent)).order_by(EVENTS.c.at, EVENTS.c.sequence)
DRAFT = select(*_columns(DRAFTS, Draft))
DRAFTS_BY_CHANGE = DRAFT.order_by(DRAFTS.c.updated_at.desc(), DRAFTS.c.id)

CLAIM = (
    update(DELIVERIES)
    .where(DELIVERIES.c.id == bindparam("delivery"), DELIVERIES.c.state == DeliveryState.QUEUED)
    .values(
        state=DeliveryState.SENDING,
        owner=bindparam("claimed_by"),
        on_wire=False,
        attempts=DELIVERIES.c.attempts + 1,
        error=None,
    )
)
MOVE = update(DELIVERIES).where(
    DELIVERIES.c.id == bindparam("delivery"),
    DELIVERIES.c.state == bindparam("old_state"),
    DELIVERIES.c.attempts == bindparam("old_attempts"),
)
SET_RECIPIENT = (
    update(RECIPIENTS)
    .where(RECIPIENTS.c.delivery_id == bindparam("delivery"), RECIPIENTS.c.ordinal == bindparam("position"))
    .values(state=bindparam("new_state"), error=bindparam("new_error"))
)
SAVE_INCIDENT = (
    update(INCIDENTS)
    .where(INCIDENTS.c.id == bindparam("incident"), INCIDENTS.c.revision == bindparam("expected"))
    # Named one by one, so that the statement is built once.
    .values({column: bindparam(f"new_{column.name}") for column in INCIDENTS.c if not column.primary_key})
)

_page = DELIVERIES.alias()
DUE_AMENDS = (
    DELIVERY.join(_page, _page.c.id == DELIVERIES.c.amend_after)
    .where(TO_AMEND, DELIVERIES.c.state == DeliveryState.SENT)
    .where(or_(_page.c.state == DeliveryState.SENT, _page.c.state == DeliveryState.BY_HAND))
)

_of_message = and_(
    DELIVERIES.c.incident_id == MESSAGES.c.incident_id,  # these two say nothing new, but have an index
    DELIVERIES.c.publish_id == MESSAGES.c.publish_id,
    DELIVERIES.c.message_id == MESSAGES.c.id,
    DELIVERIES.c.kind == DeliveryKind.MESSAGE,
)
SAID_MESSAGES = (
    select(
        MESSAGES.c.channel,
        MESSAGES.c.template,
        PUBLISHES.c.at,
        MESSAGES.c.severity,
        MESSAGES.c.phase,
        MESSAGES.c.promise_at,
        MESSAGES.c.sequence,
    )
    .join(PUBLISHES, PUBLISHES.c.id == MESSAGES.c.publish_id)
    .where(MESSAGES.c.incident_id == bindparam("incident"))
    .where(
        or_(
            exists().where(_of_message, DELIVERIES.c.state.in_(sorted(SAID))),
            # A text that is only ever copied needs no delivery to count.
            and_(MESSAGES.c.channel == Channel.COPY, ~exists().where(_of_message)),
        )
    )
)
SKIPS = select(
    EVENTS.c.channel, EVENTS.c.template, EVENTS.c.at, EVENTS.c.severity, EVENTS.c.phase, EVENTS.c.sequence
).where(
    EVENTS.c.incident_id == bindparam("incident"),
    EVENTS.c.kind == EventKind.SKIPPED,
    EVENTS.c.channel.is_not(None),
    EVENTS.c.template.is_not(None),
)


def as_row(value: Any, **more: Any) -> dict[str, Any]:
    """A domain object's attributes by name, with some replaced or added."""
    names, read = _READERS[type(value)]
    return dict(zip(names, read(value), strict=True)) | more


@cache
def moving(columns: tuple[str, ...]) -> Update:
    """`MOVE` for some columns: each gets the value that is named `new_` and its name."""
    return MOVE.values({name: bindparam(f"new_{name}") for name in columns})


@cache
def narrowed(
    statement: Select[Any], table: Table, columns: tuple[str, ...], states: int = 0, *, over: bool = True
) -> Select[Any]:
    """The statement for rows with a given value in each of the columns, and one of so many states: `state_0`, `state_1`.

    `over` is false where these are states of deliveries that are not over, for which there is an index.
    """
    conditions: list[ColumnElement[bool]] = [table.c[column] == bindparam(column) for column in columns]
    if "publish_id" in columns and "incident_id" not in columns:
        # Messages and deliveries are found by their incident: each further index makes every publish slower.
        of = select(PUBLISHES.c.incident_id).where(PUBLISHES.c.id == bindparam("publish_id"))
        conditions.append(table.c.incident_id == of.scalar_subquery())
    if states:
        conditions.append(table.c.state.in_([bindparam(f"state_{number}") for number in range(states)]))
    return statement.where(*conditions) if over else statement.where(*conditions, NOT_OVER)


# --- past SQLAlchemy ------------------------------------------------------------------------------------------

# SQLAlchemy writes the statements and converts the values. Handing each execution through it costs more than all of SQLite's work,
# so what runs often is compiled once and goes straight to the driver.


class _Compiled:
    """A statement as the driver takes it."""

    def __init__(
        self, dialect: Dialect, statement: ClauseElement, columns: Iterable[str] | None = None
    ) -> None:
        compiled = cast(
            SQLCompiler,
            statement.compile(dialect=dialect, column_keys=None if columns is None else list(columns)),
        )
        self.text = str(compiled)
        constants = compiled.params
        self._by_name = compiled.positiontup is None
        self.names = tuple(compiled.positiontup or constants)
        self._values = [
            (name, constants[name], compiled.binds[name].type.bind_processor(dialect)) for name in self.names
        ]

    def values(self, given: Mapping[str, Any]) -> Any:
        """What is handed over with the text."""
        return self._handed(
            [
                given.get(name, constant) if write is None else write(given.get(name, constant))
                for name, constant, write in self._values
            ]
        )

    def _handed(self, listed: list[Any]) -> Any:
        return dict(zip(self.names, listed, strict=True)) if self._by_name else listed


class _Insertion(_Compiled):
    """An insert of domain objects of one kind; `more` are columns with one value for all rows, `without` those that nothing is put into."""

    def __init__(
        self, dialect: Dialect, table: Table, kind: type, more: Collection[str], without: Collection[str]
    ) -> None:
        left_out = {"sequence", *more, *without}
        own = [each.name for each in fields(kind) if each.name not in left_out]
        super().__init__(dialect, insert(table), [*own, *more])
        self.text_unless_there = (
            f"{self.text} ON CONFLICT DO NOTHING"  # an id is unique alone, or within its incident
        )
        self._read = attrgetter(*(name for name in self.names if name in own))
        self._more = [(place, name) for place, name in enumerate(self.names) if name in more]
        # None is looked for below, so the column type's own way round it is not needed: a publish writes a hundred such values.
        self._write = [
            (
                place,
                int
                if isinstance(table.c[name].type, Boolean)
                else getattr(table.c[name].type, "write", write),
            )
            for place, (name, _, write) in enumerate(self._values)
            if write
        ]

    def row(self, value: Any, more: Mapping[str, Any]) -> Any:
        """One object's values for the driver."""
        row = list(self._read(value))
        for place, name in self._more:
            row.insert(place, more[name])
        for place, write in self._write:
            value = row[place]
            if value is not None:
                row[place] = write(value)
        return self._handed(row)


class _Question(_Compiled):
    """A select, with what turns its rows into values of the domain."""

    def __init__(self, dialect: Dialect, statement: Select[Any]) -> None:
        super().__init__(dialect, statement)
        readers = [column.type.result_processor(dialect, None) for column in statement.selected_columns]
        self._read = [(place, read) for place, read in enumerate(readers) if read is not None]

    def row(self, found: Iterable[Any]) -> list[Any]:
        """One row with values of the domain."""
        row = list(found)
        for place, read in self._read:
            row[place] = read(row[place])
        return row


K = TypeVar("K", bound=_Compiled)
_compiled: dict[tuple[Any, ...], _Compiled] = {}


def _kept(make: Callable[..., K], dialect: Dialect, *arguments: Any) -> K:
    """What was compiled once for a kind of database."""
    key = (make, dialect.name, *arguments)
    found = _compiled.get(key)
    if found is None:
        found = _compiled[key] = make(dialect, *arguments)
    return cast(K, found)


def add(connection: Connection, objects: Iterable[Any], **more: Any) -> None:
    """Inserts domain objects of one kind; none is fine. `more` are columns with one value for all of them."""
    listed = list(objects)
    if not listed:
        return
    kind = type(listed[0])
    # The driver looks for somebody who can adapt each None: that takes as long as storing a text, and half of a new delivery's columns are empty.
    names, read = _MAY_BE_EMPTY[kind]
    columns = zip(*map(read, listed), strict=True)
    without = tuple(
        [name for name, column in zip(names, columns, strict=False) if column.count(None) == len(listed)]
    )
    insertion = _kept(_Insertion, connection.dialect, _TABLES[kind], kind, tuple(more), without)
    bare(connection).executemany(insertion.text, [insertion.row(each, more) for each in listed])


def add_new(connection: Connection, value: Any, **more: Any) -> bool:
    """Inserts one domain object; false where one with its id is there already, which stays as it is."""
    kind = type(value)
    insertion = _kept(_Insertion, connection.dialect, _TABLES[kind], kind, tuple(more), ())
    done = bare(connection).execute(insertion.text_unless_there, insertion.row(value, more))
    return bool(done.rowcount)


def change(connection: Connection, statement: Update, given: Iterable[Mapping[str, Any]]) -> int:
    """Runs an update, once for each of the given values; how many rows it changed."""
    compiled = _kept(_Compiled, connection.dialect, statement)
    done = bare(connection).executemany(compiled.text, [compiled.values(each) for each in given])
    return int(done.rowcount)


def rows(
    connection: PoolProxiedConnection, dialect: Dialect, statement: Select[Any], given: Mapping[str, Any]
) -> list[list[Any]]:
    """The rows that a select finds, with values of the domain."""
    question = _kept(_Question, dialect, statement)
    with closing(connection.cursor()) as cursor:
        cursor.execute(question.text, question.values(given))
        found = cursor.fetchall()
    return [question.row(row) for row in found]
