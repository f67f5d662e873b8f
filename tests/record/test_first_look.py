"""The first screen's data, read without SQLAlchemy."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from composer.record.first_look import first_look
from composer.record.record import Record
from tests.record import made


def test_the_open_incident_declared_last_comes_first_with_the_end_of_its_timeline(
    record: Record, path: Path
) -> None:
    older = record.save_incident(made.incident(), None)
    events = [made.event(older, at=made.NOON + timedelta(minutes=number)) for number in range(60)]
    shown = made.incident(declared_at=made.NOON + timedelta(hours=1), resolved_at=None)
    shown = record.save_incident(shown, None, [replace(each, incident_id=shown.id) for each in events])
    over = made.incident(
        declared_at=made.NOON + timedelta(hours=2), resolved_at=made.NOON, impact_ended_at=made.NOON
    )
    over = record.save_incident(over, None)
    look = first_look(path)
    assert look is not None
    assert look.incident == shown
    assert look.events == record.events(shown.id)[-50:]
    record.save_incident(replace(shown, resolved_at=made.NOON), 1)
    record.save_incident(replace(older, resolved_at=made.NOON), 1)
    look = first_look(path)
    assert look is not None
    assert look.incident == over


def test_a_closed_record_is_read_without_a_trace(path: Path) -> None:
    with Record.open(path) as record:
        record.store(made.bundle())
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    names = sorted(each.name for each in path.parent.iterdir())
    assert first_look(path) is not None
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert sorted(each.name for each in path.parent.iterdir()) == names


def test_where_anything_is_odd_there_is_nothing_to_show(path: Path) -> None:
    assert first_look(path) is None
    assert not path.exists()
    path.write_bytes(b"no database")
    assert first_look(path) is None
    path.unlink()
    Record.open(path).close()
    assert first_look(path) is None
    with Record.open(path) as record:
        record.save_incident(made.incident(), None)
    for statement in ("UPDATE incidents SET roles = '['", "UPDATE alembic_version SET version_num = '0099'"):
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statement)
        assert first_look(path) is None


def test_nothing_heavy_is_imported() -> None:
    script = "import sys; import composer.record.first_look; print([name for name in ('sqlalchemy', 'alembic', 'filelock') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
