"""The line that points out an open incident which may be the same one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from composer.domain.declaring import LookAlike
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Tone, small


class LookAlikeLine(QWidget):
    """Names it, says since when it is open, and leads to it.

    Signals:
        wanted(str): open this incident instead: its id.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: str | None = None
        self._words = small("", self, tone=Tone.WARNING)
        self._words.setObjectName("lookAlikeText")
        self.button = Button(self.tr("Open it instead"), self, kind=Kind.LINK)
        self.button.setObjectName("openInsteadButton")
        self.button.clicked.connect(self._on_click)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        self.setVisible(False)

    def show_like(self, like: LookAlike | None, now: datetime) -> None:
        """Point one out; None takes the line away."""
        self._id = None if like is None else like.incident.id
        if like is not None:
            words = self.tr("Looks like {severity} {title}, open {age}.")
            age = age_words(self, like.incident.declared_at, now)
            self._words.setText(
                words.format(severity=like.incident.severity, title=like.incident.title, age=age)
            )
        self.setVisible(like is not None)

    @Slot()
    def _on_click(self) -> None:
        if self._id is not None:
            self.wanted.emit(self._id)


def age_words(widget: QWidget, since: datetime, now: datetime) -> str:
    """`41 min`, `3 h`."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    if minutes < 120:
        return widget.tr("{count} min").format(count=minutes)
    return widget.tr("{count} h").format(count=minutes // 60)
