"""The shape before a sentence: what blocks, what is advice and what is well is told apart without its colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.text import Tone

USUAL_LETTERS = 16
"""The height in pixels of letters at their usual size, up to which a mark keeps its own."""


class Mark(QWidget):
    """A shape: a filled octagon with a bar where something blocks, a triangle where it is advice, a disc where all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.DANGER
        self._scale = 1.0
        self._fit()

    def _fit(self) -> None:
        """As large as the letters beside it."""
        self._scale = max(1.0, self.fontMetrics().height() / USUAL_LETTERS)
        self.setFixedSize(round(12 * self._scale), round(14 * self._scale))

    def changeEvent(self, event: QEvent) -> None:
        """It grows with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def set_tone(self, tone: Tone) -> None:
        """What it stands for."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape."""
        of = theme.colours()
        colour = {Tone.DANGER: of.danger_text, Tone.WARNING: of.warning_text, Tone.GOOD: of.good_text}.get(
            self._tone, of.muted
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        bar = QPen(QColor(of.card), 1.6)
        if self._tone is Tone.DANGER:
            corners = [(3, 2), (8, 2), (11, 5), (11, 9), (8, 12), (3, 12), (0, 9), (0, 5)]
            painter.drawPolygon(QPolygonF([QPointF(x + 0.5, y) for x, y in corners]))
            painter.setPen(bar)
            painter.drawLine(QPointF(3, 7), QPointF(9, 7))
        elif self._tone is Tone.WARNING:
            painter.drawPolygon(QPolygonF([QPointF(6, 1.5), QPointF(12, 12.5), QPointF(0, 12.5)]))
            painter.setPen(bar)
            painter.drawLine(QPointF(6, 5), QPointF(6, 9))
            painter.drawPoint(QPointF(6, 11))
        else:
            painter.drawEllipse(QRectF(1, 2, 10, 10))
