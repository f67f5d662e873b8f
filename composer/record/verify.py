"""Proves the record whole and unaltered: SQLite's own checks, and every stored text and payload against its hash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select
from sqlalchemy.exc import DBAPIError

from composer.domain.errors import ComposerError
from composer.domain.record import RecordFault, message_digest
from composer.record.digest import payload_digest
from composer.record.rows import DELIVERIES, MESSAGES
from composer.record.schema import missing_objects
from composer.record.sqlite import Sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection

Explained = Callable[[DBAPIError], ComposerError]

_AT_ONCE = 500
_ALTERED_TEXT = "Its subject or text is not what was published."
_ALTERED_PAYLOAD = "Its payload is not what was frozen when it was published."


def faults(connection: Connection, explained: Explained) -> Iterator[RecordFault]:
    """Everything found wrong, but for the search, whose check must be able to write. A part that can't be read is a fault, and the others are still looked at."""
    yield from _unless_unreadable("record.db", _own_checks(connection), explained)
    yield from _unless_unreadable("messages", _messages(connection), explained)
    yield from _unless_unreadable("deliveries", _payloads(connection), explained)


def _own_checks(connection: Connection) -> Iterator[RecordFault]:
    for where, what in Sqlite.faults(connection):
        yield RecordFault(where, what)
    for name in missing_objects(connection):
        yield RecordFault(name, "This index or trigger is missing.")


def _messages(connection: Connection) -> Iterator[RecordFault]:
    columns = select(MESSAGES.c.id, MESSAGES.c.sha256, MESSAGES.c.subject, MESSAGES.c.text)
    for message_id, digest, subject, text in _streamed(connection, columns.order_by(MESSAGES.c.sequence)):
        if not isinstance(text, str) or message_digest(subject, text) != digest:
            yield RecordFault(f"message {message_id}", _ALTERED_TEXT)


def _payloads(connection: Connection) -> Iterator[RecordFault]:
    columns = select(DELIVERIES.c.id, DELIVERIES.c.payload_sha256, DELIVERIES.c.payload)
    for delivery_id, digest, payload in _streamed(connection, columns.order_by(DELIVERIES.c.sequence)):
        if not isinstance(payload, bytes) or payload_digest(payload) != digest:
            yield RecordFault(f"delivery {delivery_id}", _ALTERED_PAYLOAD)


def _streamed(connection: Connection, wanted: Select[Any]) -> Iterator[Any]:
    # A record may be larger than memory.
    yield from connection.execute(wanted, execution_options={"yield_per": _AT_ONCE})


def _unless_unreadable(
    where: str, found: Iterator[RecordFault], explained: Explained
) -> Iterator[RecordFault]:
    try:
        yield from found
    except DBAPIError as trouble:
        yield RecordFault(where, str(explained(trouble).args[0]))
