"""The outbox: carries stored deliveries to their destinations, and nothing that is not stored.

It holds no state that a crash could lose. Each step is first a committed row and then an act: claimed before anything is
done, the on-wire mark before the first byte, the outcome before the next delivery of the lane. After a restart the same rows tell how to go on
(docs/contract.md section 1).

Lanes (one account and destination) run side by side on threads; within a lane deliveries leave one after the other in the order in
which they were stored.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from composer import crash_points
from composer.clock import Clock
from composer.domain.delivery import (
    SAID,
    UNDER_WAY,
    Delivery,
    DeliveryState,
    Refused,
    Rested,
    TimeCame,
    WentOnWire,
    WentStale,
    in_doubt,
)
from composer.domain.errors import UserFacingError
from composer.domain.sayings import Code, told
from composer.domain.staleness import stale_reason
from composer.publishing.delivery_store import DeliveryStore, Moves
from composer.publishing.outcomes import MAX_ATTEMPTS, event_of, next_copies
from composer.publishing.owners import Owner
from composer.publishing.port import (
    Destination,
    Doubt,
    Job,
    NotAccepted,
    Outcome,
    Sent,
)
from composer.publishing.recovery import Claims, Noted, Recovery, tell_soon, tellers
from composer.publishing.waits import Waits

log = logging.getLogger("incident_composer.outbox")

PATIENCE_S = 10.0
"""A delivery that has longer than this to wait is left waiting; `carry_out` then returns."""

WORKERS = 16
"""The most lanes at work at one time. Far above the destinations of one round."""

OWN_TROUBLE_RETRY_S = 5.0
"""When to try again what did not leave because our own record could not be written."""

Lane = tuple[str, str]
_Work = Callable[[Delivery], object]


@dataclass(slots=True)
class _Run:
    """One call of `carry_out`: which lanes it has at work, and what it did once and does not do again."""

    publish_ids: Collection[str] | None
    wake: threading.Event = field(default_factory=threading.Event)
    stopped: bool = False
    working: dict[Future[object], Lane] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)


class Outbox:
    """Carries out what the record holds. One object a process and record; safe to call from several threads.

    `destinations` maps an account to what carries its messages. `on_change` is called, on a worker thread, with each delivery whose state was stored.
    """

    def __init__(
        self,
        store: DeliveryStore,
        destinations: Mapping[str, Destination],
        clock: Clock,
        owner: Owner,
        *,
        stale_after: timedelta,
        on_change: Callable[[Delivery], None] | None = None,
        on_note: Noted | None = None,
    ) -> None:
        self._store = store
        self._destinations = destinations
        self._clock = clock
        self._owner = owner
        self._stale_after = stale_after
        self._on_note = on_note or (lambda delivery, text: None)
        self._moves = Moves(store, on_change or (lambda delivery: None))
        self._waits = Waits(clock)
        self._claims = Claims()
        self._recovery = Recovery(store, destinations, clock, owner, self._moves, self._claims, self._on_note)
        # How often each amend was tried in vain, and when (monotonic) it is tried again; after a restart, it is tried at once.
        self._amends: dict[str, tuple[int, float]] = {}
        self._runs: list[_Run] = []

    def use(self, destinations: Mapping[str, Destination]) -> None:
        """Carry with these from now on; what is being sent goes on with those it began with."""
        self._destinations = destinations
        self._recovery.use(destinations)

    # --- after a restart ---------------------------------------------------------------------------------------

    def recover(self) -> None:
        """Free what a dead process had claimed. Doing it twice changes nothing more."""
        self._recovery.recover()

    def look_up(self, delivery: Delivery) -> Delivery:
        """Ask the destination about one unknown delivery and store the answer; it goes back into the queue where absence is proven."""
        return self._recovery.look_up(delivery)

    # --- carrying out -------------------------------------------------------------------------------------------

    def take_back(self, publish_id: str, by: str) -> bool:
        """Take a whole round back during its hold; false where it has already left or was taken back."""
        taken = self._store.take_back(publish_id, self._clock.now(), by)
        for delivery in taken:
            self._moves.on_change(delivery)
        for run in tuple(self._runs):
            run.wake.set()
        return bool(taken)

    def stop(self) -> None:
        """Make each `carry_out` return as soon as the deliveries now at work are done; what is left goes on with the next one."""
        for run in tuple(self._runs):
            run.stopped = True
            run.wake.set()

    def carry_out(
        self, publish_ids: Collection[str] | None = None, *, patience_s: float = PATIENCE_S
    ) -> None:
        """Carry deliveries out until each is final, asks a person, or has longer than `patience_s` to wait.

        `publish_ids` None means everything stored. What stands before theirs in a lane is carried out too: the process that stored it may be
        gone. What is unknown is looked up, once. Blocks; deliveries run on threads. What another living process has claimed is left to it, but waited for.
        """
        run = _Run(publish_ids)
        with self._running(run), ThreadPoolExecutor(WORKERS, thread_name_prefix="delivery") as pool:
            while True:
                run.wake.clear()
                for future in [future for future in run.working if future.done()]:
                    del run.working[future]
                    future.result()  # a bug in the outbox itself must be heard
                concerned, ready = ((), ()) if run.stopped else self._ready(run)
                for work, delivery in ready:
                    future = pool.submit(work, delivery)
                    run.working[future] = delivery.lane
                    future.add_done_callback(lambda _: run.wake.set())
                # While lanes are at work, each that is done asks anew, and what was just read will do.
                pause = (
                    None
                    if run.stopped
                    else self._pause(run, concerned if run.working else self._concerned(run))
                )
                if run.working:
                    # Real time, whatever the clock: other lanes have their own times to wait for.
                    run.wake.wait(1.0 if pause is None else min(max(pause, 0.02), 1.0))
                elif pause is None or pause > patience_s:
                    break
                else:
                    self._clock.wait(run.wake, min(max(pause, 0.02), 1.0))

    @contextmanager
    def _running(self, run: _Run) -> Iterator[None]:
        self._runs.append(run)
        try:
            yield
        finally:
            self._runs.remove(run)

    def _concerned(self, run: _Run) -> Sequence[Delivery]:
        """What a run is about, in the order of storing: what is under way or unknown, and what stands before it in its lanes."""
        found = self._store.deliveries(states=UNDER_WAY | {DeliveryState.UNKNOWN})
        if run.publish_ids is None:
            return found
        last = {one.lane: one.sequence for one in found if self._wants(run, one)}
        return [
            one
            for one in found
            if self._wants(run, one)
            or (one.state.is_under_way and one.sequence < last.get(one.lane, one.sequence))
        ]

    @staticmethod
    def _wants(run: _Run, delivery: Delivery) -> bool:
        return run.publish_ids is None or delivery.publish_id in run.publish_ids

    def _ready(self, run: _Run) -> tuple[Sequence[Delivery], Sequence[tuple[_Work, Delivery]]]:
        """What the run is about, and what of it may be done now, one thing a lane; moves on what was held, waited, went stale or lost its process."""
        concerned = self._concerned(run)
        if self._move_on(concerned):
            concerned = self._concerned(run)
        ready: list[tuple[_Work, Delivery]] = []
        taken = set(run.working.values())
        sending = {one.lane for one in concerned if one.state is DeliveryState.SENDING}
        for delivery in concerned:
            unknown = delivery.state is DeliveryState.UNKNOWN
            if unknown and delivery.lane not in taken | sending and delivery.id not in run.asked:
                run.asked.add(delivery.id)
                taken.add(delivery.lane)
                ready.append((self.look_up, delivery))
        for delivery in self._store.due_amends():
            known = delivery.account in self._destinations
            if known and delivery.lane not in taken | sending and self._amend_left_s(delivery) <= 0:
                taken.add(delivery.lane)
                ready.append((self._amend, delivery))
        for delivery in concerned:
            if delivery.state is DeliveryState.UNKNOWN or delivery.lane in taken:
                continue
            if delivery.is_paused and delivery.state is not DeliveryState.SENDING:
                # It waits for a person, and keeps nobody of its lane waiting.
                if delivery.state is DeliveryState.QUEUED:
                    self._goes_stale(delivery)
                continue
            if delivery.state is DeliveryState.QUEUED:
                if self._goes_stale(delivery):
                    continue
                ready.append((self._carry, delivery))
            # One that is held, waits or is with another process keeps its place before the others of its lane.
            taken.add(delivery.lane)
        return concerned, ready

    def _move_on(self, concerned: Sequence[Delivery]) -> bool:
        """Whether anything may have moved."""
        moved = False
        now = self._clock.now()
        # Holds first: a round whose hold is over overtakes what waits.
        over = dict.fromkeys(
            one.publish_id
            for one in concerned
            if one.state is DeliveryState.HELD and self._waits.left_s(one, now) <= 0
        )
        for publish_id in over:
            self._end_hold(publish_id, now)
            moved = True
        for delivery in concerned:
            match delivery.state:
                case DeliveryState.WAITING:
                    if self._goes_stale(delivery):
                        moved = True
                    elif not delivery.is_paused and self._waits.left_s(delivery, now) <= 0:
                        self._moves.attempt(delivery, TimeCame(now))
                        moved = True
                case DeliveryState.SENDING:
                    moved = self._recovery.free(delivery) or moved
                case _:
                    pass
        return moved

    def _end_hold(self, publish_id: str, now: datetime) -> None:
        """The hold of the whole round ends at once, or not at all: it can't be half taken back."""
        for moved in self._store.end_hold(publish_id, now):
            self._moves.on_change(moved)
        crash_points.reach("outbox.hold_ended")

    def _goes_stale(self, delivery: Delivery) -> bool:
        now = self._waits.now_for(delivery)
        # A round that is held may be taken back: it overtakes, and changes the incident, once its hold is over.
        incident = self._store.incident_let_go(delivery.incident_id)
        severity = incident.severity if incident else delivery.severity
        phase = incident.phase if incident else delivery.phase
        # Several incidents share a status page: only what is said of the same one overtakes.
        newer = [
            one
            for one in self._store.lane_after(delivery, SAID - {DeliveryState.HELD})
            if one.incident_id == delivery.incident_id
        ]
        reason = stale_reason(delivery, now, self._stale_after, newer, severity, phase)
        if reason is None:
            return False
        self._moves.attempt(delivery, WentStale(self._clock.now(), reason))
        return True

    def _pause(self, run: _Run, concerned: Sequence[Delivery]) -> float | None:
        """Seconds until something can happen; None where nothing will without a person."""
        waits = []
        now = self._clock.now()
        seen = set(run.working.values())
        for delivery in concerned:
            if delivery.is_paused and delivery.state is not DeliveryState.SENDING:
                continue
            if delivery.state in (DeliveryState.HELD, DeliveryState.WAITING):
                waits.append(max(0.0, self._waits.left_s(delivery, now)))
            elif delivery.state is DeliveryState.UNKNOWN or delivery.lane in seen:
                continue  # it has been asked about, or waits for what stands before it
            elif delivery.state is DeliveryState.QUEUED:
                waits.append(0.0)
            else:  # another process is sending it: look again soon, and for as long as it lives
                waits.append(0.2)
            seen.add(delivery.lane)
        if self._amends:
            for delivery in self._store.due_amends():
                if delivery.id in self._amends and self._wants(run, delivery):
                    waits.append(max(0.2, self._amend_left_s(delivery)))
        return min(waits, default=None)

    def _carry(self, delivery: Delivery) -> None:
        with self._claims.claimed(self._store, delivery, self._owner.id, self._clock.now()) as claimed:
            if claimed is None:
                return
            self._moves.on_change(claimed)
            crash_points.reach("outbox.claimed")
            outcome = self._deliver(claimed)
            crash_points.reach("outbox.delivered")
            self._settle(claimed, outcome)
            crash_points.reach("outbox.settled")

    def _deliver(self, delivery: Delivery) -> Outcome:
        destination = self._destinations.get(delivery.account)
        if destination is None:
            return NotAccepted(told(Code.NOT_CONNECTED))
        recipients = self._store.recipients(delivery.id)
        pending = next_copies(delivery, recipients)
        if recipients and not pending:
            return Sent(None)  # nobody is left to be mailed now: what became of each decides
        marked = threading.Event()

        def on_wire() -> None:
            if not marked.is_set():
                self._store.apply(delivery.id, WentOnWire(self._clock.now()))
                marked.set()
                crash_points.reach("outbox.on_wire")

        def may_go_on() -> bool:
            return not self._store.delivery(delivery.id).is_paused

        soon = tell_soon(self._store, delivery)
        job = Job(delivery, pending, on_wire, *tellers(self._store, delivery), may_go_on, soon)
        try:
            return destination.deliver(job)
        except UserFacingError as trouble:  # the record could not take the mark, or what became of a copy
            if marked.is_set():
                return Doubt(in_doubt(trouble.message))
            return NotAccepted(trouble.message, OWN_TROUBLE_RETRY_S)
        except Exception as error:
            log.exception("the delivery %s ended with a bug", delivery.id)
            text = told(Code.PROGRAM_MISTAKE, mistake=type(error).__name__)
            return Doubt(in_doubt(text)) if marked.is_set() else NotAccepted(text)

    def _settle(self, delivery: Delivery, outcome: Outcome) -> None:
        now = self._clock.now()
        recipients = self._store.recipients(delivery.id)
        if recipients:  # a person may have paused it meanwhile, or let it go on
            delivery = self._store.delivery(delivery.id)
        event = event_of(outcome, delivery, recipients, now, self._stale_after)
        if isinstance(event, Refused):
            self._waits.begin(delivery, event.retry_at, (event.retry_at - now).total_seconds())
        after = self._moves.apply(delivery, event)
        if isinstance(event, Rested):
            self._on_note(after, event.error)
        for note in outcome.notes if isinstance(outcome, Sent) else ():
            self._on_note(after, note)

    def _amend(self, delivery: Delivery) -> None:
        """Bring a text up to date that was waiting for another delivery (the declaration's *Status Page: Updated*)."""
        if delivery.amend is None:
            return
        crash_points.reach("outbox.before_amend")
        try:
            self._store.count_departure()
            refused = self._destinations[delivery.account].amend(delivery, delivery.amend)
        except UserFacingError as trouble:  # the record could not be told
            refused = NotAccepted(trouble.message, OWN_TROUBLE_RETRY_S)
        except Exception as bug:
            log.exception("amending %s ended with a bug", delivery.id)
            refused = NotAccepted(told(Code.PROGRAM_MISTAKE, mistake=type(bug).__name__))
        if refused is not None:
            tries = self._amends.get(delivery.id, (0, 0.0))[0] + 1
            if refused.retry_after_s is not None and tries < MAX_ATTEMPTS:
                self._amends[delivery.id] = tries, self._clock.monotonic() + refused.retry_after_s
                return
            self._on_note(delivery, f"The message could not be brought up to date: {refused.error}")
        crash_points.reach("outbox.amended")
        self._store.mark_amended(delivery.id, self._clock.now())
        self._amends.pop(delivery.id, None)

    def _amend_left_s(self, delivery: Delivery) -> float:
        """Seconds until an amend that failed for a passing reason is tried again."""
        return self._amends.get(delivery.id, (0, 0.0))[1] - self._clock.monotonic()
