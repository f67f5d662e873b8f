"""The gate: nothing unfilled, mistyped or too long leaves (docs/contract.md section 5).

Only the messages asked for are checked. A blocking finding keeps its channel from being published and names the field; one without a channel
keeps the whole round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from composer.domain.channel import LIMITS, POST_LIMIT
from composer.domain.declaring import ticket_text
from composer.domain.errors import told_by
from composer.domain.fields import (
    BEING_ASSESSED,
    NO,
    Field,
    FieldCatalogue,
    FieldType,
    FieldValue,
    parse_value,
)
from composer.domain.findings import Finding, Level
from composer.domain.incident import Incident
from composer.domain.message import RenderedMessage, Segment, TemplateHead
from composer.domain.plan import MessageRule, Plan, Trigger
from composer.domain.sayings import Code, told

# Both are written so that no text, however long, makes them try the same characters twice.
_PLACEHOLDER = re.compile(r"\[[^\[\]\na-z]*[a-z][^\[\]\n]*\](?!\()|\{\{[^{}\n]*\}\}|\{%[^{}%\n]*%\}")
"""What a template's author leaves to be filled in. `[P0 INCIDENT]` and `- [ ]` hold no lower-case letter and are wording;
`[text](address)` is a link."""

_UNFILLED = re.compile(r"(?i)(?:tbd|todo|tba|xxx+|\?\?+|\.\.\.|…)\s*[.!]?")
"""A value that says nothing: a word or sign that stands for *later*. A bracket that a person typed is text."""


QUOTED = 40
"""So many letters of what can't be read are told."""
TITLE_LIMIT = 200
"""The most characters of an incident's internal title."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One message that is asked for.

    `values` are the field values with prefills and defaults applied; `message` is None where the template could not be filled, and `error` then says why.
    `sent` is the text as its channel takes it where that is longer than what people read (escaped, for Slack): the channel's limit counts it.
    `posted` is the message as Slack shows it where it is posted there beside its own channel.
    """

    head: TemplateHead
    values: Mapping[str, FieldValue]
    message: RenderedMessage | None
    error: str | None = None
    sent: str | None = None
    posted: RenderedMessage | None = None


def check_message(
    asked: Asked, catalogue: FieldCatalogue, extra_required: Iterable[str] = ()
) -> list[Finding]:
    """Everything that keeps one message from leaving."""
    head = asked.head
    findings = []
    required = dict.fromkeys((*head.required, *extra_required))
    placeholders = [place for field in catalogue.fields.values() for place in field.placeholders]
    for name in dict.fromkeys((*head.fields, *required)):
        if name not in catalogue:
            continue
        if not catalogue[name].derived:
            value = asked.values.get(name)
            findings += _check_value(catalogue[name], value, name in required, placeholders, head)
        elif name in required and asked.message is not None and not _says(asked.message, name):
            findings.append(
                _finding(
                    head, "required_missing", told(Code.FIELD_UNKNOWN_YET, label=catalogue[name].label), name
                )
            )
    if asked.message is None:
        if not findings:
            findings.append(_finding(head, "template_error", asked.error or told(Code.TEMPLATE_NOT_FILLED)))
        return findings
    return [*findings, *_check_rendered(asked.message, head, asked.sent), *_check_posted(asked)]


def _check_posted(asked: Asked) -> list[Finding]:
    length = 0 if asked.posted is None else len(asked.posted.text)
    if asked.posted is None or length <= POST_LIMIT:
        return []
    text = told(Code.POSTED_TOO_LONG, title=asked.head.title, count=length, most=POST_LIMIT)
    return [_finding(asked.head, "too_long", text, _longest(asked.posted.body))]


def left_to_fill(text: str, catalogue: FieldCatalogue) -> str | None:
    """What a whole text of a person still leaves to be filled in: a placeholder of a template or of the plan; None where nothing is left."""
    found = _PLACEHOLDER.search(text)
    if found is not None:
        return found[0]
    placeholders = [place for field in catalogue.fields.values() for place in field.placeholders]
    return next((place for place in placeholders if place in text), None)


def _check_value(
    field: Field, value: FieldValue, required: bool, placeholders: Sequence[str], head: TemplateHead
) -> list[Finding]:
    if is_empty(value):
        if not required:
            return []
        return [_finding(head, "required_missing", told(Code.FIELD_EMPTY, label=field.label), field.name)]
    texts = _texts(value)
    findings = []
    for text in texts:
        left = next((place for place in placeholders if place in text), None)
        if left is not None or _UNFILLED.fullmatch(text.strip()):
            what = left or text.strip()
            what = what if len(what) <= 40 else what[:40] + "…"
            findings.append(
                _finding(
                    head,
                    "placeholder_left",
                    told(Code.FIELD_STILL_SAYS, label=field.label, left=what),
                    field.name,
                )
            )
    longest = max((len(text.strip()) for text in texts), default=0)
    if longest > field.maximum and field.type is not FieldType.DURATION:
        text = told(Code.FIELD_TOO_LONG, label=field.label, count=longest, most=field.maximum)
        return [*findings, _finding(head, "too_long", text, field.name)]
    try:
        parse_value(field, value, path=field.name)
    except ValueError as problem:
        findings.append(
            _finding(
                head,
                "wrong_type",
                told(Code.FIELD_SAYS, label=field.label, problem=told_by(problem)),
                field.name,
            )
        )
    return findings


def _check_rendered(message: RenderedMessage, head: TemplateHead, sent: str | None) -> list[Finding]:
    findings = []
    for segment in (*(message.subject or ()), *message.body):
        if segment.field is None and (left := _PLACEHOLDER.search(segment.text)):
            findings.append(
                _finding(
                    head,
                    "placeholder_left",
                    told(Code.TEMPLATE_STILL_HOLDS, template=head.name, left=left.group()),
                )
            )
    limits = LIMITS[message.channel]
    length = max(len(message.text), len(sent or ""))
    if length > limits.body:
        text = told(Code.MESSAGE_TOO_LONG, count=length, most=limits.body)
        if length > len(message.text):
            text = told(Code.MESSAGE_TOO_LONG_ESCAPED, count=length, most=limits.body)
        findings.append(_finding(head, "too_long", text, _longest(message.body)))
    if not message.text.strip():
        findings.append(_finding(head, "required_missing", told(Code.MESSAGE_IS_EMPTY)))
    if message.subject is not None:
        subject = message.subject_text or ""
        if limits.subject is not None and len(subject) > limits.subject:
            text = told(Code.SUBJECT_TOO_LONG, count=len(subject), most=limits.subject)
            findings.append(_finding(head, "too_long", text, _longest(message.subject)))
        if not subject.strip():
            findings.append(_finding(head, "required_missing", told(Code.SUBJECT_EMPTY)))
    return findings


def check_round(
    plan: Plan,
    incident: Incident,
    asked: Iterable[TemplateHead],
    now: datetime,
) -> list[Finding]:
    """What keeps the whole round, or one of its channels, from leaving, whatever the texts say.

    `incident` is taken as it would be after the round, with the field values it would have.
    """
    severity = plan.severity(incident.severity)
    findings = []
    if not severity.declares:
        text = told(Code.NO_INCIDENT, severity=severity.key, label=severity.label)
        ticket = ticket_text(severity, incident.title, str(incident.values.get("impact") or ""))
        if ticket:
            text = told(Code.TICKET_TEXT, text=text, ticket=ticket)
        findings.append(Finding("no_incident", text, field="severity"))
    if plan.phase(incident.phase).resolves:
        if incident.impact_ended_at is None:
            text = told(Code.RESOLVED_ASKS_END)
            findings.append(Finding("impact_end_missing", text, field="impact_ended_at"))
        if not _tells_data_impact(incident.values.get("data_impact")):
            text = told(Code.RESOLVED_ASKS_DATA)
            findings.append(Finding("data_impact_missing", text, field="data_impact"))
    if incident.impact_ended_at is not None and incident.impact_ended_at < incident.impact_started_at:
        text = told(Code.END_BEFORE_START)
        findings.append(Finding("end_before_start", text, field="impact_ended_at"))
    for name, moment in (
        ("impact_started_at", incident.impact_started_at),
        ("impact_ended_at", incident.impact_ended_at),
    ):
        if moment is not None and moment > now + timedelta(minutes=5):
            text = told(Code.NOT_COME_YET, moment=f"{moment:%Y-%m-%d %H:%M}")
            findings.append(Finding("in_the_future", text, Level.ADVICE, field=name))
    if len(incident.title) > TITLE_LIMIT:
        text = told(Code.TITLE_TOO_LONG, count=len(incident.title), most=TITLE_LIMIT)
        findings.append(Finding("too_long", text, field="title"))
    rules = {rule.template: rule for rule in plan.messages}
    for head in asked:
        findings += _check_fit(plan, head, rules.get(head.name), incident)
    return findings


def _tells_data_impact(value: FieldValue) -> bool:
    """Whether a data impact is told in one of its three forms; nothing else counts, not even other words."""
    return value in (NO, BEING_ASSESSED) or (isinstance(value, Mapping) and not is_empty(value))


def _check_fit(plan: Plan, head: TemplateHead, rule: MessageRule | None, incident: Incident) -> list[Finding]:
    """Whether a message suits the phase and the severity that the round would be in."""
    phase = plan.phase(incident.phase)
    if head.phases and incident.phase not in head.phases:
        return [
            _finding(
                head, "wrong_phase", told(Code.NOT_FOR_PHASE, title=head.title, phase=phase.label), "phase"
            )
        ]
    if rule is not None and Trigger.IMPACT_ENDED in rule.triggers:
        if incident.downtime is None:
            text = told(Code.WAITS_FOR_END, title=head.title)
            return [_finding(head, "locked", text, "impact_ended_at")]
        if incident.downtime <= timedelta(minutes=rule.impact_over_minutes or 0):
            text = told(Code.ASKED_AFTER_MINUTES, title=head.title, minutes=rule.impact_over_minutes or 0)
            return [_finding(head, "not_asked_for", text, level=Level.ADVICE)]
    if rule is not None and rule.severities:
        leaves = Trigger.SEVERITY_LEFT in rule.triggers  # one last text is asked for below them
        severity = incident.peak_severity if rule.peak_severity or leaves else incident.severity
        if severity not in rule.severities:
            text = told(Code.ASKED_AT_SEVERITY, title=head.title, severities=", ".join(rule.severities))
            return [_finding(head, "not_asked_for", text, level=Level.ADVICE)]
    return []


def is_empty(value: FieldValue) -> bool:
    """Whether a field holds nothing: not filled in, only white space, an empty list, or a yes without its detail."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple | list | Mapping):
        return not any(text.strip() for text in _texts(value))
    return False


def _texts(value: FieldValue) -> tuple[str, ...]:
    # What came from a file may hold other things than text; the field's own type says so later.
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple | list):
        return tuple(map(str, value))
    if isinstance(value, Mapping):
        return tuple(map(str, value.values()))
    return ()


def _says(message: RenderedMessage, name: str) -> bool:
    segments = (*(message.subject or ()), *message.body)
    return any(segment.field == name and segment.text.strip() for segment in segments)


def _longest(segments: Iterable[Segment]) -> str | None:
    """The field that takes the most room, which is the one to shorten."""
    lengths: dict[str, int] = {}
    for segment in segments:
        if segment.field is not None:
            lengths[segment.field] = lengths.get(segment.field, 0) + len(segment.text)
    return max(lengths, key=lambda name: lengths[name], default=None)


def _finding(
    head: TemplateHead, code: str, text: str, field: str | None = None, level: Level = Level.BLOCKING
) -> Finding:
    return Finding(code, text, level, head.channel, field, head.name)


def end_unread(findings: Iterable[Finding], words: str) -> tuple[Finding, ...]:
    """The findings, of which the one that asks for the end of impact says that these words can't be read as a time: they stand there, and a person sees them."""
    text = told(Code.END_UNREADABLE, words=words[:QUOTED])
    return tuple(replace(one, text=text) if one.code == "impact_end_missing" else one for one in findings)
