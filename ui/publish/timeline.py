"""The timeline of an incident: what happened, newest first, and a line to add to it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from composer.domain.incident import EventKind, TimelineEvent
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.framed import Frame
from ui.widgets.ring import Ring
from ui.widgets.soft_breaks import soft
from ui.widgets.typed import Line
from ui.widgets.viewport import show_through

EVENT = Qt.ItemDataRole.UserRole + 1
MOST = 500
_WRAP = Qt.TextFlag.TextWordWrap


class _Lines(QStyledItemDelegate):
    """Time at the left, words at the right, small print below."""

    def _fonts(self, option: QStyleOptionViewItem, event: TimelineEvent) -> tuple[QFont, QFont]:
        font, tiny = QFont(option.font), QFont(option.font)
        font.setBold(event.kind is not EventKind.NOTE and event.kind is not EventKind.DELIVERY)
        tiny.setPointSizeF(tiny.pointSizeF() * 0.9)
        return font, tiny

    @staticmethod
    def _column(option: QStyleOptionViewItem) -> int:
        return QFontMetrics(option.font).horizontalAdvance("00:00:00") + 16

    def _areas(self, option: QStyleOptionViewItem, event: TimelineEvent, width: int) -> tuple[QRect, QRect]:
        font, tiny = self._fonts(option, event)
        left = self._column(option)
        room = max(60, width - left - 8)
        words = QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), _WRAP, soft(event.text))
        small = small_print(event)
        below = (
            QFontMetrics(tiny).boundingRect(QRect(0, 0, room, 10_000), _WRAP, soft(small))
            if small
            else QRect()
        )
        return QRect(left, 7, room, words.height()), QRect(left, 9 + words.height(), room, below.height())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as its words."""
        event = index.data(EVENT)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 320
        words, below = self._areas(option, event, width)
        return QSize(width, words.height() + below.height() + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one entry."""
        of, event, area = theme.colours(), index.data(EVENT), option.rect
        font, tiny = self._fonts(option, event)
        words, below = self._areas(option, event, area.width())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(of.accent_ground))
        painter.setPen(QColor(of.muted))
        painter.setFont(option.font)
        painter.drawText(
            QRect(area.left() + 6, area.top() + 7, words.left(), 100),
            Qt.AlignmentFlag.AlignTop,
            f"{event.at.astimezone(UTC):%H:%M:%S}",
        )
        painter.setPen(QColor(of.text))
        painter.setFont(font)
        painter.drawText(words.translated(area.topLeft()), _WRAP, soft(event.text))
        painter.setPen(QColor(of.muted))
        painter.setFont(tiny)
        painter.drawText(below.translated(area.topLeft()), _WRAP, soft(small_print(event)))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(of.border))
        painter.restore()


class Timeline(QWidget):
    """The list, and the line to add an entry.

    Signals:
        note_wanted(str): the person's own entry.
        typed(str, str): the incident, and what stands in the line about it now.
    """

    note_wanted = Signal(str)
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelinePage")
        self._of = ""
        self._half_typed: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.EDGE - 2, theme.EDGE - 4, theme.EDGE - 2, theme.GAP)
        column.setSpacing(theme.GAP)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        frame = Frame()
        self.edit = Line()
        self.edit.setFrame(False)
        self.edit.setObjectName("timelineEdit")
        self.edit.setAccessibleName(self.tr("Add an event"))
        self.edit.setPlaceholderText(self.tr("Add an event: 14:36 rolled back eu-west …"))
        self.edit.setMaxLength(2_000)
        self.edit.returnPressed.connect(self._add)
        self.edit.textEdited.connect(lambda text: self.typed.emit(self._of, text))
        frame.add(self.edit)
        row.addWidget(frame, 1)
        self.add = Button(self.tr("&Add event"))
        self.add.setObjectName("timelineAddButton")
        self.add.clicked.connect(self._add)
        row.addWidget(self.add)
        column.addLayout(row)
        self.list = QListView()
        self.list.setObjectName("timelineList")
        self.list.setAccessibleName(self.tr("Timeline"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        show_through(self.list)
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        Ring(self.list)
        column.addWidget(self.list, 1)

    def turn_to(self, incident_id: str) -> None:
        """Another incident comes into sight: what is half typed stays with its own."""
        self._half_typed[self._of] = self.edit.text()
        self._of = incident_id
        self.edit.setText(self._half_typed.pop(incident_id, ""))

    @Slot(str, str)
    def fill(self, incident_id: str, text: str) -> None:
        """What was typed before stands there again, unless something else is being typed already."""
        if incident_id == self._of and text and not self.edit.text():
            self.edit.setText(text)

    def show_events(self, events: tuple[TimelineEvent, ...]) -> None:
        """Show these, newest first."""
        self._model.clear()
        for event in events[:MOST]:
            item = QStandardItem(f"{clock(event.at)} {event.text}. {small_print(event)}")
            item.setData(event, EVENT)
            self._model.appendRow(item)

    def _add(self) -> None:
        text = self.edit.text().strip()
        if text:
            self.edit.clear()
            self.note_wanted.emit(text)
            self.typed.emit(self._of, "")


def small_print(event: TimelineEvent) -> str:
    """Who said so, and why."""
    return " · ".join(part for part in (event.reason, event.by) if part)


def clock(moment: datetime) -> str:
    """`14:35:08`."""
    return f"{moment.astimezone(UTC):%H:%M:%S}"
