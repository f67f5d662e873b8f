"""What a delivery is called in a sentence for people."""

from __future__ import annotations

from composer.domain.delivery import Delivery, DeliveryKind
from composer.services.core import Services

_OF_KIND = {
    DeliveryKind.CREATE_SLACK_CHANNEL: "Slack channel",
    DeliveryKind.NOTE: "PagerDuty note",
    DeliveryKind.PAGE: "PagerDuty page",
    DeliveryKind.RESPONDERS: "Mail to responders",
    DeliveryKind.POSTMORTEM: "Post-mortem",
    DeliveryKind.BACKFILL: "Past incident",
}


def title_of(services: Services, delivery: Delivery) -> str:
    """The message's title as its template says; what is no message, by its kind."""
    template = services.library.templates.get(delivery.template or "")
    if template is not None:
        return template.head.title
    return _OF_KIND.get(delivery.kind, "Message")
