"""What was found, as an item model: one row a message."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from composer.domain.channel import Channel
from composer.domain.record import FoundMessage
from ui.history.presenter import Found, marked, places_in

Index = QModelIndex | QPersistentModelIndex

MARKS_ROLE = Qt.ItemDataRole.UserRole + 1
"""Where the words found stand in the text: pairs of start and length."""
RANK_ROLE = Qt.ItemDataRole.UserRole + 2
"""The place of a row's severity, counted from the worst."""
UNKNOWN_RANK = 9


class Column(IntEnum):
    """The columns, from the left."""

    WHEN = 0
    SEVERITY = 1
    INCIDENT = 2
    MESSAGE = 3
    WHERE = 4


class FoundModel(QAbstractTableModel):
    """The messages found, newest first. It holds as many as somebody has scrolled to.

    Signals:
        more_wanted(): the rows behind the last one are needed.
    """

    more_wanted = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._found: Found | None = None
        self._messages: list[FoundMessage] = []
        self._snippets: dict[int, tuple[str, tuple[tuple[int, int], ...]]] = {}
        self._whole = True

    def show_found(self, found: Found) -> None:
        """Show another answer."""
        self.beginResetModel()
        self._found = found
        self._messages = list(found.messages)
        self._snippets.clear()
        self._whole = found.whole
        self.endResetModel()

    def add(self, messages: tuple[FoundMessage, ...], whole: bool) -> None:
        """Show these behind the last one; `whole` says that there are no more."""
        self._whole = whole
        if not messages:
            return
        first = len(self._messages)
        self.beginInsertRows(QModelIndex(), first, first + len(messages) - 1)
        self._messages += messages
        self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there may be more than the rows that are here."""
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:
        """Ask for more; they come a moment later."""
        if not parent.isValid():
            self.more_wanted.emit()

    def message(self, row: int) -> FoundMessage | None:
        """The message in a row."""
        return self._messages[row] if 0 <= row < len(self._messages) else None

    def snippet(self, row: int) -> tuple[str, tuple[tuple[int, int], ...]]:
        """A row's text and where the words found stand in it; worked out when it is first seen."""
        if row not in self._snippets:
            self._snippets[row] = marked(self._messages[row].snippet, self.words)
        return self._snippets[row]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were searched for."""
        return () if self._found is None else self._found.words

    def rank(self, severity: str) -> int:
        """The place of a severity, counted from the worst."""
        return UNKNOWN_RANK if self._found is None else self._found.ranks.get(severity, UNKNOWN_RANK)

    def template_title(self, name: str) -> str:
        """A template as a person knows it; its name where it is no longer there."""
        return name if self._found is None else self._found.templates.get(name, name)

    def channel_name(self, channel: Channel) -> str:
        """A channel as a person knows it."""
        return {
            Channel.SLACK: self.tr("Slack"),
            Channel.STATUS_PAGE: self.tr("Status page"),
            Channel.EMAIL: self.tr("Email"),
            Channel.EXECUTIVE: self.tr("Executives"),
            Channel.PAGERDUTY: self.tr("PagerDuty"),
            Channel.COPY: self.tr("Copy"),
        }[channel]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """So many messages were found."""
        return 0 if parent.isValid() else len(self._messages)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many columns as there are names."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, number: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= number < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and number == Column.SEVERITY:
            return ""  # its badges say it; a screen reader is told below
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        return (
            self.tr("When (UTC)"),
            self.tr("Severity"),
            self.tr("Incident"),
            self.tr("Message"),
            self.tr("Where"),
        )[number]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        found = self.message(index.row()) if index.isValid() else None
        if found is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(found, column, index.row())
        if role == MARKS_ROLE:
            return self._places(found, column, index.row())
        if role == RANK_ROLE:
            return self.rank(found.message.severity)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.WHEN:
            local = found.message.at.astimezone()
            return self.tr("{time} local time").format(time=f"{local:%Y-%m-%d %H:%M:%S}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text(found, column, index.row())
        return None

    def _places(self, found: FoundMessage, column: Column, row: int) -> tuple[tuple[int, int], ...]:
        """Where the words found stand in a cell."""
        if column is Column.MESSAGE:
            return self.snippet(row)[1]
        return places_in(self.title(found), self.words) if column is Column.INCIDENT else ()

    def title(self, found: FoundMessage) -> str:
        """The incident's title, and that it is a security incident."""
        return self.tr("Security · {title}").format(title=found.title) if found.security else found.title

    def _text(self, found: FoundMessage, column: Column, row: int) -> str:
        message = found.message
        match column:
            case Column.WHEN:
                return f"{message.at:%Y-%m-%d %H:%M}"
            case Column.SEVERITY:
                return message.severity
            case Column.INCIDENT:
                return self.title(found)
            case Column.MESSAGE:
                return self.snippet(row)[0]
            case Column.WHERE:
                return self.channel_name(message.channel)
