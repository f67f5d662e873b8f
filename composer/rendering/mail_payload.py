"""A mail frozen for many recipients: everything but the recipient, as bytes.

The words are final when this is made. For each recipient only their name is put in, so nothing is rendered a second time and a copy sent after a restart is the
same to the byte as one sent before it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from composer.domain.channel import Channel
from composer.domain.delivery import Recipient
from composer.domain.message import RenderedMessage, Segment
from composer.rendering import email
from composer.rendering.compose import personalise


def freeze(
    message: RenderedMessage, *, sender: str, date: datetime, headers: Mapping[str, str] | None = None
) -> bytes:
    """The mail's words, sender, date (UTC) and further headers as canonical JSON."""
    content = {
        "template": message.template,
        "channel": message.channel.value,
        "language": message.language,
        "sender": sender,
        "date": date.isoformat(),
        "headers": dict(headers or {}),
        "subject": _plain(message.subject or ()),
        "body": _plain(message.body),
    }
    return _as_text(content).encode()


# What is written here was just made and can't hold itself, so nobody has to watch for that.
_as_text = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode


def mail_for(payload: bytes, recipient: Recipient) -> bytes:
    """The mail to one recipient, ready for the wire. Raises InvalidInputError for an address that can't be written to."""
    content = json.loads(payload)
    message = RenderedMessage(
        template=content["template"],
        channel=Channel(content["channel"]),
        body=_segments(content["body"]),
        subject=_segments(content["subject"]),
        language=content["language"],
    )
    return email.build(
        personalise(message, recipient.name),
        sender=content["sender"],
        recipient=(recipient.name, recipient.email),
        message_id=recipient.message_id,
        date=datetime.fromisoformat(content["date"]),
        headers=content["headers"],
    )


def _plain(segments: tuple[Segment, ...]) -> list[list[str | None]]:
    return [[segment.text, segment.field] for segment in segments]


def _segments(raw: list[list[str | None]]) -> tuple[Segment, ...]:
    return tuple(Segment(text or "", field) for text, field in raw)
