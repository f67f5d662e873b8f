"""The rail: declare, the open incidents with their clocks and what is due, what follows the resolved ones, and the ways to other screens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.language import day_and_time
from ui.widgets.buttons import Button, Kind
from ui.widgets.surfaces import ClickCard, severity_badge
from ui.widgets.text import Text, Tone, section, small

if TYPE_CHECKING:
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(theme.GAP)
        self.declare = Button(self.tr("Declare incident"), self, kind=Kind.DANGER, keys="Ctrl N")
        self.declare.setObjectName("declareButton")
        self.declare.clicked.connect(self.declare_wanted)
        layout.addWidget(self.declare)
        self._fit()
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.GAP)
        inside = QWidget()
        inside.setLayout(self._list)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        layout.addWidget(scroll, 1)
        for name, words in (("history", self.tr("History")), ("templates", self.tr("Templates"))):
            button = Button(words, self)
            button.setObjectName(f"{name}Button")
            button.clicked.connect(lambda _checked=False, wanted=name: self.screen_wanted.emit(wanted))
            layout.addWidget(button)
        self._show_empty()

    def show_overview(
        self, overview: Overview, current: str | None, ranks: dict[str, int], labels: dict[str, str]
    ) -> None:
        """Show what is open; `ranks` gives a severity's place, `labels` the words of phases and messages, `current` the incident in sight."""
        self._clear()
        self._list.addWidget(section(self.tr("Open incidents")))
        if not overview.open:
            self._list.addWidget(
                small(self.tr("None. When one is open, its clock and what is due next stand here."))
            )
        for one in overview.open:
            card = IncidentCard(one, ranks, labels)
            card.set_selected(one.incident.id == current)
            card.clicked.connect(lambda incident_id=one.incident.id: self.incident_chosen.emit(incident_id))
            self._cards.append(card)
            self._list.addWidget(card)
        if overview.following:
            self._list.addSpacing(theme.GAP)
            self._list.addWidget(section(self.tr("Follow-up")))
            for after in overview.following:
                follow = FollowCard(after, overview.at, ranks)
                follow.clicked.connect(
                    lambda incident_id=after.incident.id: self.postmortem_chosen.emit(incident_id)
                )
                self._list.addWidget(follow)
        self._list.addStretch(1)
        self.tick(overview.at)

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

    def _show_empty(self) -> None:
        self._list.addWidget(section(self.tr("Open incidents")))
        self._list.addStretch(1)

    def _clear(self) -> None:
        self._cards.clear()
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class IncidentCard(ClickCard):
    """One open incident: severity, title, phase and clock, and what is due."""

    def __init__(self, one: OpenIncident, ranks: dict[str, int], labels: dict[str, str]) -> None:
        super().__init__(margins=12)
        self._one = one
        self._labels = labels
        self._phase = labels.get(one.incident.phase, one.incident.phase)
        top = QHBoxLayout()
        top.setSpacing(theme.UNIT)
        top.addWidget(
            severity_badge(one.incident.severity, ranks.get(one.incident.severity, 9)),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        top.addWidget(Text(one.incident.title, bold=True), 1)
        self.body.addLayout(top)
        self._clock = small("")
        self._due = small("", tone=Tone.DANGER)
        self.body.addWidget(self._clock)
        self.body.addWidget(self._due)
        self.tick(datetime.now(UTC))

    def tick(self, now: datetime) -> None:
        """Show how long it has been going on, and what is due."""
        incident = self._one.incident
        self._clock.setText(
            self.tr("{phase} · {elapsed} elapsed").format(
                phase=self._phase, elapsed=clock(now - incident.declared_at)
            )
        )
        due = self._one.due_at
        if self._one.due_now and (due is None or due <= now):
            words, tone = self.tr("{message} due now").format(message=self._message()), Tone.DANGER
        elif due is not None:
            words, tone = self.tr("Next update in {left}").format(left=clock(due - now)), Tone.MUTED
        else:
            words, tone = self.tr("Nothing is due"), Tone.MUTED
        self._due.set_tone(tone)
        self._due.setText(words)
        self.setAccessibleName(f"{incident.severity} {incident.title}. {self._clock.text()}. {words}")

    def _message(self) -> str:
        template = self._one.due_now[0].template
        return self._labels.get(template, template)


class FollowCard(ClickCard):
    """One resolved incident and the next deadline that the plan sets after it."""

    def __init__(self, after: FollowUp, now: datetime, ranks: dict[str, int]) -> None:
        super().__init__(margins=12)
        top = QHBoxLayout()
        top.setSpacing(theme.UNIT)
        severity = after.incident.peak_severity
        top.addWidget(severity_badge(severity, ranks.get(severity, 9)), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(Text(after.incident.title, bold=True), 1)
        self.body.addLayout(top)
        resolved = after.incident.resolved_at
        if resolved is not None:
            self.body.addWidget(small(self.tr("Resolved {when} UTC").format(when=day_and_time(resolved))))
        left = self.tr("{what} due in {left}").format(
            what=after.milestone.text, left=long(after.milestone.due_at - now)
        )
        self.body.addWidget(small(left, tone=Tone.WARNING))
        self.setAccessibleName(f"{severity} {after.incident.title}. {left}")


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
