"""Was data lost or seen by others: what one text denies another one may not say, nor the fact *Data impact*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from composer.checks.clashing import at_claim, at_message, texts_clash
from composer.checks.passages import Passage, Scene, where
from composer.domain.channel import Audience
from composer.domain.contradictions import Clash
from composer.domain.fields import BEING_ASSESSED, NO, YES, FieldValue
from composer.domain.findings import Finding
from composer.domain.sayings import Code, told

DATA_IMPACT = "data_impact"
_OF_LATER = frozenset({"prevention", "next_steps", "action_items", DATA_IMPACT})


def clashing_data(scene: Scene) -> Iterator[Finding]:
    """Each word on data that the fact, another text, or what customers were told before contradicts."""
    if DATA_IMPACT not in scene.catalogue:
        return
    fact = _fact(scene)
    passages = [one for one in scene.passages if one.printed not in _OF_LATER]
    if fact == NO:
        for one in passages:
            for place in one.reading.data_hurt:
                yield from _against(scene, Clash.DATA, one, place, scene.plan.words.no)
    elif isinstance(fact, Mapping):
        yes = f"{scene.plan.words.yes} - {fact.get(YES, '')}"
        for one in passages:
            for place in one.reading.no_data:
                yield from _against(scene, Clash.DATA, one, place, yes)
        yield from _said_before(scene, passages, yes)
    else:
        if fact == BEING_ASSESSED:
            for one in passages:
                for place in one.reading.no_data:
                    yield from _against(scene, Clash.DATA_EARLY, one, place, scene.plan.words.being_assessed)
        yield from _texts(scene, passages)


def _fact(scene: Scene) -> FieldValue:
    """Data impact as it stands, whether a message of this round prints it or not."""
    value = scene.values.get(DATA_IMPACT)
    return scene.incident.values.get(DATA_IMPACT) if value is None else value


def _against(
    scene: Scene, clash: Clash, passage: Passage, place: tuple[int, int], that: str
) -> Iterator[Finding]:
    text = told(
        Code.FACT_CLASHES,
        this=passage.text[slice(*place)],
        where=where(passage.head.channel),
        field=scene.catalogue[DATA_IMPACT].label,
        that=that,
    )
    yield from at_claim(scene, clash, text, passage, place)


def _texts(scene: Scene, passages: list[Passage]) -> Iterator[Finding]:
    """Two texts of the round, while the fact is not known."""
    hurt = next(((one, one.reading.data_hurt[0]) for one in passages if one.reading.data_hurt), None)
    if hurt is None:
        return
    other, words = hurt
    for one in passages:
        for place in one.reading.no_data:
            text = texts_clash(one, one.text[slice(*place)], other, other.text[slice(*words)])
            yield from at_claim(scene, Clash.DATA, text, one, place)


def _said_before(scene: Scene, passages: list[Passage], yes: str) -> Iterator[Finding]:
    """Customers were told that their data is well, and nobody has told them otherwise."""
    heads = {one.head.channel: one.head for one in scene.messages if one.head.audience is Audience.PUBLIC}
    corrected = {one.head.channel for one in scene.messages if one.head.corrects}
    for channel, head in heads.items():
        if channel in corrected or any(one.head is head and one.reading.data_hurt for one in passages):
            continue
        last = max(
            (one for one in scene.earlier if one.channel is channel), key=lambda one: one.at, default=None
        )
        places = () if last is None else scene.reader.read(last.text).no_data
        if last is not None and places:
            text = told(
                Code.DATA_SAID_BEFORE,
                this=last.text[slice(*places[0])],
                where=where(channel),
                at=f"{last.at:%H:%M}",
                field=scene.catalogue[DATA_IMPACT].label,
                that=yes,
            )
            yield from at_message(scene, Clash.DATA_BEFORE, text, head, DATA_IMPACT, quote=last.id)
