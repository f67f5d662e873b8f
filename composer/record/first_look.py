"""The first screen's data with the standard library's sqlite3 alone, before anything heavy is imported.

Reading is all it does: it takes no lock that a writer would notice, makes no file, and where anything is not as expected it gives None; the
record itself, opened a moment later, tells what is wrong.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from composer.domain.errors import RecordError
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.record import codec

SCHEMA = "0001"
"""The schema that this file reads; a test holds it against the record's own."""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The incident to show first (the open one declared last, else the one declared last) and the end of its timeline, in order of time."""

    incident: Incident
    events: tuple[TimelineEvent, ...]


def first_look(path: Path, most_events: int = 50) -> FirstLook | None:
    """What to show first; None for a new home, and where the record can't be read as it is."""
    log = path.with_name(f"{path.name}-wal")
    try:
        access = "mode=ro" if log.exists() else "mode=ro&immutable=1"
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?{access}", uri=True, timeout=0.2)
        ) as connection:
            connection.row_factory = sqlite3.Row
            return _look(connection, most_events)
    except (sqlite3.Error, OSError, RecordError):
        return None


def _look(connection: sqlite3.Connection, most_events: int) -> FirstLook | None:
    if connection.execute("SELECT version_num FROM alembic_version").fetchone()[0] != SCHEMA:
        return None
    found = connection.execute(
        "SELECT * FROM incidents ORDER BY coalesce(resolved_at, taken_back_at) IS NOT NULL, declared_at DESC, id DESC LIMIT 1"
    ).fetchone()
    if found is None:
        return None
    latest = connection.execute(
        "SELECT * FROM events WHERE incident_id = ? ORDER BY at DESC, sequence DESC LIMIT ?",
        (found["id"], most_events),
    ).fetchall()
    return FirstLook(_incident(found), tuple(_event(row) for row in reversed(latest)))


def _incident(row: sqlite3.Row) -> Incident:
    values = _domain_columns(row, Incident)
    for name in ("declared_at", "impact_started_at", "impact_ended_at", "resolved_at", "taken_back_at"):
        values[name] = None if values[name] is None else codec.text_to_time(values[name])
    for name in ("roles", "values", "cadence_minutes"):
        values[name] = codec.mapping_from_json(values[name])
    values["components"] = codec.component_states(values["components"])
    for name in ("creates_slack_channel", "security"):
        values[name] = bool(values[name])
    return Incident(**values)


def _event(row: sqlite3.Row) -> TimelineEvent:
    values = _domain_columns(row, TimelineEvent)
    for name in ("at", "recorded_at"):
        values[name] = codec.text_to_time(values[name])
    values["kind"] = codec.member(EventKind, values["kind"])
    return TimelineEvent(**values)


def _domain_columns(row: sqlite3.Row, kind: type) -> dict[str, Any]:
    return {each.name: row[each.name] for each in fields(kind)}
