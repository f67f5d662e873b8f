"""What is handed to the record and taken from it: publishes, messages, drafts, and finds. Rows never leave `composer.record`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, Recipient
from composer.domain.fields import FieldValue
from composer.domain.incident import Incident, TimelineEvent


@dataclass(frozen=True, slots=True)
class Publish:
    """One whole round. `key` is the caller's own (`publish_id` of the JSON) and `content_sha256` what it stood for; `by` is who was at the keyboard.
    `before` is the incident as it was, so that a round taken back leaves no trace in it (None: it was declared with this round)."""

    id: str
    incident_id: str
    at: datetime
    severity: str
    phase: str
    by: str
    key: str | None
    content_sha256: str
    before: Incident | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A rendered message as it was published: its exact text and the field values it was made of.

    `sha256` is `message_digest(subject, text)`, so `verify` can prove that the stored text is the one that left. `promise_at` is the
    next-update time that the text promises.
    """

    id: str
    publish_id: str
    incident_id: str
    template: str
    channel: Channel
    at: datetime
    severity: str
    phase: str
    subject: str | None
    text: str
    values: Mapping[str, FieldValue]
    language: str
    sha256: str
    promise_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that one publish stores, in one transaction: all of it or nothing.

    `expected_revision` is the revision of the incident that the texts were made from (None for a new incident): where another process changed it
    meanwhile, the bundle is refused. `recipients` maps a delivery's id to its recipients. `rewrites` maps the id of one that was sent to the bytes that replace it, and the delivery
    of this bundle that is accepted first.
    """

    incident: Incident
    expected_revision: int | None
    publish: Publish
    messages: tuple[Message, ...]
    deliveries: tuple[Delivery, ...]
    recipients: Mapping[str, tuple[Recipient, ...]] = field(default_factory=dict)
    events: tuple[TimelineEvent, ...] = ()
    draft_id: str | None = None
    rewrites: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """The last thing said on a channel, or skipped there: what *What to send now* is computed from.

    `first_at` of a channel's log is when it was first used. `promise_at` is the next-update time the message promised.
    """

    channel: Channel
    template: str
    at: datetime
    severity: str
    phase: str
    promise_at: datetime | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class FoundMessage:
    """One find of the search: the message, its incident's title, and a snippet with the words found between `[` and `]`. `security`: it is a security incident."""

    message: Message
    title: str
    snippet: str
    security: bool = False


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search looks at alone; None: at all. From `since` on, and before `until`; both UTC."""

    channel: Channel | None = None
    severity: str | None = None
    phase: str | None = None
    incident_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class OlderCopy:
    """What is to be said of a record that turned out to be an older copy of itself: how many deliveries still ask because of that, and the newest open incident of which one does."""

    asking: int
    incident_id: str | None

    @property
    def told(self) -> str:
        """What it means, in a sentence."""
        text = "The record is an older copy of itself: what happened since is missing in it"
        if not self.asking:
            return f"{text}."
        return f"{text}, and {'1 message' if self.asking == 1 else f'{self.asking} messages'} may have been sent."


@dataclass(frozen=True, slots=True)
class RecordFault:
    """Something that `verify` found: where, and what, in a sentence."""

    where: str
    text: str


def message_digest(subject: str | None, text: str) -> str:
    """SHA-256 over a message's subject and text, as 64 hexadecimal digits.

    Each part goes in with its length in bytes before it, and no subject is another thing than an empty one, so two different messages never
    have the same bytes. Half a surrogate pair does not stop it.
    """
    encoded = text.encode("utf-8", "surrogatepass")
    if subject is None:
        return sha256(b"message\n-\n%d\n%b" % (len(encoded), encoded)).hexdigest()
    before = subject.encode("utf-8", "surrogatepass")
    return sha256(b"message\n%d\n%b%d\n%b" % (len(before), before, len(encoded), encoded)).hexdigest()
