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


def portions(text: str, *, lines: int = 40) -> list[str]:
    """A Markdown document in pieces of about so many lines, each laid out in a moment.

    Cut before headings, and within long tables, whose head is then repeated; never within code.
    """
    pieces: list[str] = []
    piece: list[str] = []
    head: list[str] = []
    table: list[str] = []
    in_code = False
    for line in text.split("\n"):
        in_code ^= line.lstrip().startswith(("```", "~~~"))
        is_row = not in_code and line.startswith("|")
        table = [*table, line] if is_row else []
        if len(table) == 2:
            head = table
        is_place = not in_code and (line.startswith("#") or len(table) > 3)
        if is_place and len(piece) >= lines:
            pieces.append("\n".join(piece))
            piece = [*head] if len(table) > 3 else []
        piece.append(line)
    pieces.append("\n".join(piece))
    return pieces
