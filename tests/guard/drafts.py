"""Whole drafts, for what contradicts itself: pairs that do, laid over a draft that does not, and incidents told round by round that nowhere do.

The facts are data in tests/checks/contradictions/. Each draft goes through the shipped templates and the preparation of a real round.
"""

from __future__ import annotations

import itertools
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from composer.checks.contradictions import CODES
from composer.checks.passages import Reader
from composer.domain.findings import Finding
from composer.domain.incident import Incident
from composer.domain.plan import ComponentStatus
from composer.domain.record import Message, Said
from composer.domain.request import NewIncident, PublishRequest
from composer.services.guarding import reader_of
from composer.services.preparing import prepare
from composer.services.rounds import Round, Situation
from tests.domain.shipped import library

FOLDER = Path(__file__).resolve().parent.parent / "checks" / "contradictions"
DAY = datetime(2026, 11, 23, tzinfo=UTC)
_UPDATES = ["slack_update", "executive_notification"]
_MESSAGES = {
    "investigating": ["slack_update", "status_investigating", "executive_notification"],
    "identified": ["slack_update", "status_identified", "executive_notification"],
    "mitigating": ["slack_update", "status_update", "executive_notification"],
    "monitoring": ["slack_update", "status_monitoring", "executive_notification"],
    "resolved": ["slack_resolved", "status_resolved", "executive_notification", "customer_email"],
}
"""What is usual in a phase; executives are told of a P0, customers by mail of a P0 or P1."""
_FIELDS: dict[str, Any] = {
    "summary": "The payment service rejects confirmations since the latest deploy.",
    "impact": "Customers unable to pay for a contract",
    "detection": "Alert",
    "incident_commander": "@eng-lead",
    "technical_lead": "@payments-oncall",
    "actions_taken": "Called the payment team.",
    "next_steps": "Compare the error log with the latest deploy.",
    "eta": "Unknown",
    "brief_description": "errors when paying",
    "customer_impact": "declined cards",
    "whats_new": "We have narrowed the problem down to card payments.",
    "executive_summary": "Card payments fail since a deploy of the payment service. Nobody is charged twice.",
    "users_affected": "being counted",
    "data_impact": "no",
    "current_actions": "The payment team is comparing the errors with the latest deploy.",
    "resolution": "Rolled back in all regions.",
    "monitoring_hours": 1,
    "postmortem_meeting_at": "2026-11-25T10:00:00Z",
    "what_happened": "After an update of our payment system, some card payments were not confirmed.",
    "impact_to_you": "Payments were delayed and have been processed.",
    "what_we_did": "We went back to the previous version.",
    "prevention": "We are adding automated checks.",
}
_ids = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides that contradict each other, and how that is to be told."""

    kind: str
    finds: str
    facts: Mapping[str, Any]
    field: str | None = None
    words: str | None = None
    instead: str | None = None
    expects_words: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """What the rules made of the drafts."""

    missed: tuple[tuple[Pair, tuple[Finding, ...]], ...] = ()
    """Each pair that was not told as it has to be, with what was told."""
    flagged: tuple[tuple[str, Finding], ...] = ()
    """Each finding on a consistent draft, with the draft's name."""
    pairs: int = 0
    drafts: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)


@cache
def reader() -> Reader:
    """Who reads by the shipped rules."""
    return reader_of(library())


def pairs() -> list[Pair]:
    """The contradiction table."""
    own = ("kind", "finds", "field", "words", "instead")
    return [
        Pair(
            one["kind"], one["finds"], {name: value for name, value in one.items() if name not in own},
            one.get("field"), one.get("words"), one.get("instead"),
        )
        for one in _read("pairs.toml")["pair"]
    ]  # fmt: skip


def contradictions(round_: Round) -> tuple[Finding, ...]:
    """What the round contradicts."""
    return tuple(one for one in round_.findings if one.code in CODES)


def is_told(pair: Pair, found: Sequence[Finding]) -> bool:
    """Whether that pair, and nothing else, is told at its field, on its words, with its mend."""
    if len(found) != 1 or (found[0].code, found[0].field) != (pair.finds, pair.field):
        return False
    one = found[0]
    # What a text claims is taken out with its whole sentence.
    on_words = pair.words is None or (
        pair.words in one.quote if one.instead == "" else one.quote == pair.words
    )
    return on_words and (pair.instead is None or one.instead == pair.instead)


def pair_round(pair: Pair, reader_: Reader | None = None) -> Round:
    """The draft of a pair, prepared."""
    return _pair_round(pair.facts, reader_ or reader())


def drafts() -> Iterator[tuple[str, Round]]:
    """The consistent drafts with their names, each prepared in the situation that the rounds before it left."""
    for incident in _read("drafts.toml")["incident"]:
        yield from _told(incident)


def measured(table: Iterable[Pair], consistent: Iterable[tuple[str, Round]]) -> Figures:
    """Try the rules on both."""
    tried = [(pair, contradictions(pair_round(pair))) for pair in table]
    told = [(name, contradictions(round_)) for name, round_ in consistent]
    return Figures(
        tuple((pair, found) for pair, found in tried if not is_told(pair, found)),
        tuple((name, one) for name, found in told for one in found),
        len(tried),
        len(told),
        Counter(pair.kind for pair, _ in tried),
    )


def report(figures: Figures) -> str:
    """The figures as lines for a person, with each fault by name."""
    faults = Counter(pair.kind for pair, _ in figures.missed)
    lines = [
        f"{kind:<26} {total - faults[kind]:>3} of {total:>3} told" for kind, total in figures.kinds.items()
    ]
    for pair, found in figures.missed:
        said = [f"{one.code} at {one.field}: {one.quote!r} -> {one.instead!r}" for one in found]
        lines.append(
            f"  missed [{pair.kind}] {pair.finds} at {pair.field}: {pair.words!r} -> {pair.instead!r}"
        )
        lines.append(f"    told instead: {'; '.join(said) or 'nothing'}; of {dict(pair.facts)}")
    lines += [f"  flagged {name}: {one.code}: {one.text}" for name, one in figures.flagged]
    lines.append(f"contradictions told: {figures.pairs - len(figures.missed)} of {figures.pairs}")
    names = {name for name, _ in figures.flagged}
    lines.append(f"consistent drafts flagged: {len(names)} of {figures.drafts}")
    return "\n".join(lines)


# --- making drafts ----------------------------------------------------------------------------------------------


def _read(name: str) -> Any:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def clock(text: str, day: int = 0) -> datetime:
    """A time of day as a point in time."""
    hour, minute = text.split(":")
    return DAY + timedelta(days=day, hours=int(hour), minutes=int(minute))


def _statuses(given: Mapping[str, str]) -> dict[str, ComponentStatus]:
    return {key: ComponentStatus(status) for key, status in given.items()}


def _new_id(kind: str, _now: datetime) -> str:
    return f"{kind}-{next(_ids)}"


def _situation(now: datetime, reader_: Reader, **more: Any) -> Situation:
    shipped = library()
    return Situation(
        plan=shipped.plan, catalogue=shipped.catalogue, templates=shipped.templates, now=now, practice=True, reader=reader_, **more
    )  # fmt: skip


def _incident(facts: Mapping[str, Any], phase: str, severity: str) -> Incident:
    before = facts.get("before", {})
    components = _statuses(facts.get("components", {"payments": "major_outage"}))
    if phase == "resolved" and "components" not in facts:
        components = dict.fromkeys(components, ComponentStatus.OPERATIONAL)
    components = _statuses(before.get("components", {})) or components
    return Incident(
        id="inc-here",
        title="Checkout payments failing",
        public_title="Problems with payments",
        severity=before.get("severity", severity),
        peak_severity=before.get("severity", severity),
        phase=before.get("phase", "monitoring" if phase == "resolved" else phase),
        declared_at=clock("14:00"),
        impact_started_at=clock(facts.get("started", "13:52")),
        components=components,
        slack_channel="#incident-2026-11-23-checkout",
        values={"public_title": "Problems with payments"},
    )


def _pair_round(facts: Mapping[str, Any], reader_: Reader) -> Round:
    phase, severity = facts.get("phase", "investigating"), facts.get("severity", "P0")
    now = clock(facts.get("now", "14:33"))
    stored = _incident(facts, phase, severity)
    fields = {**_FIELDS, **facts.get("fields", {})}
    messages = facts.get("messages", _usual(phase, severity))
    earlier = tuple(_message(stored, one, fields, reader_) for one in facts.get("said", []))
    entries = tuple(Said(one.channel, one.template, one.at, one.severity, one.phase) for one in earlier)
    is_new = facts.get("before", {}).get("new", False)
    others, others_said = _others(facts.get("others", []), stored, fields, reader_)
    asked: dict[str, Any] = {"incident_id": stored.id}
    if is_new:
        asked = {"new": NewIncident("Checkout payments failing", severity, stored.impact_started_at, "Alert", components=stored.components,
                                    public_title="Problems with payments")}  # fmt: skip
    request = PublishRequest(
        phase=phase,
        content_sha256="",
        severity=severity if severity != stored.severity else None,
        reason=facts.get("reason", ""),
        impact_ended_at=clock(facts["ended"]) if "ended" in facts else None,
        values=fields,
        components=_statuses(facts["components"]) if "components" in facts and not is_new else None,
        messages=tuple(messages),
        notify=True,
        **asked,
    )
    situation = _situation(
        now, reader_, before=None if is_new else stored, said=entries, earlier=earlier, others=others, others_said=others_said
    )  # fmt: skip
    return prepare(situation, request, _new_id)


def _usual(phase: str, severity: str) -> list[str]:
    names = _MESSAGES[phase]
    out = {"P0": (), "P1": ("executive_notification",)}.get(
        severity, ("executive_notification", "customer_email")
    )
    return [name for name in names if name not in out]


def _message(
    incident: Incident, one: Mapping[str, Any], fields: Mapping[str, Any], reader_: Reader
) -> Message:
    """An earlier message: its template filled with the draft's own words, or the text that is given."""
    at = clock(one["at"]) if "at" in one else clock("14:05")
    phase, severity = one.get("phase", incident.phase), one.get("severity", incident.severity)
    text = one.get("text") or _rendered(incident, one["template"], fields, phase, at, reader_)
    values = {name: fields[name] for name in one.get("same", ())}
    head = library().templates[one["template"]].head
    return Message(
        _new_id("msg", at), "pub", incident.id, head.name, head.channel, at, severity, phase, None, text, values, "en", ""
    )  # fmt: skip


def _rendered(
    incident: Incident, template: str, fields: Mapping[str, Any], phase: str, at: datetime, reader_: Reader
) -> str:
    stored = replace(incident, phase=phase)
    request = PublishRequest(
        phase, "", incident_id=incident.id, values=dict(fields), messages=(template,), notify=True
    )
    message = prepare(_situation(at, reader_, before=stored), request, _new_id).messages[0].message
    return "" if message is None else message.text


def _others(
    given: Iterable[Mapping[str, Any]], stored: Incident, fields: Mapping[str, Any], reader_: Reader
) -> tuple[tuple[Incident, ...], tuple[Message, ...]]:
    others, said = [], []
    for number, one in enumerate(given):
        other = replace(
            stored, id=f"inc-other-{number}", title=one["title"], components=_statuses(one["components"]), phase="investigating"
        )  # fmt: skip
        others.append(other)
        if "says" in one or "text" in one:
            message = {"template": one.get("says", "status_investigating"), **one}
            said.append(_message(other, message, fields, reader_))
    return tuple(others), tuple(said)


def _told(incident: Mapping[str, Any]) -> Iterator[tuple[str, Round]]:
    """The rounds of one incident, each going on from the one before."""
    base = {name: value for name, value in _FIELDS.items() if name in ("detection", "incident_commander", "technical_lead", "monitoring_hours")}  # fmt: skip
    typed: dict[str, Any] = {**base, "eta": "Unknown", "postmortem_meeting_at": "2026-11-25T10:00:00Z"}
    stored: Incident | None = None
    earlier: dict[str, Message] = {}
    entries: list[Said] = []
    severity = incident["severity"]
    for number, one in enumerate(incident["round"], start=1):
        now = clock(one["at"], one.get("day", 0))
        typed |= one.get("fields", {})
        if "next" in one:
            typed["next_update"] = clock(one["next"], one.get("day", 0)).isoformat()
        else:
            typed["next_update"] = (now + timedelta(minutes=15)).isoformat()
        severity, was = one.get("severity", severity), severity
        new = None
        if stored is None:
            new = NewIncident(
                title=incident["name"], severity=severity, impact_started_at=clock(incident["start"]), detection="Alert",
                symptom=incident["symptom"], components=_statuses(incident["components"]),
            )  # fmt: skip
        messages = one.get("messages") or _usual(one["phase"], severity)
        if new is not None:
            messages = ["slack_declaration", *messages]
        request = PublishRequest(
            phase=one["phase"],
            content_sha256="",
            new=new,
            incident_id=None if stored is None else stored.id,
            severity=severity if stored is not None and severity != was else None,
            reason=one.get("reason", ""),
            impact_ended_at=clock(one["ended"], one.get("ended_day", 0)) if "ended" in one else None,
            values=dict(typed),
            components=_statuses(one["components"]) if "components" in one else None,
            messages=tuple(messages),
            notify=True,
        )
        others, others_said = _others(
            incident.get("others", []), stored or _incident({}, "investigating", severity), typed, reader()
        )
        situation = _situation(
            now, reader(), before=stored, said=tuple(entries), earlier=tuple(earlier.values()), others=others, others_said=others_said
        )  # fmt: skip
        round_ = prepare(situation, request, _new_id)
        yield f"{incident['name']} ({number}, {one['phase']})", round_
        stored = round_.incident
        for prepared in round_.messages:
            head, message = prepared.head, prepared.message
            if message is None:
                continue
            entries.append(Said(head.channel, head.name, now, severity, one["phase"], prepared.promise_at))
            earlier[head.name] = Message(
                _new_id("msg", now), "pub", stored.id, head.name, head.channel, now, severity, one["phase"], None, message.text,
                dict(prepared.values), "en", "",
            )  # fmt: skip
