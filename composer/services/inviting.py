"""Who is invited to an incident's new Slack channel: those whom the plan notifies at its severity; of a security incident, those who need to know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.plan import Plan
from composer.domain.security import who_needs_to_know


@dataclass(frozen=True, slots=True)
class Invited:
    """One of those whom the plan notifies: `role` as the plan says it, `label` as a person knows them. Without a `slack_id` the program can't invite them, and a person does."""

    role: str
    label: str
    slack_id: str | None


def proposed(plan: Plan, severity: str, *, security: bool = False) -> tuple[Invited, ...]:
    """Whom the plan notifies at a severity, in its order; with `security`, its need-to-know list instead."""
    if security:
        return tuple(Invited(one.entry, one.label, one.slack_id) for one in who_needs_to_know(plan))
    known = {one.role: one for one in plan.contacts}
    return tuple(
        Invited(role, known[role].name or role, known[role].slack_id)
        if role in known
        else Invited(role, role, None)
        for role in plan.severity(severity).notified
    )


def slack_ids(
    plan: Plan, severity: str, left_out: Iterable[str] = (), *, security: bool = False
) -> list[str]:
    """The ids of those who are invited; `left_out` are the roles that a person took out."""
    out = set(left_out)
    people = proposed(plan, severity, security=security)
    return [one.slack_id for one in people if one.slack_id and one.role not in out]


def left_out_words(role: str) -> str:
    """What the timeline tells of one whom a person left out; later rounds know it from there."""
    return f"Not invited to the Slack channel: {role}"


def left_out(
    plan: Plan, severity: str, events: Iterable[TimelineEvent], *, security: bool = False
) -> tuple[str, ...]:
    """The roles whom a person left out when the incident was declared, of those whom the plan notifies at a severity."""
    said = {one.text for one in events if one.kind is EventKind.ROLE}
    people = proposed(plan, severity, security=security)
    return tuple(one.role for one in people if left_out_words(one.role) in said)


def invited(ids: Sequence[str], always: Sequence[str]) -> list[str]:
    """Whom a new channel's making invites: those of the round, and those whom the workspace's connection always names. Nobody twice."""
    return list(dict.fromkeys([*ids, *always]))
