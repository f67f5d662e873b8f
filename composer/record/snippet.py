"""A snippet of a long text, made as the search's own ones look: the words found between `[` and `]`, `…` where text was left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")

AROUND = 60
"""How many characters are shown before the first word found, and twice as many after it."""


def snippet(text: str, words: Sequence[str]) -> str:
    """The part of `text` around the first place where one of the words begins a word; its beginning where none does as typed.

    Accents are not seen through here, as the index does: then the beginning is shown, which is never wrong.
    """
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\w*", re.IGNORECASE)
    found = pattern.search(text)
    middle = found.start() if found else 0
    start = max(middle - AROUND, 0)
    end = min(middle + 2 * AROUND, len(text))
    # A word as long as all this is cut; any other stays whole.
    if start and (space := text.find(" ", start, middle)) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", middle + AROUND, end)) >= 0:
        end = space
    marked = pattern.sub(lambda match: f"[{match[0]}]", text[start:end])
    return f"{'…' if start else ''}{marked}{'…' if end < len(text) else ''}"


def unmarked(text: str) -> str:
    """A snippet without its marks. Brackets of the text itself go too, so it is for comparing alone."""
    return text.replace("[", "").replace("]", "").replace("…", "")


def marked(text: str, query: str) -> str:
    """A short text with each word between `[` and `]` that begins with one of the query's; accents and case don't matter."""
    words = tuple(_folded(word) for word in _WORD.findall(query))
    return _WORD.sub(
        lambda match: f"[{match[0]}]" if words and _folded(match[0]).startswith(words) else match[0], text
    )


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
