"""What a person lets pass with a reason: bound to the rule and to the very words, so that other words ask anew.

A reason is given in the draft of a round, or with a published round. From then on it holds for the same words in the same field of the same channels, until a person keeps
them back again. Each round that makes use of it says so in the timeline, which is where it is known from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from composer.checks.approvals import may_be_waived
from composer.checks.contradictions import may_be_let_pass
from composer.checks.leaks_told import may_be_overridden
from composer.checks.wording_told import may_go_unadvised
from composer.domain.draft import Draft
from composer.domain.findings import Finding, Level
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, Told, told

REASONS = "let_pass"
"""A fact of the draft: reasons by the marks of findings; an empty one keeps back what passed before."""

_BEGINNING = "Let pass: "
"""Begins the entry, which would read like something that was only noticed; entries of older records have none."""
_AS_BEFORE = " As before."


@dataclass(frozen=True, slots=True)
class Permission:
    """That words may leave, as an earlier round of the incident let them: who gave it when (UTC), and why. `text` is what had been noticed."""

    channels: frozenset[str]
    text: str
    reason: str
    by: str
    at: datetime


Permissions = Mapping[tuple[str, str], Permission]
"""By a short sum of the finding's mark, and the field in which the words stand."""


def with_reason(draft: Draft, mark: str, reason: str, at: datetime) -> Draft:
    """The draft in which the finding of that mark passes for a reason; no reason keeps it back again."""
    return draft.with_fact(REASONS, {**let_pass(draft), mark: reason.strip()}, at)


def let_pass(draft: Draft) -> dict[str, str]:
    """The reasons by the marks of what they let pass."""
    value = draft.facts.get(REASONS)
    return {str(mark): str(why) for mark, why in value.items()} if isinstance(value, Mapping) else {}


def overridden(
    request: PublishRequest, permissions: Permissions, findings: Iterable[Finding]
) -> Iterable[Finding]:
    """The findings, of which those that a person lets pass with a reason no longer block. What the gate blocks is unfilled or impossible: no reason makes that fit to leave."""
    unused = set(request.overrides)
    for finding in findings:
        if finding.level is not Level.BLOCKING or not may_pass(finding):
            yield finding
            continue
        reason = (request.let_pass.get(finding.mark) or request.overrides.get(finding.code, "")).strip()
        earlier = permissions.get(_key(finding))
        if reason:
            unused.discard(finding.code)
            text = told(Code.LET_PASS, text=finding.text, reason=reason)
            yield replace(finding, level=Level.ADVICE, text=text, passes=reason)
        elif earlier is not None and finding.mark not in request.let_pass and _holds(earlier, finding):
            text = told(
                Code.LET_PASS_BEFORE,
                text=finding.text,
                reason=earlier.reason,
                by=earlier.by,
                at=f"{earlier.at:%Y-%m-%d %H:%M} UTC",
            )
            yield replace(finding, level=Level.ADVICE, text=text, passes=earlier.reason)
        else:
            yield finding
    for code in sorted(unused):
        yield Finding("override_unused", told(Code.NO_OVERRIDE, finding=code), Level.ADVICE)


def may_pass(finding: Finding) -> bool:
    """Whether a person's reason lets it pass: a leak, a contradiction, an approval that the plan lets be waived, or wording that could not be looked at."""
    ways = may_be_overridden, may_be_let_pass, may_be_waived, may_go_unadvised
    return any(may(finding) for may in ways)


def permissions_of(events: Iterable[TimelineEvent]) -> Permissions:
    """What earlier rounds of an incident let pass, and nobody has kept back since."""
    found: dict[tuple[str, str], Permission] = {}
    for event in events:
        _, ours, of_words = event.id.rpartition("-pass-")
        if event.kind is not EventKind.OVERRIDE or not ours:
            continue
        key = of_words, event.template or ""
        if not event.reason:
            found.pop(key, None)
            continue
        channels = frozenset((event.channel or "").split())
        before = found.get(key)
        if before is not None and event.text.endswith(_AS_BEFORE):
            found[key] = replace(before, channels=before.channels | channels)
        else:
            text = event.text.removeprefix(_BEGINNING)
            found[key] = Permission(channels, text, event.reason, event.by, event.at)
    return found


def override_events(
    request: PublishRequest,
    permissions: Permissions,
    findings: Iterable[Finding],
    entry: Callable[[str, str], TimelineEvent],
) -> list[TimelineEvent]:
    """What the timeline says of a round that lets words pass, or keeps back what passed before. `entry` makes one from its text and reason."""
    passing: dict[tuple[tuple[str, str], str, bool], tuple[Finding, set[str]]] = {}
    for finding in findings:
        if finding.passes:
            again = isinstance(finding.text, Told) and finding.text.said.code is Code.LET_PASS_BEFORE
            _, channels = passing.setdefault((_key(finding), finding.passes, again), (finding, set[str]()))
            channels.add("" if finding.channel is None else finding.channel.value)
    made = []
    for (key, reason, again), (finding, channels) in passing.items():
        event = entry(f"{_BEGINNING}{_noticed(finding)}{_AS_BEFORE if again else ''}", reason)
        made.append(_marked(event, key, " ".join(sorted(channels))))
    kept_back = {_sum(mark) for mark, reason in request.let_pass.items() if not reason.strip()}
    for key, permission in permissions.items():
        if key[0] in kept_back:
            text = f"Kept back again: {permission.text.removesuffix(_AS_BEFORE)}"
            made.append(_marked(entry(text, ""), key, None))
    return sorted(made, key=lambda event: (event.text, event.reason))


def _marked(event: TimelineEvent, key: tuple[str, str], channel: str | None) -> TimelineEvent:
    of_words, field = key
    return replace(
        event, id=f"{event.id}-pass-{of_words}" if of_words else event.id, template=field, channel=channel
    )


def _noticed(finding: Finding) -> str:
    """What had been noticed, without what lets it pass."""
    values = dict(finding.text.said.values) if isinstance(finding.text, Told) else {}
    return str(values.get("text", finding.text))


def _key(finding: Finding) -> tuple[str, str]:
    return _sum(finding.mark), finding.field or finding.template or ""


def _sum(mark: str) -> str:
    return hashlib.sha256(mark.encode()).hexdigest()[:16] if mark else ""


def _holds(permission: Permission, finding: Finding) -> bool:
    return bool(finding.mark) and finding.channel is not None and finding.channel.value in permission.channels
