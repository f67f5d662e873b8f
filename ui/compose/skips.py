"""What was skipped and why, each with its way back."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.incident import TimelineEvent
from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import small


class SkipsList(QWidget):
    """A line a skip.

    Signals:
        back_wanted(object): the `TimelineEvent` of the skip that is to be taken back.
    """

    back_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("skipsList")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: tuple[TimelineEvent, ...] = ()
        self.hide()

    def show_skips(self, skips: tuple[TimelineEvent, ...]) -> None:
        """Show these."""
        if skips == self._shown:
            return
        self._shown = skips
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for skip in skips:
            self._column.addWidget(self._line(skip))
        self.setVisible(bool(skips))

    def _line(self, skip: TimelineEvent) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        words = self.tr("{what} at {time} UTC: {why}").format(
            what=skip.text, time=f"{skip.at.astimezone(UTC):%H:%M}", why=skip.reason
        )
        row.addWidget(small(words), 1, Qt.AlignmentFlag.AlignVCenter)
        button = Button(self.tr("Take the skip back"), kind=Kind.LINK)
        button.setObjectName(f"{skip.template}UnskipButton")
        button.setAccessibleName(self.tr("Take back: {what}").format(what=skip.text))
        button.clicked.connect(lambda: self.back_wanted.emit(skip))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line
