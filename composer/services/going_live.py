"""A practice incident that turned out to be real: a live one with the same facts."""

from __future__ import annotations

from dataclasses import replace

from composer.domain.delivery import DeliveryKind
from composer.domain.draft import Draft
from composer.domain.errors import RefusedError
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.sayings import Code, told
from composer.paths import Mode
from composer.services.core import Services
from composer.services.inviting import left_out_words


def take_live(practice: Services, incident_id: str) -> str:
    """Store a new live incident with a practice incident's facts and what is being typed about it; its id.

    Asked a second time, it is the same live incident as long as that is open.
    Nothing of practice's messages goes along: the live record has said nothing yet, so everything is due anew. Nothing is sent, and the mode stays as it is.
    """
    if not practice.practice:
        raise RefusedError(told(Code.LIVE_ALREADY))
    incident = practice.incident(incident_id)
    if not incident.is_open:
        raise RefusedError(told(Code.NOTHING_TO_TAKE_LIVE), next_step=told(Code.DECLARE_IN_LIVE))
    draft = practice.draft_for(incident_id)
    made_here = incident.creates_slack_channel or any(
        one.kind is DeliveryKind.CREATE_SLACK_CHANNEL
        for one in practice.record.deliveries(incident_id=incident_id)
    )
    with Services(practice.home, Mode.LIVE, clock=practice.clock, by_hand=True) as live:
        again = next((one for one in live.record.incidents(open_only=True) if _is_taken(one, incident)), None)
        if again is not None:
            return again.id
        now, by = live.clock.now(), live.settings.who
        real = replace(
            incident,
            id=live.new_id("inc", now),
            peak_severity=incident.severity,
            declared_at=now,
            creates_slack_channel=made_here,
            cadence_minutes={},
            revision=0,
        )

        def event(kind: EventKind, text: str, reason: str = "") -> TimelineEvent:
            at = real.impact_started_at if kind is EventKind.IMPACT else now
            return TimelineEvent(live.new_id("evt", now), real.id, at, now, kind, text, by, reason)

        events = (
            event(EventKind.IMPACT, "Impact began"),
            event(
                EventKind.DECLARED,
                f"{real.severity} declared: {real.title}, {real.slack_channel}",
                "Taken live from a practice incident",
            ),
        )
        left_out = [one.text for one in practice.record.events(incident_id) if one.kind is EventKind.ROLE]
        kept = [event(EventKind.ROLE, text) for text in left_out if text.startswith(left_out_words(""))]
        # Known since the practice said so: a regulator's clock does not begin anew.
        kept += [
            replace(one, id=live.new_id("evt", now), incident_id=real.id)
            for one in practice.record.events(incident_id)
            if one.kind is EventKind.SECURITY
        ]
        live.record.save_incident(real, None, (*events, *kept))
        live.save_draft(_carried(draft, live.new_id("drf", now), real.id, practice))
        return real.id


def _is_taken(live: Incident, practice: Incident) -> bool:
    """Whether a live incident was made of that practice one: no two begin at the same microsecond with the same channel."""
    return (live.impact_started_at, live.slack_channel) == (
        practice.impact_started_at,
        practice.slack_channel,
    )


def _carried(draft: Draft, draft_id: str, incident_id: str, practice: Services) -> Draft:
    """The draft with its words; what was ticked, and a time promised to nobody, stay behind."""
    values = {name: value for name, value in draft.values.items() if name != "next_update"}
    return replace(
        draft,
        id=draft_id,
        incident_id=incident_id,
        values=values,
        facts={},
        ticked=(),
        notify=None,
        updated_at=practice.clock.now(),
    )
