"""The footer: how things stand at the left in one line, the way to the next problem, and the screen's buttons at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.surfaces import fill
from ui.widgets.text import Text, Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics


WORTH = 12
"""So many letters of what is shortened are worth being shown: `saved …` tells nothing."""


class Line(Text):
    """Words on one line, or on as many as are allowed where there is no room, and shortened after a whole word where that is not enough; the tip and a screen reader tell them whole."""

    def __init__(self, *, tone: Tone = Tone.PLAIN, bold: bool = False, lines: int = 1) -> None:
        super().__init__("", tone=tone, bold=bold, wrap=False)
        self._most = lines
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 4, self._most * metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        metrics = self.fontMetrics()
        width = min(metrics.averageCharWidth() * 8, self.sizeHint().width())
        return QSize(width, self._most * metrics.height() + 2)

    @property
    def shown(self) -> str:
        """What stands there, in lines, shortened or not."""
        return "\n".join(fitted(self.text(), self.fontMetrics(), self.width(), self._most))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what there is room for."""
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines = self.shown.split("\n")
        top = (self.height() - len(lines) * metrics.height()) // 2
        for place, line in enumerate(lines):
            painter.drawText(0, top + place * metrics.height() + metrics.ascent(), line)


class Detail(Line):
    """Several things in one line, between points: as many as there is room for, each of them whole."""

    @property
    def shown(self) -> str:
        """What stands there; the first is shortened where not even that has room, and left out where next to nothing would be told of it."""
        parts = self.text().split(" · ")
        while len(parts) > 1 and self.fontMetrics().horizontalAdvance(" · ".join(parts)) > self.width():
            parts.pop()
        kept = " · ".join(parts)
        (shown,) = fitted(kept, self.fontMetrics(), self.width(), 1)
        return shown if shown == kept or len(shown) >= WORTH else ""


def fitted(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The text in at most so many lines of that width; what does not fit is left out after a whole word, and one that fits in no line after a letter."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words, lines = text.split(" "), [""]
    while words:
        longer = f"{lines[-1]} {words[0]}".strip()
        if metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
            words.pop(0)
        elif lines[-1] and len(lines) < most:
            lines.append("")
        else:
            break
    if words:
        kept = lines[-1].split(" ") if lines[-1] else []
        while kept and metrics.horizontalAdvance(" ".join([*kept, "…"])) > width:
            kept.pop()
        last = " ".join([*kept, "…"]) if kept else ""
        rest = " ".join([lines[-1], *words]).strip()
        lines[-1] = last or metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines


class Footer(QWidget):
    """The lower edge of the window. A screen puts its own buttons into it, the main one last.

    Signals:
        problem_wanted(): the person wants to be led to the next problem.
        earlier_wanted(): the person wants to read what was said before.
    """

    problem_wanted = Signal()
    earlier_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setMinimumHeight(60)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 9, 16, 9)
        self._layout.setSpacing(12)
        self.status = Line(bold=True, lines=2)
        self.status.setObjectName("footerStatus")
        # What stands behind the status gives way first: it takes what is left, down to nothing.
        self.detail = Detail(tone=Tone.MUTED)
        self.detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.detail.setMinimumWidth(28)  # less would show nothing of it
        self.detail.setObjectName("footerDetail")
        self.problem = Button(self.tr("Next p&roblem"), self)
        self.problem.setObjectName("nextProblemButton")
        self.problem.setToolTip("F8")
        self.problem.clicked.connect(self.problem_wanted)
        self.problem.hide()
        self._layout.addWidget(self.status)
        self._layout.addWidget(self.detail, 1)
        self.earlier = Button(self.tr("Earlier…"), self, kind=Kind.LINK)
        self.earlier.setObjectName("earlierButton")
        self.earlier.setToolTip(self.tr("What was said here before (F9)"))
        self.earlier.clicked.connect(self.earlier_wanted)
        self.earlier.hide()
        self._layout.addWidget(self.earlier)
        self._layout.addStretch(0)
        self._layout.addWidget(self.problem)  # behind the stretch: what is said changes with each key
        self._buttons: QWidget | None = None
        self._has_problem = self._has_earlier = False

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
        self._fit()
        if is_new:
            announce(self.status, status, at_once=tone is Tone.DANGER)

    def offer_problem(self, on: bool) -> None:
        """Offer the way to the next problem, as F8 does."""
        self._has_problem = on
        self._fit()

    def offer_earlier(self) -> None:
        """Offer the list of what was said before: there is something in it now."""
        self._has_earlier = True
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way to the list gives way first: there is a key for it too, and a click on what is said."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for all of it, the list gives way first, then the way to the next problem: there are keys for both."""
        margins, gap = self._layout.contentsMargins(), self._layout.spacing()
        room = self.width() - margins.left() - margins.right() - self.status.minimumSizeHint().width()
        if self._buttons is not None:
            room -= self._buttons.sizeHint().width() + gap
        needed = self.problem.sizeHint().width() + gap
        self.problem.setVisible(self._has_problem and room >= needed)
        room -= needed if self._has_problem else 0
        self.earlier.setVisible(self._has_earlier and room >= 3 * self.earlier.sizeHint().width())

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
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own, and a line above."""
        of = theme.colours()
        painter = QPainter(self)
        fill(painter, 0, 0, self.width(), self.height(), of.card)
        fill(painter, 0, 0, self.width(), 1, of.border)
