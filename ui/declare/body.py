"""How the declaring screen is arranged: the form, and beside it what follows from it; in turns where there is no room for both."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from ui import theme
from ui.declare.outgoing import Outgoing
from ui.widgets.columns import Edge
from ui.widgets.previews import FlatTabs, PreviewPane
from ui.widgets.scrolling import scrolled

SIDE_BY_SIDE = 1_600
"""From so many pixels of the window's width on, at the usual size of text, the previews stand beside each other."""
FOLDED = 720
"""With less width than this, at the usual size of text, the form and what follows from it take turns."""


class Outcome(QWidget):
    """What follows from the facts: the previews, and below them what leaves on declaring; beside them where the room is low and wide.

    The previews have the height that their text needs, which only ever grows, so that the list below stays where it is while somebody types; the list has the rest.
    """

    def __init__(self, previews: PreviewPane, outgoing: Outgoing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._previews, self._outgoing = previews, outgoing
        self._needed = self._measured = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(previews, 1)
        self._list = scrolled(outgoing)
        self._row.addWidget(self._list, 1)
        previews.tabs.currentChanged.connect(self._soon.start)
        outgoing.installEventFilter(self)
        for browser in previews.findChildren(QTextBrowser):
            browser.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Both parts scroll."""
        return QSize(280, 160)

    def set_beside(self, beside: bool) -> None:
        """The list beside the previews, or below them."""
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)
            self.forget()

    def forget(self) -> None:
        """Another declaration: its previews may be shorter."""
        self._needed = 0
        self._soon.start()

    def fit_soon(self) -> None:
        """The previews or the list may need another height."""
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more height to share, or less."""
        super().resizeEvent(event)
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rows of the list came or went, or a preview has another width."""
        wider = isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width()
        if wider or (watched is self._outgoing and event.type() == QEvent.Type.LayoutRequest):
            self._soon.start()
        return super().eventFilter(watched, event)

    @Slot()
    def fit(self) -> None:
        """Share the height between the two."""
        previews = self._previews
        if self._row.direction() is not QBoxLayout.Direction.TopToBottom or previews.isHidden():
            previews.setMinimumHeight(0)
            previews.setMaximumHeight(16_777_215)
            return
        listed = self._list_height()
        for browser in previews.findChildren(QTextBrowser):
            if browser.isVisible() and not previews.is_side_by_side:
                if browser.width() != self._measured:  # the texts wrap elsewhere now
                    self._measured, self._needed = browser.width(), 0
                above = browser.mapTo(previews, QPoint(0, 0)).y()
                text = ceil(browser.document().size().height())
                self._needed = max(self._needed, above + text + theme.GAP + 2)
        room = self.height()
        needed = room if previews.is_side_by_side else max(self._needed, 160)
        height = min(needed, max(room - listed, room * 11 // 20))
        if previews.minimumHeight() != height or previews.maximumHeight() != height:
            previews.setFixedHeight(max(0, height))

    def _list_height(self) -> int:
        layout = self._outgoing.layout()
        width = self._list.width()  # without the bar that it may have: whether it has one must not decide
        return 0 if layout is None else layout.totalHeightForWidth(width)


class Body(QWidget):
    """Everything of the screen but the footer."""

    def __init__(
        self, form: QWidget, previews: PreviewPane, outgoing: Outgoing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._previews = previews
        self.area: QScrollArea = scrolled(form)
        self.area.setObjectName("declareScroll")
        self.area.setMinimumWidth(380)
        self.outcome = Outcome(previews, outgoing)
        self._edge = Edge()
        self.fold = FlatTabs()
        self.fold.setObjectName("declareFoldTabs")
        self.fold.setAccessibleName(self.tr("Facts or previews"))
        self.fold.addTab(self.tr("Severity and facts"))
        self.fold.addTab(self.tr("Previews and messages"))
        self.fold.hide()
        self.fold.currentChanged.connect(self._on_fold)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.area, 59)
        row.addWidget(self._edge)
        row.addWidget(self.outcome, 41)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.fold)
        whole.addLayout(row, 1)

    def minimumSizeHint(self) -> QSize:
        """Folded, the form alone decides; so the two may fold before the window can't shrink any more."""
        return QSize(380, 200)

    def show_form(self) -> None:
        """Bring the form into sight, where it takes turns."""
        self.fold.setCurrentIndex(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        scale = max(1.0, self.fontMetrics().height() / 16)
        self._previews.set_side_by_side(self.window().width() >= SIDE_BY_SIDE * scale)
        folded = self.width() < FOLDED * scale
        if folded is self.fold.isHidden():
            self.fold.setVisible(folded)
            self._on_fold()

    @Slot()
    def _on_fold(self) -> None:
        folded = not self.fold.isHidden()
        self.area.setVisible(not folded or self.fold.currentIndex() == 0)
        self._edge.setVisible(not folded)
        self.outcome.setVisible(not folded or self.fold.currentIndex() == 1)
        self.outcome.set_beside(folded)
