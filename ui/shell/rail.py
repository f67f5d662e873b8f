"""The rail: declare, the open incidents with their clocks and what is due, what follows the resolved ones, and the ways to other screens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.language import day_and_time
from ui.widgets.buttons import Button, Kind
from ui.widgets.surfaces import ClickCard, severity_badge
from ui.widgets.text import Text, Tone, section, small

if TYPE_CHECKING:
    from composer.domain.incident import Incident
    from composer.record.first_look import Glimpse
    from composer.services.overview import FollowUp, OpenIncident, Overview

WIDTH = 248


class Rail(QWidget):
    """The left edge of the window.

    Signals:
        declare_wanted(): the red button.
        incident_chosen(str): an incident's id.
        postmortem_chosen(str): a resolved incident's id.
        screen_wanted(str): "history" or "templates".
    """

    declare_wanted = Signal()
    incident_chosen = Signal(str)
    postmortem_chosen = Signal(str)
    screen_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._cards: list[IncidentCard] = []
        self._follows: list[FollowCard] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(theme.GAP)
        self.declare = Button(self.tr("Declare incident"), self, kind=Kind.DANGER, keys="Ctrl N")
        self.declare.setObjectName("declareButton")
        self.declare.clicked.connect(self.declare_wanted)
        layout.addWidget(self.declare)
        self._fit()
        inside = QWidget()
        self._card_list, self._follow_list = self._lists(inside)
        scroll = QScrollArea(self)
        scroll.setViewport(QWidget())  # without a ground of its own; asking for Qt's own one costs 20 ms
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setAutoFillBackground(False)
        layout.addWidget(scroll, 1)
        for name, words in (("history", self.tr("History")), ("templates", self.tr("Templates"))):
            button = Button(words, self)
            button.setObjectName(f"{name}Button")
            button.clicked.connect(lambda _checked=False, wanted=name: self.screen_wanted.emit(wanted))
            layout.addWidget(button)

    def _lists(self, inside: QWidget) -> tuple[QVBoxLayout, QVBoxLayout]:
        """A place for the cards of what is open, and one for what follows, each below its title."""
        self._none = small(self.tr("None. When one is open, its clock and what is due next stand here."))
        self._follow_section = section(self.tr("Follow-up"))
        cards, follows = QVBoxLayout(), QVBoxLayout()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        for layout in (whole, cards, follows):
            layout.setSpacing(theme.GAP)
        whole.addWidget(section(self.tr("Open incidents")))
        whole.addWidget(self._none)
        whole.addLayout(cards)
        whole.addWidget(self._follow_section)
        whole.addLayout(follows)
        whole.addStretch(1)
        self._none.hide()
        self._follow_section.hide()
        return cards, follows

    def show_overview(
        self, overview: Overview, current: str | None, ranks: dict[str, int], labels: dict[str, str]
    ) -> None:
        """Show what is open; `ranks` gives a severity's place, `labels` the words of phases and messages, `current` the incident in sight."""
        cards = []
        for one in overview.open:
            card = self._card(one.incident.id)
            card.show_incident(one.incident, one, ranks, labels)
            cards.append(card)
        self._show_cards(cards, current)
        follows = []
        for after in overview.following:
            follow = self._follow(after.incident.id)
            follow.show_follow_up(after, overview.at, ranks)
            follows.append(follow)
        self._follows = _put(self._follow_list, self._follows, follows)
        self._follow_section.setVisible(bool(follows))
        self.tick(overview.at)

    def show_first(
        self, found: Iterable[Glimpse], current: str | None, ranks: dict[str, int], labels: dict[str, str]
    ) -> None:
        """Show what is open before it is known what is due: the same cards in the same places."""
        cards = []
        for one in found:
            card = self._card(one.id)
            card.show_incident(one, None, ranks, labels)
            cards.append(card)
        self._show_cards(cards, current)
        self.tick(datetime.now(UTC))

    def show_nothing(self) -> None:
        """Nothing is known to be open: the core could not be opened."""
        self._show_cards([], None)
        self._none.hide()
        self._follows = _put(self._follow_list, self._follows, [])
        self._follow_section.hide()

    def tick(self, now: datetime) -> None:
        """Let the clocks go on."""
        for card in self._cards:
            card.tick(now)

    def changeEvent(self, event: QEvent) -> None:
        """Larger text makes it wider."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "declare"):
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(max(WIDTH, self.declare.sizeHint().width() + 24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rail has a ground of its own, and a line at its edge."""
        of = theme.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(of.rail))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(of.border))

    def _card(self, incident_id: str) -> IncidentCard:
        """The incident's card, kept where there is one: so nothing flickers, and the focus stays."""
        for card in self._cards:
            if card.incident_id == incident_id:
                return card
        card = IncidentCard(incident_id)
        card.clicked.connect(lambda _checked=False: self.incident_chosen.emit(incident_id))
        return card

    def _follow(self, incident_id: str) -> FollowCard:
        for card in self._follows:
            if card.incident_id == incident_id:
                return card
        card = FollowCard(incident_id)
        card.clicked.connect(lambda _checked=False: self.postmortem_chosen.emit(incident_id))
        return card

    def _show_cards(self, cards: list[IncidentCard], current: str | None) -> None:
        for card in cards:
            card.set_selected(card.incident_id == current)
        self._cards = _put(self._card_list, self._cards, cards)
        self._none.setVisible(not cards)


CardT = TypeVar("CardT", bound=ClickCard)


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


class IncidentCard(ClickCard):
    """One open incident: severity, title, phase and clock, and what is due."""

    def __init__(self, incident_id: str) -> None:
        super().__init__(margins=12)
        self.setObjectName(f"{incident_id}Card")
        self._id = incident_id
        self._incident: Incident | Glimpse | None = None
        self._one: OpenIncident | None = None
        self._labels: dict[str, str] = {}
        top = QHBoxLayout()
        top.setSpacing(theme.UNIT)
        self._badge = severity_badge("", 0)
        top.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self._title = Text("", bold=True)
        top.addWidget(self._title, 1)
        self.body.addLayout(top)
        self._clock = small("")
        self._due = small("")
        self.body.addWidget(self._clock)
        self.body.addWidget(self._due)

    def show_incident(
        self,
        incident: Incident | Glimpse,
        due: OpenIncident | None,
        ranks: dict[str, int],
        labels: dict[str, str],
    ) -> None:
        """Show how it stands; `due` is None while it is not known what is due."""
        self._incident, self._one, self._labels = incident, due, labels
        rank = ranks.get(incident.severity, 9)
        self._badge.set_badge(incident.severity, lambda _: theme.severity_colour(rank))
        self._title.setText(incident.title)

    @property
    def incident_id(self) -> str:
        """Whose card it is."""
        return self._id

    def tick(self, now: datetime) -> None:
        """Show how long it has been going on, and what is due."""
        incident = self._incident
        if incident is None:
            return
        self._clock.setText(
            self.tr("{phase} · {elapsed} elapsed").format(
                phase=self._labels.get(incident.phase, incident.phase.capitalize()),
                elapsed=clock(now - incident.declared_at),
            )
        )
        due_now = self._one.due_now if self._one is not None else ()
        due = self._one.due_at if self._one is not None else None
        if self._one is None:
            words, tone = self.tr("Looking at what is due…"), Tone.MUTED
        elif due_now and (due is None or due <= now):
            message = self._labels.get(due_now[0].template, due_now[0].template)
            words, tone = self.tr("{message} due now").format(message=message), Tone.DANGER
        elif due is not None:
            words, tone = self.tr("Next update in {left}").format(left=clock(due - now)), Tone.MUTED
        else:
            words, tone = self.tr("Nothing is due"), Tone.MUTED
        self._due.set_tone(tone)
        self._due.setText(words)
        name = f"{incident.severity} {incident.title}. {self._clock.text()}. {words}"
        if name != self.accessibleName():
            self.setAccessibleName(name)


class FollowCard(ClickCard):
    """One resolved incident and the next deadline that the plan sets after it."""

    def __init__(self, incident_id: str) -> None:
        super().__init__(margins=12)
        self.setObjectName(f"{incident_id}FollowCard")
        self.incident_id = incident_id
        top = QHBoxLayout()
        top.setSpacing(theme.UNIT)
        self._badge = severity_badge("", 0)
        top.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self._title = Text("", bold=True)
        top.addWidget(self._title, 1)
        self.body.addLayout(top)
        self._resolved = small("")
        self._left = small("", tone=Tone.WARNING)
        self.body.addWidget(self._resolved)
        self.body.addWidget(self._left)

    def show_follow_up(self, after: FollowUp, now: datetime, ranks: dict[str, int]) -> None:
        """Show what follows."""
        incident = after.incident
        rank = ranks.get(incident.peak_severity, 9)
        self._badge.set_badge(incident.peak_severity, lambda _: theme.severity_colour(rank))
        self._title.setText(incident.title)
        if incident.resolved_at is not None:
            words = self.tr("Resolved {when} UTC").format(when=day_and_time(incident.resolved_at))
            self._resolved.setText(words)
        left = self.tr("{what} due in {left}").format(
            what=after.milestone.text, left=long(after.milestone.due_at - now)
        )
        self._left.setText(left)
        self.setAccessibleName(f"{incident.peak_severity} {incident.title}. {left}")


def clock(length: timedelta) -> str:
    """`00:41`: hours and minutes, what a person reads at a glance."""
    seconds = max(0, int(length.total_seconds()))
    hours, minutes = seconds // 3_600, seconds // 60 % 60
    return f"{hours:02d}:{minutes:02d}"


def long(length: timedelta) -> str:
    """`25 h`, `3 d`, `40 min`."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 72 * 60 else f"{minutes // 1_440} d"
