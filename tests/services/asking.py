"""Requests to publish, as tests of the services make them."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from composer.clock import SimulatedClock
from composer.domain.plan import ComponentStatus
from composer.domain.request import NewIncident, PublishRequest
from composer.paths import Mode, open_home
from composer.services.core import Services
from composer.services.rounds import Round

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
SECRET = "Stripe webhook secret rotated"
"""The internal title; no public text may hold a word of it."""

FIELDS: dict[str, Any] = {
    "summary": "All card payments fail",
    "impact": "~500 users unable to pay",
    "detection": "Alert (Grafana)",
    "incident_commander": "@eng-lead",
    "technical_lead": "@payments-oncall",
    "executive_summary": "Card payments fail.",
    "users_affected": "about 40 %",
    "data_impact": "being assessed",
    "current_actions": "Looking at the latest deploy.",
    "next_update": (NOW + timedelta(minutes=20)).isoformat(),
}
UPDATE: dict[str, Any] = {
    "summary": "Found it",
    "actions_taken": "Rolled back.",
    "next_steps": "Watch.",
    "executive_summary": "A deploy is the cause.",
    "current_actions": "Taking it back.",
    "next_update": "Unknown",
    "data_impact": "no",
    "postmortem_meeting_at": (NOW + timedelta(days=2)).isoformat(),
    "resolution": "Rolled back.",
}


def open_services(folder: Path, mode: Mode = Mode.PRACTICE, **more: Any) -> Services:
    """The core for a home in that folder, on a simulated clock."""
    return Services(open_home(folder / "home"), mode, clock=more.pop("clock", SimulatedClock(NOW)), **more)


def new(**changes: Any) -> NewIncident:
    """A P0 with payments down."""
    facts: dict[str, Any] = {
        "title": SECRET,
        "severity": "P0",
        "impact_started_at": NOW - timedelta(minutes=8),
        "detection": "Alert (Grafana)",
        "roles": {"incident_commander": "@eng-lead", "technical_lead": "@payments-oncall"},
        "symptom": "errors",
        "components": {"payments": ComponentStatus.MAJOR_OUTAGE, "api": ComponentStatus.DEGRADED_PERFORMANCE},
        "pagerduty_incident": "PZ3K9",
    }
    return NewIncident(**{**facts, **changes})


def ask(of: NewIncident | str, phase: str = "investigating", **more: Any) -> PublishRequest:
    """A round that declares, or goes on with the incident of that id. `values` are taken beside the usual ones."""
    usual = FIELDS if isinstance(of, NewIncident) else UPDATE
    values = {**usual, **more.pop("values", {})}
    digest = hashlib.sha256(repr((of, phase, values, more)).encode()).hexdigest()
    return PublishRequest(
        phase=phase,
        content_sha256=more.pop("content_sha256", digest),
        new=of if isinstance(of, NewIncident) else None,
        incident_id=None if isinstance(of, NewIncident) else of,
        values={name: value for name, value in values.items() if value is not None},
        hold_s=more.pop("hold_s", 0),
        **more,
    )


def declared(services: Services, **more: Any) -> str:
    """A stored incident, all of its first round sent."""
    published = services.publish(ask(new(), **more))
    assert published.publish is not None, published.findings
    assert published.incident_id is not None
    return published.incident_id


def texts(prepared: Round) -> dict[str, str]:
    """What the messages of a round say, by template."""
    return {one.head.name: one.message.text for one in prepared.messages if one.message}
