"""The footer: what is wrong or was saved at the left, the screen's buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.announcing import announce
from ui.widgets.text import Text, Tone


class Footer(QWidget):
    """The lower edge of the window. A screen puts its own buttons into it, the main one last.

    Signals:
        problem_wanted(): the words about problems were clicked.
    """

    problem_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setMinimumHeight(60)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 9, 16, 9)
        self._layout.setSpacing(12)
        self.status = Text("", self, bold=True)
        self.status.setObjectName("footerStatus")
        self.detail = Text("", self, tone=Tone.MUTED)
        self.detail.setObjectName("footerDetail")
        for label in (self.status, self.detail):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self._layout.addWidget(label, 1)
        self._layout.addStretch(1)
        self._buttons: QWidget | None = None

    def say(self, status: str, tone: Tone = Tone.PLAIN, detail: str = "") -> None:
        """Tell how things stand. What is new in it is also read out."""
        is_new = status != self.status.text()
        self.status.set_tone(tone)
        for label, words in ((self.status, status), (self.detail, detail)):
            label.setText(words)
            label.setVisible(bool(words))
            label.setAccessibleName(words)
        if is_new:
            announce(self.status, status, at_once=tone is Tone.DANGER)

    def show_buttons(self, buttons: QWidget | None) -> None:
        """Show a screen's own buttons in place of the last screen's."""
        if self._buttons is buttons:
            return
        if self._buttons is not None:
            self._layout.removeWidget(self._buttons)
            self._buttons.setParent(None)
        self._buttons = buttons
        if buttons is not None:
            self._layout.addWidget(buttons)
            buttons.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own, and a line above."""
        of = theme.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(of.card))
        painter.fillRect(0, 0, self.width(), 1, QColor(of.border))
