"""A round, prepared: what would be sent, and what keeps it from being sent. Nothing is stored here.

The same preparation serves the preview of a draft, the dry run and the publish, so what is seen is what leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from composer.checks.gate import Asked, check_message, check_round
from composer.checks.leaks_told import check_leaks
from composer.checks.reminders import check_reminders
from composer.checks.security import check_security
from composer.domain.channel import Channel
from composer.domain.declaring import look_alike
from composer.domain.due import DueRow, DueState, due_now, what_to_send
from composer.domain.errors import UserFacingError
from composer.domain.fields import FieldValue
from composer.domain.findings import Finding, Level
from composer.domain.incident import Incident
from composer.domain.message import RenderedMessage, Template, TemplateHead
from composer.domain.next_update import NEXT_UPDATE, promised_time
from composer.domain.on_page import holds, on_page
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, told
from composer.rendering import slack
from composer.rendering.compose import render_message
from composer.rendering.context import effective_values
from composer.services.advising import advice, worth_of
from composer.services.approval_desk import Desk
from composer.services.comparing import compare
from composer.services.facts import derived_facts, told_to
from composer.services.incident_after import (
    changed_at,
    incident_after,
    lasting,
    security_after,
    spoken_values,
)
from composer.services.letting_pass import overridden
from composer.services.rounds import PreparedMessage, Round, Situation


def prepare(situation: Situation, request: PublishRequest, new_id: Callable[[str, datetime], str]) -> Round:
    """The round that a request asks for, rendered and checked.

    Raises RefusedError where it contradicts the stored incident, PublishFileError where a reason is missing.
    """
    plan, now = situation.plan, situation.now
    incident = incident_after(situation, request, new_id)
    state = security_after(situation, incident, request)
    rows = what_to_send(
        plan, situation.heads, incident, situation.said, now, changed_at=changed_at(situation, incident)
    )
    wanted = request.messages if request.messages is not None else due_now(rows)
    heads = [situation.templates[name].head for name in wanted]
    page_sent = any(head.channel is Channel.STATUS_PAGE and not head.corrects for head in heads)
    values = spoken_values(situation, incident, request)
    desk = Desk(situation, incident, request)
    messages = tuple(
        desk.judged(
            situation.templates[name].head,
            partial(_prepared, situation, incident, situation.templates[name], values, page_sent=page_sent),
        )
        for name in wanted
    )
    incident = replace(incident, values=lasting(situation.catalogue, incident, values))
    findings = check_round(plan, incident, heads, now)
    if not wanted and plan.severity(incident.severity).declares:
        findings.append(_nothing_due(rows))
    checked = []
    for prepared in messages:
        as_sent, posted = _as_sent(prepared), _as_posted(situation, prepared)
        asked = Asked(prepared.head, prepared.values, prepared.message, prepared.error, as_sent, posted)
        checked.append(asked)
        title = incident.public_title if prepared.page is None else prepared.page.title
        findings += check_message(asked, situation.catalogue)
        if situation.guard is not None:
            findings += check_leaks(situation.guard, asked, situation.catalogue, title, values)
        if incident.security:
            findings += check_security(plan, incident, state, asked, situation.catalogue, values, title)
        findings += check_reminders(
            situation.reminders, prepared.head, values, prepared.values, situation.catalogue
        )
    findings += _check_connections(situation, request, heads)
    findings += _check_pages(situation, messages)
    findings += _check_look_alike(situation, incident)
    if situation.wording is not None:
        worth = worth_of(
            plan,
            situation.templates,
            incident,
            now,
            situation.last_on_page,
            promise_at=promised_time(values.get(NEXT_UPDATE)),
            catalogue=situation.catalogue,
        )
        findings += advice(situation.wording, checked, situation.catalogue, values, worth)
    findings += desk.findings()
    standing = overridden(request, situation.permissions, findings)
    findings += compare(situation, incident, values, checked, standing)
    findings = list(overridden(request, situation.permissions, dict.fromkeys(findings)))
    not_invited = situation.not_invited if request.new is None else request.new.not_invited
    return Round(
        request,
        incident,
        situation.before,
        rows,
        messages,
        tuple(findings),
        not_invited,
        state,
        desk.approvals,
        tuple(desk.taken),
    )


def _prepared(
    situation: Situation,
    incident: Incident,
    template: Template,
    values: Mapping[str, FieldValue],
    now: datetime,
    *,
    page_sent: bool,
) -> PreparedMessage:
    head, plan = template.head, situation.plan
    status = plan.phase(incident.phase).page_status
    there = situation.on_page
    carried = (
        bool(situation.page_phases)
        and plan.phase(situation.page_phases[-1]).page_status is status
        and (there is None or there.status is status)  # a holding statement may leave another state there
    )
    page = on_page(plan, incident, head.name, there) if head.channel is Channel.STATUS_PAGE else None
    derived = derived_facts(
        plan, incident, now, head.channel, page_is_up_to_date=carried, declaring=situation.declares
    )
    effective = effective_values(situation.catalogue, values, derived)
    # What was approved beforehand promises nothing that it does not say.
    promise_at = None if holds(plan, incident, head.name) else promised_time(values.get(NEXT_UPDATE))

    def rendered(facts: Mapping[str, str]) -> RenderedMessage:
        return render_message(
            template,
            situation.catalogue,
            values,
            facts,
            plan.words,
            day=told_to(incident, now, head.channel),
            practice=situation.practice,
            next_update=promise_at,
            resolves=plan.phase(incident.phase).resolves,
        )

    try:
        message = rendered(derived)
    except UserFacingError as error:
        return PreparedMessage(head, effective, None, error.told, page=page)
    amended = None
    if "status_page_state" in head.fields and page_sent and not carried:
        amended = rendered({**derived, "status_page_state": plan.words.page_updated})
    says = {segment.field for segment in message.body}
    return PreparedMessage(
        head, effective, message, None, amended, promise_at if NEXT_UPDATE in says else None, page
    )


def _nothing_due(rows: Iterable[DueRow]) -> Finding:
    times = [(row.due_at, row.template) for row in rows if row.due_at and row.state is DueState.UPCOMING]
    text = told(Code.NOTHING_DUE)
    if times:
        moment, template = min(times)
        text = told(Code.NOTHING_DUE_BEFORE, moment=f"{moment:%H:%M}", template=template)
    return Finding("nothing_due", told(Code.NAME_THEM, text=text), field="messages")


def _check_connections(
    situation: Situation, request: PublishRequest, heads: Iterable[TemplateHead]
) -> Iterable[Finding]:
    if situation.practice or situation.by_hand:
        return
    for head in heads:
        if head.channel is not Channel.COPY and head.channel not in situation.connected:
            text = told(Code.NO_CONNECTION_FOR, channel=head.channel.value.replace("_", " "))
            yield Finding("no_connection", text, channel=head.channel, template=head.name)
        if head.channel is Channel.STATUS_PAGE and request.notify is None:
            text = told(Code.SAY_NOTIFY)
            yield Finding("notify_missing", text, channel=head.channel, field="notify", template=head.name)


def _check_pages(situation: Situation, messages: Iterable[PreparedMessage]) -> Iterable[Finding]:
    """What a page can't show, as far as that is known without asking it."""
    told_of = dict.fromkeys(key for one in messages if one.page is not None for key in one.page.components)
    for account, lacked in situation.page_lacks.items():
        for key in told_of:
            if key in lacked:
                name = situation.plan.component(key).name
                text = told(Code.PAGE_LACKS_COMPONENT, account=account, component=name)
                yield Finding("page_lacks_component", text, Level.ADVICE, Channel.STATUS_PAGE, "components")


def _check_look_alike(situation: Situation, incident: Incident) -> Iterable[Finding]:
    """While declaring: an open incident that may be the same one."""
    if situation.before is not None:
        return
    found = look_alike(incident.title, list(incident.components), situation.others)
    if found is not None:
        other = found.incident
        text = told(
            Code.LOOKS_LIKE,
            severity=other.severity,
            title=other.title,
            since=f"{other.declared_at:%H:%M}",
            incident=other.id,
        )
        yield Finding("look_alike", text, Level.ADVICE, field="title")


def _as_sent(prepared: PreparedMessage) -> str | None:
    message = prepared.message
    return slack.escaped(message) if message is not None and message.channel is Channel.SLACK else None


def _as_posted(situation: Situation, prepared: PreparedMessage) -> RenderedMessage | None:
    message = prepared.message
    if message is None or message.channel is not Channel.EXECUTIVE or not situation.executives_in_slack:
        return None
    return slack.headed(message)
