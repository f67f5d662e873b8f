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
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
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
from composer.domain.errors import IllegalTransitionError
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
"""A delivery that has longer than this to wait is left waiting; `publish` then returns."""

WORKERS = 16
"""The most lanes at work at one time. Far above the destinations of one round."""


class DeliveryStore(Protocol):
    """What the outbox asks of the record. Every change is one committed transaction when the call returns."""

    def deliveries(
        self,
        *,
        publish_id: str | None = None,
        incident_id: str | None = None,
        states: Collection[DeliveryState] | None = None,
    ) -> tuple[Delivery, ...]: ...
    def lane_before(
        self, delivery: Delivery, states: Collection[DeliveryState] | None = None
    ) -> tuple[Delivery, ...]: ...
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


class Outbox:
    """Carries out what the record holds. One object a process and record; safe to call from several threads.

    `destinations` maps an account to what carries its messages. `authoritative` accounts are those on this computer whose look-up proves absence: there an unknown delivery
    settles itself. `on_change` is called, on a worker thread, with each delivery whose state was stored.
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
        self._wake_at: dict[str, float] = {}
        self._wake = threading.Event()

    # --- after a restart ---------------------------------------------------------------------------------------

    def recover(self) -> None:
        """Free what a dead process had claimed. Doing it twice changes nothing more."""
        for delivery in self._store.deliveries(states={DeliveryState.SENDING}):
            if delivery.owner is None or self._owner.is_dead(delivery.owner):
                self._try(delivery, OwnerDied(self._clock.now()))

    def look_up_unknown(self, publish_id: str | None = None) -> None:
        """Ask the destinations about every unknown delivery. Where absence is proven, it goes back into the queue."""
        for delivery in self._store.deliveries(publish_id=publish_id, states={DeliveryState.UNKNOWN}):
            self.look_up(delivery)

    def look_up(self, delivery: Delivery) -> Delivery:
        """Ask the destination about one unknown delivery and store the answer."""
        destination = self._destinations.get(delivery.account)
        if destination is None:
            return self._apply(delivery, LookedUp(self._clock.now(), LookUp.CANNOT_TELL))
        answer = self._ask(destination, delivery)
        now = self._clock.now()
        match answer:
            case Sent(vendor_id, url):
                return self._apply(delivery, Found(now, vendor_id, url))
            case NotFound(proven):
                after = self._apply(delivery, LookedUp(now, LookUp.NOT_FOUND))
                if proven:
                    after = self._apply(
                        after, SentAgain(now, "the program, after a look-up", by_person=False)
                    )
                return after
            case CannotTell(error):
                self._on_note(delivery, error)
                return self._apply(delivery, LookedUp(now, LookUp.CANNOT_TELL))

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
        self._wake.set()
        return bool(taken)

    def stop(self) -> None:
        """Make `carry_out` return as soon as the deliveries now at work are done."""
        self._wake.set()

    def carry_out(
        self, publish_ids: Collection[str] | None = None, *, patience_s: float = PATIENCE_S
    ) -> None:
        """Carry deliveries out until each is final, asks a person, or has longer than `patience_s` to wait.

        `publish_ids` None means everything stored. Blocks; deliveries run on threads. What another living process has claimed is left to
        it, but waited for.
        """
        working: dict[Future[None], tuple[str, str]] = {}
        with ThreadPoolExecutor(WORKERS, thread_name_prefix="delivery") as pool:
            while True:
                self._wake.clear()
                busy = set(working.values())
                for delivery in self._ready(publish_ids, busy):
                    busy.add(delivery.lane)
                    future = pool.submit(self._carry_lane_head, delivery)
                    working[future] = delivery.lane
                    future.add_done_callback(lambda _: self._wake.set())
                done = [future for future in working if future.done()]
                for future in done:
                    del working[future]
                    future.result()  # a bug in the outbox itself must be heard
                if done:
                    continue
                if working:
                    self._wake.wait(60.0)
                    continue
                pause = self._pause(publish_ids)
                if pause is None or pause > patience_s:
                    break
                if self._clock.wait(self._wake, min(pause, 1.0) if pause else 0.02):
                    continue
        self._amend()

    def _wanted(
        self, publish_ids: Collection[str] | None, states: Collection[DeliveryState]
    ) -> list[Delivery]:
        if publish_ids is None:
            return list(self._store.deliveries(states=states))
        return [one for each in publish_ids for one in self._store.deliveries(publish_id=each, states=states)]

    def _ready(
        self, publish_ids: Collection[str] | None, busy: Collection[tuple[str, str]]
    ) -> Iterable[Delivery]:
        """The queued deliveries that may leave now, one a lane; moves on what was held, waited or went stale."""
        now = self._clock.now()
        for delivery in self._wanted(publish_ids, {DeliveryState.HELD}):
            if self._is_time(delivery.id, delivery.hold_until, now):
                self._end_hold(delivery, now)
        for delivery in self._wanted(publish_ids, {DeliveryState.WAITING}):
            if self._is_time(delivery.id, delivery.not_before, now):
                self._wake_at.pop(delivery.id, None)
                self._try(delivery, TimeCame(now))
        taken = set(busy)
        ready = []
        for delivery in self._wanted(publish_ids, {DeliveryState.QUEUED}):
            if delivery.lane in taken or self._is_behind(delivery):
                continue
            if self._goes_stale(delivery, now):
                continue
            taken.add(delivery.lane)
            ready.append(delivery)
        return ready

    def _end_hold(self, delivery: Delivery, now: datetime) -> None:
        """The hold of the whole round ends at once, or not at all: it can't be half taken back."""
        for moved in self._store.end_hold(delivery.publish_id, now):
            self._wake_at.pop(moved.id, None)
            self._on_change(moved)
        crash_points.reach("outbox.hold_ended")

    def _is_behind(self, delivery: Delivery) -> bool:
        return bool(self._store.lane_before(delivery, UNDER_WAY))

    def _goes_stale(self, delivery: Delivery, now: datetime) -> bool:
        incident = self._store.find_incident(delivery.incident_id)
        severity = incident.severity if incident else delivery.severity
        phase = incident.phase if incident else delivery.phase
        newer = self._store.lane_after(delivery, SAID)
        reason = stale_reason(delivery, now, self._stale_after, newer, severity, phase)
        if reason is None:
            return False
        self._try(delivery, WentStale(now, reason))
        return True

    def _is_time(self, delivery_id: str, moment: datetime | None, now: datetime) -> bool:
        """Whether a wait is over: by the monotonic clock where this process began it, else by the stored time."""
        if moment is None:
            return True
        left = (moment - now).total_seconds()
        known = self._wake_at.setdefault(delivery_id, self._clock.monotonic() + max(0.0, left))
        return self._clock.monotonic() >= known

    def _pause(self, publish_ids: Collection[str] | None) -> float | None:
        """Seconds until something can happen; None where nothing will without a person."""
        waits = []
        now = self._clock.now()
        for delivery in self._wanted(publish_ids, UNDER_WAY):
            match delivery.state:
                case DeliveryState.HELD | DeliveryState.WAITING:
                    moment = (
                        delivery.hold_until if delivery.state is DeliveryState.HELD else delivery.not_before
                    )
                    if not self._is_time(delivery.id, moment, now):
                        waits.append(self._wake_at[delivery.id] - self._clock.monotonic())
                    else:
                        waits.append(0.0)
                case DeliveryState.QUEUED:
                    blockers = self._store.lane_before(delivery, UNDER_WAY)
                    waits.append(max((self._left(one, now) for one in blockers), default=0.0))
                case _:  # another process is sending it: look again soon, and for as long as it lives
                    if delivery.owner is None or self._owner.is_dead(delivery.owner):
                        self._try(delivery, OwnerDied(now))
                        waits.append(0.0)
                    else:
                        waits.append(0.2)
        return min(waits, default=None)

    def _left(self, delivery: Delivery, now: datetime) -> float:
        moment = delivery.hold_until if delivery.state is DeliveryState.HELD else delivery.not_before
        return max(0.0, (moment - now).total_seconds()) if moment else 0.2

    def _carry_lane_head(self, delivery: Delivery) -> None:
        claimed = self._store.claim(delivery.id, self._owner.id, self._clock.now())
        if claimed is None:
            return  # another process was faster
        self._on_change(claimed)
        crash_points.reach("outbox.claimed")
        outcome = self._deliver(claimed)
        crash_points.reach("outbox.delivered")
        self._settle(claimed, outcome)
        crash_points.reach("outbox.settled")

    def _deliver(self, delivery: Delivery) -> Outcome:
        destination = self._destinations.get(delivery.account)
        if destination is None:
            return NotAccepted("There is no connection for this destination.")
        marked = threading.Event()

        def on_wire() -> None:
            if not marked.is_set():
                self._store.apply(delivery.id, WentOnWire(self._clock.now()))
                marked.set()
                crash_points.reach("outbox.on_wire")

        recipients = self._store.recipients(delivery.id, {RecipientState.PENDING})
        job = Job(delivery, recipients, on_wire, self._teller(delivery))
        try:
            return destination.deliver(job)
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
        if recipients:
            outcome = _of_recipients(outcome, count_recipients(recipients))
        match outcome:
            case Sent(vendor_id, url):
                return Accepted(now, vendor_id, url)
            case Doubt(error):
                return InDoubt(now, error)
            case NotAccepted(error, retry_after_s):
                if retry_after_s is None or delivery.attempts >= MAX_ATTEMPTS:
                    return Rejected(now, error)
                self._wake_at[delivery.id] = self._clock.monotonic() + retry_after_s
                return Refused(now, error, now + timedelta(seconds=retry_after_s))

    def _amend(self) -> None:
        """Bring texts up to date that were waiting for another delivery (the declaration's *Status Page: Updated*)."""
        for delivery in self._store.due_amends():
            destination = self._destinations.get(delivery.account)
            if destination is None or delivery.amend is None:
                continue
            crash_points.reach("outbox.before_amend")
            try:
                error = destination.amend(delivery, delivery.amend)
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
