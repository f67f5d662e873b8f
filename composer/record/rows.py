"""The tables; private to the record.

Columns bear the names of the domain's attributes, and the column types below translate, so a row's columns are the arguments of its domain
object. Rows are never loaded as objects: statements go through the tables, which costs a third of the ORM's time. So the ORM is not imported
either; it would take 7 MiB and a tenth of the time until the window is ready.

`sequence` is the order of storing. Nothing that has one is ever deleted, so it only grows.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryKind, DeliveryState, LookUp, RecipientState
from composer.domain.incident import EventKind
from composer.record.codec import (
    component_states,
    incident_from_json,
    mapping_from_json,
    member,
    sentence_to_text,
    text_to_sentence,
    text_to_time,
    texts_from_json,
    time_to_text,
    to_json,
)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

KEYED = text("key IS NOT NULL")
NEVER_SAID = text("state = 'cancelled' AND NOT on_wire")
# SQLite takes an index of some rows only for a question that says one side of its "or" in the same words; so an amend that is open is one comparison.
NOT_OVER = text("deliveries.state NOT IN ('sent', 'cancelled', 'by_hand')")
TO_AMEND = text("(deliveries.amend IS NOT NULL) > (deliveries.amended_at IS NOT NULL)")
UNFINISHED = text(f"{NOT_OVER.text} OR {TO_AMEND.text}".replace("deliveries.", ""))


class _AsText(TypeDecorator[Any]):
    """A value of the domain as text in the column; `write` and `read` are one call each, because a publish writes hundreds of them."""

    impl = Text
    cache_ok = True

    def __init__(self, write: Callable[[Any], str], read: Callable[[str], Any]) -> None:
        super().__init__()
        self.write = write
        self.read = read

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str | None]:  # noqa: ARG002 - SQLAlchemy's signature
        """What writes a value into the column."""
        write = self.write
        return lambda value: None if value is None else write(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002 - as above
        """What reads a value out of the column."""
        read = self.read
        return lambda stored: None if stored is None else read(stored)


class UtcTime(_AsText):
    """A point in time, in UTC with microseconds."""

    cache_ok = True

    def __init__(self) -> None:
        super().__init__(time_to_text, text_to_time)


class Member(_AsText):
    """A member of an enum, by its value."""

    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__(str, partial(member, kind))
        self.kind = kind


class Sentence(_AsText):
    """A sentence for a person; one that has a code keeps it, so that it is said in any language after a restart."""

    cache_ok = True

    def __init__(self) -> None:
        super().__init__(sentence_to_text, text_to_sentence)


class Json(_AsText):
    """A mapping or list as JSON text; `read` makes the domain's value of it."""

    cache_ok = True

    def __init__(self, read: Callable[[str], Any] = mapping_from_json) -> None:
        super().__init__(_json_text, read)


def _json_text(value: object) -> str:
    """As `to_json`, in a third of the time for what a publish writes a dozen of: mappings of texts."""
    if type(value) is dict:
        # Loaded by the first thing that is stored, not by each start.
        from pydantic_core import PydanticSerializationError
        from pydantic_core import to_json as quick_json

        try:
            return quick_json(value).decode()
        except PydanticSerializationError:
            pass  # what it does not know, `to_json` knows or refuses
    return to_json(value)


def _one_of(column: str, kind: type[StrEnum]) -> CheckConstraint:
    allowed = ", ".join(f"'{each.value}'" for each in kind)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def _of_publish() -> ForeignKeyConstraint:
    """A row belongs to a publish of its own incident: one key for both, since each is looked up for each row that is stored."""
    return ForeignKeyConstraint(["incident_id", "publish_id"], ["publishes.incident_id", "publishes.id"])


METADATA = MetaData(naming_convention=NAMING)
"""All tables; the names of constraints are such that a later migration can rely on them."""

INCIDENTS = Table(
    "incidents",
    METADATA,
    Column("id", Text(), primary_key=True),
    Column("title", Text(), nullable=False),
    Column("public_title", Text(), nullable=False),
    Column("severity", Text(), nullable=False),
    Column("peak_severity", Text(), nullable=False),
    Column("phase", Text(), nullable=False),
    Column("declared_at", UtcTime(), nullable=False),
    Column("impact_started_at", UtcTime(), nullable=False),
    Column("detection", Text(), nullable=False),
    Column("impact_ended_at", UtcTime(), nullable=True),
    Column("resolved_at", UtcTime(), nullable=True),
    Column("roles", Json(), nullable=False),
    Column("domain", Text(), nullable=True),
    Column("symptom", Text(), nullable=True),
    Column("components", Json(component_states), nullable=False),
    Column("slack_channel", Text(), nullable=False),
    Column("creates_slack_channel", Boolean(), nullable=False),
    Column("pagerduty_incident", Text(), nullable=True),
    Column("security", Boolean(), nullable=False),
    Column("values", Json(), nullable=False),
    Column("cadence_minutes", Json(), nullable=False),
    Column("revision", Integer(), nullable=False),
    Column("taken_back_at", UtcTime(), nullable=True),
)
"""An incident as it is now."""

PUBLISHES = Table(
    "publishes",
    METADATA,
    Column("sequence", Integer(), primary_key=True),
    Column("id", Text(), unique=True, nullable=False),
    Column("incident_id", Text(), ForeignKey("incidents.id"), nullable=False),
    Column("at", UtcTime(), nullable=False),
    Column("severity", Text(), nullable=False),
    Column("phase", Text(), nullable=False),
    Column("by", Text(), nullable=False),
    Column("key", Text(), nullable=True),
    Column("content_sha256", Text(), nullable=False),
    Column("before", Json(incident_from_json), nullable=True),
    UniqueConstraint(
        "incident_id", "id"
    ),  # finds an incident's publishes, and is what the rows of a publish point to
    Index(
        "uq_publishes_key",
        "key",
        unique=True,
        sqlite_where=KEYED,
    ),
)
"""One publish; the caller's key can be used once."""

MESSAGES = Table(
    "messages",
    METADATA,
    Column("sequence", Integer(), primary_key=True),
    Column("id", Text(), nullable=False),
    Column("publish_id", Text(), nullable=False),
    Column("incident_id", Text(), nullable=False),
    Column("template", Text(), nullable=False),
    Column("channel", Member(Channel), nullable=False),
    Column("at", UtcTime(), nullable=False),
    Column("severity", Text(), nullable=False),
    Column("phase", Text(), nullable=False),
    Column("subject", Text(), nullable=True),
    Column("text", Text(), nullable=False),
    Column("values", Json(), nullable=False),
    Column("language", Text(), nullable=False),
    Column("sha256", Text(), nullable=False),
    Column("promise_at", UtcTime(), nullable=True),
    _of_publish(),
    # One index for both: an id stands once, and an incident's messages are found. They are few enough to be put in order when they are read.
    UniqueConstraint("incident_id", "id"),
)
"""The text of one channel in one publish. It is never changed."""

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("sequence", Integer(), primary_key=True),
    Column("id", Text(), unique=True, nullable=False),
    Column("publish_id", Text(), nullable=False),
    Column("incident_id", Text(), nullable=False),
    Column("message_id", Text(), nullable=True),
    Column("channel", Member(Channel), nullable=False),
    Column("kind", Member(DeliveryKind), nullable=False),
    Column("template", Text(), nullable=True),
    Column("account", Text(), nullable=False),
    Column("destination", Text(), nullable=False),
    Column("payload", LargeBinary(), nullable=False),
    Column("payload_sha256", Text(), nullable=False),
    Column("severity", Text(), nullable=False),
    Column("phase", Text(), nullable=False),
    Column("created_at", UtcTime(), nullable=False),
    Column("state", Member(DeliveryState), nullable=False),
    Column("hold_until", UtcTime(), nullable=True),
    Column("queued_at", UtcTime(), nullable=True),
    Column("not_before", UtcTime(), nullable=True),
    Column("attempts", Integer(), nullable=False),
    Column("on_wire", Boolean(), nullable=False),
    Column("owner", Text(), nullable=True),
    Column("vendor_id", Text(), nullable=True),
    Column("url", Text(), nullable=True),
    Column("error", Sentence(), nullable=True),
    Column("looked_up", Member(LookUp), nullable=True),
    Column("looked_up_at", UtcTime(), nullable=True),
    Column("finished_at", UtcTime(), nullable=True),
    Column("by", Text(), nullable=True),
    Column("amend", LargeBinary(), nullable=True),
    Column("amend_after", Text(), nullable=True),
    Column("amended_at", UtcTime(), nullable=True),
    Column("insisted", Boolean(), nullable=False),
    Column("stop_after", Integer(), nullable=True),
    _of_publish(),
    ForeignKeyConstraint(["incident_id", "message_id"], ["messages.incident_id", "messages.id"]),
    _one_of("state", DeliveryState),
    # Nearly all that was ever stored is over and never asked for by its state again: without that the index stays small however long the record is.
    Index(
        "ix_deliveries_unfinished",
        "state",
        "sequence",
        sqlite_where=UNFINISHED,
    ),
    # What is looked for by its publish is looked for by its incident too: each further index makes every publish slower.
    Index(None, "incident_id", "publish_id"),
    # Few deliveries are taken back, and each search asks of each find whether its own was.
    Index(
        "ix_deliveries_never_said",
        "message_id",
        sqlite_where=NEVER_SAID,
    ),
)
"""One message to one destination. `amend_after` names a delivery of the same publish, or itself; that is no foreign key, because its delivery may be stored after it, and
a key that is checked at the commit costs an index and two questions for each delivery. Who stores a publish checks it."""

RECIPIENTS = Table(
    "recipients",
    METADATA,
    Column("delivery_id", Text(), ForeignKey("deliveries.id"), primary_key=True),
    Column("ordinal", Integer(), primary_key=True, autoincrement=False),
    Column("name", Text(), nullable=False),
    Column("email", Text(), nullable=False),
    Column("message_id", Text(), nullable=False),
    Column("state", Member(RecipientState), nullable=False),
    Column("error", Sentence(), nullable=True),
    _one_of("state", RecipientState),
    sqlite_with_rowid=False,
)
"""One recipient of a mail to many."""

EVENTS = Table(
    "events",
    METADATA,
    Column("sequence", Integer(), primary_key=True),
    Column("id", Text(), nullable=False),
    Column("incident_id", Text(), ForeignKey("incidents.id"), nullable=False),
    Column("at", UtcTime(), nullable=False),
    Column("recorded_at", UtcTime(), nullable=False),
    Column("kind", Member(EventKind), nullable=False),
    Column("text", Text(), nullable=False),
    Column("by", Text(), nullable=False),
    Column("reason", Text(), nullable=False),
    Column("template", Text(), nullable=True),
    Column("channel", Text(), nullable=True),
    Column("severity", Text(), nullable=True),
    Column("phase", Text(), nullable=True),
    Column("publish_id", Text(), ForeignKey("publishes.id"), nullable=True),
    # As with messages.
    UniqueConstraint("incident_id", "id"),
)
"""One entry of an incident's timeline; `publish_id` is the publish it was stored with."""

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("id", Text(), primary_key=True),
    Column("incident_id", Text(), nullable=True),
    Column("severity", Text(), nullable=False),
    Column("phase", Text(), nullable=False),
    Column("updated_at", UtcTime(), nullable=False),
    Column("values", Json(), nullable=False),
    Column("facts", Json(), nullable=False),
    Column("components", Json(component_states), nullable=False),
    Column("ticked", Json(texts_from_json), nullable=False),
    Column("notify", Boolean(), nullable=True),
    Column("reason", Text(), nullable=False),
    Column("impact_ended_at", UtcTime(), nullable=True),
)
"""What was typed and not sent. Its incident need not be stored yet, so nothing is checked there."""
