"""Who has a mail to many, who was refused, who may have it: the record of each recipient, to be looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from composer.domain.delivery import Recipient, RecipientState, count_recipients
from ui import sayings, theme
from ui.language import number
from ui.publish.presenter import PublishPresenter
from ui.publish.recipients_model import SHAPES, TONE, RecipientsModel
from ui.widgets.buttons import Button, Kind
from ui.widgets.columns_header import SIDE, ColumnsHeader
from ui.widgets.combo import Combo
from ui.widgets.framed import Frame
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text, Tone, heading, small
from ui.widgets.typed import Line

if TYPE_CHECKING:
    from composer.services.core import Services


class RecipientsDialog(QDialog):
    """The list, narrowed by state and by words; below it what was said to the current one."""

    def __init__(self, title: str, recipients: tuple[Recipient, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mailRecordDialog")
        words = self.tr("Who has “{title}”").format(title=title)
        self.setWindowTitle(words)
        self.setAccessibleName(words)
        self.rows = RecipientsModel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(heading(words))
        column.addLayout(self._filters(count_recipients(recipients)))
        self.table = self._filled()
        column.addWidget(Sheet(self.table), 1)
        self.said = small("")
        self.said.setObjectName("recipientSaidText")
        self.said.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        column.addWidget(self.said)
        close = Button(self.tr("&Close the record"), kind=Kind.PRIMARY)
        close.setObjectName("mailRecordCloseButton")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        self.resize(720, 520)
        self.rows.show_recipients(recipients)
        doubtful = self.state.findData(RecipientState.UNKNOWN)
        if doubtful >= 0:  # what asks a person stands first
            self.state.setCurrentIndex(doubtful)
        self.table.setCurrentIndex(self.rows.index(0, 0))
        self.state.setFocus()

    def _filters(self, counts: dict[str, int]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.EDGE)
        grid.setVerticalSpacing(theme.UNIT)
        label = Text(self.tr("&Show"), bold=True)
        self.state = Combo()
        self.state.setObjectName("recipientStateCombo")
        every = self.tr("All {count}").format(count=number(sum(counts.values())))
        self.state.addItem(every, None)
        for state in RecipientState:
            if counts[state.value]:
                words = f"{SHAPES[state][0]} {self.rows.state_words(state)}: {number(counts[state.value])}"
                self.state.addItem(words, state)
        self.state.currentIndexChanged.connect(self._narrow)
        label.setBuddy(self.state)
        search = Text(self.tr("Name or &address holds"), bold=True)
        self.search = Line()
        self.search.setFrame(False)
        self.search.setObjectName("recipientSearchEdit")
        self.search.setAccessibleName(self.tr("Name or address holds"))
        self.search.setMaxLength(200)
        self.search.textChanged.connect(self._narrow)
        search.setBuddy(self.search)
        frame = Frame()
        frame.add(self.search)
        grid.addWidget(label, 0, 0)
        grid.addWidget(search, 0, 1)
        grid.addWidget(self.state, 1, 0)
        grid.addWidget(frame, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        return grid

    def _filled(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("mailRecordTable")
        table.setAccessibleName(self.tr("Recipients"))
        table.setModel(self.rows)
        table.setItemDelegate(_Cells(table))
        table.setHorizontalHeader(ColumnsHeader(table))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, self._widest_state())
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(self._tell)
        self.rows.modelReset.connect(self._tell)
        return table

    def _widest_state(self) -> int:
        metrics = self.fontMetrics()
        words = (f"{SHAPES[one][0]} {self.rows.state_words(one)}" for one in RecipientState)
        return max(metrics.horizontalAdvance(one) for one in words) + 3 * SIDE

    @Slot()
    def _narrow(self) -> None:
        state = self.state.currentData()  # Qt gives back a bare string
        self.rows.narrow(None if state is None else RecipientState(state), self.search.text())
        self.table.setCurrentIndex(self.rows.index(0, 0))

    @Slot()
    def _tell(self) -> None:
        one = self.rows.recipient(self.table.currentIndex().row())
        if one is None:
            words = self.tr("Nobody") if self.rows.rowCount() == 0 else ""
        else:
            parts = [one.email, self.rows.state_words(one.state), sayings.of(one.error or "")]
            words = ": ".join(part for part in parts if part)
        self.said.setText(words)


class _Cells(QStyledItemDelegate):
    """One line, shortened where it is too long; the current row on a tinted ground."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, line, words."""
        of, area = theme.colours(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, QColor(of.accent_ground if chosen else of.card))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(of.border))
        inks = {Tone.GOOD: of.good_text, Tone.DANGER: of.danger_text, Tone.MUTED: of.muted}
        painter.setPen(QColor(inks.get(index.data(TONE), of.text)))
        room = area.adjusted(SIDE, 0, -SIDE, -1)
        words = option.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()


def show(view: QWidget, presenter: PublishPresenter, delivery_id: str) -> None:
    """Read the record of a mail, and show it until it is closed."""

    def call(services: Services) -> tuple[str, tuple[Recipient, ...]]:
        one = services.record.delivery(delivery_id)
        template = services.library.templates.get(one.template or "")
        title = (one.template or "") if template is None else template.head.title
        return title, services.record.recipients(delivery_id)

    def done(found: tuple[str, tuple[Recipient, ...]]) -> None:
        title, recipients = found
        if not view.isVisible():
            return
        dialog = RecipientsDialog(title or QCoreApplication.translate("", "the mail"), recipients, view)
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()

    presenter.ask(call, done)
