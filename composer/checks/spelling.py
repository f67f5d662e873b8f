"""Spelling: which words of a text are looked up, and which of them no dictionary knows.

Looking a word up takes some microseconds, but loading the dictionary takes two frames of a screen. So what was once looked up is remembered as a verdict; at a key press only
verdicts are read, and words without one are looked up later, elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from composer.domain.wording import SpellingWords

Verdicts = Mapping[str, "str | None"]
"""What was found out of words, in small letters: None for one that is right, else what may have been meant (empty: nothing near is known)."""

READ = 16_384
MOST = 200
"""The most words that are looked up at once; the rest follow."""
_FOREIGN = ((8, 0.25), (4, 0.5))
"""From so many words on, a text of which a greater share is unknown is one of another language."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz'"
_LONGEST = 40
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_REST = re.compile(r"[\w-]*")
_CODE = re.compile(r"[0-9A-Z_]")
_STOPS = '.!?:;\n“"(–—'
_PART_OF_NAME = "@#_/\\&+=~`0123456789²³"


def words_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text that have a spelling, as a dictionary has them, with where each begins and ends. Names, codes, addresses and abbreviations have none."""
    return _known(text[:READ])


@lru_cache(maxsize=128)
def _known(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _WORD.finditer(text):
        word, (start, end) = match[0], match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if len(word) < 2 or len(word) > _LONGEST or before in _ATTACHED or after in _ATTACHED:
            continue
        if before == "." or (before == ":" and text[start - 2 : start - 1].isalnum()):
            continue  # an address, or the ending of a file's name
        if after in (".", ":") and (text[end + 1 : end + 2].isalnum() or text[end + 1 : end + 2] == "/"):
            continue
        if (before == "-" or after == "-") and _CODE.search(_joined(text, start, end)):
            continue  # a part of a code such as eu-west-1 or pt-BR
        if not (word[1:].islower() or word[1:].replace("’", "'").replace("'", "").islower()):
            continue  # CAPS, or a nameLikeThis
        if word[0].isupper() and not _begins(text, start):
            continue  # somebody's name
        plain = word.replace("’", "'").lower().removesuffix("'s")
        if plain.isascii():  # the dictionary has next to no others, such as café
            yield plain, start, start + len(plain)


_ATTACHED = frozenset(_PART_OF_NAME)


def _joined(text: str, start: int, end: int) -> str:
    """The words joined by hyphens of which this is one, without the first letter, which may be a capital."""
    first = re.search(r"[\w-]*$", text[max(0, start - _LONGEST) : start])
    last = _REST.match(text[end : end + _LONGEST])
    return ((first[0] if first else "") + text[start:end] + (last[0] if last else ""))[1:]


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(" ") if start < 200 else text[start - 200 : start].rstrip(" ")
    return not before or before[-1] in _STOPS


def without_verdict(text: str, verdicts: Verdicts, known: frozenset[str]) -> list[str]:
    """The words of a text that are still to be looked up."""
    return [word for word, _, _ in words_in(text) if word not in verdicts and word not in known]


def misspelt(text: str, verdicts: Verdicts, known: frozenset[str]) -> list[tuple[int, int, str]]:
    """Where words stand that are not right, and what may have been meant (empty: nothing near); nothing in a text of another language."""
    words = words_in(text)
    wrong = [
        (start, end, meant)
        for word, start, end in words
        if word not in known and (meant := verdicts.get(word)) is not None
        if meant or text[start].islower()  # else the name of something, at the beginning of a sentence
    ]
    share = next((share for least, share in _FOREIGN if len(words) >= least), 1.0)
    if len(wrong) > share * len(words):
        return []
    return [(start, end, _as_typed(text[start], meant)) for start, end, meant in wrong]


def _as_typed(first: str, meant: str) -> str:
    return meant[:1].upper() + meant[1:] if first.isupper() else meant


class Speller:
    """The dictionary, and the plan's own words."""

    def __init__(self, words: SpellingWords) -> None:
        self._endings = sorted(words.endings, key=lambda one: -len(one[0]))
        self._dictionary: Any = None

    def load(self) -> None:
        """Read the dictionary. It takes some 40 ms, in which no other thread runs: not where somebody is typing at that moment."""
        if self._dictionary is None:
            from hunspell import Hunspell

            self._dictionary = Hunspell()

    def judge(self, words: Iterable[str]) -> dict[str, str | None]:
        """The verdicts on some words."""
        self.load()
        return {word: None if self._is_right(word) else self._near(word) for word in words}

    def _is_right(self, word: str) -> bool:
        if self._knows(word) or self._knows(word.capitalize()):
            return True
        for typed, known in self._endings:
            if word.endswith(typed) and self._knows(word.removesuffix(typed) + known):
                return True
        return False

    def _knows(self, word: str) -> bool:
        try:
            return bool(self._dictionary.spell(word))
        except UnicodeEncodeError:
            return True  # letters that the dictionary has no word with

    def _near(self, word: str) -> str:
        """The likeliest word that one slip of a finger away is. The library's own suggestions stop every other thread for a tenth of a second."""
        best, found = 99, ""
        for weight, other in _slips(word):
            if weight < best and self._knows(other):
                best, found = weight, other
        return found


def _slips(word: str) -> Iterator[tuple[int, str]]:
    """What may have been meant, each with how unlikely it is: two letters changed round, one doubled or not, one left out, another one, one too many. The first letter is seldom wrong."""
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    for left, right in parts:
        late = 0 if left else 5
        if len(right) > 1:
            yield late, left + right[1] + right[0] + right[2:]
        if right:
            doubled = left[-1:] == right[0]
            yield (1 if doubled else 4) + late, left + right[1:]
        for letter in _LETTERS:
            yield (1 if letter in (left[-1:], right[:1]) else 2) + late, left + letter + right
            if right and letter != right[0]:
                yield (
                    (2 if letter in "aeiou" and right[0] in "aeiou" else 3) + late,
                    left + letter + right[1:],
                )
