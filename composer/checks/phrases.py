"""Finding phrases in a text: whole words one after the other, whatever the case. One look-up a word, however many phrases there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

_Meaning = TypeVar("_Meaning")
_WORD = re.compile(r"\w+")
_JOINS = "-/@#_&+="
"""A word beside one of these is part of a longer one."""
_BETWEEN = 4
"""So many characters may stand between two words of a phrase, none of them a letter or a stop."""
_KEPT = 8_192


class Phrases(Generic[_Meaning]):
    """Phrases, each with what it means."""

    def __init__(self, phrases: Iterable[tuple[str, _Meaning]]) -> None:
        self._single: dict[str, _Meaning] = {}
        self._pairs: dict[tuple[str, str], list[tuple[tuple[str, ...], _Meaning]]] = {}
        for phrase, meaning in phrases:
            words = tuple(word for word, _, _ in words_of(phrase))
            if len(words) == 1:
                self._single[words[0]] = meaning
            elif words:
                self._pairs.setdefault((words[0], words[1]), []).append((words, meaning))
        for those in self._pairs.values():
            those.sort(key=lambda one: -len(one[0]))

    def find(self, text: str) -> Iterator[tuple[int, int, _Meaning]]:
        """Where they stand, in order, the longest first, none across another: start, end, meaning."""
        words = words_of(text)
        taken = 0
        for place, (word, start, end) in enumerate(words):
            if place < taken:
                continue
            following = words[place + 1][0] if place + 1 < len(words) else ""
            for phrase, meaning in self._pairs.get((word, following), ()):
                part = words[place : place + len(phrase)]
                if tuple(one for one, _, _ in part) == phrase and _is_apart(text, part):
                    yield start, part[-1][2], meaning
                    taken = place + len(phrase)
                    break
            else:
                if word in self._single and _is_apart(text, words[place : place + 1]):
                    yield start, end, self._single[word]


def words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text, in small letters, with where each begins and ends."""
    return _known(text) if len(text) <= _KEPT else _words(text)


def _words(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((match[0].casefold(), *match.span()) for match in _WORD.finditer(text))


_known = lru_cache(maxsize=128)(_words)


def _is_apart(text: str, part: tuple[tuple[str, int, int], ...]) -> bool:
    """Whether these words stand for themselves, with nothing but spaces, hyphens and apostrophes between them."""
    start, end = part[0][1], part[-1][2]
    if start and (
        text[start - 1] in _JOINS or (text[start - 1] == "." and text[start - 2 : start - 1].isalnum())
    ):
        return False
    after, next_ = text[end : end + 1], text[end + 1 : end + 2]
    if after and (after in _JOINS or (after in ".'’" and next_.isalnum())) and next_.isalnum():
        return False
    for (_, _, here), (_, there, _) in pairwise(part):
        between = text[here:there]
        if len(between) > _BETWEEN or between.strip(" \t\n\u00a0-‑'’"):
            return False
    return True
