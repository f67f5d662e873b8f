"""Words that are underlined where they are typed, because a check has found something in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from composer.domain.mending import Span
from ui import theme

_ASIDE = 5
"""So many pixels Qt's caret rectangle of a line begins before the caret."""


def placed(text: str, span: Span) -> Span | None:
    """A place in a text as Qt counts (a sign beyond the first plane is two); None where it lies outside of the text, or is empty."""
    start, end = span
    if not 0 <= start < end <= len(text):
        return None
    if text.isascii():
        return span
    return _units(text[:start]), _units(text[:end])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def mark_text(edit: QPlainTextEdit, spans: Sequence[Span]) -> None:
    """Underline these places of a text of several lines, and no others."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(QColor(theme.colours().danger_text))
    marks = []
    for start, end in spans:
        mark = QTextEdit.ExtraSelection()
        mark.format = look
        mark.cursor = edit.textCursor()
        mark.cursor.setPosition(start)
        mark.cursor.setPosition(end, mark.cursor.MoveMode.KeepAnchor)
        marks.append(mark)
    edit.setExtraSelections(marks)


class MarkedLine(QLineEdit):
    """One line of text, some words of which can be underlined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Span, ...] = ()

    @property
    def marks(self) -> tuple[Span, ...]:
        """What is underlined."""
        return self._marks

    def set_marks(self, spans: Sequence[Span]) -> None:
        """Underline these places, and no others."""
        if tuple(spans) != self._marks:
            self._marks = tuple(spans)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, and a wave under the words."""
        super().paintEvent(event)
        if not self._marks:
            return
        layout = QTextLayout(self.displayText(), self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        if not line.isValid():
            return
        caret = self.cursorRect()
        left = caret.x() + _ASIDE - _x(line, self.cursorPosition())
        base = (self.height() + self.fontMetrics().height()) / 2 - 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colours().danger_text), 1.2))
        painter.setClipRect(self.contentsRect())
        for start, end in self._marks:
            painter.drawPolyline(_wave(left + _x(line, start), left + _x(line, end), base))


def _x(line: QTextLine, place: int) -> float:
    x: Any = line.cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)


def _wave(left: float, right: float, base: float) -> list[QPointF]:
    left, right = min(left, right), max(left, right)
    steps = max(2, int((right - left) / 2) + 1)
    return [QPointF(left + 2 * step, base - (1.5 if step % 2 else 0.0)) for step in range(steps)]
