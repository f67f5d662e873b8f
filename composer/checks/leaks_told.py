"""What the leak guard says of a round's messages, as findings."""

from __future__ import annotations

from collections.abc import Iterable

from composer.checks.gate import Asked
from composer.checks.leaks import OWN_SECRET, Leak, LeakGuard
from composer.domain.channel import Audience, Channel
from composer.domain.fields import FieldCatalogue
from composer.domain.findings import Finding
from composer.domain.leaks import LeakKind
from composer.domain.message import Segment
from composer.logs import logger

GUARD_FAILED = "guard_failed"
"""The code of the finding that stands in for a check that broke."""

NOT_CHECKED = "The text could not be checked for internal names, so it is not published. Restart the program; until then send it by hand."
"""What is said then."""

PREFIX = "leak_"
"""The beginning of the codes of all leaks."""

_SHOWN = 60


def check_leaks(
    guard: LeakGuard, asked: Asked, catalogue: FieldCatalogue, public_title: str
) -> list[Finding]:
    """What one message would let out: anything internal where the public reads it, a secret wherever it goes.

    A guard that breaks keeps public texts from leaving: it never lets through what it could not look at.
    """
    try:
        return list(_leaks(guard, asked, catalogue, public_title))
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
    return None if leak is None else _sentence("The text", leak, text[leak.start : leak.end])


def may_be_overridden(finding: Finding) -> bool:
    """Whether a person may let it pass for a reason: a word that only looks like a leak, but never a credential of this program's own."""
    return finding.code.startswith(PREFIX) and finding.code != OWN_SECRET.code


def _leaks(guard: LeakGuard, asked: Asked, catalogue: FieldCatalogue, public_title: str) -> Iterable[Finding]:
    message, head = asked.message, asked.head
    if message is None:
        return
    public = head.audience is Audience.PUBLIC
    parts = [message.body] if message.subject is None else [message.subject, message.body]
    if head.channel is Channel.STATUS_PAGE:
        parts.append((Segment(public_title, "public_title"),))
    told: set[tuple[str, str, str | None]] = set()
    for segments in parts:
        text = "".join(segment.text for segment in segments)
        for leak in guard.leaks(text, public=public):
            words = text[leak.start : leak.end]
            field = _field(segments, leak, catalogue)
            if (leak.rule.key, words, field) not in told:
                told.add((leak.rule.key, words, field))
                yield _finding(asked, leak, words, field, catalogue)


def _finding(asked: Asked, leak: Leak, words: str, field: str | None, catalogue: FieldCatalogue) -> Finding:
    head = asked.head
    where = catalogue[field].label if field is not None else f"The template {head.name}"
    text = _sentence(where, leak, words)
    span = _span(asked, words, field)
    return Finding(leak.rule.code, text, channel=head.channel, field=field, template=head.name, span=span)


def _sentence(where: str, leak: Leak, words: str) -> str:
    """One sentence; a secret is never repeated in it."""
    what = leak.rule.what
    if leak.rule.kind is LeakKind.SECRET:
        return f"{where} holds what looks like {what}. Take it out, and replace it at its service if anybody has seen it."
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    return f"{where}: “{' '.join(shown.split())}” looks like {what}, which is not for customers."


def _field(segments: Iterable[Segment], leak: Leak, catalogue: FieldCatalogue) -> str | None:
    """The field that most of the leak comes from; None where the template itself says it."""
    place, most, found = 0, 0, None
    for segment in segments:
        end = place + len(segment.text)
        shared = min(end, leak.end) - max(place, leak.start)
        if shared > most and segment.field is not None and segment.field in catalogue:
            most, found = shared, segment.field
        place = end
    return found


def _span(asked: Asked, words: str, field: str | None) -> tuple[int, int] | None:
    """Where the words stand in what was typed; None where they came about only in the message."""
    value = asked.values.get(field) if field is not None else None
    start = value.find(words) if isinstance(value, str) else -1
    return None if start < 0 else (start, start + len(words))
