"""The first screen's data, read without SQLAlchemy and without the domain."""

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


def test_the_open_incidents_come_in_the_order_of_their_severity_with_the_first_ones_timeline(
    record: Record, path: Path
) -> None:
    later = made.NOON + timedelta(hours=1)
    mild = record.save_incident(made.incident(severity="P2", resolved_at=None), None)
    grave = record.save_incident(made.incident(severity="P0", declared_at=later, resolved_at=None), None)
    record.save_incident(made.incident(resolved_at=later, impact_ended_at=later), None)
    for number in range(60):
        record.add_event(made.event(grave, at=made.NOON + timedelta(minutes=number)))
    record.add_event(made.event(mild, at=later))
    look = first_look(path, {"P0": 0, "P2": 2})
    assert look is not None
    assert [one.id for one in look.open] == [grave.id, mild.id]
    first = look.open[0]
    assert (first.title, first.public_title, first.severity, first.phase) == (
        grave.title,
        grave.public_title,
        grave.severity,
        grave.phase,
    )
    assert (first.declared_at, first.impact_started_at) == (grave.declared_at, grave.impact_started_at)
    assert look.happened == tuple((event.at, event.text) for event in record.events(grave.id)[-50:])
    turned = first_look(path, {"P0": 2, "P2": 0})
    assert turned is not None
    assert [one.id for one in turned.open] == [mild.id, grave.id]


def test_with_nothing_open_there_is_nothing_to_show(record: Record, path: Path) -> None:
    record.save_incident(made.incident(resolved_at=made.NOON, impact_ended_at=made.NOON), None)
    assert first_look(path) == ((), ())


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
    with Record.open(path) as record:
        incident = record.save_incident(made.incident(resolved_at=None), None)
        record.save_incident(replace(incident, title="Another"), incident.revision)
    assert first_look(path) is not None
    for statement in (
        "UPDATE incidents SET declared_at = '2026-11-23'",
        "UPDATE incidents SET declared_at = 'noon'",
        "UPDATE alembic_version SET version_num = '0099'",
    ):
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statement)
        assert first_look(path) is None


def test_nothing_heavy_is_imported() -> None:
    script = (
        "import sys; import composer.record.first_look; "
        "print([name for name in ('sqlalchemy', 'alembic', 'filelock', 'composer.domain.plan') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
