"""A sheet: a rounded border around a text or a list that takes all the room there is, stronger while it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui import theme
from ui.widgets.framed import Frame

INSET = 4


class Sheet(Frame):
    """Frames one widget that scrolls by itself, in place of the style's own sunken box. What is only read (`quiet`) has a card's pale border, what is typed into an input's."""

    def __init__(self, inside: QFrame, parent: QWidget | None = None, *, quiet: bool = True) -> None:
        super().__init__(parent, margins=(INSET, INSET, INSET, INSET))
        self._inside, self._quiet = inside, quiet
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inside.setFrameShape(QFrame.Shape.NoFrame)
        self.add(inside)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and border."""
        if not self._quiet or self._inside.hasFocus():
            super().paintEvent(event)
            return
        of, painter = theme.colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(of.border), 1))
        painter.setBrush(QColor(of.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
