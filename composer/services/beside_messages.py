"""Deliveries beside the messages of a round: stored and carried out as those are, with the same promise, but said to nobody as an update."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, Recipient
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.record import Bundle, Publish
from composer.services.core import Services
from composer.services.freezing import Way, mail_id


def store_beside(
    services: Services,
    incident: Incident,
    kind: DeliveryKind,
    channel: Channel,
    payloads: Sequence[tuple[Way, Mapping[str, Any]]],
    event: str,
    *,
    readers: Sequence[tuple[str, str]] = (),
    store: bool = True,
) -> tuple[Delivery, ...]:
    """Store one delivery a payload, and what the timeline tells of it, in one transaction; carry the publish out afterwards.

    `delivery_id` of a payload is put in here; its text may hold `{ref}`, a short mark by which it is found again. `readers` (name, address) get a copy each, where it is mail. Without `store` they are only
    given, as they would be stored: for a dry run.
    """
    now, by = services.clock.now(), services.settings.who
    publish_id = services.new_id("pub", now)
    deliveries = []
    for way, content in payloads:
        delivery_id = services.new_id("dlv", now)
        ref = delivery_id[-6:]
        said = {
            name: value.replace("{ref}", ref) if isinstance(value, str) and name == "message" else value
            for name, value in content.items()
        }
        text = json.dumps(
            {**said, "delivery_id": delivery_id}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        data = text.encode()
        deliveries.append(
            Delivery(
                id=delivery_id,
                publish_id=publish_id,
                incident_id=incident.id,
                message_id=None,
                sequence=0,
                channel=channel,
                kind=kind,
                template=None,
                account=way.account,
                destination=way.destination,
                payload=data,
                payload_sha256=hashlib.sha256(data).hexdigest(),
                severity=incident.severity,
                phase=incident.phase,
                created_at=now,
                state=DeliveryState.QUEUED,
                queued_at=now,
            )
        )
    publish = Publish(
        id=publish_id,
        incident_id=incident.id,
        at=now,
        severity=incident.severity,
        phase=incident.phase,
        by=by,
        key=None,
        content_sha256=hashlib.sha256(b"".join(one.payload for one in deliveries)).hexdigest(),
        before=incident,
    )
    told = TimelineEvent(
        services.new_id("evt", now), incident.id, now, now, EventKind.NOTE, event, by, channel=channel
    )
    recipients = {
        one.id: tuple(
            Recipient(ordinal, name, email, mail_id(one.id, ordinal, email))
            for ordinal, (name, email) in enumerate(readers)
        )
        for one in deliveries
        if readers
    }
    bundle = Bundle(incident, incident.revision, publish, (), tuple(deliveries), recipients, events=(told,))
    if not store:
        return tuple(deliveries)
    services.record.store(bundle)
    return services.record.deliveries(publish_id=publish_id)
