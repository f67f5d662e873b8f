"""All that only SQLite knows: how a connection is set up, how a transaction begins, search, backup, and what its errors mean.

The rest of the record is SQLAlchemy that PostgreSQL would take as well; there, a class with the methods of `Sqlite` would stand beside this one.

A connection has WAL with `synchronous=FULL` (a commit survives the power cut), foreign keys on, `secure_delete` (what is deleted is gone from
the file) and waits up to five seconds for another writer. The driver begins no transaction by itself: reads use BEGIN, writes BEGIN IMMEDIATE,
so that a write waits at its start and never fails in its middle because somebody else was faster.
"""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from composer.domain.errors import (
    BugError,
    ComposerError,
    RecordBusyError,
    RecordDamagedError,
    RecordError,
    RecordFullError,
)
from composer.domain.sayings import Code, told

BUSY_MS = 5_000
HEADER = b"SQLite format 3\x00"
MOST_WORDS = 32
LONG_TEXT = 4_000
"""FTS5 takes the square of a word's occurrences to choose a snippet: 25,000 of them take six seconds. A text with more characters gets ours."""

SEARCH_TRIGGERS = ("messages_search_delete", "messages_search_update", "incidents_search_update")
"""The triggers that keep the full-text index `message_search` true to what it holds; the first migration makes them. What is new gets in by `fill_search`."""
# FTS5's own table of sizes has a row for each message that the index holds.
_IS_BEHIND = """
    SELECT EXISTS (SELECT 1 FROM messages WHERE sequence > (SELECT coalesce(max(id), 0) FROM message_search_docsize))
"""
_FILL = """
    INSERT INTO message_search(rowid, subject, text, title)
    SELECT sequence, subject, text, title FROM searchable_messages
    WHERE sequence > (SELECT coalesce(max(id), 0) FROM message_search_docsize)
"""


class Access(StrEnum):
    """How the file is opened. `IMMUTABLE` reads without locks and without a trace: only for a file that nobody writes."""

    WRITE = "mode=rw"
    READ = "mode=ro"
    IMMUTABLE = "mode=ro&immutable=1"


class Sqlite:
    """One database file, which must exist, and how it is opened."""

    def __init__(self, path: Path, access: Access = Access.WRITE) -> None:
        self.path = path
        self.access = access

    # --- connections ------------------------------------------------------------------------------------------

    def connect(self, *, foreign_keys: bool = True) -> sqlite3.Connection:
        """A connection with our settings; sqlite3.Error where it can't be had."""
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{self.access}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_MS / 1000,
            check_same_thread=False,  # the pool hands it from thread to thread, to one at a time
        )
        try:
            connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("PRAGMA synchronous=FULL")
            if self.access is Access.WRITE:
                connection.execute("PRAGMA journal_mode=WAL")
        except BaseException:
            connection.close()
            raise
        return connection

    def engine(self) -> Engine:
        """The pool of connections, for reading. SQLAlchemy begins a transaction with the first statement."""
        engine = create_engine(
            "sqlite://",
            creator=self.connect,
            poolclass=QueuePool,
            pool_size=8,
            max_overflow=-1,
            pool_use_lifo=True,  # the connection used last has the pages in memory
        )
        event.listen(engine, "begin", _begin)
        return engine

    @staticmethod
    def writing(engine: Engine) -> Engine:
        """The same pool, for transactions that write: SQLAlchemy begins none, `transaction` does."""
        return engine.execution_options(begin=None)

    @staticmethod
    @contextmanager
    def transaction(connection: Connection) -> Iterator[None]:
        """One transaction that writes, on a connection of `writing`: stored for good at its end, or taken back.

        It goes past SQLAlchemy, whose own beginning and end of a transaction take longer than SQLite's.
        """
        driver = bare(connection)
        driver.execute("BEGIN IMMEDIATE")
        try:
            yield
            driver.commit()
        except BaseException:
            driver.rollback()
            raise

    @staticmethod
    def set_busy_wait(connection: Connection, milliseconds: int) -> None:
        """How long this connection waits for another writer from now on."""
        if connection.info.get("busy_ms", BUSY_MS) != milliseconds:
            connection.connection.cursor().execute(f"PRAGMA busy_timeout={milliseconds:d}")
            connection.info["busy_ms"] = milliseconds

    @staticmethod
    def set_soon(connection: Connection, *, soon: bool) -> None:
        """Whether the next transaction of this connection may reach the disk later, with the next one that may not."""
        if connection.info.get("soon", False) != soon:
            # Set back to FULL, the next commit puts the whole log on the disk, what was only written before with it.
            connection.connection.cursor().execute(f"PRAGMA synchronous={'NORMAL' if soon else 'FULL'}")
            connection.info["soon"] = soon

    # --- the file ---------------------------------------------------------------------------------------------

    def create_file(self) -> None:
        """Makes an empty file that only its owner may read, before SQLite would make one that all may; WAL and index inherit its mode."""
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))

    def has_log(self) -> bool:
        """Whether a write-ahead log with something in it stands beside the file."""
        try:
            return Path(f"{self.path}-wal").stat().st_size > 0
        except OSError:
            return False

    def identity(self) -> tuple[int, int]:
        """Which file the path names now; it changes when the file is replaced."""
        status = os.stat(self.path)  # noqa: PTH116 - every write asks, and it takes half the time of Path.stat
        return status.st_dev, status.st_ino

    def back_up(self, target: Path) -> None:
        """Copies the whole record as of now into a new file, also while others write. The target appears whole or not at all, for its owner only."""
        partial = target.with_name(target.name + ".partial")
        partial.unlink(missing_ok=True)
        Sqlite(partial).create_file()
        try:
            with closing(self.connect()) as source, closing(sqlite3.connect(partial)) as copy:
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")  # one file, which can be copied with any tool
            with partial.open("rb") as written:
                os.fsync(written.fileno())
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)

    # --- how far it has come ----------------------------------------------------------------------------------

    # Two numbers of 32 bits that SQLite keeps in its header for the program, and changes with the transaction. A database without such a header has a table for them.

    @staticmethod
    def reached(connection: sqlite3.Connection) -> tuple[int, int]:
        """Which line of copies the record belongs to (0: none yet), and the number that it has come to in it."""
        line = connection.execute("PRAGMA application_id").fetchone()[0]
        return int(line), int(connection.execute("PRAGMA user_version").fetchone()[0])

    @staticmethod
    def set_number(connection: sqlite3.Connection, number: int) -> None:
        """Let the record have come to that number, with the transaction."""
        connection.execute(f"PRAGMA user_version={number:d}")

    @staticmethod
    def set_line(connection: sqlite3.Connection, line: int) -> None:
        """Let the record belong to that line of copies, with the transaction."""
        connection.execute(f"PRAGMA application_id={line:d}")

    # --- looking after the data -------------------------------------------------------------------------------

    @staticmethod
    def names(connection: Connection, kind: str) -> set[str]:
        """The names of all tables, views, indexes or triggers in the file."""
        rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = ?", (kind,))
        return {row[0] for row in rows}

    @staticmethod
    def faults(connection: Connection) -> Iterator[tuple[str, str]]:
        """What SQLite itself finds wrong: where, and what."""
        for (line,) in connection.exec_driver_sql("PRAGMA quick_check"):
            if line != "ok":
                yield "record.db", str(line)
        yield from Sqlite.orphans(connection)

    @staticmethod
    def orphans(connection: Connection) -> Iterator[tuple[str, str]]:
        """Rows that point to a row which is not there."""
        for child, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"{child}, row {row}", f"It belongs to a row of {parent} that is missing."

    @staticmethod
    def check_search(connection: Connection) -> None:
        """Raises an error of SQLite where the search does not fit the messages; needs a transaction that may write."""
        connection.exec_driver_sql(
            "INSERT INTO message_search(message_search, rank) VALUES ('integrity-check', 1)"
        )

    @staticmethod
    def is_search_behind(connection: sqlite3.Connection) -> bool:
        """Whether messages were stored that the search does not know yet."""
        return bool(connection.execute(_IS_BEHIND).fetchone()[0])

    @staticmethod
    def fill_search(connection: sqlite3.Connection) -> None:
        """Makes known to the search what was stored since it was last filled; fine where that is nothing, or where another process was faster."""
        connection.execute(_FILL)

    @staticmethod
    @contextmanager
    def filled_copy(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
        """The record in memory, with a search that knows every message: for a file that may not be written."""
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            connection.backup(copy)
            Sqlite.fill_search(copy)
            yield copy

    @staticmethod
    def rebuild_search(connection: Connection) -> None:
        """Makes the search anew from the messages."""
        connection.exec_driver_sql("INSERT INTO message_search(message_search) VALUES ('rebuild')")

    # --- search -----------------------------------------------------------------------------------------------

    @staticmethod
    def search(
        connection: sqlite3.Connection,
        words: Sequence[str],
        columns: str,
        limit: int,
        narrowed: Mapping[str, str],
    ) -> list[Any]:
        """The newest messages that hold all of `words` (see `search_words`) and may have been said, as tuples: `columns` of the message `m`, the incident's title, a snippet
        (None where the text is too long for SQLite's).

        A word also finds longer words that begin with it. Nothing in a word is syntax; without words the newest messages are found. `narrowed` are values by the keys of
        `NARROWED`. Newest first is what makes it fast: ordering by relevance would visit every find.
        """
        where, values = _where(words, narrowed)
        if not words:
            return connection.execute(
                f"""
                SELECT {columns}, i.title, substr(m.text, 1, 160)
                FROM messages m JOIN incidents i ON i.id = m.incident_id {where} ORDER BY m.sequence DESC LIMIT :most
                """,  # noqa: S608
                {**values, "most": limit},
            ).fetchall()
        return connection.execute(
            # `columns` and `where` are of ours.
            f"""
            SELECT {columns}, i.title, CASE
                WHEN length(m.text) + length(coalesce(m.subject, '')) + length(i.title) <= {LONG_TEXT}
                THEN snippet(message_search, -1, '[', ']', '…', 16)
            END
            FROM message_search s
            CROSS JOIN messages m ON m.sequence = s.rowid CROSS JOIN incidents i ON i.id = m.incident_id
            {where} ORDER BY s.rowid DESC LIMIT :most
            """,  # noqa: S608
            {**values, "most": limit},
        ).fetchall()

    @staticmethod
    def count(
        connection: sqlite3.Connection, words: Sequence[str], narrowed: Mapping[str, str]
    ) -> tuple[int, int]:
        """How many messages such a search finds, and of how many incidents."""
        where, values = _where(words, narrowed)
        source = "messages m"
        if words:
            source = "message_search s CROSS JOIN messages m ON m.sequence = s.rowid"
        found = connection.execute(
            f"SELECT count(*), count(DISTINCT m.incident_id) FROM {source} {where}",  # noqa: S608
            values,
        ).fetchone()
        return int(found[0]), int(found[1])

    # --- errors -----------------------------------------------------------------------------------------------

    def explained(self, trouble: BaseException) -> ComposerError:
        """An error of SQLite in words for the person, by SQLite's own name for it and never by its text."""
        name = str(getattr(trouble, "sqlite_errorname", "") or "")
        kind = "_".join(name.split("_")[:2])
        match kind:
            case "SQLITE_FULL":
                return RecordFullError(
                    told(Code.NO_SPACE, path=self.path),
                    next_step=told(Code.FREE_SPACE),
                )
            case "SQLITE_BUSY" | "SQLITE_LOCKED":
                return busy(self.path)
            case "SQLITE_CORRUPT" | "SQLITE_NOTADB":
                return damaged(self.path)
            case "SQLITE_READONLY" | "SQLITE_PERM" | "SQLITE_AUTH":
                return RecordError(
                    told(Code.RECORD_UNWRITABLE, path=self.path),
                    next_step=told(Code.CHANGE_PERMISSIONS),
                )
            case "SQLITE_CANTOPEN":
                return RecordError(
                    told(Code.RECORD_UNOPENABLE, path=self.path),
                    next_step=told(Code.SEE_FILE_EXISTS),
                )
            case "SQLITE_IOERR":
                return RecordError(
                    told(Code.DISK_REFUSED, path=self.path, error=name),
                    next_step=told(Code.DISK_SPACE_RESTART),
                )
        if not name and isinstance(trouble, sqlite3.OperationalError):
            return damaged(self.path)  # the driver's own: bytes in a text column that are no UTF-8
        return BugError(f"SQLite refused a statement of ours: {trouble}")


NARROWED = {
    "channel": "m.channel = :channel",
    "severity": "m.severity = :severity",
    "phase": "m.phase = :phase",
    "incident_id": "m.incident_id = :incident_id",
    "since": "m.at >= :since",
    "until": "m.at < :until",
    "after": "m.sequence < (SELECT sequence FROM messages WHERE incident_id = :of AND id = :after)",
    "of": "TRUE",
}
"""What a search may be narrowed by. `after` and `of` are the last message found before and its incident: the search goes on behind it."""


MAY_HAVE_BEEN_SAID = """
    NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.message_id = m.id AND d.state = 'cancelled' AND NOT d.on_wire)
"""
"""What was taken back was never said; what was let be after it may have arrived may have been read. An index of its own holds just these deliveries."""


def _where(words: Sequence[str], narrowed: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    parts = [*(NARROWED[name] for name in narrowed), MAY_HAVE_BEEN_SAID]
    values = dict(narrowed)
    if words:
        parts.insert(0, "message_search MATCH :words")
        quoted = (word.replace('"', '""') for word in words)
        values["words"] = " ".join(f'"{word}"*' for word in quoted)
    return f"WHERE {' AND '.join(parts)}", values


def search_words(query: str) -> list[str]:
    """The words of a query. What holds no letter or digit is no word to the index."""
    # NUL would end the expression early, and half a surrogate pair can't be handed over at all.
    readable = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in query[:1_000])
    return [word for word in readable.split() if any(unicodedata.category(c)[0] in "LN" for c in word)][
        :MOST_WORDS
    ]


def bare(connection: Connection) -> sqlite3.Connection:
    """The driver's connection beneath one of SQLAlchemy's."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)


def busy(path: Path) -> RecordBusyError:
    """Somebody else writes for too long."""
    return RecordBusyError(
        told(Code.RECORD_BUSY, path=path, seconds=BUSY_MS // 1000),
        next_step=told(Code.CLOSE_OTHERS),
    )


def damaged(path: Path) -> RecordDamagedError:
    """The file is no database, or parts of it can't be read."""
    return RecordDamagedError(
        told(Code.RECORD_DAMAGED, path=path),
        next_step=told(Code.PUT_ASIDE),
    )


def _begin(connection: Connection) -> None:
    statement = connection.get_execution_options().get("begin", "BEGIN")
    if statement is not None:
        connection.connection.cursor().execute(statement)
