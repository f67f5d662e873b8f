"""PagerDuty beside its status updates: a note on the incident, and help asked of a responder or of a domain's escalation policy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind
from composer.domain.errors import RefusedError
from composer.domain.fields import clean_text
from composer.domain.incident import Incident
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
                f"The plan does not let “{name}” be paged by PagerDuty.",
                next_step=f"It lets be paged: {names}. Put the pagerduty_id of a domain (its escalation policy) or of a contact into the plan.",
            )
        found.append(responder)
    if not found:
        raise RefusedError("Say who is to be paged.")
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
            "No PagerDuty incident is linked.",
            next_step="Link one with: incident-composer take-over --pagerduty ID --into INCIDENT",
        )
    if Channel.PAGERDUTY not in services.connected:
        raise RefusedError("There is no connection to PagerDuty.", next_step="Add one under Connections.")
    return services.ways_out.ways(Channel.PAGERDUTY, incident)[0]


def _words(services: Services, text: str) -> str:
    words = clean_text(text, multiline=True).strip()
    if not words:
        raise RefusedError("The text is empty.")
    if len(words) > LONGEST:
        raise RefusedError(f"The text has {len(words):,} characters; at most {LONGEST:,} are taken.")
    drill = services.plan.words.drill
    return f"{drill}: {words}" if services.practice and drill not in words else words
