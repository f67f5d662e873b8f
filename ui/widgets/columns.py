"""Widgets side by side where there is room for them, else below each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui import theme


class Columns(QWidget):
    """As many columns as fit: each at least `letters` wide in the font in force, at most `most` of them. The last widget has the rest of its row."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        letters: int = 26,
        most: int = 2,
        steps: Sequence[int] = (),
        line_gap: int = theme.GAP,
    ) -> None:
        super().__init__(parent)
        self._letters, self._most = letters, most
        self._steps = tuple(steps) or tuple(range(1, most + 1))
        self._widgets: tuple[QWidget, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GAP + 2)
        self._grid.setVerticalSpacing(line_gap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What is shown, in order."""
        return self._widgets

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these, in this order; others that were here are hidden."""
        if tuple(widgets) == self._widgets:
            return
        for old in self._widgets:
            self._grid.removeWidget(old)
            old.setVisible(old in widgets)
        self._widgets = tuple(widgets)
        self._columns = 0
        self._arrange()
        for widget in self._widgets:
            widget.setVisible(True)

    def minimumSizeHint(self) -> QSize:
        """One column is always possible."""
        width = max((widget.minimumSizeHint().width() for widget in self._widgets), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need wider columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        wide = QFontMetrics(self.font()).averageCharWidth() * self._letters
        fit = max(
            1, (self.width() + self._grid.horizontalSpacing()) // (wide + self._grid.horizontalSpacing())
        )
        columns = max(step for step in self._steps if step <= max(fit, self._steps[0]))
        if columns == self._columns:
            return
        self._columns = columns
        for widget in self._widgets:
            self._grid.removeWidget(widget)
        last = len(self._widgets) - 1
        for place, widget in enumerate(self._widgets):
            row, column = divmod(place, columns)
            span = columns - column if place == last else 1
            self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag(0))
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()


class Edge(QWidget):
    """A line between two panes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).fillRect(self.rect(), QColor(theme.colours().border))
