"""What to send now, and when the next is due (docs/contract.md section 3).

Everything is computed afresh from four things: the plan's rules, the incident as it would be once the draft is published, what was said last on
each channel (or skipped there), and the time. Nothing is remembered, so a restart, a sleep or a changed clock can't lose a due message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from composer.domain.channel import Channel
from composer.domain.incident import Incident
from composer.domain.message import TemplateHead
from composer.domain.plan import Cadence, MessageRule, PageStatus, Plan, Trigger
from composer.domain.record import Said
from composer.domain.sayings import Code, told
from composer.domain.security import SUSPENDED, may_be_told


class DueState(StrEnum):
    """How a row of *What to send now* stands.

    NOW       due: sent with the next round
    UPCOMING  will be due at `due_at`
    LOCKED    can't be sent yet, the reason says until when
    OFFERED   may be sent, but never by itself: only when it is named
    SUSPENDED a security incident: nothing is due there, and what is named needs its approvals
    """

    NOW = "now"
    UPCOMING = "upcoming"
    LOCKED = "locked"
    OFFERED = "offered"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class DueRow:
    """One row of *What to send now*.

    `due_at` (UTC) is when it must have gone out; for NOW it may already have passed. `trigger` says by which rule; `reason` says it in a sentence.
    `notify` is the proposed position of the status page's notify switch, None for other channels.
    """

    template: str
    channel: Channel
    state: DueState
    due_at: datetime | None
    trigger: Trigger | None
    reason: str
    notify: bool | None = None

    def overdue_by(self, now: datetime) -> timedelta:
        """How long ago it should have gone out; zero while there is time."""
        if self.state is not DueState.NOW or self.due_at is None:
            return timedelta(0)
        return max(timedelta(0), now - self.due_at)


@dataclass(frozen=True, slots=True)
class _Change:
    """What the moments of all rules are counted from.

    `at` is when phase and severity became what they are, `as_declared` whether the incident was declared with them; `named` are the templates used so far.
    """

    at: datetime
    as_declared: bool
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Moment:
    """When one trigger of a rule makes its message due. `fired` says that its event has happened."""

    at: datetime
    trigger: Trigger
    reason: str
    fired: bool


def what_to_send(
    plan: Plan,
    heads: Mapping[str, TemplateHead],
    incident: Incident,
    said: Iterable[Said],
    now: datetime,
    *,
    changed_at: datetime | None = None,
) -> tuple[DueRow, ...]:
    """The rows of *What to send now*, in the plan's order, at most one a channel that is due by itself.

    `incident` is taken as it would be after the round: with the draft's severity, phase and end of impact. `said` is everything said or skipped so far in
    order of time. `changed_at` is when its phase and severity became what they are (None: now).
    """
    told = tuple(said)
    last = _last_told(plan, heads, told)
    # Whether phase and severity are still those with which the incident was declared, as far as can be told.
    as_declared = (
        incident.phase == plan.phases[0].key
        and incident.severity == incident.peak_severity
        and all(entry.severity == incident.severity for entry in told)
    )
    change = _Change(changed_at or now, as_declared, frozenset(entry.template for entry in told))
    rows: list[DueRow] = []
    best: dict[Channel, int] = {}
    for rule in plan.messages:
        head = heads.get(rule.template)
        if head is None or not _applies(rule, head, incident, last.get(head.channel)):
            continue
        row = _row(plan, rule, head, incident, last.get(head.channel), now, change)
        if row is None:
            continue
        if row.state in (DueState.LOCKED, DueState.OFFERED):
            rows.append(row)
        elif head.channel not in best:
            best[head.channel] = len(rows)
            rows.append(row)
        elif _sooner(row, rows[best[head.channel]]):
            rows[best[head.channel]] = row
    return tuple(_suspended(plan, heads, incident, rows)) if incident.security else tuple(rows)


def _last_told(plan: Plan, heads: Mapping[str, TemplateHead], told: Iterable[Said]) -> dict[Channel, Said]:
    """What was told last on each channel; a template that is no longer in force has said what it said.

    A holding statement tells no phase: the one that was told before it stands, and where nothing was, or all was over, none does.
    """
    held = plan.security.holding_statement
    last: dict[Channel, Said] = {}
    for entry in told:
        if entry.channel is Channel.COPY or (entry.template in heads and heads[entry.template].corrects):
            continue
        known = entry
        if held is not None and entry.template == held.template and not entry.skipped:
            before = last.get(entry.channel)
            is_open = before is not None and _page_status(plan, before.phase) != PageStatus.RESOLVED
            known = replace(entry, phase=before.phase if before is not None and is_open else "")
        last[entry.channel] = known
    return last


def _suspended(
    plan: Plan, heads: Mapping[str, TemplateHead], incident: Incident, rows: Iterable[DueRow]
) -> Iterable[DueRow]:
    """The rows of a security incident: what the public reads waits for a person, and the statement that was approved beforehand is offered."""
    silent = told(Code.SUSPENDED_SECURITY)
    nobody = None if may_be_told(plan) else told(Code.SUSPENDED_NOBODY)
    held = _held(plan, heads, incident)
    rows = [one for one in rows if held is None or one.template != held.template]
    for row in rows:
        if held is not None and row.channel is held.channel:
            yield held  # before what needs its approvals
            held = None
        why = silent if row.channel in SUSPENDED else nobody if row.channel is Channel.EXECUTIVE else None
        if why is None or row.state is DueState.LOCKED:
            yield row
        else:
            yield replace(row, state=DueState.SUSPENDED, due_at=None, trigger=None, reason=why)
    if held is not None:
        yield held


def _held(plan: Plan, heads: Mapping[str, TemplateHead], incident: Incident) -> DueRow | None:
    """The row of the statement that was approved beforehand; None where the plan has none for this phase."""
    held = plan.security.holding_statement
    head = None if held is None else heads.get(held.template)
    if held is None or head is None or (head.phases and incident.phase not in head.phases):
        return None
    why = told(Code.HELD_FOR_APPROVAL)
    if held.is_approved:
        why = told(Code.APPROVED_BEFOREHAND, name=held.approved_by, day=str(held.approved_on))
    notify = True if head.channel is Channel.STATUS_PAGE else None
    return DueRow(head.name, head.channel, DueState.SUSPENDED, None, None, why, notify)


def due_now(rows: Iterable[DueRow]) -> tuple[str, ...]:
    """The templates that are due by themselves: what *all that are due* means."""
    return tuple(row.template for row in rows if row.state is DueState.NOW)


def just_became_due(before: Iterable[DueRow], after: Iterable[DueRow]) -> tuple[DueRow, ...]:
    """The rows that a change (of severity, say) made due: due after it, and not before."""
    already = set(due_now(before))
    return tuple(row for row in after if row.state is DueState.NOW and row.template not in already)


def next_due(rows: Iterable[DueRow]) -> datetime | None:
    """When the next message must go out; None where nothing is due or upcoming."""
    times = [row.due_at for row in rows if row.due_at and row.state in (DueState.NOW, DueState.UPCOMING)]
    return min(times, default=None)


def _applies(rule: MessageRule, head: TemplateHead, incident: Incident, last: Said | None) -> bool:
    if head.phases and incident.phase not in head.phases:
        return False  # a rule may be wider than its template; the gate would keep the message back
    if rule.needs_pagerduty and not incident.pagerduty_incident:
        return False
    if rule.phases and incident.phase not in rule.phases:
        return False
    if not rule.severities:
        return True
    severity = incident.peak_severity if rule.peak_severity else incident.severity
    return severity in rule.severities or _has_left(rule, incident, last)


def _has_left(rule: MessageRule, incident: Incident, last: Said | None) -> bool:
    return (
        Trigger.SEVERITY_LEFT in rule.triggers
        and last is not None
        and last.severity in rule.severities
        and incident.severity not in rule.severities
    )


def _row(
    plan: Plan,
    rule: MessageRule,
    head: TemplateHead,
    incident: Incident,
    last: Said | None,
    now: datetime,
    change: _Change,
) -> DueRow | None:
    notify = not rule.without_news if head.channel is Channel.STATUS_PAGE else None
    if Trigger.IMPACT_ENDED in rule.triggers:
        return None if rule.template in change.named else _after_impact(rule, head, incident, notify)
    if not rule.triggers:
        return DueRow(
            rule.template, head.channel, DueState.OFFERED, None, None, told(Code.ONLY_ON_REQUEST), notify
        )
    moments = list(_moments(plan, rule, incident, last, change))
    fired = [moment for moment in moments if moment.fired or moment.at <= now]
    if fired:
        moment = min(fired, key=lambda one: one.at)
        state = DueState.OFFERED if rule.only_when_named else DueState.NOW
        return DueRow(rule.template, head.channel, state, moment.at, moment.trigger, moment.reason, notify)
    if moments and not rule.only_when_named:
        moment = min(moments, key=lambda one: one.at)
        return DueRow(
            rule.template, head.channel, DueState.UPCOMING, moment.at, moment.trigger, moment.reason, notify
        )
    return None


def _after_impact(
    rule: MessageRule, head: TemplateHead, incident: Incident, notify: bool | None
) -> DueRow | None:
    limit = rule.impact_over_minutes or 0
    ended = incident.impact_ended_at
    if ended is None:
        reason = told(Code.AFTER_THE_END)
        return DueRow(
            rule.template, head.channel, DueState.LOCKED, None, Trigger.IMPACT_ENDED, reason, notify
        )
    downtime = ended - incident.impact_started_at
    if downtime <= timedelta(minutes=limit):
        return None
    minutes = int(downtime.total_seconds() // 60)
    reason = told(Code.IMPACT_LASTED, minutes=str(minutes), limit=str(limit))
    state = DueState.OFFERED if rule.only_when_named else DueState.NOW
    return DueRow(rule.template, head.channel, state, ended, Trigger.IMPACT_ENDED, reason, notify)


def _moments(
    plan: Plan, rule: MessageRule, incident: Incident, last: Said | None, change: _Change
) -> Iterable[_Moment]:
    since = change.at
    grace = timedelta(minutes=rule.within_minutes)
    phase = plan.phase(incident.phase)
    if _has_left(rule, incident, last):
        text = told(Code.ONE_LAST_TEXT, severity=incident.severity)
        yield _Moment(since + grace, Trigger.SEVERITY_LEFT, text, fired=True)
        return
    if Trigger.FIRST in rule.triggers and _is_first(rule, last):
        if last is None and change.as_declared:
            yield _Moment(
                incident.declared_at + grace,
                Trigger.FIRST,
                told(Code.WAS_DECLARED, severity=incident.severity),
                fired=True,
            )
        else:
            text = told(Code.NOTHING_SAID_YET, severity=incident.severity)
            if last is not None:
                text = told(Code.SEVERITY_IS, severity=incident.severity)
            yield _Moment(since + grace, Trigger.FIRST, text, fired=True)
    if Trigger.PAGE_STATUS in rule.triggers and (
        last is None or _page_status(plan, last.phase) != phase.page_status.value
    ):
        start = incident.declared_at if last is None else since
        text = told(Code.NOTHING_ON_PAGE) if last is None else told(Code.PHASE_IS, phase=phase.label)
        yield _Moment(start + grace, Trigger.PAGE_STATUS, text, fired=True)
    if last is None:
        return
    if Trigger.PHASE in rule.triggers and last.phase != incident.phase:
        yield _Moment(since + grace, Trigger.PHASE, told(Code.PHASE_IS, phase=phase.label), fired=True)
    if Trigger.SEVERITY in rule.triggers and last.severity != incident.severity:
        yield _Moment(
            since + grace, Trigger.SEVERITY, told(Code.SEVERITY_IS, severity=incident.severity), fired=True
        )
    if Trigger.PROMISE in rule.triggers and last.promise_at is not None:
        text = told(Code.PROMISED_BY, time=f"{last.promise_at:%H:%M}")
        yield _Moment(last.promise_at, Trigger.PROMISE, text, fired=False)
    if Trigger.CADENCE in rule.triggers:
        every = cadence_minutes(rule, incident, last)
        if every is not None:
            text = told(Code.EVERY_MINUTES, minutes=every)
            yield _Moment(last.at + timedelta(minutes=every), Trigger.CADENCE, text, fired=False)


def cadence_minutes(rule: MessageRule, incident: Incident, last: Said) -> int | None:
    """After how many minutes a rule's next message is due, counted from the last; None where the plan has no rhythm for it.

    A rhythm slowed for this one incident counts before the plan's. The plan's steps are chosen by the incident's age when the last message went out.
    """
    slowed = incident.cadence_minutes.get(last.channel.value)
    if slowed is not None:
        return slowed
    age = last.at - incident.declared_at
    for cadence in rule.cadence:
        if _fits(cadence, incident):
            for step in cadence.steps:
                if step.until_minutes is None or age < timedelta(minutes=step.until_minutes):
                    return step.every_minutes
            return None
    return None


def _fits(cadence: Cadence, incident: Incident) -> bool:
    return (not cadence.severities or incident.severity in cadence.severities) and (
        not cadence.phases or incident.phase in cadence.phases
    )


def _is_first(rule: MessageRule, last: Said | None) -> bool:
    if last is None:
        return True
    # Who became P0 again after having left it is told as at the first time.
    return bool(rule.severities) and not rule.peak_severity and last.severity not in rule.severities


def _page_status(plan: Plan, phase: str) -> str | None:
    """What the page shows in a phase; None for one that the plan no longer has."""
    return next((one.page_status.value for one in plan.phases if one.key == phase), None)


def _sooner(row: DueRow, other: DueRow) -> bool:
    """Whether a row of the same channel takes the place of one that an earlier rule gave."""
    if row.state is not other.state:
        return row.state is DueState.NOW
    if row.state is DueState.NOW or row.due_at is None or other.due_at is None:
        return False  # of two that are due, the earlier rule of the plan wins
    return row.due_at < other.due_at
