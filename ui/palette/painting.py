"""The list of the search box: its rows, and how they are painted."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui import theme
from ui.palette.presenter import Kind, Row

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
PADDING = 10


class PaletteModel(QAbstractListModel):
    """The offers; where there are none, one row of words that can't be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._nothing = ""

    def show_rows(self, rows: tuple[Row, ...], nothing: str) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows, self._nothing = rows, nothing
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """An offer; None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows are shown."""
        return 0 if parent.isValid() else max(len(self._rows), 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only offers can be chosen."""
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if self.row(index.row()) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's words."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._nothing if role in shown else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.text}\n{row.detail}" if row.kind is Kind.MESSAGE else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (row.text, row.detail, row.right) if part)
            case _:
                return row if role == ROW_ROLE else None


class PaletteDelegate(QStyledItemDelegate):
    """One line for what it is, a smaller one for where it belongs; a key or a time at the right."""

    def row_height(self, font: QFont) -> int:
        """The height of every row."""
        return 2 * QFontMetrics(font).height() + PADDING

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is as high."""
        return QSize(100, self.row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, key."""
        of = theme.colours()
        area = QRectF(option.rect)
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and isinstance(row, Row):
            painter.fillRect(area, QColor(of.accent_ground))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(of.accent))
        inner = area.adjusted(12, PADDING / 2, -12, -PADDING / 2)
        line = QFontMetrics(option.font).height()
        if not isinstance(row, Row):
            painter.setPen(QColor(of.muted))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
            painter.restore()
            return
        right = self._right(painter, inner, row, option.font) if row.right else 0.0
        room = inner.width() - right
        bold = QFont(option.font)
        bold.setBold(row.kind is not Kind.MESSAGE)
        self._line(painter, QRectF(inner.left(), inner.top(), room, line), row.text, bold, of.text)
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.9)
        below = QRectF(inner.left(), inner.top() + line, room, line)
        self._line(painter, below, row.detail, small, of.muted)
        painter.restore()

    def _line(self, painter: QPainter, area: QRectF, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _right(self, painter: QPainter, inner: QRectF, row: Row, font: QFont) -> float:
        """What stands at the right edge, and how much room it takes."""
        of = theme.colours()
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(row.right) + 14.0
        box = QRectF(
            inner.right() - width, inner.center().y() - metrics.height() / 2 - 2, width, metrics.height() + 4
        )
        painter.setFont(font)
        if row.kind is Kind.COMMAND:
            painter.setPen(QPen(QColor(of.strong_border), 1))
            painter.setBrush(QColor(of.chip))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(of.text))
        else:
            painter.setPen(QColor(of.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.right)
        return width + 10


class Panel(QFrame):
    """The ground that drops down; a part of the window, so that the focus stays in the box."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palettePanel")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(5, 5, 5, 5)
        self.hide()

    def hold(self, widget: QWidget) -> None:
        """Show this in it."""
        self._layout.addWidget(widget)

    def edges(self) -> int:
        """The height beside what it holds."""
        return 12

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and a strong border, as it lies over other things."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(of.strong_border), 1))
        painter.setBrush(QColor(of.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
