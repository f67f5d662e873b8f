"""What plan.toml may say: its tables and keys, one class a table. Names are those of `composer.domain.plan`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from composer.domain import plan as domain
from composer.domain.channel import Channel
from composer.domain.sayings import Code, told
from composer.planning.feed_schema import FeedsTable, ServiceTable, Words
from composer.planning.security_schema import SecurityTable
from composer.toml.document import Table

LongText = Annotated[str, Field(min_length=1, max_length=4_000)]
Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=64)]
Minutes = Annotated[int, Field(gt=0, le=60 * 24 * 366)]
SomeMinutes = Annotated[float, Field(ge=0, le=60 * 24 * 366)]
Keys = Annotated[list[str], Field(default_factory=list)]
"""Keys of severities or phases; empty means all."""


class OrganisationTable(Table):
    makes: ClassVar[Any] = domain.Organisation
    name: Words
    team: Words
    support_email: Words
    status_page_url: Words
    status_page_title: Words

    @model_validator(mode="after")
    def _addresses(self) -> Self:
        if "@" not in self.support_email:
            raise ValueError(told(Code.PLAN_SUPPORT_EMAIL))
        if not self.status_page_url.startswith(("https://", "http://")):
            raise ValueError(told(Code.PLAN_PAGE_URL))
        return self


class DeliveryTable(Table):
    makes: ClassVar[Any] = domain.Delivery
    hold_s: Annotated[float, Field(ge=0, le=600)]
    mass_mail_hold_s: Annotated[float, Field(ge=0, le=3_600)]
    stale_minutes: Annotated[float, Field(gt=0, le=1_440)]


class CalendarTable(Table):
    makes: ClassVar[Any] = domain.WorkCalendar
    working_days: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1, max_length=7)]
    free_days: list[date]
    sprint_starts: date
    sprint_weeks: Annotated[int, Field(ge=1, le=52)]


class ComponentStatusWords(Table):
    makes: ClassVar[Any] = dict
    operational: Words
    under_maintenance: Words
    degraded_performance: Words
    partial_outage: Words
    major_outage: Words


class PageStatusWords(Table):
    makes: ClassVar[Any] = dict
    investigating: Words
    identified: Words
    monitoring: Words
    resolved: Words


class WordsTable(Table):
    makes: ClassVar[Any] = domain.Words
    ongoing: Words
    none: Words
    yes: Words
    no: Words
    being_assessed: Words
    unknown: Words
    page_pending: Words
    page_updated: Words
    next_update_line: Words
    nothing_new: Words
    hours_short: Words
    minutes_short: Words
    hour: Words
    hours: Words
    minute: Words
    minutes: Words
    list_and: Words
    bridge: Words = "Bridge"
    date_format: Words
    months: Annotated[list[Words], Field(min_length=12, max_length=12)]
    drill: Words
    drill_banner: Words
    all_operational: Words
    no_incidents: Words
    subscribe: Words
    updated: Words
    your_time: Words
    past_incidents: Words
    component_status: ComponentStatusWords
    page_status: PageStatusWords

    @model_validator(mode="after")
    def _places(self) -> Self:
        if "{time}" not in self.next_update_line:
            raise ValueError(told(Code.PLAN_NEXT_UPDATE_LINE))
        if not all(part in self.date_format for part in ("{day}", "{month}", "{year}")):
            raise ValueError(told(Code.PLAN_DATE_FORMAT))
        return self


def _target(text: str, minutes: int | None, counts: str | None) -> domain.Target:
    return domain.Target(text, domain.TargetKind(counts or "minutes"), minutes)


class TargetTable(Table):
    makes: ClassVar[Any] = staticmethod(_target)
    text: Words
    minutes: Minutes | None = None
    counts: Literal["next_business_day", "next_sprint"] | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.minutes is None) == (self.counts is None):
            raise ValueError(told(Code.PLAN_MINUTES_OR_COUNTS))
        return self


class SeverityTable(Table):
    makes: ClassVar[Any] = domain.Severity
    label: Words
    impact: Words
    response: TargetTable
    resolution: TargetTable
    notified: list[Words]
    who_to_page: Words
    rollback: Words
    examples: list[Words]
    declares: bool = True
    page_impact: Literal["none", "minor", "major", "critical"] = "major"
    ticket_text: LongText | None = None
    brief: Words | None = None

    @model_validator(mode="after")
    def _ticket(self) -> Self:
        if not self.declares and self.ticket_text is None:
            raise ValueError(told(Code.PLAN_TICKET_TEXT))
        return self


class PhaseTable(Table):
    makes: ClassVar[Any] = domain.Phase
    label: Words
    page_status: Annotated[domain.PageStatus, Field(strict=False)]
    executive_word: Words
    resolves: bool = False


class QuestionTable(Table):
    makes: ClassVar[Any] = domain.Question
    text: Words
    severity: str
    because: Words
    at_least_percent: Annotated[float, Field(ge=0, le=100)] | None = None
    strictly: bool = False


class CadenceStepTable(Table):
    makes: ClassVar[Any] = domain.CadenceStep
    every_minutes: Minutes
    until_minutes: Minutes | None = None


class CadenceTable(Table):
    makes: ClassVar[Any] = domain.Cadence
    steps: Annotated[list[CadenceStepTable], Field(min_length=1)]
    severities: Keys
    phases: Keys

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        ages = [step.until_minutes for step in self.steps]
        if None in ages[:-1]:
            raise ValueError(told(Code.PLAN_UNTIL_EACH))
        known = [age for age in ages if age is not None]
        if known != sorted(set(known)):
            raise ValueError(told(Code.PLAN_UNTIL_GROWS))
        return self


def _message(due: tuple[domain.Trigger, ...], **others: Any) -> domain.MessageRule:
    return domain.MessageRule(triggers=due, **others)


class MessageTable(Table):
    makes: ClassVar[Any] = staticmethod(_message)
    template: str
    due: list[Annotated[domain.Trigger, Field(strict=False)]]
    severities: Keys
    phases: Keys
    cadence: Annotated[list[CadenceTable], Field(default_factory=list)]
    within_minutes: Annotated[int, Field(ge=0, le=1_440)] = 0
    impact_over_minutes: Annotated[int, Field(ge=0)] | None = None
    only_when_named: bool = False
    needs_pagerduty: bool = False
    peak_severity: bool = False
    without_news: bool = False

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if domain.Trigger.CADENCE in self.due and not self.cadence:
            raise ValueError(told(Code.PLAN_CADENCE_MISSING))
        if not self.due and not self.only_when_named:
            raise ValueError(told(Code.PLAN_DUE_EMPTY))
        return self


class ApprovalTable(Table):
    makes: ClassVar[Any] = domain.ApprovalRule
    title: Words
    roles: Annotated[list[str], Field(min_length=1)]
    count: Annotated[int, Field(ge=1, le=2)] = 1
    messages: Keys
    channels: Annotated[list[Annotated[Channel, Field(strict=False)]], Field(default_factory=list)]
    severities: Keys
    security: bool | None = None
    valid_minutes: Annotated[int, Field(ge=1, le=1_440)] = 30
    may_override: bool = False

    @model_validator(mode="after")
    def _of_something(self) -> Self:
        if not self.messages and not self.channels:
            raise ValueError(told(Code.PLAN_APPROVES_NOTHING))
        return self


class EscalationTable(Table):
    makes: ClassVar[Any] = domain.Escalation
    who: Words
    acknowledge_minutes: Minutes | None = None
    leads_on: str = ""


class DomainTable(Table):
    makes: ClassVar[Any] = domain.Domain
    label: Words
    primary: Words
    secondary: Words
    slack_id: str | None = None
    pagerduty_id: str | None = None


class RotationWeekTable(Table):
    makes: ClassVar[Any] = domain.RotationWeek
    label: Words
    primary: Words
    secondary: str


class RotationTable(Table):
    makes: ClassVar[Any] = domain.Rotation
    starts: date
    schedule: Words
    contact_method: Words
    escalation_timeout: Words
    weeks: list[RotationWeekTable]


class RoleTable(Table):
    makes: ClassVar[Any] = domain.Role
    label: Words
    duties: Words
    field: str | None = None


class ContactTable(Table):
    makes: ClassVar[Any] = domain.Contact
    role: Words
    slack: str
    pagerduty: str
    name: str = ""
    email: str = ""
    slack_id: str | None = None
    pagerduty_id: str | None = None


class SymptomTable(Table):
    makes: ClassVar[Any] = domain.Symptom
    label: Words
    title: Annotated[str, Field(min_length=1, max_length=120)]
    brief: Annotated[str, Field(min_length=1, max_length=200)]
    impact: Annotated[str, Field(min_length=1, max_length=200)]


class ComponentTable(Table):
    makes: ClassVar[Any] = domain.Component
    name: Words
    symptoms: Annotated[dict[Key, SymptomTable], Field(min_length=1)]
    domain: str | None = None
    description: str = ""


class DetectionSourceTable(Table):
    makes: ClassVar[Any] = domain.DetectionSource
    name: Words
    detects: str = ""
    alert_channel: str = ""
    automated: bool = True


class ProcessStepTable(Table):
    makes: ClassVar[Any] = domain.ProcessStep
    title: Words
    steps: list[Words]


class MitigationTable(Table):
    makes: ClassVar[Any] = domain.Mitigation
    name: Words
    description: Words
    minutes_from: SomeMinutes | None = None
    minutes_to: SomeMinutes | None = None

    @model_validator(mode="after")
    def _order(self) -> Self:
        if (self.minutes_from is None) != (self.minutes_to is None):
            raise ValueError(told(Code.PLAN_MINUTES_BOTH))
        if (
            self.minutes_from is not None
            and self.minutes_to is not None
            and self.minutes_from > self.minutes_to
        ):
            raise ValueError(told(Code.PLAN_MINUTES_ORDER))
        return self


class DeadlineTable(Table):
    makes: ClassVar[Any] = domain.Deadline
    action: Words
    responsible: Words
    after_hours: Annotated[float, Field(ge=0, le=24 * 366)]
    timeframe: Words
    severities: Keys


class AttendeeTable(Table):
    makes: ClassVar[Any] = domain.Attendee
    who: Words
    required: Words


class AgendaItemTable(Table):
    makes: ClassVar[Any] = domain.AgendaItem
    title: Words
    minutes: Annotated[int, Field(gt=0, le=480)]
    detail: str = ""


class MeetingTable(Table):
    makes: ClassVar[Any] = domain.Meeting
    schedule: Words
    attendees: list[AttendeeTable]
    agenda: list[AgendaItemTable]
    ground_rules: list[Annotated[list[Words], Field(min_length=2, max_length=2)]]


class CommandTable(Table):
    makes: ClassVar[Any] = domain.UsefulCommand
    group: Words
    purpose: Words
    command: LongText


class DocumentTable(Table):
    makes: ClassVar[Any] = domain.RelatedDocument
    title: Words
    target: Words


class PlanTable(Table):
    """The whole file."""

    makes: ClassVar[Any] = domain.Plan
    name: Words
    version: Words
    updated: date
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    slack_channel_pattern: Words
    approvals: Annotated[list[ApprovalTable], Field(default_factory=list)]
    monitoring_watch_hours: Annotated[float, Field(ge=0, le=168)]
    review_cycle: LongText
    responsibilities: list[Words]
    organisation: OrganisationTable
    delivery: DeliveryTable
    calendar: CalendarTable
    words: WordsTable
    severities: Annotated[dict[Key, SeverityTable], Field(min_length=1)]
    questions: dict[Key, QuestionTable]
    phases: Annotated[dict[Key, PhaseTable], Field(min_length=1)]
    messages: Annotated[list[MessageTable], Field(min_length=1)]
    escalation: list[EscalationTable]
    domains: dict[Key, DomainTable]
    rotation: RotationTable
    roles: dict[Key, RoleTable]
    detection_sources: list[DetectionSourceTable]
    process: list[ProcessStepTable]
    mitigations: list[MitigationTable]
    contacts: list[ContactTable]
    services: list[ServiceTable]
    feeds: FeedsTable = FeedsTable()
    components: Annotated[dict[Key, ComponentTable], Field(min_length=1)]
    deadlines: dict[Key, DeadlineTable]
    meeting: MeetingTable
    commands: list[CommandTable]
    documents: list[DocumentTable]
    security: Annotated[SecurityTable, Field(default_factory=lambda: SecurityTable.model_validate({}))]
