"""Declaring: a severity suggested from a few answers, public words from two picks, and an open incident that looks alike."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from composer.domain.fields import joined
from composer.domain.incident import Incident
from composer.domain.plan import ComponentStatus, Plan, Question, Severity, Symptom


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested severity. `because` is the plan's sentence for the answer that decided; `disagreed` that other answers asked for a lower one."""

    severity: str
    because: str
    disagreed: bool = False


def suggest_severity(
    plan: Plan, yes: Collection[str], users_percent: float | None = None
) -> Suggestion | None:
    """The severity that a few answers suggest; None where nothing was answered.

    `yes` are the keys of the questions answered with yes, `users_percent` the share of users affected (0 to 100). Where answers disagree the higher severity
    wins (field.md section 5: when unsure, treat as the higher).
    """
    held = [question for question in plan.questions if _holds(question, yes, users_percent)]
    # The share of users is one answer, however many thresholds it passes: only the highest one speaks.
    shares = [question for question in held if question.at_least_percent is not None]
    share = min(shares, key=lambda question: plan.severity_rank(question.severity), default=None)
    asked = [question for question in held if question.at_least_percent is None or question is share]
    if not asked:
        return None
    decided = min(asked, key=lambda question: plan.severity_rank(question.severity))
    disagreed = any(question.severity != decided.severity for question in asked)
    return Suggestion(decided.severity, decided.because, disagreed)


def _holds(question: Question, yes: Collection[str], users_percent: float | None) -> bool:
    if question.at_least_percent is None:
        return question.key in yes
    if users_percent is None:
        return False
    if question.strictly:
        return users_percent > question.at_least_percent
    return users_percent >= question.at_least_percent


def ticket_text(severity: Severity, title: str, impact: str) -> str | None:
    """The text for a ticket where the plan declares no incident at this severity; None where it declares one."""
    if severity.declares or severity.ticket_text is None:
        return None
    facts = {"{title}": title, "{impact}": impact}
    # In one go: a title that holds “{impact}” is a person's text and stays as it is.
    return re.sub(r"\{title\}|\{impact\}", lambda found: facts[found.group()], severity.ticket_text)


@dataclass(frozen=True, slots=True)
class PublicWording:
    """The public words that follow from the picks, ready to be changed."""

    public_title: str
    brief_description: str
    customer_impact: str
    affected_service: str


def public_wording(
    plan: Plan, components: Mapping[str, ComponentStatus], symptom_key: str | None = None
) -> PublicWording | None:
    """Public title, brief description and customer impact from the components and a symptom; None without a component.

    `components` maps component keys to their states. Without a symptom the worst component's first one is taken. No internal word can get in: everything here is the plan's public
    wording.
    """
    symptom = picked_symptom(plan, components, symptom_key)
    if symptom is None:
        return None
    names = [component.name for component in plan.components if component.key in components]
    return PublicWording(symptom.title, symptom.brief, symptom.impact, joined(names, plan.words.list_and))


def picked_symptom(
    plan: Plan, components: Mapping[str, ComponentStatus], symptom_key: str | None
) -> Symptom | None:
    """The symptom with that key among the components' symptoms, else the first one; the worst component's counts first."""
    chosen = [
        component for component in plan.components if component.key in components and component.symptoms
    ]
    chosen.sort(key=lambda component: components[component.key].rank, reverse=True)
    for component in chosen:
        for symptom in component.symptoms:
            if symptom.key == symptom_key:
                return symptom
    return chosen[0].symptoms[0] if chosen else None


@dataclass(frozen=True, slots=True)
class LookAlike:
    """An open incident that may be the same. `shared` are the keys of the components that both hold."""

    incident: Incident
    likeness: float
    shared: tuple[str, ...]


def look_alike(
    title: str, components: Collection[str], open_incidents: Iterable[Incident]
) -> LookAlike | None:
    """The open incident that is most likely the same as the one being declared; None where none comes near.

    Titles are compared word by word, whatever their order; a shared component makes a likeness more believable.
    """
    best: LookAlike | None = None
    for incident in open_incidents:
        if not incident.is_open:
            continue
        shared = tuple(key for key in incident.components if key in components)
        likeness = _likeness(title, incident.title)
        needed = 0.5 if shared else 0.75
        if likeness >= needed and (best is None or likeness > best.likeness):
            best = LookAlike(incident, likeness, shared)
    return best


def _likeness(one: str, other: str) -> float:
    left, right = (" ".join(sorted(text.casefold().split()))[:300] for text in (one, other))
    if not left or not right:
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


_PAGERDUTY_ID = re.compile(r"[A-Za-z0-9]{4,20}")
_PAGERDUTY_ADDRESS = re.compile(r"https?://[^\s/]+/incidents/([A-Za-z0-9]{4,20})(?:[/?#]\S*)?")


def pagerduty_incident_id(text: str) -> str | None:
    """The id of a PagerDuty incident that a person typed or pasted, `PT4KHLK` or the address of its page; None for anything else."""
    text = text.strip()
    if found := _PAGERDUTY_ADDRESS.fullmatch(text):
        return found[1]
    return text if _PAGERDUTY_ID.fullmatch(text) else None
