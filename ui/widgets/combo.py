"""A combo box that paints its own border, so that it can stand beside its label.

Qt passes no accessible name of a combo box on to AT-SPI: a screen reader names it by the label that is its buddy and has the same parent. So no frame comes between the two.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.framed import is_leaving, paint_border
from ui.widgets.text import Text
from ui.widgets.typed import is_command

LEFT, RIGHT = 9, 26
"""Room before the words, and for the chevron after them."""


class Combo(QComboBox):
    """A choice. The wheel turns it only while it has the focus.

    Signals:
        left(): the focus went to another widget.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocking: bool | None = None
        self.setFrame(False)
        self.setMinimumHeight(theme.CONTROL_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_problem(self, blocking: bool | None) -> None:
        """Whether what stands here blocks (True), is only doubtful (False) or is well (None)."""
        if blocking is not self._blocking:
            self._blocking = blocking
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the border too."""
        return super().sizeHint() + QSize(LEFT, 0)

    def setEditable(self, editable: bool) -> None:
        """With a line to edit, that stays where it is put."""
        super().setEditable(editable)
        line = self.lineEdit()
        if line is not None:
            line.installEventFilter(self)
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt puts the line to edit elsewhere whenever something is chosen."""
        if watched is self.lineEdit() and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line to edit keeps its place."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt puts the line to edit elsewhere when the style or the font changes."""
        super().changeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The line to edit stays within the border, and leaves the chevron free."""
        line = self.lineEdit()
        if line is not None:
            line.setGeometry(self.rect().adjusted(LEFT - 2, 3, -RIGHT, -3))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so when the focus goes for good."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the border, the words (where they are not a line to edit), and a chevron where there is something to choose from."""
        of = theme.colours()
        painter = QPainter(self)
        enabled = self.isEnabled()
        paint_border(painter, self.rect(), focused=self.hasFocus(), blocking=self._blocking)
        if not self.isEditable():
            words = self.currentText() or self.placeholderText()
            painter.setPen(QColor(of.text if self.currentIndex() >= 0 and enabled else of.muted))
            room = self.width() - LEFT - RIGHT
            painter.drawText(
                LEFT,
                0,
                room,
                self.height(),
                Qt.AlignmentFlag.AlignVCenter,
                self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room),
            )
        if self.count():
            painter.setPen(QPen(QColor(of.muted), 1.6))
            middle, right = self.height() / 2, self.width() - 10.0
            painter.drawPolyline(
                [QPointF(right - 8, middle - 2), QPointF(right - 4, middle + 2.5), QPointF(right, middle - 2)]
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type it, or choose by its letter; an access key does neither."""
        if is_command(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form changes nothing in it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def labelled_combo(words: str, name: str, parent: QWidget) -> tuple[Combo, QWidget]:
    """A choice below its label, by its object name, and the part that holds both."""
    part = QWidget(parent)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.UNIT)
    label = Text(words, part, bold=True)
    combo = Combo(part)
    combo.setObjectName(name)
    combo.setAccessibleName(words.replace("&", ""))
    label.setBuddy(combo)
    column.addWidget(label)
    column.addWidget(combo)
    return combo, part
