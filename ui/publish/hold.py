"""The strip that stands while a round is held: nothing has left, and it can be taken back whole."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class HoldStrip(Card):
    """Counts the hold down.

    Signals:
        take_back_wanted(): the button.
        focus_freed(): the button had the focus, and can't be pressed any more.
        counted(object): other words stand there, of that moment.
    """

    take_back_wanted = Signal()
    focus_freed = Signal()
    counted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, ground=lambda of: of.warning_ground, border=lambda of: of.warning_border, margins=12
        )
        self.setObjectName("holdStrip")
        self._until: datetime | None = None
        self._now: Callable[[], datetime] | None = None
        row = QHBoxLayout()
        row.setSpacing(theme.EDGE)
        self._lead = Text(self.tr("Before the hold ends:"), bold=True, wrap=False)
        row.addWidget(self._lead)
        self.words = Text("")
        self.words.setObjectName("holdWords")
        row.addWidget(self.words, 1)
        self.button = Button(self.tr("Take back"), keys="Esc")
        self.button.setObjectName("takeBackButton")
        self.button.clicked.connect(self.take_back_wanted)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self._tick)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, what counts is told alone."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self._lead.fontMetrics()
        words = metrics.horizontalAdvance(self._lead.text())
        words += self.words.fontMetrics().horizontalAdvance(self.words.text())
        needs = words + self.button.sizeHint().width()
        self._lead.setVisible(needs + 4 * theme.EDGE < self.width())

    @property
    def is_counting(self) -> bool:
        """Whether the round can still be taken back."""
        return self._timer.isActive()

    def start(self, until: datetime, now: Callable[[], datetime]) -> None:
        """Count down to that moment."""
        self._until, self._now = until, now
        self.button.setEnabled(True)
        self._timer.start()
        self._tick()
        if not self.isVisible():
            self.show()
            self.button.setFocus()
            announce(self, self.words.text(), at_once=True)

    def stop(self) -> None:
        """The hold is over, or the round was taken back."""
        self._timer.stop()
        self._let_go()
        self.hide()

    def _let_go(self) -> None:
        had = self.button.hasFocus()
        self.button.setEnabled(False)
        if had:
            self.focus_freed.emit()

    def _tick(self) -> None:
        if self._until is None or self._now is None:
            return
        now = self._now()
        left = (self._until - now).total_seconds()
        if left <= 0:
            self._timer.stop()
            self._let_go()
            words = self.tr("The hold is over: on its way")
        else:
            words = self.tr("Nothing sent yet · leaves in {seconds} s").format(seconds=math.ceil(left))
        if self.words.text() != words:
            self.counted.emit(now)
            self.words.setText(words)
            self._fit()
            self.words.setAccessibleName(words)
