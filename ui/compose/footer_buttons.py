"""What stands at the right in the footer while the compose screen is in sight."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from composer.services.rounds import Round
from ui import theme
from ui.compose import asking, choosing
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import small

if TYPE_CHECKING:
    from ui.compose.presenter import ComposePresenter


KEYS = "Ctrl ↵"
MOST = 0.6
"""The share of the window that the buttons may take with the key beside their words; else it goes."""


class FooterButtons(QWidget):
    """The screen's buttons in the footer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.EDGE)
        self.promise = Button(self.tr("Nothing new, keep the promise"))
        self.promise.setObjectName("keepPromiseButton")
        self.publish = Button(self.tr("Publish …"), kind=Kind.PRIMARY, keys=KEYS)
        self.publish.setObjectName("publishButton")
        self.next = Button(self.tr("Compose &next update"), kind=Kind.PRIMARY)
        self.next.setObjectName("composeNextButton")
        self.last = Button(self.tr("&Last round"))
        self.last.setObjectName("lastRoundButton")
        self.last.setToolTip(self.tr("How its deliveries stand, and what can be done about them"))
        self.has_last = False
        self.parting = small(
            self.tr("You can close the window: nothing public leaves late without asking you")
        )
        self.parting.setObjectName("partingWords")
        row.addWidget(self.parting)
        for button in (self.last, self.promise, self.publish, self.next):
            row.addWidget(button)
        self.parting.hide()
        self.next.hide()
        self.last.hide()

    def show_for(self, *, composing: bool) -> None:
        """Those for the form, or the one that goes on after a publish."""
        self.last.setVisible(composing and self.has_last)
        self.promise.setVisible(composing)
        self.publish.setVisible(composing)
        self.next.setVisible(not composing)
        self.parting.setVisible(not composing)
        if not composing:
            self.next.setFocus()  # while the round is held, the strip takes it

    def fit(self, *, is_wide: bool) -> None:
        """Where the window is narrow, the words beside the last button take two lines."""
        metrics = self.parting.fontMetrics()
        whole = metrics.horizontalAdvance(self.parting.text())
        self._row.setSpacing(theme.EDGE if is_wide else theme.GAP)
        self.parting.setWordWrap(not is_wide)
        self.parting.setFixedWidth(whole + 4 if is_wide else int(whole * 0.56) + 12)

    def show_round(self, presenter: ComposePresenter, round_: Round, *, is_wide: bool) -> None:
        """What the buttons do with this round, and which of them can be pressed."""
        names, is_busy = choosing.sendable(round_), presenter.is_publishing
        title = round_.incident.title if is_wide else ""
        words = asking.publish_words(len(names), len(round_.messages), title, by_hand=presenter.by_hand)
        self._keep_room(
            asking.publish_words(count, len(round_.messages), title, by_hand=presenter.by_hand)
            for count in range(len(round_.messages) + 1)
        )
        self.publish.setText(words)
        self.publish.setAccessibleName(words)
        self.publish.setEnabled(bool(names) and not is_busy)
        self.promise.setEnabled(not is_busy and not presenter.plan.phase(round_.incident.phase).resolves)

    def _keep_room(self, possible: Iterable[str]) -> None:
        """As wide as any of these words needs: what is counted changes with each key, and nothing may jump while one types."""
        button = self.publish
        for keys in (KEYS, ""):
            button.set_keys(keys)
            widest = max(map(button.width_for, possible := tuple(possible)))
            buttons = (self.last, self.promise)
            whole = widest + sum(one.sizeHint().width() + self._row.spacing() for one in buttons)
            if whole <= self.window().width() * MOST:
                break
        button.setMinimumWidth(widest)
