"""Tabs as words side by side."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from ui import theme

LEAST_SCALE = 0.7


class FlatTabs(QTabBar):
    """Words side by side; the one in sight has a line below. As narrow as its words. Words that end in `MARK` are painted with a dot in its place."""

    ROOM, TIGHT = 14, 8
    MARK, DOT = " ●", 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._scale = self.ROOM, 1.0
        self._usual = self.font().pointSizeF()
        self.setObjectName("previewTabBar")
        self.setAccessibleName(self.tr("Previews"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        font = self.font()
        font.setBold(True)
        self.setFont(font)

    def fit(self, width: int) -> None:
        """Leave less room around the words where they need more than `width`, and set them smaller where that is not enough."""
        texts = [self.tabText(place) for place in range(self.count()) if self.isTabVisible(place)]
        font = QFont(self.font())

        def needs(room: int, scale: float) -> int:
            font.setPointSizeF(self._usual * scale)
            metrics = QFontMetrics(font)  # asked each time: letters do not shrink evenly
            return sum(self._length(metrics, text) + room for text in texts)

        room = self.ROOM if needs(self.ROOM, 1.0) <= width else self.TIGHT
        scale = 1.0
        while scale > LEAST_SCALE and needs(room, scale) > width:
            scale = round(scale - 0.05, 2)
        if (room, scale) != (self._room, self._scale):
            self._room, self._scale = room, scale
            font.setPointSizeF(self._usual * scale)
            self.setFont(font)  # the bar asks for the tabs' sizes again
            self.updateGeometry()

    def _length(self, metrics: QFontMetrics, text: str) -> int:
        words = text.removesuffix(self.MARK)
        return metrics.horizontalAdvance(words) + (self.DOT if words != text else 0)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the words."""
        metrics = self.fontMetrics()
        return QSize(self._length(metrics, self.tabText(index)) + self._room, metrics.height() + 18)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Words are never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, lines and focus."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(of.border))
        for index in range(self.count()):
            if not self.isTabVisible(index):
                continue
            area, current = self.tabRect(index), index == self.currentIndex()
            painter.setPen(QColor(of.accent if current else of.muted))
            text = self.tabText(index)
            words = text.removesuffix(self.MARK)
            dot = self.DOT if words != text else 0
            painter.drawText(area.adjusted(0, 0, -dot, 0), Qt.AlignmentFlag.AlignCenter, words)
            if dot:
                end = area.center().x() + (self.fontMetrics().horizontalAdvance(words) + dot) / 2
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(of.accent))
                painter.drawEllipse(QPointF(end - 4, area.center().y() + 1), 4, 4)
                painter.setBrush(Qt.BrushStyle.NoBrush)
            if current:
                painter.fillRect(area.left() + 2, area.bottom() - 1, area.width() - 4, 2, QColor(of.accent))
            if current and self.hasFocus():
                painter.setPen(QPen(QColor(of.accent), 2))
                painter.drawRoundedRect(area.adjusted(2, 3, -2, -4), 4, 4)
