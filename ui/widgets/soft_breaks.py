"""Where a long word may go on in the next line: after its hyphens and slashes rather than anywhere."""

from __future__ import annotations

import re

LONG, PIECE = 18, 24
"""A word of more letters than the first may be broken after a sign; a piece without a sign, of more than the second, anywhere."""
_WORD = re.compile(rf"\S{{{LONG + 1},}}")
_SIGN = re.compile(r"([-_/.@])(?=[^-_/.@])")
_PIECE = re.compile(rf"([^\s\u200b]{{{PIECE}}})(?=[^\s\u200b])")


def soft(text: str) -> str:
    """The text with places (of no width) at which its long words may be broken. For painting only: never for what is copied or read out."""
    return _WORD.sub(lambda word: _PIECE.sub("\\1\u200b", _SIGN.sub("\\1\u200b", word[0])), text)
