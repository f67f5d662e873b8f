"""The tables, as typed declarative rows; private to the record.

Columns bear the names of the domain's attributes, and the column types below translate, so a row's columns are the arguments of its domain
object. Rows are never loaded as objects: statements go through the tables, which costs a third of the ORM's time.

`sequence` is the order of storing. Nothing that has one is ever deleted, so it only grows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any, cast

from sqlalchemy import (
    CheckConstraint,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryKind, DeliveryState, LookUp, RecipientState
from composer.domain.incident import EventKind
from composer.record.codec import (
    component_states,
    incident_from_json,
    mapping_from_json,
    member,
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
AWAITED = text("amend_after IS NOT NULL")
TO_AMEND = text("amend IS NOT NULL AND amended_at IS NULL")


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


class Json(_AsText):
    """A mapping or list as JSON text; `read` makes the domain's value of it."""

    cache_ok = True

    def __init__(self, read: Callable[[str], Any] = mapping_from_json) -> None:
        super().__init__(to_json, read)


def _one_of(column: str, kind: type[StrEnum]) -> CheckConstraint:
    allowed = ", ".join(f"'{each.value}'" for each in kind)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


class Base(DeclarativeBase):
    """What all tables share: names of constraints that a later migration can rely on."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: Text, datetime: UtcTime, bytes: LargeBinary}  # noqa: RUF012 - SQLAlchemy reads it once


class IncidentRow(Base):
    """An incident as it is now."""

    __tablename__ = "incidents"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    public_title: Mapped[str]
    severity: Mapped[str]
    peak_severity: Mapped[str]
    phase: Mapped[str]
    declared_at: Mapped[datetime]
    impact_started_at: Mapped[datetime]
    detection: Mapped[str]
    impact_ended_at: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
    roles: Mapped[Any] = mapped_column(Json())
    domain: Mapped[str | None]
    symptom: Mapped[str | None]
    components: Mapped[Any] = mapped_column(Json(component_states))
    slack_channel: Mapped[str]
    creates_slack_channel: Mapped[bool]
    pagerduty_incident: Mapped[str | None]
    security: Mapped[bool]
    values: Mapped[Any] = mapped_column(Json())
    cadence_minutes: Mapped[Any] = mapped_column(Json())
    revision: Mapped[int]
    taken_back_at: Mapped[datetime | None]


class PublishRow(Base):
    """One publish; the caller's key can be used once."""

    __tablename__ = "publishes"
    __table_args__ = (
        Index(None, "incident_id", "sequence"),
        Index("uq_publishes_key", "key", unique=True, sqlite_where=KEYED, postgresql_where=KEYED),
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    incident_id: Mapped[str] = mapped_column(ForeignKey("incidents.id"))
    at: Mapped[datetime]
    severity: Mapped[str]
    phase: Mapped[str]
    by: Mapped[str]
    key: Mapped[str | None]
    content_sha256: Mapped[str]
    before: Mapped[Any] = mapped_column(Json(incident_from_json), nullable=True)


class MessageRow(Base):
    """The text of one channel in one publish. It is never changed."""

    __tablename__ = "messages"
    __table_args__ = (Index(None, "incident_id", "sequence"),)

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    publish_id: Mapped[str] = mapped_column(ForeignKey("publishes.id"))
    incident_id: Mapped[str] = mapped_column(ForeignKey("incidents.id"))
    template: Mapped[str]
    channel: Mapped[Any] = mapped_column(Member(Channel))
    at: Mapped[datetime]
    severity: Mapped[str]
    phase: Mapped[str]
    subject: Mapped[str | None]
    text: Mapped[str]
    values: Mapped[Any] = mapped_column(Json())
    language: Mapped[str]
    sha256: Mapped[str]
    promise_at: Mapped[datetime | None]


class DeliveryRow(Base):
    """One message to one destination. `amend_after` may name a delivery that is stored after it, so that is checked at the commit."""

    __tablename__ = "deliveries"
    __table_args__ = (
        _one_of("state", DeliveryState),
        Index(None, "state", "sequence"),
        # What is looked for by its publish is looked for by its incident too: each further index makes every publish slower.
        Index(None, "incident_id", "publish_id"),
        # The open foreign key of an amend asks, for each delivery that is stored, who waits for it.
        Index("ix_deliveries_awaited", "amend_after", sqlite_where=AWAITED, postgresql_where=AWAITED),
        Index(
            "ix_deliveries_to_amend",
            "amended_at",
            sqlite_where=TO_AMEND,
            postgresql_where=TO_AMEND,
        ),
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    publish_id: Mapped[str] = mapped_column(ForeignKey("publishes.id"))
    incident_id: Mapped[str] = mapped_column(ForeignKey("incidents.id"))
    message_id: Mapped[str | None] = mapped_column(ForeignKey("messages.id"))
    channel: Mapped[Any] = mapped_column(Member(Channel))
    kind: Mapped[Any] = mapped_column(Member(DeliveryKind))
    template: Mapped[str | None]
    account: Mapped[str]
    destination: Mapped[str]
    payload: Mapped[bytes]
    payload_sha256: Mapped[str]
    severity: Mapped[str]
    phase: Mapped[str]
    created_at: Mapped[datetime]
    state: Mapped[Any] = mapped_column(Member(DeliveryState))
    hold_until: Mapped[datetime | None]
    queued_at: Mapped[datetime | None]
    not_before: Mapped[datetime | None]
    attempts: Mapped[int]
    on_wire: Mapped[bool]
    owner: Mapped[str | None]
    vendor_id: Mapped[str | None]
    url: Mapped[str | None]
    error: Mapped[str | None]
    looked_up: Mapped[Any] = mapped_column(Member(LookUp), nullable=True)
    looked_up_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    by: Mapped[str | None]
    amend: Mapped[bytes | None]
    amend_after: Mapped[str | None] = mapped_column(
        ForeignKey("deliveries.id", deferrable=True, initially="DEFERRED")
    )
    amended_at: Mapped[datetime | None]
    insisted: Mapped[bool]
    stop_after: Mapped[int | None]


class RecipientRow(Base):
    """One recipient of a mail to many."""

    __tablename__ = "recipients"
    __table_args__ = (_one_of("state", RecipientState), {"sqlite_with_rowid": False})

    delivery_id: Mapped[str] = mapped_column(ForeignKey("deliveries.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    email: Mapped[str]
    message_id: Mapped[str]
    state: Mapped[Any] = mapped_column(Member(RecipientState))
    error: Mapped[str | None]


class EventRow(Base):
    """One entry of an incident's timeline; `publish_id` is the publish it was stored with."""

    __tablename__ = "events"
    __table_args__ = (Index(None, "incident_id", "at", "sequence"),)

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    incident_id: Mapped[str] = mapped_column(ForeignKey("incidents.id"))
    at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    kind: Mapped[Any] = mapped_column(Member(EventKind))
    text: Mapped[str]
    by: Mapped[str]
    reason: Mapped[str]
    template: Mapped[str | None]
    channel: Mapped[str | None]
    severity: Mapped[str | None]
    phase: Mapped[str | None]
    publish_id: Mapped[str | None] = mapped_column(ForeignKey("publishes.id"))


class DraftRow(Base):
    """What was typed and not sent. Its incident need not be stored yet, so nothing is checked there."""

    __tablename__ = "drafts"

    id: Mapped[str] = mapped_column(primary_key=True)
    incident_id: Mapped[str | None]
    severity: Mapped[str]
    phase: Mapped[str]
    updated_at: Mapped[datetime]
    values: Mapped[Any] = mapped_column(Json())
    facts: Mapped[Any] = mapped_column(Json())
    components: Mapped[Any] = mapped_column(Json(component_states))
    ticked: Mapped[Any] = mapped_column(Json(texts_from_json))
    notify: Mapped[bool | None]
    reason: Mapped[str]
    impact_ended_at: Mapped[datetime | None]


def table(row: type[Base]) -> Table:
    """The table of a row."""
    return cast(Table, row.__table__)


INCIDENTS = table(IncidentRow)
PUBLISHES = table(PublishRow)
MESSAGES = table(MessageRow)
DELIVERIES = table(DeliveryRow)
RECIPIENTS = table(RecipientRow)
EVENTS = table(EventRow)
DRAFTS = table(DraftRow)
