"""What readers have where a message was changed in its place: the record keeps what was sent, and beside it the words that replaced it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from composer.domain.delivery import Delivery
from composer.domain.record import Message

REWRITTEN = "rewritten"
"""The key of a replacing payload under which its plain words stand."""


def rewritten_text(delivery: Delivery) -> str | None:
    """The words that replaced a delivery's own; None where it stands as it was sent."""
    if delivery.amend is None or delivery.amend_after != delivery.id:
        return None
    text = json.loads(delivery.amend).get(REWRITTEN)
    return text if isinstance(text, str) else None


def as_readers_have(messages: Iterable[Message], deliveries: Iterable[Delivery]) -> tuple[Message, ...]:
    """The messages with the words that readers have now."""
    texts = {one.message_id: text for one in deliveries if (text := rewritten_text(one)) is not None}
    return tuple(replace(one, text=texts[one.id]) if one.id in texts else one for one in messages)
