"""What readers have where a message was changed in its place: the record keeps what was sent, and beside it the words that replaced it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery
from composer.domain.record import Message
from composer.rendering import slack

REWRITTEN = "rewritten"
"""The key of a replacing payload under which its plain words stand."""


def rewritten_text(delivery: Delivery) -> str | None:
    """The words that replaced a delivery's own; None where it stands as it was sent.

    What waits for its own is as good as done; what waits for a correction that is said first, counts once it was done.
    """
    if delivery.amend is None or (delivery.amend_after != delivery.id and delivery.amended_at is None):
        return None
    text = json.loads(delivery.amend).get(REWRITTEN)
    return text if isinstance(text, str) else None


def text_there(delivery: Delivery, message: Message) -> str:
    """A message's words as they stand there now: also where the declaration was brought up to date once the page had accepted."""
    rewritten = rewritten_text(delivery)
    if rewritten is not None:
        return rewritten
    if delivery.channel is Channel.SLACK and delivery.amend is not None and delivery.amended_at is not None:
        content = json.loads(delivery.amend)
        return slack.as_read(content["text"]) if REWRITTEN not in content else message.text
    return message.text


def as_readers_have(messages: Iterable[Message], deliveries: Iterable[Delivery]) -> tuple[Message, ...]:
    """The messages with the words that readers have now."""
    texts = {one.message_id: text for one in deliveries if (text := rewritten_text(one)) is not None}
    return tuple(replace(one, text=texts[one.id]) if one.id in texts else one for one in messages)
