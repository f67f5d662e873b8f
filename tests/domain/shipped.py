"""What the rules are tried with: the shipped plan and templates, and incidents, entries and deliveries in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from composer.assets import data_root
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind
from composer.domain.due import DueRow, what_to_send
from composer.domain.incident import Incident
from composer.domain.message import TemplateHead
from composer.domain.plan import Plan
from composer.domain.record import Said
from composer.planning.library import Library, load_library

T0 = datetime(2026, 11, 23, 13, 52, tzinfo=UTC)
"""When the impact started, and when the incident was declared unless a test says otherwise."""


def after(minutes: float) -> datetime:
    """So many minutes after T0."""
    return T0 + timedelta(minutes=minutes)


@lru_cache(maxsize=1)
def library() -> Library:
    """The shipped plan, catalogue and templates."""
    return load_library(data_root() / "resources", data_root() / "templates")


def plan() -> Plan:
    """The shipped plan."""
    return library().plan


def heads() -> dict[str, TemplateHead]:
    """The heads of the shipped templates."""
    return {name: template.head for name, template in library().templates.items()}


def incident(severity: str = "P0", phase: str = "investigating", **more: Any) -> Incident:
    """An incident of T0."""
    facts: dict[str, Any] = {
        "id": "inc_1",
        "title": "Checkout down",
        "public_title": "Problems with payments",
        "severity": severity,
        "peak_severity": severity,
        "phase": phase,
        "declared_at": T0,
        "impact_started_at": T0,
    }
    return Incident(**{**facts, **more})


def said(
    template: str,
    at: datetime = T0,
    severity: str = "P0",
    phase: str = "investigating",
    promise_at: datetime | None = None,
    *,
    skipped: bool = False,
) -> Said:
    """An entry of what was said, on the channel of the template."""
    return Said(heads()[template].channel, template, at, severity, phase, promise_at, skipped)


def rows(
    happened: Incident, entries: tuple[Said, ...] | list[Said] = (), now: datetime = T0, **more: Any
) -> dict[str, DueRow]:
    """The rows of *What to send now* by their templates, with the shipped plan."""
    found = what_to_send(plan(), heads(), happened, entries, now, **more)
    by_name: Mapping[str, DueRow] = {row.template: row for row in found}
    assert len(by_name) == len(found), "a template stands there twice"
    return dict(by_name)


def delivery(**more: Any) -> Delivery:
    """A held delivery of T0."""
    facts: dict[str, Any] = {
        "id": "dlv_1",
        "publish_id": "pub_1",
        "incident_id": "inc_1",
        "message_id": "msg_1",
        "sequence": 1,
        "channel": Channel.SLACK,
        "kind": DeliveryKind.MESSAGE,
        "template": "slack_update",
        "account": "practice.slack",
        "destination": "#incident-2026-11-23-checkout-down",
        "payload": b"{}",
        "payload_sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
        "severity": "P0",
        "phase": "investigating",
        "created_at": T0,
    }
    return Delivery(**{**facts, **more})
