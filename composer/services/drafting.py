"""Drafts: what a form starts from, what it would publish, and what changed since the last message."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime

from composer.domain.draft import Draft
from composer.domain.errors import Place, Problem, PublishFileError
from composer.domain.fields import FieldValue
from composer.domain.incident import Incident
from composer.domain.plan import ComponentStatus
from composer.domain.record import Message
from composer.domain.request import NewIncident, PublishRequest
from composer.rendering.word_diff import Change, changes
from composer.services.approval_draft import written_at
from composer.services.letting_pass import let_pass

CUSTOMERS_FILE, FIRST_BATCH = "customers_file", "first_batch"
"""Facts of a draft with mail to customers: the file for this mail alone, and how many are mailed before a person is asked for the rest."""


def draft_of(
    incident: Incident, messages: tuple[Message, ...], now: datetime, new_id: Callable[[str, datetime], str]
) -> Draft:
    """The draft from which the next round of an incident starts: what was said last, ready to be changed.

    A field holds what the newest message said in it, else what the incident knows. What was only true at its time stands there too, because a person sees it; nothing is sent
    that is not in sight.
    """
    values: dict[str, FieldValue] = dict(incident.values)
    for message in sorted(messages, key=lambda one: one.at):
        values.update(message.values)
    last = max((message.at for message in messages), default=None)
    promised = [message.promise_at for message in messages if message.at == last and message.promise_at]
    if any(moment is not None and moment <= now for moment in promised):
        values.pop("next_update", None)  # a promise that has passed is not one to start from
    return Draft(
        id=new_id("drf", now),
        incident_id=incident.id,
        severity=incident.severity,
        phase=incident.phase,
        updated_at=now,
        values={name: value for name, value in values.items() if value is not None},
        components=dict(incident.components),
        impact_ended_at=incident.impact_ended_at,
    )


def request_of(draft: Draft, before: Incident | None, *, hold_s: float | None = None) -> PublishRequest:
    """What publishing a draft asks for. Its ticked messages are named, so nothing leaves that is not ticked.

    Raises PublishFileError where a new incident lacks its title or the start of its impact.
    """
    digest = hashlib.sha256(repr(draft).encode("utf-8", "surrogatepass")).hexdigest()
    severity = draft.severity if before is not None and draft.severity != before.severity else None
    return PublishRequest(
        phase=draft.phase,
        content_sha256=digest,
        new=_new(draft) if before is None else None,
        incident_id=None if before is None else before.id,
        # A draft is one round: pressed twice, or pressed again after a crash, it goes on with the same publish.
        key=f"{draft.id}.{digest[:16]}",
        severity=severity,
        reason=draft.reason,
        impact_ended_at=draft.impact_ended_at,
        values=dict(draft.values),
        components=None if before is None else _changed(draft, before) or None,
        removed=()
        if before is None
        else tuple(key for key in before.components if key not in draft.components),
        messages=draft.ticked,
        notify=draft.notify,
        hold_s=hold_s,
        draft_id=draft.id,
        first_batch=_count(draft.facts, FIRST_BATCH),
        customers_file=_text(draft.facts, CUSTOMERS_FILE),
        let_pass=let_pass(draft),
        written_at=written_at(draft),
    )


def _changed(draft: Draft, before: Incident) -> dict[str, ComponentStatus]:
    """Only what a person changed: on Resolved, the record proposes the states of the others."""
    return {
        key: status for key, status in draft.components.items() if before.components.get(key) is not status
    }


def _new(draft: Draft) -> NewIncident:
    facts = draft.facts
    title, started = facts.get("title"), facts.get("impact_started_at")
    problems = []
    if not isinstance(title, str) or not title.strip():
        problems.append(Problem(Place(key="title"), "it is empty"))
    moment = _moment(started)
    if moment is None:
        problems.append(
            Problem(Place(key="impact_started_at"), "it must be an ISO 8601 time with Z or an offset")
        )
    if problems or moment is None or not isinstance(title, str):
        raise PublishFileError(problems)
    roles = facts.get("roles")
    return NewIncident(
        title=title.strip(),
        severity=draft.severity,
        impact_started_at=moment,
        detection=_text(facts, "detection") or "",
        roles=dict(roles) if isinstance(roles, Mapping) else {},
        public_title=_text(facts, "public_title"),
        domain=_text(facts, "domain"),
        symptom=_text(facts, "symptom"),
        components=dict(draft.components),
        slack_channel=_text(facts, "slack_channel"),
        creates_slack_channel=facts.get("creates_slack_channel") is True,
        pagerduty_incident=_text(facts, "pagerduty_incident"),
        security=facts.get("security") is True,
        not_invited=_lines(facts, "not_invited"),
    )


def _text(facts: Mapping[str, FieldValue], name: str) -> str | None:
    value = facts.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _lines(facts: Mapping[str, FieldValue], name: str) -> tuple[str, ...]:
    value = facts.get(name)
    return value if isinstance(value, tuple) else ()


def _count(facts: Mapping[str, FieldValue], name: str) -> int | None:
    value = facts.get(name)
    return int(value) if isinstance(value, int | float) and value >= 1 else None


def _moment(value: FieldValue) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def changes_since(text: str, template: str, messages: tuple[Message, ...]) -> tuple[Change, ...]:
    """What is new in a text, word by word, against the last message of the same template; all of it where there is none."""
    earlier = [message for message in messages if message.template == template]
    old = max(earlier, key=lambda one: one.at).text if earlier else ""
    return changes(old, text)
