"""A typical round, for whatever needs one: the declaration of a P0 with six deliveries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from composer.domain.request import PublishRequest
from composer.paths import Mode, open_home
from composer.services.core import Services
from composer.services.rounds import Round

DECLARATION: dict[str, Any] = {
    "incident": {
        "title": "Checkout payments failing",
        "severity": "P0",
        "impact_started_at": "2026-11-23T13:52:00Z",
        "detection": "Alert (Grafana, payment error rate above 5 %)",
        "incident_commander": "@eng-lead",
        "technical_lead": "@payments-oncall",
        "components": {"payments": "major_outage", "api": "degraded_performance"},
        "pagerduty_incident": "PZ3K9",
    },
    "phase": "investigating",
    "fields": {
        "summary": "Checkout payments failing for all customers since the latest deploy of payment-service.",
        "impact": "~500 users unable to pay for a contract",
        "actions_taken": "Declared the incident and called the payment team.",
        "next_steps": "Compare the payment error log with the latest deploy.",
        "brief_description": "failing card payments",
        "customer_impact": "errors when paying for a contract",
        "executive_summary": "Card payments have been failing since shortly after a deploy. Nobody is charged twice.",
        "users_affected": "about 40 %",
        "data_impact": "being assessed",
        "current_actions": "The payment team is comparing the errors with the latest deploy.",
        "next_update": "2026-11-23T14:20:00Z",
    },
    "messages": [
        "slack_declaration",
        "status_investigating",
        "executive_notification",
        "pagerduty_status_update",
        "support_macro",
    ],
    "hold_s": 0,
}
"""Five messages; the Slack channel that is made for them is the sixth delivery."""

DELIVERIES = 6


@contextmanager
def practice_services(folder: Path) -> Iterator[Services]:
    """The core on a new home in that folder (made where it is missing), with nobody's own plan or templates."""
    with Services(open_home(folder / "home"), Mode.PRACTICE) as services:
        yield services


def declaration(services: Services, **more: Any) -> PublishRequest:
    """The request of the round; live it also says whether the page's readers are to be told."""
    return services.read_request(json.dumps(DECLARATION | more).encode(), "benchmark")


def prepared_declaration(services: Services) -> Round:
    """The round of a new incident, rendered and checked; it must be one that may leave."""
    prepared = services.prepare(declaration(services))
    if prepared.is_blocked:
        raise RuntimeError(f"the round of the benchmark is blocked: {prepared.findings}")
    return prepared


def close_incident(services: Services, incident_id: str) -> None:
    """Keep the record as it is in life, where an incident or two are open and not one for each measurement."""
    incident = services.incident(incident_id)
    services.record.save_incident(replace(incident, resolved_at=services.clock.now()), incident.revision)
