"""The fields that nobody types: worked out from the incident, the plan and the time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from composer.domain.channel import Channel
from composer.domain.fields import joined
from composer.domain.incident import Incident
from composer.domain.plan import Plan, Words
from composer.domain.times import length_text


def derived_facts(
    plan: Plan,
    incident: Incident,
    now: datetime,
    channel: Channel,
    *,
    page_is_up_to_date: bool,
    declaring: bool,
) -> dict[str, str]:
    """Ready texts by field name, as they are printed in a message on that channel (docs/contract.md section 5).

    `incident` is taken as it is after the round. In customer email times are told to the date of the start, elsewhere to today's.
    """
    phase = plan.phase(incident.phase)
    day = told_to(incident, now, channel)
    held = incident.components
    if not phase.resolves:  # one that works again is no longer affected; what is over was affected
        held = {key: status for key, status in held.items() if status.rank} or held
    names = [component.name for component in plan.components if component.key in held]
    return {
        "severity": incident.severity,
        "phase": phase.executive_word if channel is Channel.EXECUTIVE else phase.label,
        "now": f"{now:%H:%M} UTC",
        "date": incident.impact_started_at.astimezone(UTC).date().isoformat(),
        "started_at": clock_time(incident.impact_started_at, day),
        "ended_at": clock_time(incident.impact_ended_at, day),
        "resolved_at": clock_time(
            incident.resolved_at and (incident.impact_ended_at or incident.resolved_at), day
        ),
        "duration": duration_text(incident.downtime, plan.words),
        "slack_channel": incident.slack_channel,
        "status_page_url": plan.organisation.status_page_url,
        "status_page_state": plan.words.page_updated if page_is_up_to_date else plan.words.page_pending,
        "organisation": plan.organisation.name,
        "team": plan.organisation.team,
        "support_email": plan.organisation.support_email,
        "declaring_title": incident.title if declaring else "",
        "components": joined(names, plan.words.list_and),
    }


def told_to(incident: Incident, now: datetime, channel: Channel) -> date:
    """The UTC date to which a message tells its times; a time of another day is printed with its date."""
    moment = incident.impact_started_at if channel is Channel.EMAIL else now
    return moment.astimezone(UTC).date()


def clock_time(moment: datetime | None, day: date) -> str:
    """`13:52`, with the date before it when it is another day; empty where the time is not known."""
    if moment is None:
        return ""
    utc = moment.astimezone(UTC)
    return f"{utc:%H:%M}" if utc.date() == day else f"{utc:%Y-%m-%d %H:%M}"


def duration_text(length: timedelta | None, words: Words) -> str:
    """`1 h 08 min`, `12 min`, or the plan's word for *ongoing*."""
    return words.ongoing if length is None else length_text(length, words)
