"""Anything may happen in any order: publishes, crashes at any labelled step, restarts, faults of services, acts of a person."""

from __future__ import annotations

import json
import signal
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from composer import crash_points
from composer.domain.delivery import DeliveryState
from composer.domain.errors import RefusedError
from composer.paths import HomePaths, Mode
from composer.services.core import Services
from tests.connections.secret_service import secret_service
from tests.kill import live_rounds
from tests.kill.processes import Processes
from tests.vendors.server import Fault, accepts_but_says, breaks_off, hangs_up, loses_reply, refuses, resets

KILLED = -signal.SIGKILL
LABELS = ("publish.committed", "outbox.claimed", "outbox.on_wire", "outbox.delivered", "outbox.settled", "api.asking", "api.answered")  # fmt: skip
FAULTS: tuple[Callable[[], Fault], ...] = (
    loses_reply, hangs_up, resets, breaks_off,
    lambda: accepts_but_says(500), lambda: refuses(429, Retry_After="1"), lambda: refuses(403),
    lambda: accepts_but_says(200, b"<html>"), lambda: refuses(307, Location="http://127.0.0.1:1/"),
)  # fmt: skip
CRASHES = st.one_of(st.none(), st.tuples(st.sampled_from(LABELS), st.integers(1, 4)))
ASKING = {DeliveryState.UNKNOWN, DeliveryState.FAILED, DeliveryState.STALE}


class Live(RuleBasedStateMachine):
    """One incident on Slack and the page; every command is a process of its own."""

    processes: Processes

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory(prefix="live-")))
        self.there = self.stack.enter_context(live_rounds.services())
        # A new keyring each: after some hundred clients that were killed, gnome-keyring itself breaks down.
        self.ring = self.stack.enter_context(secret_service())
        with pytest.MonkeyPatch.context() as patch:
            live_rounds.keep_credentials(patch, self.ring)
        self.home = live_rounds.made_home(self.folder, self.there)
        self.resends: Counter[str] = Counter()
        self.rounds = 0

    @initialize()
    def declare(self) -> None:
        """The incident, told without any trouble."""
        file = live_rounds.publish_file(self.folder, "slack", "statuspage")
        status = self._run(live_rounds.publish(self.home, file), None)
        assert status == 0, self._said()
        self.incident = json.loads(self._said())["incident_id"]

    @rule(what=st.sampled_from(["slack_update", "status_update"]), crash=CRASHES)
    def publish(self, what: str, crash: tuple[str, int] | None) -> None:
        """One more text, each another one."""
        self.rounds += 1
        said = f"news {self.rounds}"
        content: dict[str, Any] = {
            "publish_id": said,
            "incident": {"id": self.incident},
            "phase": "investigating",
            "messages": [what],
            "notify": False,
            "fields": {"summary": said, "actions_taken": said, "next_steps": said, "whats_new": said},
        }
        file = self.folder / "update.json"
        file.write_text(json.dumps(content), encoding="utf-8")
        self._run(live_rounds.publish(self.home, file), crash)

    @rule(crash=CRASHES)
    def restart(self, crash: tuple[str, int] | None) -> None:
        """Go on with what is there."""
        self._run(live_rounds.resume(self.home), crash)

    @rule(service=st.sampled_from(["slack", "page"]), fault=st.sampled_from(FAULTS), reading=st.booleans())
    def trouble(self, service: str, fault: Callable[[], Fault], reading: bool) -> None:
        """The service's next request of a kind goes wrong."""
        vendor = getattr(self.there, service)
        vendor.fail("GET" if reading else "POST" if service == "slack" else "PATCH", ".*", fault())

    @rule(act=st.sampled_from(["send_again", "let_be", "mark_by_hand"]))
    def person(self, act: str) -> None:
        """A person decides about the oldest delivery that asks one."""
        with Services(HomePaths(self.home), Mode.LIVE) as services:
            asking = [one for one in services.record.deliveries() if one.state in ASKING]
            if not asking:
                return
            one = asking[0]
            try:
                getattr(services, act)(one.id)
            except RefusedError:
                return  # in doubt, and not looked up yet
            if act == "send_again" and one.state is DeliveryState.UNKNOWN:
                self.resends[one.id] += 1

    @invariant()
    def nothing_is_doubled_and_no_secret_is_written(self) -> None:
        """At every moment."""
        assert self._wrong(settled=False) == []

    def teardown(self) -> None:
        """In the end everything is settled, or asks a person; a second restart changes nothing."""
        try:
            for vendor in (self.there.slack, self.there.page):
                vendor._faults.clear()
            for _ in range(2):
                self._run(live_rounds.resume(self.home), None)
            assert self._wrong(settled=True) == []
        finally:
            self.stack.close()

    def _wrong(self, *, settled: bool) -> list[str]:
        told = live_rounds.violations(self.home, self.there, resends=self.resends, settled=settled)
        # What a person decided without knowing may turn out otherwise; that it arrived twice, never.
        decided = {
            one.id for one in live_rounds.stored(self.home) if one.id in self.resends or one.by is not None
        }
        return [text for text in told if not (text.startswith("I3") and any(own in text for own in decided))]

    def _run(self, command: list[str], crash: tuple[str, int] | None) -> int:
        killing = {} if crash is None else {crash_points.VARIABLE: f"{crash[0]}#{crash[1]}"}
        status = self.processes.run(command, self.folder / "said.txt", {**self.ring, **killing})
        assert status in (0, 3, 4, KILLED), self._said()
        return status

    def _said(self) -> str:
        return (self.folder / "said.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def machine() -> Iterator[type[Live]]:
    with Processes("tests.kill.live_processes") as processes:
        Live.processes = processes
        yield Live


def run(machine: type[Live], examples: int, steps: int) -> None:
    wanted = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, database=None, derandomize=examples < 10,
        suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip
    run_state_machine_as_test(machine, settings=wanted)


@pytest.mark.timeout(300)
def test_whatever_happens_nothing_is_lost_and_nothing_is_doubled(machine: type[Live]) -> None:
    run(machine, examples=6, steps=8)


@pytest.mark.sweep
def test_whatever_happens_for_long(machine: type[Live]) -> None:
    run(machine, examples=150, steps=25)
