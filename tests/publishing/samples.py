"""Deliveries, words and jobs as the outbox would hand them to a destination."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from composer.clock import SimulatedClock
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, Recipient
from composer.domain.plan import Words
from composer.publishing.destinations.static_page import StaticPage
from composer.publishing.port import Job, RecipientOutcome

NOW = datetime(2026, 11, 23, 14, 35, 8, tzinfo=UTC)

WORDS = Words(
    ongoing="Ongoing",
    none="None",
    yes="Yes",
    no="No",
    being_assessed="being assessed",
    unknown="Unknown",
    page_pending="Pending",
    page_updated="Updated",
    next_update_line="Next update by {time} UTC.",
    hours_short="h",
    minutes_short="min",
    date_format="{day} {month} {year}",
    drill="DRILL",
    drill_banner="DRILL · THIS IS PRACTICE, NOTHING IS WRONG",
    component_status={
        "operational": "Operational",
        "under_maintenance": "Under maintenance",
        "degraded_performance": "Degraded performance",
        "partial_outage": "Partial outage",
        "major_outage": "Major outage",
    },
    page_status={
        "investigating": "Investigating",
        "identified": "Identified",
        "monitoring": "Monitoring",
        "resolved": "Resolved",
    },
    all_operational="All systems operational",
    no_incidents="No incidents.",
    subscribe="Subscribe",
    updated="Updated",
    your_time="your time",
    past_incidents="Past incidents",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
)  # fmt: skip

COMPONENTS = (
    ("api", "API"),
    ("payments", "Payments"),
    ("search", "Search"),
    ("skillpod", "SkillPod sessions"),
    ("notifications", "Notifications"),
)


@dataclass
class Told:
    """What a destination told while it worked."""

    wires: int = 0
    outcomes: list[RecipientOutcome] = field(default_factory=list)


def delivery(
    delivery_id: str,
    payload: dict[str, Any],
    *,
    channel: Channel = Channel.SLACK,
    kind: DeliveryKind = DeliveryKind.MESSAGE,
    sequence: int = 1,
) -> Delivery:
    """A delivery that is being sent."""
    data = json.dumps(payload, ensure_ascii=False).encode()
    return Delivery(
        id=delivery_id,
        publish_id="publish-1",
        incident_id="incident-1",
        message_id="message-1",
        sequence=sequence,
        channel=channel,
        kind=kind,
        template=None,
        account="practice",
        destination="somewhere",
        payload=data,
        payload_sha256=hashlib.sha256(data).hexdigest(),
        severity="P0",
        phase="investigating",
        created_at=NOW,
        state=DeliveryState.SENDING,
    )


def job(
    one: Delivery,
    recipients: Sequence[Recipient] = (),
    *,
    told: Told | None = None,
    on_wire: Callable[[], None] | None = None,
) -> Job:
    """A job that notes in `told` what the destination says."""
    notes = told or Told()

    def went() -> None:
        notes.wires += 1
        if on_wire is not None:
            on_wire()

    return Job(one, recipients, went, notes.outcomes.append)


def slack_message(
    delivery_id: str, text: str = "Payments are failing.", channel: str = "#incident-x"
) -> Delivery:
    """A Slack message."""
    return delivery(
        delivery_id,
        {
            "slack_channel": channel,
            "text": text,
            "blocks": [{"type": "section", "text": {"type": "plain_text", "text": text}}],
            "unfurl_links": False,
            "unfurl_media": False,
            "metadata": {
                "event_type": "incident_composer_delivery",
                "event_payload": {"delivery_id": delivery_id},
            },
        },
    )


def slack_creation(delivery_id: str, name: str = "incident-x") -> Delivery:
    """The creation of a Slack channel."""
    return delivery(
        delivery_id,
        {"name": name, "topic": "P0", "purpose": "Payments", "invite": ["U1"], "pin": True},
        kind=DeliveryKind.CREATE_SLACK_CHANNEL,
    )


def pagerduty_update(delivery_id: str, message: str = "Payments are failing.") -> Delivery:
    """A PagerDuty status update."""
    return delivery(
        delivery_id,
        {"pagerduty_incident": "PZ3K9", "message": message, "delivery_id": delivery_id},
        channel=Channel.PAGERDUTY,
    )


def mail(delivery_id: str) -> Delivery:
    """A mail to many; the payload is opaque to the destination."""
    return delivery(delivery_id, {"subject": "Payments", "text": "Sorry."}, channel=Channel.EMAIL)


def recipients(count: int) -> list[Recipient]:
    """So many people with addresses."""
    return [
        Recipient(n, f"Person {n}", f"person{n}@example.com", f"<m{n}@example.com>") for n in range(count)
    ]


def build_mail(payload: bytes, recipient: Recipient, delivery_id: str) -> bytes:
    """A small mail."""
    text = json.loads(payload)["text"]
    return (
        f"To: {recipient.email}\r\nMessage-ID: {recipient.message_id}\r\nX-Delivery: {delivery_id}\r\n\r\n{text}\r\n"
    ).encode()


def page_update(
    delivery_id: str,
    body: str = "We are currently investigating reports of errors when paying.",
    *,
    incident: str = "incident-1",
    name: str = "Problems with payments",
    status: str = "investigating",
    components: dict[str, str] | None = None,
    impact: str = "critical",
    at: datetime = NOW,
    started_at: datetime | None = None,
    next_update_at: datetime | None = None,
    sequence: int = 1,
    language: str = "en",
) -> Delivery:
    """One update of the status page."""
    payload = {
        "incident": {
            "id": incident,
            "name": name,
            "status": status,
            "body": body,
            "body_html": f"<p>{body}</p>",
            "components": {"payments": "major_outage"} if components is None else components,
            "impact": impact,
            "deliver_notifications": True,
            "metadata": {"incident_composer": {"delivery_id": delivery_id}},
        },
        "at": at.isoformat(),
        "started_at": (started_at or at - timedelta(minutes=6)).isoformat(),
        "next_update_at": next_update_at.isoformat() if next_update_at else None,
        "language": language,
    }
    return delivery(delivery_id, payload, channel=Channel.STATUS_PAGE, sequence=sequence)


def static_page(
    folder: Path, *, practice: bool = True, url: str | None = None, now: datetime = NOW
) -> StaticPage:
    """The practice status page of the plan's company."""
    return StaticPage(
        folder,
        "Skillancer Status",
        url,
        "Skillancer",
        COMPONENTS,
        WORDS,
        practice=practice,
        clock=SimulatedClock(now),
    )
