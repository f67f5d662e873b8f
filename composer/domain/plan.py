"""The incident response plan as the program uses it.

Everything here comes from `plan.toml`; nothing of a company's own rules is in code. All values are frozen. Keys (`P0`,
`investigating`, `payments`) are what the record stores; labels are what a person reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from composer.domain.channel import Channel
from composer.domain.security import NO_SECURITY_RULES, SecurityRules

_Keyed = TypeVar("_Keyed", "Severity", "Phase")


class PageStatus(StrEnum):
    """The four states of an incident on a status page (Statuspage's own words)."""

    INVESTIGATING = "investigating"
    IDENTIFIED = "identified"
    MONITORING = "monitoring"
    RESOLVED = "resolved"


class ComponentStatus(StrEnum):
    """The five states of a component (Statuspage's own words), from best to worst as `rank` says."""

    OPERATIONAL = "operational"
    UNDER_MAINTENANCE = "under_maintenance"
    DEGRADED_PERFORMANCE = "degraded_performance"
    PARTIAL_OUTAGE = "partial_outage"
    MAJOR_OUTAGE = "major_outage"

    @property
    def rank(self) -> int:
        """0 for operational up to 4 for a major outage: where two incidents hold a component, the higher wins."""
        return list(ComponentStatus).index(self)


class TargetKind(StrEnum):
    """How a target of the severity table is counted."""

    MINUTES = "minutes"
    NEXT_BUSINESS_DAY = "next_business_day"
    NEXT_SPRINT = "next_sprint"


@dataclass(frozen=True, slots=True)
class Target:
    """A response or resolution target, counted from the start of impact. `minutes` is set for MINUTES alone."""

    text: str
    kind: TargetKind
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Severity:
    """One row of the severity table. The plan's order is worst first.

    `declares` is false where no incident is declared (a ticket is logged instead); `ticket_text` is then the text for the ticket,
    with the fields `{title}` and `{impact}`. `page_impact` is the status page's public scale (none, minor, major, critical). `brief` says what
    `impact` says in fewer words, where there is room for a few only.
    """

    key: str
    label: str
    impact: str
    response: Target
    resolution: Target
    notified: tuple[str, ...]
    who_to_page: str
    rollback: str
    examples: tuple[str, ...]
    declares: bool = True
    page_impact: str = "major"
    ticket_text: str | None = None
    brief: str | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of an incident, in the plan's order.

    `page_status` is what the status page shows in this phase, `executive_word` what the executive notification calls it. `resolves` marks the
    last phase, in which impact has ended.
    """

    key: str
    label: str
    page_status: PageStatus
    executive_word: str
    resolves: bool = False


class Trigger(StrEnum):
    """What makes a message due (docs/contract.md section 3).

    FIRST          nothing has been said on this channel yet
    PHASE          the phase is another than in the last message on this channel
    PAGE_STATUS    the status page shows another state than this phase has; for the status page only
    SEVERITY       the severity is another than in the last message on this channel
    CADENCE        so many minutes after the last message on this channel
    PROMISE        the next-update time that the last message on this channel promised
    SEVERITY_LEFT  the last message was for one of the rule's severities, the incident has left them: one last text
    IMPACT_ENDED   the end of impact is known, and impact lasted longer than `impact_over_minutes`
    """

    FIRST = "first"
    PHASE = "phase"
    PAGE_STATUS = "page_status"
    SEVERITY = "severity"
    CADENCE = "cadence"
    PROMISE = "promise"
    SEVERITY_LEFT = "severity_left"
    IMPACT_ENDED = "impact_ended"


@dataclass(frozen=True, slots=True)
class CadenceStep:
    """How often a message goes out while the incident is younger than `until_minutes` (None: from then on)."""

    every_minutes: int
    until_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Cadence:
    """The rhythm for some severities and phases (empty means all); the first that fits counts. Steps in order of age."""

    steps: tuple[CadenceStep, ...]
    severities: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageRule:
    """When the message of one template is due.

    Rules stand in the plan in the order in which they are tried: on one channel the first rule that fits wins, so the declaration comes
    before the update. `severities` and `phases` empty mean all. `within_minutes` is how long after its trigger a message may take. `only_when_named` keeps the
    message out of "all that are due" (customer email). `needs_pagerduty` asks for a linked PagerDuty incident. `peak_severity` compares
    with the worst severity that the incident has had, not today's. `without_news` marks the text that keeps a promise when nothing
    is new: its notify switch is off.
    """

    template: str
    triggers: tuple[Trigger, ...]
    severities: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    cadence: tuple[Cadence, ...] = ()
    within_minutes: int = 0
    impact_over_minutes: int | None = None
    only_when_named: bool = False
    needs_pagerduty: bool = False
    peak_severity: bool = False
    without_news: bool = False


@dataclass(frozen=True, slots=True)
class ApprovalRule:
    """Who has to agree to which messages before they leave; see `composer.domain.approval`.

    It is about the templates in `messages` and every message of `channels`; `severities` empty means all, `security` None every incident, else only those with (or
    without) the security switch. `count` different people of `roles` (keys) have to agree, each for another role as far as there are so many. An approval holds for
    `valid_minutes`. `may_override` lets a message leave without, for a reason that stands in the record.
    """

    title: str
    roles: tuple[str, ...]
    count: int = 1
    messages: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    severities: tuple[str, ...] = ()
    security: bool | None = None
    valid_minutes: int = 30
    may_override: bool = False


@dataclass(frozen=True, slots=True)
class Escalation:
    """One step of the primary chain: who, how long they have to acknowledge, and what leads on to the next."""

    who: str
    acknowledge_minutes: int | None
    leads_on: str


@dataclass(frozen=True, slots=True)
class Domain:
    """An area of specialised knowledge and whom to call for it."""

    key: str
    label: str
    primary: str
    secondary: str
    slack_id: str | None = None
    pagerduty_id: str | None = None


@dataclass(frozen=True, slots=True)
class RotationWeek:
    """One week of the on-call rotation."""

    label: str
    primary: str
    secondary: str


@dataclass(frozen=True, slots=True)
class Rotation:
    """The on-call rotation: it changes at the start of each week (00:00 UTC of that weekday), from `starts` on."""

    starts: date
    schedule: str
    contact_method: str
    escalation_timeout: str
    weeks: tuple[RotationWeek, ...]

    def on_call(self, day: date) -> RotationWeek | None:
        """Who is on call on a UTC date; None before the rotation starts or where the plan has no weeks."""
        if day < self.starts or not self.weeks:
            return None
        return self.weeks[(day - self.starts).days // 7 % len(self.weeks)]


@dataclass(frozen=True, slots=True)
class Role:
    """A role in the response and what it does. `field` is the field that holds the person, if a template prints it."""

    key: str
    label: str
    duties: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or role of the plan. An empty name stays empty and is never printed."""

    role: str
    slack: str
    pagerduty: str
    name: str = ""
    email: str = ""
    slack_id: str | None = None
    pagerduty_id: str | None = None


class FeedFormat(StrEnum):
    """What a service's public status feed is written in."""

    STATUSPAGE = "statuspage"
    ATOM = "atom"
    GOOGLE = "google"
    AWS = "aws"
    PAYPAL = "paypal"


@dataclass(frozen=True, slots=True)
class ExternalService:
    """A supplier: where it says how it is, and whom to ask. `feed` is its machine-readable status, where known.

    `format` is the feed's (None: it is recognised). `match` are words, one of which a part or an incident must hold to count (none: everything counts). `page` is whose page it is, where
    that is not the service's own name. A feed in which nothing is newer than `stale_days` stands still, and is not believed.
    """

    name: str
    status_page: str
    support: str
    feed: str | None = None
    format: FeedFormat | None = None
    match: tuple[str, ...] = ()
    page: str = ""
    stale_days: int = 90


@dataclass(frozen=True, slots=True)
class FeedRules:
    """How feeds are asked while an incident is open: how often each, by how much that varies, how long an answer may take, and how seldom one that fails is asked at last."""

    every_minutes: float = 5.0
    jitter_percent: float = 20.0
    wait_s: float = 10.0
    slowest_minutes: float = 60.0


@dataclass(frozen=True, slots=True)
class Symptom:
    """What customers notice, in public words: picking one writes the first public post.

    `brief` completes "We are investigating reports of …", `impact` completes "Some users may experience …", `title` is the public title.
    """

    key: str
    label: str
    title: str
    brief: str
    impact: str


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the service as the public knows it, with the symptoms that can be picked for it."""

    key: str
    name: str
    symptoms: tuple[Symptom, ...]
    domain: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class DetectionSource:
    """How an incident is noticed; `automated` ones raise an alert on `alert_channel`."""

    name: str
    detects: str
    alert_channel: str
    automated: bool


@dataclass(frozen=True, slots=True)
class Mitigation:
    """A way to stop the impact, and how long it takes (minutes, from and to; None where the plan gives none)."""

    name: str
    description: str
    minutes_from: float | None = None
    minutes_to: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One of the few questions from which a severity is suggested.

    A yes suggests `severity`, because of `because`. For a question about the share of users (`at_least_percent`), an answer of at least (or, if
    `strictly`, of more than) that many percent suggests it.
    """

    key: str
    text: str
    severity: str
    because: str
    at_least_percent: float | None = None
    strictly: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due after the end: so many hours after Resolved. `severities` empty means all."""

    key: str
    action: str
    responsible: str
    after_hours: float
    timeframe: str
    severities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who comes to the post-mortem meeting."""

    who: str
    required: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One point of the meeting's agenda."""

    title: str
    minutes: int
    detail: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """The post-mortem meeting."""

    schedule: str
    attendees: tuple[Attendee, ...]
    agenda: tuple[AgendaItem, ...]
    ground_rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class UsefulCommand:
    """A command of the plan, shown to be copied and never run."""

    group: str
    purpose: str
    command: str


@dataclass(frozen=True, slots=True)
class RelatedDocument:
    """A document that the plan points to."""

    title: str
    target: str


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """A phase of the response process and what is done in it, as the plan tells it."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose plan this is. Addresses are printed in messages; `team` signs the customer email."""

    name: str
    team: str
    support_email: str
    status_page_url: str
    status_page_title: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words that the program itself puts into texts, in the plan's language.

    `next_update_line` holds `{time}` (such as "14:55"); `component_status` maps the five states and `page_status` the four;
    `all_operational` is the page's banner where all is well. `drill` stamps each text of practice mode, `drill_banner` the practice
    status page. `date_format` holds `{day}`, `{month}` and `{year}`, where the month comes from `months` (twelve names); where
    that tuple is empty, dates are printed in ISO form. `nothing_new` is the public text that keeps a promise when there is no news.
    `hours_short` and `minutes_short` make "1 h 08 min", `hour` … `minutes` "1 hour"; `list_and` joins the last two of a list. `bridge` begins the added line
    that says where responders meet.
    """

    ongoing: str
    none: str
    yes: str
    no: str
    being_assessed: str
    unknown: str
    page_pending: str
    page_updated: str
    next_update_line: str
    hours_short: str
    minutes_short: str
    date_format: str
    drill: str
    drill_banner: str
    component_status: Mapping[str, str]
    page_status: Mapping[str, str]
    all_operational: str
    no_incidents: str
    subscribe: str
    updated: str
    your_time: str
    past_incidents: str
    months: tuple[str, ...] = ()
    nothing_new: str = ""
    hour: str = "hour"
    hours: str = "hours"
    minute: str = "minute"
    minutes: str = "minutes"
    list_and: str = "and"
    bridge: str = "Bridge"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How long messages are held and stay fresh: holds in seconds, the age at which one is stale in minutes."""

    hold_s: float
    mass_mail_hold_s: float
    stale_minutes: float


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """What *next business day* and *next sprint* mean: ISO weekdays (1 = Monday) and single free days; sprints of so many weeks from a date."""

    working_days: tuple[int, ...]
    free_days: tuple[date, ...]
    sprint_starts: date
    sprint_weeks: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan. `severities` worst first, `phases` in order."""

    name: str
    version: str
    updated: date
    language: str
    organisation: Organisation
    severities: tuple[Severity, ...]
    phases: tuple[Phase, ...]
    questions: tuple[Question, ...]
    messages: tuple[MessageRule, ...]
    components: tuple[Component, ...]
    escalation: tuple[Escalation, ...]
    domains: tuple[Domain, ...]
    rotation: Rotation
    responsibilities: tuple[str, ...]
    process: tuple[ProcessStep, ...]
    detection_sources: tuple[DetectionSource, ...]
    mitigations: tuple[Mitigation, ...]
    roles: tuple[Role, ...]
    contacts: tuple[Contact, ...]
    services: tuple[ExternalService, ...]
    deadlines: tuple[Deadline, ...]
    monitoring_watch_hours: float
    meeting: Meeting
    review_cycle: str
    commands: tuple[UsefulCommand, ...]
    documents: tuple[RelatedDocument, ...]
    words: Words
    delivery: Delivery
    calendar: WorkCalendar
    slack_channel_pattern: str
    feeds: FeedRules = FeedRules()
    security: SecurityRules = NO_SECURITY_RULES
    approvals: tuple[ApprovalRule, ...] = ()

    @property
    def every_role(self) -> tuple[Role, ...]:
        """The roles of the response, and those that a security incident adds."""
        return (*self.roles, *self.security.roles)

    def severity(self, key: str) -> Severity:
        """The severity with that key; KeyError where the plan has none."""
        return _by_key(self.severities, key)

    def phase(self, key: str) -> Phase:
        """The phase with that key; KeyError where the plan has none."""
        return _by_key(self.phases, key)

    def component(self, key_or_name: str) -> Component:
        """The component with that key or public name (upper or lower case alike); KeyError where the plan has none."""
        wanted = key_or_name.casefold().strip()
        for component in self.components:
            if wanted in (component.key.casefold(), component.name.casefold()):
                return component
        raise KeyError(key_or_name)

    def worst(self, *keys: str) -> str:
        """The worst of some severities: the one that stands first in the plan."""
        return min(keys, key=self.severity_rank)

    def severity_rank(self, key: str) -> int:
        """0 for the worst severity."""
        return [severity.key for severity in self.severities].index(key)

    @property
    def resolving_phase(self) -> Phase:
        """The phase in which an incident is over."""
        return next(phase for phase in self.phases if phase.resolves)


def _by_key(items: tuple[_Keyed, ...], key: str) -> _Keyed:
    for item in items:
        if item.key == key:
            return item
    raise KeyError(key)
