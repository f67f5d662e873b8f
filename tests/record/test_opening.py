"""Opening a record in every state a disk can leave it in, and what is said when it can't be."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from composer.domain.errors import (
    BugError,
    ComposerError,
    RecordBusyError,
    RecordDamagedError,
    RecordError,
    RecordFullError,
    RecordTooNewError,
)
from composer.record.record import Record
from composer.record.sqlite import Access, Sqlite
from tests.as_ordinary_user import run_as_ordinary_user
from tests.record import made


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed record with one publish."""
    with Record.open(path) as record:
        record.store(made.bundle())
    return path


def all_bytes(folder: Path) -> dict[str, str]:
    """Each file of a folder with the hash of what is in it."""
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


def test_a_new_record_is_for_its_owner_alone(path: Path) -> None:
    old = os.umask(0)
    try:
        with Record.open(path) as record:
            record.store(made.bundle())
            modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    finally:
        os.umask(old)
    assert {"record.db", "record.db-wal", "record.db-shm"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_connections_are_as_safe_as_promised(record: Record) -> None:
    with record._reading() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 5000,
    }


def test_what_was_stored_is_there_after_opening_again(filled: Path) -> None:
    with Record.open(filled) as record:
        assert len(record.deliveries()) == 6
        assert record.path == filled
        assert not record.read_only


def test_an_empty_file_becomes_a_record(path: Path) -> None:
    path.touch()
    with Record.open(path) as record:
        record.store(made.bundle())


def test_a_database_with_nothing_in_it_becomes_a_record(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE gone (id)")
        connection.execute("DROP TABLE gone")
    with Record.open(path) as record:
        record.store(made.bundle())


def test_no_record_is_made_where_none_was_asked_for(path: Path) -> None:
    for options in ({"create": False}, {"read_only": True}):
        with pytest.raises(RecordError, match="There is no record"):
            Record.open(path, **options)
    assert not path.exists()
    path.touch()
    with pytest.raises(RecordError, match="is empty"):
        Record.open(path, create=False)
    with pytest.raises(RecordError, match="older version"):
        Record.open(path, read_only=True)
    assert path.stat().st_size == 0


def test_a_folder_in_its_place(path: Path) -> None:
    path.mkdir()
    with pytest.raises(RecordError, match="it is a folder"):
        Record.open(path)


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="No such file") as caught:
        Record.open(tmp_path / "none" / "record.db")
    assert caught.value.next_step


@pytest.mark.parametrize(
    "content", [b"hello", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xff" * 5000, b"x" * 9000]
)
def test_a_file_that_is_no_database_stays_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(RecordDamagedError, match="damaged, or is not a record") as caught:
            Record.open(path, read_only=read_only)
        assert "backup" in str(caught.value)
    assert all_bytes(path.parent) == {"record.db": hashlib.sha256(content).hexdigest()}


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE other (id)"],
        ["CREATE TABLE alembic_version (version_num)"],
        [
            "CREATE TABLE alembic_version (version_num)",
            "INSERT INTO alembic_version VALUES ('0001'), ('0001')",
        ],
    ],
)
def test_a_database_of_something_else(path: Path, statements: list[str]) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    before = all_bytes(path.parent)
    with pytest.raises(RecordDamagedError):
        Record.open(path)
    assert all_bytes(path.parent) == before


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.99])
def test_a_truncated_record(filled: Path, kept: float) -> None:
    with filled.open("r+b") as file:
        file.truncate(int(filled.stat().st_size * kept))
    with pytest.raises(RecordDamagedError):
        Record.open(filled)


def test_a_corrupt_page_is_damage_wherever_it_is_met(filled: Path) -> None:
    size = 4096
    with filled.open("r+b") as file:
        pages = filled.stat().st_size // size
        for page in range(1, pages):
            file.seek(page * size)
            file.write(b"\xa5" * size)
    with pytest.raises(RecordDamagedError):
        Record.open(filled)


@pytest.mark.parametrize("version", ["0002", "9999", "20270101", "abc"])
@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("with_log", [False, True])
def test_the_record_of_a_newer_program_stays_to_the_byte(
    filled: Path, tmp_path: Path, version: str, read_only: bool, with_log: bool
) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        connection.commit()
        here = tmp_path / "copy"
        if with_log:  # as kill -9 leaves it
            shutil.copytree(filled.parent, here)
            (here / "record.db-shm").unlink()
    if not with_log:
        shutil.copytree(filled.parent, here)
    before = all_bytes(here)
    assert ("record.db-wal" in before) == with_log
    with pytest.raises(RecordTooNewError, match=f"schema {version}"):
        Record.open(here / "record.db", read_only=read_only)
    after = all_bytes(here)
    if with_log:
        after.pop("record.db-shm", None)
    assert after == before


def test_a_read_only_record_is_read_and_not_written(filled: Path) -> None:
    with Record.open(filled, read_only=True) as record:
        assert record.read_only
        assert len(record.deliveries()) == 6
        assert len(record.search("payments")) == 6
        with pytest.raises(RecordError, match="reading only"):
            record.save_draft(made.draft())


OPEN = """
import sys
from pathlib import Path
from composer.domain.errors import RecordError
from composer.record.record import Record
from tests.record import made
path = Path(sys.argv[1])
try:
    with Record.open(path, read_only=len(sys.argv) > 2) as record:
        print(len(record.deliveries()), len(record.search("payments")))
        record.save_draft(made.draft())
except RecordError as trouble:
    print(trouble)
"""


def as_ordinary_user(path: Path, *more: str) -> list[str]:
    """What opening, reading and writing come to for somebody whom permissions stop."""
    done = run_as_ordinary_user([sys.executable, "-c", OPEN, str(path), *more])
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_file_that_may_not_be_written(filled: Path) -> None:
    filled.chmod(0o400)
    (refused,) = as_ordinary_user(filled)
    assert "may not be written by you" in refused
    assert as_ordinary_user(filled, "read only")[0] == "6 6"


def test_a_folder_that_may_not_be_written(filled: Path) -> None:
    filled.parent.chmod(0o500)
    try:
        (refused,) = as_ordinary_user(filled)
        assert "may not be written by you" in refused
        read, written = as_ordinary_user(filled, "read only")
        (fresh,) = as_ordinary_user(filled.with_name("new.db"))
    finally:
        filled.parent.chmod(0o700)
    assert read == "6 6"
    assert "reading only" in written
    assert "Permission denied" in fresh


def test_a_log_that_can_not_be_read_without_its_index(filled: Path, tmp_path: Path) -> None:
    """kill -9, then a disk that is mounted read-only: what is in the log must not be left out silently."""
    here = tmp_path / "copy"
    with Record.open(filled) as record:
        record.store(made.bundle())
        shutil.copytree(filled.parent, here)
    (here / "record.db-shm").unlink()
    here.chmod(0o500)
    try:
        (said,) = as_ordinary_user(here / "record.db", "read only")
    finally:
        here.chmod(0o700)
    assert "can't be opened" in said


def test_what_permissions_refuse_is_told_before_anything_is_tried(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(RecordError, match="may not be written by you"):
        Record.open(filled)


@pytest.mark.parametrize("with_log", [False, True])
def test_a_reader_that_may_not_make_its_index_reads_the_file_alone(
    filled: Path, monkeypatch: pytest.MonkeyPatch, with_log: bool
) -> None:
    real = Sqlite.connect

    def refused(self: Sqlite, **options: bool) -> sqlite3.Connection:
        if self.access is Access.READ:
            trouble = sqlite3.OperationalError("unable to open database file")
            trouble.sqlite_errorname = "SQLITE_CANTOPEN"
            raise trouble
        return real(self, **options)

    monkeypatch.setattr(Sqlite, "connect", refused)
    monkeypatch.setattr("composer.record.schema.read_version", lambda path: "0001")
    monkeypatch.setattr(Sqlite, "has_log", lambda self: with_log)
    if with_log:
        with pytest.raises(RecordError, match="can't be opened"):
            Record.open(filled, read_only=True)
    else:
        with Record.open(filled, read_only=True) as record:
            assert len(record.deliveries()) == 6


def test_a_disk_that_fails_in_a_migration_is_told_in_words(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorname = "SQLITE_FULL"

    def migrate(path: Path) -> None:
        raise OperationalError("CREATE TABLE", None, full)

    monkeypatch.setattr("composer.record.schema.bring_up_to_date", migrate)
    with pytest.raises(RecordFullError):
        Record.open(path)


def test_a_file_that_may_not_be_read(filled: Path) -> None:
    filled.chmod(0o000)
    assert "Permission denied" in as_ordinary_user(filled)[0]


def test_a_record_deleted_while_open(record: Record, path: Path) -> None:
    stored = made.bundle()
    record.store(stored)
    path.unlink()
    with pytest.raises(RecordError, match="deleted or replaced while it was open"):
        record.store(made.bundle())
    assert not path.exists()


def test_a_record_replaced_while_open(record: Record, path: Path) -> None:
    record.store(made.bundle())
    other = path.with_name("other.db")
    Record.open(other).close()
    other.replace(path)
    with pytest.raises(RecordError, match="deleted or replaced"):
        record.save_draft(made.draft())


def test_a_busy_record_is_waited_for_and_then_named(
    record: Record, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("composer.record.file.BUSY_MS", 300)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert record.drafts() == ()  # readers don't wait
        with pytest.raises(RecordBusyError, match="Another program"):
            record.save_draft(made.draft())
        # A second thread's wait behind the first one counts too.
        caught: list[BaseException] = []

        def save() -> None:
            with pytest.raises(RecordBusyError) as refused:
                record.save_draft(made.draft())
            caught.append(refused.value)

        threads = [threading.Thread(target=save) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=3)
        assert len(caught) == 4
        other.execute("ROLLBACK")
    record.save_draft(made.draft())
    assert len(record.drafts()) == 1


def test_a_full_disk_refuses_and_leaves_nothing_half(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record.store(made.bundle())
    with record._reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    raw = record._file.connect
    limit = f"PRAGMA max_page_count={pages}"

    def limited(**options: bool) -> sqlite3.Connection:
        connection = raw(**options)
        connection.execute(limit)
        return connection

    with Record.open(record.path) as full:
        full._engine.dispose()
        monkeypatch.setattr(full._engine.pool, "_creator", limited)
        before = record.deliveries()
        with pytest.raises(RecordFullError, match="no space left"):
            full.store(made.bundle(made.incident(title="x" * 1_000_000)))
        assert full.deliveries() == before
    assert record.deliveries() == before
    record.store(made.bundle())


FILL = """
import resource, sys
from pathlib import Path
from composer.domain.errors import RecordError
from composer.record.record import Record
from tests.record import made
with Record.open(Path(sys.argv[1])) as record:
    most = record.path.stat().st_size + int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        for _ in range(1000):
            record.store(made.bundle())
            print("stored", flush=True)
    except RecordError as trouble:
        print(type(trouble).__name__, trouble, flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
@pytest.mark.parametrize("room", [0, 50_000, 300_000])
def test_a_file_that_can_not_grow(filled: Path, room: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(filled), str(room)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert "nothing was stored" in lines[-1]
    with Record.open(filled) as record:
        assert len(record.publishes(record.deliveries()[0].incident_id)) == 1
        assert len(record.deliveries()) == 6 * len(lines)
        assert record.verify() == ()


def test_after_a_failed_sync_nothing_more_is_believed(record: Record) -> None:
    class Sync(sqlite3.OperationalError):
        sqlite_errorname = "SQLITE_IOERR_FSYNC"

    with pytest.raises(RecordError, match="refused to read or write"), record._writing():
        raise OperationalError("COMMIT", None, Sync("disk I/O error"))
    with pytest.raises(RecordError, match="nothing more is stored"):
        record.save_draft(made.draft())
    assert record.drafts() == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", RecordFullError),
        ("SQLITE_BUSY_SNAPSHOT", RecordBusyError),
        ("SQLITE_LOCKED_SHAREDCACHE", RecordBusyError),
        ("SQLITE_READONLY_DBMOVED", RecordError),
        ("SQLITE_CANTOPEN_ISDIR", RecordError),
        ("SQLITE_IOERR_WRITE", RecordError),
        ("SQLITE_CORRUPT_VTAB", RecordDamagedError),
        ("SQLITE_NOTADB", RecordDamagedError),
        ("SQLITE_ERROR", BugError),
        ("SQLITE_MISUSE", BugError),
        ("", RecordDamagedError),
    ],
)
def test_errors_are_told_by_their_name(path: Path, name: str, kind: type[ComposerError]) -> None:
    trouble = sqlite3.OperationalError("words that nobody looks at")
    if name:
        trouble.sqlite_errorname = name
    explained = Sqlite(path).explained(trouble)
    assert type(explained) is kind
    if isinstance(explained, RecordError):
        assert str(path) in explained.message
        assert explained.next_step


def test_a_copy_is_whole_and_made_while_others_write(record: Record, tmp_path: Path) -> None:
    record.store(made.bundle())
    target = tmp_path / "copy.db"
    record.back_up(target)
    record.store(made.bundle())
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(each.name for each in tmp_path.glob("copy.db*")) == ["copy.db"]
    with Record.open(target) as copy:
        assert len(copy.deliveries()) == 6
        assert copy.verify() == ()


def test_a_copy_that_can_not_be_written(record: Record, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="can't be written"):
        record.back_up(tmp_path / "none" / "copy.db")
    folder = tmp_path / "copy.db"
    folder.mkdir()
    with pytest.raises(RecordError, match="can't be written"):
        record.back_up(folder)
    assert sorted(each.name for each in tmp_path.glob("copy.db*")) == ["copy.db"]


def test_a_copy_of_a_record_that_is_gone(record: Record, tmp_path: Path) -> None:
    record.path.unlink()
    with pytest.raises(RecordError, match="can't be opened"):
        record.back_up(tmp_path / "copy.db")


def test_changes_of_others_are_noticed(record: Record, path: Path) -> None:
    counter = record.change_counter()
    assert not record.changed_since(counter)
    with Record.open(path) as other:
        other.save_draft(made.draft())
    assert record.changed_since(counter)
    counter = record.change_counter()
    record.save_draft(made.draft())
    assert record.changed_since(counter)


def test_changes_can_not_be_asked_of_a_record_that_is_gone(record: Record) -> None:
    record.path.unlink()
    with pytest.raises(RecordError):
        record.change_counter()


def test_opening_an_up_to_date_record_imports_no_alembic(filled: Path) -> None:
    script = f"import sys; from pathlib import Path; from composer.record.record import Record; Record.open(Path({str(filled)!r})).close(); print([name for name in ('alembic', 'mako', 'filelock') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
