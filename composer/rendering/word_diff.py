"""What changed since the last message, word by word.

Words are compared, the space between them only where the words around it are the same, so that a sentence added at
the end does not mark the last word before it. What comes out always gives back both texts exactly. A text too large to
compare by words is compared by lines, and one too large for that as a whole: a preview must never wait for a comparison.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORDS_CAP = 4_000
"""The most words (or lines) of either text that are compared one by one."""
CHARACTERS_CAP = 512 * 1024
"""The most characters of either text in which words are looked for."""

Kind = Literal["same", "added", "removed"]

_TOKEN = re.compile(r"(\s*)(\S+)")


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that both versions have, or only one. Joined: same and removed give the old, same and added the new."""

    kind: Kind
    text: str


def changes(old: str, new: str) -> tuple[Change, ...]:
    """What became of `old` in `new`, in reading order."""
    if old == new:
        return (Change("same", old),) if old else ()
    runs = _Runs()
    if max(len(old), len(new)) <= CHARACTERS_CAP:
        old_words, new_words = _words(old), _words(new)
        if max(len(old_words), len(new_words)) <= WORDS_CAP:
            _by_words(old_words, new_words, runs)
            return runs.result()
    _by_lines(old.splitlines(keepends=True), new.splitlines(keepends=True), runs)
    return runs.result()


class _Runs:
    """Collects runs; neighbours of one kind become one, empty ones vanish."""

    def __init__(self) -> None:
        self._runs: list[tuple[Kind, list[str]]] = []

    def add(self, kind: Kind, text: str) -> None:
        if not text:
            return
        if self._runs and self._runs[-1][0] == kind:
            self._runs[-1][1].append(text)
        else:
            self._runs.append((kind, [text]))

    def either(self, old: str, new: str) -> None:
        """A piece of both texts at the same place."""
        if old == new:
            self.add("same", old)
        else:
            self.add("removed", old)
            self.add("added", new)

    def result(self) -> tuple[Change, ...]:
        return tuple(Change(kind, "".join(texts)) for kind, texts in self._runs)


def _words(text: str) -> list[tuple[str, str]]:
    """Each word with the space before it; the space at the very end belongs to a last, empty word."""
    # Without the space at the end the pattern never fails, so it never goes back over a long run of spaces.
    body = text.rstrip()
    return [*_TOKEN.findall(body), (text[len(body) :], "")]


def _by_words(old: list[tuple[str, str]], new: list[tuple[str, str]], runs: _Runs) -> None:
    # The last, empty words are no words: they only hold the space at the end, and always belong together.
    *old_words, (old_tail, _) = old
    *new_words, (new_tail, _) = new
    for tag, i1, i2, j1, j2 in _opcodes([word for _, word in old_words], [word for _, word in new_words]):
        if tag == "equal":
            for (old_space, word), (new_space, _) in zip(old_words[i1:i2], new_words[j1:j2], strict=True):
                runs.either(old_space, new_space)
                runs.add("same", word)
            continue
        removed, added = _flat(old_words[i1:i2]), _flat(new_words[j1:j2])
        if tag == "replace" and old_words[i1][0] == new_words[j1][0]:
            shared = len(old_words[i1][0])
            runs.add("same", removed[:shared])
            removed, added = removed[shared:], added[shared:]
        runs.add("removed", removed)
        runs.add("added", added)
    runs.either(old_tail, new_tail)


def _by_lines(old: list[str], new: list[str], runs: _Runs) -> None:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    runs.add("same", "".join(old[:start]))
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(old_middle), len(new_middle)) <= WORDS_CAP:
        for _, i1, i2, j1, j2 in _opcodes(old_middle, new_middle):
            runs.either("".join(old_middle[i1:i2]), "".join(new_middle[j1:j2]))
    else:
        runs.either("".join(old_middle), "".join(new_middle))
    runs.add("same", "".join(old[len(old) - end :]))


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    # difflib's own rule: above 200 elements, one that makes up more than a hundredth of the text is no anchor.
    return SequenceMatcher(None, old, new, autojunk=True).get_opcodes()


def _flat(words: list[tuple[str, str]]) -> str:
    return "".join(space + word for space, word in words)
