"""The messages of a round, judged: each that needs approval gets the code of its text, and is kept back until enough people agreed to that very text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from composer.checks.approvals import MISSING, check_approval, refused, role_label
from composer.domain.approval import (
    Approval,
    Consent,
    code_of,
    is_own_text,
    own_roles,
    read_code,
    rules_for,
    standing,
    text_digest,
)
from composer.domain.channel import Channel
from composer.domain.findings import Finding
from composer.domain.incident import Incident
from composer.domain.message import TemplateHead
from composer.domain.plan import ApprovalRule
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, told
from composer.domain.security import approved_beforehand
from composer.services.approval_draft import TIMED
from composer.services.consents import clean_link
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
