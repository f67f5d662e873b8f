"""What a person sends themselves: the text to paste into each tool, and that it was sent, when, by whom and where."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, MarkedByHand
from composer.domain.errors import IllegalTransitionError, RefusedError
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.message import RenderedMessage, Segment
from composer.domain.sayings import Code, told
from composer.rendering import plain, slack
from composer.services.core import Services
from composer.services.rewritten import rewritten_text
from composer.services.titles import title_of

AHEAD = timedelta(minutes=1)
"""So far may a time lie ahead of this computer's clock, which may be late."""


def text_to_paste(services: Services, delivery: Delivery) -> str:
    """A delivery's text in its channel's own markup, as a person pastes it there. It is made from what was frozen, so it is what the program would have sent, or from the words that replaced it."""
    rewritten = rewritten_text(delivery)
    if rewritten is not None:
        return rewritten
    payload = json.loads(delivery.payload)
    if delivery.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
        return f"#{payload['name']}\n{payload['topic']}"
    match delivery.channel:
        case Channel.STATUS_PAGE:
            return str(payload["incident"]["body"])
        case Channel.PAGERDUTY:
            return str(payload["message"])
        case Channel.COPY:
            return str(payload["text"])
        case _:
            return _of_message(services, delivery)


def _of_message(services: Services, delivery: Delivery) -> str:
    messages = services.record.messages(publish_id=delivery.publish_id)
    message = next((one for one in messages if one.id == delivery.message_id), None)
    if message is None:
        raise RefusedError(told(Code.TEXT_NOT_KEPT))
    rendered = RenderedMessage(
        message.template,
        message.channel,
        (Segment(message.text),),
        None if message.subject is None else (Segment(message.subject),),
        message.language,
    )
    return slack.clipboard(slack.headed(rendered)) if delivery.in_slack else plain.with_subject(rendered)


def mark(
    services: Services, delivery_id: str, *, at: datetime | None = None, by: str = "", url: str | None = None
) -> Delivery:
    """A person sent the text themselves: at `at` (UTC; None: now), `by` whom (empty: who is at the keyboard), and where it can be seen. It stands in the timeline.

    Raises RefusedError for a time that has not come or lies before the text was made, a link that is none, and a delivery that can't be marked.
    """
    now = services.clock.now()
    delivery = services.record.delivery(delivery_id)
    at, by, url = at or now, by.strip() or services.settings.who, (url or "").strip() or None
    if at > now + AHEAD:
        raise RefusedError(told(Code.TIME_NOT_COME), next_step=told(Code.SAY_WHEN_SENT))
    if at < delivery.created_at.replace(second=0, microsecond=0):
        raise RefusedError(told(Code.MADE_AFTER), next_step=told(Code.SAY_WHEN_SENT))
    if url is not None and not url.startswith(("https://", "http://")):
        raise RefusedError(told(Code.LINK_BEGINS), next_step=told(Code.PASTE_ADDRESS))
    event = TimelineEvent(
        services.new_id("evt", now),
        delivery.incident_id,
        at,
        now,
        EventKind.DELIVERY,
        f"{title_of(services, delivery)} sent by hand" + (f": {url}" if url else ""),
        by,
        channel=delivery.channel,
    )
    try:
        return services.record.apply_with_event(delivery_id, MarkedByHand(at, by, url), event)
    except IllegalTransitionError:
        state = services.record.delivery(delivery_id).state.value.replace("_", " ")
        raise RefusedError(told(Code.NOT_IN_STATE, state=state)) from None
