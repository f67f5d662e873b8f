"""On the status page after the fact: the public post-mortem, and a past incident that was never there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from composer.checks.gate import left_to_fill
from composer.checks.leaks_told import first_leak
from composer.domain.channel import LIMITS, Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState
from composer.domain.errors import RefusedError
from composer.domain.fields import clean_text
from composer.domain.incident import Incident
from composer.domain.sayings import Code, told
from composer.publishing.running import ReadsPage
from composer.services.beside_messages import store_beside
from composer.services.core import Services
from composer.services.freezing import Way

_THERE = frozenset({DeliveryState.SENT, DeliveryState.UNKNOWN})
_NOT_THERE = frozenset({DeliveryState.CANCELLED, DeliveryState.STALE, DeliveryState.FAILED})
TOLD = ("what_happened", "impact_to_you", "what_we_did", "prevention")
"""The public fields in which customers were told how it went."""


@dataclass(frozen=True, slots=True)
class OnPages:
    """How the pages at Statuspage stand to a past incident, by their destinations: those that carry it, those that never did, and those that have its post-mortem (or may have).

    `text` is a beginning for what can be said there, of what customers were told.
    """

    carry: tuple[str, ...]
    lack: tuple[str, ...]
    explained: tuple[str, ...]
    text: str


def on_pages(services: Services, incident_id: str) -> OnPages:
    """How the pages stand to an incident. Nothing is asked and nothing is stored."""
    incident = services.incident(incident_id)
    every = services.record.deliveries(incident_id=incident_id)
    of_page = [one for one in every if one.channel is Channel.STATUS_PAGE]
    there = {
        one.account for one in of_page if one.state in _THERE and one.kind is not DeliveryKind.POSTMORTEM
    }
    perhaps = {one.account for one in of_page if one.state not in _NOT_THERE}
    explained = {
        one.account for one in of_page if one.kind is DeliveryKind.POSTMORTEM and one.state not in _NOT_THERE
    }
    ways = _ways(services, incident)
    values = dict(incident.values)
    for message in services.record.messages(incident_id=incident_id):
        values.update({name: value for name, value in message.values.items() if name in TOLD})
    said = [str(values[name]).strip() for name in TOLD if isinstance(values.get(name), str)]
    return OnPages(
        tuple(one.destination for one in ways if one.account in there),
        tuple(one.destination for one in ways if one.account not in perhaps),
        tuple(one.destination for one in ways if one.account in explained),
        "\n\n".join(one for one in said if one),
    )


def publish_postmortem(
    services: Services, incident_id: str, text: str, *, notify: bool, store: bool = True
) -> tuple[Delivery, ...]:
    """Store the public post-mortem for each page that carries the incident; carry it out afterwards. `text` is Markdown for customers, not the document of the team.

    `notify`: whether the page's subscribers are told. RefusedError for a text that may not leave, and where no page carries the incident.
    """
    incident = services.incident(incident_id)
    if incident.is_open:
        raise RefusedError(told(Code.STILL_OPEN_POSTMORTEM))
    body = _body(services, incident, text)
    on_page = {
        one.account
        for one in services.record.deliveries(incident_id=incident_id, states=_THERE)
        if one.channel is Channel.STATUS_PAGE
    }
    ways = [one for one in _ways(services, incident) if one.account in on_page]
    if not ways:
        raise RefusedError(told(Code.NO_STATUSPAGE_CARRIES), next_step=told(Code.BACKFILL_FIRST))
    payload: dict[str, Any] = {"incident": {"id": incident.id, "body": body}, "notify": notify}
    reached = "subscribers are told" if notify else "nobody is told"
    return store_beside(
        services, incident, DeliveryKind.POSTMORTEM, Channel.STATUS_PAGE, [(way, payload) for way in ways],
        f"Public post-mortem published, {reached}", store=store,
    )  # fmt: skip


def backfill(
    services: Services, incident_id: str, text: str, *, accounts: Sequence[str] = (), store: bool = True
) -> tuple[Delivery, ...]:
    """Store a past incident for the pages that never carried it (or the named ones), with its dates and without telling anyone; carry it out afterwards."""
    incident = services.incident(incident_id)
    ended = incident.impact_ended_at or incident.resolved_at
    if incident.is_open or ended is None:
        raise RefusedError(told(Code.STILL_OPEN_PAST))
    if not incident.public_title.strip():
        raise RefusedError(told(Code.NO_PUBLIC_TITLE))
    body = _body(services, incident, text)
    on_page = {
        one.account
        for one in services.record.deliveries(incident_id=incident_id)
        if one.channel is Channel.STATUS_PAGE and one.state not in _NOT_THERE
    }
    ways = [
        one
        for one in _ways(services, incident)
        if one.account not in on_page and (not accounts or one.account in accounts)
    ]
    if not ways:
        raise RefusedError(told(Code.ALL_PAGES_CARRY))
    said = {
        "id": incident.id,
        "name": incident.public_title,
        "status": "resolved",
        "body": body,
        "impact": services.plan.severity(incident.peak_severity).page_impact,
        "components": {},
        "began_at": incident.impact_started_at.isoformat(),
        "ended_at": ended.isoformat(),
    }
    return store_beside(
        services, incident, DeliveryKind.BACKFILL, Channel.STATUS_PAGE, [(way, {"incident": said}) for way in ways],
        "Put on the status page as a past incident, nobody is told", store=store,
    )  # fmt: skip


def _ways(services: Services, incident: Incident) -> list[Way]:
    """The pages at Statuspage; what the program writes itself has no such thing."""
    destinations = services.ways_out.destinations()
    return [
        one
        for one in services.ways_out.ways(Channel.STATUS_PAGE, incident)
        if isinstance(destinations.get(one.account), ReadsPage)
    ]


def _body(services: Services, incident: Incident, text: str) -> str:
    if incident.security:
        raise RefusedError(told(Code.SECURITY_NOT_AFTER), next_step=told(Code.SECURITY_END_FIRST))
    body = clean_text(text, multiline=True).strip()
    limit = LIMITS[Channel.STATUS_PAGE].body
    if not body:
        raise RefusedError(told(Code.TEXT_EMPTY))
    if len(body) > limit:
        raise RefusedError(told(Code.TEXT_HAS_TOO_MANY, count=len(body), most=limit))
    left = left_to_fill(body, services.library.catalogue)
    if left is not None:
        raise RefusedError(told(Code.TEXT_STILL_SAYS, left=left), next_step=told(Code.FILL_IT_IN))
    services.learn()
    leak = first_leak(services.guard, body, public=True)
    if leak is not None:
        raise RefusedError(leak, next_step=told(Code.OTHER_WORDS))
    title = incident.title.strip()
    if title and title != incident.public_title and title.casefold() in body.casefold():
        raise RefusedError(told(Code.TEXT_HOLDS_TITLE))
    return body
