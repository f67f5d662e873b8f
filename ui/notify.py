"""What becomes due is seen and heard: the window's title, a sound, and a notification whose click opens the right draft."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from ui import theme

if TYPE_CHECKING:
    from composer.domain.due import DueRow
    from composer.domain.incident import Incident
    from composer.domain.security import RegulatorClock
    from composer.services.overview import FollowUp, OpenIncident, Overview
    from ui.desktop_notices import DesktopNotices, Notice
    from ui.jobs import JobRunner

TITLE = "Incident Composer"
SOUND_KEY = "sound/on"
KINDS = (("now", timedelta(0)), ("1 min", timedelta(minutes=1)), ("5 min", timedelta(minutes=5)))
"""When a person is told, the most pressing first."""
GRACE = timedelta(seconds=60)
"""What is due at once (a declaration, a change of phase) is told only when it was left lying for so long: the person is at it."""
SHOWN_MS = 10_000
NEVER = datetime.min.replace(tzinfo=UTC)


class DueWatch(QObject):
    """Follows what is due, by the clock; needs no widget. Each moment is told once, and one at a time.

    Signals:
        warned(str, str, str): an incident's id; "5 min", "1 min" or "now", of a regulator's deadline "24 h", "6 h" or "1 h"; the sentence.
        due_changed(str): the most pressing message that is due now, as a sentence; empty where nothing is.
    """

    warned = Signal(str, str, str)
    due_changed = Signal(str)

    def __init__(self, name_of: Callable[[str], str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of or (lambda template: template.replace("_", " ").capitalize())
        self._open: tuple[OpenIncident, ...] = ()
        self._following: tuple[FollowUp, ...] = ()
        self._told: dict[tuple[str, str, datetime], int] = {}
        self._due = ""

    @property
    def due(self) -> str:
        """The most pressing message that is due now; empty where nothing is."""
        return self._due

    def look(self, overview: Overview) -> None:
        """Take in what is open and due."""
        self._open, self._following = overview.open, overview.following
        known = {self._key(one, row) for one in self._open for row in one.rows if row.due_at is not None}
        known |= {(one.id, clock.deadline.key, clock.due_at) for one, clock in self._clocks()}
        self._told = {key: level for key, level in self._told.items() if key in known}
        self.tick(overview.at)

    def tick(self, now: datetime) -> None:
        """A second has passed."""
        pressing: list[tuple[timedelta, OpenIncident, DueRow]] = []
        news: list[tuple[int, timedelta, OpenIncident, DueRow]] = []
        for one in self._open:
            for row in one.rows:
                left = self._left(row, now)
                if left is None:
                    continue
                if left <= timedelta(0):
                    pressing.append((left, one, row))
                level = next((place for place, (_, span) in enumerate(KINDS) if left <= span), None)
                key = self._key(one, row)
                if level is not None and level < self._told.get(key, len(KINDS)):
                    self._told[key] = level
                    news.append((level, left, one, row))
        self._tell_due(pressing)
        self._tell_regulators(now)
        if news:
            level, _, one, row = min(news, key=lambda found: found[:2])
            self.warned.emit(one.incident.id, KINDS[level][0], self._sentence(one, row, level))

    def _clocks(self) -> list[tuple[Incident, RegulatorClock]]:
        """The regulators' clocks that run; one outlives its incident."""
        found = [
            (one.incident, clock)
            for one in self._open
            for clock in (() if one.security is None else one.security.clocks)
            if clock.is_open
        ]
        return found + [(one.incident, one.clock) for one in self._following if one.clock is not None]

    def _tell_regulators(self, now: datetime) -> None:
        """A day, some hours and the last hour before a regulator's deadline it is told, and when it has passed."""
        clocks = self._clocks()
        if not clocks:
            return
        from composer.domain.security import MARKS

        for incident, clock in clocks:
            left = clock.due_at - now
            level = next((place for place, mark in enumerate(MARKS[::-1]) if left <= mark), None)
            key = (incident.id, clock.deadline.key, clock.due_at)
            if level is None or level >= self._told.get(key, len(MARKS)):
                continue
            self._told[key] = level
            hours = int(MARKS[::-1][level].total_seconds() // 3_600)
            words = self.tr("{deadline}: less than {hours} h left").format(
                deadline=clock.deadline.label, hours=hours
            )
            if not hours:
                words = self.tr("{deadline}: the time is over").format(deadline=clock.deadline.label)
            kind = f"{hours} h" if hours else KINDS[0][0]
            # The title says too much for a notification on a screen that others see; a Slack channel bears the code name.
            self.warned.emit(
                incident.id, kind, f"{words} · {incident.severity} {incident.slack_channel}".rstrip()
            )

    def _left(self, row: DueRow, now: datetime) -> timedelta | None:
        """How long until a row is due; None where it has no time, or is being dealt with."""
        from composer.domain.due import DueState
        from composer.domain.plan import Trigger

        if row.due_at is None or row.state not in (DueState.NOW, DueState.UPCOMING):
            return None
        by_clock = row.trigger in (Trigger.CADENCE, Trigger.PROMISE)
        if by_clock:
            return row.due_at - now
        if row.state is DueState.UPCOMING or row.due_at > now:
            return None
        return timedelta(0) if now - row.due_at >= GRACE else None

    def _tell_due(self, pressing: list[tuple[timedelta, OpenIncident, DueRow]]) -> None:
        words = ""
        if pressing:
            _, _, row = min(pressing, key=lambda found: found[0])
            words = self.tr("{message} due now").format(message=self._name_of(row.template))
        if words != self._due:
            self._due = words
            self.due_changed.emit(words)

    def _sentence(self, one: OpenIncident, row: DueRow, level: int) -> str:
        message = self._name_of(row.template)
        if level == 0:
            when = self.tr("{message} due now").format(message=message)
        else:
            minutes = int(KINDS[level][1].total_seconds() // 60)
            when = self.tr("{message} due in {minutes} min").format(message=message, minutes=minutes)
        # A notification may stand on a screen that others see.
        title = one.incident.title if one.security is None else one.security.code_name
        return f"{when} · {one.incident.severity} {title}"

    def _key(self, one: OpenIncident, row: DueRow) -> tuple[str, str, datetime]:
        return one.incident.id, row.template, row.due_at or NEVER


class Notifier(QObject):
    """Shows and sounds what `DueWatch` tells. While the person looks at the window, no notification covers it.

    With `jobs` the desktop's own service shows it, where there is one; else an icon in the tray does.

    Signals:
        chosen(str): the notification of that incident was clicked.
    """

    chosen = Signal(str)

    def __init__(
        self,
        window: QWidget,
        watch: DueWatch,
        settings: QSettings,
        *,
        stamp: Callable[[], str] = lambda: "",
        beep: Callable[[], None] = QApplication.beep,
        jobs: JobRunner | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._settings, self._stamp, self._beep = window, settings, stamp, beep
        self._jobs = jobs
        self._desktop: DesktopNotices | None = None
        self._incident_id = ""
        self._tray: QSystemTrayIcon | None = None
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(2 * SHOWN_MS)
        self._hide.timeout.connect(self._hide_icon)
        watch.warned.connect(self._on_warned)
        watch.due_changed.connect(self._on_due)

    @property
    def has_sound(self) -> bool:
        """Whether the person wants to hear it."""
        return bool(self._settings.value(SOUND_KEY, True, type=bool))

    @Slot()
    def close(self) -> None:
        """Take the notification and its icon away, and let go of the desktop."""
        if self._desktop is not None:
            self._desktop.close()
        self._hide_icon()

    @Slot()
    def _hide_icon(self) -> None:
        self._hide.stop()
        if self._tray is not None:
            self._tray.hide()

    @Slot(str)
    def _on_due(self, words: str) -> None:
        self._window.setWindowTitle(f"(!) {words} - {TITLE}" if words else TITLE)
        if not words and self._desktop is not None:
            self._desktop.withdraw()  # it was sent: nobody is called for it any more

    @Slot(str, str, str)
    def _on_warned(self, incident_id: str, kind: str, text: str) -> None:
        if self.has_sound:
            self._beep()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.alert(self._window)
        if not self._window.isActiveWindow():
            self._show(incident_id, text, urgent=kind == KINDS[0][0])

    def _show(self, incident_id: str, text: str, *, urgent: bool) -> None:
        """One notification at a time: a later one takes the place of the one before."""
        from ui.desktop_notices import Notice, may_be_there

        self._incident_id = incident_id
        stamp = self._stamp()
        notice = Notice(f"{stamp} · {TITLE}" if stamp else TITLE, text, urgent)
        if self._jobs is not None and may_be_there():
            self._by_desktop(self._jobs).show(notice)
        else:
            self._show_in_tray(notice)

    def _by_desktop(self, jobs: JobRunner) -> DesktopNotices:
        if self._desktop is None:
            from ui.desktop_notices import DesktopNotices

            self._desktop = DesktopNotices(TITLE, self.tr("Open the incident"), jobs, self)
            self._desktop.clicked.connect(self._on_clicked)
            self._desktop.unable.connect(self._show_in_tray)
        return self._desktop

    @Slot(object)
    def _show_in_tray(self, notice: Notice) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(_icon(), self)
            self._tray.setToolTip(TITLE)
            self._tray.messageClicked.connect(self._on_clicked)
            self._tray.activated.connect(self._on_clicked)
        self._tray.show()
        self._tray.showMessage(notice.title, notice.text, QSystemTrayIcon.MessageIcon.Warning, SHOWN_MS)
        self._hide.start()

    @Slot()
    def _on_clicked(self) -> None:
        self._hide_icon()
        self.chosen.emit(self._incident_id)


def _icon() -> QIcon:
    """A round mark in the colour of danger with an exclamation mark, painted, so that no file is needed."""
    picture = QPixmap(64, 64)
    picture.fill(QColor(0, 0, 0, 0))
    of = theme.colours()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(of.danger))
    painter.setPen(QColor(of.danger))
    painter.drawEllipse(2, 2, 60, 60)
    painter.setBrush(QColor(of.on_danger))
    painter.setPen(QColor(of.on_danger))
    painter.drawRoundedRect(28, 12, 8, 26, 3, 3)
    painter.drawEllipse(28, 44, 8, 8)
    painter.end()
    return QIcon(picture)
