"""The facts of the incident that the tests of live rounds publish, in one place."""

from __future__ import annotations

from datetime import datetime
from typing import Any

EXECUTIVE = {
    "executive_summary": "Payments fail for a third of users.",
    "users_affected": "about 500",
    "data_impact": "no",
    "current_actions": "Rewinding the consumer.",
    "next_update": "in 30 minutes",
}
"""What executives are told."""

CUSTOMER = {
    "what_happened": "Payments failed.",
    "impact_to_you": "Some payments were late.",
    "what_we_did": "We went back.",
    "prevention": "We add a check.",
}
"""What customers are mailed."""


def payments_down(began: datetime, **more: Any) -> dict[str, Any]:
    """A P0 with payments down since then, as a publish file has it."""
    return {
        "title": "Checkout payments failing",
        "severity": "P0",
        "impact_started_at": began.isoformat(),
        "detection": "Alert",
        "incident_commander": "@kim",
        "technical_lead": "@lee",
        "components": {"Payments": "major_outage"},
        **more,
    }
