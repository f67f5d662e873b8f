"""F1: every key, from the one table of actions."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.actions import ACTIONS, key_text, translated
from ui.widgets.buttons import Button, Kind
from ui.widgets.columns_header import SIDE, ColumnsHeader
from ui.widgets.sheet import INSET, Sheet
from ui.widgets.text import heading


class KeyDelegate(QStyledItemDelegate):
    """Rows with room around their words, a line below each, and the current one on a tinted ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room around the words."""
        return super().sizeHint(option, index) + QSize(2 * SIDE, 2 * SIDE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, line, words."""
        of, area = theme.colours(), option.rect
        view = option.widget
        is_current = isinstance(view, QTableWidget) and view.hasFocus() and view.currentRow() == index.row()
        painter.save()
        painter.fillRect(area, QColor(of.accent_ground if is_current else of.card))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(of.border))
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font if isinstance(font, QFont) else option.font)
        painter.setPen(QColor(of.text))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(SIDE, 0, -SIDE, -1), int(flags), str(index.data()))
        painter.restore()


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
        layout.addWidget(Sheet(self.table), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(self.tr("&Close the list"), kind=Kind.PRIMARY)
        close.setObjectName("closeKeysButton")
        close.setDefault(True)
        close.clicked.connect(self.close)
        row.addWidget(close)
        layout.addLayout(row)
        self._fit()

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

    def _fit(self) -> None:
        """Wide and tall enough for every key without scrolling, where the screen is."""
        table, frame = self.table, 2 * (theme.WIDE + INSET)
        table.resizeRowsToContents()
        wide = table.sizeHintForColumn(0) + table.sizeHintForColumn(1) + frame + theme.EDGE
        rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
        rest = self.minimumSizeHint().height() - self.table.minimumSizeHint().height()
        tall = rows + table.horizontalHeader().sizeHint().height() + rest + 2 * INSET
        room = (self.parentWidget() or self).screen().availableGeometry().size() - QSize(
            theme.WIDE, 3 * theme.WIDE
        )
        if tall > room.height():
            wide += table.verticalScrollBar().sizeHint().width()
        self.resize(QSize(wide, tall).boundedTo(room))

    def _filled(self) -> QTableWidget:
        shown = [one for one in ACTIONS if one.keys]
        table = QTableWidget(len(shown), 2, self)
        table.setObjectName("keysTable")
        table.setAccessibleName(self.tr("Keys"))
        table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
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
        for place, one in enumerate(shown):
            item = QTableWidgetItem(key_text(one))
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            table.setItem(place, 0, item)
            table.setItem(place, 1, QTableWidgetItem(translated(one)))
        table.setCurrentCell(
            0, 0, QItemSelectionModel.SelectionFlag.NoUpdate
        )  # a start for the arrows, no choice
        return table
