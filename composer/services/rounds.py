"""One round, prepared: what would be sent, and what keeps it from being sent. Nothing is stored here.

The same preparation serves the preview of a draft, the dry run and the publish, so what is seen is what leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial

from composer.checks.gate import Asked, check_message, check_round
from composer.checks.leaks import LeakGuard
from composer.checks.leaks_told import check_leaks
from composer.checks.passages import Reader
from composer.checks.reminders import check_reminders
from composer.checks.security import check_security
from composer.checks.wording import Wording
from composer.domain.approval import Approval, Consent
from composer.domain.channel import Channel
from composer.domain.declaring import look_alike, public_wording
from composer.domain.due import DueRow, DueState, due_now, what_to_send
from composer.domain.errors import Place, Problem, PublishFileError, RefusedError, UserFacingError
from composer.domain.fields import FieldCatalogue, FieldValue
from composer.domain.findings import Finding, Level, blocks
from composer.domain.incident import Incident, components_after_resolve
from composer.domain.message import RenderedMessage, Template, TemplateHead
from composer.domain.on_page import OnPage, holds, on_page
from composer.domain.plan import ComponentStatus, Plan
from composer.domain.record import Message, Said
from composer.domain.reminders import Reminder
from composer.domain.request import NewIncident, PublishRequest
from composer.domain.sayings import Code, told
from composer.domain.security import SecurityState, free_code_name, security_state
from composer.rendering import slack
from composer.rendering.compose import render_message
from composer.rendering.context import effective_values
from composer.rendering.slack_channel import given_slack_channel, private_channel_name, slack_channel_name
from composer.services.advising import advice, worth_of
from composer.services.approving import Desk
from composer.services.comparing import compare
from composer.services.facts import derived_facts, told_to
from composer.services.letting_pass import Permissions, overridden

NEXT_UPDATE = "next_update"

PUBLIC = (Channel.STATUS_PAGE, Channel.EMAIL)
"""The channels on which customers read."""


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


def prepare(situation: Situation, request: PublishRequest, new_id: Callable[[str, datetime], str]) -> Round:
    """The round that a request asks for, rendered and checked.

    Raises RefusedError where it contradicts the stored incident, PublishFileError where a reason is missing.
    """
    plan, now = situation.plan, situation.now
    before = situation.before
    _check_changes(plan, before, request)
    incident = (
        declare(situation, request.new, new_id)
        if request.new is not None
        else _stored(before, request.incident_id)
    )
    incident = _moved(situation, incident, request)
    state = _security(situation, incident, request)
    rows = what_to_send(
        plan, situation.heads, incident, situation.said, now, changed_at=_changed_at(situation, incident)
    )
    wanted = request.messages if request.messages is not None else due_now(rows)
    heads = [situation.templates[name].head for name in wanted]
    page_sent = any(head.channel is Channel.STATUS_PAGE and not head.corrects for head in heads)
    values = _spoken_values(situation, incident, request)
    desk = Desk(situation, incident, request)
    messages = tuple(
        desk.judged(
            situation.templates[name].head,
            partial(_prepared, situation, incident, situation.templates[name], values, page_sent=page_sent),
        )
        for name in wanted
    )
    incident = replace(incident, values=_lasting(situation.catalogue, incident, values))
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
        before,
        rows,
        messages,
        tuple(findings),
        not_invited,
        state,
        desk.approvals,
        tuple(desk.taken),
    )


def declare(situation: Situation, new: NewIncident, new_id: Callable[[str, datetime], str]) -> Incident:
    """A new incident from its facts, in the plan's first phase. Nothing internal goes into its public title."""
    plan = situation.plan
    wording = public_wording(plan, new.components, new.symptom)
    title = new.public_title or (wording.public_title if wording else "")
    day = new.impact_started_at.astimezone(UTC).date()
    given = new.slack_channel
    values: dict[str, FieldValue] = {"public_title": title} if title else {}
    if wording is not None and new.symptom:
        values |= {
            "brief_description": wording.brief_description,
            "customer_impact": wording.customer_impact,
        }
    held = plan.security.holding_statement
    if new.security and held is not None:
        values[held.field] = held.text
    values = {name: value for name, value in values.items() if name in situation.catalogue}
    code_name = free_code_name(plan.security.code_names, situation.code_names, new.title)
    return Incident(
        id=new_id("inc", situation.now),
        title=new.title,
        public_title=title,
        severity=new.severity,
        peak_severity=new.severity,
        phase=plan.phases[0].key,
        declared_at=situation.now,
        impact_started_at=new.impact_started_at,
        detection=new.detection,
        roles=dict(new.roles),
        domain=new.domain,
        symptom=new.symptom,
        components=dict(new.components),
        slack_channel=given_slack_channel(given)
        if given
        else private_channel_name(plan.security.slack_channel_pattern, day, code_name)
        if new.security
        else slack_channel_name(plan.slack_channel_pattern, day, new.title),
        creates_slack_channel=given is None or new.creates_slack_channel,
        pagerduty_incident=new.pagerduty_incident,
        security=new.security,
        values=values,
    )


def _security(situation: Situation, incident: Incident, request: PublishRequest) -> SecurityState | None:
    """How the incident stands as a security incident after the round; one that is being declared is known to be one from now on."""
    if request.new is None or not incident.security:
        return situation.security
    name = free_code_name(situation.plan.security.code_names, situation.code_names, incident.title)
    begun = security_state(situation.plan, incident, ())
    return None if begun is None else replace(begun, code_name=name)


def _changed_at(situation: Situation, incident: Incident) -> datetime:
    """Since when the incident has the phase and severity that it would have after the round: what a change made due counts from then."""
    before = situation.before
    same = (
        before is not None
        and not situation.declares
        and (before.phase, before.severity) == (incident.phase, incident.severity)
    )
    return situation.changed_at or situation.now if same else situation.now


def _stored(before: Incident | None, incident_id: str | None) -> Incident:
    if before is None:
        raise RefusedError(
            told(Code.NO_SUCH_INCIDENT, incident=incident_id), next_step=told(Code.LOOK_IN_HISTORY)
        )
    return before


def _check_changes(plan: Plan, before: Incident | None, request: PublishRequest) -> None:
    """A change of severity and a step back ask for a reason (docs/contract.md section 4)."""
    if before is None or before.taken_back_at is not None or request.reason.strip():
        return
    order = [phase.key for phase in plan.phases]
    if before.phase in order and order.index(request.phase) < order.index(before.phase):
        label, old = plan.phase(request.phase).label, plan.phase(before.phase).label
        text = told(Code.BACK_ASKS_REASON, before=old, phase=label)
        raise PublishFileError([Problem(Place(key="reason"), text)])
    if request.severity is not None and request.severity != before.severity:
        text = told(Code.SEVERITY_ASKS_REASON, before=before.severity, severity=request.severity)
        raise PublishFileError([Problem(Place(key="reason"), text)])


def _moved(situation: Situation, incident: Incident, request: PublishRequest) -> Incident:
    """The incident after the round: severity, phase, end of impact, components and public title."""
    plan, now = situation.plan, situation.now
    if incident.taken_back_at is not None:
        severity = request.severity or incident.severity  # the one before was never told to anybody
        incident = replace(
            incident, taken_back_at=None, declared_at=now, severity=severity, peak_severity=severity
        )
    if request.severity is not None:
        incident = incident.with_severity(request.severity, plan)
    incident = incident.with_phase(request.phase, plan, now)
    if request.impact_ended_at is not None:
        incident = replace(incident, impact_ended_at=request.impact_ended_at)
    if plan.phase(request.phase).resolves and (situation.before is None or situation.before.is_open):
        incident = replace(incident, components=components_after_resolve(incident, situation.others))
    if request.components is not None:
        incident = replace(incident, components={**incident.components, **request.components})
    incident = _without(incident, request.removed, published=bool(situation.page_phases))
    title = request.values.get("public_title")
    if isinstance(title, str) and title.strip():
        incident = replace(incident, public_title=title.strip())
    return replace(incident, values={**incident.values, **_declared_values(situation, request)})


def _without(incident: Incident, removed: Iterable[str], *, published: bool) -> Incident:
    """The incident without components that a person took out: what customers were told of goes back to operational, the rest was never there."""
    components = dict(incident.components)
    for key in removed:
        if not published:
            components.pop(key, None)
        elif key in components:
            components[key] = ComponentStatus.OPERATIONAL
    return replace(incident, components=components)


def _declared_values(situation: Situation, request: PublishRequest) -> dict[str, FieldValue]:
    return {name: value for name, value in request.values.items() if situation.catalogue[name].lasting}


def _spoken_values(
    situation: Situation, incident: Incident, request: PublishRequest
) -> dict[str, FieldValue]:
    """The facts of this round: what was given with it, and what stays true from before.

    What is only true at its time (actions taken since the last update, the next update) is never repeated from an earlier round.
    """
    values = {name: value for name, value in incident.values.items() if name in situation.catalogue}
    values.update(request.values)
    phase = situation.plan.phase(incident.phase)
    if phase.resolves and NEXT_UPDATE in situation.catalogue:
        values[NEXT_UPDATE] = situation.plan.words.none
    return values


def _lasting(
    catalogue: FieldCatalogue, incident: Incident, values: Mapping[str, FieldValue]
) -> dict[str, FieldValue]:
    kept = {name: value for name, value in values.items() if catalogue[name].lasting}
    return {**incident.values, **kept}


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


def promised_time(value: FieldValue) -> datetime | None:
    """The time (UTC) that a next-update field promises; None where it holds words."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else None


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
