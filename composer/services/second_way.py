"""Slack does not take a post: responders get its text by mail, or are paged by PagerDuty."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState
from composer.domain.errors import RefusedError
from composer.domain.incident import Incident
from composer.domain.message import RenderedMessage, Segment
from composer.domain.plan import Contact
from composer.domain.sayings import Code, told
from composer.rendering import mail_payload
from composer.services.beside_messages import store_beside
from composer.services.core import Services
from composer.services.freezing import Way
from composer.services.paging import LONGEST, Responder, page, responders

NOT_THERE = frozenset({DeliveryState.WAITING, DeliveryState.FAILED, DeliveryState.STALE})
"""States in which nobody in the channel has the post, and nobody soon will."""


@dataclass(frozen=True, slots=True)
class SecondWays:
    """Who can be reached beside Slack: contacts of the plan by mail (`account` carries it), and whom PagerDuty may page. `named` are the roles of those whom the
    incident concerns first. `no_mail` and `no_page` say why nobody can be reached so, with the next step."""

    text: str
    people: tuple[Contact, ...]
    account: str | None
    paged: tuple[Responder, ...]
    named: frozenset[str]
    no_mail: str | None = None
    no_page: str | None = None


def has_second_way(delivery: Delivery, others: Iterable[Delivery]) -> bool:
    """Whether a post did not reach the incident's Slack channel, so that its readers want another way. `others` are those of its round: one that is queued may stand
    behind a channel that can't be made."""
    if delivery.channel is not Channel.SLACK or delivery.kind is not DeliveryKind.MESSAGE:
        return False
    if delivery.state is DeliveryState.QUEUED:
        return any(one.lane == delivery.lane and one.state in NOT_THERE for one in others)
    return delivery.state in NOT_THERE


def waiting_post(services: Services, incident_id: str) -> Delivery:
    """The newest Slack post of an incident that did not get there; RefusedError where all did."""
    every = services.record.deliveries(incident_id=services.incident(incident_id).id)
    found = [one for one in every if has_second_way(one, every)]
    if not found:
        raise RefusedError(told(Code.ALL_POSTS_THERE))
    return found[-1]


def second_ways(services: Services, delivery_id: str) -> SecondWays:
    """Who can be reached with the text of a Slack post that did not get there."""
    delivery = services.record.delivery(delivery_id)
    incident, plan = services.incident(delivery.incident_id), services.plan
    people = tuple(one for one in plan.contacts if one.email)
    accounts = services.ways_out.mail_accounts
    no_mail = no_page = None
    if not people:
        no_mail = told(Code.NO_CONTACT_ADDRESS)
    elif not accounts:
        no_mail = told(Code.NO_MAIL_CONNECTED)
    paged = responders(services)
    if not incident.pagerduty_incident:
        no_page = told(Code.NOT_LINKED_NO_PAGE)
    elif Channel.PAGERDUTY not in services.connected:
        no_page = told(Code.PAGERDUTY_NOT_CONNECTED)
    elif not paged:
        no_page = told(Code.NOBODY_PAGEABLE)
    return SecondWays(
        text=_text(services, delivery),
        people=() if no_mail else people,
        account=accounts[0] if accounts else None,
        paged=() if no_page else paged,
        named=_named(services, incident),
        no_mail=no_mail,
        no_page=no_page,
    )


def reach_responders(
    services: Services, delivery_id: str, *, mailed: Sequence[str] = (), paged: Sequence[str] = ()
) -> tuple[Delivery, ...]:
    """Store a mail to contacts (by role) with the post's text, and a call for help at PagerDuty; carry them out afterwards. The post itself stays as it is.

    RefusedError where the post got there after all, or nobody is named.
    """
    delivery = services.record.delivery(delivery_id)
    if not has_second_way(delivery, services.record.deliveries(publish_id=delivery.publish_id)):
        raise RefusedError(told(Code.POST_WAITS_NO_MORE), next_step=told(Code.LOOK_AT_ROW))
    ways = second_ways(services, delivery_id)
    wanted = {role.casefold() for role in mailed}
    people = [one for one in ways.people if one.role.casefold() in wanted]
    strangers = wanted - {one.role.casefold() for one in people}
    if strangers:
        raise RefusedError(
            told(Code.NOT_MAILABLE, name=sorted(strangers)[0]),
            next_step=ways.no_mail or told(Code.THERE_IS, names=", ".join(one.role for one in ways.people)),
        )
    if not people and not paged:
        raise RefusedError(told(Code.SAY_WHO))
    stored: tuple[Delivery, ...] = ()
    if people and ways.account is not None:
        stored += _mail(services, delivery, people, ways)
    if paged:
        stored += page(services, delivery.incident_id, paged, ways.text[:LONGEST])
    return stored


def _mail(
    services: Services, delivery: Delivery, people: Sequence[Contact], ways: SecondWays
) -> tuple[Delivery, ...]:
    incident, plan = services.incident(delivery.incident_id), services.plan
    drill = f"{plan.words.drill} · " if services.practice else ""
    subject = f"{drill}{delivery.severity} {plan.phase(delivery.phase).label}: {incident.title}"
    mail = RenderedMessage(
        delivery.template or "responders",
        Channel.EXECUTIVE,
        (Segment(ways.text, "text"),),
        (Segment(subject, "subject"),),
        plan.language,
    )
    sender = services.ways_out.mail_lists[Channel.EXECUTIVE].sender
    payload = mail_payload.freeze(
        mail, sender=sender, date=services.clock.now(), headers={"Auto-Submitted": "auto-generated"}
    )
    names = ", ".join(one.name or one.role for one in people)
    return store_beside(
        services,
        incident,
        DeliveryKind.RESPONDERS,
        Channel.EXECUTIVE,
        [(Way(ways.account or "", "responders"), json.loads(payload))],
        f"Mailed to {names} in place of Slack",
        readers=[(one.name or one.role, one.email) for one in people],
    )


def _text(services: Services, delivery: Delivery) -> str:
    messages = services.record.messages(publish_id=delivery.publish_id)
    message = next((one for one in messages if one.id == delivery.message_id), None)
    if message is None:
        raise RefusedError(told(Code.TEXT_NOT_KEPT))
    return message.text


def _named(services: Services, incident: Incident) -> frozenset[str]:
    """The roles of the contacts that have a part in the incident, or are notified at its severity."""
    notified = services.plan.severity(incident.severity).notified
    if incident.security:
        notified = services.plan.security.need_to_know
    handles = {person.removeprefix("@").casefold() for person in incident.roles.values()}
    return frozenset(
        one.role
        for one in services.plan.contacts
        if one.role in notified or one.slack.removeprefix("@").casefold() in handles
    )
