"""The script of a rehearsal: an incident as it could have been, from the declaration to the post-mortem.

A plan may bring scripts of its own (`rehearsal.toml`); where it has none for a severity, one is made from the catalogue's examples,
so that any company's plan can be rehearsed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from composer.domain.fields import FieldCatalogue, FieldValue
from composer.domain.plan import ComponentStatus, Plan, Trigger

MINUTES_BETWEEN_STEPS = 14
"""How far apart the phases of a made-up script lie, where the plan's rules ask for no longer impact."""
NEXT_UPDATE_MINUTES = 20
"""The promise that a made-up script makes with each round but the last."""
ABSOLUTE_TIMES = ("next_update", "postmortem_meeting_at")
"""Fields that a script never fills from an example: they would name a time long gone."""


@dataclass(frozen=True, slots=True)
class RehearsalNote:
    """Something that somebody saw or did, for the timeline: minutes after the start of impact, and what."""

    minutes: int
    text: str


@dataclass(frozen=True, slots=True)
class RehearsalStep:
    """One round of messages.

    `minutes` count from the start of impact. `severity` and `reason` are set where the severity changes. `values` are the fields that
    are typed in this step; what was typed before stays. `messages` None means all that are due. `components` are
    states that change. `next_update_minutes` is the promise made: so many minutes after this step.
    """

    minutes: int
    phase: str
    values: Mapping[str, FieldValue] = field(default_factory=dict)
    severity: str | None = None
    reason: str | None = None
    notes: tuple[RehearsalNote, ...] = ()
    messages: tuple[str, ...] | None = None
    components: Mapping[str, ComponentStatus] = field(default_factory=dict)
    next_update_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One scripted incident. `components` map keys to states, `roles` field names to persons.

    The first step declares; the last one has the plan's resolving phase. `impact_ended_minutes` is the downtime, counted from
    the start of impact. `postmortem_meeting_hours` after the last step the meeting takes place: scripts hold no absolute times.
    """

    severity: str
    title: str
    components: Mapping[str, ComponentStatus]
    detection: str
    roles: Mapping[str, str]
    steps: tuple[RehearsalStep, ...]
    impact_ended_minutes: int
    symptom: str | None = None
    public_title: str | None = None
    domain: str | None = None
    postmortem_meeting_hours: int = 48


def rehearsal_for(
    plan: Plan, catalogue: FieldCatalogue, scripted: Mapping[str, Rehearsal], severity: str
) -> Rehearsal:
    """The script for a severity: the one that stands in `scripted`, if it fits plan and catalogue, else one made from examples.

    Raises `KeyError` where the plan has no such severity. A severity at which no incident is declared has no script: `ValueError`.
    """
    if not plan.severity(severity).declares:
        raise ValueError(f"At {severity} the plan declares no incident, so there is nothing to rehearse.")
    script = scripted.get(severity)
    if script is not None and not misfits(script, plan, catalogue):
        return script
    return _from_examples(plan, catalogue, severity)


def misfits(script: Rehearsal, plan: Plan, catalogue: FieldCatalogue) -> list[str]:
    """What a script names that plan or catalogue don't have, one sentence each; empty where it fits."""
    severities = {severity.key for severity in plan.severities}
    phases = [phase.key for phase in plan.phases]
    components = {component.key: component for component in plan.components}
    symptoms = {
        symptom.key for key in script.components if key in components for symptom in components[key].symptoms
    }
    found = [f"There is no severity {key}." for key in (script.severity,) if key not in severities]
    if script.symptom is not None and script.symptom not in symptoms:
        found.append(f"None of the components has the symptom {script.symptom}.")
    if script.domain is not None and script.domain not in {domain.key for domain in plan.domains}:
        found.append(f"There is no domain {script.domain}.")
    found += [f"There is no component {key}." for key in script.components if key not in components]
    found += [f"There is no field {name}." for name in script.roles if name not in catalogue]
    for step in script.steps:
        if step.severity is not None and step.severity not in severities:
            found.append(f"There is no severity {step.severity}.")
        if step.phase not in phases:
            found.append(f"There is no phase {step.phase}.")
        found += [f"There is no component {key}." for key in step.components if key not in script.components]
        found += [f"There is no field {name}." for name in step.values if name not in catalogue]
    minutes = [step.minutes for step in script.steps]
    if minutes != sorted(minutes):
        found.append("The steps are not in the order of time.")
    if not script.steps or script.steps[-1].phase not in phases[-1:]:
        found.append("The last step is not in the phase that resolves.")
    return found


def _from_examples(plan: Plan, catalogue: FieldCatalogue, severity: str) -> Rehearsal:
    component = plan.components[0]
    status = (
        ComponentStatus.MAJOR_OUTAGE if plan.severity_rank(severity) == 0 else ComponentStatus.PARTIAL_OUTAGE
    )
    examples = {item.name: item.example for item in catalogue.typed() if item.example is not None}
    roles = {
        role.field: str(examples[role.field]) for role in plan.roles if role.field in examples and role.field
    }
    symptom = component.symptoms[0]
    public = {
        "public_title": symptom.title,
        "brief_description": symptom.brief,
        "customer_impact": symptom.impact,
    }
    values = {
        name: value for name, value in {**examples, **public}.items() if name not in (*roles, *ABSOLUTE_TIMES)
    }
    values["affected_service"] = component.name
    last = len(plan.phases) - 1
    ended = max(last * MINUTES_BETWEEN_STEPS, _longest_impact_asked(plan, severity) + 10)
    steps = tuple(
        RehearsalStep(
            minutes=5 + (ended - 5 + last) * number // max(last, 1),
            phase=phase.key,
            values=values if number == 0 else {},
            notes=(RehearsalNote(2, symptom.label),) if number == 0 else (),
            next_update_minutes=None if phase.resolves else NEXT_UPDATE_MINUTES,
        )
        for number, phase in enumerate(plan.phases)
    )
    return Rehearsal(
        severity=severity,
        title=symptom.title,
        components={component.key: status},
        detection=str(examples.get("detection", symptom.label)),
        roles=roles,
        steps=steps,
        impact_ended_minutes=ended,
        symptom=symptom.key,
        public_title=symptom.title,
        domain=component.domain,
    )


def _longest_impact_asked(plan: Plan, severity: str) -> int:
    """The longest impact, in minutes, that a rule for this severity asks for before its message is due (customer email)."""
    return max(
        (
            rule.impact_over_minutes or 0
            for rule in plan.messages
            if Trigger.IMPACT_ENDED in rule.triggers and (not rule.severities or severity in rule.severities)
        ),
        default=0,
    )
