"""What happens after a publish: the hold, the deliveries' states, the timeline. No widgets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from composer.clock import SystemClock
from composer.domain.channel import Channel
from composer.domain.deadlines import Milestone, follow_up, targets
from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.due import DueRow, DueState
from composer.domain.errors import RefusedError
from composer.domain.incident import Incident, TimelineEvent
from composer.domain.record import Publish
from composer.domain.security import RegulatorClock, security_state
from composer.services.core import Services
from ui.publish.half_typed import HalfTyped
from ui.session import Session

PATIENCE_S = 120.0
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?:\s*UTC)?\s+(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """One publish with its deliveries, and what comes after it. `number` counts the incident's publishes from 1.

    `carried` are the channels that something carries, `corrects` those in which a message can be put right; `beside` are the deliveries that did not leave because something else runs on
    their page; `clocks` are the regulators' deadlines of a security incident.
    """

    publish: Publish
    number: int
    deliveries: tuple[Delivery, ...]
    incident: Incident
    rows: tuple[DueRow, ...]
    titles: Mapping[str, str]
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    carried: frozenset[Channel] = frozenset(Channel)
    corrects: frozenset[Channel] = frozenset()
    beside: frozenset[str] = frozenset()
    clocks: tuple[RegulatorClock, ...] = ()

    @property
    def held_until(self) -> datetime | None:
        """Until when nothing leaves; None once something may."""
        held = [
            one.hold_until
            for one in self.deliveries
            if one.state is DeliveryState.HELD and one.hold_until is not None
        ]
        return min(held, default=None)


class PublishPresenter(QObject):
    """One publish in sight, and the timeline of its incident.

    Signals:
        shown(object): a `Shown`; the publish in sight is another one, or was read anew.
        delivery_changed(object): one `Delivery` of it moved.
        taken_back(): nothing was sent, and the draft may stand again.
        too_late(): it could not be taken back any more.
        timeline_changed(object): the tuple of `TimelineEvent`s, newest first.
    """

    shown = Signal(object)
    delivery_changed = Signal(object)
    taken_back = Signal()
    too_late = Signal()
    timeline_changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.half_typed = HalfTyped(session, self)
        self.current: Shown | None = None
        self._incident_id: str | None = None
        self._followed: Publish | None = None
        self._carried: set[str] = set()
        self._taking_back = self._missed = False
        session.delivery_changed.connect(self._on_delivery)

    def now(self) -> datetime:
        """The time, as the core has it."""
        return self.session.services.clock.now() if self.session.is_open else SystemClock().now()

    @property
    def incident_id(self) -> str | None:
        """The incident in sight."""
        return self._incident_id

    @property
    def key(self) -> str | None:
        """The key of the publish in sight."""
        return None if self.current is None else self.current.publish.key

    # --- one publish -------------------------------------------------------------------------------------------

    @Slot(str)
    def watch(self, incident_id: str) -> None:
        """Show this incident's timeline from now on."""
        self._incident_id = incident_id
        self.current = self._followed = None
        self.half_typed.look(incident_id)
        self.refresh_timeline()

    @Slot(object)
    def follow(self, publish: Publish) -> None:
        """Show a publish, and carry it out: after its hold, and as far as it is not carried out already."""
        self._incident_id = publish.incident_id
        self._followed = publish
        self.read(publish)
        if publish.id not in self._carried:
            self._carried.add(publish.id)
            self._carry(publish.id)

    def read(self, publish: Publish) -> None:
        """Read the publish and what comes after it."""

        def call(services: Services) -> Shown:
            from composer.services.page_memory import asks_beside

            deliveries = services.record.deliveries(publish_id=publish.id)
            mails = {
                one.id: services.record.recipient_counts(one.id)
                for one in deliveries
                if one.channel.value in ("email", "executive")
            }
            before = services.record.publishes(publish.incident_id)
            titles = {name: template.head.title for name, template in services.library.templates.items()}
            number = 1 + sum(one.at < publish.at for one in before)
            incident = services.incident(publish.incident_id)
            events = services.record.events(incident.id) if incident.security else ()
            state = security_state(services.plan, incident, events)
            return Shown(
                publish,
                number,
                deliveries,
                incident,
                services.what_to_send(publish.incident_id),
                titles,
                mails,
                services.connected,
                frozenset(one for one in Channel if services.library.correction(one) is not None),
                frozenset(one.id for one in deliveries if asks_beside(services.record, one)),
                () if state is None else state.clocks,
            )

        self.ask(call, self._on_read)
        self.refresh_timeline()

    @Slot()
    def take_back(self) -> None:
        """Take the whole round back; possible until its hold ends."""
        if self.current is None or self._taking_back:
            return
        self._taking_back = True
        publish = self.current.publish
        self.ask(lambda services: services.take_back(publish.id), self._on_taken_back)

    def carry_again(self) -> None:
        """Go on with the publish in sight: look up what is unknown, carry out what may be."""
        if self.current is not None:
            self._carry(self.current.publish.id)

    def carry_beside(self, stored: tuple[Delivery, ...]) -> None:
        """Carry out what was stored beside the round in sight; the timeline tells of it, and what did not get there is said."""

        def call(services: Services) -> tuple[Delivery, ...]:
            services.outbox.carry_out({one.publish_id for one in stored}, patience_s=PATIENCE_S)
            return tuple(services.record.delivery(one.id) for one in stored)

        def done(after: tuple[Delivery, ...]) -> None:
            self.session.refresh_soon()
            for one in after:
                if one.state is not DeliveryState.SENT:
                    self.session.errors.tell(RefusedError(one.error or self.tr("It did not leave.")))

        self.ask(call, done, line="send")
        self.refresh_timeline()

    def read_again(self) -> None:
        """Read the publish in sight anew."""
        if self.current is not None:
            self.read(self.current.publish)
            self.session.refresh_soon()

    def who(self) -> str:
        """Who is at the keyboard."""
        return self.session.services.settings.who

    def milestones(self) -> tuple[Milestone, ...]:
        """The targets and deadlines that still lie ahead."""
        if self.current is None:
            return ()
        plan, incident = self.session.services.plan, self.current.incident
        found = targets(plan, incident) if incident.is_open else follow_up(plan, incident)
        # A round was published, so the incident has been responded to.
        ahead = [one for one in found if one.due_at > self.now() and one.key != "response"]
        for clock in self.current.clocks:  # one that is over is not left out: somebody still has to be told
            if clock.is_open:
                deadline = clock.deadline
                ahead.append(Milestone(deadline.key, deadline.label, clock.due_at, deadline.whom))
        return tuple(ahead)

    def coming(self) -> tuple[DueRow, ...]:
        """What is due next, the soonest first."""
        rows = () if self.current is None else self.current.rows
        timed = [
            one for one in rows if one.due_at is not None and one.state in (DueState.NOW, DueState.UPCOMING)
        ]
        return tuple(sorted(timed, key=lambda one: one.due_at or self.now()))

    # --- the timeline ------------------------------------------------------------------------------------------

    @Slot()
    def refresh_timeline(self) -> None:
        """Read the timeline again."""
        incident_id = self._incident_id
        if incident_id is None or not self.session.is_open:
            return

        def call(services: Services) -> tuple[str, tuple[TimelineEvent, ...]]:
            return incident_id, services.record.events(incident_id)

        self.ask(call, self._on_timeline)

    @Slot(str)
    def add_note(self, text: str) -> None:
        """Add an entry of the person's own; `14:36 rolled back` happened at 14:36 UTC."""
        incident_id = self._incident_id
        at, words = noted(text, self.now())
        if incident_id is None or not words:
            return
        self.ask(
            lambda services: services.add_note(incident_id, words, at), lambda _: self.refresh_timeline()
        )

    # --- inside ------------------------------------------------------------------------------------------------

    def ask(
        self, call: Callable[[Services], Any], done: Callable[[Any], None], *, line: str = "record"
    ) -> None:
        """Ask the core; the answer is dropped with this screen."""
        self.session.run(call, done, line=line, owner=self)

    def _carry(self, publish_id: str) -> None:
        self.ask(
            lambda services: services.outbox.carry_out([publish_id], patience_s=PATIENCE_S),
            lambda _: self._on_carried(publish_id),
            line="send",
        )

    def decide(self, call: Callable[[Services], Delivery], *, carry: bool = False) -> None:
        """Do what a person decided about a delivery; with `carry`, go on with its publish."""

        def done(delivery: Delivery) -> None:
            self._on_delivery(delivery)
            self.session.refresh_soon()
            self.refresh_timeline()
            if carry:
                self._carry(delivery.publish_id)

        self.ask(call, done)

    def _on_read(self, shown: Shown) -> None:
        if shown.incident.id == self._incident_id:
            self.current = shown
            self.shown.emit(shown)
            if self._missed:  # it moved while it was read, and what was read may be from before
                self._missed = False
                self.read(shown.publish)

    def _on_carried(self, publish_id: str) -> None:
        self._carried.discard(publish_id)
        self.session.refresh_soon()
        # It may have been carried out before it was first read, and what was read then is old.
        if self._followed is not None and self._followed.id == publish_id:
            self.read(self._followed)

    def _on_taken_back(self, taken: bool) -> None:
        self._taking_back = False
        self.session.refresh_soon()
        self.refresh_timeline()
        (self.taken_back if taken else self.too_late).emit()

    def _on_timeline(self, found: tuple[str, tuple[TimelineEvent, ...]]) -> None:
        incident_id, events = found
        if incident_id == self._incident_id:
            self.timeline_changed.emit(tuple(reversed(events)))

    @Slot(object)
    def _on_delivery(self, delivery: Delivery) -> None:
        current, followed = self.current, self._followed
        is_followed = followed is not None and delivery.publish_id == followed.id
        self._missed |= is_followed and (current is None or current.publish.id != delivery.publish_id)
        if current is None or delivery.publish_id != current.publish.id:
            return
        deliveries = tuple(delivery if one.id == delivery.id else one for one in current.deliveries)
        self.current = replace(current, deliveries=deliveries)
        self.delivery_changed.emit(delivery)


def noted(text: str, now: datetime) -> tuple[datetime | None, str]:
    """When a person's entry happened (None: now), and its words. A time at its start is UTC, and lies in the past."""
    text = text.strip()
    found = _CLOCK.fullmatch(text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None, text
    at = now.astimezone(UTC).replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
    return (at if at <= now else at - timedelta(days=1)), found[3].strip()
