"""PagerDuty beside its status updates: a note on the incident, and help asked of a responder or of a domain's escalation policy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind
from composer.domain.errors import RefusedError
from composer.domain.fields import clean_text
from composer.domain.incident import Incident
from composer.domain.sayings import Code, told
from composer.services.beside_messages import store_beside
from composer.services.core import Services
from composer.services.freezing import Way

LONGEST = 2_000
"""The most characters of a note or a call for help; what is longer nobody reads on a phone."""
POLICY, USER = "escalation_policy_reference", "user_reference"


@dataclass(frozen=True, slots=True)
class Responder:
    """Somebody whom PagerDuty can page: a domain by its escalation policy, or a person of the plan. `key` is the domain's key or the contact's role."""

    key: str
    label: str
    pagerduty_id: str
    kind: str


def responders(services: Services) -> tuple[Responder, ...]:
    """Whom the plan lets PagerDuty page, the domains first."""
    plan = services.plan
    domains = [
        Responder(one.key, f"{one.label}: {one.primary}", one.pagerduty_id, POLICY)
        for one in plan.domains
        if one.pagerduty_id
    ]
    people = [
        Responder(one.role, one.name or one.role, one.pagerduty_id, USER)
        for one in plan.contacts
        if one.pagerduty_id
    ]
    return (*domains, *people)


def note(services: Services, incident_id: str, text: str) -> tuple[Delivery, ...]:
    """Store a note for the linked PagerDuty incident; carry it out afterwards. It ends with a short mark, by which it is found where the answer is lost."""
    incident, words = services.incident(incident_id), _words(services, text)
    payload = {"pagerduty_incident": incident.pagerduty_incident, "message": f"{words} (ref {{ref}})"}
    return store_beside(
        services, incident, DeliveryKind.NOTE, Channel.PAGERDUTY, [(_way(services, incident), payload)],
        f"PagerDuty note: {words}",
    )  # fmt: skip


def page(services: Services, incident_id: str, wanted: Iterable[str], text: str) -> tuple[Delivery, ...]:
    """Store a call for help to responders (domain keys or contact roles) on the linked PagerDuty incident; carry it out afterwards."""
    incident, words = services.incident(incident_id), _words(services, text)
    known = {one.key.casefold(): one for one in responders(services)}
    found = []
    for name in dict.fromkeys(wanted):
        responder = known.get(name.casefold())
        if responder is None:
            names = ", ".join(one.key for one in known.values()) or "nobody yet"
            raise RefusedError(
                told(Code.MAY_NOT_BE_PAGED, name=name),
                next_step=told(Code.MAY_BE_PAGED, names=names),
            )
        found.append(responder)
    if not found:
        raise RefusedError(told(Code.SAY_WHO_IS_PAGED))
    payload = {
        "pagerduty_incident": incident.pagerduty_incident,
        "message": words,
        "targets": [{"id": one.pagerduty_id, "type": one.kind} for one in found],
    }
    labels = ", ".join(one.label for one in found)
    return store_beside(
        services, incident, DeliveryKind.PAGE, Channel.PAGERDUTY, [(_way(services, incident), payload)],
        f"Paged {labels}: {words}",
    )  # fmt: skip


def _way(services: Services, incident: Incident) -> Way:
    if not incident.pagerduty_incident:
        raise RefusedError(
            told(Code.NOT_LINKED),
            next_step=told(Code.LINK_WITH),
        )
    if Channel.PAGERDUTY not in services.connected:
        raise RefusedError(told(Code.NO_PAGERDUTY), next_step=told(Code.ADD_CONNECTION))
    return services.ways_out.ways(Channel.PAGERDUTY, incident)[0]


def _words(services: Services, text: str) -> str:
    words = clean_text(text, multiline=True).strip()
    if not words:
        raise RefusedError(told(Code.TEXT_EMPTY))
    if len(words) > LONGEST:
        raise RefusedError(told(Code.TEXT_TAKES_AT_MOST, count=len(words), most=LONGEST))
    drill = services.plan.words.drill
    return f"{drill}: {words}" if services.practice and drill not in words else words
