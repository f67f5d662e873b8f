"""Phrases in a text, as whole words. In a phrase, `…` stands for a few words of the same sentence. They run on RE2, so that no text makes them slow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from typing import Any

import re2

from composer.checks.told_numbers import MOST

Place = tuple[int, int]

_BEFORE = 40
_STOP = re.compile(r"[.;!?\n,:](?:\s|$)")


class Phrases:
    """A list of phrases, ready to be looked for. `but_after` are words after which a phrase does not count: it is denied, or only hoped for."""

    def __init__(self, phrases: Iterable[str], but_after: Iterable[str] = ()) -> None:
        self._phrases = sorted(phrases, key=len, reverse=True)
        self._needs = tuple({max(_words(one), key=len) for one in self._phrases})
        denying = "|".join(
            r"\s+".join(map(re.escape, one.split())) for one in sorted(but_after, key=len, reverse=True)
        )
        self._denied = re.compile(
            rf"(?:^|[\s(])(?:{denying})(?:\s+[\w’'-]+){{0,1}}\s*$" if denying else r"(?!)", re.IGNORECASE
        )

    @cached_property
    def _pattern(self) -> Any:
        return re2.compile("(?i)" + "|".join(rf"(?:{_as_pattern(one)})" for one in self._phrases))

    def found(self, text: str, low: str) -> tuple[Place, ...]:
        """Where one stands in the text; `low` is the text in lower case."""
        if not any(word in low for word in self._needs):
            return ()
        hits = islice(self._pattern.finditer(text), MOST)
        return tuple(hit.span() for hit in hits if not self._is_denied(text, hit.start()))

    def _is_denied(self, text: str, start: int) -> bool:
        before = text[max(0, start - _BEFORE) : start]
        stops = list(_STOP.finditer(before))
        return self._denied.search(before[stops[-1].end() :] if stops else before) is not None


def _words(phrase: str) -> list[str]:
    return [word for word in phrase.replace("…", " ").split() if word] or [phrase]


def _as_pattern(phrase: str) -> str:
    parts = [r"\s+".join(map(re2.escape, part.split())) for part in phrase.split("…")]
    first, *rest = [part for part in parts if part]
    return r"\b" + first + "".join(r"\b[^.;!?\n]{0,40}?\b" + part for part in rest) + r"\b"
