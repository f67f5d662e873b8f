"""What an incident at PagerDuty knows, put into a declaration."""

from __future__ import annotations

from dataclasses import replace

from composer.domain.draft import Draft
from composer.domain.fields import FieldValue
from composer.publishing.running import DutyIncident
from composer.services.on_duty import detection_of
from ui.declare.standing import PAGERDUTY, STARTED, STARTED_TYPED, TITLE, minute

LONGEST_TITLE = 200
"""As many letters as the field takes."""


def with_duty(draft: Draft, duty: DutyIncident) -> Draft:
    """The draft with what PagerDuty knows: title, start, how it was noticed, and the link. All of it is internal; nothing that was typed gives way."""
    facts: dict[str, FieldValue] = {PAGERDUTY: duty.id}
    if not str(draft.facts.get(TITLE) or "").strip() and duty.title:
        facts[TITLE] = duty.title[:LONGEST_TITLE]
    if STARTED_TYPED not in draft.facts:
        facts[STARTED] = minute(duty.began_at)
    values = dict(draft.values)
    if not str(values.get("detection") or "").strip():
        values["detection"] = detection_of(duty)
    # Of the facts, what is typed from now on counts as typed; what stands here came from elsewhere.
    return replace(draft, facts={**draft.facts, **facts}, values=values)
