"""Live rounds killed at each system call that stores, sends or receives something, and started again (sweep).

One round for each service, and one whose declaration is amended when the page has accepted. First the calls are counted, of the thread that carries the deliveries out and of
the one that stores the round; then the process is killed at each of them. Every third restart is killed as well, at one of its own calls.
"""

from __future__ import annotations

import random
import re
import shutil
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from composer.domain.delivery import DeliveryState
from tests.connections.secret_service import secret_service
from tests.kill import live_rounds, system_calls
from tests.kill.live_processes import VARIABLE
from tests.kill.processes import Processes
from tests.vendors.server import loses_reply

KILLED = -signal.SIGKILL
AT_A_TIME = 2
EACH_RING = 15
"""How many rounds share a keyring: after many clients that were killed, also in the middle of asking it, gnome-keyring itself breaks down."""
SELDOM = {"read": 12, "close": 4}
"""Calls of which only some are killed at: most read modules, and end what was read."""
ROUNDS = (
    (("slack",), "delivery", 50),
    (("statuspage",), "delivery", 30),
    (("smtp",), "delivery", 60),
    (("sendgrid",), "delivery", 25),
    (("pagerduty",), "delivery", 22),
    (("slack", "statuspage"), "delivery", 85),
    (("slack", "statuspage", "smtp", "sendgrid", "pagerduty"), "main", 30),
)
"""For which services, which thread is watched, and how often it is killed at least: over 300 times in all."""
IN_DOUBT = {DeliveryState.SENT, DeliveryState.UNKNOWN}

Place = tuple[str, int]
_KEEPING = threading.Lock()


@dataclass
class Loop:
    """Kills rounds for some services in one of their threads. `bug` is sown in where one is named; the answer to the first post is lost where that is asked for.

    With an `error` nobody is killed: from that call on, all calls of its kind end so.
    """

    folder: Path
    vendors: Sequence[str]
    thread: str = "delivery"
    bug: str | None = None
    loses_reply: bool = False
    error: str | None = None
    hits: Counter[str] = field(default_factory=Counter)
    again: int = 0
    missed: list[str] = field(default_factory=list)

    def calls(self) -> Counter[str]:
        """How often the thread makes each call in a round that nothing happens to."""
        with self._tools() as (processes, ring), self._home("counted") as (folder, home, there):
            said = folder / "strace.txt"
            if self.thread == "main":
                processes.run(["--home", str(home), "verify", "--live"], folder / "said.txt", ring)
            command = live_rounds.publish(home, live_rounds.publish_file(folder, *self.vendors))
            status = processes.run(
                command, folder / "said.txt", ring, calls={"thread": self.thread, "said": str(said)}
            )
            assert status == 0, (folder / "said.txt").read_text()
            assert live_rounds.violations(home, there) == []
            return system_calls.made(said)

    def places(self, made: Counter[str]) -> list[Place]:
        """Where to kill: everywhere in the thread that sends; in the one that stores, of which practice shows all, at some calls of each kind."""
        some = 1 if self.thread == "delivery" else 5
        return [
            (call, number)
            for call, times in made.items()
            for number in range(1, times + 1, SELDOM.get(call, 1) * some)
        ]

    def run(self, places: Sequence[Place], *, until_caught: bool = False) -> list[str]:
        """Kill at each place and start again; what of the invariants did not hold."""
        left, wrong = list(places)[::-1], list[str]()

        def work(worker: int) -> None:
            while left and not (wrong and until_caught):
                with self._tools() as (processes, ring):
                    for _ in range(EACH_RING):
                        if not left or (wrong and until_caught):
                            break
                        call, number = left.pop()
                        wrong.extend(self._one(processes, ring, call, number, len(left)))

        with ThreadPoolExecutor(AT_A_TIME) as pool:
            list(pool.map(work, range(AT_A_TIME)))
        return wrong

    def _one(
        self, processes: Processes, ring: dict[str, str], call: str, number: int, seed: int
    ) -> list[str]:
        with self._home(f"{call}-{number}") as (folder, home, there):
            said, file = folder / "said.txt", live_rounds.publish_file(folder, *self.vendors)
            if self.thread == "main":  # the record is there: how it is made is killed with the migrations
                processes.run(["--home", str(home), "verify", "--live"], said, ring)
            killing = {
                "thread": self.thread,
                "said": str(folder / "strace.txt"),
                "at": call,
                "number": number,
                "error": self.error,
            }
            environment = {**ring, **({VARIABLE: self.bug} if self.bug else {})}
            status = processes.run(live_rounds.publish(home, file), said, environment, calls=killing)
            if self.error is not None:
                told = said.read_text()
                assert status in (0, 1, 3), told
                assert "Traceback" not in told, told
            elif status != KILLED:  # a call less than in the round that was counted
                self.missed.append(f"{call} {number}: {status} {said.read_text()}")
                return []
            self.hits[call] += 1
            go_on = live_rounds.resume(home)
            if self.thread == "main":
                go_on = live_rounds.publish(home, file)
            if seed % 3 == 0 and self.error is None:
                chance = random.Random(seed)
                killing |= {"thread": "delivery", "at": chance.choice(("sendto", "recvfrom", "pwrite64"))}
                killing |= {"number": chance.randint(1, 6)}
                self.again += processes.run(go_on, said, environment, calls=killing) == KILLED
            processes.run(go_on, said, environment)
            if seed % 4 == 0:
                processes.run(live_rounds.resume(home), said, environment)
            wrong = live_rounds.violations(home, there)
            states = {one.state for one in live_rounds.stored(home)}
            if not states or not states <= IN_DOUBT:
                wrong.append(f"{states or 'nothing stored'}: {said.read_text()}")
            return [f"{'+'.join(self.vendors)}, {self.thread}, {call} {number}: {text}" for text in wrong]

    @contextmanager
    def _tools(self) -> Iterator[tuple[Processes, dict[str, str]]]:
        with secret_service() as ring:
            with _KEEPING, pytest.MonkeyPatch.context() as patch:  # the environment is everybody's
                live_rounds.keep_credentials(patch, ring)
            with Processes("tests.kill.live_processes") as processes:
                yield processes, ring

    @contextmanager
    def _home(self, name: str) -> Iterator[tuple[Path, Path, live_rounds.Services]]:
        folder = self.folder / re.sub(r"\W", "-", f"{'-'.join(self.vendors)}-{self.thread}-{name}")
        with ExitStack() as stack:
            there = stack.enter_context(live_rounds.services())
            home = live_rounds.made_home(folder, there)
            stack.callback(shutil.rmtree, folder)
            if self.loses_reply:
                there.slack.fail("POST", "chat.postMessage", loses_reply())
            yield folder, home, there


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a kill is no power cut."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory, prefix="incident-composer-") as folder:
        yield Path(folder)


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("vendors", "thread", "least"), ROUNDS, ids=["-".join((*one[0], one[1])) for one in ROUNDS]
)
def test_killed_at_each_system_call_nothing_is_lost_and_nothing_is_doubled(
    vendors: tuple[str, ...], thread: str, least: int, disk: Path
) -> None:
    began, loop = time.monotonic(), Loop(disk, vendors, thread)
    wrong = loop.run(loop.places(loop.calls()))
    print(f"\n{'+'.join(vendors)}, {thread}: {loop.hits.total()} kills at {dict(loop.hits)}, {loop.again} more in the restart: "
          f"{time.monotonic() - began:.0f} s")  # fmt: skip
    assert wrong == []
    assert loop.hits.total() >= least, loop.missed
    assert thread == "main" or {"sendto", "recvfrom", "pwrite64", "fdatasync"} <= loop.hits.keys()


@pytest.mark.sweep
def test_23_the_disk_is_full_from_any_write_of_the_sending_thread_on(disk: Path) -> None:
    """Also in the middle of a mail to several. With room again, a restart settles all of it; what may have arrived is not sent again."""
    began, wrong, hits = time.monotonic(), list[str](), 0
    for vendors, _, _ in ROUNDS[:5]:
        loop = Loop(disk, vendors, error="ENOSPC")
        places = [place for place in loop.places(loop.calls()) if place[0] in ("pwrite64", "fdatasync")]
        wrong += loop.run(places)
        hits += loop.hits.total()
    print(f"\nthe disk full from one of {hits} calls on: {time.monotonic() - began:.0f} s")
    assert wrong == []
    assert hits >= 60


CAUGHT = {
    "requeue_sending": ("slack", "statuspage", "pagerduty"),
    "commit_after_send": ("slack", "statuspage", "pagerduty"),
    "retry_on_read_timeout": ("slack",),
    "render_again_on_retry": ("slack", "statuspage", "smtp", "sendgrid", "pagerduty"),
}
"""Bugs, and the rounds in which a kill brings them to light. That a redirect is followed needs no kill: see `test_kill_live.py` and `test_live_machine.py`."""


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("bug", "vendor"), [(bug, one) for bug, vendors in CAUGHT.items() for one in vendors]
)
def test_a_seeded_bug_is_caught_by_a_kill_at_some_system_call(bug: str, vendor: str, disk: Path) -> None:
    call = "pwrite64" if bug == "render_again_on_retry" else "recvfrom"
    lost = bug == "retry_on_read_timeout"
    places = [(call, number) for number in range(Loop(disk, (vendor,)).calls()[call], 0, -1)]
    loop = Loop(disk, (vendor,), bug=bug, loses_reply=lost)
    wrong = loop.run(places, until_caught=True)
    print(f"\n{bug}, {loop.hits.total()} kills: {wrong[:1]}")
    assert any(re.search(r"\bI[1-4] ", text) for text in wrong), wrong
