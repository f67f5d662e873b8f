"""The outbox: carries stored deliveries to their destinations, and nothing that is not stored.

It holds no state that a crash could lose. Each step is first a committed row and then an act: claimed before anything is
done, the on-wire mark before the first byte, the outcome before the next delivery of the lane. After a restart the same rows tell how to go on
(reliability.md 0).

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
from typing import Protocol

from composer.clock import Clock
from composer.domain.delivery import (
    SAID,
    UNDER_WAY,
    Accepted,
    Delivery,
    DeliveryEvent,
    DeliveryState,
    Found,
    InDoubt,
    LookedUp,
    LookUp,
    OwnerDied,
    Recipient,
    RecipientState,
    Refused,
    Rejected,
    SentAgain,
    TimeCame,
    WentOnWire,
    WentStale,
    count_recipients,
    mail_state,
    stale_reason,
)
from composer.domain.errors import IllegalTransitionError, UserFacingError
from composer.domain.incident import Incident
from composer.publishing import crash_points
from composer.publishing.owners import Owner
from composer.publishing.port import (
    Answer,
    CannotTell,
    Destination,
    Doubt,
    Job,
    NotAccepted,
    NotFound,
    Outcome,
    RecipientOutcome,
    Sent,
)

log = logging.getLogger("incident_composer.outbox")

MAX_ATTEMPTS = 8
"""After so many tries that were proven not accepted a delivery fails and asks a person."""

PATIENCE_S = 10.0
"""A delivery that has longer than this to wait is left waiting; `carry_out` then returns."""

WORKERS = 16
"""The most lanes at work at one time. Far above the destinations of one round."""

OWN_TROUBLE_RETRY_S = 5.0
"""When to try again what did not leave because our own record could not be written."""

LONGEST_WAIT = timedelta(hours=2)
"""No hold and no wait is longer. What seems to be was stored before the clock was set back: its time counts as come."""

Lane = tuple[str, str]


class DeliveryStore(Protocol):
    """What the outbox asks of the record. Every change is one committed transaction when the call returns."""

    def deliveries(
        self,
        *,
        publish_id: str | None = None,
        incident_id: str | None = None,
        states: Collection[DeliveryState] | None = None,
    ) -> tuple[Delivery, ...]: ...
    def delivery(self, delivery_id: str) -> Delivery: ...
    def lane_after(
        self, delivery: Delivery, states: Collection[DeliveryState] | None = None
    ) -> tuple[Delivery, ...]: ...
    def claim(self, delivery_id: str, owner: str, at: datetime) -> Delivery | None: ...
    def apply(self, delivery_id: str, event: DeliveryEvent) -> Delivery: ...
    def recipients(
        self, delivery_id: str, states: Collection[RecipientState] | None = None
    ) -> tuple[Recipient, ...]: ...
    def set_recipient(
        self, delivery_id: str, ordinal: int, state: RecipientState, error: str | None = None
    ) -> None: ...
    def find_incident(self, incident_id: str) -> Incident | None: ...
    def due_amends(self) -> tuple[Delivery, ...]: ...
    def mark_amended(self, delivery_id: str, at: datetime) -> None: ...
    def end_hold(self, publish_id: str, at: datetime) -> tuple[Delivery, ...]: ...
    def take_back(self, publish_id: str, at: datetime, by: str) -> tuple[Delivery, ...]: ...


Noted = Callable[[Delivery, str], None]
"""Called with a delivery and a sentence when something happened beside its state (an amend that failed, say)."""

_Work = Callable[[Delivery], object]


@dataclass(slots=True)
class _Run:
    """One call of `carry_out`: which lanes it has at work, and what it did once and does not do again."""

    publish_ids: Collection[str] | None
    wake: threading.Event = field(default_factory=threading.Event)
    stopped: bool = False
    working: dict[Future[object], Lane] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    amended: set[str] = field(default_factory=set)


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
        self._on_change = on_change or (lambda delivery: None)
        self._on_note = on_note or (lambda delivery, text: None)
        # When a wait ends by the clock that nobody can set; the stored time is for a restart.
        self._wake_at: dict[tuple[str, datetime], float] = {}
        # Since when (monotonic) each delivery is watched, and how old it was then.
        self._seen: dict[tuple[str, datetime], tuple[float, timedelta]] = {}
        # The claims (delivery and attempt) that threads of this process are at work on.
        self._claims: set[tuple[str, int]] = set()
        self._claiming = threading.Lock()
        self._runs: list[_Run] = []

    # --- after a restart ---------------------------------------------------------------------------------------

    def recover(self) -> None:
        """Free what a dead process had claimed. Doing it twice changes nothing more."""
        for delivery in self._store.deliveries(states={DeliveryState.SENDING}):
            self._free(delivery)

    def _free(self, delivery: Delivery) -> bool:
        """Free a delivery that is being sent by nobody; false where somebody is at it."""
        if delivery.owner == self._owner.id:
            with self._claiming:  # a thread that has just claimed it has said so once it lets go of this
                if (delivery.id, delivery.attempts) in self._claims:
                    return False
        elif delivery.owner is not None and not self._owner.is_dead(delivery.owner):
            return False
        self._try(delivery, OwnerDied(self._clock.now(), delivery.owner, delivery.attempts))
        return True

    def look_up(self, delivery: Delivery) -> Delivery:
        """Ask the destination about one unknown delivery and store the answer; it goes back into the queue where absence is proven."""
        destination = self._destinations.get(delivery.account)
        answer: Answer
        if destination is None:
            answer = CannotTell("There is no connection for this destination.")
        else:
            answer = self._ask(destination, delivery)
        found = self._store.delivery(delivery.id)
        if found.state is not DeliveryState.UNKNOWN or found.attempts != delivery.attempts:
            return found  # an answer about something that was settled meanwhile
        try:
            return self._answered(delivery, answer)
        except IllegalTransitionError:
            log.info("%s was moved by another process meanwhile", delivery.id)
            return self._store.delivery(delivery.id)

    def _answered(self, delivery: Delivery, answer: Answer) -> Delivery:
        now = self._clock.now()
        if isinstance(answer, Sent):
            answer = self._of_found_recipients(delivery, answer)
        match answer:
            case Sent(vendor_id, url):
                return self._apply(delivery, Found(now, vendor_id, url))
            case NotFound(proven):
                after = self._apply(delivery, LookedUp(now, LookUp.NOT_FOUND))
                if proven:
                    again = SentAgain(now, "the program, after a look-up", by_person=False)
                    after = self._apply(after, again)
                return after
            case CannotTell(error):
                self._on_note(delivery, error)
                return self._apply(delivery, LookedUp(now, LookUp.CANNOT_TELL))

    def _of_found_recipients(self, delivery: Delivery, answer: Sent) -> Answer:
        """A mail to many was found only if each of its copies was."""
        recipients = self._store.recipients(delivery.id)
        counts = count_recipients(recipients)
        if counts["unknown"] or counts["pending"]:
            return CannotTell("Not every copy was found.")
        if recipients and not counts["accepted"]:
            return NotFound(proven=True)  # each was refused: the next try says so, and sends nothing
        return answer

    def _ask(self, destination: Destination, delivery: Delivery) -> Answer:
        job = Job(delivery, self._store.recipients(delivery.id), lambda: None, self._teller(delivery))
        try:
            return destination.look_up(job)
        except Exception as error:
            log.exception("the look-up of %s ended with a bug", delivery.id)
            return CannotTell(f"The look-up failed: {type(error).__name__}.")

    # --- carrying out -------------------------------------------------------------------------------------------

    def take_back(self, publish_id: str, by: str) -> bool:
        """Take a whole round back during its hold; false where it has already left or was taken back."""
        taken = self._store.take_back(publish_id, self._clock.now(), by)
        for delivery in taken:
            self._on_change(delivery)
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
            known = delivery.account in self._destinations and delivery.id not in run.amended
            if known and delivery.lane not in taken | sending:
                run.amended.add(delivery.id)
                taken.add(delivery.lane)
                ready.append((self._amend, delivery))
        for delivery in concerned:
            if delivery.state is DeliveryState.UNKNOWN or delivery.lane in taken:
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
        ended = set()
        for delivery in concerned:
            match delivery.state:
                case DeliveryState.HELD:
                    if delivery.publish_id not in ended and self._time_left(delivery, now) <= 0:
                        ended.add(delivery.publish_id)
                        self._end_hold(delivery, now)
                        moved = True
                case DeliveryState.WAITING:
                    if self._goes_stale(delivery):
                        moved = True
                    elif self._time_left(delivery, now) <= 0:
                        self._try(delivery, TimeCame(now))
                        moved = True
                case DeliveryState.SENDING:
                    moved = self._free(delivery) or moved
                case _:
                    pass
        return moved

    def _end_hold(self, delivery: Delivery, now: datetime) -> None:
        """The hold of the whole round ends at once, or not at all: it can't be half taken back."""
        for moved in self._store.end_hold(delivery.publish_id, now):
            self._on_change(moved)
        crash_points.reach("outbox.hold_ended")

    def _goes_stale(self, delivery: Delivery) -> bool:
        now = self._now_for(delivery)
        incident = self._store.find_incident(delivery.incident_id)
        severity = incident.severity if incident else delivery.severity
        phase = incident.phase if incident else delivery.phase
        # Several incidents share a status page: only what is said of the same one overtakes.
        newer = [
            one for one in self._store.lane_after(delivery, SAID) if one.incident_id == delivery.incident_id
        ]
        reason = stale_reason(delivery, now, self._stale_after, newer, severity, phase)
        if reason is None:
            return False
        self._try(delivery, WentStale(self._clock.now(), reason))
        return True

    def _now_for(self, delivery: Delivery) -> datetime:
        """The time by which a delivery's age counts: the clock's, or a later one where the clock was set back while this process watched."""
        now, monotonic = self._clock.now(), self._clock.monotonic()
        born = delivery.queued_at or delivery.created_at
        since, age = self._seen.setdefault((delivery.id, born), (monotonic, now - born))
        return max(now, born + age + timedelta(seconds=monotonic - since))

    def _time_left(self, delivery: Delivery, now: datetime) -> float:
        """Seconds until a held or waiting delivery may go on: by the monotonic clock from when this process first saw it, before that by the stored time."""
        moment = delivery.hold_until if delivery.state is DeliveryState.HELD else delivery.not_before
        if moment is None:
            return 0.0
        left = max(timedelta(0), moment - now)
        wait_s = left.total_seconds() if left <= LONGEST_WAIT else 0.0
        monotonic = self._clock.monotonic()
        return self._wake_at.setdefault((delivery.id, moment), monotonic + wait_s) - monotonic

    def _pause(self, run: _Run, concerned: Sequence[Delivery]) -> float | None:
        """Seconds until something can happen; None where nothing will without a person."""
        waits = []
        now = self._clock.now()
        seen = set(run.working.values())
        for delivery in concerned:
            if delivery.state in (DeliveryState.HELD, DeliveryState.WAITING):
                waits.append(max(0.0, self._time_left(delivery, now)))
            elif delivery.state is DeliveryState.UNKNOWN or delivery.lane in seen:
                continue  # it has been asked about, or waits for what stands before it
            elif delivery.state is DeliveryState.QUEUED:
                waits.append(0.0)
            else:  # another process is sending it: look again soon, and for as long as it lives
                waits.append(0.2)
            seen.add(delivery.lane)
        return min(waits, default=None)

    def _carry(self, delivery: Delivery) -> None:
        with self._claiming:
            claimed = self._store.claim(delivery.id, self._owner.id, self._clock.now())
            if claimed is None:
                return  # another process was faster
            claim = (claimed.id, claimed.attempts)
            self._claims.add(claim)
        try:
            self._on_change(claimed)
            crash_points.reach("outbox.claimed")
            outcome = self._deliver(claimed)
            crash_points.reach("outbox.delivered")
            self._settle(claimed, outcome)
            crash_points.reach("outbox.settled")
        finally:
            # Where its outcome could not be stored, nobody is at it any more: the next run, or the next start, frees it.
            self._claims.discard(claim)

    def _deliver(self, delivery: Delivery) -> Outcome:
        destination = self._destinations.get(delivery.account)
        if destination is None:
            return NotAccepted("There is no connection for this destination.")
        recipients = self._store.recipients(delivery.id)
        pending = [one for one in recipients if one.state is RecipientState.PENDING]
        if recipients and not pending:
            return Sent(None)  # nobody is left to be mailed: what became of each decides
        marked = threading.Event()

        def on_wire() -> None:
            if not marked.is_set():
                self._store.apply(delivery.id, WentOnWire(self._clock.now()))
                marked.set()
                crash_points.reach("outbox.on_wire")

        job = Job(delivery, pending, on_wire, self._teller(delivery))
        try:
            return destination.deliver(job)
        except UserFacingError as trouble:  # the record could not take the mark, or what became of a copy
            if marked.is_set():
                return Doubt(f"{trouble.message} The message may have arrived.")
            return NotAccepted(trouble.message, OWN_TROUBLE_RETRY_S)
        except Exception as error:
            log.exception("the delivery %s ended with a bug", delivery.id)
            text = f"The program made a mistake ({type(error).__name__})."
            return Doubt(text + " The message may have arrived.") if marked.is_set() else NotAccepted(text)

    def _teller(self, delivery: Delivery) -> Callable[[RecipientOutcome], None]:
        def tell(outcome: RecipientOutcome) -> None:
            self._store.set_recipient(delivery.id, outcome.ordinal, outcome.state, outcome.error)

        return tell

    def _settle(self, delivery: Delivery, outcome: Outcome) -> None:
        now = self._clock.now()
        self._apply(delivery, self._event(delivery, outcome, now))

    def _event(self, delivery: Delivery, outcome: Outcome, now: datetime) -> DeliveryEvent:
        recipients = self._store.recipients(delivery.id)
        counts = count_recipients(recipients)
        if recipients:
            outcome = _of_recipients(outcome, counts)
        match outcome:
            case Sent(vendor_id, url):
                return Accepted(now, vendor_id, url)
            case Doubt(error):
                return InDoubt(now, error)
            case NotAccepted(error, retry_after_s):
                if retry_after_s is None or delivery.attempts >= MAX_ATTEMPTS:
                    if not (counts["accepted"] and counts["pending"]):
                        return Rejected(now, error)
                    # Some have it, so it can't be called failed; nor is it tried again by itself: it waits until it is stale, and then asks.
                    retry_after_s = self._stale_after.total_seconds() + 1
                retry_at = now + timedelta(seconds=retry_after_s)
                self._wake_at[delivery.id, retry_at] = self._clock.monotonic() + retry_after_s
                return Refused(now, error, retry_at)

    def _amend(self, delivery: Delivery) -> None:
        """Bring a text up to date that was waiting for another delivery (the declaration's *Status Page: Updated*)."""
        if delivery.amend is None:
            return
        crash_points.reach("outbox.before_amend")
        try:
            error = self._destinations[delivery.account].amend(delivery, delivery.amend)
        except Exception as bug:
            log.exception("amending %s ended with a bug", delivery.id)
            error = f"The program made a mistake ({type(bug).__name__})."
        if error is not None:
            self._on_note(delivery, f"The message could not be brought up to date: {error}")
        crash_points.reach("outbox.amended")
        self._store.mark_amended(delivery.id, self._clock.now())

    # --- storing -----------------------------------------------------------------------------------------------

    def _apply(self, delivery: Delivery, event: DeliveryEvent) -> Delivery:
        after = self._store.apply(delivery.id, event)
        self._on_change(after)
        return after

    def _try(self, delivery: Delivery, event: DeliveryEvent) -> None:
        """Apply an event that another process may have made impossible meanwhile."""
        try:
            self._apply(delivery, event)
        except IllegalTransitionError:
            log.info("%s was moved by another process meanwhile", delivery.id)


def _of_recipients(outcome: Outcome, counts: dict[str, int]) -> Outcome:
    """The outcome of a mail to many, from what became of each copy (product.md section 5)."""
    match mail_state(counts):
        case DeliveryState.UNKNOWN:
            return outcome if isinstance(outcome, Doubt) else Doubt("Some copies may have arrived.")
        case DeliveryState.WAITING:
            if isinstance(outcome, Sent):
                return NotAccepted(f"{counts['pending']} recipients are left.", 1.0)
            return outcome
        case DeliveryState.SENT:
            return outcome if isinstance(outcome, Sent) else Sent(None)
        case _:
            return NotAccepted("No recipient was accepted.")
