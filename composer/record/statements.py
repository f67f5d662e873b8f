"""The statements of the record, built once: what a table's row is as a domain object, and the ways in which rows are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Dialect,
    Select,
    Table,
    and_,
    bindparam,
    exists,
    insert,
    or_,
    select,
    update,
)

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
    PUBLISHES,
    RECIPIENTS,
)

_READERS = {
    kind: (names := tuple(each.name for each in fields(kind)), attrgetter(*names))
    for kind in (Incident, Publish, Message, Delivery, Recipient, TimelineEvent, Draft)
}


def _columns(table: Table, kind: type) -> list[Column[Any]]:
    return [table.c[each.name] for each in fields(kind)]


FIND_INCIDENT = select(*_columns(INCIDENTS, Incident)).where(INCIDENTS.c.id == bindparam("id"))
ALL_INCIDENTS = select(*_columns(INCIDENTS, Incident)).order_by(
    INCIDENTS.c.declared_at.desc(), INCIDENTS.c.id.desc()
)
PUBLISH = select(*_columns(PUBLISHES, Publish)).order_by(PUBLISHES.c.sequence)
PUBLISH_BY_KEY = select(*_columns(PUBLISHES, Publish)).where(PUBLISHES.c.key == bindparam("key"))
FIND_PUBLISH = select(*_columns(PUBLISHES, Publish)).where(PUBLISHES.c.id == bindparam("id"))
MESSAGE = select(*_columns(MESSAGES, Message)).order_by(MESSAGES.c.sequence)
DELIVERY = select(*_columns(DELIVERIES, Delivery)).order_by(DELIVERIES.c.sequence)
FIND_DELIVERY = select(*_columns(DELIVERIES, Delivery)).where(DELIVERIES.c.id == bindparam("id"))
RECIPIENT = select(*_columns(RECIPIENTS, Recipient)).order_by(RECIPIENTS.c.ordinal)
EVENT = select(*_columns(EVENTS, TimelineEvent)).order_by(EVENTS.c.at, EVENTS.c.sequence)
DRAFT = select(*_columns(DRAFTS, Draft))

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
    .where(DELIVERIES.c.amend.is_not(None), DELIVERIES.c.amended_at.is_(None))
    .where(DELIVERIES.c.state == DeliveryState.SENT, _page.c.state == DeliveryState.SENT)
)

_of_message = and_(
    DELIVERIES.c.publish_id == MESSAGES.c.publish_id,  # says nothing new, but has an index
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


def add(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Inserts rows in one statement; none is fine. The rows of one call name the same columns.

    They go straight to the driver: SQLAlchemy's work for each value costs as much as all the rest of a publish.
    """
    listed = list(rows)
    if not listed:
        return
    key = (table.name, tuple(listed[0]), connection.dialect.name)
    insertion = _insertions.get(key) or _insertions.setdefault(
        key, _Insertion(connection.dialect, table, listed[0])
    )
    connection.exec_driver_sql(insertion.statement, [insertion.prepared(row) for row in listed])


class _Insertion:
    """An insert as the driver takes it, with what turns a row's values into the columns'."""

    def __init__(self, dialect: Dialect, table: Table, columns: Iterable[str]) -> None:
        compiled = insert(table).compile(dialect=dialect, column_keys=list(columns))
        self.statement = str(compiled)
        writers = ((name, table.c[name].type.bind_processor(dialect)) for name in columns)
        self._writers = [(name, write) for name, write in writers if write is not None]
        order = getattr(compiled, "positiontup", None)
        self._ordered: Callable[[dict[str, Any]], Any] = itemgetter(*order) if order else dict

    def prepared(self, row: dict[str, Any]) -> Any:
        """The row's values for the driver: in the statement's order, or by name where the driver wants names."""
        for name, write in self._writers:
            row[name] = write(row[name])
        return self._ordered(row)


_insertions: dict[tuple[str, tuple[str, ...], str], _Insertion] = {}


def matching(statement: Select[Any], table: Table, **wanted: str | None) -> Select[Any]:
    """The statement with a condition for each column whose wanted value is not None."""
    conditions = [table.c[column] == value for column, value in wanted.items() if value is not None]
    return statement.where(*conditions)
