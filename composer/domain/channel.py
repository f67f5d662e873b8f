"""Where a message goes, who reads it there, and how much fits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """A way out. A Slack channel (`#incident-…`) is never called a channel, always a `slack_channel`."""

    SLACK = "slack"
    STATUS_PAGE = "status_page"
    EMAIL = "email"
    EXECUTIVE = "executive"
    PAGERDUTY = "pagerduty"
    COPY = "copy"


PUBLIC = (Channel.STATUS_PAGE, Channel.EMAIL)
"""The channels on which customers read."""


class Audience(StrEnum):
    """Who reads a text. What is internal never reaches the public."""

    INTERNAL = "internal"
    PUBLIC = "public"
    EXECUTIVE = "executive"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ChannelLimits:
    """The most characters that a channel takes; None means no limit of its own.

    Slack: `chat.update` refuses more than 4,000 characters of text, and a message that can't be corrected is not
    one we send. Statuspage: body 25,000, name 255. Mail: a subject over 200 characters is cut or folded badly by
    readers; the body is held to 100,000 so that one mail stays small. PagerDuty status updates: 10,000 is far above any
    use and far below its limit.
    """

    body: int
    subject: int | None = None


LIMITS: dict[Channel, ChannelLimits] = {
    Channel.SLACK: ChannelLimits(body=4_000),
    Channel.STATUS_PAGE: ChannelLimits(body=25_000, subject=255),
    Channel.EMAIL: ChannelLimits(body=100_000, subject=200),
    Channel.EXECUTIVE: ChannelLimits(body=100_000, subject=200),
    Channel.PAGERDUTY: ChannelLimits(body=10_000),
    Channel.COPY: ChannelLimits(body=100_000),
}
POST_LIMIT = 13_200
"""The most characters that all blocks of a Slack post may have together (undocumented, seen in practice): what a text of another channel may have that is posted there too."""
