"""How easily a text reads, by Flesch: from the length of its sentences and of its words."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"[.!?](?=\s|$)|\n")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^td]ed|[^scxzgh]es)$")
_KEPT = 8_192


def reading_ease(text: str) -> tuple[float, int]:
    """Flesch's reading ease (100 is very easy, 30 and below is hard), and the number of words that it was worked out from; made for English."""
    return _known(text) if len(text) <= _KEPT else _worked_out(text)


def _worked_out(text: str) -> tuple[float, int]:
    words = _WORD.findall(text)
    if not words:
        return 100.0, 0
    sentences = max(1, sum(1 for part in _END.split(text) if _WORD.search(part)))
    syllables = sum(map(_syllables, words))
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words), len(words)


_known = lru_cache(maxsize=64)(_worked_out)


@lru_cache(maxsize=4_096)
def _syllables(word: str) -> int:
    lowered = word.lower()
    count = len(_VOWELS.findall(lowered))
    if count > 1 and _SILENT.search(lowered):
        count -= 1
    return max(1, count)
