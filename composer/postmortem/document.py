"""What the record knows of an incident, as the fields of the post-mortem template.

What nobody told stays out, and the template's own guidance in brackets stands there for a person to fill in. All times are UTC. The text of people is escaped for
Markdown, so it can't break a table or become markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from composer.domain.fields import BEING_ASSESSED, NO, FieldValue
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.plan import Plan, Words
from composer.domain.record import Message

_MARKUP = re.compile(r"[\\`*\[\]<>|]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w+;)")
_LINE_START = re.compile(r"(?m)^([ \t]*)(?:([#+>=-])|(\d+)([.)]))")
_INDENT = re.compile(r"(?m)^(?: {4}| {0,3}\t)[ \t]*")
"""A line set in so far that Markdown would take it for code."""
_LEFT_OUT = {EventKind.DELIVERY}


def postmortem_facts(
    plan: Plan,
    incident: Incident,
    events: Iterable[TimelineEvent],
    messages: Iterable[Message],
    author: str,
) -> dict[str, str | tuple[str, ...]]:
    """The fields `pm_…` that the record can fill, ready for the template."""
    values = dict(incident.values)
    for message in messages:  # the newest text of a field counts, also where it was true only at its time
        values.update(message.values)
    events = tuple(events)
    start = incident.impact_started_at.astimezone(UTC)
    facts: dict[str, str | tuple[str, ...]] = {
        "pm_title": escape_line(incident.title),
        "pm_date": start.date().isoformat(),
        "pm_started_at": f"{start:%H:%M}",
        "pm_severity": incident.peak_severity,
        "pm_author": cell(author),
        "pm_status": "Draft",
        "pm_timeline": tuple(_row(event, start.date()) for event in _told(events)),
    }
    if incident.impact_ended_at is not None:
        facts["pm_ended_at"] = _clock(incident.impact_ended_at, start.date())
        facts["pm_impact_duration"] = _length(
            incident.impact_ended_at - incident.impact_started_at, plan.words
        )
    for field, source, dress in (
        ("pm_incident_commander", "incident_commander", cell),
        ("pm_users_affected", "users_affected", cell),
        ("pm_revenue_impact", "revenue_impact", cell),
        ("pm_detected_by", "detection", cell),
        ("pm_resolution", "resolution", escape),
        ("pm_what_happened", "root_cause", escape),
    ):
        text = _text(values.get(source))
        if text:
            facts[field] = dress(text)
    if data_loss := data_impact_text(values.get("data_impact"), plan.words):
        facts["pm_data_loss"] = cell(data_loss)
    summary = _summary(values)
    if summary:
        facts["pm_executive_summary"] = escape(summary)
    declared = [event.at for event in events if event.kind is EventKind.DECLARED]
    if declared:
        facts["pm_time_to_detect"] = (  # the last one: a declaration that was taken back told nobody
            f"{_length(max(declared[-1] - start, timedelta(0)), plan.words)} until declared"
        )
    items = values.get("action_items")
    if isinstance(items, tuple | list) and items:
        facts["pm_action_items"] = tuple(
            f"|          | {cell(item)} |        |          | Open        |        |" for item in items
        )
    return facts


def _told(events: Iterable[TimelineEvent]) -> list[TimelineEvent]:
    """The events in the order in which they happened, without what only concerns the machinery."""
    return sorted((event for event in events if event.kind not in _LEFT_OUT), key=lambda event: event.at)


def _row(event: TimelineEvent, day: date) -> str:
    reason = (
        "" if event.kind is EventKind.APPROVAL else event.reason
    )  # a sum is for whoever checks the record
    text = event.text + (f" ({reason})" if reason else "")
    return f"| {_clock(event.at, day)} | {cell(text)} |"


def _clock(moment: datetime, day: date) -> str:
    utc = moment.astimezone(UTC)
    return f"{utc:%H:%M}" if utc.date() == day else f"{utc:%Y-%m-%d %H:%M}"


def _length(length: timedelta, words: Words) -> str:
    minutes = int(length.total_seconds() // 60)
    if minutes < 60:
        return f"{minutes} {words.minutes_short}"
    return f"{minutes // 60} {words.hours_short} {minutes % 60:02d} {words.minutes_short}"


def _summary(values: Mapping[str, FieldValue]) -> str:
    """Two or three sentences: what happened, the impact, how it was resolved."""
    parts = [_text(values.get("executive_summary")) or _text(values.get("summary"))]
    parts += [_text(values.get("impact")), _text(values.get("resolution"))]
    sentences = [part if part[-1] in ".!?" else part + "." for part in dict.fromkeys(parts) if part]
    return " ".join(sentences)


def data_impact_text(value: FieldValue, words: Words) -> str:
    """A data impact as a reader sees it; empty where it was not told."""
    if value == NO:
        return words.no
    if value == BEING_ASSESSED:
        return words.being_assessed
    if isinstance(value, Mapping):
        return f"{words.yes} - {' '.join(value.values())}"
    return ""


def _text(value: FieldValue) -> str:
    return value.strip() if isinstance(value, str) else "" if value is None else str(value)


def escape(text: str) -> str:
    """Text of a person in a Markdown paragraph: nothing in it is markup."""
    escaped = _MARKUP.sub(lambda found: "\\" + found.group(), _INDENT.sub("   ", text))

    def start(found: re.Match[str]) -> str:
        indent, sign, number, after = found.groups()
        return f"{indent}\\{sign}" if sign else f"{indent}{number}\\{after}"

    return _LINE_START.sub(start, escaped)


def escape_line(text: str) -> str:
    """Text of a person on one line of Markdown."""
    return " ".join(escape(text).split())


def cell(text: str) -> str:
    """Text of a person in a cell of a Markdown table."""
    return _MARKUP.sub(lambda found: "\\" + found.group(), " ".join(text.split()))
