"""The first screen's data with the standard library's sqlite3 alone, before anything heavy is imported.

Reading is all it does: it takes no lock that a writer would notice, makes no file, and where anything is not as expected it gives None; the
record itself, opened a moment later, tells what is wrong. The domain is left out too: making its classes takes as long as painting the window.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

SCHEMA = "0001"
"""The schema that this file reads; a test holds it against the record's own."""

_LAST = 1_000
"""The place of a severity that nobody ranked."""


class Glimpse(NamedTuple):
    """What the first screen shows of an open incident; times are UTC."""

    id: str
    title: str
    public_title: str
    severity: str
    phase: str
    declared_at: datetime
    impact_started_at: datetime


class Happened(NamedTuple):
    """One entry of a timeline: when (UTC), and its words."""

    at: datetime
    text: str


class FirstLook(NamedTuple):
    """The open incidents, the most pressing first, and the end of the timeline of that one, in order of time."""

    open: tuple[Glimpse, ...]
    happened: tuple[Happened, ...]


def first_look(path: Path, ranks: Mapping[str, int] | None = None, most: int = 50) -> FirstLook | None:
    """What to show first; None for a new home, and where the record can't be read as it is.

    `ranks` gives a severity's place, the worst one 0; `most` is how many entries of the timeline are wanted.
    """
    log = path.with_name(f"{path.name}-wal")
    try:
        access = "mode=ro" if log.exists() else "mode=ro&immutable=1"
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?{access}", uri=True, timeout=0.2)
        ) as connection:
            return _look(connection, ranks or {}, most)
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return None


def _look(connection: sqlite3.Connection, ranks: Mapping[str, int], most: int) -> FirstLook | None:
    if connection.execute("SELECT version_num FROM alembic_version").fetchone()[0] != SCHEMA:
        return None
    found = [
        Glimpse(incident_id, title, public, severity, phase, _time(declared), _time(began))
        for incident_id, title, public, severity, phase, declared, began in connection.execute(
            "SELECT id, title, public_title, severity, phase, declared_at, impact_started_at FROM incidents WHERE resolved_at IS NULL AND taken_back_at IS NULL"
        )
    ]
    found.sort(key=lambda one: (ranks.get(one.severity, _LAST), one.severity, one.declared_at, one.id))
    latest = connection.execute(
        "SELECT at, text FROM events WHERE incident_id = ? ORDER BY at DESC, sequence DESC LIMIT ?",
        (found[0].id if found else None, most),
    ).fetchall()
    return FirstLook(tuple(found), tuple(Happened(_time(at), str(text)) for at, text in reversed(latest)))


def _time(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"a time without its zone: {text}")
    return at
