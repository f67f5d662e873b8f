"""The recipients of one mail to many: a row each, with what became of their copy. There may be many thousands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from composer.domain.delivery import Recipient, RecipientState
from ui.widgets.text import Tone

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
TONE = Qt.ItemDataRole.UserRole + 1
_R = RecipientState
SHAPES = {
    _R.PENDING: ("○", Tone.MUTED),
    _R.ACCEPTED: ("●", Tone.GOOD),
    _R.REFUSED: ("✕", Tone.DANGER),
    _R.UNKNOWN: ("◆", Tone.DANGER),
}


class RecipientsModel(QAbstractTableModel):
    """Name, address, state: those of one state, or all, whose name or address holds the words searched for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Recipient, ...] = ()
        self._rows: list[Recipient] = []
        self._state: RecipientState | None = None
        self._words = ""

    def show_recipients(self, recipients: tuple[Recipient, ...]) -> None:
        """Show these, narrowed as before."""
        self._all = recipients
        self._narrow()

    def narrow(self, state: RecipientState | None, words: str) -> None:
        """Show only those of that state (None: of any) that hold the words."""
        self._state, self._words = state, words.strip().casefold()
        self._narrow()

    def _narrow(self) -> None:
        self.beginResetModel()
        self._rows = [
            one
            for one in self._all
            if (self._state is None or one.state is self._state)
            and (not self._words or self._words in one.email.casefold() or self._words in one.name.casefold())
        ]
        self.endResetModel()

    def recipient(self, row: int) -> Recipient | None:
        """Whom a row shows."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def state_words(self, state: RecipientState) -> str:
        """A state as a person reads it."""
        return {
            _R.PENDING: self.tr("not mailed yet"),
            _R.ACCEPTED: self.tr("has it"),
            _R.REFUSED: self.tr("refused"),
            _R.UNKNOWN: self.tr("may have it"),
        }[state]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """A row a recipient."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """State, address, name."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("State"), self.tr("Address"), self.tr("Name"))[section] if 0 <= section < 3 else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words; the tone of its state."""
        one = self.recipient(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == TONE:
            return SHAPES[one.state][1] if index.column() == 0 else Tone.PLAIN
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self.state_words(one.state)
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            state = f"{SHAPES[one.state][0]} {self.state_words(one.state)}"
            return (state, one.email, one.name)[index.column()] or None
        return None
