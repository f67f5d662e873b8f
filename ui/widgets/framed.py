"""The border around an input: seen in both schemes, stronger with the focus, red where something blocks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme

_STAYS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""A list that drops down, or another window in front, is no leaving."""


def is_leaving(event: QEvent) -> bool:
    """Whether the focus goes to another widget for good."""
    return isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS


def paint_border(painter: QPainter, area: QRect, *, focused: bool, blocking: bool | None) -> None:
    """The ground and border of an input: `blocking` is True where what stands there blocks, False where it is only doubtful."""
    of = theme.colours()
    border = of.accent if focused else of.strong_border
    if blocking:
        border = of.danger_text
    elif blocking is False and not focused:
        border = of.warning_border
    width = 2.0 if focused else 1.0
    if focused and blocking:
        width = 3.0  # the colour stays, so that two pixels more have to tell it
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(border), width))
    painter.setBrush(QColor(of.card))
    half = width / 2
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), 5, 5)


class Frame(QWidget):
    """Holds inputs without frames of their own, and paints one around them.

    Signals:
        left(): the focus went from the inputs to another widget.
    """

    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (7, 2, 7, 2)
    ) -> None:
        super().__init__(parent)
        self._watched: list[QWidget] = []
        self._blocking: bool | None = None
        self.setMinimumHeight(theme.CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(*margins)
        self.row.setSpacing(theme.UNIT)

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        """Put an input into the frame; its focus is shown here."""
        self.hold(widget, stretch)
        self.watch(widget)

    def hold(self, widget: QWidget, stretch: int = 1) -> None:
        """Put something into the frame, and leave its focus alone."""
        widget.setMinimumHeight(max(widget.minimumHeight(), theme.CONTROL_HEIGHT - 6))
        self.row.addWidget(widget, stretch)

    def watch(self, widget: QWidget) -> None:
        """Show the focus of that widget."""
        self._watched.append(widget)
        widget.installEventFilter(self)

    def set_problem(self, blocking: bool | None) -> None:
        """Whether what stands here blocks (True), is only doubtful (False) or is well (None)."""
        if blocking is not self._blocking:
            self._blocking = blocking
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus came or went."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange):
            self.update()
        if is_leaving(event):
            self.left.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and border."""
        focused = any(widget.hasFocus() for widget in self._watched)
        paint_border(QPainter(self), self.rect(), focused=focused, blocking=self._blocking)
