"""Phrases in a text, as whole words. In a phrase, `…` stands for a few words of the same sentence.

A text is cut into words once, and only phrases whose last words are among them are looked for; each look reads a few characters. So it takes no longer than the text is long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

Place = tuple[int, int]

_WORD = re.compile(r"[\w’'-]+")
_BEFORE = 40
_GAP = 40
_FEW = 24
"""So many words are looked for one by one sooner than a text is cut into its own."""
_MOST = 1_000
"""The most places at which one phrase is tried in one text."""
_STOP = re.compile(r"[.;!?\n,:](?:\s|$)")
_ENDS = frozenset(".;!?\n")
_BLANKS = ("\t", "\xa0", "\u202f")


class Phrases:
    """Lists of phrases by their names, ready to be looked for. `but_after` are words by list after which a phrase of it does not count, with at most `within` words between: it is denied, or only hoped for."""

    def __init__(
        self, lists: Mapping[str, Iterable[str]], but_after: Mapping[str, Iterable[str]], within: int = 1
    ) -> None:
        self._by_word: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                parts = tuple(" ".join(part.split()).lower() for part in phrase.split("…") if part.strip())
                words = _WORD.findall(parts[-1]) if parts else []
                if words:
                    self._by_word.setdefault(max(words, key=len), []).append((name, parts))
        self._denied = {name: _denying(but_after.get(name, ()), within) for name in lists}

    def found(self, text: str) -> dict[str, tuple[Place, ...]]:
        """Where phrases stand in the text, by their lists; none lies within another of its list."""
        low = _lowered(text)
        found: dict[str, list[Place]] = {}
        few = len(self._by_word) <= _FEW
        words = (
            filter(low.__contains__, self._by_word) if few else self._by_word.keys() & set(_WORD.findall(low))
        )
        for word in words:
            for name, parts in self._by_word[word]:
                for place in _places(low, parts):
                    if not self._is_denied(name, low, place[0]):
                        found.setdefault(name, []).append(place)
        return {name: _apart(places) for name, places in found.items()}

    def _is_denied(self, name: str, low: str, start: int) -> bool:
        before = low[max(0, start - _BEFORE) : start]
        stops = list(_STOP.finditer(before))
        return self._denied[name].search(before[stops[-1].end() :] if stops else before) is not None


def _places(low: str, parts: tuple[str, ...]) -> Iterator[Place]:
    first, *rest = parts
    start = low.find(first)
    for _ in range(_MOST):
        if start < 0:
            return
        end = start + len(first)
        if _is_whole(low, start, end):
            for part in rest:
                end = _after(low, end, part)
                if end < 0:
                    break
            else:
                yield start, end
        start = low.find(first, start + 1)


def _after(low: str, end: int, part: str) -> int:
    """Where a part ends that comes soon after a place in the same sentence; -1 where it does not come."""
    room = low[end : end + _GAP + len(part)]
    at = room.find(part)
    while at >= 0:
        if not _ENDS.isdisjoint(room[:at]):
            return -1
        if _is_whole(low, end + at, end + at + len(part)):
            return end + at + len(part)
        at = room.find(part, at + 1)
    return -1


def _is_whole(low: str, start: int, end: int) -> bool:
    return not (start > 0 and _is_letter(low[start - 1])) and not (end < len(low) and _is_letter(low[end]))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign in "_-"


def _apart(places: Iterable[Place]) -> tuple[Place, ...]:
    kept: list[Place] = []
    for place in sorted(places, key=lambda one: (one[0], -one[1])):
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return tuple(kept)


def _lowered(text: str) -> str:
    """In lower case, sign by sign, so that every place stays where it is."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := one.lower()) == 1 else one for one in text)
    for blank in _BLANKS:
        if blank in low:
            low = low.replace(blank, " ")
    return low


def _denying(words: Iterable[str], within: int) -> re.Pattern[str]:
    parts = "|".join(r"\s+".join(map(re.escape, one.split())) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:^|[\s(])(?:{parts})(?:\s+[\w’'-]+){{0,{within}}}\s*$" if parts else r"(?!)")
