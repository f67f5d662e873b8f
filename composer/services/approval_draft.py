"""What a draft keeps about the approval of its messages: the time that a text says of itself, and the text as it was when somebody agreed to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from composer.domain.approval import Approval
from composer.domain.draft import Draft
from composer.domain.message import TemplateHead

WRITTEN_AT, APPROVED_TEXTS = "approval_written_at", "approved_texts"
"""Facts of the draft, by template."""
TIMED = "now"
"""The field that prints the time. A text that has it would be another one each minute, and so would its code."""


def with_written_at(
    draft: Draft, heads: Mapping[str, TemplateHead], approvals: Mapping[str, Approval], now: datetime
) -> Draft:
    """The draft in which each text that waits for approval, and prints the time, keeps the time of when its code came into sight; a new one once that is as old as an approval may be."""
    before = written_at(draft)
    kept = dict(before)
    for template, approval in approvals.items():
        if TIMED not in heads[template].fields:
            continue
        at = before.get(template)
        if at is None or not timedelta(0) <= now - at <= timedelta(minutes=approval.valid_minutes):
            kept[template] = now
    if kept == before:
        return draft
    return draft.with_fact(WRITTEN_AT, {name: at.isoformat() for name, at in kept.items()}, draft.updated_at)


def written_at(draft: Draft) -> dict[str, datetime]:
    """The times that texts say of themselves, by template."""
    found = {}
    for template, text in _texts(draft, WRITTEN_AT).items():
        try:
            found[template] = datetime.fromisoformat(text).astimezone(UTC)
        except (ValueError, OverflowError):
            continue  # a time that can't be read is as none
    return found


def with_approved_text(draft: Draft, template: str, text: str, at: datetime) -> Draft:
    """The draft that knows to which text somebody agreed, so that what changed since can be shown."""
    return draft.with_fact(APPROVED_TEXTS, {**_texts(draft, APPROVED_TEXTS), template: text}, at)


def approved_text(draft: Draft, template: str) -> str | None:
    """The text to which somebody agreed last; None where nobody did."""
    return _texts(draft, APPROVED_TEXTS).get(template)


def _texts(draft: Draft, name: str) -> dict[str, str]:
    value = draft.facts.get(name)
    return {str(key): str(text) for key, text in value.items()} if isinstance(value, Mapping) else {}
