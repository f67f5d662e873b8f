"""A whole P0 round, killed at every point and every time a point is passed, and started again: every message exactly once.

The long loops (a second kill during the restart, a kill at any moment, a kill or an error at every system call that stores something) are sweeps; their
figures are printed.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from composer import crash_points
from composer.domain.delivery import DeliveryState
from composer.paths import HomePaths, Mode
from composer.record.record import Record
from tests.kill import rounds
from tests.kill.processes import Processes, run_program

KILLED = -signal.SIGKILL
AT_A_TIME = 2
BEFORE_COMMIT = "publish.before_commit"
LABELS = [label for label in crash_points.LABELS if label != "outbox.hold_ended"]
"""Nothing is held in most rounds; the hold has a test of its own."""

Case = Callable[[Processes, Path], None]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a kill is no power cut, and the loops are three times as quick."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory, prefix="incident-composer-") as folder:
        yield Path(folder)


def in_parallel(cases: Iterable[tuple[str, Case]], folder: Path) -> list[str]:
    """Work on named cases, two at a time, each in a folder of its own; what went wrong, by name."""
    left = list(cases)[::-1]

    def work(_number: int) -> list[str]:
        wrong = []
        with Processes() as processes:
            while left:
                name, case = left.pop()
                own = folder / re.sub(r"[^\w.-]", "-", name)
                own.mkdir()
                try:
                    case(processes, own)
                except AssertionError as error:
                    wrong.append(f"{name}: {error}")
                shutil.rmtree(own)
        return wrong

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return [text for wrong in pool.map(work, range(AT_A_TIME)) for text in wrong]


def publish(home: Path, publish_file: Path) -> list[str]:
    return ["--home", str(home), "publish", str(publish_file), "--json"]


def resume(home: Path) -> list[str]:
    return ["--home", str(home), "deliveries", "--resume", "--json"]


def killed_at(point: str) -> dict[str, str]:
    return {crash_points.VARIABLE: point}


def goes_on(processes: Processes, home: Path, arguments: Sequence[str], *, mail: bool) -> None:
    """A restart, and all is good; one more changes nothing."""
    status = processes.run(arguments, home / "again.txt")
    assert status == 0, (home / "again.txt").read_text()
    rounds.all_arrived_once(home, mail=mail)


def kill_at_each_pass(label: str, publish_file: Path, done: Counter[str], *, mail: bool, most: int) -> Case:
    """Kill at the first, second, … time the point is passed, until the round gets through, or so many times. Every other restart is a resume."""

    def case(processes: Processes, folder: Path) -> None:
        for number in range(1, most + 1):
            home, said = folder / str(number), folder / "killed.txt"
            status = processes.run(publish(home, publish_file), said, killed_at(f"{label}#{number}"))
            if status == 0:
                assert number > 1, f"the round never passes {label}"
                return
            assert status == KILLED, said.read_text()
            done[label] += 1
            again = publish(home, publish_file) if number % 2 else resume(home)
            if label == BEFORE_COMMIT:
                rounds.nothing_left(home)
                again = publish(home, publish_file)
            try:
                goes_on(processes, home, again, mail=mail)
                if number == 1:
                    assert processes.run(["--home", str(home), "verify"], said) == 0, said.read_text()
                    goes_on(processes, home, resume(home), mail=mail)
            except AssertionError as error:
                raise AssertionError(f"killed at {label}#{number}, then {again[2]}: {error}") from error

    return case


def kill_everywhere(disk: Path, *, mail: bool, most: int = 99) -> Counter[str]:
    publish_file = rounds.declaration(disk, mail=mail)
    done: Counter[str] = Counter()
    began = time.monotonic()
    cases = [(label, kill_at_each_pass(label, publish_file, done, mail=mail, most=most)) for label in LABELS]
    wrong = in_parallel(cases, disk)
    print(f"\n{done.total()} kills at {len(done)} points, each restarted: {time.monotonic() - began:.0f} s")
    assert wrong == []
    assert done.keys() == set(LABELS)
    return done


@pytest.mark.timeout(400)
def test_killed_at_the_first_passes_of_each_point_every_message_arrives_once(disk: Path) -> None:
    assert kill_everywhere(disk, mail=True, most=3).total() >= 45


@pytest.mark.sweep
@pytest.mark.timeout(400)
def test_killed_at_each_pass_of_each_point_every_message_arrives_once(disk: Path) -> None:
    assert kill_everywhere(disk, mail=True).total() >= 70


@pytest.mark.parametrize("point", ["publish.committed", "mail.between_recipients", "page.after_truth"])
def test_the_installed_program_killed_and_started_again(disk: Path, point: str) -> None:
    home, publish_file = disk / "home", rounds.declaration(disk)
    assert run_program(publish(home, publish_file), killed_at(point)).returncode == KILLED
    again = run_program(publish(home, publish_file))
    assert again.returncode == 0, again.stderr
    assert {one["state"] for one in json.loads(again.stdout)["deliveries"]} == {"sent"}
    rounds.all_arrived_once(home)


def test_killed_as_the_hold_ends_and_while_it_lasts(disk: Path) -> None:
    publish_file = rounds.declaration(disk, hold_s=0.3)
    with Processes() as processes:
        home = disk / "ends"
        assert (
            processes.run(publish(home, publish_file), disk / "1", killed_at("outbox.hold_ended")) == KILLED
        )
        assert rounds.arrived(home) == Counter()
        goes_on(processes, home, resume(home), mail=False)
        home = disk / "lasts"
        assert (
            processes.run(publish(home, publish_file), disk / "2", killed_at("publish.committed")) == KILLED
        )
        assert rounds.nothing_twice(home) == {"held": 5}
        assert rounds.arrived(home) == Counter()
        goes_on(processes, home, resume(home), mail=False)


@pytest.mark.parametrize("point", ["outbox.claimed", "outbox.on_wire", "append.written"])
def test_killed_in_twenty_restarts_one_after_another(disk: Path, point: str) -> None:
    home, publish_file = disk / "home", rounds.declaration(disk)
    kills = 0
    with Processes() as processes:
        assert processes.run(publish(home, publish_file), disk / "out", killed_at(point)) == KILLED
        for _ in range(20):
            status = processes.run(resume(home), disk / "out", killed_at(point))
            assert status in (0, KILLED), (disk / "out").read_text()
            kills += status == KILLED
            assert not rounds.arrived(home) or max(rounds.arrived(home).values()) == 1
        goes_on(processes, home, resume(home), mail=False)
    assert kills >= (20 if point in ("outbox.claimed", "outbox.on_wire") else 1)


def test_what_a_living_process_is_sending_is_left_to_it(disk: Path) -> None:
    home, publish_file = disk / "home", rounds.declaration(disk)
    paths = HomePaths(home)
    with Processes() as first, Processes() as second, ThreadPoolExecutor(2) as pool:
        assert first.run(["--home", str(home), "verify"], disk / "out") == 0
        lock = FileLock(paths.practice / ".slack.jsonl.lock", thread_local=False)
        with lock:  # the first process has claimed the channel's creation, and waits here
            sending = pool.submit(first.run, publish(home, publish_file), disk / "1")
            owner = the_one_who_sends(paths)
            beside = pool.submit(second.run, resume(home), disk / "2")
            time.sleep(1.5)
            assert not sending.done()
            assert not beside.done()
            assert the_one_who_sends(paths) == owner
        assert sending.result(60) == 0, (disk / "1").read_text()
        assert beside.result(60) == 0, (disk / "2").read_text()
    rounds.all_arrived_once(home)
    with Record.open(paths.record(Mode.PRACTICE)) as record:
        assert {one.attempts for one in record.deliveries()} == {1}


def test_what_a_process_was_sending_when_it_was_killed_is_gone_on_with_by_the_other(disk: Path) -> None:
    home, publish_file = disk / "home", rounds.declaration(disk)
    paths = HomePaths(home)
    with Processes() as first, Processes() as second, ThreadPoolExecutor(2) as pool:
        assert first.run(["--home", str(home), "verify"], disk / "out") == 0
        with FileLock(paths.practice / ".slack.jsonl.lock", thread_local=False):
            sending = pool.submit(first.run, publish(home, publish_file), disk / "1", None, 2.0)
            the_one_who_sends(paths)
            beside = pool.submit(second.run, resume(home), disk / "2")
            assert sending.result(60) == KILLED
        assert beside.result(60) == 0, (disk / "2").read_text()
    rounds.all_arrived_once(home)


def the_one_who_sends(paths: HomePaths) -> str:
    """The owner of what is being sent to Slack; waits until there is one."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with Record.open(paths.record(Mode.PRACTICE)) as record:
            for one in record.deliveries(states={DeliveryState.SENDING}):
                if one.account == "practice.slack" and one.owner:
                    return one.owner
        time.sleep(0.02)
    raise AssertionError("nobody sends to Slack")


def test_two_processes_with_the_same_publish_id_at_once_are_one_publish(disk: Path) -> None:
    publish_file = rounds.declaration(disk)
    with Processes() as first, Processes() as second, ThreadPoolExecutor(2) as pool:
        for number in range(6):
            home = disk / f"home-{number}"
            at_once(pool, (first, second), [publish(home, publish_file)] * 2, disk)
            ids = {json.loads((disk / name).read_text())["deliveries"][0]["id"] for name in "01"}
            assert len(ids) == 1
            rounds.all_arrived_once(home)


def test_two_processes_publish_different_rounds_at_once(disk: Path) -> None:
    files = [rounds.declaration(disk, key=f"round-{n}", title=f"Outage number {n}") for n in "ab"]
    with Processes() as first, Processes() as second, ThreadPoolExecutor(2) as pool:
        for number in range(6):
            home = disk / f"home-{number}"
            at_once(pool, (first, second), [publish(home, each) for each in files], disk)
            rounds.all_arrived_once(home, publishes=2)


def at_once(
    pool: ThreadPoolExecutor, both: Sequence[Processes], arguments: Sequence[Sequence[str]], folder: Path
) -> None:
    gate = threading.Barrier(2)

    def run(number: int) -> int:
        gate.wait()
        return both[number].run(arguments[number], folder / str(number))

    for number, status in enumerate(pool.map(run, range(2))):
        assert status == 0, (folder / str(number)).read_text()


# --- sweeps -----------------------------------------------------------------------------------------------------


@pytest.mark.sweep
def test_sweep_killed_at_each_pass_of_each_point_all_that_are_due(disk: Path) -> None:
    kill_everywhere(disk, mail=False)


@pytest.mark.sweep
def test_sweep_killed_again_during_the_restart(disk: Path) -> None:
    publish_file = rounds.declaration(disk, mail=True)
    chance = random.Random(1)
    kills: Counter[int] = Counter()
    began = time.monotonic()

    def case(first: str, then: str) -> Case:
        def run(processes: Processes, folder: Path) -> None:
            home = folder / "home"
            at = (f"{first}#{chance.randint(1, 2)}", f"{then}#{chance.randint(1, 2)}")
            for number, point in enumerate(at):
                again = resume(home) if number and first != BEFORE_COMMIT else publish(home, publish_file)
                status = processes.run(again, folder / "out", killed_at(point))
                assert status in (0, KILLED), (folder / "out").read_text()
                kills[number] += status == KILLED
            try:
                goes_on(processes, home, publish(home, publish_file), mail=True)
            except AssertionError as error:
                raise AssertionError(f"killed at {at}: {error}") from error

        return run

    pairs = [(first, then) for first in LABELS for then in chance.sample(LABELS, 10)]
    wrong = in_parallel([(f"{first} {then}", case(first, then)) for first, then in pairs], disk)
    print(
        f"\n{len(pairs)} rounds: {kills[0]} kills, {kills[1]} in the restart: {time.monotonic() - began:.0f} s"
    )
    assert wrong == []


@pytest.mark.sweep
def test_sweep_killed_at_any_moment(disk: Path) -> None:
    publish_file = rounds.declaration(disk, mail=True)
    chance = random.Random(2)
    kills: Counter[bool] = Counter()
    began = time.monotonic()

    def case(processes: Processes, folder: Path) -> None:
        home = folder / "home"
        moments = [chance.uniform(0.01, 0.35) for _ in range(3)]
        for moment in moments:
            status = processes.run(publish(home, publish_file), folder / "out", kill_after_s=moment)
            assert status in (0, KILLED), (folder / "out").read_text()
            kills[status == KILLED] += 1
        try:
            goes_on(processes, home, publish(home, publish_file), mail=True)
        except AssertionError as error:
            raise AssertionError(f"killed after {moments} s: {error}") from error

    wrong = in_parallel([(str(number), case) for number in range(150)], disk)
    print(f"\n150 rounds, started three times each: {kills[True]} kills: {time.monotonic() - began:.0f} s")
    assert wrong == []


CALLS = {"pwrite64": 36, "fdatasync": 8, "fsync": 12, "write": 16, "ftruncate": 8, "rename": 12, "unlink": 8}
"""System calls that store something, and how many times a thread of the program makes each at most."""


@pytest.mark.sweep
@pytest.mark.parametrize("fault", ["signal=SIGKILL", "error=EIO", "error=ENOSPC"])
def test_sweep_a_fault_at_each_system_call_that_stores(disk: Path, fault: str) -> None:
    strace = shutil.which("strace")
    assert strace is not None, "strace is missing; on Debian or Ubuntu: sudo apt-get install strace"
    publish_file = rounds.declaration(disk, mail=True)
    hits: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    began = time.monotonic()

    def case(call: str, number: int) -> Case:
        def run(processes: Processes, folder: Path) -> None:
            home = folder / "home"
            assert processes.run(["--home", str(home), "verify"], folder / "out") == 0
            said = folder / "strace.txt"
            inject = f"--inject={call}:{fault}:when={number}"
            before = [strace, "-f", "-qq", "-o", str(said), f"--trace={call}", inject]
            result = run_program(publish(home, publish_file), before=before)
            told = result.stderr + result.stdout
            assert "Traceback" not in told, told
            hits[call] += "INJECTED" in said.read_text() or "SIGKILL" in said.read_text()
            rounds.nothing_twice(home)
            processes.run(publish(home, publish_file), folder / "again.txt")
            states = rounds.nothing_twice(home)
            ends.update(states)
            if "SIGKILL" in fault:
                rounds.all_arrived_once(home, mail=True)
            elif states:
                assert states.keys() <= {"sent", "by_hand", "failed", "waiting", "queued"}, states
                assert told.strip()

        return run

    places = [(call, number) for call, most in CALLS.items() for number in range(1, most + 1)]
    wrong = in_parallel([(f"{call} {number}", case(call, number)) for call, number in places], disk)
    print(f"\n{fault}: {len(places)} rounds, met {hits.total()} times ({dict(hits)}), at the end {dict(ends)}: "
          f"{time.monotonic() - began:.0f} s")  # fmt: skip
    assert wrong == []
    assert hits.total() >= 40
