"""The open file: who may read and write it when, and what its errors mean.

Threads of this process take turns to write, other processes are waited for, and together that takes five seconds at most. Before each write the
path is asked whether it still names the file that was opened.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Select
from sqlalchemy.exc import DBAPIError

from composer.domain.errors import BugError, ComposerError, RecordError, RefusedError
from composer.domain.sayings import Code, told
from composer.record import schema
from composer.record.sqlite import BUSY_MS, Access, Sqlite, busy
from composer.record.statements import rows

_OTHER_HOME = (
    "See that the file and its folder may be read and written by you, or use another home with --home."
)


class RecordFile:
    """One record file, open. May be used by several threads at once."""

    def __init__(self, file: Sqlite) -> None:
        """Use `RecordFile.open`."""
        self._file = file
        self._identity = file.identity()
        self._engine = file.engine()
        self._writer = Sqlite.writing(self._engine)
        # Threads of this process take turns here: SQLite's own waiting sleeps, and would make a fan-out slow.
        self._turn = threading.Lock()
        self._writes_on: Connection | None = None
        self._refusing: str | None = None
        self._watcher = _Aside(file)
        self._searcher = _Aside(file)

    @classmethod
    def open(cls, path: Path, *, create: bool = True, read_only: bool = False) -> Self:
        """Opens the record at `path`; makes it where it does not exist (`create`), and brings an older one up to date.

        With `read_only` nothing is made or changed, a folder that can't be written is no hindrance, and every write is refused. Raises
        RecordTooNewError for the record of a newer program (the file stays as it is, to the byte), RecordDamagedError for what is no record.
        """
        writer = Sqlite(path)
        try:
            if path.is_dir():
                raise RecordError(
                    f"The record {path} can't be opened: it is a folder.",
                    next_step="Move the folder away, or use another home with --home.",
                )
            if not path.exists():
                if read_only or not create:
                    raise RecordError(
                        f"There is no record {path}.",
                        next_step="See that the home is the right one (--home).",
                    )
                writer.create_file()
            version = schema.read_version(path)
            schema.check_not_newer(path, version)
            if read_only:
                return cls._open_reading(path, version)
            if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
                raise RecordError(
                    told(Code.RECORD_UNWRITABLE, path=path),
                    next_step=told(Code.CHANGE_PERMISSIONS),
                )
            if version != schema.HEAD:
                if version is None and not create:
                    raise RecordError(
                        f"The record {path} is empty.",
                        next_step="See that the home is the right one (--home).",
                    )
                schema.bring_up_to_date(path)
            with closing(writer.connect()):
                return cls(writer)
        except sqlite3.Error as trouble:
            raise writer.explained(trouble) from trouble
        except DBAPIError as trouble:
            raise writer.explained(trouble.orig or trouble) from trouble
        except OSError as trouble:
            raise RecordError(
                f"The record {path} can't be opened: {trouble.strerror or trouble}.",
                next_step="See that the file and its folder may be read and written by you, or use another home with --home.",
            ) from trouble

    @classmethod
    def _open_reading(cls, path: Path, version: str | None) -> Self:
        if version != schema.HEAD:
            raise RecordError(
                f"The record {path} is of an older version of this program.",
                next_step="Open it once where it may be written, so that it is brought up to date.",
            )
        reader = Sqlite(path, Access.READ)
        try:
            with closing(reader.connect()) as connection:
                connection.execute("SELECT 1 FROM alembic_version").fetchone()
        except sqlite3.Error:
            # SQLite wants to make its index beside the file and may not. Without a log, the file alone is the whole record.
            if reader.has_log():
                raise
            reader = Sqlite(path, Access.IMMUTABLE)
        return cls(reader)

    def close(self) -> None:
        """Lets go of the file; no method may be called after it."""
        self._watcher.close()
        self._searcher.close()
        with self._turn:
            if self._writes_on is not None:
                self._writes_on.close()
                self._writes_on = None
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether the record was opened for reading alone."""
        return self._file.access is not Access.WRITE

    def change_counter(self) -> int:
        """A number that is another one after anybody, in this process or another, stored something. It costs microseconds: made for polling."""
        with self._watcher.connection() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def changed_since(self, counter: int) -> bool:
        """Whether anybody stored something since `change_counter` gave that number."""
        return self.change_counter() != counter

    def check_same_file(self) -> None:
        """RecordError where the file was deleted or replaced while it was open: what is written now would be lost. Every write asks this first."""
        try:
            same = self._file.identity() == self._identity
        except OSError:
            same = False
        if not same:
            raise RecordError(
                told(Code.RECORD_GONE, path=self.path),
                next_step=told(Code.COPY_AND_RESTART),
            )

    def back_up(self, target: Path) -> None:
        """Copies the record as it is now into a new file, also while others write. The target appears whole or not at all."""
        try:
            self._file.back_up(target)
        except sqlite3.Error as trouble:
            raise self._file.explained(trouble) from trouble
        except OSError as trouble:
            raise RecordError(
                told(Code.COPY_UNWRITABLE, path=target, reason=trouble.strerror or trouble),
                next_step=told(Code.OTHER_FOLDER),
            ) from trouble

    # --- transactions -----------------------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except (DBAPIError, sqlite3.Error) as trouble:
            raise self._explained(trouble) from trouble

    def _rows(self, statement: Select[Any], **values: Any) -> list[list[Any]]:
        """The rows that one statement finds. It needs no transaction to see one state of the record."""
        try:
            with closing(self._engine.raw_connection()) as connection:
                return rows(connection, self._engine.dialect, statement, values)
        except (DBAPIError, sqlite3.Error) as trouble:
            raise self._explained(trouble) from trouble

    @contextmanager
    def _writing(self, patience_ms: int | None = None, *, soon: bool = False) -> Iterator[Connection]:
        """One transaction. With `soon` it need not be on the disk when it ends: it survives the end of this process, and the power cut once a later one is stored for good."""
        if self.read_only:
            raise RecordError(
                told(Code.RECORD_READ_ONLY, path=self.path),
                next_step=told(Code.MAY_WRITE_AND_RESTART),
            )
        patience_ms = BUSY_MS if patience_ms is None else patience_ms
        began = time.monotonic()
        if not self._turn.acquire(timeout=patience_ms / 1000):
            raise busy(self.path)
        try:
            self.check_same_file()
            if self._refusing is not None:
                raise RecordError(self._refusing, next_step=told(Code.DISK_SOUND_RESTART))
            waited_ms = int((time.monotonic() - began) * 1000)
            connection = self._writes_on or self._writer.connect()
            self._writes_on = None
            try:
                # Waiting for a thread of ours and for another process together takes no longer than either alone may.
                Sqlite.set_busy_wait(connection, max(patience_ms - waited_ms, 1))
                Sqlite.set_soon(connection, soon=soon)
                with Sqlite.transaction(connection):
                    yield connection
                # Kept for the next turn, with the pages it has read; put back when anything goes wrong.
                self._writes_on = connection
            finally:
                if self._writes_on is None:
                    connection.close()
        except (DBAPIError, sqlite3.Error) as trouble:
            raise self._explained(trouble) from trouble
        except UnicodeEncodeError as trouble:
            raise RefusedError(
                told(Code.HALF_CHARACTER),
                next_step=told(Code.DELETE_CHARACTER),
            ) from trouble
        finally:
            self._turn.release()

    def _explained(self, wrapped: DBAPIError | sqlite3.Error) -> ComposerError:
        trouble = (wrapped.orig or wrapped) if isinstance(wrapped, DBAPIError) else wrapped
        name = getattr(trouble, "sqlite_errorname", "")
        if name.startswith("SQLITE_CONSTRAINT"):
            if name in ("SQLITE_CONSTRAINT_CHECK", "SQLITE_CONSTRAINT_NOTNULL", "SQLITE_CONSTRAINT_DATATYPE"):
                return BugError(f"the record refused a value: {trouble}")
            return RefusedError(f"This contradicts what is stored, so nothing was: {trouble}.")
        if name in ("SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR_FSYNC"):
            # After a failed fsync the next one may succeed without having written anything: believe this disk no more.
            self._refusing = told(Code.DISK_KEPT_NOTHING, path=self.path)
        return self._file.explained(trouble)


class _Aside:
    """A connection of its own for one kind of question, beside the pool: opened when it is first asked, used by one thread at a time."""

    def __init__(self, file: Sqlite) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._opened: sqlite3.Connection | None = None

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """The connection, for reading; no transaction is begun."""
        with self._lock:
            try:
                if self._opened is None:
                    self._opened = self._file.connect()
                    self._opened.execute("PRAGMA query_only=ON")
                yield self._opened
            except sqlite3.Error as trouble:
                raise self._file.explained(trouble) from trouble

    def close(self) -> None:
        """Closes it where it was opened."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None
