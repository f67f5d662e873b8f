"""Numbers as people write them in a sentence: how many, or what share, of what. English; one pass over the text, and only so many numbers of it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from composer.domain.contradictions import ClashLimits, ClashRules

MOST = 200
"""The most numbers, times or phrases that are looked at in one text."""

_NUMBER = re.compile(
    r"(?<![\w.,:/#$€£+-])(?:(\d{1,3}(?:,\d{3})+)|(\d{1,12}(?:\.\d{1,6})?))(?![\d:/]|[.,]\d|-\d)"
    r"(\s?%|\s?percent\b|\s?per\scent\b|k\b|\sthousand\b|\smillion\b)?",
    re.ASCII | re.IGNORECASE,
)
# Each looks at a few characters before or after a number, never at the whole text.
_HOW = re.compile(
    r"(?:\b(about|around|roughly|approximately|approx\.?|some|circa|nearly|almost|close\sto|over|more\sthan|at\sleast|above|up\sto|"
    r"less\sthan|fewer\sthan|under|at\smost|below)|([~≈≥≤<>]))\s?$",
    re.IGNORECASE,
)
_PART = re.compile(r"^\s+(?:out\s)?of\s+(?:the\s+|all\s+|our\s+)?[~\d]", re.IGNORECASE)
_OF_PART = re.compile(r"\d\s+(?:out\s)?of\s+(?:the\s+|all\s+|our\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\bbetween\s+|\b(?:from|to)\s+|–\s*|\d\s?%?\s*(?:and|or|to|–|-)\s*)$", re.IGNORECASE
)
_ON_TO = re.compile(r"^\s?%?\s*(?:and|or|to|–|-)\s*\d")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_LAST_WORD = re.compile(r"([A-Za-z]+)\s+$")
_STOP = re.compile(r"[.;:!?()\n,](?:\s|$)")
_OVER = frozenset({"over", "more than", "at least", "above", "≥", ">"})
_UNDER = frozenset({"up to", "less than", "fewer than", "under", "at most", "below", "≤", "<"})
_WHERE = frozenset({"of", "in", "on", "from", "using", "at", "who", "whose", "with"})
_BEFORE, _AFTER = 32, 90
_FEW = 4


class Fate(StrEnum):
    """What became of what is counted: numbers of another fate are others."""

    HURT = "hurt"
    LATE = "late"
    MENDED = "mended"
    OPEN = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: from `low` to `high`, of what (`of` and what narrows it down; empty where it does not say), and where it stands as (start, end)."""

    low: float
    high: float
    is_share: bool
    of: str
    narrowed: tuple[str, ...]
    fate: Fate
    start: int
    end: int

    def differs(self, other: Number) -> bool:
        """Whether both can't be true of the same thing."""
        return self.high < other.low or other.high < self.low


class NumberReader:
    """Reads numbers by the words in force."""

    def __init__(self, rules: ClashRules) -> None:
        self._limits: ClashLimits = rules.limits
        self._nouns = {word: name for name, words in rules.nouns.items() for word in words}
        self._plain = frozenset(rules.words.get("plain", ()))
        self._partly = frozenset(rules.words.get("partly", ()))
        self._fates = [
            (fate, beginning(rules.words.get(name, ())))
            for fate, name in ((Fate.LATE, "late"), (Fate.HURT, "hurt"), (Fate.MENDED, "mended"))
        ]

    def read(self, text: str) -> tuple[Number, ...]:
        """The numbers of a text that count or share out something, and those that stand alone."""
        found: list[Number] = []
        for tried, match in enumerate(_NUMBER.finditer(text)):
            if tried == MOST:
                break
            found += self._number(text, match)
        return tuple(found)

    def _number(self, text: str, match: re.Match[str]) -> Iterator[Number]:
        start, end = match.span()
        before = text[max(0, start - _BEFORE) : start]
        after = text[end : end + _AFTER]
        if _PART.search(after) or _OF_PART.search(before) or _ON_TO.search(after):
            return
        value = float((match[1] or match[2]).replace(",", ""))
        unit = (match[3] or "").strip().casefold()
        is_share = unit in ("%", "percent", "per cent")
        value *= {"k": 1_000, "thousand": 1_000, "million": 1_000_000}.get(unit, 1)
        if is_share and value > 100:
            return
        how = _HOW.search(before)
        if how is not None:
            start -= len(how[0])
            before = before[: how.start()]
        if _BETWEEN.search(before):
            return
        said = "" if how is None else " ".join((how[1] or how[2]).casefold().split())
        low, high = self._bounds(value, said, is_share=is_share)
        of, narrowed, fate, length = self._counted(before, after, is_share=is_share)
        yield Number(low, high, is_share, of, narrowed, fate, start, end + length)

    def _bounds(self, value: float, how: str, *, is_share: bool) -> tuple[float, float]:
        if how in _OVER:
            return value, math.inf
        if how in _UNDER:
            return 0, value
        within = 0.0
        if how:
            percent = self._limits.about_share_percent if is_share else self._limits.about_percent
            within = value * percent / 100
        if not is_share and value and value % 100 == 0:  # rounded, as far as one can see
            unit = 100
            while value % (unit * 10) == 0:
                unit *= 10
            within = max(within, min(unit / 2 - 0.5, value / 10 - 0.5))
        return value - within, value + within

    def _counted(self, before: str, after: str, *, is_share: bool) -> tuple[str, tuple[str, ...], Fate, int]:
        """What it counts, what narrows that down, what became of it, and how many characters after the number belong to it."""
        stop = _STOP.search(after)
        clause = after if stop is None else after[: stop.start()]
        words = list(_WORD.finditer(clause))
        narrowed: list[str] = []
        last = _LAST_WORD.search(before)
        if last is not None and last[1].casefold() in self._partly:
            narrowed.append(last[1].casefold())
        fate = (
            Fate.OPEN if last is None else self._fate(last[1])
        )  # “processed 950 payments that were waiting”
        for place, word in enumerate(words[:_FEW]):
            said = word[0].casefold()
            name = self._nouns.get(said)
            if name is not None:
                if place + 1 < len(words) and words[place + 1][0].casefold() in _WHERE:
                    narrowed += [one[0].casefold() for one in words[place + 2 : place + 5]]
                fate = fate or self._fate(clause[word.end() :]) or self._fate_before(before)
                return name, tuple(sorted(narrowed)), fate, word.end()
            if place == 0 and said == "of" and not is_share:
                break
            if said in self._plain:
                continue
            by_word = self._fate(said)
            if by_word is Fate.OPEN:
                narrowed.append(said)
            fate = fate or by_word
        return "", (), Fate.OPEN, 0

    def _fate(self, text: str) -> Fate:
        """The one that is told first."""
        found = [(match.start(), fate) for fate, words in self._fates if (match := words.search(text))]
        return min(found, key=lambda one: one[0])[1] if found else Fate.OPEN

    def _fate_before(self, text: str) -> Fate:
        """What stands nearest before the number."""
        clause = _STOP.split(text)[-1]
        found = [(match.start(), fate) for fate, words in self._fates for match in words.finditer(clause)]
        return max(found, key=lambda one: one[0])[1] if found else Fate.OPEN


def beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds a word or a phrase by its beginning."""
    return phrase(words, before=r"(?<![\w-])")


def phrase(words: tuple[str, ...], *, before: str, after: str = "") -> re.Pattern[str]:
    """A pattern that finds the longest of these words or phrases between two other patterns; nothing where there are none."""
    if not words:
        return re.compile(r"(?!)")
    parts = "|".join(
        r"\s".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"{before}(?:{parts}){after}", re.IGNORECASE)
