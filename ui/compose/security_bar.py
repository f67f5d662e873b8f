"""The line below the head of a security incident: what it is called, by when a regulator has to be notified, and the ways to what is public."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.domain.security import MARKS, RegulatorClock, SecurityState
from ui import theme
from ui.language import day_and_time, utc_and_local
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text, Tone


def tr(text: str) -> str:
    """Words in the person's language."""
    return QCoreApplication.translate("", text)


def left_words(length: timedelta) -> str:
    """`71 h 20 min left`, `12 min left`, `2 h 05 min too late`."""
    minutes = int(abs(length).total_seconds() // 60)
    time = f"{minutes // 60} h {minutes % 60:02d} min" if minutes >= 60 else f"{minutes} min"
    words = tr("{time} left") if length >= timedelta(0) else tr("{time} too late")
    return words.format(time=time)


def clock_words(clock: RegulatorClock, now: datetime) -> str:
    """`GDPR Art. 33: 71 h 20 min left`, or that it was met."""
    label = clock.deadline.label
    if clock.told_at is not None:
        return tr("{deadline}: notified").format(deadline=label)
    return f"{label}: {left_words(clock.due_at - now)}"


class SecurityBar(QWidget):
    """One line, which wraps where it is narrow.

    Signals:
        public_wanted(): show what the public has read so far.
        told_wanted(str): a regulator was notified: the deadline's key.
        private_wanted(): what follows is to go to a private Slack channel.
    """

    public_wanted = Signal()
    told_wanted = Signal(str)
    private_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("securityBar")
        self._low = False
        self._said: tuple[tuple[str, str], tuple[str, str]] = (("", ""), ("", ""))
        self._state: SecurityState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=theme.GAP, line_gap=2)
        column.addLayout(flow)
        self.words = Text("", self, bold=True, wrap=False)
        self.words.setObjectName("securityWords")
        self.clock = Text("", self, wrap=False)
        self.clock.setObjectName("regulatorClock")
        self.told = Button(self.tr("Notified…"), self, kind=Kind.LINK)
        self.told.setObjectName("regulatorToldButton")
        self.told.clicked.connect(self._on_told)
        self.channel = Text("", self, wrap=False, tone=Tone.WARNING)
        self.private = Button(self.tr("Open a private one"), self, kind=Kind.LINK)
        self.private.setObjectName("privateChannelButton")
        self.private.clicked.connect(self.private_wanted)
        self.public = Button(self.tr("What is public already…"), self, kind=Kind.LINK)
        self.public.setObjectName("publicSoFarButton")
        self.public.clicked.connect(self.public_wanted)
        for part in (self.words, self.clock, self.told, self.channel, self.private, self.public):
            flow.addWidget(part)
        self.hide()

    def show_state(self, state: SecurityState | None, slack_channel: str, now: datetime) -> None:
        """Show how it stands; nothing where it is no security incident."""
        self._state = state
        self.setVisible(state is not None)
        if state is None:
            return
        name = state.code_name
        words = (
            self.tr("Security incident · {name}").format(name=name) if name else self.tr("Security incident")
        )
        self._said = ((words, self.tr("Security · {name}").format(name=name) if name else words), ("", ""))
        self.words.setAccessibleName(words)
        is_open = bool(state.open_channel) and state.open_channel == slack_channel
        self.channel.setText(self.tr("{channel} is open to all in Slack.").format(channel=slack_channel))
        self.channel.setVisible(is_open)
        self.private.setVisible(is_open)
        self.tick(now)

    def set_low(self, low: bool) -> None:
        """In a low window what is public is asked for in the menu of the switch alone."""
        self._low = low
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much as has room in one line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where it is narrow, what is public is asked for in the menu of the switch, and the clock's tip tells the hour."""
        if self._state is None:
            return
        (name, short_name), (clock, short_clock) = self._said
        links = [one.sizeHint().width() for one in (self.told, self.private) if not one.isHidden()]
        links += [one.sizeHint().width() for one in (self.channel,) if not one.isHidden()]
        public = self.public.sizeHint().width()
        bold, plain = self.words.fontMetrics(), self.clock.fontMetrics()
        for shown in ((name, clock, True), (name, clock, False), (name, short_clock, False)):
            widths = [bold.horizontalAdvance(shown[0]), plain.horizontalAdvance(shown[1]), *links]
            widths += [public] if shown[2] else []
            if sum(widths) + theme.GAP * len(widths) <= self.width() and not (shown[2] and self._low):
                break
        else:
            shown = short_name, short_clock, False
        for label, words in ((self.words, shown[0]), (self.clock, shown[1])):
            if label.text() != words:
                label.setText(words)
        self.public.setVisible(shown[2])

    def tick(self, now: datetime) -> None:
        """Show how much time is left."""
        state = self._state
        if state is None:
            return
        clock = state.next_clock or next(iter(state.clocks), None)
        self.clock.setVisible(clock is not None)
        self.told.setVisible(state.next_clock is not None)
        if clock is None:
            self._fit()
            return
        words = short = clock_words(clock, now)
        if clock.is_open:
            words = self.tr("{words}, by {time} UTC").format(words=words, time=day_and_time(clock.due_at))
        left = clock.due_at - now
        tone = Tone.PLAIN
        if clock.is_open and left <= MARKS[0]:
            tone = Tone.DANGER if left <= MARKS[2] else Tone.WARNING
        self.clock.set_tone(tone)
        self._said = self._said[0], (words, short)
        self.clock.setAccessibleName(words)
        self.told.setAccessibleDescription(words)
        self._fit()
        local = utc_and_local(clock.due_at, now=now)
        self.clock.setToolTip(" · ".join(part for part in (local, clock.note or clock.deadline.whom) if part))

    def _on_told(self) -> None:
        clock = None if self._state is None else self._state.next_clock
        if clock is not None:
            self.told_wanted.emit(clock.deadline.key)
