"""Words in a preview that a check has found: what keeps a message back is underlined, what passes all the same is underlined with dots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument

from composer.domain.findings import Finding, Level
from composer.rendering.escaping import escape
from ui.theme import Colours

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Underlined:
    """Where the words stand that keep a message back, and those that a check only speaks of: in its body, and above it (a mail's subject, a page's title)."""

    solid: Places = ()
    dotted: Places = ()
    solid_above: Places = ()
    dotted_above: Places = ()


def underlined(findings: Iterable[Finding], template: str) -> Underlined:
    """What the findings mark in one message."""
    here = [one for one in findings if one.template == template]
    blocking = [one for one in here if one.level is Level.BLOCKING]
    advice = [one for one in here if one.level is not Level.BLOCKING]
    return Underlined(
        tuple(place for one in blocking for place in one.places),
        tuple(place for one in advice for place in one.places),
        tuple(place for one in blocking for place in one.above),
        tuple(place for one in advice for place in one.above),
    )


def solid(of: Colours, piece: str) -> str:
    """Words in HTML that keep their message back."""
    return f'<span style="color:{of.danger_text}; text-decoration:underline">{piece}</span>'


def dotted(of: Colours, piece: str) -> str:
    """Words in HTML that only advice is given on; `dot` makes the dots of it."""
    return f'<span style="color:{of.warning_text}; text-decoration:underline">{piece}</span>'


def line_above(of: Colours, text: str, marked: Underlined, *, on_colour: bool = False) -> str:
    """A subject or a title in HTML with its words underlined; `on_colour`: it stands on a bar, on which only its own colour can be read."""
    cuts = {0, len(text)} | {
        min(max(edge, 0), len(text))
        for place in (*marked.solid_above, *marked.dotted_above)
        for edge in place
    }
    made = []
    for start, end in pairwise(sorted(cuts)):
        piece = escape(text[start:end])
        is_solid = any(low <= start < high for low, high in marked.solid_above)
        if is_solid and on_colour:
            piece = f"<u>{piece}</u>"
        elif is_solid:
            piece = solid(of, piece)
        elif any(low <= start < high for low, high in marked.dotted_above) and not on_colour:
            piece = dotted(of, piece)
        made.append(piece)
    return "".join(made)


def dot(document: QTextDocument, of: Colours) -> None:
    """Turn the underlines of advice into dots: Qt's HTML knows none."""
    colour = QColor(of.warning_text)
    dots = QTextCharFormat()
    dots.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    block = document.begin()
    spans = []
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            look = piece.charFormat()
            if look.fontUnderline() and look.foreground().color() == colour:
                spans.append((piece.position(), piece.position() + piece.length()))
            pieces += 1
        block = block.next()
    for start, end in spans:
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(dots)
