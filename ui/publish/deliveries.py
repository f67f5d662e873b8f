"""The deliveries of one publish as a table: a row each, its state in a shape and in words, and what can be done about it."""

from __future__ import annotations

import html
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from composer.domain.delivery import Delivery
from ui import theme
from ui.publish.deliveries_model import PARTS, TONE, Choice, DeliveriesModel
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import FlowLayout
from ui.widgets.ring import Ring
from ui.widgets.soft_breaks import soft
from ui.widgets.text import Tone
from ui.widgets.viewport import show_through

Index = QModelIndex | QPersistentModelIndex


class _Header(QHeaderView):
    """The columns' names as small words over a line."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one name."""
        of, model = theme.colours(), self.model()
        painter.save()
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(QColor(of.muted))
        # What can be done says so itself; its column is named for a screen reader only.
        words = str(model.headerData(section, Qt.Orientation.Horizontal)).upper() if section < 2 else ""
        painter.drawText(rect.adjusted(theme.GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(of.border))
        painter.restore()


class _Cells(QStyledItemDelegate):
    """Bold and plain words, wrapped, small print below, and a line under each row."""

    def document(self, option: QStyleOptionViewItem, index: Index, width: int) -> QTextDocument:
        """A cell's words as they are painted; nothing in them is markup."""
        of = theme.colours()
        bold, rest, below = (html.escape(soft(part)) for part in index.data(PARTS) or ("", "", ""))
        tone = index.data(TONE)
        colour = {
            Tone.MUTED: of.muted,
            Tone.ACCENT: of.accent,
            Tone.WARNING: of.warning_text,
            Tone.GOOD: of.good_text,
            Tone.DANGER: of.danger_text,
        }.get(tone, of.text)
        head = " ".join(part for part in (f"<b>{bold}</b>" if bold else "", rest) if part)
        tail = (
            f'<div style="color:{of.muted}; font-size:{max(7.0, option.font.pointSizeF() * 0.9):.1f}pt">{below}</div>'
            if below
            else ""
        )
        made = QTextDocument()
        made.setDefaultFont(option.font)
        made.setDocumentMargin(0)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setDefaultTextOption(wrap)
        made.setHtml(f'<div style="color:{colour}">{head}</div>{tail}')
        made.setTextWidth(max(40, width - 2 * theme.GAP))
        return made

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as its words need."""
        table = self.parent()
        width = table.columnWidth(index.column()) if isinstance(table, QTableView) else option.rect.width()
        return QSize(width, int(self.document(option, index, width).size().height()) + 2 * theme.GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        of, area = theme.colours(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(of.accent_ground))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(of.border))
        if index.column() < 2:
            painter.translate(area.left() + theme.GAP, area.top() + theme.GAP)
            self.document(option, index, area.width()).drawContents(painter)
        painter.restore()


class DeliveriesTable(QTableView):
    """The table of deliveries. It is as tall as its rows.

    Signals:
        wanted(str, str): a delivery's id, and the key of what the person wants; `DeliveriesModel.choices` has them.
    """

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DeliveriesModel(self)
        self.setModel(self.rows)
        self.setObjectName("deliveriesTable")
        self.setAccessibleName(self.tr("Deliveries"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        Ring(self)
        self.setShowGrid(False)
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        show_through(self)
        self.verticalHeader().hide()
        header = _Header(Qt.Orientation.Horizontal, self)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(60)
        self.setHorizontalHeader(header)
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def show_deliveries(
        self,
        rows: tuple[Delivery, ...],
        titles: Mapping[str, str],
        counts: Mapping[str, Mapping[str, int]],
        now: datetime,
    ) -> None:
        """Show these."""
        self.rows.show_deliveries(rows, titles, counts, now)
        for row in range(self.rows.rowCount()):
            self._set_actions(row)
        self._fit()

    def change(self, delivery: Delivery, now: datetime) -> None:
        """One of them moved."""
        row = self.rows.change(delivery, now)
        if row is not None:
            announce(self, self.rows.said(row), at_once=delivery.state.asks_a_person)
            for other in range(self.rows.rowCount()):
                # What stands behind it may be offered another way now.
                if other == row or self.rows.delivery(other).lane == delivery.lane:
                    self._set_actions(other)
            self._fit()

    def resizeEvent(self, event: object) -> None:
        """Rows are as tall as their words need."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _set_actions(self, row: int) -> None:
        one = self.rows.delivery(row)
        box = QWidget()
        column = QVBoxLayout(box)
        height = self.fontMetrics().height()
        above = theme.GAP - (max(24, height + 6) - height) // 2  # on the line of the words beside them
        column.setContentsMargins(theme.UNIT, above, theme.UNIT, theme.UNIT)
        flow = FlowLayout(gap=2, line_gap=0)
        column.addLayout(flow)
        column.addStretch(1)
        for choice in self.rows.choices(one):
            flow.addWidget(self._link(row, one, choice))
        self.setIndexWidget(self.rows.index(row, 2), box)

    def _link(self, row: int, one: Delivery, choice: Choice) -> Button:
        button = Button(choice.text, kind=Kind.LINK)
        button.setObjectName(f"{choice.key}Button{row}")
        button.setAccessibleName(f"{choice.text} {self.rows.channel_name(one)}, {self.rows.what(one)}")
        button.clicked.connect(lambda _checked=False: self.wanted.emit(one.id, choice.key))
        return button

    def _line_width(self, row: int) -> int:
        """How wide a state's words are on one line, in pixels."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        document = self._cells.document(option, self.rows.index(row, 1), 10_000)
        return int(document.idealWidth()) + 2 * theme.GAP + 1

    def _fit(self) -> None:
        """Give the state and the destination what the actions leave, and each row the height that it needs."""
        room = self.viewport().width()
        boxes = [self.indexWidget(self.rows.index(row, 2)) for row in range(self.rows.rowCount())]
        layouts = [layout for box in boxes if box is not None and (layout := box.layout()) is not None]
        one_line = max((layout.sizeHint().width() for layout in layouts), default=0) + theme.GAP
        one_each = max((layout.minimumSize().width() for layout in layouts), default=0)
        # All links of a row on a line where that leaves enough for the words beside them, else below each other.
        is_narrow = room < 60 * self.fontMetrics().averageCharWidth()
        actions = one_each
        if not is_narrow:
            actions = max(min(one_line, int(room * 0.38)), one_each)
            lines = [layout.heightForWidth(actions) for layout in layouts]
            # On two lines, no more than these need: the words beside them need it more.
            for narrower in range(one_each, actions, theme.GAP):
                if [layout.heightForWidth(narrower) for layout in layouts] == lines:
                    actions = narrower
                    break
        self.setColumnWidth(2, actions)
        # The state gets what it needs for one line, but leaves the destination no less than half.
        states = [self._line_width(row) for row in range(self.rows.rowCount())]
        first = (room - actions) - min(int((room - actions) * 0.5), max(states, default=0))
        self.setColumnWidth(0, first)
        self.setColumnWidth(1, room - actions - first)
        height = self.horizontalHeader().sizeHint().height() + 2
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for row in range(self.rows.rowCount()):
            box = self.indexWidget(self.rows.index(row, 2))
            layout = None if box is None else box.layout()
            tall = 0 if layout is None else layout.heightForWidth(actions) + 2 * theme.UNIT
            for column in range(2):
                tall = max(tall, self.itemDelegate().sizeHint(option, self.rows.index(row, column)).height())
            self.setRowHeight(row, tall)
            height += tall
        if self.minimumHeight() != height:
            self.setFixedHeight(height)
