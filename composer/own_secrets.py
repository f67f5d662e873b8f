"""The credentials of this computer, so that a text that holds one can be told without keeping them readable."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterator
from functools import lru_cache

_SHORTEST = 8
_TRIGRAM = 3


class OwnSecrets:
    """The credentials that this computer keeps, so that none of them is pasted into a text: compared by salted sums, and never readable here.

    Only their lengths and, salted too, a sixteenth of a sum of their first three characters are kept beside, so that a long text is compared quickly.
    """

    def __init__(self) -> None:
        self._salt = os.urandom(16)
        self._sums: dict[int, set[bytes]] = {}
        self._starts: set[int] = set()
        self._start_of = lru_cache(maxsize=4096)(self._start)

    def add(self, secret: str) -> None:
        """Look for that secret from now on. One of fewer than eight characters would be found in ordinary words."""
        if len(secret) >= _SHORTEST:
            sums = {**self._sums, len(secret): {*self._sums.get(len(secret), ()), self._sum(secret)}}
            self._starts = {*self._starts, self._start(secret[:_TRIGRAM])}
            self._sums = sums

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept here."""
        return not self._sums

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where one of them stands in the text, as (start, end) in characters."""
        sums, starts = self._sums, self._starts
        if not sums:
            return
        shortest, end_of_last = min(sums), 0
        for start in range(len(text) - shortest + 1):
            if start < end_of_last or self._start_of(text[start : start + _TRIGRAM]) not in starts:
                continue
            for length, known in sums.items():
                window = text[start : start + length]
                if len(window) == length and self._sum(window) in known:
                    end_of_last = start + length
                    yield start, end_of_last
                    break

    def _sum(self, text: str) -> bytes:
        return hmac.digest(self._salt, text.encode("utf-8", "surrogatepass"), "sha256")

    def _start(self, text: str) -> int:
        # Twelve bits: too few to tell the characters, enough to pass over nearly every place of a text.
        found = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._salt, digest_size=2).digest()
        return int.from_bytes(found, "big") & 0xFFF
