"""How long the proof takes that a record is whole, against SQLite's own quick look at the same file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.measuring import Subject, by_turns, timed
from benchmarks.messages import fill
from composer.record.record import Record

MESSAGES = 10_000


@contextmanager
def subjects(folder: Path, messages: int = MESSAGES) -> Iterator[list[Subject]]:
    """What is measured on verifying: messages with a delivery each."""
    path = folder / "verified.db"
    with Record.open(path) as record, closing(sqlite3.connect(path)) as raw:
        fill(record, messages, deliveries=True)

        def quick_check() -> None:
            if raw.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise RuntimeError("SQLite finds the record of the benchmark damaged")

        def verify() -> None:
            if record.verify():
                raise RuntimeError("the record of the benchmark does not verify")

        yield [
            Subject(
                f"verify {messages:,} messages / quick_check alone",
                by_turns(lambda: timed(quick_check), lambda: timed(verify)),
            )
        ]
