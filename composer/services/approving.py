"""Approvals given: who agreed to a message, in which role and way, taken down where it can count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from composer.checks.approvals import MISSING, approvers, role_label
from composer.domain.approval import (
    Consent,
    ConsentWay,
    clean_name,
    is_own_text,
    own_roles,
    person,
    read_code,
)
from composer.domain.errors import RefusedError
from composer.domain.findings import Finding, Level
from composer.domain.incident import TimelineEvent
from composer.domain.message import TemplateHead
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, told
from composer.services.approval_draft import TIMED
from composer.services.consents import clean_link, event_of

if TYPE_CHECKING:  # the window words approvals before the record is loaded
    from composer.services.core import Services


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
