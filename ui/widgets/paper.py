"""What a preview is printed on: a sheet with round corners, as tall as what stands on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.quiet_browser import QuietBrowser

RADIUS = 6


class Paper(QuietBrowser):
    """Shows a page on a sheet.

    Signals:
        reflowed(): it was made narrower or wider, so that the page may need another height.
    """

    reflowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document().setDocumentMargin(0)
        self._is_read = False
        self.verticalScrollBar().actionTriggered.connect(self._read)
        self.verticalScrollBar().valueChanged.connect(self._stay)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it, so that there is no sheet either."""
        return self.document().isEmpty()

    def wanted_height(self) -> int:
        """How tall it is with everything in sight."""
        return 0 if self.is_blank else round(self.document().size().height()) + 3

    @Slot()
    def _read(self) -> None:
        self._is_read = True

    @Slot(int)
    def _stay(self, place: int) -> None:
        """Until a person scrolls, the beginning is in sight: while it is still small, Qt would bring its caret there."""
        if place and not self._is_read:
            self.verticalScrollBar().setValue(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A person may select beyond what is in sight."""
        self._is_read = True
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A person moves through the page."""
        self._is_read = True
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower lines are more lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.reflowed.emit()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """The edge stays where it is while the page moves."""
        super().scrollContentsBy(across, down)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, what stands on it, and the sheet's edge over that."""
        if self.is_blank:
            super().paintEvent(event)
            return
        of, area = theme.colours(), QRectF(self.viewport().rect())
        sheet = QPainterPath()
        sheet.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(sheet, QColor(of.card))
        painter.end()  # one painter at a time
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QPainterPath()
        around.addRect(area)
        painter.fillPath(around.subtracted(sheet), QColor(of.ground))
        painter.setPen(QPen(QColor(of.border), 1))
        painter.drawPath(sheet)
        painter.end()
