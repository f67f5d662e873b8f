"""The rail: declare, the open incidents with their clocks and what is due, what follows the resolved ones, what was taken back, and the ways to other screens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from composer.clock import SystemClock
from ui import theme
from ui.shell.rail_cards import FollowCard, IncidentCard, RailCard, TakenBackCard
from ui.widgets.buttons import Button, Kind
from ui.widgets.surfaces import fill
from ui.widgets.text import section, small

if TYPE_CHECKING:
    from composer.record.first_look import Glimpse
    from composer.services.overview import Overview

WIDTH, SIDE = 248, 12


class Rail(QWidget):
    """The left edge of the window.

    Signals:
        declare_wanted(): the red button.
        incident_chosen(str): an incident's id.
        postmortem_chosen(str): a resolved incident's id.
        put_away_wanted(str): a taken-back incident's id.
        screen_wanted(str): "history", "templates" or "takeover".
    """

    declare_wanted = Signal()
    incident_chosen = Signal(str)
    postmortem_chosen = Signal(str)
    put_away_wanted = Signal(str)
    screen_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._cards: list[IncidentCard] = []
        self._follows: list[FollowCard] = []
        self._backs: list[TakenBackCard] = []
        layout = QVBoxLayout(self)
        # The cards' room goes on to the edge, so that a scroll bar stands beside them and takes nothing of theirs.
        layout.setContentsMargins(0, SIDE, 1, SIDE)
        layout.setSpacing(0)
        self.declare = Button(self.tr("Declare incident"), self, kind=Kind.DANGER, keys="Ctrl N")
        self.declare.setObjectName("declareButton")
        self.declare.clicked.connect(self.declare_wanted)
        layout.addLayout(_inset(self.declare))
        layout.addSpacing(theme.GAP)
        self._fit()
        inside = QWidget()
        self._whole = QVBoxLayout(inside)
        self._card_list, self._follow_list = self._lists()
        scroll = QScrollArea(self)
        scroll.setViewport(QWidget())  # without a ground of its own; asking for Qt's own one costs 20 ms
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = scroll.verticalScrollBar()
        self._bar.rangeChanged.connect(self._leave_room)
        inside.setAutoFillBackground(False)
        layout.addWidget(scroll, 1)
        buttons = []
        for name, words in (("history", self.tr("History")), ("templates", self.tr("Templates"))):
            button = Button(words, self)
            button.setObjectName(f"{name}Button")
            button.clicked.connect(lambda _checked=False, wanted=name: self.screen_wanted.emit(wanted))
            buttons.append(button)
        layout.addSpacing(theme.GAP)
        layout.addLayout(_inset(*buttons))

    def _lists(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        """A place for the cards of what is open, and one for what follows, each below its title."""
        self._none = small(self.tr("None. When one is open, its clock and what is due next stand here."))
        self._follow_section = section(self.tr("Follow-up"))
        self._back_list = QVBoxLayout()
        cards, follows = QVBoxLayout(), QVBoxLayout()
        whole = self._whole
        whole.setContentsMargins(SIDE, theme.GAP, SIDE - 1, 0)
        for layout in (whole, cards, self._back_list, follows):
            layout.setSpacing(theme.GAP)
        whole.addWidget(section(self.tr("Open incidents")))
        whole.addWidget(self._none)
        whole.addLayout(cards)
        self.takeover = Button(self.tr("Take over…"), self, kind=Kind.LINK)
        self.takeover.setAccessibleName(self.tr("Take over a running incident"))
        self.takeover.setObjectName("takeOverRailButton")
        self.takeover.clicked.connect(lambda: self.screen_wanted.emit("takeover"))
        self.takeover.hide()
        whole.addWidget(self.takeover, 0, Qt.AlignmentFlag.AlignLeft)
        self._follow_section.setContentsMargins(0, theme.GAP, 0, 0)
        whole.addWidget(self._follow_section)
        whole.addLayout(self._back_list)
        whole.addLayout(follows)
        whole.addStretch(1)
        self._none.hide()
        self._follow_section.hide()
        return cards, follows

    @Slot()
    def _leave_room(self) -> None:
        """Beside a scroll bar the edge needs no room of its own."""
        is_long = self._bar.maximum() > 0
        self._whole.setContentsMargins(SIDE, theme.GAP, theme.UNIT if is_long else SIDE - 1, 0)

    @property
    def has_cards(self) -> bool:
        """Whether an open incident is shown."""
        return bool(self._cards)

    def show_overview(
        self, overview: Overview, current: str | None, ranks: dict[str, int], labels: dict[str, str]
    ) -> None:
        """Show what is open; `ranks` gives a severity's place, `labels` the words of phases and messages, `current` the incident in sight."""
        cards = []
        for one in overview.open:
            card = _of(one.incident.id, self._cards, IncidentCard, self.incident_chosen)
            card.show_incident(one.incident, one, ranks, labels)
            cards.append(card)
        self._show_cards(cards, current)
        follows = []
        for after in overview.following:
            follow = _of(after.incident.id, self._follows, FollowCard, self.postmortem_chosen)
            follow.show_follow_up(after, overview.at, ranks)
            follow.set_selected(after.incident.id == current)
            follows.append(follow)
        self._follows = _put(self._follow_list, self._follows, follows)
        backs = []
        for incident in overview.taken_back:
            back = _of(incident.id, self._backs, TakenBackCard, self.incident_chosen)
            if back not in self._backs:
                back.put_away.connect(self.put_away_wanted)
            back.show_incident(incident, ranks)
            back.set_selected(incident.id == current)
            backs.append(back)
        self._backs = _put(self._back_list, self._backs, backs)
        self._follow_section.setVisible(bool(follows or backs))
        self.tick(overview.at)

    def show_first(
        self, found: Iterable[Glimpse], current: str | None, ranks: dict[str, int], labels: dict[str, str]
    ) -> None:
        """Show what is open before it is known what is due: the same cards in the same places."""
        cards = []
        for one in found:
            card = _of(one.id, self._cards, IncidentCard, self.incident_chosen)
            card.show_incident(one, None, ranks, labels)
            cards.append(card)
        self._show_cards(cards, current)
        self.tick(SystemClock().now())

    def offer_takeover(self, on: bool) -> None:
        """Whether there is a service that could tell what runs elsewhere."""
        self.takeover.setVisible(on)

    def show_nothing(self) -> None:
        """Nothing is known to be open: the core could not be opened."""
        self._show_cards([], None)
        self._none.hide()
        self._follows = _put(self._follow_list, self._follows, [])
        self._backs = _put(self._back_list, self._backs, [])
        self._follow_section.hide()

    def tick(self, now: datetime) -> None:
        """Let the clocks go on."""
        for card in self._cards:
            card.tick(now)

    def begin(self) -> None:
        """The window was painted: from now on larger text is heard of."""
        from ui.shell.larger_text import LargerText

        LargerText(self, self._fit)

    def _fit(self) -> None:
        self.setFixedWidth(max(WIDTH, self.declare.sizeHint().width() + 2 * SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rail has a ground of its own, and a line at its edge."""
        of = theme.colours()
        painter = QPainter(self)
        fill(painter, 0, 0, self.width(), self.height(), of.rail)
        fill(painter, self.width() - 1, 0, 1, self.height(), of.border)

    def _show_cards(self, cards: list[IncidentCard], current: str | None) -> None:
        for card in cards:
            card.set_selected(card.incident_id == current)
        self._cards = _put(self._card_list, self._cards, cards)
        self._none.setVisible(not cards)


CardT = TypeVar("CardT", bound=RailCard)


def _of(incident_id: str, there: list[CardT], kind: type[CardT], chosen: SignalInstance) -> CardT:
    """The incident's card, kept where there is one: so nothing flickers, and the focus stays."""
    for card in there:
        if card.incident_id == incident_id:
            return card
    made = kind(incident_id)
    made.clicked.connect(lambda _checked=False: chosen.emit(incident_id))
    return made


def _put(into: QVBoxLayout, before: list[CardT], cards: list[CardT]) -> list[CardT]:
    """Show these cards in place of those before."""
    if cards != before:
        for old in before:
            into.removeWidget(old)
            if old not in cards:
                old.hide()
                old.deleteLater()
        for card in cards:
            into.addWidget(card)
            card.show()
    return cards


def _inset(*buttons: Button) -> QVBoxLayout:
    """Buttons below each other, away from the rail's edges."""
    layout = QVBoxLayout()
    layout.setContentsMargins(SIDE, 0, SIDE - 1, 0)
    layout.setSpacing(theme.GAP)
    for button in buttons:
        layout.addWidget(button)
    return layout
