"""What the history is narrowed to: severity, channel, phase, time and incident."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from composer.clock import SystemClock
from composer.domain.channel import Channel
from composer.domain.incident import Incident
from composer.domain.plan import Plan
from composer.domain.record import Narrowed
from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.editors import Combo
from ui.widgets.flow import FlowLayout
from ui.widgets.text import small


class Span(StrEnum):
    """How far back."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


DAYS = {Span.WEEK: 7, Span.MONTH: 30, Span.YEAR: 365}


class Filters(QWidget):
    """A choice each; the first one of each looks at all.

    Signals:
        changed(object): a person chose; a `Narrowed`, None where all is looked at.
    """

    changed = Signal(object)

    def __init__(self, plan: Plan, channels: dict[Channel, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=theme.GAP + theme.UNIT, line_gap=theme.UNIT + 2)
        self.severity = self._combo("severity", self.tr("Severity"), self.tr("any"))
        for one in plan.severities:
            self.severity.addItem(f"{one.key} {one.label}", one.key)
        self.channel = self._combo("channel", self.tr("Channel"), self.tr("any"))
        for channel, words in channels.items():
            self.channel.addItem(words, channel)
        self.phase = self._combo("phase", self.tr("Phase"), self.tr("any"))
        for phase in plan.phases:
            self.phase.addItem(phase.label, phase.key)
        self.span = self._combo("span", self.tr("Published"), self.tr("any time"))
        for span, words in (
            (Span.TODAY, self.tr("today")),
            (Span.WEEK, self.tr("last 7 days")),
            (Span.MONTH, self.tr("last 30 days")),
            (Span.YEAR, self.tr("last 365 days")),
        ):
            self.span.addItem(words, span)
        self.incident = self._combo("incident", self.tr("Incident"), self.tr("any"), letters=12)
        self.all = Button(self.tr("Look at &all"), self, kind=Kind.LINK)
        self.all.setObjectName("lookAtAllButton")
        self.all.clicked.connect(self.clear)
        self.all.hide()
        self._flow.addWidget(self.all)

    @property
    def combos(self) -> tuple[Combo, ...]:
        """All of them, in order."""
        return (self.severity, self.channel, self.phase, self.span, self.incident)

    def show_incidents(self, incidents: tuple[Incident, ...]) -> None:
        """Offer these; the one that is chosen stays."""
        chosen = self.incident.currentData()
        with QSignalBlocker(self.incident):
            while self.incident.count() > 1:
                self.incident.removeItem(1)
            for one in incidents:
                title = one.title if len(one.title) <= 60 else f"{one.title[:59].rstrip()}…"
                self.incident.addItem(f"{one.declared_at:%Y-%m-%d} {title}", one.id)
            self.incident.setCurrentIndex(max(0, self.incident.findData(chosen)))

    def narrowed(self, now: datetime) -> Narrowed | None:
        """What is chosen; None where all is looked at."""
        span = self.span.currentData()
        since = None
        if span == Span.TODAY:
            since = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        elif span is not None:
            since = now - timedelta(days=DAYS[Span(span)])
        channel = self.channel.currentData()
        only = Narrowed(
            channel=None if channel is None else Channel(channel),
            severity=self.severity.currentData(),
            phase=self.phase.currentData(),
            incident_id=self.incident.currentData(),
            since=since,
        )
        return None if only == Narrowed() else only

    @Slot()
    def clear(self) -> None:
        """Look at all again."""
        for combo in self.combos:
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        self._on_chosen()

    def _combo(self, name: str, words: str, any_words: str, letters: int = 5) -> Combo:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.UNIT)
        label = small(words, both)
        label.setWordWrap(False)
        row.addWidget(label)
        combo = Combo(both)
        combo.setObjectName(f"{name}FilterCombo")
        combo.setMinimumContentsLength(letters)
        combo.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        combo.addItem(any_words, None)
        combo.currentIndexChanged.connect(self._on_chosen)
        label.setBuddy(combo)
        row.addWidget(combo)
        self._flow.addWidget(both)
        return combo

    @Slot()
    def _on_chosen(self) -> None:
        only = self.narrowed(SystemClock().now())
        self.all.setVisible(only is not None)
        self.changed.emit(only)
