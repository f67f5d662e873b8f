"""The list of what was said in passing: what came and went in the footer can be read here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.language import utc_and_local
from ui.shell.keys import KeyDelegate
from ui.shell.passing import Saying
from ui.widgets.buttons import Button, Kind
from ui.widgets.columns_header import ColumnsHeader
from ui.widgets.sheet import Sheet
from ui.widgets.text import heading


class EarlierDialog(QDialog):
    """What was said before, the newest first, each with its time. It stands beside the work, so it may stay open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("earlierDialog")
        self.setWindowTitle(self.tr("Said before"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.EDGE)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Said before")))
        self.table = self._made()
        layout.addWidget(Sheet(self.table), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(self.tr("&Close the list"), kind=Kind.PRIMARY)
        close.setObjectName("closeEarlierButton")
        close.setDefault(True)
        close.clicked.connect(self.close)
        row.addWidget(close)
        layout.addLayout(row)
        wide = 46 * self.fontMetrics().lineSpacing()
        room = (parent or self).screen().availableGeometry().size() - QSize(theme.WIDE, 3 * theme.WIDE)
        self.resize(QSize(wide, wide * 2 // 3).boundedTo(room))

    @classmethod
    def show_for(cls, parent: QWidget, said: Sequence[Saying]) -> EarlierDialog:
        """Show the list beside a window; a second call brings the first one to the front, with what was said since."""
        dialog = parent.findChild(cls)
        if not isinstance(dialog, cls):
            dialog = cls(parent)
        dialog.show_said(said)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.table.setFocus()
        return dialog

    def show_said(self, said: Sequence[Saying]) -> None:
        """Fill the list."""
        nothing = [("", self.tr("Nothing was said in passing yet."))]
        rows = [
            (
                utc_and_local(one.at, seconds=True),
                ": ".join(part for part in (one.words, one.detail) if part),
            )
            for one in said
        ] or nothing
        self.table.setRowCount(len(rows))
        for place, words in enumerate(rows):
            for column, text in enumerate(words):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self.table.setCurrentCell(0, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.table.resizeRowsToContents()

    def _made(self) -> QTableWidget:
        table = QTableWidget(0, 2, self)
        table.setObjectName("earlierTable")
        table.setAccessibleName(self.tr("Said before"))
        table.setHorizontalHeaderLabels([self.tr("When"), self.tr("What was said")])
        table.setHorizontalHeader(ColumnsHeader(table))
        table.verticalHeader().hide()
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setItemDelegate(KeyDelegate(table))
        table.setWordWrap(True)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table
