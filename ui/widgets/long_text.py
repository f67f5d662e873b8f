"""As much of a long text as the text engine shows at once without the window standing still."""

from __future__ import annotations

import re

MOST = 24 * 1024
"""So many characters are shown; whoever copies or saves a text gets the whole of it."""
LONGEST_LINE = 1_000


def readable(text: str, *, most: int = MOST, between: str = "\n") -> str:
    """The beginning of a text, its longest lines broken: a line of tens of thousands of characters takes seconds to lay out."""
    shown = text[:most]
    if len(shown) < len(text):
        shown += " …"
    return re.sub(rf"([^\n]{{{LONGEST_LINE}}})(?=[^\n])", rf"\1{between}", shown)
