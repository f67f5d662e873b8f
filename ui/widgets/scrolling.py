"""Room that is short: a page that scrolls only when it must, and panes that fold one below the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QWidget

from ui.widgets.viewport import show_through

NARROW = 48
"""Two panes stand side by side from so many lines' heights of width; this grows with the text."""


class Page(QWidget):
    """What stands in a scroll area. Wrapped labels ask for too much height before their width is known; only the height that goes with the width counts."""

    def minimumSizeHint(self) -> QSize:
        """The width that is needed; the height follows from it."""
        return QSize(super().minimumSizeHint().width(), 0)


def scrolled(page: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """A scroll area without a frame around a page, that no Tab stops at."""
    area = QScrollArea(parent)
    dress(area, page)
    return area


def dress(area: QScrollArea, page: QWidget) -> None:
    """Make a scroll area show a page as wide as itself."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    show_through(area)
    page.setAutoFillBackground(False)
    area.setWidget(page)
    page.setAutoFillBackground(False)


def settle(grown: QWidget) -> None:
    """Give a widget that grew its place at once, and the page that it stands on its height: with the next event alone, the page would be painted in between with its rows pressed together."""
    above = grown.parentWidget()
    while above is not None and not above.isWindow():
        layout = above.layout()
        if layout is not None:
            layout.activate()
        if isinstance(above, Page):
            QApplication.sendEvent(above, QEvent(QEvent.Type.LayoutRequest))
            return
        above = above.parentWidget()


class Panes(QSplitter):
    """Two panes side by side, or one below the other where large text leaves no room for both."""

    def __init__(self, parent: QWidget | None = None, *, narrow: int = NARROW) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._narrow = narrow
        self.setChildrenCollapsible(False)

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room side by side."""
        return self.width() < self._narrow * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        """Folded, the wider pane decides; so a pane may fold before the window can't shrink any more."""
        panes = (self.widget(place) for place in range(self.count()))
        widest = max((pane.minimumSizeHint().width() for pane in panes if pane is not None), default=0)
        return QSize(widest, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        wanted = Qt.Orientation.Vertical if self.is_narrow else Qt.Orientation.Horizontal
        if wanted is not self.orientation():
            self.setOrientation(wanted)
        super().resizeEvent(event)
