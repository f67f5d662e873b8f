"""What the rules on contradictions have in common: how a clash becomes a finding."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from composer.checks.passages import Passage, Scene, where
from composer.domain.channel import Audience
from composer.domain.contradictions import Clash, Weight
from composer.domain.fields import FieldType
from composer.domain.findings import Finding, Level
from composer.domain.message import TemplateHead
from composer.domain.sayings import Code, Told, told

_SENTENCE = re.compile(r"[.!?](?=\s|$)|\n")


def texts_clash(passage: Passage, this: str, other: Passage, that: str) -> Told:
    """What is said of words of a passage that words of another one contradict; where both stand in one channel, that is named once."""
    here, there = where(passage.head.channel), where(other.head.channel)
    if here == there:
        return told(Code.TEXTS_CLASH_THERE, this=this, that=that, where=here)
    return told(Code.TEXTS_CLASH, this=this, where=here, that=that, there=there)


def at_passage(
    scene: Scene,
    clash: Clash,
    text: Told,
    passage: Passage,
    place: tuple[int, int],
    instead: str | None = None,
) -> Iterator[Finding]:
    """The finding on words of a passage. `instead` is what could stand there (None: nothing that the program knows of)."""
    start, end = place
    span = passage.span(start, end)
    yield from at_message(
        scene,
        clash,
        text,
        passage.head,
        passage.field,
        quote=passage.text[start:end],
        span=span,
        places=((passage.place + start, passage.place + end),),
        instead=instead if span is not None else None,
    )


def at_claim(
    scene: Scene, clash: Clash, text: Told, passage: Passage, place: tuple[int, int]
) -> Iterator[Finding]:
    """The finding on something that a passage claims. Where the text says more than that, the whole sentence can be taken out."""
    sentence = _sentence(passage.text, place)
    is_text = scene.catalogue[passage.field].type is FieldType.TEXT
    if is_text and sentence != (0, len(passage.text)):
        yield from at_passage(scene, clash, text, passage, sentence, "")
    else:
        yield from at_passage(scene, clash, text, passage, place)


def _sentence(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The sentence around a place, with its full stop."""
    start, end = 0, len(text)
    for stop in _SENTENCE.finditer(text):
        if stop.end() <= place[0]:
            start = stop.end()
        elif stop.start() >= place[1]:
            end = stop.start() if text[stop.start()] == "\n" else stop.end()
            break
    while start < place[0] and text[start].isspace():
        start += 1
    return start, end


def at_message(
    scene: Scene,
    clash: Clash,
    text: Told,
    head: TemplateHead | None,
    field: str | None = None,
    *,
    quote: str = "",
    span: tuple[int, int] | None = None,
    places: tuple[tuple[int, int], ...] = (),
    instead: str | None = None,
) -> Iterator[Finding]:
    """The finding on a message, or (without one) on the whole round; none where the rule is off. A text that only colleagues read is never kept back."""
    weight = scene.rules.weight(clash)
    if weight is Weight.OFF:
        return
    blocks = weight is Weight.BLOCKING and (head is None or head.audience is Audience.PUBLIC)
    yield Finding(
        clash.value,
        text,
        Level.BLOCKING if blocks else Level.ADVICE,
        None if head is None else head.channel,
        field,
        None if head is None else head.name,
        span,
        quote,
        places=places,
        instead=instead,
        # Bound to both sides: another one asks anew.
        mark=_mark(clash, text) if blocks else "",
    )


def _mark(clash: Clash, text: str) -> str:
    return f"{clash.value} {hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Advice once for each field and its words, however many messages print them, and none where the same words block a message."""
    found = sorted(findings, key=lambda one: one.level is not Level.BLOCKING)
    kept: dict[object, Finding] = {}
    for place, one in enumerate(found):
        key: object = (one.code, one.field, one.quote)
        if one.level is Level.BLOCKING:
            kept[place] = one
            kept.setdefault(key, one)
        else:
            kept.setdefault(key, one)
    return list(dict.fromkeys(kept.values()))
