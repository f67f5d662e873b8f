"""kill -9, torn logs and power cuts: each publish is there whole, or not at all."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from composer.domain.record import Bundle
from composer.record.record import Record
from tests.record import made

STORE = """
import sys
from pathlib import Path
from composer.record.record import Record
from tests.record import made
with Record.open(Path(sys.argv[1])) as record:
    print("ready", flush=True)
    while True:
        bundle = made.bundle(made.incident(id=made.new_id(sys.argv[2])), draft_id=None)
        publish = made.publish(bundle.incident, id=made.new_id(sys.argv[2] + "-p"), key=made.new_id(sys.argv[2] + "-k"))
        messages = tuple(made.message(publish, id=made.new_id(sys.argv[2] + "-m"), text="payments " * 200) for _ in range(6))
        deliveries = tuple(made.delivery(each, id=made.new_id(sys.argv[2] + "-d")) for each in messages)
        event = made.event(bundle.incident, id=made.new_id(sys.argv[2] + "-e"))
        record.store(made.bundle(bundle.incident, publish=publish, messages=messages, deliveries=deliveries, events=(event,),
            recipients={deliveries[0].id: tuple(made.recipient(n) for n in range(20))}))
        print(publish.id, flush=True)
"""


def assert_whole(record: Record, promised: set[str]) -> int:
    """Each publish has all that belongs to it, and those that were told of are there; how many there are."""
    stored = {publish.id for incident in record.incidents() for publish in record.publishes(incident.id)}
    assert promised <= stored
    for incident in record.incidents():
        (publish,) = record.publishes(incident.id)
        assert len(record.messages(publish_id=publish.id)) == 6
        deliveries = record.deliveries(publish_id=publish.id)
        assert len(deliveries) == 6
        assert len(record.events(incident.id)) == 1
        assert sum(len(record.recipients(each.id)) for each in deliveries) == 20
    assert record.verify() == ()
    return len(stored)


def killed(path: Path, name: str, after_s: float) -> set[str]:
    """Stores until it is killed; the publishes of which it said that they were stored."""
    with subprocess.Popen(
        [sys.executable, "-c", STORE, str(path), name], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(after_s)
        process.kill()
        told = process.stdout.read()
    # The last line may be cut: the kill came while it was written.
    return set(told[: told.rfind("\n") + 1].split())


def kill_often(path: Path, times: int) -> None:
    """Kills at random moments, one after the other, on the same record."""
    Record.open(path).close()
    chance = random.Random(1)
    promised: set[str] = set()
    for number in range(times):
        promised |= killed(path, f"run{number}", chance.uniform(0.0, 0.12))
        with Record.open(path) as record:
            assert_whole(record, promised)
    assert promised


@pytest.mark.timeout(300)
def test_a_kill_leaves_each_publish_whole_or_absent(path: Path) -> None:
    kill_often(path, 6)


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_a_hundred_kills_leave_each_publish_whole_or_absent(path: Path) -> None:
    kill_often(path, 100)


def whole_bundle() -> Bundle:
    """A publish as the killed program stores them."""
    bundle = made.bundle()
    return made.bundle(
        bundle.incident,
        publish=bundle.publish,
        messages=bundle.messages,
        deliveries=bundle.deliveries,
        events=bundle.events,
        recipients={bundle.deliveries[0].id: tuple(made.recipient(n) for n in range(20))},
    )


def test_a_torn_log_keeps_every_publish_before_the_tear(path: Path, tmp_path: Path) -> None:
    """What a power cut leaves of a log: its last part is missing, or is noise."""
    sizes = []
    with Record.open(path) as record:
        log = path.with_name("record.db-wal")
        for _ in range(6):
            record.store(whole_bundle())
            sizes.append(log.stat().st_size)
        shutil.copytree(path.parent, tmp_path / "saved")
    chance = random.Random(2)
    for attempt in range(24):
        here = tmp_path / f"torn {attempt}"
        shutil.copytree(tmp_path / "saved", here)
        (here / "record.db-shm").unlink()
        cut = chance.randrange(sizes[0], sizes[-1])
        with (here / "record.db-wal").open("r+b") as file:
            if attempt % 2:
                file.truncate(cut)
            else:
                file.seek(cut)
                file.write(chance.randbytes(sizes[-1] - cut))
        with Record.open(here / "record.db") as record:
            count = assert_whole(record, set())
        assert count == sum(size <= cut for size in sizes)
