"""Slack is back: one post with what holds now, in place of those that never left. The old ones are never replayed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, LetBe
from composer.domain.errors import IllegalTransitionError, RefusedError
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.plan import Trigger
from composer.domain.record import Publish
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, told
from composer.publishing.port import Answers
from composer.services.core import Published, Services
from composer.services.drafting import draft_of
from composer.services.titles import title_of

_S = DeliveryState
ASKS = frozenset({DeliveryState.FAILED, DeliveryState.STALE})
"""States in which a post never left and waits for a person."""
NOT_LEFT = ASKS | {DeliveryState.QUEUED, DeliveryState.WAITING}


def can_catch_up(delivery: Delivery) -> bool:
    """Whether a post of an incident's Slack channel never left, so that one with what holds now may take its place."""
    return (
        delivery.channel is Channel.SLACK
        and delivery.kind is DeliveryKind.MESSAGE
        and delivery.state in ASKS
        and delivery.template is not None
    )


def unheard(services: Services) -> tuple[Delivery, ...]:
    """Where Slack did not take a post in time: the newest one of each workspace, of the incidents that are open. One that never was tried (the program was closed, say) is not among them."""
    found = []
    for incident in services.record.incidents(open_only=True):
        every = services.record.deliveries(incident_id=incident.id)
        newest = {one.account: one for one in every if _is_post(one) and one.state is not _S.CANCELLED}
        for post in newest.values():
            lane = [one for one in every if one.publish_id == post.publish_id and one.lane == post.lane]
            if post.state is _S.STALE and any(one.attempts for one in lane):
                found.append(post)
    return tuple(found)


def heard_again(services: Services) -> tuple[Delivery, ...]:
    """Those of `unheard` whose workspace answers by now. Each is asked once, nothing is written there, and nothing is sent: a person decides. Blocks for some seconds where one is still away."""
    waiting = unheard(services)
    destinations: dict[str, object] = {**services.ways_out.destinations()} if waiting else {}
    back = set()
    for account in dict.fromkeys(one.account for one in waiting):
        destination = destinations.get(account)
        if isinstance(destination, Answers) and destination.answers():
            back.add(account)
    return tuple(one for one in waiting if one.account in back)


def catch_up(services: Services, incident_id: str, *, hold_s: float | None = None) -> Published:
    """Store one Slack post with what holds now, and let those be that it replaces; carry it out afterwards.

    It says what was said last, at the phase and severity of now: the declaration where nobody in the channel was ever told, else the update or the end. A channel that could
    not be made is made first. Asked again for the same old posts, it goes on with the same one. With a blocking finding nothing is stored. RefusedError where no post
    waits for a person.
    """
    incident = services.incident(incident_id)
    before = services.record.deliveries(incident_id=incident_id)
    old = _posts(before, ASKS)
    if not old:
        raise RefusedError(told(Code.NO_POST_WAITS))
    digest = hashlib.sha256("\n".join(one.id for one in old).encode()).hexdigest()
    draft = draft_of(
        incident,
        services.record.messages(incident_id=incident_id),
        services.clock.now(),
        services.new_id,
    )
    accounts = frozenset(one.account for one in old)  # a workspace that was told all along needs nothing
    template = _template(services, incident, [one for one in before if one.account in accounts])
    asked = services.library.templates[template].head.fields
    request = PublishRequest(
        phase=incident.phase,
        content_sha256=digest,
        incident_id=incident.id,
        key=f"catch-up {digest[:32]}",
        values={name: value for name, value in draft.values.items() if name in asked},
        messages=(template,),
        hold_s=hold_s,
        accounts=accounts,
    )
    published = services.publish(request, carry_out=False)
    if published.publish is not None:
        _let_be(services, published.publish, _posts(before, NOT_LEFT))
    return published


def _posts(deliveries: Collection[Delivery], states: Collection[DeliveryState]) -> tuple[Delivery, ...]:
    return tuple(one for one in deliveries if _is_post(one) and one.state in states)


def _is_post(one: Delivery) -> bool:
    return one.channel is Channel.SLACK and one.kind is DeliveryKind.MESSAGE


def _template(services: Services, incident: Incident, before: Collection[Delivery]) -> str:
    """The plan's Slack message that fits now: what declares the incident only where the channel was never told."""
    was_told = bool(_posts(before, {DeliveryState.SENT, DeliveryState.BY_HAND, DeliveryState.UNKNOWN}))
    fitting = {
        one.head.name: one
        for one in services.library.offered(incident.severity, incident.phase)
        if one.head.channel is Channel.SLACK
    }
    rules = [one for one in services.plan.messages if one.template in fitting]
    rules.sort(key=lambda one: (Trigger.FIRST in one.triggers) is was_told)
    if not rules:
        raise RefusedError(
            told(Code.NO_SLACK_MESSAGE),
            next_step=told(Code.WRITE_ONE),
        )
    return rules[0].template


def _let_be(services: Services, current: Publish, old: Collection[Delivery]) -> None:
    now, by = services.clock.now(), services.settings.who
    for one in old:
        if one.publish_id == current.id:
            continue
        event = TimelineEvent(
            services.new_id("evt", now),
            one.incident_id,
            now,
            now,
            EventKind.DELIVERY,
            f"{title_of(services, one)} not sent: a current post took its place",
            by,
            channel=one.channel,
        )
        try:
            services.record.apply_with_event(one.id, LetBe(now, by), event)
        except IllegalTransitionError:
            continue  # it is being sent now, or somebody has decided
