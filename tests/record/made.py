"""Domain objects for tests of the record, each with everything filled in unless told otherwise."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, Recipient
from composer.domain.draft import Draft
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.plan import ComponentStatus
from composer.domain.record import Bundle, Message, Publish, message_digest
from composer.record.digest import payload_digest

NOON = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
_numbers = itertools.count(1)


def new_id(kind: str) -> str:
    """An id that no other test object has."""
    return f"{kind}-{next(_numbers)}"


def incident(**changes: Any) -> Incident:
    """An open P0."""
    made = Incident(
        id=new_id("incident"),
        title="Checkout database out of connections",
        public_title="Payments are failing",
        severity="P0",
        peak_severity="P0",
        phase="investigating",
        declared_at=NOON,
        impact_started_at=NOON - timedelta(minutes=7),
        detection="alert",
        roles={"incident_commander": "@ada", "technical_lead": "Grace"},
        domain="payments",
        symptom="payments_fail",
        components={"payments": ComponentStatus.MAJOR_OUTAGE, "login": ComponentStatus.OPERATIONAL},
        slack_channel="incident-2026-11-23-checkout",
        pagerduty_incident="PABC",
        values={
            "summary": "All fail",
            "monitoring_hours": 1.5,
            "data_impact": {"yes": "names"},
            "action_items": ("a",),
        },
        cadence_minutes={"slack": 30},
    )
    return replace(made, **changes)


def publish(of: Incident, **changes: Any) -> Publish:
    """A publish without a key."""
    made = Publish(
        new_id("publish"), of.id, NOON, of.severity, of.phase, "Ada <ada@example.com>", None, "c" * 64
    )
    return replace(made, **changes)


def message(of: Publish, **changes: Any) -> Message:
    """A message, with the hash of its text."""
    made = Message(
        id=new_id("message"),
        publish_id=of.id,
        incident_id=of.incident_id,
        template="slack_declaration",
        channel=Channel.SLACK,
        at=of.at,
        severity=of.severity,
        phase=of.phase,
        subject=None,
        text="We are investigating failed payments.",
        values={"summary": "All payments fail", "impact": None},
        language="en",
        sha256="",
        promise_at=NOON + timedelta(minutes=15),
    )
    made = replace(made, **changes)
    return made if "sha256" in changes else replace(made, sha256=message_digest(made.subject, made.text))


def delivery(of: Message, **changes: Any) -> Delivery:
    """A held delivery of a message."""
    payload = changes.pop("payload", of.text.encode())
    made = Delivery(
        id=new_id("delivery"),
        publish_id=of.publish_id,
        incident_id=of.incident_id,
        message_id=of.id,
        sequence=0,
        channel=of.channel,
        kind=DeliveryKind.MESSAGE,
        template=of.template,
        account="practice.slack",
        destination="#incident-2026-11-23-checkout",
        payload=payload,
        payload_sha256=payload_digest(payload),
        severity=of.severity,
        phase=of.phase,
        created_at=of.at,
        hold_until=of.at + timedelta(seconds=5),
    )
    return replace(made, **changes)


def event(of: Incident, **changes: Any) -> TimelineEvent:
    """A note in the timeline."""
    made = TimelineEvent(
        new_id("event"), of.id, NOON, NOON + timedelta(seconds=1), EventKind.NOTE, "Rolled back", "Ada"
    )
    return replace(made, **changes)


def recipient(ordinal: int, **changes: Any) -> Recipient:
    """A recipient whose copy was not sent yet."""
    made = Recipient(ordinal, f"Customer {ordinal}", f"c{ordinal}@example.com", f"<{ordinal}@composer>")
    return replace(made, **changes)


def draft(**changes: Any) -> Draft:
    """A draft with some of everything."""
    made = Draft(
        id=new_id("draft"),
        incident_id=None,
        severity="P1",
        phase="identified",
        updated_at=NOON,
        values={"summary": "x", "scope": None, "data_impact": {"yes": "mail"}},
        facts={"title": "T", "security": False},
        components={"login": ComponentStatus.PARTIAL_OUTAGE},
        ticked=("slack_update", "status_update"),
        notify=True,
        reason="worse",
        impact_ended_at=NOON,
    )
    return replace(made, **changes)


def bundle(
    of: Incident | None = None, *, count: int = 6, expected: int | None = None, **changes: Any
) -> Bundle:
    """A publish with so many messages, each with one delivery, and an entry in the timeline."""
    subject = of or incident()
    published = changes.pop("publish", None) or publish(subject)
    messages = tuple(message(published, text=f"Text number {number} of payments") for number in range(count))
    deliveries = tuple(delivery(each) for each in messages)
    made = Bundle(subject, expected, published, messages, deliveries, events=(event(subject),))
    return replace(made, **changes)
