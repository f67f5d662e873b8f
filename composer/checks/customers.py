"""The customers of a list, so that none of them is named to the others: known by sums, and never readable here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

Word = tuple[str, int, int]
"""A word of a text without regard to case, and where it stands."""
WordsOf = Callable[[str], Sequence[Word]]

_LONGEST = 8
"""So many words of a name or an address are looked at; the rest of it says no more."""
_SHORTEST = 4
"""Characters of a name of one word; a shorter one is a word like others."""
_FORMS = frozenset(
    [
        "ab",
        "ag",
        "aps",
        "as",
        "bhd",
        "bv",
        "co",
        "company",
        "corp",
        "corporation",
        "ek",
        "eg",
        "ev",
        "gbr",
        "gmbh",
        "group",
        "gruppe",
        "holding",
        "inc",
        "incorporated",
        "kft",
        "kg",
        "kgaa",
        "lda",
        "limited",
        "llc",
        "llp",
        "lp",
        "ltd",
        "ltda",
        "mbh",
        "nv",
        "ohg",
        "oy",
        "oyj",
        "plc",
        "pte",
        "pty",
        "sa",
        "sarl",
        "sas",
        "sasu",
        "se",
        "sl",
        "sp",
        "spa",
        "srl",
        "sro",
        "ug",
        "zoo",
    ]
)
"""Legal forms: people leave them out."""


class CustomerNames:
    """Names and addresses of customers, as a list of theirs gives them. Safe from any thread.

    A name of several words is known whatever its case, and without its legal form; one of a single word where it is written as in the list, and is none of the `ordinary` words of the language.
    """

    def __init__(self, ordinary: Iterable[str] = ()) -> None:
        self._salt = os.urandom(16)
        self._ordinary = frozenset(word.casefold() for word in ordinary)
        self._lists: dict[str, frozenset[bytes]] = {}
        self._begin_of = lru_cache(maxsize=4096)(self._begin)
        self._known: tuple[frozenset[bytes], frozenset[bytes]] = frozenset(), frozenset()

    def learn(self, name: str, people: Iterable[tuple[str, str]], words: WordsOf) -> None:
        """Know the names and addresses of this list from now on, in place of what it held before. `words` cuts a text as the guard does."""
        sums: set[bytes] = set()
        for person, address in people:
            for text in (person, address):
                sums.update(self._sum(part) for part in self._names(text, words))
        self._lists = {**self._lists, name: frozenset(sums)}
        every = frozenset[bytes]().union(*self._lists.values())
        # Of a name's sum its beginning says: so begins one. A text's words are then passed over quickly.
        self._known = every, frozenset(one[:8] for one in every)

    def find(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Where one of them stands in the text, as (start, end) in characters; the longest where several begin."""
        every, begins = self._known
        if not every:
            return
        end_of_last = 0
        for place, (_, start, end) in enumerate(words):
            if start < end_of_last or self._begin_of(words[place][0]) not in begins:
                continue
            for length in range(min(_LONGEST, len(words) - place), 0, -1):
                some = tuple(word for word, _, _ in words[place : place + length])
                part = some if length > 1 else (text[start:end],)
                if self._sum(part) in every:
                    end_of_last = words[place + length - 1][2]
                    yield start, end_of_last
                    break

    def _names(self, text: str, words: WordsOf) -> Iterator[tuple[str, ...]]:
        found = list(words(text))
        parts = tuple(word for word, _, _ in found)[:_LONGEST]
        if len(parts) > 1:
            yield parts
        kept = [one for one in found if one[0] not in _FORMS]
        if len(kept) > 1 and len(kept) < len(found):
            yield tuple(word for word, _, _ in kept)[:_LONGEST]
        if len(kept) == 1 and "@" not in text:
            word, start, end = kept[0]
            if len(word) >= _SHORTEST and not word.isdigit() and word not in self._ordinary:
                yield (text[start:end],)

    def _begin(self, first: str) -> bytes:
        return blake2b(first.encode("utf-8", "surrogatepass"), key=self._salt, digest_size=8).digest()

    def _sum(self, parts: Sequence[str]) -> bytes:
        whole = "\0".join(parts).encode("utf-8", "surrogatepass")
        return self._begin(parts[0].casefold()) + blake2b(whole, key=self._salt, digest_size=8).digest()
