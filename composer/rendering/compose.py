"""One template, filled: what every channel then dresses in its own way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache

from composer.domain.channel import Audience, Channel
from composer.domain.fields import BRIDGE, FieldCatalogue, FieldValue, clean_text
from composer.domain.message import RenderedMessage, Segment, Template, join
from composer.domain.next_update import NEXT_UPDATE
from composer.domain.plan import Words
from composer.rendering.context import Derived, build_context
from composer.rendering.sandbox import render

CUSTOMER_NAME = "customer_name"
"""The field that stays open until the mail has one recipient."""
UNNAMED_CUSTOMER = "customer"
"""How a recipient without a name is greeted, where `derived` brings no other word."""

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_LINE_BREAKS = re.compile(r"[ \t]*\n\s*")


def render_message(
    template: Template,
    catalogue: FieldCatalogue,
    values: Mapping[str, FieldValue],
    derived: Derived,
    words: Words,
    *,
    day: date,
    practice: bool,
    next_update: datetime | None = None,
    resolves: bool = False,
) -> RenderedMessage:
    """The final text of one message, as segments.

    `day` is the UTC date to which times are told. In practice mode every text begins with the plan's word for a drill. A
    public status page text gets one added line where a next update is set, unless the phase `resolves` or the template
    tells the next update itself. An internal text gets one that says where responders meet, where that is given. The customer's name stays open: see `personalise`.

    Raises `TemplateError` or `RenderError`.
    """
    context = build_context(template.head, catalogue, values, derived, words, day)
    if CUSTOMER_NAME in template.head.fields and not context.get(CUSTOMER_NAME):
        context[CUSTOMER_NAME] = UNNAMED_CUSTOMER
    message = render(template, context)
    body = _tidy(message.body)
    subject = None if message.subject is None else _one_line(message.subject)
    if next_update is not None and not resolves and _may_promise(template, body):
        # A text that flows in one paragraph goes on with it; one of several lines gets one more.
        between = "\n" if any("\n" in segment.text for segment in body) else " "
        body = (
            *body,
            Segment(between),
            Segment(_next_update_line(next_update, words.next_update_line, day), NEXT_UPDATE),
        )
    if (where := context.get(BRIDGE)) and not resolves and _may_meet(template, body):
        body = (*body, Segment(f"\n{words.bridge}: "), Segment(str(where), BRIDGE))
    if practice:
        own_paragraph = template.head.channel in (Channel.EMAIL, Channel.EXECUTIVE)
        body = (Segment(words.drill + ("\n\n" if own_paragraph else " · ")), *body)
        subject = None if subject is None else (Segment(f"{words.drill} · "), *subject)
    return RenderedMessage(message.template, message.channel, body, subject, message.language)


def personalise(message: RenderedMessage, name: str) -> RenderedMessage:
    """The message for one recipient: their name where the customer's name stands.

    Without a name the general word stays that the message was rendered with.
    """
    cleaned = clean_text(name, multiline=False).strip()
    if not cleaned:
        return message
    return replace(
        message,
        body=_named(message.body, cleaned),
        subject=None if message.subject is None else _named(message.subject, cleaned),
    )


def _named(segments: tuple[Segment, ...], name: str) -> tuple[Segment, ...]:
    return tuple(
        Segment(name, CUSTOMER_NAME) if segment.field == CUSTOMER_NAME else segment for segment in segments
    )


def _may_promise(template: Template, body: tuple[Segment, ...]) -> bool:
    return (
        template.head.channel is Channel.STATUS_PAGE
        and template.head.audience is Audience.PUBLIC
        and all(segment.field != NEXT_UPDATE for segment in body)
    )


def _may_meet(template: Template, body: tuple[Segment, ...]) -> bool:
    return (
        BRIDGE in template.head.fields
        and template.head.audience is not Audience.PUBLIC
        and all(segment.field != BRIDGE for segment in body)
    )


@lru_cache(maxsize=64)
def _next_update_line(next_update: datetime, line: str, day: date) -> str:
    moment = next_update.astimezone(UTC)
    time = f"{moment:%H:%M}" if moment.date() == day else f"{moment:%Y-%m-%d %H:%M}"
    if "UTC" not in line:
        time += " UTC"
    return line.replace("{time}", time)


def _tidy(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Without blank lines at either end, and with one blank line where empty optional parts left several.

    Only the template's own wording is touched; blank lines that a person typed stay.
    """
    trimmed = list(segments)
    _trim(trimmed, first=True)
    _trim(trimmed, first=False)
    if _BLANK_LINES.search(join(trimmed)) is not None:
        _collapse(trimmed)
    return tuple(trimmed)


def _trim(segments: list[Segment], *, first: bool) -> None:
    positions = range(len(segments)) if first else range(len(segments) - 1, -1, -1)
    for position in positions:
        segment = segments[position]
        if segment.field is None:
            text = segment.text.lstrip("\n") if first else segment.text.rstrip()
            if text != segment.text:
                segments[position] = Segment(text)
        if segments[position].text:
            return


def _collapse(segments: list[Segment]) -> None:
    breaks = 0  # line breaks with nothing but spaces between them, at the end of what was seen
    for position, segment in enumerate(segments):
        if not segment.text:
            continue
        if segment.field is not None:
            tail = segment.text.rstrip(" \t\n")
            breaks = segment.text[len(tail) :].count("\n") + (0 if tail else breaks)
            continue
        kept = []
        for line in re.split(r"(?<=\n)", segment.text):
            if line.endswith("\n") and not line.strip():
                breaks += 1
                if breaks > 2:
                    continue
            elif line.endswith("\n"):
                breaks = 1
            elif line.strip():
                breaks = 0
            kept.append(line)
        segments[position] = Segment("".join(kept))


def _one_line(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """A subject has one line: line breaks become a space, and nothing stands before or after it."""
    line = [
        Segment(_LINE_BREAKS.sub(" ", segment.text), segment.field) if "\n" in segment.text else segment
        for segment in segments
    ]
    for end in (0, -1):
        if line and line[end].field is None:
            text = line[end].text.lstrip() if end == 0 else line[end].text.rstrip()
            line[end] = Segment(text)
    return tuple(line)
