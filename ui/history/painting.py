"""How a find is painted: two lines of text with the words found marked, and the severity as a badge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTextEdit

from ui import theme
from ui.history.model import MARKS_ROLE, RANK_ROLE, Column
from ui.history.presenter import places_in

PADDING = 8
LINES = 2
MARK_ALPHA = 95
MOST_MARKS = 500


def mark_colour() -> QColor:
    """The ground of a word that was found; the text on it keeps its contrast in both schemes."""
    colour = QColor(theme.colours().warning_border)
    colour.setAlpha(MARK_ALPHA)
    return colour


class FoundDelegate(QStyledItemDelegate):
    """Paints one cell of the table of finds."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row has room for a few lines."""
        return QSize(60, LINES * option.fontMetrics.lineSpacing() + 2 * PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, line below, then the cell's own."""
        of = theme.colours()
        area = QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, QColor(of.accent_ground if selected else of.card))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(of.border))
        if selected and index.column() == Column.WHEN:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(of.accent))
        inner = area.adjusted(PADDING, PADDING - 1, -PADDING / 2, -PADDING)
        if index.column() == Column.SEVERITY:
            self._badge(painter, inner, option, index)
        else:
            self._words(painter, inner, option, index, bold=selected and index.column() == Column.INCIDENT)
        painter.restore()

    def _badge(
        self,
        painter: QPainter,
        area: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        of = theme.colours()
        words = str(index.data())
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(words) + 12, area.width())
        box = QRectF(area.left(), area.top(), width, metrics.height() + 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.severity_colour(int(index.data(RANK_ROLE)))))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(of.on_severity))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _words(
        self,
        painter: QPainter,
        area: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        bold: bool,
    ) -> None:
        of = theme.colours()
        font = QFont(option.font)
        font.setBold(bold)
        layout = QTextLayout(str(index.data()), font)
        wrapping = QTextOption()
        wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(wrapping)
        layout.setFormats([_mark(start, length) for start, length in index.data(MARKS_ROLE) or ()])
        painter.setPen(QColor(of.text if index.column() in (Column.INCIDENT, Column.MESSAGE) else of.muted))
        dots = painter.fontMetrics().horizontalAdvance("…")
        most = max(1, int((area.height() + PADDING) // painter.fontMetrics().lineSpacing()))
        layout.beginLayout()
        height, cut = 0.0, False
        shown: list[QTextLine] = []
        while (line := layout.createLine()).isValid():
            if len(shown) == most:
                cut = True
                break
            line.setLineWidth(area.width() - (dots if len(shown) == most - 1 else 0))
            line.setPosition(QPointF(0, height))
            height += line.height()
            shown.append(line)
        layout.endLayout()
        for line in shown:
            line.draw(painter, area.topLeft())
        if cut:
            last = shown[-1]
            painter.setFont(font)
            painter.drawText(area.topLeft() + QPointF(last.naturalTextWidth(), last.y() + last.ascent()), "…")


def mark_words(edit: QPlainTextEdit, text: str, words: tuple[str, ...]) -> None:
    """Mark the words found in an editor that shows the text."""
    look = QTextCharFormat()
    look.setBackground(mark_colour())
    marks = []
    for start, length in places_in(text, words)[:MOST_MARKS]:
        one = QTextEdit.ExtraSelection()
        cursor = QTextCursor(edit.document())
        cursor.setPosition(_units(text, start))
        cursor.setPosition(_units(text, start + length), QTextCursor.MoveMode.KeepAnchor)
        one.cursor, one.format = cursor, look
        marks.append(one)
    edit.setExtraSelections(marks)


def _units(text: str, place: int) -> int:
    """A place in a Python text as Qt counts it: a character beyond the first 65,536 is two."""
    return place + sum(1 for letter in text[:place] if ord(letter) > 0xFFFF)


def _mark(start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setBackground(mark_colour())
    look.setFontWeight(QFont.Weight.Bold)
    made.format = look
    return made
