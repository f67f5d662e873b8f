"""How long it takes until a publish is stored for good, against what SQLite needs for seven rows of the same size."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.measuring import Subject, by_turns, timed
from benchmarks.messages import fill
from benchmarks.rounds import (
    DELIVERIES,
    close_incident,
    declaration,
    practice_services,
    prepared_declaration,
)
from composer.domain.delivery import Delivery, DeliveryState, WentOnWire
from composer.paths import Mode
from composer.services.core import Services

GOAL = 4.0
STEP_GOAL = 3.0
FLAT = 1.5
"""How much longer storing may take in a long record than in a new one; what grows with the record is many times slower."""
LONG = 20_000
"""The messages, with a delivery each, of a long record."""
_RUNS = 45
_TABLES = ("incidents", "publishes", "messages", "deliveries", "recipients", "events")


@contextmanager
def subjects(folder: Path, long: int = LONG) -> Iterator[list[Subject]]:
    """What is measured on publishing."""
    with (
        practice_services(folder / "new") as services,
        practice_services(folder / "again_new") as short_services,
        practice_services(folder / "long") as long_services,
        practice_services(folder / "steps") as step_services,
    ):
        fill(long_services.record, long, deliveries=True)
        _store(services)
        size = _stored_bytes(services.home.record(Mode.PRACTICE))
        with _SevenRows(folder / "floor.db", size) as floor, _Bare(folder / "floor.bin", size) as bare:
            yield [
                Subject(
                    "floor: seven rows in SQLite / the same bytes in a file",
                    by_turns(bare.write, floor.commit),
                    runs=_RUNS,
                ),
                Subject(
                    "store a frozen bundle of six deliveries",
                    by_turns(floor.commit, lambda: _store(services)),
                    GOAL,
                    runs=_RUNS,
                ),
                Subject(
                    "publish to durable: freeze and store a prepared round",
                    by_turns(floor.commit, lambda: _publish_to_durable(services)),
                    GOAL,
                    runs=_RUNS,
                ),
                Subject(
                    "publish to durable, with rendering and checks",
                    by_turns(floor.commit, lambda: _publish_whole(services)),
                    runs=_RUNS,
                ),
                Subject(
                    f"store a bundle in a record of {long:,} messages / in a new one",
                    by_turns(lambda: _store(short_services), lambda: _store(long_services)),
                    FLAT,
                ),
                Subject(
                    "claim a delivery / one row in SQLite",
                    by_turns(floor.commit_row, lambda: _claim(step_services)),
                    STEP_GOAL,
                    runs=_RUNS,
                ),
                Subject(
                    "mark a delivery as on the wire / one row in SQLite",
                    by_turns(floor.commit_row, lambda: _mark(step_services)),
                    STEP_GOAL,
                    runs=_RUNS,
                ),
            ]


class _SevenRows:
    """A publish and its deliveries as rows that hold nothing but bytes, committed as durably as the record does.

    It is the least that storing so much can cost: bare sqlite3, WAL with `synchronous=FULL` as the record, two tables without any index or foreign
    key, and in seven rows as many bytes as the program's some twenty rows have values. What the program stores beside them (unique ids, the ways in which
    rows are found, the search) is in the ratio. Its log was written around once before anything is measured: a log that still grows makes each commit
    half as dear again, and the program's own has stopped growing after its first 25.
    """

    _UNTIL_THE_LOG_STARTS_OVER = 250

    def __init__(self, path: Path, size: int) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("CREATE TABLE publishes (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        self._connection.execute(
            "CREATE TABLE deliveries (id INTEGER PRIMARY KEY, publish_id INTEGER NOT NULL, body BLOB NOT NULL)"
        )
        self._body = os.urandom(size // (DELIVERIES + 1))
        self._number = 0
        for _ in range(self._UNTIL_THE_LOG_STARTS_OVER):
            self.commit()

    def __enter__(self) -> _SevenRows:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def commit(self) -> float:
        """Store the seven rows in one transaction."""
        self._number += 1
        rows = [(self._number, self._body)] * DELIVERIES

        def act() -> None:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute(
                "INSERT INTO publishes (id, body) VALUES (?, ?)", (self._number, self._body)
            )
            self._connection.executemany("INSERT INTO deliveries (publish_id, body) VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")

        return timed(act)

    def commit_row(self) -> float:
        """Store one small row in one transaction."""
        insertion = "INSERT INTO deliveries (publish_id, body) VALUES (?, ?)"
        return timed(lambda: self._connection.execute(insertion, (self._number, b"")))


class _Bare:
    """The same bytes at the end of a file, and on the disk."""

    def __init__(self, path: Path, size: int) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._body = os.urandom(size)

    def __enter__(self) -> _Bare:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)

    def write(self) -> float:
        """Append them."""

        def act() -> None:
            os.write(self._file, self._body)
            os.fdatasync(self._file)

        return timed(act)


def _store(services: Services) -> float:
    bundle = services.freeze(prepared_declaration(services))
    if len(bundle.deliveries) != DELIVERIES:
        raise RuntimeError(f"the round of the benchmark has {len(bundle.deliveries)} deliveries")
    seconds = timed(lambda: services.record.store(bundle))
    close_incident(services, bundle.incident.id)
    return seconds


def _publish_to_durable(services: Services) -> float:
    prepared = prepared_declaration(services)
    seconds = timed(lambda: services.record.store(services.freeze(prepared)))
    close_incident(services, prepared.incident.id)
    return seconds


def _publish_whole(services: Services) -> float:
    request = declaration(services)
    seconds = timed(lambda: services.publish(request, carry_out=False))
    for incident in services.record.incidents(open_only=True):
        close_incident(services, incident.id)
    return seconds


def _claim(services: Services) -> float:
    queued = _queued(services)
    return timed(lambda: services.record.claim(queued.id, "benchmark", services.clock.now()))


def _mark(services: Services) -> float:
    claimed = services.record.claim(_queued(services).id, "benchmark", services.clock.now())
    if claimed is None:
        raise RuntimeError("somebody else claimed the delivery of the benchmark")
    return timed(lambda: services.record.apply(claimed.id, WentOnWire(services.clock.now())))


def _queued(services: Services) -> Delivery:
    """A delivery that nobody has claimed yet; of a new publish where none is left."""
    queued = services.record.deliveries(states={DeliveryState.QUEUED})
    if not queued:
        _store(services)
        queued = services.record.deliveries(states={DeliveryState.QUEUED})
    return queued[0]


def _stored_bytes(record: Path) -> int:
    """How many bytes the values of everything in the record have."""
    with closing(sqlite3.connect(record)) as connection:
        total = 0
        for table in _TABLES:
            columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
            size = " + ".join(f'COALESCE(LENGTH(CAST("{name}" AS BLOB)), 0)' for name in columns)
            total += connection.execute(f"SELECT COALESCE(SUM({size}), 0) FROM {table}").fetchone()[0]
        return total
