"""The next update: which time to promise for it, and what was promised."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from composer.domain.channel import Channel
from composer.domain.due import cadence_minutes
from composer.domain.fields import FieldValue
from composer.domain.incident import Incident
from composer.domain.message import TemplateHead
from composer.domain.plan import Plan, Trigger
from composer.domain.record import Said

NEXT_UPDATE = "next_update"
"""The field that holds it, and under which the added line about it is told."""

USUAL_MINUTES = 30
"""Where the plan has no rhythm for promised updates."""


def proposed_update(
    plan: Plan, heads: Mapping[str, TemplateHead], incident: Incident, now: datetime
) -> datetime:
    """The next update (UTC) that the plan's rhythm asks for if one is said now, on the five minutes before it."""
    minutes = USUAL_MINUTES
    for rule in plan.messages:
        if Trigger.PROMISE in rule.triggers and rule.cadence:
            head = heads.get(rule.template)
            channel = Channel.STATUS_PAGE if head is None else head.channel
            said = Said(channel, rule.template, now, incident.severity, incident.phase)
            minutes = cadence_minutes(rule, incident, said) or minutes
            break
    moment = (now.astimezone(UTC) + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    return moment - timedelta(minutes=moment.minute % 5)


def promised_time(value: FieldValue) -> datetime | None:
    """The time (UTC) that a next-update field promises; None where it holds words."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else None
