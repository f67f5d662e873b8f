"""The head of a table: small muted capitals over the cells' own edge, and one line below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import theme

SIDE = 8


class ColumnsHeader(QHeaderView):
    """Paints the names of the columns as titles of parts are painted elsewhere; the model keeps them as words."""

    def __init__(self, table: QTableView, *, side: int = SIDE) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._side = side
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """One line of small print with room around it."""
        return QSize(super().sizeHint().width(), QFontMetrics(self._font()).height() + 14)

    def width_of(self, words: str) -> int:
        """The room that a column's name takes."""
        return QFontMetrics(self._font()).horizontalAdvance(words.upper()) + 2 * self._side

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        """Paint one name, shortened where its column is narrow."""
        of = theme.colours()
        font = self._font()
        painter.save()
        painter.fillRect(rect, QColor(of.card))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(of.border))
        words = str(
            self.model().headerData(place, self.orientation(), Qt.ItemDataRole.DisplayRole) or ""
        ).upper()
        room = rect.adjusted(self._side, 0, -2, -1)
        painter.setFont(font)
        painter.setPen(QColor(of.muted))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setBold(True)
        return font
