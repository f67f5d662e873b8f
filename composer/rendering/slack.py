"""Slack: the payload of a post, and the same text in Slack's own markup for hands that paste it.

Slack's markup has no escape for `*`, `_`, `~` and the backtick. So a post carries its text in `plain_text` and rich text
elements, where nothing is markup and nobody can be called by what a person typed. Bold are the template's own
labels ("Severity:"), and only a person field may become a mention.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from composer.domain.channel import LIMITS, POST_LIMIT, Channel
from composer.domain.errors import RenderError
from composer.domain.message import RenderedMessage, Segment, join
from composer.domain.sayings import Code, told
from composer.rendering.lines import Line, label_end, label_length, lines_of

HEADER_LIMIT = 150
"""The most characters of a header block."""
PEOPLE = ("incident_commander", "technical_lead")
"""The fields whose person is mentioned, unless told otherwise."""
LINKS = ("status_page_url", "bridge")
"""The fields whose address is a link where they hold nothing else; a link shows its whole address, so none leads elsewhere than it says."""

_USER = re.compile(r"[UW][A-Z0-9]{2,30}")
_GROUP = re.compile(r"S[A-Z0-9]{2,30}")
_ADDRESS = re.compile(r"https://[^\s<>|]+")
# Look-alikes: the only thing that is sure to stay text. An underscore inside a word (`pay_7f9c`) is no markup
# and stays, so that names can be copied.
_UNDERSCORE = re.compile(
    r"_(?:(?!\w)|(?<!\w_))"
)  # begins with what is rare, so that a text is searched and not walked
_QUOTE = re.compile(r"(?m:^)([ \t]*)>")
_LINES = re.compile(r"[^\n]+|\n")
_AS_TYPED = {ord(like): sign for sign, like in (("*", "∗"), ("~", "∼"), ("`", "ˋ"), ("_", "＿"), (">", "›"))}

Element = dict[str, Any]


def payload(
    message: RenderedMessage, mentions: Mapping[str, str], *, people: Collection[str] = PEOPLE
) -> dict[str, Any]:
    """What `chat.postMessage`, `chat.update` and a webhook take, apart from where it goes.

    `mentions` gives the Slack id of a person or group by handle, with or without @; `people` are the fields that may
    become a mention. `text` is for notifications and screen readers.

    Raises `RenderError` where the message is longer than Slack takes.
    """
    text = message.text
    if len(text) > POST_LIMIT:
        raise RenderError(
            told(Code.SLACK_TOO_LONG, count=len(text), most=POST_LIMIT),
            next_step=told(Code.SHORTEN_FIELDS),
        )
    return {
        "blocks": _blocks(message.body, text, _by_handle(mentions), people),
        "text": _cut(_inert(text), LIMITS[Channel.SLACK].body),
        "unfurl_links": False,
        "unfurl_media": False,
    }


def headed(message: RenderedMessage) -> RenderedMessage:
    """A message with a subject as Slack has it: the subject is its first line."""
    if message.subject is None:
        return message
    return replace(message, body=(*message.subject, Segment("\n"), *message.body), subject=None)


def fallback(message: RenderedMessage) -> str:
    """The text beside the blocks: escaped, without any markup, cut with … where Slack takes no more."""
    return _cut(escaped(message), LIMITS[Channel.SLACK].body)


def escaped(message: RenderedMessage) -> str:
    """The whole text as Slack takes it, and counts it."""
    return _inert(message.text)


def as_typed(text: str) -> str:
    """The words of a post of ours as they were typed: with the signs in whose place look-alikes went out."""
    return text.translate(_AS_TYPED)


def as_read(text: str) -> str:
    """The words of a post's plain text as a reader sees them: without Slack's three escapes, and with the signs that were typed."""
    return as_typed(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


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
    text = _unmarked(message.text)
    return re.sub(r"@(?=(?:channel|here|everyone)\b)", "@\N{ZERO WIDTH SPACE}", text)


def _blocks(
    body: Iterable[Segment], text: str, mentions: Mapping[str, str], people: Collection[str]
) -> list[Element]:
    blocks: list[Element] = []
    heading = text.partition("\n")[0]
    begin = 0
    if heading.strip() and len(heading) <= HEADER_LIMIT:
        blocks.append({"text": {"emoji": False, "text": heading, "type": "plain_text"}, "type": "header"})
        begin = _next_line_with_text(text, len(heading))
    elements = _dressed(body, begin, mentions, people)
    if elements:
        section = {"elements": elements, "type": "rich_text_section"}
        blocks.append({"elements": [section], "type": "rich_text"})
    return blocks


def _next_line_with_text(text: str, end: int) -> int:
    """Where the next line begins that is not blank, when one ends at `end`."""
    while end < len(text):
        begin = end + 1
        end = text.find("\n", begin)
        if end < 0:
            end = len(text)
        if text[begin:end].strip():
            return begin
    return len(text)


def _dressed(
    segments: Iterable[Segment], begin: int, mentions: Mapping[str, str], people: Collection[str]
) -> list[Element]:
    """The segments as elements, from a character on. Plain text is joined as far as it goes, so that a message stays a handful of them.

    One pass over the text, because this is on the way of every publish: no line is made only to be taken apart again, and no wording of a template twice.
    """
    elements: list[Element] = []
    plain = ""
    line_begins = True
    for segment in segments:
        text, field = segment.text, segment.field
        if begin:
            text, begin = text[begin:], max(begin - len(text), 0)
        if not text:
            continue
        if field is not None and field not in people and field not in LINKS:
            plain += text
        else:
            pieces = (
                _wording(text, line_begins)
                if field is None
                else [(part, _special(part, field, mentions, people)) for part in _LINES.findall(text)]
            )
            for piece, element in pieces:
                if element is None:
                    plain += piece
                    continue
                if plain:
                    elements.append({"text": plain, "type": "text"})
                    plain = ""
                elements.append(element.copy())
        line_begins = text[-1] == "\n"
    if plain:
        elements.append({"text": plain, "type": "text"})
    return elements


@lru_cache(maxsize=512)
def _wording(text: str, line_begins: bool) -> tuple[tuple[str, Element | None], ...]:
    """A template's own wording in pieces: plain ones, and the labels as elements, of which each message gets its own copy."""
    pieces: list[tuple[str, Element | None]] = []
    plain = ""
    for part in _LINES.findall(text):
        label = label_end(part) if line_begins else 0
        if label:
            if plain:
                pieces.append((plain, None))
            pieces.append((part[:label], {"style": {"bold": True}, "text": part[:label], "type": "text"}))
            plain = part[label:]
        else:
            plain += part
        line_begins = part == "\n"
    if plain:
        pieces.append((plain, None))
    return tuple(pieces)


def _special(text: str, field: str, mentions: Mapping[str, str], people: Collection[str]) -> Element | None:
    if field in people:
        slack_id = mentions.get(_handle(text), "")
        if _USER.fullmatch(slack_id):
            return {"type": "user", "user_id": slack_id}
        if _GROUP.fullmatch(slack_id):
            return {"type": "usergroup", "usergroup_id": slack_id}
    elif field in LINKS and _ADDRESS.fullmatch(text):
        return {"text": text, "type": "link", "url": text}
    return None


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
    return _unmarked(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _unmarked(text: str) -> str:
    """Look-alikes where Slack would read markup. Underscores come first: some of the look-alikes count as letters."""
    if "_" in text:
        text = _UNDERSCORE.sub("＿", text)
    if ">" in text:
        text = _QUOTE.sub(r"\1›", text)
    return text.replace("*", "∗").replace("~", "∼").replace("`", "ˋ")


def _cut(text: str, limit: int) -> str:
    """At most `limit` characters, never through the middle of an entity."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    return re.sub(r"&[a-z]{0,3}\Z", "", kept) + "…"
