"""*What happens next*: what is due and when, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme
from ui.language import utc_and_local
from ui.widgets.text import Text, Tone, small

MOST = 8


class ComingList(QWidget):
    """Time, what, and why, with a line under each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comingList")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        self._grid.setHorizontalSpacing(theme.EDGE)
        self._grid.setVerticalSpacing(2 * theme.GAP)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._lines: list[tuple[Text, Text, Text]] = []
        self._none = small(self.tr("Nothing is due."))
        self._grid.addWidget(self._none, 0, 0, 1, 3)

    def show_lines(self, lines: Sequence[tuple[datetime, str, str]], now: datetime) -> None:
        """Show (when, what, why), the soonest first."""
        soonest = sorted(lines, key=lambda line: line[0])[:MOST]
        while len(self._lines) < len(soonest):
            self._add()
        for place, labels in enumerate(self._lines):
            is_shown = place < len(soonest)
            for label in labels:
                label.setVisible(is_shown)
            if is_shown:
                moment, what, why = soonest[place]
                # As the eye looks for it: the common time first, the time here beside the words.
                time, _, here = utc_and_local(moment.astimezone(UTC), now=now).partition(" (")
                here = here.removesuffix(")")
                for label, text in zip(
                    labels, (time, f"{what} · {here}" if here else what, why), strict=True
                ):
                    if label.text() != text:
                        label.setText(text)
        self._none.setVisible(not soonest)
        self.update()

    def _add(self) -> None:
        row = len(self._lines)
        labels = Text("", bold=True, wrap=False), Text(""), Text("", tone=Tone.MUTED)
        for column, label in enumerate(labels):
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self._lines.append(labels)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line between the rows."""
        painter = QPainter(self)
        colour = QColor(theme.colours().border)
        shown = [labels for labels in self._lines if not labels[0].isHidden()]
        for upper, lower in pairwise(shown):
            end = max(label.geometry().bottom() for label in upper)
            middle = (end + min(label.geometry().top() for label in lower)) // 2
            painter.fillRect(0, middle, self.width(), 1, colour)
