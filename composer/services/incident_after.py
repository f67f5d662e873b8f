"""The incident as a round leaves it: declared or moved on, with the facts that were given. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from composer.domain.declaring import public_wording
from composer.domain.errors import Place, Problem, PublishFileError, RefusedError
from composer.domain.fields import FieldCatalogue, FieldValue
from composer.domain.incident import Incident, components_after_resolve
from composer.domain.next_update import NEXT_UPDATE
from composer.domain.plan import ComponentStatus, Plan
from composer.domain.request import NewIncident, PublishRequest
from composer.domain.sayings import Code, told
from composer.domain.security import SecurityState, free_code_name, security_state
from composer.rendering.slack_channel import given_slack_channel, private_channel_name, slack_channel_name
from composer.services.rounds import Situation


def incident_after(
    situation: Situation, request: PublishRequest, new_id: Callable[[str, datetime], str]
) -> Incident:
    """The incident after the round, but for the facts that its messages tell.

    Raises RefusedError where the request contradicts the stored incident, PublishFileError where a reason is missing.
    """
    _check_changes(situation.plan, situation.before, request)
    incident = (
        _declared(situation, request.new, new_id)
        if request.new is not None
        else _stored(situation.before, request.incident_id)
    )
    return _moved(situation, incident, request)


def _declared(situation: Situation, new: NewIncident, new_id: Callable[[str, datetime], str]) -> Incident:
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


def security_after(situation: Situation, incident: Incident, request: PublishRequest) -> SecurityState | None:
    """How the incident stands as a security incident after the round; one that is being declared is known to be one from now on."""
    if request.new is None or not incident.security:
        return situation.security
    name = free_code_name(situation.plan.security.code_names, situation.code_names, incident.title)
    begun = security_state(situation.plan, incident, ())
    return None if begun is None else replace(begun, code_name=name)


def changed_at(situation: Situation, incident: Incident) -> datetime:
    """Since when the incident has the phase and severity that it would have after the round: what a change made due counts from then."""
    before = situation.before
    same = (
        before is not None
        and not situation.declares
        and (before.phase, before.severity) == (incident.phase, incident.severity)
    )
    return situation.changed_at or situation.now if same else situation.now


def spoken_values(situation: Situation, incident: Incident, request: PublishRequest) -> dict[str, FieldValue]:
    """The facts of this round: what was given with it, and what stays true from before.

    What is only true at its time (actions taken since the last update, the next update) is never repeated from an earlier round.
    """
    values = {name: value for name, value in incident.values.items() if name in situation.catalogue}
    values.update(request.values)
    phase = situation.plan.phase(incident.phase)
    if phase.resolves and NEXT_UPDATE in situation.catalogue:
        values[NEXT_UPDATE] = situation.plan.words.none
    return values


def lasting(
    catalogue: FieldCatalogue, incident: Incident, values: Mapping[str, FieldValue]
) -> dict[str, FieldValue]:
    kept = {name: value for name, value in values.items() if catalogue[name].lasting}
    return {**incident.values, **kept}
