"""PagerDuty status updates are plain text; nothing in them is markup, so nothing is escaped."""

from __future__ import annotations

from composer.domain.channel import LIMITS, Channel
from composer.domain.errors import RenderError
from composer.domain.message import RenderedMessage
from composer.domain.sayings import Code, told


def status_update(message: RenderedMessage) -> str:
    """The text of a status update. Raises `RenderError` where it is longer than the channel takes; it is never cut."""
    text = message.text
    limit = LIMITS[Channel.PAGERDUTY].body
    if len(text) > limit:
        raise RenderError(
            told(Code.UPDATE_TOO_LONG, count=len(text), most=limit),
            next_step=told(Code.SHORTEN_FIELDS),
        )
    return text
