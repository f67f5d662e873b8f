"""Approvals as they stand in the timeline: who agreed to which text, in which role, in which way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from composer.checks.approvals import role_label
from composer.domain.approval import Consent, ConsentWay, code_of
from composer.domain.fields import clean_text
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.message import TemplateHead
from composer.domain.plan import Plan
from composer.domain.record import Said

LINK_LIMIT = 500

_WAYS = {ConsentWay.VOICE: "by voice", ConsentWay.CHAT: "by chat", ConsentWay.IN_PERSON: "in person"}
# A name holds no bracket, see `composer.domain.approval.clean_name`; so whoever reads the entry can tell name and role apart, and so can this.
_TOLD = re.compile(
    r" approved by (?P<name>[^()]{1,200}) \((?P<role>[^\n]{1,500})\), (?P<way>by voice|by chat|in person)"
    r"(?: at (?P<link>\S{1,600}))?, \d\d:\d\d UTC, text [0-9A-Z]{4}$"
)
_DETAILS = re.compile(r"SHA-256 (?P<digest>[0-9a-f]{64})(?:, written (?P<written>\S{20,40}))?$")


def clean_link(link: str) -> str:
    """A link as it can stand in the record; empty where it is none."""
    link = clean_text(link, multiline=False).strip()
    return link[:LINK_LIMIT] if link.startswith(("https://", "http://")) and " " not in link else ""


def event_of(
    plan: Plan,
    head: TemplateHead,
    consent: Consent,
    incident_id: str,
    by: str,
    new_id: Callable[[str, datetime], str],
) -> TimelineEvent:
    """An approval as an entry of the timeline: `Status page approved by Maya Chen (Incident Commander), by voice, 03:14 UTC, text K7Q2`."""
    link = f" at {consent.link}" if consent.link else ""
    at = consent.at.astimezone(UTC)
    words = (
        f"{head.title} approved by {consent.name} ({role_label(plan, consent.role)}), "
        f"{_WAYS[consent.way]}{link}, {at:%H:%M} UTC, text {code_of(consent.digest)}"
    )
    written = (
        "" if consent.written_at is None else f", written {consent.written_at.astimezone(UTC).isoformat()}"
    )
    return TimelineEvent(
        new_id("evt", at),
        incident_id,
        at,
        at,
        EventKind.APPROVAL,
        words,
        by,
        f"SHA-256 {consent.digest}{written}",
        template=head.name,
        channel=head.channel.value,
    )


def consents_in(plan: Plan, events: Iterable[TimelineEvent], said: Iterable[Said]) -> tuple[Consent, ...]:
    """The approvals that no publish has used yet: each is for one publish of its template."""
    used = {one.template: one.at for one in said if not one.skipped}
    found = (_consent(plan, one) for one in events if one.kind is EventKind.APPROVAL)
    return tuple(
        one
        for one in found
        if one is not None and not (one.template in used and used[one.template] >= one.at)
    )


def _consent(plan: Plan, event: TimelineEvent) -> Consent | None:
    """What an entry says; None where it can't be read, so that it counts for nothing."""
    words, details = _TOLD.search(event.text), _DETAILS.match(event.reason)
    if words is None or details is None or event.template is None:
        return None
    try:
        written = details["written"] and datetime.fromisoformat(details["written"])
    except ValueError:
        return None
    role = next((one.key for one in plan.every_role if one.label == words["role"]), words["role"])
    way = next(way for way, told in _WAYS.items() if told == words["way"])
    return Consent(
        role,
        words["name"],
        way,
        details["digest"],
        event.at,
        event.template,
        words["link"] or "",
        written or None,
    )
