"""How often an incident's channels speak: as the plan says, or slower for this one incident, with a reason."""

from __future__ import annotations

from dataclasses import replace

from composer.domain.channel import Channel
from composer.domain.due import cadence_minutes
from composer.domain.errors import RefusedError
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.plan import Trigger
from composer.domain.record import Said
from composer.domain.sayings import Code, told
from composer.services.core import Services
from composer.services.rounds import Situation


def planned_minutes(situation: Situation, template: str) -> int | None:
    """After how many minutes the plan wants a message of that template's channel again; None where it has no rhythm for it."""
    incident, heads = situation.before, situation.heads
    if incident is None or template not in heads:
        return None
    channel = heads[template].channel
    planned = replace(incident, cadence_minutes={})
    for rule in situation.plan.messages:
        if Trigger.CADENCE in rule.triggers and heads.get(rule.template, heads[template]).channel is channel:
            told = Said(channel, rule.template, situation.now, incident.severity, incident.phase)
            minutes = cadence_minutes(rule, planned, told)
            if minutes is not None:
                return minutes
    return None


def slow_down(services: Services, incident_id: str, template: str, minutes: int, reason: str) -> Incident:
    """Let a template's channel speak less often than the plan says, for this incident alone."""
    situation = services.situation(incident_id)
    planned = planned_minutes(situation, template)
    if planned is None:
        raise RefusedError(told(Code.NO_RHYTHM))
    if minutes <= planned:
        raise RefusedError(told(Code.RHYTHM_SLOWER_ONLY, minutes=planned))
    return services.slow_down(incident_id, situation.heads[template].channel, minutes, reason)


def as_planned(services: Services, incident_id: str, channel: Channel) -> Incident:
    """Back to the plan's rhythm."""
    before = services.incident(incident_id)
    kept = {name: minutes for name, minutes in before.cadence_minutes.items() if name != channel.value}
    if len(kept) == len(before.cadence_minutes):
        return before
    now = services.clock.now()
    text = f"{channel.value.replace('_', ' ')}: as the plan says again"
    event = TimelineEvent(
        services.new_id("evt", now), incident_id, now, now, EventKind.CADENCE, text, services.settings.who
    )
    return services.record.save_incident(replace(before, cadence_minutes=kept), before.revision, (event,))
