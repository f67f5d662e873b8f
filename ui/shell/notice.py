"""What went wrong and stays until it is dealt with: a strip above the footer, with the next step and one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.text import Text, Tone


class Notice(QWidget):
    """One notice at a time, the newest. A failure never goes away by a timer; a file that is in order again takes its own notice away.

    Signals:
        shown(str): what is told now, also for those who hear it.
    """

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._tone, self._about = Tone.WARNING, ""
        self._act: Callable[[], object] | None = None
        self.hide()

    def _fill(self) -> None:
        """Make what stands in it when there is something to tell, and not before the first paint."""
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(theme.EDGE)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.text = Text("", bold=True)
        self.text.setObjectName("noticeText")
        self.step = Text("")
        self.step.setObjectName("noticeStep")
        words.addWidget(self.text)
        words.addWidget(self.step)
        row.addLayout(words, 1)
        self.action = Button("")
        self.action.setObjectName("noticeActionButton")
        self.action.clicked.connect(self._on_action)
        self.dismiss = Button(self.tr("Dis&miss"))
        self.dismiss.setObjectName("dismissNoticeButton")
        self.dismiss.clicked.connect(self.clear)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)

    @property
    def about(self) -> str:
        """What the notice in sight is about; empty where none is."""
        return "" if self.isHidden() else self._about

    def tell(
        self,
        text: str,
        step: str = "",
        *,
        tone: Tone = Tone.DANGER,
        about: str = "failure",
        button: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show what is wrong. `about` names the thing, so that `clear(about)` takes it away once it is in order."""
        if self.layout() is None:
            self._fill()
        self._tone, self._about, self._act = tone, about, act
        self.text.set_tone(tone)
        self.text.setText(text)
        self.step.setText(step)
        self.step.setVisible(bool(step))
        self.action.setText(button)
        self.action.setVisible(bool(button))
        words = f"{text} {step}".strip()
        self.setAccessibleName(words)
        self.show()
        self.update()
        self.shown.emit(words)

    @Slot()
    def clear(self, about: str | bool = "") -> None:
        """Take the notice away; with `about`, only one about that."""
        if isinstance(about, str) and about and about != self._about:
            return
        self._about, self._act = "", None
        self.hide()

    @Slot()
    def _on_action(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tinted ground, and a line above in the colour of what it means."""
        of = theme.colours()
        danger = self._tone is Tone.DANGER
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(of.danger_ground if danger else of.warning_ground))
        painter.fillRect(0, 0, self.width(), 2, QColor(of.danger_text if danger else of.warning_border))
