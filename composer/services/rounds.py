"""A round and what it is prepared from, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from composer.checks.leaks import LeakGuard
from composer.checks.passages import Reader
from composer.checks.wording import Wording
from composer.domain.approval import Approval, Consent
from composer.domain.channel import Channel
from composer.domain.due import DueRow
from composer.domain.fields import FieldCatalogue, FieldValue
from composer.domain.findings import Finding, blocks
from composer.domain.incident import Incident
from composer.domain.message import RenderedMessage, Template, TemplateHead
from composer.domain.on_page import OnPage
from composer.domain.plan import Plan
from composer.domain.record import Message, Said
from composer.domain.reminders import Reminder
from composer.domain.request import PublishRequest
from composer.domain.security import SecurityState
from composer.services.letting_pass import Permissions


@dataclass(frozen=True, slots=True)
class Situation:
    """What a round is prepared from: the plan in force, and what the record says.

    `before` is the incident as stored (None: it is being declared), `others` the other open incidents, `said` what was said on it so far. `page_phases` are the
    phases whose text a status page has accepted, in order; `on_page` is what the public reads of it there now, or may (None: nothing). `changed_at` is when its phase and severity became what they are. `by_hand` says that a person
    sends what no connection carries. `page_lacks` gives the plan's components that each page lacked when it was last read; `executives_in_slack` says that executives are told in a Slack channel, too; `not_invited` are the roles whom a person left out of
    the incident's own channel; `reminders` are the rules on what people forget. `guard` looks for what must not leave; `permissions` are what earlier rounds let pass.
    `wording` looks for what is better said otherwise; `last_on_page` is what customers were told last on the status page.
    `security` is how the incident stands as a security incident, `code_names` are those that incidents have already. `consents` are the approvals in the
    record that no publish has used yet; `who` is at the keyboard. `reader` reads for what contradicts itself, `earlier` are the last texts of this
    incident and `others_said` those of the others. Times UTC.
    """

    plan: Plan
    catalogue: FieldCatalogue
    templates: Mapping[str, Template]
    now: datetime
    practice: bool
    before: Incident | None = None
    others: tuple[Incident, ...] = ()
    said: tuple[Said, ...] = ()
    page_phases: tuple[str, ...] = ()
    on_page: OnPage | None = None
    connected: frozenset[Channel] = frozenset(Channel)
    changed_at: datetime | None = None
    by_hand: bool = False
    page_lacks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    executives_in_slack: bool = False
    not_invited: tuple[str, ...] = ()
    guard: LeakGuard | None = None
    reader: Reader | None = None
    earlier: tuple[Message, ...] = ()
    others_said: tuple[Message, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    wording: Wording | None = None
    last_on_page: Message | None = None
    security: SecurityState | None = None
    code_names: frozenset[str] = frozenset()
    consents: tuple[Consent, ...] = ()
    who: str = ""
    permissions: Permissions = field(default_factory=dict)

    @property
    def declares(self) -> bool:
        """Whether the round declares the incident: for the first time, or after its declaration was taken back."""
        return self.before is None or self.before.taken_back_at is not None

    @property
    def heads(self) -> dict[str, TemplateHead]:
        """The heads of the templates in force, by name."""
        return {name: template.head for name, template in self.templates.items()}


@dataclass(frozen=True, slots=True)
class PreparedMessage:
    """One message of a round. `message` is None where the template could not be filled; `amended` is the text that replaces it once the status page has accepted; `page` is what a message of the status page shows there beside its text."""

    head: TemplateHead
    values: Mapping[str, FieldValue]
    message: RenderedMessage | None
    error: str | None = None
    amended: RenderedMessage | None = None
    promise_at: datetime | None = None
    page: OnPage | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A prepared round. `incident` is as it would be afterwards, `rows` is *What to send now* with the round's severity and phase applied. `not_invited` are the roles that a person
    left out of the incident's Slack channel; `security` is how it stands as a security incident (None: it is none). `approvals` says of each message that needs approval how it stands, by template; `consents` are those given with the request itself."""

    request: PublishRequest
    incident: Incident
    before: Incident | None
    rows: tuple[DueRow, ...]
    messages: tuple[PreparedMessage, ...]
    findings: tuple[Finding, ...]
    not_invited: tuple[str, ...] = ()
    security: SecurityState | None = None
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    consents: tuple[Consent, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """Whether a blocking finding stands."""
        return blocks(self.findings)

    @property
    def overridden(self) -> tuple[tuple[Finding, str], ...]:
        """What a person lets pass, each with the reason."""
        return tuple((one, one.passes) for one in self.findings if one.passes)
