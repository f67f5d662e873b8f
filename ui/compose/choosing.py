"""What a draft sends and asks for: ticks, fields and problems, as pure functions of core values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from composer.checks.approvals import MISSING
from composer.checks.contradictions import CODES
from composer.domain import next_update
from composer.domain.channel import Audience, Channel
from composer.domain.contradictions import Clash
from composer.domain.draft import Draft
from composer.domain.due import DueRow, DueState, due_now
from composer.domain.fields import BRIDGE, Field, FieldCatalogue, FieldType, FieldValue
from composer.domain.findings import Finding, Level
from composer.domain.incident import Incident, phase_goes_back
from composer.domain.message import TemplateHead
from composer.domain.next_update import NEXT_UPDATE, promised_time
from composer.domain.plan import Plan, Trigger
from composer.domain.record import Message, Said
from composer.services.rounds import Round, Situation
from ui.language import utc_and_local


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


UNTICKED, TICKED = "unticked", "ticked"
"""Facts of the draft: what the person took out of what is due, and put in beside it. All else follows what is due."""
EMPTY = frozenset({"required_missing", "impact_end_missing", "data_impact_missing"})
"""Codes of findings on a field in which nothing stands."""
WHATS_NEW = "whats_new"
CAN_SKIP = (DueState.NOW, DueState.UPCOMING)
"""Only what is due, or will be, can be skipped or slowed down."""
WITH = {Channel.SLACK: Channel.STATUS_PAGE, Channel.STATUS_PAGE: Channel.SLACK}
"""Of these two neither says that it is over while the other does not."""
DATA_IMPACT = "data_impact"
"""Resolved asks for it, whether a message prints it or not."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A field that the round asks for, and the channels that use it."""

    field: Field
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class Confirm:
    """What the person is asked before the first public post, or a mail to customers: the round, cut down to what would leave. `customers_sha256` stands for the customers whom they were shown."""

    round: Round
    names: tuple[str, ...]
    first_public: bool
    customers_sha256: str | None = None


def fresh(draft: Draft, situation: Situation) -> Draft:
    """A draft that was just made from the last messages: what only repeats another field follows it again, and the next update lies ahead."""
    values = dict(draft.values)
    for field in situation.catalogue.typed():
        source = field.prefill_from
        if source is not None and field.name in values and values[field.name] == values.get(source):
            del values[field.name]
    promised = promised_time(values.get(NEXT_UPDATE))
    if NEXT_UPDATE in situation.catalogue and (
        promised is None or promised < situation.now + timedelta(minutes=5)
    ):
        proposed = proposed_update(situation)
        if proposed is not None:
            values[NEXT_UPDATE] = proposed
    return replace(draft, values=values)


def proposed_update(situation: Situation) -> str | None:
    """The next update that the plan's rhythm asks for, on the next five minutes, as an ISO time."""
    incident = situation.before
    if incident is None:
        return None
    moment = next_update.proposed_update(situation.plan, situation.heads, incident, situation.now)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def without_news(draft: Draft, situation: Situation) -> Draft:
    """The draft of an update that only keeps the promise: everything as it was published, no news, and the next time."""
    before, at = situation.before, situation.now
    if before is None:
        return draft
    components = dict(before.components)
    draft = replace(
        draft, phase=before.phase, severity=before.severity, components=components, reason="", notify=None
    )
    for name, value in (
        (WHATS_NEW, situation.plan.words.nothing_new),
        (NEXT_UPDATE, proposed_update(situation)),
    ):
        if name in situation.catalogue and value:
            draft = draft.with_value(name, value, at)
    return draft


def followed(draft: Draft, was: Incident, now: Incident) -> Draft:
    """The draft after the incident went on elsewhere: what the person had left as it was follows it, what they chose stays."""
    return replace(
        draft,
        phase=now.phase if draft.phase == was.phase else draft.phase,
        severity=now.severity if draft.severity == was.severity else draft.severity,
        components=dict(now.components) if draft.components == was.components else draft.components,
        impact_ended_at=now.impact_ended_at
        if draft.impact_ended_at == was.impact_ended_at
        else draft.impact_ended_at,
    )


def reason_missing(plan: Plan, before: Incident | None, draft: Draft) -> Finding | None:
    """What a draft that was begun before the incident went on elsewhere may lack: the reason for a step back, or for another severity."""
    if before is None or before.taken_back_at is not None or draft.reason.strip():
        return None
    if phase_goes_back(plan, before.phase, draft.phase):
        old, new = plan.phase(before.phase).label, plan.phase(draft.phase).label
        words = tr("Going back from {old} to {new} asks for a reason: choose the phase again.")
    elif draft.severity != before.severity:
        old, new = before.severity, draft.severity
        words = tr("Changing the severity from {old} to {new} asks for a reason: choose the severity again.")
    else:
        return None
    return Finding("reason_missing", words.format(old=old, new=new))


def promised(plan: Plan, rows: Iterable[DueRow]) -> tuple[str, ...]:
    """The messages that keep a promise: the quiet update, and what else was promised by now."""
    promises = {rule.template for rule in plan.messages if Trigger.PROMISE in rule.triggers}
    quiet = {rule.template for rule in plan.messages if rule.without_news}
    return tuple(
        row.template
        for row in rows
        if (row.template in quiet and row.state is not DueState.SUSPENDED)
        or (row.template in promises and row.state is DueState.NOW)
    )


def typed(draft: Draft, name: str, value: FieldValue, at: datetime) -> Draft:
    """The draft with what was typed into a field. A bridge that was emptied is over: it does not come back from what was said before."""
    return draft.with_value(name, "" if value is None and name == BRIDGE else value, at)


def ticks(rows: Iterable[DueRow], draft: Draft) -> tuple[str, ...]:
    """What is sent: all that is due and was not taken out, and what was put in by hand."""
    rows = tuple(rows)
    out, extra = chosen(draft, UNTICKED), chosen(draft, TICKED)
    due = set(due_now(rows))
    return tuple(
        row.template
        for row in rows
        if row.state is not DueState.LOCKED
        and row.template not in out
        and (row.template in due or row.template in extra)
    )


def chosen(draft: Draft, name: str) -> tuple[str, ...]:
    """The templates that the person ticked, or took out, by hand."""
    value = draft.facts.get(name)
    return value if isinstance(value, tuple) else tuple(value) if isinstance(value, list) else ()


def with_tick(draft: Draft, template: str, on: bool, at: datetime) -> Draft:
    """The draft with one message put in or taken out by hand."""
    out = [one for one in chosen(draft, UNTICKED) if one != template]
    extra = [one for one in chosen(draft, TICKED) if one != template]
    (extra if on else out).append(template)
    return draft.with_fact(UNTICKED, tuple(out), at).with_fact(TICKED, tuple(extra), at)


def needed(
    catalogue: FieldCatalogue, heads: Mapping[str, TemplateHead], names: Iterable[str], *, resolves: bool
) -> tuple[Needed, ...]:
    """The fields that the messages of these names use, in the catalogue's order, each with its channels."""
    used: dict[str, dict[Channel, None]] = {DATA_IMPACT: {}} if resolves else {}
    for name in names:
        head = heads.get(name)
        if head is None:
            continue
        own = list(head.fields)
        if head.channel is Channel.STATUS_PAGE:
            own.append(NEXT_UPDATE)  # a public text ends with it
        for used_name in own:
            used.setdefault(used_name, {})[head.channel] = None
    wanted = []
    for field in catalogue.typed():
        if field.name not in used or field.type is FieldType.COMPONENTS:
            continue
        if resolves and field.name in (NEXT_UPDATE, BRIDGE):
            continue
        wanted.append(Needed(field, tuple(used[field.name])))
    return tuple(wanted)


def group_of(one: Needed) -> Audience:
    """Under which heading a field stands: who may read it."""
    if one.field.audience is Audience.BOTH:
        return (
            Audience.PUBLIC
            if Channel.STATUS_PAGE in one.channels or Channel.EMAIL in one.channels
            else Audience.EXECUTIVE
        )
    return one.field.audience


def problems(round_: Round) -> tuple[Finding, ...]:
    """What blocks; that nothing is due is no problem of the person's."""
    return tuple(one for one in round_.findings if one.level is Level.BLOCKING and one.code != "nothing_due")


def hints(round_: Round) -> tuple[Finding, ...]:
    """What is only advised, once where several messages print the same field."""
    advised: dict[tuple[str, str | None, str], Finding] = {}
    for one in round_.findings:
        if one.level is Level.ADVICE:
            advised.setdefault((one.code, one.field, one.text), one)
    return tuple(advised.values())


def echoing(round_: Round) -> tuple[Finding, ...]:
    """The hints on what contradicts something in the very words that are told already, as what blocks or as a hint: each stands at its field, and in a list one speaks for all."""
    told, again = {(one.code, one.quote) for one in problems(round_)}, []
    for one in hints(round_):
        if one.code in CODES and one.quote and (one.code, one.quote) in told:
            again.append(one)
        told.add((one.code, one.quote))
    return tuple(again)


def untold(blocking: Iterable[Finding], left: Collection[str]) -> tuple[Finding, ...]:
    """What blocks only because a field is still empty that the person has not been in yet: it is needed, and no mistake. `left` are the fields they have left."""
    return tuple(
        one for one in blocking if one.code in EMPTY and one.field is not None and one.field not in left
    )


def following(blocking: Iterable[Finding], left: Collection[str]) -> tuple[Finding, ...]:
    """What blocks only because the other channel still lacks facts in fields where the person has not been yet: with them it is gone, so until then it is no problem of its own."""
    blocking = tuple(blocking)
    waiting = untold(blocking, left)
    held: dict[Channel | None, bool] = {}
    for one in blocking:
        held[one.channel] = held.get(one.channel, True) and one in waiting
    return tuple(
        one
        for one in blocking
        if one.code == Clash.CHANNELS and one.channel in WITH and held.get(WITH[one.channel], False)
    )


def unapproved(blocking: Iterable[Finding]) -> tuple[Finding, ...]:
    """What blocks only because somebody has yet to agree: no mistake either."""
    return tuple(one for one in blocking if one.code == MISSING)


def sendable(round_: Round) -> tuple[str, ...]:
    """The messages whose channel nothing blocks; none where the whole round is blocked."""
    blocking = problems(round_)
    if any(one.channel is None and one.template is None for one in blocking):
        return ()
    blocked = {one.channel for one in blocking}
    templates = {one.template for one in blocking}
    return tuple(
        one.head.name
        for one in round_.messages
        if one.head.channel not in blocked and one.head.name not in templates
    )


def prefilled(round_: Round, name: str) -> FieldValue:
    """What a message would print in a field that is left empty."""
    return next((one.values.get(name) for one in round_.messages if name in one.head.fields), None)


def really_said(messages: Iterable[Message], said: Iterable[Said]) -> tuple[Message, ...]:
    """The messages that readers may have got: what was taken back is not among them."""
    out = {(one.template, one.at) for one in said if not one.skipped}
    return tuple(one for one in messages if (one.template, one.at) in out)


def phase_times(said: Iterable[Said]) -> dict[str, datetime]:
    """When each phase was first told."""
    times: dict[str, datetime] = {}
    for one in said:
        if not one.skipped:
            times.setdefault(one.phase, one.at)
    return times


def is_first_public(
    earlier: Iterable[Message], heads: Mapping[str, TemplateHead], names: Iterable[str]
) -> bool:
    """Whether this would be the incident's first post on the status page."""
    posts = any(heads[name].channel is Channel.STATUS_PAGE for name in names)
    return posts and not any(one.channel is Channel.STATUS_PAGE for one in earlier)


def due_words(row: DueRow, now: datetime) -> str:
    """`14:50 UTC (15:50 here)`: when a row is due; empty where it has no time."""
    return "" if row.due_at is None else utc_and_local(row.due_at, now=now)
