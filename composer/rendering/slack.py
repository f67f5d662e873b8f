"""Slack: the payload of a post, and the same text in Slack's own markup for hands that paste it.

Slack's markup has no escape for `*`, `_`, `~` and the backtick. So a post carries its text in `plain_text` and rich text
elements, where nothing is markup and nobody can be called by what a person typed. Bold are the template's own
labels ("Severity:"), and only a person field may become a mention.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from composer.domain.channel import LIMITS, Channel
from composer.domain.errors import RenderError
from composer.domain.message import RenderedMessage, Segment, join
from composer.rendering.lines import Line, label_length, lines_of

HEADER_LIMIT = 150
"""The most characters of a header block."""
BLOCKS_LIMIT = 13_200
"""The most characters that all blocks of a message may have together (undocumented, seen in practice)."""
PEOPLE = ("incident_commander", "technical_lead")
"""The fields whose person is mentioned, unless told otherwise."""
LINKS = ("status_page_url",)
"""The fields (from the plan, never typed) whose address is a link."""

_USER = re.compile(r"[UW][A-Z0-9]{2,30}")
_GROUP = re.compile(r"S[A-Z0-9]{2,30}")
_ADDRESS = re.compile(r"https://[^\s<>|]+")
# Look-alikes: the only thing that is sure to stay text. An underscore or asterisk inside a word (`pay_7f9c`) is no markup
# and stays, so that names can be copied.
_MARKUP = re.compile(r"[*~`]|(?<!\w)_|_(?!\w)|(?m:^)[ \t]*>")
_MARKS = "*~`_>"
_LOOK_ALIKE = str.maketrans({"*": "∗", "~": "∼", "`": "ˋ", "_": "＿", ">": "›"})
_AS_TYPED = {ord(like): chr(sign) for sign, like in _LOOK_ALIKE.items()}

Element = dict[str, Any]


def payload(
    message: RenderedMessage, mentions: Mapping[str, str], *, people: Collection[str] = PEOPLE
) -> dict[str, Any]:
    """What `chat.postMessage`, `chat.update` and a webhook take, apart from where it goes.

    `mentions` gives the Slack id of a person or group by handle, with or without @; `people` are the fields that may
    become a mention. `text` is for notifications and screen readers.

    Raises `RenderError` where the message is longer than Slack takes.
    """
    length = len(message.text)
    if length > BLOCKS_LIMIT:
        raise RenderError(
            f"The Slack message has {length:,} characters; at most {BLOCKS_LIMIT:,} fit.",
            next_step="Shorten its fields.",
        )
    return {
        "text": fallback(message),
        "blocks": _blocks(message, _by_handle(mentions), people),
        "unfurl_links": False,
        "unfurl_media": False,
    }


def fallback(message: RenderedMessage) -> str:
    """The text beside the blocks: escaped, without any markup, cut with … where Slack takes no more."""
    return _cut(escaped(message), LIMITS[Channel.SLACK].body)


def escaped(message: RenderedMessage) -> str:
    """The whole text as Slack takes it, and counts it."""
    return _inert(message.text)


def as_typed(text: str) -> str:
    """The words of a post of ours as they were typed: with the signs in whose place look-alikes went out."""
    return text.translate(_AS_TYPED)


def markup(message: RenderedMessage) -> str:
    """The message in Slack's markup: first line and labels bold, everything else inert.

    For a program that takes mrkdwn. What a person pastes into Slack's own box is `clipboard`, since Slack's box shows `&amp;` as it is.
    """
    return "\n".join(
        _marked(line, bold_to=len(join(line)) if number == 0 else label_length(line))
        for number, line in enumerate(lines_of(message.body))
    )


def clipboard(message: RenderedMessage) -> str:
    """The text to paste into Slack's box: plain, with look-alikes where Slack would read markup, and calls to all broken.

    A zero-width space after the @ of channel, here and everyone keeps a pasted text from calling everybody.
    """
    text = _MARKUP.sub(lambda found: found.group().translate(_LOOK_ALIKE), message.text)
    return re.sub(r"@(?=(?:channel|here|everyone)\b)", "@\N{ZERO WIDTH SPACE}", text)


def _blocks(message: RenderedMessage, mentions: Mapping[str, str], people: Collection[str]) -> list[Element]:
    blocks: list[Element] = []
    lines = list(lines_of(message.body))
    heading = join(lines[0])
    if heading.strip() and len(heading) <= HEADER_LIMIT:
        blocks.append({"type": "header", "text": {"type": "plain_text", "text": heading, "emoji": False}})
        lines = lines[1:]
        while lines and not join(lines[0]).strip():
            lines = lines[1:]
    elements: list[Element] = []
    for number, line in enumerate(lines):
        if number:
            _append(elements, "\n")
        _dress(line, mentions, people, elements)
    if elements:
        section = {"type": "rich_text_section", "elements": elements}
        blocks.append({"type": "rich_text", "elements": [section]})
    return blocks


def _dress(line: Line, mentions: Mapping[str, str], people: Collection[str], elements: list[Element]) -> None:
    label = label_length(line)
    for segment in line:
        if label:
            elements.append({"type": "text", "text": segment.text[:label], "style": {"bold": True}})
            _append(elements, segment.text[label:])
            label = 0
        else:
            special = _special(segment, mentions, people)
            if special is None:
                _append(elements, segment.text)
            else:
                elements.append(special)


def _special(segment: Segment, mentions: Mapping[str, str], people: Collection[str]) -> Element | None:
    if segment.field in people:
        slack_id = mentions.get(_handle(segment.text), "")
        if _USER.fullmatch(slack_id):
            return {"type": "user", "user_id": slack_id}
        if _GROUP.fullmatch(slack_id):
            return {"type": "usergroup", "usergroup_id": slack_id}
    elif segment.field in LINKS and _ADDRESS.fullmatch(segment.text):
        return {"type": "link", "url": segment.text, "text": segment.text}
    return None


def _append(elements: list[Element], text: str) -> None:
    """Plain text; joined to plain text before it, so that a message stays a handful of elements."""
    if not text:
        return
    if elements and elements[-1]["type"] == "text" and "style" not in elements[-1]:
        elements[-1]["text"] += text
    else:
        elements.append({"type": "text", "text": text})


def _by_handle(mentions: Mapping[str, str]) -> dict[str, str]:
    return {_handle(handle): slack_id for handle, slack_id in mentions.items()}


def _handle(text: str) -> str:
    return text.strip().removeprefix("@").casefold()


def _marked(line: Line, *, bold_to: int) -> str:
    text = join(line)
    bold, rest = text[:bold_to].strip(), text[bold_to:]
    return (f"*{_inert(bold)}*" if bold else "") + _inert(rest)


def _inert(text: str) -> str:
    """Text that stays text in Slack's markup."""
    # Looking at each place is slow, and few texts have any.
    if any(character in text for character in _MARKS):
        text = _MARKUP.sub(lambda found: found.group().translate(_LOOK_ALIKE), text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _cut(text: str, limit: int) -> str:
    """At most `limit` characters, never through the middle of an entity."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    return re.sub(r"&[a-z]{0,3}\Z", "", kept) + "…"
