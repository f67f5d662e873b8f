"""Destinations with a memory, whose faults are scripted, and the invariants that are held against what they remember (docs/contract.md section 1)."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

from composer.domain.delivery import Delivery, DeliveryState, RecipientState
from composer.publishing.port import (
    Answer,
    CannotTell,
    Doubt,
    Job,
    NotAccepted,
    NotFound,
    Outcome,
    RecipientOutcome,
    Sent,
)
from composer.record.record import Record

S = DeliveryState


class Killed(BaseException):
    """Stands for the death of the process: nothing catches it."""


class WallClock:
    """A clock that passes only when told to, and whose wall time can be set."""

    def __init__(self, start: datetime) -> None:
        self._wall = start
        self._elapsed = 0.0
        self._lock = threading.Lock()

    def now(self) -> datetime:
        with self._lock:
            return self._wall

    def monotonic(self) -> float:
        with self._lock:
            return self._elapsed

    def wait(self, wake: threading.Event, timeout_s: float) -> bool:
        if wake.is_set():
            return True
        self.advance(timeout_s)
        return False

    def advance(self, seconds: float) -> None:
        with self._lock:
            self._wall += timedelta(seconds=seconds)
            self._elapsed += seconds

    def set_wall(self, by: timedelta) -> None:
        with self._lock:
            self._wall += by


@dataclass
class Ledger:
    """A service. `script` holds what the next deliveries meet; nothing in it: all is well.

    It takes whatever it is given, also twice: only the outbox keeps a message from being doubled. `proves` is whether its look-up can prove that something is missing;
    one that `lags` does not see at first what it has.
    """

    proves: bool = False
    lags: bool = False
    script: deque[str | Outcome] = field(default_factory=deque)
    tells: deque[Answer | Exception] = field(default_factory=deque)
    accepted: Counter[str] = field(default_factory=Counter)
    order: list[str] = field(default_factory=list)
    bytes_of: dict[str, bytes] = field(default_factory=dict)
    tries: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    amended: list[tuple[str, bytes]] = field(default_factory=list)
    amend_fails: deque[NotAccepted | Exception] = field(default_factory=deque)
    gate: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)
    after_copy: Callable[[Job, int], None] = lambda job, ordinal: None
    at_once: int = 0
    most_at_once: int = 0

    def deliver(self, job: Job) -> Outcome:
        self.tries[job.delivery.id] += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            return self._deliver(job, self.script.popleft() if self.script else "accept")
        finally:
            self.at_once -= 1

    def _deliver(self, job: Job, meets: str | Outcome) -> Outcome:
        name = job.delivery.id
        if not isinstance(meets, str):
            if not isinstance(meets, NotAccepted):
                job.on_wire()
            return meets
        before, _, after = meets.partition(" ")
        if before == "refuse":  # what `NotAccepted` after the mark is: a 429
            job.on_wire()
            return NotAccepted("busy", float(after) if after else None)
        if before == "bug":
            raise ZeroDivisionError("a bug before the mark")
        if before == "die":
            raise Killed
        if before == "hang":
            self.reached.set()
            assert self.gate.wait(20)
        job.on_wire()
        if before == "lost" or (before == "some" and not job.recipients):
            return self._end(after)
        for recipient in job.recipients:
            if not job.may_go_on():
                break
            if before == "some" and recipient.ordinal >= 1:
                break
            if before == "refusing" and (recipient.ordinal % 2 or after == "all"):
                job.tell(RecipientOutcome(recipient.ordinal, RecipientState.REFUSED, "no such person"))
                continue
            self._take(f"{name}-{recipient.ordinal}", job.delivery.payload)
            state = RecipientState.UNKNOWN if before == "doubting" else RecipientState.ACCEPTED
            job.tell(RecipientOutcome(recipient.ordinal, state))
            self.after_copy(job, recipient.ordinal)
        if not job.recipients:
            self._take(name, job.delivery.payload)
        self.order.append(name)
        return self._end(after if before != "refusing" else "")

    def _take(self, name: str, payload: bytes) -> None:
        self.accepted[name] += 1
        self.bytes_of[name] = payload

    def _end(self, how: str) -> Outcome:
        match how:
            case "doubt":
                return Doubt("no reply")
            case "bug":
                raise ZeroDivisionError("a bug after the mark")
            case "die":
                raise Killed
            case "retry":
                return NotAccepted("full", 5.0)
            case "final":
                return NotAccepted("closed")
            case _:
                return Sent("v1", "https://example.com/1")

    def look_up(self, job: Job) -> Answer:
        self.asked[job.delivery.id] += 1
        if self.tells:
            told = self.tells.popleft()
            if isinstance(told, Exception):
                raise told
            return told
        name = job.delivery.id
        if self.lags and self.asked[name] == 1:
            return NotFound()
        if not job.recipients:
            return Sent("v1") if self.accepted[name] else NotFound(self.proves)
        if not self.proves:
            return CannotTell("no such question")
        complete = True
        for one in job.recipients:
            if one.state is not RecipientState.REFUSED:
                there = bool(self.accepted[f"{name}-{one.ordinal}"])
                complete &= there
                state = RecipientState.ACCEPTED if there else RecipientState.PENDING
                job.tell(RecipientOutcome(one.ordinal, state))
        return Sent("v1") if complete else NotFound(True)

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:
        trouble = self.amend_fails.popleft() if self.amend_fails else None
        if isinstance(trouble, Exception):
            raise trouble
        if trouble is None:
            self.amended.append((delivery.id, payload))
        return trouble


def invariants(
    record: Record,
    ledgers: Iterable[Ledger],
    expected: Collection[str],
    insisted: Counter[str] | None = None,
) -> None:
    """I1 to I4. `expected` are the ids of all deliveries that were stored, `insisted` how often a person had each sent again."""
    again = insisted or Counter()
    deliveries = {one.id: one for one in record.deliveries()}
    assert deliveries.keys() == set(expected), "I1: one is lost"
    accepted: Counter[str] = Counter()
    for ledger in ledgers:
        accepted.update(ledger.accepted)
        for name, payload in ledger.bytes_of.items():
            delivery = deliveries[name if name in deliveries else name.rpartition("-")[0]]
            assert payload == delivery.payload, "I4: other bytes"
            assert sha256(payload).hexdigest() == delivery.payload_sha256
    for delivery in deliveries.values():
        people = record.recipients(delivery.id)
        names = [f"{delivery.id}-{one.ordinal}" for one in people] or [delivery.id]
        for name in names:
            assert accepted[name] <= 1 + again[delivery.id], f"I2: {name} {accepted[name]} times"
        taken = any(accepted[name] for name in names)
        decided = delivery.by is not None
        match delivery.state:
            case S.SENT:
                assert taken, "I3: sent and not there"
                for one in people:
                    if one.state is RecipientState.ACCEPTED:
                        assert accepted[f"{delivery.id}-{one.ordinal}"]
                assert {one.state for one in people} <= {RecipientState.ACCEPTED, RecipientState.REFUSED}
            case S.UNKNOWN | S.SENDING:
                pass
            case S.FAILED if not decided:
                assert not taken, "I3: failed and there"
            case _ if not decided and not people:
                assert not taken, f"I3: {delivery.state} and there"
            case _:
                pass


def states(record: Record) -> list[str]:
    """The states of all deliveries in the order of storing."""
    return [one.state.value for one in record.deliveries()]


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that another thread does."""
    waiting = threading.Event()
    for _ in range(2_000):
        if condition():
            return
        waiting.wait(0.005)
    raise AssertionError("it did not come to pass")
