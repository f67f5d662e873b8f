"""The head of the compose screen: severity, titles, and how long customers are hurt."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from composer.domain.incident import Incident
from composer.domain.plan import Plan
from ui import theme
from ui.language import utc_and_local
from ui.widgets.buttons import Button, Kind
from ui.widgets.components import MenuButton
from ui.widgets.menu import Menu
from ui.widgets.text import HEADING, SMALL, Elided, Text, Tone, heading, small, with_access_key

TITLE_LETTERS = 22
"""A title gets room for so many letters on a line before the words at its right do."""


class SeverityButton(MenuButton):
    """The severity's badge, which opens the choice of another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rank = 0
        self.setObjectName("severityButton")
        self.setAutoDefault(False)
        self.setMenu(Menu(self))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setBold(True)
        self.setFont(font)

    def show_severity(self, key: str, rank: int) -> None:
        """Show this one."""
        if (key, rank) == (self.text(), self._rank):
            return
        self._rank = rank
        self.setText(key)
        self.setAccessibleName(self.tr("Severity {key}, change").format(key=key))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the key and the chevron."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 34, max(28, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint badge, chevron and focus."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.severity_colour(self._rank)))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(QColor(of.on_severity))
        painter.drawText(self.rect().adjusted(9, 0, -20, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.setPen(QPen(QColor(of.on_severity), 1.8))
        middle, right = self.height() / 2, self.width() - 9.0
        painter.drawPolyline(
            [QPointF(right - 9, middle - 2), QPointF(right - 4.5, middle + 3), QPointF(right, middle - 2)]
        )
        if self.hasFocus():
            painter.setPen(QPen(QColor(of.on_severity), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 3, 3)


class Header(QWidget):
    """Severity, titles, clock.

    Signals:
        severity_wanted(str): another severity was chosen in the menu.
        live_wanted(): the practice incident is real.
    """

    severity_wanted = Signal(str)
    live_wanted = Signal()

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._incident: Incident | None = None
        self._ended: datetime | None = None
        self._since = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.severity = SeverityButton()
        row.addWidget(self.severity, 0, Qt.AlignmentFlag.AlignVCenter)
        titles = self._titles = QVBoxLayout()
        titles.setSpacing(1)
        self._in_lines: tuple[tuple[Text, Elided], ...] = ()
        self.title = heading("")
        self.title.setObjectName("incidentTitle")
        self.public = small("")
        titles.addWidget(self.title)
        titles.addWidget(self.public)
        row.addLayout(titles, 1)
        clock = QVBoxLayout()
        clock.setSpacing(1)
        self.since = small("")
        self.down = Text("", bold=True)
        self.down.setObjectName("downtimeClock")
        for label in (self.since, self.down):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        clock.addWidget(self.since)
        self.live = Button(self.tr("Take it live…"), kind=Kind.LINK)
        self.live.setObjectName("goLiveButton")
        self.live.setToolTip(self.tr("This practice incident is real: go on with it in LIVE"))
        self.live.clicked.connect(self.live_wanted)
        self.live.hide()
        self.down.setWordWrap(False)
        self._below = QHBoxLayout()
        self._below.setSpacing(theme.GAP)
        self._below.addStretch(1)
        self._below.addWidget(self.live, 0, Qt.AlignmentFlag.AlignRight)
        self._below.addWidget(self.down)
        clock.addLayout(self._below)
        row.addLayout(clock)
        self.since.setWordWrap(False)
        menu = self.severity.menu()
        for one in plan.severities:
            if one.declares:
                words = f"{one.key} {one.label}: {one.impact}"
                # The digit, as on the declaring screen.
                action = QAction(
                    with_access_key(words, {letter for letter in words.casefold() if letter.isalpha()}), menu
                )
                action.setCheckable(True)
                action.setData(one.key)
                action.triggered.connect(lambda _checked=False, key=one.key: self.severity_wanted.emit(key))
                menu.addAction(action)

    def show_incident(
        self, incident: Incident, severity: str, public_title: str, ended: datetime | None, now: datetime
    ) -> None:
        """Show an incident, with the severity and public title that its draft has."""
        self._incident, self._ended = incident, ended
        self.severity.show_severity(severity, self._plan.severity_rank(severity))
        for action in self.severity.menu().actions():
            action.setChecked(action.data() == severity)
        self.title.setText(incident.title)
        words = self.tr("Public title: {title}").format(title=public_title or self.tr("none yet"))
        if severity != incident.severity:
            words += self.tr(" · {old} until this is published").format(old=incident.severity)
        self.public.setText(words)
        self._say_in_lines()
        self._since = self.tr("Impact since {time}").format(
            time=utc_and_local(incident.impact_started_at, now=now)
        )
        self._show_since()
        self.tick(now)

    def set_low(self, low: bool) -> None:
        """In a low window the clock tells the time alone, and each title has one line: the whole one is its tip, and stands in the rail too."""
        if self.since.isHidden() is not low:
            self.since.setHidden(low)
            self._show_since()
            if low and not self._in_lines:
                whole = (
                    Elided("", self, scale=HEADING, bold=True),
                    Elided("", self, tone=Tone.MUTED, scale=SMALL),
                )
                self._in_lines = tuple(zip((self.title, self.public), whole, strict=True))
                for line in whole:
                    self._titles.addWidget(line)
                self._say_in_lines()
            for text, line in self._in_lines:
                text.setHidden(low)
                line.setVisible(low)

    def _say_in_lines(self) -> None:
        for text, line in self._in_lines:
            line.setText(text.text())
            line.setToolTip(text.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The time here stands below the time in UTC where the title needs the room."""
        super().resizeEvent(event)
        self._show_since()

    def _show_since(self) -> None:
        metrics = self.since.fontMetrics()
        title = self.title.fontMetrics().averageCharWidth() * TITLE_LETTERS
        room = self.width() - self.severity.sizeHint().width() - 20 - title
        is_wide = metrics.horizontalAdvance(self._since) <= room
        words = self._since if is_wide else self._since.replace(" (", "\n(")
        if self.since.text() != words:
            self.since.setText(words)
            self.down.setToolTip(self._since)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._below.direction() != way:
            self._below.setDirection(way)
            self._below.setSpacing(theme.GAP if is_wide else 0)

    def tick(self, now: datetime) -> None:
        """Let the clock go on."""
        if self._incident is None:
            return
        ended = self._ended or self._incident.impact_ended_at
        length = (ended or now) - self._incident.impact_started_at
        self.down.set_tone(Tone.PLAIN if ended is None else Tone.GOOD)
        text = self.tr("{length} down") if ended is None else self.tr("{length} downtime, over")
        words = text.format(length=clock(length))
        if self.down.text() != words:
            self.down.setText(words)


def clock(length: timedelta) -> str:
    """`00:41`, hours and minutes."""
    minutes = max(0, int(length.total_seconds() // 60))
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
