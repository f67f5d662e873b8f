"""Which delivery made which Slack channel: an incident may have had another one before it became a security incident."""

from __future__ import annotations

import json

from composer.domain.delivery import Delivery, DeliveryKind


def makes_channel(delivery: Delivery, slack_channel: str) -> bool:
    """Whether a delivery makes (or made, or could not make) the Slack channel of that name."""
    if delivery.kind is not DeliveryKind.CREATE_SLACK_CHANNEL:
        return False
    return str(json.loads(delivery.payload).get("name")) == slack_channel.lstrip("#")
