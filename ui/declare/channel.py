"""The Slack channel of a declaration: made from the title, made under another name, or one that exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from composer.domain.draft import Draft
from composer.domain.fields import read_time
from composer.rendering.slack_channel import (
    free_name,
    given_slack_channel,
    is_channel_id,
    new_slack_channel,
    private_channel_name,
    slack_channel_name,
)

SLACK_CHANNEL, EXISTS = "slack_channel", "slack_channel_exists"


@dataclass(frozen=True, slots=True)
class SlackChannel:
    """`is_new`: it is made on declaring. `belongs_to` is the title of the incident whose channel it is known to be; `may_exist` that only the person can tell whether it exists."""

    name: str = ""
    is_new: bool = True
    belongs_to: str = ""
    may_exist: bool = False


def slack_channel(
    draft: Draft, pattern: str, title: str, now: datetime, known: Mapping[str, str], private: str = ""
) -> SlackChannel:
    """Where the declaration goes. A name that was typed and is known means that channel; `known` maps names to incidents' titles.

    The name made from the title is never another incident's: it gets a number then. Of a security incident `title` is its code name, and `private` the plan's pattern for that.
    """
    typed = draft.facts.get(SLACK_CHANNEL)
    if not isinstance(typed, str) or not typed.strip():
        started = read_time(str(draft.facts.get("impact_started_at") or "")) or now
        day = started.astimezone(UTC).date()
        if private:
            return SlackChannel(free_name(private_channel_name(private, day, title), known))
        return SlackChannel(free_name(slack_channel_name(pattern, day, title), known))
    given = given_slack_channel(typed)
    if given in known:
        return SlackChannel(given, is_new=False, belongs_to=known[given])
    if is_channel_id(typed.strip().lstrip("#")):
        return SlackChannel(given, is_new=False)
    if draft.facts.get(EXISTS) is True:
        return SlackChannel(given, is_new=False, may_exist=True)
    return SlackChannel(new_slack_channel(typed), may_exist=True)
