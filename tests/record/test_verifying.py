"""`verify` finds what was altered, lost or damaged, and finds nothing in a whole record."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from composer.domain.errors import RecordDamagedError
from composer.record.record import Record
from tests.record import made


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed record with two publishes."""
    with Record.open(path) as record:
        record.store(made.bundle(count=3))
        record.store(made.bundle(count=3))
        assert record.verify() == ()
    return path


def alter(path: Path, *statements: str) -> None:
    """Changes the file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def found(path: Path) -> list[str]:
    """Where `verify` found something."""
    with Record.open(path) as record:
        return [fault.where for fault in record.verify()]


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE messages SET text = text || '.' WHERE sequence = 2", "message "),
        ("UPDATE messages SET subject = '' WHERE sequence = 2", "message "),
        ("UPDATE messages SET text = CAST('x' AS BLOB) WHERE sequence = 2", "message "),
        ("UPDATE messages SET sha256 = 'x' WHERE sequence = 2", "message "),
        ("UPDATE deliveries SET payload = X'00' WHERE sequence = 2", "delivery "),
        ("UPDATE deliveries SET payload = 'text' WHERE sequence = 2", "delivery "),
        ("UPDATE deliveries SET publish_id = 'none' WHERE sequence = 2", "deliveries, row 2"),
        ("DROP INDEX ix_deliveries_unfinished", "ix_deliveries_unfinished"),
        ("DROP TRIGGER messages_search_delete", "messages_search_delete"),
    ],
)
def test_one_alteration_is_one_fault(filled: Path, statement: str, where: str) -> None:
    alter(filled, statement)
    faults = found(filled)
    assert len(faults) == 1
    assert faults[0].startswith(where)


def test_a_message_that_the_search_does_not_know_is_found(filled: Path) -> None:
    alter(
        filled,
        "INSERT INTO message_search(message_search, rowid, subject, text, title) "
        "SELECT 'delete', sequence, subject, text, title FROM searchable_messages WHERE sequence = 2",
    )
    assert found(filled) == ["search"]


def test_what_the_search_was_not_filled_with_yet_is_no_fault(filled: Path) -> None:
    with Record.open(filled) as record:
        record.store(made.bundle(count=3))
        assert record.verify() == ()
    # Verifying filled it, so its check was of all messages.
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("SELECT count(*) FROM message_search_docsize").fetchone() == (9,)


def test_text_that_is_no_text_is_a_fault_and_the_rest_is_still_looked_at(filled: Path) -> None:
    alter(
        filled,
        "DROP TRIGGER messages_search_update",
        "UPDATE messages SET text = CAST(X'FF' AS TEXT) WHERE sequence = 1",
        "UPDATE deliveries SET payload = X'00' WHERE sequence = 1",
    )
    faults = found(filled)
    assert "messages" in faults
    assert any(where.startswith("delivery ") for where in faults)


@pytest.mark.parametrize(
    "table", ["messages", "deliveries", "message_search_data", "ix_deliveries_incident_id_publish_id"]
)
def test_a_corrupt_page_is_found(filled: Path, table: str) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with filled.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    with Record.open(filled) as record:
        assert record.verify() != ()
        if table == "messages":
            with pytest.raises(RecordDamagedError, match="is damaged"):
                record.messages()


def test_a_value_that_nobody_can_read_is_damage(filled: Path) -> None:
    for statement, read in (
        ("UPDATE incidents SET declared_at = 'yesterday'", Record.incidents),
        ("UPDATE incidents SET declared_at = '2026-01-01T00:00:00.000000Z', roles = '{'", Record.incidents),
        ("UPDATE incidents SET roles = '[]'", Record.incidents),
        ("UPDATE incidents SET roles = '{}', components = '{\"a\": \"odd\"}'", Record.incidents),
        ("UPDATE messages SET at = '2026-01-01T00:00:00'", Record.messages),
        ("UPDATE messages SET at = '2026-01-01T00:00:00.000000Z', channel = 'fax'", Record.messages),
    ):
        alter(filled, statement)
        with Record.open(filled) as record, pytest.raises(RecordDamagedError, match="can't be read"):
            read(record)


def test_a_read_only_record_is_verified_but_for_the_search(filled: Path) -> None:
    alter(filled, "UPDATE deliveries SET payload = X'00' WHERE sequence = 2")
    with Record.open(filled, read_only=True) as record:
        assert len(record.verify()) == 1
