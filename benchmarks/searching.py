"""How long the history takes to find the newest messages, against the bare FTS5 index of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.measuring import Subject, by_turns, timed
from benchmarks.messages import COMMON, RARE, fill, store_round
from composer.record.record import Record

GOAL = 3.0
SIZES = (10_000, 100_000)
_RUNS = 75
_LIMIT = 50
_ROUND = 5


@contextmanager
def subjects(folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[list[Subject]]:
    """What is measured on the search, in records of several sizes."""
    found = []
    with ExitStack() as open_files:
        for size in sizes:
            path = folder / f"messages-{size}.db"
            with Record.open(path) as record:
                fill(record, size)
            raw = open_files.enter_context(closing(_bare_index(folder / f"floor-{size}.db", path)))
            record = open_files.enter_context(Record.open(path))
            for what, word in (("rare", RARE), ("common", COMMON)):
                _check_same_finds(raw, record, word)
                found.append(
                    Subject(
                        f"search {size:,} messages for a {what} word, newest first",
                        by_turns(
                            partial(timed, partial(_search, raw, word)),
                            partial(timed, partial(record.search, word, _LIMIT)),
                        ),
                        GOAL,
                        runs=_RUNS,
                    )
                )
            # Last, because it adds messages that the floor does not have.
            found.append(
                Subject(
                    f"the first search of {size:,} messages after a round of {_ROUND} / the next",
                    partial(_after_a_round, record, count(size, _ROUND)),
                    runs=_RUNS,
                )
            )
        yield found


def _after_a_round(record: Record, numbers: Iterator[int]) -> tuple[float, float]:
    store_round(record, _ROUND, begin=next(numbers))
    first = timed(partial(record.search, COMMON, _LIMIT))
    return timed(partial(record.search, COMMON, _LIMIT)), first


def _bare_index(path: Path, record: Path) -> sqlite3.Connection:
    """The texts of a record with nothing around them: messages, titles, and an index over them."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("ATTACH ? AS record", (str(record),))
    for statement in (
        "BEGIN",
        "CREATE TABLE incidents (id TEXT PRIMARY KEY, title TEXT NOT NULL)",
        "CREATE TABLE messages (sequence INTEGER PRIMARY KEY, incident_id TEXT, channel TEXT, at TEXT, text TEXT)",
        "INSERT INTO incidents SELECT id, title FROM record.incidents",
        "INSERT INTO messages SELECT sequence, incident_id, channel, at, text FROM record.messages",
        """
        CREATE VIRTUAL TABLE search USING fts5(
            text, content='messages', content_rowid='sequence', tokenize='unicode61 remove_diacritics 2'
        )
        """,
        "INSERT INTO search (search) VALUES ('rebuild')",
        "COMMIT",
        "DETACH record",
    ):
        connection.execute(statement)
    return connection


def _search(raw: sqlite3.Connection, word: str) -> list[tuple[Any, ...]]:
    """The newest finds with a snippet, from the bare index."""
    return raw.execute(
        """
        SELECT f.sequence, m.channel, m.at, m.text, i.title, f.snippet FROM (
            SELECT rowid AS sequence, snippet(search, 0, '[', ']', '…', 16) AS snippet
            FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?
        ) f CROSS JOIN messages m ON m.sequence = f.sequence CROSS JOIN incidents i ON i.id = m.incident_id
        ORDER BY f.sequence DESC
        """,
        (f'"{word}"*', _LIMIT),
    ).fetchall()


def _check_same_finds(raw: sqlite3.Connection, record: Record, word: str) -> None:
    found = [one.message.text for one in record.search(word, _LIMIT)]
    if not found or found != [row[3] for row in _search(raw, word)]:
        raise RuntimeError(f"the floor and the program do not find the same for “{word}”")
