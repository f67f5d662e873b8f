"""A list to choose from: rows as tall as what stands in them, a small second line, and a chosen row that is seen as a whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.widgets.text import Tone
from ui.widgets.viewport import viewport_of

Index = QModelIndex | QPersistentModelIndex

TONE_ROLE = Qt.ItemDataRole.UserRole + 20
"""The `Tone` of a row's second line; muted where none is given."""
SIDE, ABOVE = 10, 7
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
ENDLESS = 10_000


class RowDelegate(QStyledItemDelegate):
    """Paints a row: its first line, and below it what follows the line break in small print."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as its lines are in the list's width."""
        area = viewport_of(option.widget).width() if isinstance(option.widget, QListWidget) else 0
        title, rest = _lines(index)
        big, little = QFontMetrics(option.font), QFontMetrics(_small(option.font))
        widest = max(big.horizontalAdvance(title), little.horizontalAdvance(rest)) + 2 * SIDE
        height = _height(big, title, area) + (_height(little, rest, area) + 1 if rest else 0)
        return QSize(
            min(widest, area) if area > 0 else widest, max(theme.CONTROL_HEIGHT - 2, height + 2 * ABOVE)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and mark of the chosen row, then the words."""
        of = theme.colours()
        area = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(of.accent_ground if chosen else of.rail))
            painter.drawRoundedRect(QRectF(area), 4, 4)
        if chosen:
            painter.setPen(QPen(QColor(of.accent), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            left = area.left() + 2.0
            painter.drawLine(QPointF(left, area.top() + 5.0), QPointF(left, area.bottom() - 4.0))
        title, rest = _lines(index)
        inner = area.adjusted(SIDE, ABOVE, -SIDE, -ABOVE)
        first = _height(QFontMetrics(option.font), title, area.width())
        if not rest:  # a row may be taller than its line
            inner.setTop(area.top() + (area.height() - first) // 2)
        painter.setFont(option.font)
        painter.setPen(QColor(of.text))
        painter.drawText(inner, WRAP, title)
        if rest:
            tone = index.data(TONE_ROLE)
            painter.setFont(_small(option.font))
            painter.setPen(
                QColor({Tone.GOOD: of.good_text, Tone.WARNING: of.warning_text}.get(tone, of.muted))
            )
            painter.drawText(inner.adjusted(0, first + 1, 0, 0), WRAP, rest)
        painter.restore()


class RowList(QListWidget):
    """A list of such rows, without a frame of its own: it stands in a `Sheet`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(RowDelegate(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setWordWrap(True)

    def widest(self) -> int:
        """The width in which no row wraps, with room for the scroll bar."""
        big, little = self.fontMetrics(), QFontMetrics(_small(self.font()))
        rows = [_lines(self.model().index(row, 0)) for row in range(self.count())]
        words = [max(big.horizontalAdvance(title), little.horizontalAdvance(rest)) for title, rest in rows]
        return max(words, default=0) + 2 * SIDE + self.verticalScrollBar().sizeHint().width()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text makes taller rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


def _lines(index: Index) -> tuple[str, str]:
    title, _, rest = str(index.data()).partition("\n")
    return title, rest


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.9)
    return made


def _height(metrics: QFontMetrics, words: str, area: int) -> int:
    room = QRect(0, 0, area - 2 * SIDE if area > 2 * SIDE else ENDLESS, ENDLESS)
    return metrics.boundingRect(room, WRAP, words).height()
