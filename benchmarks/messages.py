"""Thousands of messages that nobody wrote, for what has to stay fast in a long life."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState
from composer.domain.incident import Incident
from composer.domain.record import Bundle, Message, Publish, message_digest
from composer.record.digest import payload_digest
from composer.record.record import Record

COMMON = "checkout"
"""Stands in every fourth message."""
RARE = "zanzibar"
"""Stands in one of 5,000 messages."""

_RARE_EVERY = 5_000
_A_ROUND = 100
_WORDS_A_MESSAGE = 38
_WORDS = """
    error rate payment service deploy rollback region database replica latency timeout queue retry webhook signature
    header account customer login session token cache index shard node cluster network balancer certificate domain
    mail provider notification delay backlog worker thread memory disk storage upload download image search result
    query report invoice refund charge contract dashboard monitor alert threshold watch restore verify confirm partial
    degraded outage recovered stable update progress engineer team owner review cause change config
"""
_VOCABULARY = _WORDS.split()
_BEGIN = datetime(2020, 1, 1, tzinfo=UTC)


def fill(record: Record, messages: int, *, deliveries: bool = False) -> None:
    """Store so many messages of about 280 characters, with a delivery each where asked for."""
    chance = random.Random(messages)
    for first in range(0, messages, _A_ROUND):
        record.store(_round(chance, range(first, min(first + _A_ROUND, messages)), deliveries=deliveries))
        record.count(RARE)  # the search grows by portions, as it does in life, and is not made in one piece


def store_round(record: Record, messages: int, *, begin: int) -> None:
    """Store one round of so many messages, numbered from `begin` on; nobody has searched since."""
    record.store(_round(random.Random(begin), range(begin, begin + messages), deliveries=False))


def _round(chance: random.Random, numbers: range, *, deliveries: bool) -> Bundle:
    at = _BEGIN + timedelta(minutes=numbers[0])
    incident = Incident(
        id=f"inc-{numbers[0]:08d}",
        title=" ".join(chance.sample(_VOCABULARY, 4)).capitalize(),
        public_title="A problem",
        severity="P1",
        peak_severity="P1",
        phase="resolved",
        declared_at=at,
        impact_started_at=at,
        resolved_at=at + timedelta(hours=1),
    )
    publish = Publish(f"pub-{numbers[0]:08d}", incident.id, at, "P1", "investigating", "Ada", None, "0" * 64)
    messages = tuple(_message(chance, publish, number) for number in numbers)
    carried = tuple(map(_delivery, messages)) if deliveries else ()
    return Bundle(incident, None, publish, messages, carried)


def _message(chance: random.Random, publish: Publish, number: int) -> Message:
    words = _text_words(chance, number)
    text = " ".join(words).capitalize() + "."
    return Message(
        id=f"msg-{number:08d}",
        publish_id=publish.id,
        incident_id=publish.incident_id,
        template="slack_update",
        channel=Channel.SLACK,
        at=publish.at,
        severity=publish.severity,
        phase=publish.phase,
        subject=None,
        text=text,
        values={"summary": text[:80], "next_steps": text[80:140], "eta": "unknown"},
        language="en",
        sha256=message_digest(None, text),
    )


def _text_words(chance: random.Random, number: int) -> Iterable[str]:
    words = chance.choices(_VOCABULARY, k=_WORDS_A_MESSAGE)
    if number % 4 == 0:
        words[chance.randrange(_WORDS_A_MESSAGE)] = COMMON
    if number % _RARE_EVERY == 1:
        words[chance.randrange(_WORDS_A_MESSAGE)] = RARE
    return words


def _delivery(message: Message) -> Delivery:
    payload = message.text.encode()
    return Delivery(
        id=f"dlv-{message.id}",
        publish_id=message.publish_id,
        incident_id=message.incident_id,
        message_id=message.id,
        sequence=0,
        channel=message.channel,
        kind=DeliveryKind.MESSAGE,
        template=message.template,
        account="practice.slack",
        destination="#incident",
        payload=payload,
        payload_sha256=payload_digest(payload),
        severity=message.severity,
        phase=message.phase,
        created_at=message.at,
        state=DeliveryState.SENT,
        finished_at=message.at,
    )
