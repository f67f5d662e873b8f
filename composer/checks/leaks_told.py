"""What the leak guard says of a round's messages, as findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from composer.checks.gate import Asked
from composer.checks.leaks import OWN_SECRET, Leak, LeakGuard
from composer.checks.typed import text_of, written_in
from composer.domain.channel import Audience, Channel
from composer.domain.fields import FieldCatalogue, FieldValue
from composer.domain.findings import Finding
from composer.domain.leaks import LeakKind
from composer.domain.message import Segment
from composer.domain.sayings import Code, Told, told
from composer.logs import logger

GUARD_FAILED = "guard_failed"
"""The code of the finding that stands in for a check that broke."""

NOT_CHECKED = told(Code.NOT_CHECKED)
"""What is said then."""

PREFIX = "leak_"
"""The beginning of the codes of all leaks."""

_SHOWN = 60


def check_leaks(
    guard: LeakGuard,
    asked: Asked,
    catalogue: FieldCatalogue,
    public_title: str,
    typed: Mapping[str, FieldValue] | None = None,
) -> list[Finding]:
    """What one message would let out: anything internal where the public reads it, a secret wherever it goes.

    `typed` are the fields that somebody typed (None: all that the message has): words that a field has from another one are told at that other one.
    A guard that breaks keeps public texts from leaving: it never lets through what it could not look at.
    """
    try:
        return list(_leaks(guard, asked, catalogue, public_title, asked.values if typed is None else typed))
    except Exception:  # noqa: BLE001 - a mistake of ours must not open the gate
        logger("checks").exception("the leak guard failed")
        if asked.head.audience is not Audience.PUBLIC:
            return []
        return [Finding(GUARD_FAILED, NOT_CHECKED, channel=asked.head.channel, template=asked.head.name)]


def first_leak(guard: LeakGuard, text: str, *, public: bool) -> str | None:
    """What a whole text of a person would let out first, as a sentence; None where it lets nothing out. A guard that breaks keeps public texts."""
    try:
        leak = next(iter(guard.leaks(text, public=public)), None)
    except Exception:  # noqa: BLE001 - as above
        logger("checks").exception("the leak guard failed")
        return NOT_CHECKED if public else None
    return None if leak is None else _sentence(told(Code.THE_TEXT), leak, text[leak.start : leak.end])


def may_be_overridden(finding: Finding) -> bool:
    """Whether a person may let it pass for a reason: a word that only looks like a leak, but never a credential of this program's own."""
    return finding.code.startswith(PREFIX) and finding.code != OWN_SECRET.code


def _leaks(
    guard: LeakGuard,
    asked: Asked,
    catalogue: FieldCatalogue,
    public_title: str,
    typed: Mapping[str, FieldValue],
) -> Iterable[Finding]:
    message, head = asked.message, asked.head
    if message is None:
        return
    public = head.audience is Audience.PUBLIC
    parts = [message.body] if message.subject is None else [message.body, message.subject]
    if head.channel is Channel.STATUS_PAGE:
        parts.append((Segment(public_title, "public_title"),))
    found: dict[tuple[str, str, str | None], Finding] = {}
    for segments in parts:
        text = "".join(segment.text for segment in segments)
        for leak in guard.leaks(text, public=public):
            words = text[leak.start : leak.end]
            field, piece = None, None
            written = _field(segments, leak, catalogue)
            if written is not None:
                name, piece, length = written
                words = piece[0][piece[1] : piece[1] + length]
                field = written_in(name, typed, catalogue)
            key = leak.rule.key, words, field
            if key not in found:
                found[key] = _finding(asked, leak, words, field, piece, catalogue)
            place = leak.start, leak.end
            if segments is message.body:
                found[key] = replace(found[key], places=(*found[key].places, place))
            else:
                found[key] = replace(found[key], above=(*found[key].above, place))
    yield from found.values()


def _finding(
    asked: Asked,
    leak: Leak,
    words: str,
    field: str | None,
    piece: tuple[str, int] | None,
    catalogue: FieldCatalogue,
) -> Finding:
    head, rule = asked.head, leak.rule
    where = catalogue[field].label if field is not None else told(Code.TEMPLATE_ITSELF, template=head.name)
    return Finding(
        rule.code,
        _sentence(where, leak, words),
        channel=head.channel,
        field=field,
        template=head.name,
        span=_span(asked, words, field, piece),
        instead=rule.mend,
        mark="" if rule.code == OWN_SECRET.code else _mark(rule.code, words),
    )


def _mark(code: str, words: str) -> str:
    """The rule and the words that a reason lets pass. The words themselves, which may be a secret, can't be read from it."""
    said = " ".join(words.casefold().split())
    return f"{code} {hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _sentence(where: str, leak: Leak, words: str) -> Told:
    """One sentence; a secret is never repeated in it."""
    what = leak.rule.what
    if leak.rule.kind is LeakKind.SECRET:
        return told(Code.HOLDS_SECRET, where=where, what=what)
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    return told(Code.HOLDS_INTERNAL, where=where, words=" ".join(shown.split()), what=what)


def _field(
    segments: Iterable[Segment], leak: Leak, catalogue: FieldCatalogue
) -> tuple[str, tuple[str, int], int] | None:
    """The first field that the leak comes from (None where the template itself says it), with the piece of text and where in it the leak begins, and how much of the leak it holds.

    A line of a log goes on to the end of its line, whatever the template has put there: what is told and mended is the part that somebody wrote.
    """
    place = 0
    for segment in segments:
        start, end = max(place, leak.start), min(place + len(segment.text), leak.end)
        if start < end and segment.field is not None and segment.field in catalogue:
            return segment.field, (segment.text, start - place), end - start
        place += len(segment.text)
    return None


def _span(
    asked: Asked, words: str, field: str | None, piece: tuple[str, int] | None
) -> tuple[int, int] | None:
    """Where the words stand in what was typed; None where they came about only in the message."""
    text = text_of(asked.values.get(field)) if field is not None else ""
    start = -1
    if piece is not None and piece[0] in text:
        start = text.find(piece[0]) + piece[1]
    if start < 0 or text[start : start + len(words)] != words:
        start = text.find(words)
    return None if start < 0 else (start, start + len(words))
