"""Numbers that differ: how many are hurt here, and how many there. Only what counts the same is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from composer.checks.clashing import at_passage, texts_clash
from composer.checks.passages import Passage, Scene, first_of
from composer.checks.told_numbers import Fate, Number
from composer.domain.contradictions import Clash
from composer.domain.fields import FieldType
from composer.domain.findings import Finding

_TELLS_HURT = frozenset({"impact", "users_affected", "customer_impact", "impact_to_you", "scope"})
"""Fields that say who is hurt, so that their numbers need no word for it."""
_USERS = "users"
_ALL = re.compile(
    r"(?:all|every|everyone|all\sof\sour)\s(users?|customers?)\b(?!\s(?:of|in|on|from|who|with|using))",
    re.IGNORECASE,
)

_Key = tuple[bool, str, tuple[str, ...], Fate]


def clashing_numbers(scene: Scene) -> Iterator[Finding]:
    """Each number that another field of the round contradicts, told at the one that is further from those who found out."""
    told_so_far: dict[_Key, list[tuple[Passage, Number]]] = {}
    for passage in sorted(first_of(scene.passages), key=lambda one: one.order):
        for key, number in _numbers(scene, passage).items():
            others = told_so_far.setdefault(key, [])
            other = next(
                (one for one in others if one[0].field != passage.field and one[1].differs(number)), None
            )
            others.append((passage, number))
            if other is not None:
                yield from _finding(scene, passage, number, *other)


def _finding(
    scene: Scene, passage: Passage, number: Number, other: Passage, differing: Number
) -> Iterator[Finding]:
    that = other.text[differing.start : differing.end]
    text = texts_clash(passage, passage.text[number.start : number.end], other, that)
    place = (number.start, number.end)
    yield from at_passage(scene, Clash.NUMBERS, text, passage, place, " ".join(that.split()))


def _numbers(scene: Scene, passage: Passage) -> dict[_Key, Number]:
    """The numbers that a passage tells of something, one for each thing; where it tells several, nobody knows which counts."""
    is_amount = scene.catalogue[passage.printed].type is FieldType.AMOUNT
    tells_hurt = passage.printed in _TELLS_HURT
    found: dict[_Key, list[Number]] = {}
    for number in (*passage.reading.numbers, *_all(passage, tells_hurt=tells_hurt)):
        of = number.of or (_USERS if is_amount else "")
        fate = number.fate or (Fate.HURT if tells_hurt else Fate.OPEN)
        if of and fate is not Fate.OPEN:
            found.setdefault((number.is_share, of, number.narrowed, fate), []).append(number)
    return {
        key: numbers[0]
        for key, numbers in found.items()
        if not any(numbers[0].differs(one) for one in numbers[1:])
    }


def _all(passage: Passage, *, tells_hurt: bool) -> Iterator[Number]:
    match = _ALL.match(passage.text) if tells_hurt else None
    if match is not None:
        of = match[1].casefold().rstrip("s") + "s"
        yield Number(90, 100, True, of, (), Fate.HURT, *match.span())
