"""The line at a message's card that says how its approval stands, and leads to the sheet where it is taken down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.approval_words import CardApproval
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Elided


class ApprovalLine(QWidget):
    """Says by whom a message is approved, or who is still to be asked; out of sight where nobody is.

    As high with each of its words: an approval is void with the first letter that is typed, and nothing may move then. What has no room is its tip.

    Signals:
        wanted(): the person wants to take down who agreed.
    """

    wanted = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._title = name, title
        self._shown: CardApproval | None = None
        self._is_made, self._lines = False, 2
        self.hide()

    def _make(self) -> None:
        """What is in it, once somebody has to agree: of most messages nobody has."""
        if self._is_made:
            return
        self._is_made = True
        name, title = self._name, self._title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.UNIT, 0, 0)
        column.setSpacing(0)
        self.words = Elided("", self, lines=self._lines, scale=0.9)
        self.words.setObjectName(f"{name}ApprovalText")
        self.changed = Elided("", self, scale=0.9)
        self.changed.setObjectName(f"{name}ChangedText")
        self.button = Button(self.tr("Approval…"), self, kind=Kind.LINK)
        self.button.setObjectName(f"{name}ApprovalButton")
        self.button.setAccessibleName(self.tr("Approval of {title}").format(title=title))
        self.button.setToolTip(self.tr("The text with its code, and who agreed to it"))
        self.button.clicked.connect(self.wanted)
        column.addWidget(self.words)
        policy = self.button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(policy)
        foot = QHBoxLayout()
        foot.setSpacing(theme.UNIT)
        foot.addWidget(self.button)
        foot.addWidget(self.changed, 1)
        column.addLayout(foot)

    def set_low(self, low: bool) -> None:
        """In a low window one line has to do."""
        self._lines = 1 if low else 2
        if self._is_made:
            self.words.set_lines(self._lines)

    def show_state(self, state: CardApproval | None) -> None:
        """Show how it stands; None: nobody has to agree."""
        if state == self._shown:
            return
        before, self._shown = self._shown, state
        if state is None:
            self.hide()
            return
        self._make()
        self.words.set_tone(state.tone)
        self.words.setText(state.words)
        self.changed.setText(state.changed)
        self.setToolTip("\n".join(part for part in (state.words, state.changed) if part))
        had_focus = self.button.hasFocus()
        self.button.setVisible(state.is_open)
        if had_focus and not state.is_open:
            self.focusNextChild()
        self.button.setAccessibleDescription(" ".join(part for part in (state.words, state.changed) if part))
        self.show()
        if before is not None and before.tone is not state.tone:
            announce(self, state.words.replace("\n", ". "))
