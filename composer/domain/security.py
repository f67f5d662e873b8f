"""Security incidents: what the plan says of them as data, and how one stands, as its timeline tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from composer.domain.channel import Channel

if TYPE_CHECKING:
    from composer.domain.incident import Incident, TimelineEvent
    from composer.domain.plan import Contact, Plan, Role

SUSPENDED = frozenset({Channel.STATUS_PAGE, Channel.EMAIL, Channel.PAGERDUTY})
"""The channels that say nothing by themselves while an incident is a security incident: what the public reads, and what all subscribers of PagerDuty do."""

MARKS = (timedelta(hours=24), timedelta(hours=6), timedelta(hours=1), timedelta(0))
"""So long before a regulator's deadline a person is told of it."""


class Moment(StrEnum):
    """From which moment a regulator's deadline counts.

    AWARE     since it was known to be a security incident, as the person who said so told it
    DECLARED  since the incident was declared
    IMPACT    since customers were hurt
    """

    AWARE = "aware"
    DECLARED = "declared"
    IMPACT = "impact"


@dataclass(frozen=True, slots=True)
class RegulatorDeadline:
    """By when somebody outside has to be notified: so many `hours` after the moment that it counts from. `whom` is who has to know it."""

    key: str
    label: str
    hours: float
    counts_from: Moment
    whom: str


@dataclass(frozen=True, slots=True)
class HoldingStatement:
    """A public text that stands ready, and the neutral `title` under which it opens the incident on the page. It fills `field` of `template`. Where the plan says who approved title and text and when, it needs no other approval as long as it is unchanged to the letter."""

    title: str
    text: str
    template: str
    field: str
    approved_by: str = ""
    approved_on: date | None = None

    @property
    def is_approved(self) -> bool:
        """Whether somebody approved it beforehand; nobody has as the plan is shipped."""
        return bool(self.approved_by) and self.approved_on is not None


@dataclass(frozen=True, slots=True)
class SecurityRules:
    """What the plan says of security incidents.

    `need_to_know` are contacts by their role, Slack ids (`U024BE7LH`) and addresses: they take the place of those whom a severity notifies. A word of the public that begins like one of
    `words_not_public` keeps its text back. `roles` come beside the plan's own.
    """

    code_names: tuple[str, ...] = ()
    slack_channel_pattern: str = "{code}-{date}"
    need_to_know: tuple[str, ...] = ()
    words_not_public: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    regulators: tuple[RegulatorDeadline, ...] = ()
    holding_statement: HoldingStatement | None = None


NO_SECURITY_RULES = SecurityRules()
"""Those of a plan that says nothing of security incidents."""


@dataclass(frozen=True, slots=True)
class RegulatorClock:
    """A regulator's deadline in one incident: `due_at` UTC; once it was met, `told_at` and the note of whom and how."""

    deadline: RegulatorDeadline
    due_at: datetime
    told_at: datetime | None = None
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to be notified."""
        return self.told_at is None


@dataclass(frozen=True, slots=True)
class SecurityState:
    """How a security incident stands. `aware_at` is since when it is known to be one; `open_channel` names the Slack channel that was open to all when the switch was set, and stayed in use."""

    code_name: str
    aware_at: datetime
    open_channel: str = ""
    clocks: tuple[RegulatorClock, ...] = ()

    @property
    def next_clock(self) -> RegulatorClock | None:
        """The regulator's deadline that ends first, of those that were not met yet."""
        return min((one for one in self.clocks if one.is_open), key=lambda one: one.due_at, default=None)


def free_code_name(names: Iterable[str], taken: Collection[str], title: str) -> str:
    """The first of the plan's code names that no other incident has and no word of the title is; one with a number where all are taken."""
    said = {word.casefold() for word in "".join(one if one.isalnum() else " " for one in title).split()}
    used = {one.casefold() for one in taken}
    usable = [one for one in names if one.casefold() not in said] or ["Case"]
    number = 1
    while True:
        for one in usable:
            name = one if number == 1 else f"{one}{number}"
            if name.casefold() not in used:
                return name
        number += 1


def switched_on(code_name: str, open_channel: str = "") -> str:
    """What the timeline keeps beside the sentence, so that the state is known from it."""
    return f"{code_name} {open_channel}".strip()


def code_names_in(events: Iterable[TimelineEvent]) -> tuple[str, ...]:
    """The code names that an incident has had."""
    return tuple(one.template.split(" ")[0] for one in events if one.kind == "security" and one.template)


def security_state(plan: Plan, incident: Incident, events: Iterable[TimelineEvent]) -> SecurityState | None:
    """How an incident stands as a security incident; None where it is none. What was recorded before there were code names has an empty one."""
    if not incident.security:
        return None
    # In the order of being written down: `at` of a switch is since when it was known, which may be earlier.
    ordered = sorted(events, key=lambda one: one.recorded_at)
    on = next((one for one in reversed(ordered) if one.kind == "security"), None)
    code_name, _, open_channel = ("" if on is None else on.template or "").partition(" ")
    aware_at = incident.declared_at if on is None else on.at
    met = {one.template: one for one in ordered if one.kind == "regulator"}
    since = {
        Moment.AWARE: aware_at,
        Moment.DECLARED: incident.declared_at,
        Moment.IMPACT: incident.impact_started_at,
    }
    clocks = []
    for one in plan.security.regulators:
        done = met.get(one.key)
        due_at = since[one.counts_from] + timedelta(hours=one.hours)
        told_at, note = (None, "") if done is None else (done.at, done.reason)
        clocks.append(RegulatorClock(one, due_at, told_at, note))
    return SecurityState(code_name, aware_at, open_channel, tuple(clocks))


@dataclass(frozen=True, slots=True)
class Knows:
    """One who needs to know: by the plan's contact, or by a Slack id or an address alone."""

    entry: str
    label: str
    slack_id: str | None
    email: str


def who_needs_to_know(plan: Plan) -> tuple[Knows, ...]:
    """The plan's need-to-know list, in its order."""
    contacts: dict[str, Contact] = {one.role: one for one in plan.contacts}
    found = []
    for entry in plan.security.need_to_know:
        one = contacts.get(entry)
        if one is not None:
            found.append(Knows(entry, one.name or entry, one.slack_id, one.email))
        elif "@" in entry:
            found.append(Knows(entry, entry, None, entry))
        else:
            found.append(Knows(entry, entry, entry if is_slack_id(entry) else None, ""))
    return tuple(found)


def is_slack_id(entry: str) -> bool:
    """Whether an entry of the list is the id of a person in Slack."""
    return (
        len(entry) >= 3
        and entry[0] in "UW"
        and entry.isalnum()
        and entry == entry.upper()
        and any(one.isdigit() for one in entry)
    )


def may_be_told(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Names and addresses of those who get the executives' mail while an incident is a security incident."""
    return tuple(
        (one.label if one.label != one.email else "", one.email)
        for one in who_needs_to_know(plan)
        if one.email
    )


def approved_beforehand(plan: Plan, template: str, text: str) -> bool:
    """Whether a message says the plan's holding statement and nothing else, to the letter; practice's stamp before it is no word of it."""
    held = plan.security.holding_statement
    return (
        held is not None
        and held.is_approved
        and template == held.template
        and text.removeprefix(f"{plan.words.drill} · ") == held.text.strip()
    )
