"""The connections as a table: a row each, its state in a shape and in words, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from composer.connections.accounts import Kind
from ui import theme
from ui.connections.fields import SEVERAL
from ui.connections.presenter import Row
from ui.widgets.buttons import Button
from ui.widgets.buttons import Kind as Look
from ui.widgets.editors import camel
from ui.widgets.flow import FlowLayout
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, section, small


class ConnectionsTable(Card):
    """All connections.

    Signals:
        wanted(str, str): a row's name, and what the person wants: "check", "edit", "remove", "connect", "another" or "open".
    """

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=theme.GAP)
        self.setObjectName("connectionsTable")
        self.setAccessibleName(self.tr("Connections"))
        self.rows: tuple[Row, ...] = ()
        self._inside: QWidget | None = None

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these. The focus stays where it was."""
        if rows == self.rows:
            return
        self.rows = rows
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        had = focused is not None and focused.hasFocus()
        before = self._inside
        inside = self._inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.EDGE)
        grid.setVerticalSpacing(theme.UNIT)
        for column, stretch in enumerate((28, 20, 32, 20)):
            grid.setColumnStretch(column, stretch)
        for column, words in enumerate((self.tr("Service"), self.tr("Used for"), self.tr("State"))):
            grid.addWidget(section(words), 0, column)
        for place, row in enumerate(rows):
            grid.addWidget(_Line(), 2 * place + 1, 0, 1, 4)
            self._fill(grid, 2 * place + 2, row)
        self.body.addWidget(inside)
        if before is not None:
            self.body.removeWidget(before)
            before.hide()
            before.deleteLater()
        if had and name:
            again = inside.findChild(QWidget, name)
            if again is not None:
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """The first thing that can be done in it."""
        return next(iter(self.findChildren(Button)), self)

    def _fill(self, grid: QGridLayout, place: int, row: Row) -> None:
        top = Qt.AlignmentFlag.AlignTop
        service = Text(row.title, bold=True)
        links = [self._link(row, key, words) for key, words in self._choices(row)]
        # A link has its words in the middle of a button's height: what stands beside it stands as low.
        down = max(0, (links[0].sizeHint().height() - service.fontMetrics().lineSpacing()) // 2)
        about = small(row.about) if row.about else None
        grid.addWidget(_column(service, about, down=down), place, 0, top)
        grid.addWidget(_column(Text(row.used_for), None, down=down), place, 1, top)
        state = Text(row.state, tone=row.tone)
        state.setObjectName(f"state{camel(row.name.replace('.', '_')).capitalize()}")
        state.setAccessibleName(f"{row.title}: {row.state} {' '.join(row.more)}".strip())
        below = small("\n".join(row.more), tone=Tone.MUTED) if row.more else None
        grid.addWidget(_column(state, below, down=down), place, 2, top)
        box = QWidget()
        flow = FlowLayout(box, gap=0, line_gap=0)
        flow.setContentsMargins(0, 0, 0, 0)
        for link in links:
            flow.addWidget(link)
        grid.addWidget(box, place, 3, top)

    def _choices(self, row: Row) -> list[tuple[str, str]]:
        if not row.connected:
            return [("connect", self.tr("Connect"))]
        found = [("check", self.tr("Check"))]
        if row.kind is Kind.STATIC_PAGE:
            found.append(("open", self.tr("Open")))
        found += [("edit", self.tr("Edit")), ("remove", self.tr("Remove"))]
        if row.kind in SEVERAL:
            found.append(("another", self.tr("Add another")))
        return found

    def _link(self, row: Row, key: str, words: str) -> Button:
        button = Button(words, kind=Look.LINK)
        button.setObjectName(f"{key}{camel(row.name.replace('.', '_')).capitalize()}Button")
        button.setAccessibleName(f"{words} {row.title}")
        button.clicked.connect(self._wants(row.name, key))
        return button

    def _wants(self, name: str, key: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(name, key)


def _column(first: QWidget, second: QWidget | None, *, down: int) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, down, 0, 0)
    grid.setVerticalSpacing(2)
    grid.addWidget(first, 0, 0)
    if second is not None:
        grid.addWidget(second, 1, 0)
    return box


class _Line(QWidget):
    """A thin line between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(0, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.colours().border))
