"""The record: one file that knows every incident, what was published, and where each delivery stands.

All methods take and give values of the domain. Every write is one transaction: it is stored for good (it survives the power cut) or not at all,
and a UserFacingError says why. Times go in with any time zone and come out in UTC. A Record may be used by several threads at once, and several
processes may have the same file open.

What can go wrong anywhere: RecordError (the file may not be written, is gone, the disk refuses), RecordFullError (no space), RecordBusyError (another
program wrote for more than five seconds), RecordDamagedError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, delete, func, select, update

from composer.domain.channel import Channel
from composer.domain.delivery import (
    Delivery,
    DeliveryEvent,
    DeliveryKind,
    DeliveryState,
    HoldEnded,
    Recipient,
    RecipientState,
    TakenBack,
    reduce,
)
from composer.domain.draft import Draft
from composer.domain.errors import BugError, RecordDamagedError, RefusedError
from composer.domain.incident import Incident, TimelineEvent
from composer.domain.record import (
    Bundle,
    FoundMessage,
    Message,
    Narrowed,
    Publish,
    RecordFault,
    Said,
    message_digest,
)
from composer.record import codec, statements
from composer.record.digest import payload_digest
from composer.record.file import RecordFile
from composer.record.rows import DELIVERIES, DRAFTS, EVENTS, INCIDENTS, MESSAGES, PUBLISHES, RECIPIENTS
from composer.record.snippet import snippet
from composer.record.sqlite import Sqlite, search_words
from composer.record.statements import add, as_row, change, narrowed, rows
from composer.record.verify import faults

T = TypeVar("T")

_CHANGED_MEANWHILE = "Someone else changed this incident meanwhile, so nothing was stored."
_LOOK_AGAIN = "Look at the incident as it is now, and try again."
_OF_A_ROUND = (
    "public_title",
    "severity",
    "peak_severity",
    "phase",
    "impact_ended_at",
    "resolved_at",
    "components",
    "creates_slack_channel",
    "values",
)
_MESSAGE_COLUMNS = ", ".join(f'm."{each.name}"' for each in fields(Message))


class Record(RecordFile):
    """An open record: get one with `Record.open`, and close it, or use it in a `with` statement."""

    # --- publishing -------------------------------------------------------------------------------------------

    def store(self, bundle: Bundle) -> Publish:
        """Stores a whole publish in one transaction, or nothing of it.

        Where the publish's key was used before, nothing is stored: with the same content the stored publish is given back, with another one it is a
        RefusedError. So is an incident that somebody changed since `expected_revision`, or a new one whose id is taken. The incident's revision is
        counted here (1 for a new one), deliveries get their sequence, and the draft named in the bundle is deleted.
        """
        for message in bundle.messages:
            if message.sha256 != message_digest(message.subject, message.text):
                raise BugError(f"message {message.id} does not have the hash of its text")
        for delivery in bundle.deliveries:
            if delivery.payload_sha256 != payload_digest(delivery.payload):
                raise BugError(f"delivery {delivery.id} does not have the hash of its payload")
        with self._writing() as connection:
            stored = _publish_by_key(connection, bundle.publish.key)
            if stored is not None:
                if stored.content_sha256 == bundle.publish.content_sha256:
                    return stored
                raise RefusedError(
                    f"The key {bundle.publish.key} stands for another publish already, so nothing was stored.",
                    next_step="Use a new publish_id for new content.",
                )
            _put_incident(connection, bundle.incident, bundle.expected_revision)
            add(connection, [bundle.publish])
            add(connection, bundle.messages)
            add(connection, bundle.deliveries)
            for delivery_id, recipients in bundle.recipients.items():
                add(connection, recipients, delivery_id=delivery_id)
            add(connection, bundle.events, publish_id=bundle.publish.id)
            if bundle.draft_id is not None:
                connection.execute(delete(DRAFTS).where(DRAFTS.c.id == bundle.draft_id))
            return bundle.publish

    def publish_by_key(self, key: str) -> Publish | None:
        """The publish for which a caller used that key."""
        return self._one(Publish, statements.PUBLISH_BY_KEY, key=key)

    def publishes(self, incident_id: str) -> tuple[Publish, ...]:
        """The publishes of an incident in the order of storing."""
        return self._all(
            Publish, narrowed(statements.PUBLISH, PUBLISHES, ("incident_id",)), incident_id=incident_id
        )

    def messages(self, incident_id: str | None = None, publish_id: str | None = None) -> tuple[Message, ...]:
        """Messages in the order of storing: of an incident, of a publish, or all."""
        wanted = {"incident_id": incident_id, "publish_id": publish_id}
        return self._matching(Message, statements.MESSAGE, MESSAGES, wanted)

    # --- incidents and what happened --------------------------------------------------------------------------

    def save_incident(
        self, incident: Incident, expected_revision: int | None, events: Iterable[TimelineEvent] = ()
    ) -> Incident:
        """Stores an incident without a publish, and what happened with it; gives it back with its new revision.

        `expected_revision` is None for a new one. RefusedError where somebody changed it meanwhile.
        """
        with self._writing() as connection:
            revision = _put_incident(connection, incident, expected_revision)
            add(connection, events)
        return replace(incident, revision=revision)

    def find_incident(self, incident_id: str) -> Incident | None:
        """The incident with that id."""
        return self._one(Incident, statements.FIND_INCIDENT, id=incident_id)

    def incidents(self, *, open_only: bool = False) -> tuple[Incident, ...]:
        """Incidents, the one declared last first."""
        return self._all(Incident, statements.OPEN_INCIDENTS if open_only else statements.ALL_INCIDENTS)

    def add_event(self, event: TimelineEvent) -> None:
        """Adds one entry to the timeline of a stored incident."""
        with self._writing() as connection:
            add(connection, [event])

    def events(self, incident_id: str) -> tuple[TimelineEvent, ...]:
        """The timeline in order of when things happened, then of when they were stored."""
        return self._all(
            TimelineEvent, narrowed(statements.EVENT, EVENTS, ("incident_id",)), incident_id=incident_id
        )

    def said(self, incident_id: str) -> tuple[Said, ...]:
        """All that was said or skipped in an incident, oldest first; `at` is the publish's time, or that of the skip.

        A message counts where one of its deliveries has arrived, is under way, or may have arrived; one for the clipboard counts also without a delivery.
        Of the same time, the skip comes first, then the order of storing.
        """
        with self._reading() as connection:
            found = [
                (Said(channel, template, at, severity or "", phase or "", skipped=True), number)
                for channel, template, at, severity, phase, number in (
                    (codec.member(Channel, row[0]), *row[1:])
                    for row in connection.execute(statements.SKIPS, {"incident": incident_id})
                )
            ]
            for *values, number in connection.execute(statements.SAID_MESSAGES, {"incident": incident_id}):
                found.append((Said(*values), number))
        found.sort(key=lambda item: (item[0].at, not item[0].skipped, item[1]))
        return tuple(said for said, _ in found)

    # --- deliveries -------------------------------------------------------------------------------------------

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

    def lane_before(
        self, delivery: Delivery, states: Iterable[DeliveryState] | None = None
    ) -> tuple[Delivery, ...]:
        """Deliveries to the same account and destination that were stored earlier, oldest first."""
        return self._lane(statements.BEFORE, delivery, states)

    def lane_after(
        self, delivery: Delivery, states: Iterable[DeliveryState] | None = None
    ) -> tuple[Delivery, ...]:
        """Deliveries to the same account and destination that were stored later, oldest first."""
        return self._lane(statements.AFTER, delivery, states)

    def claim(self, delivery_id: str, owner: str, at: datetime) -> Delivery | None:
        """Takes a queued delivery for `owner`, by one conditional update: of all who try, one gets it and the others None."""
        codec.time_to_text(at)
        with self._writing() as connection:
            values = {"delivery": delivery_id, "claimed_by": owner}
            if change(connection, statements.CLAIM, [values]) == 0:
                return None
            return _delivery(connection, delivery_id)

    def apply(self, delivery_id: str, event: DeliveryEvent) -> Delivery:
        """Moves a delivery by an event and gives it as it is then; the rules are `composer.domain.delivery.reduce`'s.

        IllegalTransitionError where the event can't happen in the stored state; RefusedError for an unknown id.
        """
        return self.apply_with_event(delivery_id, event, None)

    def apply_with_event(
        self, delivery_id: str, event: DeliveryEvent, timeline: TimelineEvent | None
    ) -> Delivery:
        """As `apply`, with an entry of the timeline in the same transaction."""
        with self._writing() as connection:
            new = _move(connection, _delivery(connection, delivery_id), event)
            if timeline is not None:
                add(connection, [timeline])
            return new

    def end_hold(self, publish_id: str, at: datetime) -> tuple[Delivery, ...]:
        """Ends the hold of a whole round at once: all of its held deliveries are queued. None are left where it was taken back or has ended already."""
        with self._writing() as connection:
            held = [one for one in _of_publish(connection, publish_id) if one.state is DeliveryState.HELD]
            return tuple(_move(connection, each, HoldEnded(at)) for each in held)

    def take_back(self, publish_id: str, at: datetime, by: str) -> tuple[Delivery, ...]:
        """Takes a whole round back during its hold, and gives its deliveries, now cancelled; nothing happens where a part of it was let go.

        The incident is as it was before the round, and what the round wrote into its timeline is gone. Where somebody changed the incident during the hold, only
        what a round changes goes back. An incident that was declared with the round stays; where the round would have made its Slack channel, the
        next one does. A text for the clipboard was in a person's hand from the start, and keeps nothing from being taken back.
        """
        with self._writing() as connection:
            deliveries = [
                each for each in _of_publish(connection, publish_id) if each.channel is not Channel.COPY
            ]
            if not deliveries or any(each.state is not DeliveryState.HELD for each in deliveries):
                return ()
            moved = tuple(_move(connection, each, TakenBack(at, by)) for each in deliveries)
            publish = _one(connection, Publish, statements.FIND_PUBLISH, id=publish_id)
            if publish is not None and publish.before is not None:
                _restore(connection, publish.before)
                of_the_round = (
                    EVENTS.c.incident_id == publish.incident_id,
                    EVENTS.c.publish_id == publish_id,
                )
                connection.execute(delete(EVENTS).where(*of_the_round))
            elif any(each.kind is DeliveryKind.CREATE_SLACK_CHANNEL for each in moved):
                declared = INCIDENTS.c.id == moved[0].incident_id
                again = {"creates_slack_channel": True, "revision": INCIDENTS.c.revision + 1}
                connection.execute(update(INCIDENTS).where(declared).values(again))
            return moved

    def due_amends(self) -> tuple[Delivery, ...]:
        """Deliveries whose text is to be amended now: they and the delivery that they wait for are sent, and it was not done yet."""
        return self._all(Delivery, statements.DUE_AMENDS)

    def mark_amended(self, delivery_id: str, at: datetime) -> None:
        """Notes that the amended text has arrived; the first time stands."""
        done = update(DELIVERIES).where(DELIVERIES.c.id == delivery_id, DELIVERIES.c.amended_at.is_(None))
        with self._writing() as connection:
            if connection.execute(done.values(amended_at=at)).rowcount == 0:
                _delivery(connection, delivery_id)

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

    def set_recipient(
        self, delivery_id: str, ordinal: int, state: RecipientState, error: str | None = None
    ) -> None:
        """Notes what became of one recipient's copy."""
        self.set_recipients(delivery_id, [(ordinal, state, error)])

    def set_recipients(
        self, delivery_id: str, outcomes: Iterable[tuple[int, RecipientState, str | None]]
    ) -> None:
        """Notes what became of several recipients' copies (ordinal, state, error), all in one transaction; RefusedError where one is unknown."""
        each = [
            {"delivery": delivery_id, "position": ordinal, "new_state": state, "new_error": error}
            for ordinal, state, error in outcomes
        ]
        if not each:
            return
        with self._writing() as connection:
            if change(connection, statements.SET_RECIPIENT, each) != len(each):
                raise RefusedError(
                    f"The delivery {delivery_id} has no such recipient, so nothing was stored."
                )

    # --- drafts -----------------------------------------------------------------------------------------------

    def save_draft(self, draft: Draft) -> None:
        """Stores a draft in place of what it was before."""
        with self._writing() as connection:
            connection.execute(delete(DRAFTS).where(DRAFTS.c.id == draft.id))
            add(connection, [draft])

    def draft(self, draft_id: str) -> Draft | None:
        """The draft with that id."""
        return self._one(Draft, narrowed(statements.DRAFT, DRAFTS, ("id",)), id=draft_id)

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, the one changed last first."""
        return self._all(Draft, statements.DRAFTS_BY_CHANGE)

    def delete_draft(self, draft_id: str) -> None:
        """Throws a draft away; one that is not there is fine."""
        with self._writing() as connection:
            connection.execute(delete(DRAFTS).where(DRAFTS.c.id == draft_id))

    # --- search, and looking after the record -----------------------------------------------------------------

    def search(
        self, query: str, limit: int = 50, only: Narrowed | None = None, after: str | None = None
    ) -> tuple[FoundMessage, ...]:
        """The newest messages with all words of the query in subject, text, or the incident's title; an empty query finds the newest of all.

        A word also finds longer words that begin with it; accents and case don't matter. Nothing in the query is syntax. `only` narrows it; `after` is the id of the last
        message found before, and the search goes on behind it.
        """
        words = search_words(query)
        if query.strip() and not words:
            return ()
        narrowed = _narrowed(only) | ({} if after is None else {"after": after})
        with self._searcher.connection() as connection:
            found = Sqlite.search(connection, words, _MESSAGE_COLUMNS, max(limit, 0), narrowed)
        messages = ((_message(row), row) for row in found)
        return tuple(
            FoundMessage(message, row[-2], snippet(message.text, words) if row[-1] is None else row[-1])
            for message, row in messages
        )

    def count(self, query: str = "", only: Narrowed | None = None) -> tuple[int, int]:
        """How many messages a search finds in all, and of how many incidents."""
        words = search_words(query)
        if query.strip() and not words:
            return 0, 0
        with self._searcher.connection() as connection:
            return Sqlite.count(connection, words, _narrowed(only))

    def rebuild_search(self) -> None:
        """Makes the search anew from the stored messages: the cure where `verify` finds it damaged."""
        with self._writing() as connection:
            Sqlite.rebuild_search(connection)

    def verify(self) -> tuple[RecordFault, ...]:
        """Everything wrong with the record; nothing when it is whole and unaltered. Takes a second for each 100,000 messages."""
        with self._reading() as connection:
            found = list(faults(connection, self._explained))
        if not self.read_only:
            try:
                with self._writing() as connection:
                    Sqlite.check_search(connection)
            except RecordDamagedError:
                found.append(
                    RecordFault(
                        "search", "The search does not fit the messages; it can be made anew from them."
                    )
                )
        return tuple(found)

    def _all(self, kind: Callable[..., T], wanted: Select[Any], **values: Any) -> tuple[T, ...]:
        return tuple(kind(*row) for row in self._rows(wanted, **values))

    def _one(self, kind: Callable[..., T], wanted: Select[Any], **values: str) -> T | None:
        return next(iter(self._all(kind, wanted, **values)), None)

    def _matching(
        self,
        kind: Callable[..., T],
        statement: Select[Any],
        table: Table,
        wanted: Mapping[str, str | None],
        states: Iterable[StrEnum] | None = None,
    ) -> tuple[T, ...]:
        """What has the wanted value in each column where it is not None, and one of the states unless those are None."""
        values: dict[str, Any] = {column: value for column, value in wanted.items() if value is not None}
        columns = tuple(values)
        states = None if states is None else tuple(states)
        if states is not None and not states:
            return ()
        values |= {f"state_{number}": state for number, state in enumerate(states or ())}
        return self._all(kind, narrowed(statement, table, columns, len(states or ())), **values)

    def _lane(
        self, statement: Select[Any], delivery: Delivery, states: Iterable[DeliveryState] | None
    ) -> tuple[Delivery, ...]:
        lane = {"account": delivery.account, "destination": delivery.destination}
        found = self._all(Delivery, statement, **lane, stored=delivery.sequence)
        if states is None:
            return found
        wanted = frozenset(states)
        return tuple(one for one in found if one.state in wanted)


def _one(connection: Connection, kind: Callable[..., T], wanted: Select[Any], **values: str) -> T | None:
    found = rows(connection.connection, connection.dialect, wanted, values)
    return kind(*found[0]) if found else None


def _publish_by_key(connection: Connection, key: str | None) -> Publish | None:
    return None if key is None else _one(connection, Publish, statements.PUBLISH_BY_KEY, key=key)


def _delivery(connection: Connection, delivery_id: str) -> Delivery:
    return _known(_one(connection, Delivery, statements.FIND_DELIVERY, id=delivery_id), delivery_id)


def _known(found: Delivery | None, delivery_id: str) -> Delivery:
    if found is None:
        raise RefusedError(f"The record knows no delivery {delivery_id}.")
    return found


def _incident(connection: Connection, incident_id: str) -> Incident:
    found = _one(connection, Incident, statements.FIND_INCIDENT, id=incident_id)
    if found is None:
        raise RefusedError(f"The record knows no incident {incident_id}, so nothing was stored.")
    return found


def _of_publish(connection: Connection, publish_id: str) -> list[Delivery]:
    wanted = narrowed(statements.DELIVERY, DELIVERIES, ("publish_id",))
    found = rows(connection.connection, connection.dialect, wanted, {"publish_id": publish_id})
    return [Delivery(*row) for row in found]


def _move(connection: Connection, old: Delivery, event: DeliveryEvent) -> Delivery:
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


def _restore(connection: Connection, before: Incident) -> None:
    """Makes an incident what it was before a round."""
    now = _incident(connection, before.id)
    if now.revision == before.revision + 1:
        back = before
    else:
        back = replace(now, **{name: getattr(before, name) for name in _OF_A_ROUND})
    _put_incident(connection, back, now.revision)


def _put_incident(connection: Connection, incident: Incident, expected: int | None) -> int:
    """Stores the incident where it is still at the expected revision; its new revision."""
    if expected is None:
        if rows(connection.connection, connection.dialect, statements.HAS_INCIDENT, {"id": incident.id}):
            raise RefusedError(
                "This incident is stored already, so nothing was stored.", next_step=_LOOK_AGAIN
            )
        add(connection, [incident], revision=1)
        return 1
    values = {f"new_{name}": value for name, value in as_row(incident, revision=expected + 1).items()}
    values |= {"incident": values.pop("new_id"), "expected": expected}
    if change(connection, statements.SAVE_INCIDENT, [values]) == 0:
        _incident(connection, incident.id)
        raise RefusedError(_CHANGED_MEANWHILE, next_step=_LOOK_AGAIN)
    return expected + 1


def _message(row: Any) -> Message:
    """A message from bare columns, in the order of `_MESSAGE_COLUMNS`: the search goes past SQLAlchemy."""
    (
        id_,
        publish,
        incident,
        template,
        channel,
        at,
        severity,
        phase,
        subject,
        text,
        values,
        language,
        digest,
        promise,
    ) = row[:-2]
    return Message(
        id_,
        publish,
        incident,
        template,
        codec.member(Channel, channel),
        codec.text_to_time(at),
        severity,
        phase,
        subject,
        text,
        codec.mapping_from_json(values),
        language,
        digest,
        None if promise is None else codec.text_to_time(promise),
    )


def _narrowed(only: Narrowed | None) -> dict[str, str]:
    """What a search is narrowed by, as the columns hold it."""
    values = {} if only is None else {each.name: getattr(only, each.name) for each in fields(Narrowed)}
    return {
        name: codec.time_to_text(value) if isinstance(value, datetime) else str(value)
        for name, value in values.items()
        if value is not None
    }
