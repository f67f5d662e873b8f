"""Approval of a round's messages: each that needs it gets the code of its text, and is kept back until enough people agreed to that very text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from composer.checks.approvals import MISSING, approvers, check_approval, refused, role_label
from composer.domain.approval import (
    Approval,
    Consent,
    ConsentWay,
    clean_name,
    code_of,
    is_own_text,
    own_roles,
    person,
    read_code,
    rules_for,
    standing,
    text_digest,
)
from composer.domain.channel import Channel
from composer.domain.errors import RefusedError
from composer.domain.findings import Finding, Level
from composer.domain.incident import Incident, TimelineEvent
from composer.domain.message import TemplateHead
from composer.domain.plan import ApprovalRule
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, told
from composer.domain.security import approved_beforehand
from composer.services.approval_draft import TIMED
from composer.services.consents import clean_link, event_of

if TYPE_CHECKING:
    from composer.services.core import Services
    from composer.services.rounds import PreparedMessage, Situation


class Desk:
    """Where the messages of one round are judged. `approvals` says of each that needs it how it stands; `taken` are the approvals given with the request itself that count."""

    def __init__(self, situation: Situation, incident: Incident, request: PublishRequest) -> None:
        self._situation, self._incident, self._request = situation, incident, request
        self._findings: list[Finding] = []
        self._matched: set[str] = set()
        self.approvals: dict[str, Approval] = {}
        self.taken: list[Consent] = []

    def judged(self, head: TemplateHead, render: Callable[[datetime], PreparedMessage]) -> PreparedMessage:
        """The message as it would leave. `render` fills it as of a time: one that waits for approval keeps the time of when its code came into sight."""
        situation, incident = self._situation, self._incident
        rules = rules_for(situation.plan, incident, incident.severity, head.name, head.channel)
        if not rules:
            return render(situation.now)
        held = situation.plan.security.holding_statement
        if held is not None and held.template == head.name:
            ready = render(situation.now)
            if ready.message and approved_beforehand(situation.plan, head.name, ready.message.text):
                return ready
        consents = [one for one in situation.consents if one.template == head.name]
        at = self._written_at(head, rules, consents)
        prepared = render(at)
        if prepared.message is None:
            return prepared
        digest = self._digest(prepared)
        if self._codes and code_of(digest) not in self._codes and TIMED in head.fields:
            at, prepared, digest = self._earlier(rules, render, at) or (at, prepared, digest)
        given = self._given(head, rules, digest, at)
        approval = standing(rules, [*consents, *given], digest, situation.now)
        self.approvals[head.name] = approval
        self.taken += given
        in_window = situation.declares and self._request.draft_id is not None
        self._findings += check_approval(situation.plan, head, approval, declares=in_window)
        return prepared

    def findings(self) -> Iterable[Finding]:
        """What keeps messages back until they are approved, and what was given and can't count."""
        waits = any(one.code == MISSING for one in self._findings)
        for one in self._request.approvals:
            if read_code(one.code) not in self._matched:
                text = told(Code.CODE_OF_NO_TEXT, name=one.name, given=one.code)
                self._findings.append(refused(text, blocks=waits))
        return self._findings

    @property
    def _codes(self) -> set[str]:
        return {read_code(one.code) for one in self._request.approvals}

    def _written_at(
        self, head: TemplateHead, rules: Iterable[ApprovalRule], consents: Iterable[Consent]
    ) -> datetime:
        """The time that the text says of itself: that of its code, unless it is older than an approval may be."""
        now = self._situation.now
        oldest = now - timedelta(minutes=min(rule.valid_minutes for rule in rules))
        asked = self._request.written_at.get(head.name)
        known = [asked, *(one.written_at for one in sorted(consents, key=lambda one: one.at, reverse=True))]
        return next((at for at in known if at is not None and oldest <= at <= now), now)

    def _earlier(
        self,
        rules: Iterable[ApprovalRule],
        render: Callable[[datetime], PreparedMessage],
        at: datetime,
    ) -> tuple[datetime, PreparedMessage, str] | None:
        """The text as it was a few minutes ago, where it was that which somebody agreed to: a script gets the code with one call and gives it with a later one."""
        for minutes in range(1, min(rule.valid_minutes for rule in rules) + 1):
            earlier = at - timedelta(minutes=minutes)
            prepared = render(earlier)
            digest = self._digest(prepared)
            if code_of(digest) in self._codes:
                return earlier, prepared, digest
        return None

    def _given(
        self, head: TemplateHead, rules: Iterable[ApprovalRule], digest: str, at: datetime
    ) -> list[Consent]:
        situation, found = self._situation, []
        asked = {role for rule in rules for role in rule.roles}
        own = own_roles(situation.plan, self._incident, situation.who)
        for one in self._request.approvals:
            if read_code(one.code) != code_of(digest):
                continue
            self._matched.add(code_of(digest))
            role = role_label(situation.plan, one.role)
            if is_own_text(one.role, one.name, situation.who, own):
                text = told(Code.OWN_TEXT, name=one.name, role=role)
                self._findings.append(refused(text, blocks=True))
            elif one.role not in asked:
                who = " / ".join(role_label(situation.plan, each) for each in sorted(asked))
                text = told(Code.ROLE_NOT_ASKED, role=role, who=who)
                self._findings.append(refused(text, blocks=True))
            else:
                timed = at if TIMED in head.fields else None
                found.append(
                    Consent(
                        one.role,
                        one.name,
                        one.way,
                        digest,
                        situation.now,
                        head.name,
                        clean_link(one.link),
                        timed,
                    )
                )
        return found

    def _digest(self, prepared: PreparedMessage) -> str:
        return text_digest(_incident_key(self._situation, self._incident), *self._parts(prepared))

    def _parts(self, prepared: PreparedMessage) -> tuple[str, Channel, list[str | None]]:
        """All that readers get: on the page the title, the state and the components too; and what the text becomes once the page has accepted."""
        message, head, page = prepared.message, prepared.head, prepared.page
        parts: list[str | None] = []
        if page is not None:
            parts += [page.title, page.status.value]
            parts += [f"{key}={status.value}" for key, status in sorted(page.components.items())]
        if message is not None:
            parts += [message.subject_text, message.text]
        parts.append(None if prepared.amended is None else prepared.amended.text)
        return head.name, head.channel, parts


def _incident_key(situation: Situation, incident: Incident) -> str:
    """What tells the incident from others: one that is being declared has no id yet that would be the same the next time."""
    if situation.before is not None:
        return incident.id
    return f"new {incident.impact_started_at.astimezone(UTC).isoformat()} {incident.title}"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the Communications Lead was told: who agreed, in which role (its key), in which way, and the code that they read back."""

    role: str
    name: str
    way: ConsentWay
    code: str
    link: str = ""


def approve(services: Services, request: PublishRequest, template: str, spoken: Spoken) -> TimelineEvent:
    """Put an approval of one message into the record; the message is that of the round that `request` asks for now.

    RefusedError, with one sentence, where it can't count: another text's code, a role that the plan does not ask, somebody who approved it before, or who is at the keyboard.
    """
    situation = services.situation(request.incident_id)
    prepared = services.prepare(request)
    approval = prepared.approvals.get(template)
    if approval is None or situation.before is None:
        raise RefusedError(told(Code.NEEDS_NO_APPROVAL))
    head = situation.templates[template].head
    if other_problems(prepared.findings, head):
        raise RefusedError(told(Code.NOT_FIT_TO_APPROVE))
    name, plan = clean_name(spoken.name), situation.plan
    if not person(name):
        raise RefusedError(told(Code.NAME_WHO_APPROVED))
    role = role_label(plan, spoken.role)
    if all(spoken.role not in one.rule.roles for one in approval.rules):
        raise RefusedError(told(Code.ROLE_NOT_ASKED, role=role, who=approvers(plan, approval)))
    who = services.settings.who
    if is_own_text(spoken.role, name, who, own_roles(plan, prepared.incident, who)):
        raise RefusedError(told(Code.OWN_TEXT, name=name, role=role))
    if any(person(one.name) == person(name) for one in approval.good):
        raise RefusedError(told(Code.APPROVED_ALREADY, name=name))
    if read_code(spoken.code) != approval.code:
        raise RefusedError(told(Code.CODE_OF_ANOTHER_TEXT, given=read_code(spoken.code) or "–"))
    written = request.written_at.get(template) if TIMED in head.fields else None
    consent = Consent(
        spoken.role,
        name,
        spoken.way,
        approval.digest,
        services.clock.now(),
        template,
        clean_link(spoken.link),
        written,
    )
    event = event_of(plan, head, consent, situation.before.id, who, services.new_id)
    services.record.add_event(event)
    return event


def other_problems(findings: Iterable[Finding], head: TemplateHead) -> bool:
    """Whether anything else keeps the message back, so that it is not the one that will leave."""
    return any(
        one.level is Level.BLOCKING
        and one.code != MISSING
        and (one.template == head.name or (one.template is None and one.channel in (None, head.channel)))
        for one in findings
    )
