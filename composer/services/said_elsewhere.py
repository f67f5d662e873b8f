"""What was said on an incident from elsewhere (on the web, by another computer), stored as said, so that nothing is said twice and the next update fits on it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState
from composer.domain.incident import Incident, TimelineEvent
from composer.domain.record import Bundle, Message, Publish, message_digest
from composer.services.core import Services


@dataclass(frozen=True, slots=True)
class SaidElsewhere:
    """One thing that a service has. `key` names it for good, so that it is stored once; `delivery_id` is that of this program on another computer, where it was it.

    `template` None: no message, but the incident's Slack channel. `payload` is in the form in which this program would have sent it.
    """

    key: str
    at: datetime
    channel: Channel
    account: str
    destination: str
    template: str | None
    severity: str
    phase: str
    text: str
    payload: dict[str, Any]
    vendor_id: str
    url: str | None
    by: str
    delivery_id: str | None = None


def store(
    services: Services,
    incident: Incident,
    said: Iterable[SaidElsewhere],
    events: Sequence[TimelineEvent],
    *,
    new: bool,
) -> Incident:
    """Store an incident and what was said on it, each at its time; what the record has already is left as it is. Interrupted, it goes on when it is called again."""
    revision = None if new else services.incident(incident.id).revision
    stored = services.record.save_incident(incident, revision, events)
    for one in sorted(said, key=lambda each: (each.at, each.key)):
        if not is_new(services, one):
            continue
        services.record.store(_bundle(services, stored, one))
        stored = services.incident(incident.id)
    return stored


def is_new(services: Services, one: SaidElsewhere) -> bool:
    """Whether the record does not have it yet, neither from elsewhere nor as a delivery of its own."""
    if one.delivery_id is not None and services.record.find_delivery(one.delivery_id) is not None:
        return False
    return services.record.publish_by_key(one.key) is None


def _bundle(services: Services, incident: Incident, one: SaidElsewhere) -> Bundle:
    data = json.dumps(one.payload, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    digest = hashlib.sha256(data).hexdigest()
    publish = Publish(
        id=services.new_id("pub", one.at),
        incident_id=incident.id,
        at=one.at,
        severity=one.severity,
        phase=one.phase,
        by=one.by,
        key=one.key,
        content_sha256=digest,
        before=incident,
    )
    message = None
    if one.template is not None:
        message = Message(
            id=services.new_id("msg", one.at),
            publish_id=publish.id,
            incident_id=incident.id,
            template=one.template,
            channel=one.channel,
            at=one.at,
            severity=one.severity,
            phase=one.phase,
            subject=None,
            text=one.text,
            values={},
            language=services.plan.language,
            sha256=message_digest(None, one.text),
        )
    delivery = Delivery(
        id=one.delivery_id or services.new_id("dlv", one.at),
        publish_id=publish.id,
        incident_id=incident.id,
        message_id=None if message is None else message.id,
        sequence=0,
        channel=one.channel,
        kind=DeliveryKind.CREATE_SLACK_CHANNEL if message is None else DeliveryKind.MESSAGE,
        template=one.template,
        account=one.account,
        destination=one.destination,
        payload=data,
        payload_sha256=digest,
        severity=one.severity,
        phase=one.phase,
        created_at=one.at,
        state=DeliveryState.SENT,
        queued_at=one.at,
        vendor_id=one.vendor_id,
        url=one.url,
        finished_at=one.at,
        by=one.by,
    )
    return Bundle(
        incident=replace(incident),
        expected_revision=incident.revision,
        publish=publish,
        messages=() if message is None else (message,),
        deliveries=(delivery,),
    )
