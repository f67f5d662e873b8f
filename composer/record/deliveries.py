"""The deliveries of the record: where each stands, and how it is moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update

from composer.domain.channel import Channel
from composer.domain.delivery import (
    Delivery,
    DeliveryEvent,
    DeliveryKind,
    DeliveryState,
    HoldEnded,
    Recipient,
    RecipientState,
    SentAgain,
    TakenBack,
    WentOnWire,
    reduce,
)
from composer.domain.errors import BugError, IllegalTransitionError, RecordError, RefusedError
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.record import Publish
from composer.domain.sayings import Code, told
from composer.record import codec, statements
from composer.record.asking import one
from composer.record.counting import Counting
from composer.record.incidents import put_incident, restore_incident, stored_incident
from composer.record.rows import DELIVERIES, EVENTS, RECIPIENTS
from composer.record.sqlite import Sqlite
from composer.record.statements import add, as_row, change, narrowed, rows
from composer.record.together import Together, Wish


class Deliveries(Counting):
    """The part of the record that the outbox works with."""

    def __init__(self, file: Sqlite) -> None:
        super().__init__(file)
        self._together = Together(self._move_all)

    def deliveries(
        self,
        *,
        publish_id: str | None = None,
        incident_id: str | None = None,
        states: Iterable[DeliveryState] | None = None,
    ) -> tuple[Delivery, ...]:
        """Deliveries in the order of storing; what is None does not narrow the choice."""
        wanted = {"incident_id": incident_id, "publish_id": publish_id}
        return self._matching(Delivery, statements.DELIVERY, DELIVERIES, wanted, states)

    def find_delivery(self, delivery_id: str) -> Delivery | None:
        """The delivery with that id."""
        return self._one(Delivery, statements.FIND_DELIVERY, id=delivery_id)

    def delivery(self, delivery_id: str) -> Delivery:
        """The delivery with that id; RefusedError where there is none."""
        return _known(self.find_delivery(delivery_id), delivery_id)

    def lane_after(
        self, delivery: Delivery, states: Iterable[DeliveryState] | None = None
    ) -> tuple[Delivery, ...]:
        """Deliveries to the same account and destination that were stored later, oldest first."""
        lane = {"account": delivery.account, "destination": delivery.destination}
        found = self._all(Delivery, statements.AFTER, **lane, stored=delivery.sequence)
        if states is None:
            return found
        wanted = frozenset(states)
        return tuple(one for one in found if one.state in wanted)

    def claim(self, delivery_id: str, owner: str, at: datetime) -> Delivery | None:
        """Takes a queued delivery for `owner`, by one conditional update: of all who try, one gets it and the others None.

        It reaches the disk with the on-wire mark. A power cut before that leaves the delivery queued, which is what it is: no byte has left.
        """
        codec.time_to_text(at)
        with self._writing(soon=True) as connection:
            values = {"delivery": delivery_id, "claimed_by": owner}
            if change(connection, statements.CLAIM, [values]) == 0:
                return None
            return _delivery(connection, delivery_id)

    def apply(self, delivery_id: str, event: DeliveryEvent) -> Delivery:
        """Moves a delivery by an event and gives it as it is then; the rules are `composer.domain.delivery.reduce`'s.

        When it returns after the on-wire mark, it also stands outside of the record how far it has come. IllegalTransitionError where the event can't happen in the stored
        state; RefusedError for an unknown id.
        """
        return self._together.fulfil(Wish(delivery_id, event))

    def _move_all(self, wishes: Sequence[Wish]) -> None:
        """Moves several deliveries in one transaction; what is wrong with one of them keeps none of the others from being moved."""
        moved: list[Delivery | None] = []
        reached = None
        leaving = [wish for wish in wishes if isinstance(wish.event, WentOnWire)]
        try:
            with self._writing() as connection:
                if leaving:
                    reached = self._counted(connection)
                for wish in wishes:
                    try:
                        moved.append(move(connection, _delivery(connection, wish.delivery_id), wish.event))
                    except (IllegalTransitionError, RefusedError) as trouble:  # before anything was written
                        wish.trouble = trouble
                        moved.append(None)
        except Exception as trouble:  # noqa: BLE001 - each thread that waits is told, and raises it
            if len(wishes) > 1 and not isinstance(trouble, RecordError):
                for wish in wishes:
                    wish.trouble = None
                    self._move_all([wish])
                return
            for wish in wishes:
                wish.trouble = trouble
            return
        stored = list(zip(wishes, moved, strict=True))
        for wish, new in stored:
            if wish not in leaving:
                wish.moved = new
        try:
            self._tell(reached)
        except RecordError as trouble:
            for wish in leaving:
                wish.trouble = wish.trouble or trouble
            return
        for wish, new in stored:
            wish.moved = new

    def apply_with_event(self, delivery_id: str, event: DeliveryEvent, timeline: TimelineEvent) -> Delivery:
        """As `apply`, with an entry of the timeline in the same transaction."""
        with self._writing() as connection:
            new = move(connection, _delivery(connection, delivery_id), event)
            add(connection, [timeline])
            return new

    def send_again(self, delivery_id: str, event: SentAgain) -> Delivery:
        """Moves a delivery back into the queue for a person, and with it the copies of a mail to many that are in doubt.

        In one transaction: it may be carried out at once, and a copy that is leaving by then must not be called one that is left.
        """
        with self._writing() as connection:
            new = move(connection, _delivery(connection, delivery_id), event)
            doubtful = update(RECIPIENTS).where(
                RECIPIENTS.c.delivery_id == delivery_id, RECIPIENTS.c.state == RecipientState.UNKNOWN
            )
            connection.execute(doubtful.values(state=RecipientState.PENDING, error=None))
            return new

    def end_hold(self, publish_id: str, at: datetime) -> tuple[Delivery, ...]:
        """Ends the hold of a whole round at once: all of its held deliveries are queued. None are left where it was taken back or has ended already."""
        with self._writing() as connection:
            held = [one for one in _of_publish(connection, publish_id) if one.state is DeliveryState.HELD]
            return tuple(move(connection, each, HoldEnded(at)) for each in held)

    def take_back(self, publish_id: str, at: datetime, by: str) -> tuple[Delivery, ...]:
        """Takes a whole round back during its hold, and gives its deliveries, now cancelled; nothing happens where a part of it was let go.

        The incident is as it was before the round, and what the round wrote into its timeline is gone. Where somebody changed the incident during the hold, only
        what a round changes goes back. The declaration of an incident of which nothing else was sent is taken back with its round, and the timeline says so;
        the incident's next round declares it again, and makes its Slack channel. A text for the clipboard was in a person's hand from the start, and keeps nothing from being taken back.
        """
        with self._writing() as connection:
            deliveries = [
                each for each in _of_publish(connection, publish_id) if each.channel is not Channel.COPY
            ]
            if not deliveries or any(each.state is not DeliveryState.HELD for each in deliveries):
                return ()
            moved = tuple(move(connection, each, TakenBack(at, by)) for each in deliveries)
            publish = one(connection, Publish, statements.FIND_PUBLISH, id=publish_id)
            if publish is not None and publish.before is not None:
                restore_incident(connection, publish.before)
                of_the_round = (
                    EVENTS.c.incident_id == publish.incident_id,
                    EVENTS.c.publish_id == publish_id,
                )
                connection.execute(delete(EVENTS).where(*of_the_round))
            else:
                _take_declaration_back(connection, moved, at, by)
            return moved

    def incident_let_go(self, incident_id: str) -> Incident | None:
        """The incident without the rounds that are still held, which may be taken back: as the oldest of them found it, else as it is."""
        held = self.deliveries(incident_id=incident_id, states={DeliveryState.HELD})
        before = None
        if held:
            oldest = self._one(Publish, statements.FIND_PUBLISH, id=held[0].publish_id)
            before = oldest and oldest.before
        return before or self._one(Incident, statements.FIND_INCIDENT, id=incident_id)

    def due_amends(self) -> tuple[Delivery, ...]:
        """Deliveries whose text is to be amended now: they and the delivery that they wait for are sent, and it was not done yet."""
        return self._all(Delivery, statements.DUE_AMENDS)

    def mark_amended(self, delivery_id: str, at: datetime) -> None:
        """Notes that the amended text has arrived; the first time stands."""
        done = update(DELIVERIES).where(DELIVERIES.c.id == delivery_id, DELIVERIES.c.amended_at.is_(None))
        with self._writing() as connection:
            if connection.execute(done.values(amended_at=at)).rowcount == 0:
                _delivery(connection, delivery_id)

    def rewrite(self, delivery_id: str, payload: bytes, event: TimelineEvent) -> Delivery:
        """Notes that a sent message is to be changed in its place to these bytes, and why, in one transaction; the outbox then does it as any amend."""
        with self._writing() as connection:
            replace_sent(connection, delivery_id, payload, delivery_id)
            add(connection, [event])
            return _delivery(connection, delivery_id)

    def recipients(
        self, delivery_id: str, states: Iterable[RecipientState] | None = None
    ) -> tuple[Recipient, ...]:
        """The recipients of a mail to many, by their ordinal."""
        wanted = {"delivery_id": delivery_id}
        return self._matching(Recipient, statements.RECIPIENT, RECIPIENTS, wanted, states)

    def recipient_counts(self, delivery_id: str) -> dict[str, int]:
        """How many recipients are accepted, refused, unknown, pending."""
        wanted = (
            select(RECIPIENTS.c.state, func.count())
            .where(RECIPIENTS.c.delivery_id == delivery_id)
            .group_by(RECIPIENTS.c.state)
        )
        counts = dict.fromkeys(("accepted", "refused", "unknown", "pending"), 0)
        with self._reading() as connection:
            counts.update((state.value, number) for state, number in connection.execute(wanted))
        return counts

    def set_recipients(
        self,
        delivery_id: str,
        outcomes: Iterable[tuple[int, RecipientState, str | None]],
        *,
        soon: bool = False,
        of_unknown: Delivery | None = None,
    ) -> None:
        """Notes what became of several recipients' copies (ordinal, state, error), all in one transaction; RefusedError where one is unknown.

        With `soon` it survives the end of the process at once, but the power cut only with the next thing stored. `of_unknown` is the unknown delivery that a look-up
        has asked about: what it found is noted only while that is so, for another look-up may have settled it meanwhile, and its copies may be leaving again.
        A copy in doubt may leave once this returns.
        """
        each = [
            {"delivery": delivery_id, "position": ordinal, "new_state": state, "new_error": error}
            for ordinal, state, error in outcomes
        ]
        if not each:
            return
        reached = None
        with self._writing(soon=soon) as connection:
            if of_unknown is not None:
                now = _delivery(connection, delivery_id)
                if (now.state, now.attempts) != (DeliveryState.UNKNOWN, of_unknown.attempts):
                    return
            if change(connection, statements.SET_RECIPIENT, each) != len(each):
                raise RefusedError(
                    f"The delivery {delivery_id} has no such recipient, so nothing was stored."
                )
            if any(one["new_state"] is RecipientState.UNKNOWN for one in each):
                reached = self._counted(connection, soon=soon)
        self._tell(reached, soon=soon)


def replace_sent(connection: Connection, delivery_id: str, payload: bytes, after: str) -> None:
    """Notes the bytes that replace a message that was sent, once the delivery `after` was accepted."""
    wanted = update(DELIVERIES).where(
        DELIVERIES.c.id == delivery_id, DELIVERIES.c.state == DeliveryState.SENT
    )
    changed = wanted.values(amend=payload, amend_after=after, amended_at=None)
    if connection.execute(changed).rowcount == 0:
        raise RefusedError(told(Code.ONLY_SENT_CHANGES))


def _delivery(connection: Connection, delivery_id: str) -> Delivery:
    return _known(one(connection, Delivery, statements.FIND_DELIVERY, id=delivery_id), delivery_id)


def _known(found: Delivery | None, delivery_id: str) -> Delivery:
    if found is None:
        raise RefusedError(told(Code.UNKNOWN_DELIVERY, delivery=delivery_id))
    return found


def _of_publish(connection: Connection, publish_id: str) -> list[Delivery]:
    wanted = narrowed(statements.DELIVERY, DELIVERIES, ("publish_id",))
    found = rows(connection.connection, connection.dialect, wanted, {"publish_id": publish_id})
    return [Delivery(*row) for row in found]


def move(connection: Connection, old: Delivery, event: DeliveryEvent) -> Delivery:
    """Stores what an event makes of a delivery. The condition holds by itself where writers take turns; other databases need it."""
    new = reduce(old, event)
    before = as_row(old)
    changes = {name: value for name, value in as_row(new).items() if value != before[name]}
    if changes:
        values = {f"new_{name}": value for name, value in changes.items()}
        values |= {"delivery": old.id, "old_state": old.state, "old_attempts": old.attempts}
        if change(connection, statements.moving(tuple(changes)), [values]) != 1:
            raise BugError(f"the delivery {old.id} was moved by somebody else at the same time")
    return new


def _take_declaration_back(
    connection: Connection, moved: tuple[Delivery, ...], at: datetime, by: str
) -> None:
    """What becomes of an incident whose first round was taken back."""
    incident, publish_id = stored_incident(connection, moved[0].incident_id), moved[0].publish_id
    wanted = narrowed(statements.DELIVERY, DELIVERIES, ("incident_id",))
    found = rows(connection.connection, connection.dialect, wanted, {"incident_id": incident.id})
    others = [one for one in (Delivery(*row) for row in found) if one.publish_id != publish_id]
    after = incident
    if any(each.kind is DeliveryKind.CREATE_SLACK_CHANNEL for each in moved):
        after = replace(after, creates_slack_channel=True)
    if all(one.state is DeliveryState.CANCELLED for one in others):
        after = replace(after, taken_back_at=at)
        published = (EVENTS.c.publish_id == publish_id, EVENTS.c.kind == EventKind.PUBLISHED)
        connection.execute(delete(EVENTS).where(EVENTS.c.incident_id == incident.id, *published))
        text = "Declaration taken back: nothing was sent"
        event_id = f"evt-{publish_id}-taken-back"
        add(
            connection,
            [TimelineEvent(event_id, incident.id, at, at, EventKind.TAKEN_BACK, text, by)],
            publish_id=publish_id,
        )
    if after != incident:
        put_incident(connection, after, incident.revision)
