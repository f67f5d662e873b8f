"""Which schema a file has, and the way to ours: six rules, each with a test.

The version is read with the standard library's sqlite3, without a trace in the file or beside it, and Alembic is imported only when it is not
ours. All steps run in one transaction: kill -9 in the middle leaves the old schema. Before the first step on a file that holds something, a
copy is put beside it. There is no way back.
"""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from composer.domain.errors import BugError, RecordDamagedError, RecordTooNewError
from composer.domain.sayings import Code, told
from composer.record.sqlite import HEADER, SEARCH_TRIGGERS, Access, Sqlite, busy, damaged

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

HEAD = "0001"
"""The schema that this program works with: the revision of the newest step."""

LOCK_WAIT_S = 60.0
_LOOKS = 3


def read_version(path: Path) -> str | None:
    """The schema's revision; None for a file with nothing in it.

    Raises RecordDamagedError for anything but a record, and sqlite3.Error or OSError where it can't be read.
    """
    for look in range(_LOOKS):
        try:
            return _look(path)
        except (sqlite3.DatabaseError, RecordDamagedError):
            # Without locks a file can look torn while another process is just writing it back: look again, with locks where there is a log.
            if look == _LOOKS - 1:
                raise
            time.sleep(0.02)
    raise AssertionError  # pragma: no cover - the last look returns or raises


def check_not_newer(path: Path, version: str | None) -> None:
    """Refuses the record of a newer program, which this one would misread."""
    if version is not None and (not re.fullmatch(r"\d{4}", version) or version > HEAD):
        raise RecordTooNewError(
            told(Code.RECORD_TOO_NEW, path=path, version=version, head=HEAD),
            next_step=told(Code.UPDATE_PROGRAM),
        )


def bring_up_to_date(path: Path, *, scripts: Path | None = None, head: str = HEAD) -> None:
    """Makes the schema ours, where it is not.

    Of several processes at once one migrates and the others wait. `scripts` and `head` name other steps, for tests.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}.lock", timeout=LOCK_WAIT_S, mode=0o600)
    try:
        with lock:
            version = read_version(path)
            check_not_newer(path, None if version == head else version)
            if version != head:
                _migrate(path, version, scripts, head)
    except Timeout as trouble:
        raise busy(path) from trouble


def backup_path(path: Path, head: str = HEAD) -> Path:
    """Where the copy from before the migration to `head` lies."""
    return path.with_name(f"{path.name}.before-{head}")


def missing_objects(connection: Connection) -> list[str]:
    """Indexes and triggers that our schema has and the file has not."""
    from composer.record.rows import METADATA

    indexes = {str(index.name) for table in METADATA.tables.values() for index in table.indexes}
    missing = sorted(indexes - Sqlite.names(connection, "index"))
    return missing + sorted(set(SEARCH_TRIGGERS) - Sqlite.names(connection, "trigger"))


def _look(path: Path) -> str | None:
    file = Sqlite(path)
    has_log = file.has_log()
    size = path.stat().st_size
    if size == 0:
        return None
    with path.open("rb") as opened:
        header = opened.read(100)
    if header[:16] != HEADER or len(header) < 100:
        raise damaged(path)
    # Where both counters agree, the header's page count is to be believed; a log may still hold the rest.
    page = int.from_bytes(header[16:18]) if header[16:18] != b"\x00\x01" else 65_536
    if header[24:28] == header[92:96] and size < page * int.from_bytes(header[28:32]) and not has_log:
        raise damaged(path)
    reader = Sqlite(path, Access.READ if has_log else Access.IMMUTABLE)
    with closing(reader.connect()) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not names:
            return None
        if "alembic_version" not in names:
            raise damaged(path)
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if len(rows) != 1:
        raise damaged(path)
    return str(rows[0][0])


def _migrate(path: Path, version: str | None, scripts: Path | None, head: str) -> None:
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import NullPool, create_engine, event

    file = Sqlite(path)
    if version is not None:
        file.back_up(backup_path(path, head))
    # Foreign keys are off: with them on, rebuilding a table silently deletes what belongs to its rows.
    engine = create_engine("sqlite://", creator=lambda: file.connect(foreign_keys=False), poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with as_file(files("composer.record") / "migrations") as shipped, engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(scripts or shipped).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, head)
        _prove(connection)


def _prove(connection: Connection) -> None:
    """What must hold before the migration is committed; otherwise all of it is taken back."""
    orphans = list(Sqlite.orphans(connection))
    if orphans:
        where, what = orphans[0]
        raise BugError(f"the migration would leave {len(orphans)} orphans, the first in {where}: {what}")
    missing = missing_objects(connection)
    if missing:
        raise BugError(f"the migration would lose {', '.join(missing)}")
