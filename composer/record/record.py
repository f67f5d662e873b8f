"""The record: one file that knows every incident, what was published, and where each delivery stands.

All methods take and give values of the domain. Every write is one transaction: it is stored for good (it survives the power cut) or not at all,
and a UserFacingError says why. Times go in with any time zone and come out in UTC. A Record may be used by several threads at once, and several
processes may have the same file open.

What can go wrong anywhere: RecordError (the file may not be written, is gone, the disk refuses), RecordFullError (no space), RecordBusyError (another
program wrote for more than five seconds), RecordDamagedError.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, delete

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery
from composer.domain.draft import Draft
from composer.domain.errors import BugError, RecordDamagedError, RefusedError
from composer.domain.incident import Incident, TimelineEvent
from composer.domain.record import Bundle, Message, Publish, RecordFault, Said, message_digest
from composer.record import codec, statements
from composer.record.asking import one
from composer.record.deliveries import replace_sent
from composer.record.digest import payload_digest
from composer.record.incidents import put_incident
from composer.record.older_copy import Recognising
from composer.record.rows import DRAFTS, EVENTS, MESSAGES, PUBLISHES
from composer.record.searching import Searching
from composer.record.sqlite import Sqlite, bare
from composer.record.statements import add, add_new, narrowed
from composer.record.verify import faults


class Record(Recognising, Searching):
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
            put_incident(connection, bundle.incident, bundle.expected_revision)
            add(connection, [bundle.publish])
            add(connection, bundle.messages)
            _check_amends(connection, bundle.deliveries)
            add(connection, bundle.deliveries)
            for delivery_id, recipients in bundle.recipients.items():
                add(connection, recipients, delivery_id=delivery_id)
            add(connection, bundle.events, publish_id=bundle.publish.id)
            for delivery_id, (payload, after) in bundle.rewrites.items():
                replace_sent(connection, delivery_id, payload, after)
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
            revision = put_incident(connection, incident, expected_revision)
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

    def add_new_events(self, events: Iterable[TimelineEvent]) -> tuple[TimelineEvent, ...]:
        """Adds those entries whose ids the timeline does not have yet, in one transaction, and gives them; what is there stays as it is."""
        with self._writing() as connection:
            return tuple(one for one in events if add_new(connection, one))

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

    # --- looking after the record -----------------------------------------------------------------------------

    def verify(self) -> tuple[RecordFault, ...]:
        """Everything wrong with the record; nothing when it is whole and unaltered. Takes a second for each 100,000 messages."""
        with self._reading() as connection:
            found = list(faults(connection, self._explained))
        if not self.read_only:
            try:
                with self._writing() as connection:
                    Sqlite.fill_search(bare(connection))
                    Sqlite.check_search(connection)
            except RecordDamagedError:
                found.append(
                    RecordFault(
                        "search", "The search does not fit the messages; it can be made anew from them."
                    )
                )
        return tuple(found)


def _check_amends(connection: Connection, deliveries: Iterable[Delivery]) -> None:
    """RefusedError where one waits for a delivery that neither is stored nor is being stored."""
    awaited = {each.amend_after for each in deliveries if each.amend_after is not None}
    if not awaited:
        return
    for missing in awaited - {each.id for each in deliveries}:
        if one(connection, Delivery, statements.FIND_DELIVERY, id=missing) is None:
            raise RefusedError(
                f"A delivery is to wait for {missing}, which the record does not know, so nothing was stored."
            )


def _publish_by_key(connection: Connection, key: str | None) -> Publish | None:
    return None if key is None else one(connection, Publish, statements.PUBLISH_BY_KEY, key=key)
