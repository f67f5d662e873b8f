"""Putting right what was sent: a new, labelled correction, or on request the same message with other words."""

from __future__ import annotations

import json
from dataclasses import dataclass

from composer.checks.gate import Asked, check_message
from composer.checks.leaks_told import first_leak
from composer.checks.security import first_word_kept
from composer.domain.approval import rules_for
from composer.domain.channel import PUBLIC, Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, Recipient, RecipientState
from composer.domain.errors import RefusedError
from composer.domain.findings import Level
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.message import RenderedMessage, Segment
from composer.domain.record import Message
from composer.domain.sayings import Code, told
from composer.domain.security import security_state
from composer.rendering import slack, status_page
from composer.services.core import Services
from composer.services.freezing import mail_id
from composer.services.rewritten import REWRITTEN, as_readers_have

REACHED = frozenset({DeliveryState.SENT, DeliveryState.BY_HAND, DeliveryState.UNKNOWN})
"""States in which readers have got a message, or may have."""
CAN_REWRITE = frozenset({Channel.SLACK, Channel.STATUS_PAGE})
"""Where a message can be changed after it was sent. A mail can't."""


@dataclass(frozen=True, slots=True)
class Correctable:
    """How one delivery can be put right. `message` is as readers have it; `may_rewrite`: the destination can change its words in place."""

    delivery: Delivery
    message: Message
    may_rewrite: bool


def can_correct(services: Services, delivery: Delivery) -> bool:
    """Whether there is anything to put right, and a template to do it with."""
    return (
        delivery.state in REACHED
        and delivery.kind is DeliveryKind.MESSAGE
        and services.library.correction(delivery.channel) is not None
    )


def correctable(services: Services, delivery_id: str) -> Correctable:
    """How a delivery can be put right; RefusedError where it can't be."""
    delivery = services.record.delivery(delivery_id)
    if not can_correct(services, delivery):
        raise RefusedError(told(Code.NOTHING_TO_CORRECT))
    messages = services.record.messages(publish_id=delivery.publish_id)
    readers_have = as_readers_have(messages, [delivery])
    message = next((one for one in readers_have if one.id == delivery.message_id), None)
    if message is None:
        raise RefusedError(told(Code.TEXT_NOT_KEPT))
    rewrites = (
        delivery.state is DeliveryState.SENT
        and delivery.channel in CAN_REWRITE
        and delivery.channel in services.connected
        and delivery.vendor_id is not None  # a webhook tells none, so nothing can be found again
    )
    return Correctable(delivery, message, rewrites)


def who_may_have(services: Services, delivery: Delivery) -> tuple[Recipient, ...]:
    """Who got a mail, or may have got it. Whom a person mailed by hand is not known one by one: they may be all but those who were refused."""
    states = {RecipientState.ACCEPTED, RecipientState.UNKNOWN}
    if delivery.state is DeliveryState.BY_HAND:
        states.add(RecipientState.PENDING)
    return services.record.recipients(delivery.id, states)


def addressed(delivery_id: str, reached: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    """The recipients of a correction: whoever the wrong mail reached, anew, each with a Message-ID of their own."""
    return tuple(
        Recipient(ordinal, one.name, one.email, mail_id(delivery_id, ordinal, one.email))
        for ordinal, one in enumerate(reached)
    )


def rewrite(services: Services, delivery_id: str, text: str, reason: str) -> Delivery:
    """Store other words for a message that was sent, in its place; carry its publish out afterwards. The new words and the reason stand in the timeline."""
    payload, event = rewritten_payload(services, delivery_id, text, reason)
    return services.record.rewrite(delivery_id, payload, event)


def rewritten_payload(
    services: Services, delivery_id: str, text: str, reason: str
) -> tuple[bytes, TimelineEvent]:
    """What would replace a message that was sent, and what the timeline tells of it; nothing is stored. RefusedError where that can't be."""
    found = correctable(services, delivery_id)
    delivery, message = found.delivery, found.message
    if not found.may_rewrite:
        raise RefusedError(told(Code.UNCHANGEABLE), next_step=told(Code.SEND_CORRECTION))
    if not reason.strip():
        raise RefusedError(told(Code.REWRITE_ASKS_REASON))
    if not text.strip() or text == message.text:
        raise RefusedError(told(Code.WORDS_AS_WERE))
    incident = services.incident(delivery.incident_id)
    if rules_for(services.plan, incident, incident.severity, message.template, message.channel):
        raise RefusedError(told(Code.REWRITE_NEEDS_APPROVAL), next_step=told(Code.SEND_CORRECTION))
    if services.practice and services.plan.words.drill not in text:
        raise RefusedError(told(Code.DRILL_STAYS, drill=services.plan.words.drill))
    rendered = _with_labels(message, text)
    template = services.library.templates.get(message.template)
    if template is not None:  # one that is no longer in force asks for nothing
        findings = check_message(Asked(template.head, message.values, rendered), services.library.catalogue)
        blocking = [one for one in findings if one.level is Level.BLOCKING]
        if blocking:
            raise RefusedError(blocking[0].text)
    services.learn()
    leak = first_leak(services.guard, text, public=message.channel in PUBLIC)
    if leak is None and message.channel in PUBLIC:
        incident = services.incident(delivery.incident_id)
        state = security_state(services.plan, incident, services.record.events(incident.id))
        leak = first_word_kept(services.plan, incident, state, text)
    if leak is not None:
        raise RefusedError(leak, next_step=told(Code.OTHER_WORDS))
    now = services.clock.now()
    event = TimelineEvent(
        services.new_id("evt", now),
        delivery.incident_id,
        now,
        now,
        EventKind.DELIVERY,
        f"Rewritten in place: {text}",
        services.settings.who,
        reason.strip(),
        channel=delivery.channel,
    )
    return _payload(delivery, rendered), event


def _payload(delivery: Delivery, rendered: RenderedMessage) -> bytes:
    payload = json.loads(delivery.payload) | {REWRITTEN: rendered.text}
    if delivery.channel is Channel.SLACK:
        payload |= slack.payload(rendered, {}, people=())
    else:
        payload["incident"]["body"] = status_page.body(rendered)
    return json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _with_labels(message: Message, text: str) -> RenderedMessage:
    """The new text, of which whole labels of the old one (`Severity:`) stay the template's own wording, and all else is what a person typed."""
    labels = {line.partition(":")[0] for line in message.text.split("\n") if ":" in line}
    segments: list[Segment] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            segments.append(Segment("\n", "rewritten"))
        label, colon, rest = line.partition(":")
        if colon and label in labels:
            segments += [Segment(f"{label}:"), Segment(rest, "rewritten")]
        else:
            segments.append(Segment(line, "rewritten"))
    return RenderedMessage(message.template, message.channel, tuple(segments), None, message.language)
