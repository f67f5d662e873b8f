"""The footer: how things stand at the left in one line, the way to the next problem, and the screen's buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button
from ui.widgets.text import Text, Tone


class Line(Text):
    """Words on one line, shortened with an ellipsis where there is no room; the tip and a screen reader tell them whole."""

    def __init__(self, *, tone: Tone = Tone.PLAIN, bold: bool = False) -> None:
        super().__init__("", tone=tone, bold=bold, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        metrics = self.fontMetrics()
        return QSize(min(metrics.averageCharWidth() * 8, self.sizeHint().width()), metrics.height() + 4)

    @property
    def shown(self) -> str:
        """What stands there, shortened or not."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.shown
        )


class Footer(QWidget):
    """The lower edge of the window. A screen puts its own buttons into it, the main one last.

    Signals:
        problem_wanted(): the person wants to be led to the next problem.
    """

    problem_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setMinimumHeight(60)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 9, 16, 9)
        self._layout.setSpacing(12)
        self.status = Line(bold=True)
        self.status.setObjectName("footerStatus")
        # What stands behind the status gives way first: it takes what is left, down to nothing.
        self.detail = Line(tone=Tone.MUTED)
        self.detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.detail.setMinimumWidth(1)
        self.detail.setObjectName("footerDetail")
        self.problem = Button(self.tr("Next p&roblem"), self)
        self.problem.setObjectName("nextProblemButton")
        self.problem.setToolTip("F8")
        self.problem.clicked.connect(self.problem_wanted)
        self.problem.hide()
        self._layout.addWidget(self.status)
        self._layout.addWidget(self.detail, 1)
        self._layout.addStretch(0)
        self._layout.addWidget(self.problem)  # behind the stretch: what is said changes with each key
        self._buttons: QWidget | None = None

    def say(self, status: str, tone: Tone = Tone.PLAIN, detail: str = "") -> None:
        """Tell how things stand. What is new in it is also read out."""
        is_new = status != self.status.text()
        self.status.set_tone(tone)
        for label, words in ((self.status, status), (self.detail, detail)):
            if label.text() != words:
                label.setText(words)
                label.setToolTip(words)
                label.setAccessibleName(words)
                label.updateGeometry()
            label.setVisible(bool(words))
        if is_new:
            announce(self.status, status, at_once=tone is Tone.DANGER)

    def offer_problem(self, on: bool) -> None:
        """Offer the way to the next problem, as F8 does."""
        self.problem.setVisible(on)

    def show_buttons(self, buttons: QWidget | None) -> None:
        """Show a screen's own buttons in place of the last screen's."""
        if self._buttons is buttons:
            return
        if self._buttons is not None:
            self._layout.removeWidget(self._buttons)
            self._buttons.hide()  # with its parent: without one, a screen that shows it again would open a window
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
