"""Anything may happen in any order: publishes, crashes at any labelled step, restarts, faults of every service, acts of a person."""

from __future__ import annotations

import json
import os
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from composer import crash_points
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, RecipientState
from composer.domain.errors import RefusedError
from composer.paths import HomePaths, Mode
from composer.services.core import Services
from composer.services.deciding import pause, try_now
from composer.services.mailing import go_on, other_ways, pause_mail, send_by, send_test
from composer.services.putting_right import Wrong, put_right
from tests.connections.secret_service import secret_service
from tests.kill import live_rounds
from tests.kill.live_processes import BUGS, VARIABLE
from tests.kill.processes import Processes
from tests.vendors import sendgrid
from tests.vendors.server import (
    Fault,
    Vendor,
    accepts_but_says,
    breaks_off,
    hangs_up,
    loses_reply,
    refuses,
    resets,
)

KILLED = -signal.SIGKILL
LABELS = (
    "publish.committed", "outbox.claimed", "outbox.on_wire", "outbox.delivered", "outbox.settled", "outbox.before_amend", "outbox.amended",
    "api.asking", "api.answered", "smtp.asking", "smtp.answered",
)  # fmt: skip
FAULTS: dict[str, Callable[[str], Fault]] = {
    "loses the reply": lambda _: loses_reply(),
    "hangs up": lambda _: hangs_up(),
    "resets": lambda _: resets(),
    "breaks off": lambda _: breaks_off(),
    "accepts, 500": lambda _: accepts_but_says(500),
    "accepts, a portal": lambda _: accepts_but_says(200, b"<html>"),
    "503": lambda _: refuses(503),
    "429": lambda _: refuses(429, Retry_After="1"),
    "403": lambda _: refuses(403),
    "elsewhere": lambda address: refuses(307, Location=address),
}
"""What a service may do to one request; the last one is given the address of a host that must hear nothing."""
VENDORS = ("slack", "page", "sendgrid", "pagerduty")
MAIL_FAULTS = (
    ("at_greeting", "421 not now"), ("at_mail", "530 who are you"), ("at_rcpt", "550 no such user"), ("at_rcpt", "450 later"), ("at_rcpt", "close"),
    ("at_data", "451 later"), ("at_end", "451 later"), ("at_end", "554 no"), ("at_end", "close"), ("at_end", "kept+close"), ("at_end", "kept+reset"),
    ("at_end", "kept+999 what"),
)  # fmt: skip
"""Where a mail server fails one mail, and how; what it keeps it has accepted."""
MESSAGES = (
    "slack_update",
    "status_update",
    "executive_notification",
    "customer_email",
    "pagerduty_status_update",
)
CARRIED = {
    "slack_update": "slack",
    "status_update": "page",
    "customer_email": "sendgrid",
    "pagerduty_status_update": "pagerduty",
}
CRASH = st.tuples(st.sampled_from(LABELS), st.integers(1, 3))
CRASHES = st.one_of(st.none(), CRASH, CRASH)
SOME = st.sets(st.sampled_from(MESSAGES), min_size=1, max_size=3).map(sorted)
ASKING = {DeliveryState.UNKNOWN, DeliveryState.FAILED, DeliveryState.STALE}
SAID = frozenset({"correction", "public_correction"})


class Live(RuleBasedStateMachine):
    """One incident at every service; every command is a process of its own, and a person sits beside them."""

    processes: Processes
    ring: dict[str, str]
    bug: str | None = None
    steps: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.folder = Path(
            self.stack.enter_context(tempfile.TemporaryDirectory(prefix="live-", dir=_memory()))
        )
        self.there = self.stack.enter_context(live_rounds.services())
        self.elsewhere = self.stack.enter_context(sendgrid.Sendgrid())
        # A new keyring each: after some hundred clients that were killed, gnome-keyring itself breaks down.
        self.ring = self.stack.enter_context(secret_service())
        with pytest.MonkeyPatch.context() as patch:
            live_rounds.keep_credentials(patch, self.ring)
        self.home = live_rounds.made_home(self.folder, self.there)
        self.resends: Counter[str] = Counter()
        self.taken_back: set[str] = set()
        self.rounds = 0

    @initialize()
    def declare(self) -> None:
        """The incident, told without any trouble."""
        file = live_rounds.publish_file(self.folder, "slack", "statuspage", "pagerduty")
        status = self._run(live_rounds.publish(self.home, file), None, bug=False)
        assert status == 0, self._told()
        self.incident = json.loads(self._told())["incident_id"]

    # --- the program ---------------------------------------------------------------------------------------------

    @rule(what=SOME, crash=CRASHES, phase=st.sampled_from(["investigating", "investigating", "identified"]))
    def publish(self, what: list[str], crash: tuple[str, int] | None, phase: str) -> None:
        """A round more, in other words."""
        self._run(live_rounds.publish(self.home, self._file(what, phase=phase)), crash)

    @rule(what=SOME, crash=CRASH)
    def publish_and_die(self, what: list[str], crash: tuple[str, int]) -> None:
        """A round in whose midst the program is killed, where it comes to that step."""
        self._run(live_rounds.publish(self.home, self._file(what)), crash)

    @rule(what=SOME, taken_back=st.booleans())
    def hold(self, what: list[str], taken_back: bool) -> None:
        """A round that is held when the program ends, and perhaps taken back before it would leave."""
        self._run(live_rounds.publish(self.home, self._file(what, hold_s=2)), ("publish.committed", 1))
        if not taken_back:
            return
        with self._person() as services:
            held = services.record.deliveries(states={DeliveryState.HELD})
            if held and services.take_back(held[0].publish_id):
                self.taken_back |= {one.id for one in held if one.publish_id == held[0].publish_id}

    @rule(crash=CRASHES)
    def restart(self, crash: tuple[str, int] | None) -> None:
        """Go on with what is there."""
        self._run(live_rounds.resume(self.home), crash)

    @rule(crash=CRASHES)
    def mail_to_one_first(self, crash: tuple[str, int] | None) -> None:
        """A mail to customers whose first batch is one of them."""
        with self._person() as services:
            request = services.read_request(self._file(["customer_email"]).read_bytes(), "here")
            services.publish(replace(request, first_batch=1, hold_s=0.0), carry_out=False)
        self._run(live_rounds.resume(self.home), crash)

    # --- the services --------------------------------------------------------------------------------------------

    @rule(vendor=st.sampled_from(VENDORS), fault=st.sampled_from(sorted(FAULTS)), reading=st.booleans())
    def trouble(self, vendor: str, fault: str, reading: bool) -> None:
        """A service's next request of a kind goes wrong."""
        self._fail(vendor, fault, reading=reading)

    @rule(what=SOME, fault=st.sampled_from(sorted(FAULTS)))
    def publish_in_trouble(self, what: list[str], fault: str) -> None:
        """A round whose services all fail in the same way, each once."""
        for vendor in (CARRIED[one] for one in what if one in CARRIED):
            self._fail(vendor, fault, reading=False)
        self._run(live_rounds.publish(self.home, self._file(what)), None)

    @rule(fault=st.sampled_from(MAIL_FAULTS), after=st.integers(0, 2))
    def mail_trouble(self, fault: tuple[str, str], after: int) -> None:
        """The mail server fails once, perhaps not at once."""
        where, what = fault
        left = iter([*[None] * after, what])
        setattr(self.there.smtp, where, lambda _: next(left, None))

    @rule()
    def all_is_well_again(self) -> None:
        """What was wrong with the services passes."""
        for name in VENDORS:
            self._vendor(name).forget_faults()
        for where, _ in MAIL_FAULTS:
            setattr(self.there.smtp, where, lambda _: None)

    @rule(lags=st.booleans())
    def log_lags(self, lags: bool) -> None:
        """SendGrid's log shows nothing yet, or all."""
        self.there.sendgrid.log_lags = lags

    # --- the person ----------------------------------------------------------------------------------------------

    @rule(act=st.sampled_from(["send_again", "send_again", "let_be", "mark_by_hand"]), newest=st.booleans())
    def decide(self, act: str, newest: bool) -> None:
        """A person decides about a delivery that asks one."""
        with self._person() as services:
            asking = [one for one in services.record.deliveries() if one.state in ASKING]
            if not asking:
                return
            one = asking[-1 if newest else 0]
            doubtful = services.record.recipients(one.id, {RecipientState.UNKNOWN})
            getattr(services, act)(one.id)
            if act == "send_again" and one.state is DeliveryState.UNKNOWN:
                self.resends[one.id] += 1
                self.resends.update(f"{one.id} {person.ordinal}" for person in doubtful)

    @rule(act=st.sampled_from(["pause", "go on", "other way", "now", "pause the round"]))
    def steer(self, act: str) -> None:
        """A person pauses what has not left, lets it go on, or lets another account carry it."""
        with self._person() as services:
            for one in services.record.deliveries():
                mail = any(services.record.recipient_counts(one.id).values())
                if act == "pause" and mail and one.state.is_under_way and one.state is not DeliveryState.HELD:
                    pause_mail(services, one.id)
                elif (
                    act == "go on"
                    and one.is_paused
                    and one.state in (DeliveryState.WAITING, DeliveryState.QUEUED)
                ):
                    go_on(services, one.id)
                elif (
                    act == "other way" and mail and one.state in (DeliveryState.WAITING, DeliveryState.FAILED)
                ):
                    send_by(services, one.id, other_ways(services, one)[0])
                elif act == "now" and one.state is DeliveryState.WAITING:
                    try_now(services, one.id)
                elif act == "pause the round" and one.state in (DeliveryState.WAITING, DeliveryState.QUEUED):
                    pause(services, one.publish_id)
                else:
                    continue
                return

    @rule(which=st.integers(0, 5), in_place=st.booleans(), crash=CRASHES)
    def correct(self, which: int, in_place: bool, crash: tuple[str, int] | None) -> None:
        """A person corrects what readers have: by a labelled correction, and in its place where that can be done."""
        self.rounds += 1
        with self._person() as services:
            sent = [one for one in services.record.deliveries() if _may_be_wrong(services, one)]
            if not sent:
                return
            one = sent[-1 - which % len(sent)]
            rewritable = one.state is DeliveryState.SENT and one.template in ("slack_update", "status_update")
            words = {one.id: f"other words {self.rounds}"} if in_place and rewritable else {}
            put_right(
                services,
                Wrong(
                    (one.id,), dict.fromkeys(SAID, f"correction {self.rounds}"), "wrong", words, hold_s=0.0
                ),
            )
        self._run(live_rounds.resume(self.home), crash)

    @rule(template=st.sampled_from(["customer_email", "executive_notification"]))
    def test_mail(self, template: str) -> None:
        """A person mails a test to themselves."""
        with self._person() as services:
            request = services.read_request(self._file([template]).read_bytes(), "here")
            send_test(services, request, template, "me@example.com")

    # --- what must hold ------------------------------------------------------------------------------------------

    @invariant()
    def nothing_is_doubled_and_no_secret_is_written(self) -> None:
        """At every moment."""
        wrong = self._wrong(settled=False)
        assert not wrong, wrong
        assert self.elsewhere.seen == []

    def teardown(self) -> None:
        """In the end everything is settled, or asks a person; a second restart changes nothing."""
        try:
            if not hasattr(self, "incident"):
                return
            self.all_is_well_again()
            time.sleep(
                2 if any(one.state is DeliveryState.HELD for one in live_rounds.stored(self.home)) else 0
            )
            self._run(live_rounds.resume(self.home), None)
            self._run(live_rounds.resume(self.home), None)
            before = live_rounds.stored(self.home)
            self._run(live_rounds.resume(self.home), None)
            waits = any(one.state is DeliveryState.WAITING for one in before)
            moved = set(self._standing()) ^ {_standing(one) for one in before}
            assert waits or not moved, moved
            wrong = self._wrong(settled=True)
            assert not wrong, wrong
            taken_back = [one for one in before if one.id in self.taken_back]
            assert {one.state for one in taken_back} <= {DeliveryState.CANCELLED}
            for one in before:
                Live.steps[f"at the end {one.state}"] += 1
        finally:
            self.stack.close()

    def _wrong(self, *, settled: bool) -> list[str]:
        told = live_rounds.violations(self.home, self.there, resends=self.resends, settled=settled)
        # What a person decided without knowing may turn out otherwise; that it arrived twice, never.
        decided = {
            one.id for one in live_rounds.stored(self.home) if one.id in self.resends or one.by is not None
        } - self.taken_back
        return [text for text in told if not (text.startswith("I3") and any(own in text for own in decided))]

    def _standing(self) -> list[tuple[object, ...]]:
        return [_standing(one) for one in live_rounds.stored(self.home)]

    # --- how it is done ------------------------------------------------------------------------------------------

    def _file(self, what: list[str], *, phase: str = "investigating", hold_s: float = 0) -> Path:
        self.rounds += 1
        said = f"news {self.rounds:03d}."
        names = (
            "summary", "actions_taken", "next_steps", "whats_new", "executive_summary", "current_actions", "what_happened", "impact_to_you",
            "what_we_did", "prevention",
        )  # fmt: skip
        content: dict[str, Any] = {
            "publish_id": said,
            "incident": {"id": self.incident},
            "phase": phase,
            "reason": "as it seems now",
            "messages": what,
            "notify": False,
            "hold_s": hold_s,
            "fields": dict.fromkeys(names, said),
        }
        file = self.folder / "update.json"
        file.write_text(json.dumps(content), encoding="utf-8")
        return file

    def _fail(self, vendor: str, fault: str, *, reading: bool) -> None:
        method, path = {
            "slack": ("GET", ".*") if reading else ("POST", "chat"),
            "page": ("GET", ".*") if reading else ("PATCH", ".*"),
            "sendgrid": ("POST", "logs" if reading else "send"),
            "pagerduty": ("GET" if reading else "POST", ".*"),
        }[vendor]
        self._vendor(vendor).fail(method, path, FAULTS[fault](f"{self.elsewhere.url}/v3/mail/send"))

    def _vendor(self, name: str) -> Vendor:
        found: Vendor = getattr(self.there, name)
        return found

    def _person(self) -> _Person:
        return _Person(self.home, self.ring)

    def _run(self, command: list[str], crash: tuple[str, int] | None, *, bug: bool = True) -> int:
        killing = {} if crash is None else {crash_points.VARIABLE: f"{crash[0]}#{crash[1]}"}
        sown = {VARIABLE: self.bug} if self.bug and bug else {}
        status = self.processes.run(command, self.folder / "said.txt", {**self.ring, **killing, **sown})
        Live.steps["commands"] += 1
        Live.steps["kills"] += status == KILLED
        assert status in (0, 3, 4, KILLED), self._told()
        return status

    def _told(self) -> str:
        return (self.folder / "said.txt").read_text(encoding="utf-8")


class _Person:
    """What a person does in a window; what is refused to them is no fault."""

    def __init__(self, home: Path, ring: dict[str, str]) -> None:
        self._stack = ExitStack()
        self._home, self._ring = home, ring

    def __enter__(self) -> Services:
        patch = self._stack.enter_context(pytest.MonkeyPatch.context())
        for name, value in self._ring.items():
            patch.setitem(os.environ, name, value)
        return self._stack.enter_context(Services(HomePaths(self._home), Mode.LIVE))

    def __exit__(self, kind: type[BaseException] | None, *more: Any) -> bool:
        self._stack.__exit__(kind, *more)
        Live.steps["refused to a person" if kind is not None else "acts of a person"] += 1
        return kind is not None and issubclass(kind, RefusedError)


def _may_be_wrong(services: Services, one: Delivery) -> bool:
    template = services.library.correction(one.channel)
    return (
        one.kind is DeliveryKind.MESSAGE
        and template is not None
        and one.template != template.head.name
        and one.template not in ("slack_declaration", "status_investigating")
        and one.state not in (DeliveryState.CANCELLED, DeliveryState.HELD)
    )


def _standing(one: Delivery) -> tuple[object, ...]:
    """Where a delivery is; when it was last asked about is not part of that."""
    return one.id, one.state, one.attempts, one.vendor_id, one.amended_at


def _memory() -> Path | None:
    """A folder in memory where there is one: a kill is no power cut."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() else None


@pytest.fixture(scope="module")
def machine() -> Iterator[type[Live]]:
    with Processes("tests.kill.live_processes") as processes:
        Live.processes = processes
        yield Live


def run(machine: type[Live], examples: int, steps: int) -> None:
    wanted = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, database=None, derandomize=examples < 10,
        suppress_health_check=list(HealthCheck), print_blob=False, phases=[Phase.generate],
    )  # fmt: skip
    run_state_machine_as_test(machine, settings=wanted)


@pytest.mark.timeout(300)
def test_whatever_happens_nothing_is_lost_and_nothing_is_doubled(machine: type[Live]) -> None:
    run(machine, examples=4, steps=8)


@pytest.mark.sweep
def test_whatever_happens_for_long(machine: type[Live]) -> None:
    began = time.monotonic()
    run(machine, examples=40, steps=20)
    print(f"\n40 times 20 steps: {dict(sorted(Live.steps.items()))}: {time.monotonic() - began:.0f} s")


@pytest.mark.sweep
@pytest.mark.parametrize("bug", BUGS)
def test_the_machine_finds_a_seeded_bug(
    machine: type[Live], bug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "bug", bug)
    with pytest.raises(AssertionError):
        run(machine, examples=60, steps=20)
