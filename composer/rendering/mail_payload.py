"""A mail frozen for many recipients: everything but the recipient, as bytes.

The words are final when this is made. For each recipient only their name is put in, so nothing is rendered a second time and a copy sent after a restart is the
same to the byte as one sent before it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from composer.domain.channel import Channel
from composer.domain.delivery import Recipient
from composer.domain.message import RenderedMessage, Segment
from composer.rendering import email
from composer.rendering.compose import CUSTOMER_NAME, personalise
from composer.rendering.escaping import escape
from composer.rendering.exact import exact_json


def freeze(
    message: RenderedMessage, *, sender: str, date: datetime, headers: Mapping[str, str] | None = None
) -> bytes:
    """The mail's words, sender, date (UTC) and further headers as canonical JSON."""
    content = {
        "body": _plain(message.body),
        "channel": message.channel.value,
        "date": date.isoformat(),
        "headers": dict(sorted((headers or {}).items())),
        "language": message.language,
        "sender": sender,
        "subject": _plain(message.subject or ()),
        "template": message.template,
    }
    return exact_json(content)


def mail_for(payload: bytes, recipient: Recipient) -> bytes:
    """The mail to one recipient, ready for the wire. Raises InvalidInputError for an address that can't be written to."""
    content, message = _read(payload)
    return email.build(
        personalise(message, recipient.name),
        sender=content["sender"],
        recipient=(recipient.name, recipient.email),
        message_id=recipient.message_id,
        date=datetime.fromisoformat(content["date"]),
        headers=content["headers"],
    )


NAME_IN_TEXT, NAME_IN_HTML = "%customer-name-text%", "%customer-name-html%"
"""What stands for the recipient's name in a mail for all: once in plain words, once in HTML."""


@dataclass(frozen=True, slots=True)
class MailForAll:
    """A mail for many at once, with marks where each recipient's name is put in by the service that carries it."""

    sender: tuple[str, str]
    subject: str
    text: str
    html: str
    headers: Mapping[str, str]


def mail_for_all(payload: bytes) -> MailForAll:
    """The mail as a service takes it that personalises by itself."""
    content = json.loads(payload)
    named = personalise(_message(content), NAME_IN_TEXT)
    sender = email.parse_address(content["sender"], key="from")
    return MailForAll(
        sender=(sender.display_name, sender.addr_spec),
        subject=email.subject(named),
        text=email.plain(named),
        html=email.html_page(named).replace(NAME_IN_TEXT, NAME_IN_HTML),
        headers=content["headers"],
    )


def marks_for(payload: bytes, recipient: Recipient) -> dict[str, str]:
    """What is put in place of the marks for one recipient; nothing where the mail names nobody."""
    _, message = _read(payload)
    name = tuple(segment for segment in message.body if segment.field == CUSTOMER_NAME)[:1]
    if not name:
        return {}
    words = personalise(replace(message, body=name, subject=None), recipient.name).text
    return {NAME_IN_TEXT: words, NAME_IN_HTML: escape(words)}


@lru_cache(maxsize=4)
def _read(payload: bytes) -> tuple[dict[str, Any], RenderedMessage]:
    """A payload read once for all its recipients; nothing of it is changed."""
    content = json.loads(payload)
    return content, _message(content)


def _message(content: dict[str, Any]) -> RenderedMessage:
    return RenderedMessage(
        template=content["template"],
        channel=Channel(content["channel"]),
        body=_segments(content["body"]),
        subject=_segments(content["subject"]),
        language=content["language"],
    )


def _plain(segments: tuple[Segment, ...]) -> list[list[str | None]]:
    return [[segment.text, segment.field] for segment in segments]


def _segments(raw: list[list[str | None]]) -> tuple[Segment, ...]:
    return tuple(Segment(text or "", field) for text, field in raw)
