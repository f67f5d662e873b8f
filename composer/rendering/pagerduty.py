"""PagerDuty status updates are plain text; nothing in them is markup, so nothing is escaped."""

from __future__ import annotations

from composer.domain.channel import LIMITS, Channel
from composer.domain.errors import RenderError
from composer.domain.message import RenderedMessage


def status_update(message: RenderedMessage) -> str:
    """The text of a status update. Raises `RenderError` where it is longer than the channel takes; it is never cut."""
    text = message.text
    limit = LIMITS[Channel.PAGERDUTY].body
    if len(text) > limit:
        raise RenderError(
            f"The PagerDuty status update has {len(text):,} characters; at most {limit:,} fit.",
            next_step="Shorten its fields.",
        )
    return text
