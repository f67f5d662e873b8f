"""The table of finds: its columns, and what becomes of them where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.history.model import Column, FoundModel
from ui.history.painting import PADDING, FoundDelegate
from ui.widgets.columns_header import ColumnsHeader
from ui.widgets.ring import Ring

NARROW = 42
"""Below so many lines' heights of width there is no column for the channel."""


class FoundTable(QTableView):
    """Shows a `FoundModel`, a row a message."""

    def __init__(self, model: FoundModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = -1
        self.setObjectName("foundTable")
        self.setAccessibleName(self.tr("Messages found"))
        self.setModel(model)
        self.setItemDelegate(FoundDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = ColumnsHeader(self)
        self.setHorizontalHeader(header)
        header.setMinimumSectionSize(40)
        metrics = self.fontMetrics()
        for column, sample in (
            (Column.WHEN, self.tr("When (UTC)")),
            (Column.SEVERITY, "P0 P"),
            (Column.WHERE, self.tr("Status page")),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            words = max(metrics.horizontalAdvance(sample) + 22, header.width_of(sample))
            self.setColumnWidth(column, words)
        header.setSectionResizeMode(Column.INCIDENT, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.MESSAGE, QHeaderView.ResizeMode.Stretch)
        Ring(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the message itself keeps its room: more lines, and no column for the channel."""
        super().resizeEvent(event)
        if self.width() == self._fitted:
            return  # Qt tells of every change of the viewport too, and setting sizes is one: it would never end
        self._fitted = self.width()
        spacing = self.fontMetrics().lineSpacing()
        narrow = self._fitted < NARROW * spacing
        self.setColumnHidden(Column.WHERE, narrow)
        self.setColumnWidth(Column.INCIDENT, self._fitted // 4)
        self.verticalHeader().setDefaultSectionSize((3 if narrow else 2) * spacing + 2 * PADDING + 2)
