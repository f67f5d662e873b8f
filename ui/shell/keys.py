"""F1: every key, from the one table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.actions import ACTIONS, key_text, translated
from ui.widgets.buttons import Button, Kind
from ui.widgets.ring import Ring
from ui.widgets.text import heading


class KeysDialog(QDialog):
    """A list of what can be done by key. It stands beside the work, so it may stay open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.EDGE)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Keys")))
        self.table = self._filled()
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(self.tr("&Close the list"), kind=Kind.PRIMARY)
        close.setObjectName("closeKeysButton")
        close.setDefault(True)
        close.clicked.connect(self.close)
        row.addWidget(close)
        layout.addLayout(row)
        self.resize(460, 620)

    @classmethod
    def show_for(cls, parent: QWidget) -> KeysDialog:
        """Show the list beside a window; a second call brings the first one to the front."""
        dialog = parent.findChild(cls)
        if not isinstance(dialog, cls):
            dialog = cls(parent)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def _filled(self) -> QTableWidget:
        shown = [one for one in ACTIONS if one.keys]
        table = QTableWidget(len(shown), 2, self)
        table.setObjectName("keysTable")
        table.setAccessibleName(self.tr("Keys"))
        table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for place, one in enumerate(shown):
            item = QTableWidgetItem(key_text(one))
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            table.setItem(place, 0, item)
            table.setItem(place, 1, QTableWidgetItem(translated(one)))
        table.selectRow(0)
        Ring(table)
        return table
