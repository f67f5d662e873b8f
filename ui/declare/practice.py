"""A practice declaration filled in, so that a new user sees a whole incident at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from composer.domain.draft import Draft
from composer.domain.fields import FieldValue
from composer.domain.rehearsal import Rehearsal
from composer.services.rounds import Situation
from ui.declare.standing import DOMAIN, PAGERDUTY, STARTED, SYMPTOM, TITLE, NewId, minute, standing


def practice_draft(
    blank: Draft, script: Rehearsal, pagerduty_incident: str, situation: Situation, new_id: NewId
) -> Draft:
    """The draft with what the script says in its first step. Only what is asked for on the screen stands in it: nothing is sent that is not in sight."""
    step, now = script.steps[0], situation.now
    values: dict[str, FieldValue] = {**step.values, "detection": script.detection, **script.roles}
    if step.next_update_minutes is not None:
        values["next_update"] = minute(now + timedelta(minutes=step.next_update_minutes))
    facts: Mapping[str, FieldValue] = {
        TITLE: script.title,
        STARTED: minute(now - timedelta(minutes=step.minutes)),
        SYMPTOM: script.symptom,
        DOMAIN: script.domain,
        PAGERDUTY: pagerduty_incident,
    }
    draft = replace(
        blank,
        severity=script.severity,
        updated_at=now,
        facts={name: value for name, value in facts.items() if value is not None},
        components=dict(script.components),
    )
    return with_asked(draft, values, situation, new_id)


def with_asked(draft: Draft, values: Mapping[str, FieldValue], situation: Situation, new_id: NewId) -> Draft:
    """The draft with those of the values that its messages ask a person for."""
    asked = standing(draft, situation, new_id).asked
    taken = {name: values[name] for name in asked if values.get(name) is not None}
    return replace(draft, values={**draft.values, **taken})
