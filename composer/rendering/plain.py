"""Plain text: for the clipboard, and wherever a text goes that has no markup."""

from __future__ import annotations

from composer.domain.message import RenderedMessage


def text(message: RenderedMessage) -> str:
    """The message's body as it stands."""
    return message.text


def with_subject(message: RenderedMessage, *, label: str = "Subject") -> str:
    """Subject and body as one text to paste into a mail program; the body alone where there is no subject."""
    return message.text if message.subject is None else f"{label}: {message.subject_text}\n\n{message.text}"
