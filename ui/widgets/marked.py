"""Words that are underlined where they are typed, because a check has found something in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from composer.domain.mending import Span, mended
from ui import theme
from ui.widgets.typed import Line

_THICK = 1.6
_ASIDE = 5
"""So many pixels Qt's caret rectangle of a line begins before the caret."""


class Wave(tuple[int, int]):
    """A place at which a word may be misspelt: among what is underlined with dots, it gets a red wave."""

    __slots__ = ()


def placed(text: str, span: Span) -> Span | None:
    """A place in a text as Qt counts (a sign beyond the first plane is two); None where it lies outside of the text, or is empty."""
    start, end = span
    if not 0 <= start < end <= len(text):
        return None
    if text.isascii():
        return span
    place = _units(text[:start]), _units(text[:end])
    return Wave(place) if isinstance(span, Wave) else place


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def mark_text(edit: QPlainTextEdit, spans: Sequence[Span], dots: Sequence[Span] = ()) -> None:
    """Underline these places of a text of several lines, the `dots` with dots (or a wave), and no others. A word that is being written is not dotted."""
    style = QTextCharFormat.UnderlineStyle
    caret = edit.textCursor().position() if edit.hasFocus() else -1
    marks = [_mark(edit, span, style.SingleUnderline, theme.colours().danger_text) for span in spans]
    red, amber = theme.colours().danger_text, theme.colours().warning_text
    for span in dots:
        if not span[0] <= caret <= span[1]:
            is_wave = isinstance(span, Wave)
            marks.append(
                _mark(
                    edit, span, style.WaveUnderline if is_wave else style.DotLine, red if is_wave else amber
                )
            )
    edit.setExtraSelections(marks)


def _mark(
    edit: QPlainTextEdit, span: Span, style: QTextCharFormat.UnderlineStyle, colour: str
) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.format = QTextCharFormat()
    mark.format.setUnderlineStyle(style)
    mark.format.setUnderlineColor(QColor(colour))
    if style is QTextCharFormat.UnderlineStyle.SingleUnderline:
        mark.format.setForeground(QColor(colour))  # Qt paints that line in the colour of its words
    mark.cursor = edit.textCursor()
    mark.cursor.setPosition(span[0])
    mark.cursor.setPosition(span[1], mark.cursor.MoveMode.KeepAnchor)
    return mark


class MarkedLine(Line):
    """One line of text, some words of which can be underlined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Span, ...] = ()
        self._dots: tuple[Span, ...] = ()
        self._first = 0

    @property
    def marks(self) -> tuple[Span, ...]:
        """What is underlined, because it must not leave."""
        return self._marks

    @property
    def dots(self) -> tuple[Span, ...]:
        """What is underlined with dots, because something is advised: none of it is being written."""
        caret = self.cursorPosition() if self.hasFocus() else -1
        return tuple(one for one in self._dots if not one[0] <= caret <= one[1])

    def set_marks(self, spans: Sequence[Span], dots: Sequence[Span] = ()) -> None:
        """Underline these places of the text, the `dots` with dots, and no others."""
        text = self.text()
        marks = tuple(one for one in (placed(text, span) for span in spans) if one)
        dotted = tuple(one for one in (placed(text, span) for span in dots) if one)
        if (marks, dotted) != (self._marks, self._dots):
            self._marks, self._dots = marks, dotted
            self.update()

    def holds(self, span: Span) -> bool:
        """Whether something stands there."""
        return placed(self.text(), span) is not None

    def replace_words(self, span: Span, words: str) -> bool:
        """Put words in the place of others, as a person would; whether there were any."""
        cut, words = mended(self.text(), span, words)
        place = placed(self.text(), cut)
        if place is not None:
            self.setSelection(place[0], place[1] - place[0])
            self.insert(words)
        return place is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, and what is under the words."""
        super().paintEvent(event)
        # Qt may scroll a long line while it paints no more than the caret: the rest would stay as it was.
        first = self.cursorPositionAt(QPoint(2 * _ASIDE, self.height() // 2))
        if first != self._first and event.rect() != self.rect():
            self.update()
        self._first = first
        dots = self.dots
        if not self._marks and not dots:
            return
        layout = QTextLayout(self.displayText(), self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        if not line.isValid():
            return
        caret = self.cursorRect()
        left = caret.x() + _ASIDE - _x(line, self.cursorPosition())
        base = (self.height() + self.fontMetrics().height()) / 2
        painter = QPainter(self)
        painter.setClipRect(self.contentsRect())
        for spans, colour, style in (
            (self._marks, theme.colours().danger_text, Qt.PenStyle.SolidLine),
            (dots, theme.colours().warning_text, Qt.PenStyle.DotLine),
        ):
            painter.setPen(QPen(QColor(colour), _THICK, style))
            for span in spans:
                start, end = sorted((left + _x(line, span[0]), left + _x(line, span[1])))
                if isinstance(span, Wave):
                    _draw_wave(painter, start, end, base)
                else:
                    painter.drawLine(QPointF(start, base), QPointF(end, base))


def _draw_wave(painter: QPainter, start: float, end: float, base: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.colours().danger_text), 1.2))
    steps = max(2, int((end - start) / 2) + 1)
    painter.drawPolyline(
        [QPointF(start + 2 * step, base - (1.5 if step % 2 else -0.5)) for step in range(steps)]
    )
    painter.restore()


def _x(line: QTextLine, place: int) -> float:
    x: Any = line.cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)
