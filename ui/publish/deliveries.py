"""The deliveries of one publish: a row each, with its state in a shape and in words, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState
from ui import theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.ring import Ring
from ui.widgets.text import Tone

_S = DeliveryState
SHAPES = {
    _S.HELD: ("○", Tone.MUTED),
    _S.QUEUED: ("○", Tone.MUTED),
    _S.SENDING: ("◔", Tone.ACCENT),
    _S.WAITING: ("◑", Tone.WARNING),
    _S.SENT: ("●", Tone.GOOD),
    _S.FAILED: ("✕", Tone.DANGER),
    _S.CANCELLED: ("–", Tone.MUTED),
    _S.STALE: ("▲", Tone.WARNING),
    _S.BY_HAND: ("✓", Tone.GOOD),
    _S.UNKNOWN: ("◆", Tone.DANGER),
}
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a person can do about a delivery. `key` names the table's signal."""

    key: str
    text: str


class DeliveriesModel(QAbstractTableModel):
    """Rows of deliveries: where it goes, how it stands, what can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Delivery] = []
        self._titles: Mapping[str, str] = {}
        self._counts: Mapping[str, Mapping[str, int]] = {}
        self._now = datetime.now(UTC)

    def show_deliveries(
        self,
        rows: tuple[Delivery, ...],
        titles: Mapping[str, str],
        counts: Mapping[str, Mapping[str, int]],
        now: datetime,
    ) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows, self._titles, self._counts, self._now = list(rows), titles, counts, now
        self.endResetModel()

    def change(self, delivery: Delivery, now: datetime) -> int | None:
        """One of them moved; the row where it stands."""
        self._now = now
        for row, one in enumerate(self._rows):
            if one.id == delivery.id:
                self._rows[row] = delivery
                self.dataChanged.emit(self.index(row, 0), self.index(row, 2))
                return row
        return None

    def tick(self, now: datetime) -> None:
        """Let the waiting times go on."""
        self._now = now
        for row, one in enumerate(self._rows):
            if one.state in (_S.HELD, _S.WAITING):
                self.dataChanged.emit(self.index(row, 1), self.index(row, 1))

    def delivery(self, row: int) -> Delivery:
        """The delivery of a row."""
        return self._rows[row]

    def said(self, row: int) -> str:
        """A row in words, to be read out."""
        one = self._rows[row]
        return f"{self._where(one)}: {self._words(one)}".replace("\n", ", ")

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """A row a delivery."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Destination, state, what can be done."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if (
            role == Qt.ItemDataRole.DisplayRole
            and orientation is Qt.Orientation.Horizontal
            and 0 <= section < 3
        ):
            return (self.tr("Destination"), self.tr("State"), self.tr("Actions"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, colours and the bold of a cell."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        one, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (self._where(one), self._state(one), "")[column] or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                self._where(one),
                self._state(one),
                ", ".join(choice.text for choice in self.choices(one)),
            )[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == 1:
            return QBrush(QColor(self._colour(SHAPES[one.state][1])))
        if role == Qt.ItemDataRole.FontRole and column == 1 and one.state.asks_a_person:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def choices(self, one: Delivery) -> tuple[Choice, ...]:
        """What a person can do about it now."""
        by_hand = Choice("by_hand", self.tr("Mark as sent by hand"))
        let_be = Choice("let_be", self.tr("Let it be"))
        match one.state:
            case _S.UNKNOWN if one.looked_up is None:
                return (Choice("look_up", self.tr("Look it up")), by_hand, let_be)
            case _S.UNKNOWN | _S.FAILED | _S.STALE:
                return (Choice("send_again", self.tr("Send again")), by_hand, let_be)
            case _S.QUEUED | _S.WAITING:
                return (Choice("look_up", self.tr("Try now")), by_hand, let_be)
            case _:
                return ()

    def _where(self, one: Delivery) -> str:
        names = {
            Channel.SLACK: self.tr("Slack"),
            Channel.STATUS_PAGE: self.tr("Status page"),
            Channel.EMAIL: self.tr("Customer email"),
            Channel.EXECUTIVE: self.tr("Executive email"),
            Channel.PAGERDUTY: self.tr("PagerDuty"),
            Channel.COPY: self.tr("Copy"),
        }
        made = one.kind is DeliveryKind.CREATE_SLACK_CHANNEL
        what = (
            self.tr("Create the channel")
            if made
            else self._titles.get(one.template or "", one.template or "")
        )
        return f"{names[one.channel]} {one.destination}".strip() + f"\n{what}"

    def _state(self, one: Delivery) -> str:
        return f"{SHAPES[one.state][0]} {self._words(one)}"

    def _words(self, one: Delivery) -> str:
        done = f"{one.finished_at.astimezone(UTC):%H:%M:%S}" if one.finished_at else ""
        error = (one.error or "").rstrip(".")
        match one.state:
            case _S.HELD:
                left = max(0, round((one.hold_until - self._now).total_seconds())) if one.hold_until else 0
                return self.tr("Held, leaves in {seconds} s").format(seconds=left)
            case _S.QUEUED:
                return self.tr("Waits for its turn")
            case _S.SENDING:
                return self.tr("Being sent…")
            case _S.WAITING:
                left = max(0, round((one.not_before - self._now).total_seconds())) if one.not_before else 0
                return self.tr("Not accepted yet: {error}; next try in {seconds} s").format(
                    error=error, seconds=left
                )
            case _S.SENT:
                counts = self._counts.get(one.id)
                if counts and sum(counts.values()) and not counts.get("pending"):
                    words = self.tr("Accepted {count} of {all}").format(
                        count=counts.get("accepted", 0), all=sum(counts.values())
                    )
                    return f"{words} · {done}"
                return self.tr("Sent {time}").format(time=done)
            case _S.FAILED:
                return self.tr("Not sent: {error}").format(error=error)
            case _S.CANCELLED:
                return self.tr("Not sent: taken back or let be")
            case _S.STALE:
                return self.tr("Not sent, and asks you: {error}").format(error=error)
            case _S.BY_HAND:
                return self.tr("Sent by hand, {who} {time}").format(who=one.by or "", time=done)
            case _:
                return self.tr("May have arrived: {error}").format(error=error)

    @staticmethod
    def _colour(tone: Tone) -> str:
        of = theme.colours()
        return {
            Tone.MUTED: of.muted,
            Tone.ACCENT: of.accent,
            Tone.WARNING: of.warning_text,
            Tone.GOOD: of.good_text,
            Tone.DANGER: of.danger_text,
        }.get(tone, of.text)


class DeliveriesTable(QTableView):
    """The table of deliveries. It is as tall as its rows.

    Signals:
        wanted(str, str): a delivery's id, and what the person wants: "send_again", "let_be", "by_hand" or "look_up".
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
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)

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
            self._set_actions(row)
            self._fit()

    def resizeEvent(self, event: object) -> None:
        """Rows are as tall as their words need."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _set_actions(self, row: int) -> None:
        one = self.rows.delivery(row)
        choices = self.rows.choices(one)
        index = self.rows.index(row, 2)
        if not choices:
            self.setIndexWidget(index, None)  # type: ignore[arg-type]
            return
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(theme.UNIT, theme.UNIT, theme.UNIT, theme.UNIT)
        column.setSpacing(2)
        for choice in choices:
            button = Button(choice.text, box, kind=Kind.LINK)
            button.setObjectName(f"{choice.key}Button{row}")
            button.clicked.connect(lambda _checked=False, key=choice.key: self.wanted.emit(one.id, key))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setIndexWidget(index, box)

    def _fit(self) -> None:
        boxes = [
            box
            for row in range(self.rows.rowCount())
            if (box := self.indexWidget(self.rows.index(row, 2))) is not None
        ]
        self.setColumnWidth(
            2,
            max(
                [box.sizeHint().width() for box in boxes]
                + [self.fontMetrics().horizontalAdvance(self.tr("Actions")) + 24]
            ),
        )
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + 2
        for row in range(self.rows.rowCount()):
            box = self.indexWidget(self.rows.index(row, 2))
            tall = max(self.rowHeight(row) + 8, 0 if box is None else box.sizeHint().height())
            self.setRowHeight(row, tall)
            height += tall
        if self.minimumHeight() != height:
            self.setFixedHeight(height)
