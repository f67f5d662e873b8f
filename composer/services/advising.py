"""The advice on public wording: the rules in force in a home, and what is known beside a message when they are tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from composer.checks.gate import Asked
from composer.checks.wording import Wording
from composer.checks.wording_told import Worth, check_wording
from composer.domain.channel import Audience, Channel
from composer.domain.fields import FieldCatalogue, FieldValue
from composer.domain.findings import Finding
from composer.domain.incident import Incident
from composer.domain.message import Template, TemplateHead
from composer.domain.next_update import NEXT_UPDATE, proposed_update
from composer.domain.plan import Plan
from composer.domain.record import Message, Said
from composer.planning.layers import Library
from composer.record.record import Record


def wording_of(library: Library) -> Wording:
    """The rules for what is in force. What the plan and its public templates say is the company's wording, and its components' names are words that customers know."""
    plan = library.plan
    own = [one.body for one in library.templates.values() if one.head.audience is Audience.PUBLIC]
    return Wording(
        library.wording, own=(*own, *_plan_words(plan)), services=[one.name for one in plan.services]
    )


def last_on_page(record: Record, incident_id: str, said: Iterable[Said]) -> Message | None:
    """What customers were told last on the status page; None where nothing was."""
    told = [one for one in said if one.channel is Channel.STATUS_PAGE and not one.skipped]
    if not told:
        return None
    at = told[-1].template, told[-1].at
    found = (one for one in record.messages(incident_id=incident_id) if (one.template, one.at) == at)
    return next(found, None)


def advice(
    wording: Wording,
    messages: Iterable[Asked],
    catalogue: FieldCatalogue,
    typed: Mapping[str, FieldValue],
    worth: Worth,
) -> Iterator[Finding]:
    """What is advised on these messages; what is only hard to read comes last."""
    found = [one for asked in messages for one in check_wording(wording, asked, catalogue, typed, worth)]
    yield from sorted(found, key=lambda one: one.code == "wording_reading")


def worth_of(
    plan: Plan,
    templates: Mapping[str, Template],
    incident: Incident,
    now: datetime,
    last: Message | None,
    *,
    promise_at: datetime | None,
    catalogue: FieldCatalogue,
) -> Worth:
    """What is known beside the messages of a round that leaves the incident like that. `promise_at` is the time of the next update that it names; of a security incident none is asked for."""
    heads: dict[str, TemplateHead] = {name: one.head for name, one in templates.items()}
    phase = plan.phase(incident.phase)
    wants = NEXT_UPDATE in catalogue and not phase.resolves and not incident.security
    return Worth(
        plan.words,
        incident.phase,
        wants,
        proposed_update(plan, heads, incident, now) if wants and promise_at is None else None,
        last,
    )


def _plan_words(plan: Plan) -> Iterator[str]:
    yield plan.words.nothing_new
    yield plan.organisation.name
    yield from plan.words.component_status.values()
    for component in plan.components:
        yield component.name
        for symptom in component.symptoms:
            yield from (symptom.title, symptom.brief, symptom.impact)
