"""The rail's cards: an open incident with its clock and what is due, a resolved one with the next deadline, one that was taken back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui import theme
from ui.language import day_and_time, utc_and_local
from ui.widgets.buttons import Button, Kind
from ui.widgets.surfaces import ClickCard, severity_badge
from ui.widgets.text import Text, Tone, small

if TYPE_CHECKING:
    from composer.domain.incident import Incident
    from composer.record.first_look import Glimpse
    from composer.services.overview import FollowUp, OpenIncident


class RailCard(ClickCard):
    """What all cards begin with: the severity's badge beside the title."""

    def __init__(self, incident_id: str) -> None:
        super().__init__(margins=12)
        self.incident_id = incident_id
        self._badge = severity_badge("", 0)
        self._title = Text("", bold=True)
        # The first line of a title stands at the middle of the badge, however many follow.
        below = max(0, (self._badge.sizeHint().height() - self._title.fontMetrics().height()) // 2)
        self._title.setContentsMargins(0, below, 0, 0)
        top = QHBoxLayout()
        top.setSpacing(theme.UNIT)
        top.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)

    def _show_head(self, severity: str, title: str, ranks: dict[str, int]) -> None:
        rank = ranks.get(severity, 9)
        self._badge.set_badge(severity, lambda _: theme.severity_colour(rank))
        self._title.setText(title)


class IncidentCard(RailCard):
    """One open incident: severity, title, phase and clock, what is due, and what waits for the end."""

    def __init__(self, incident_id: str) -> None:
        super().__init__(incident_id)
        self.setObjectName(f"{incident_id}Card")
        self._incident: Incident | Glimpse | None = None
        self._one: OpenIncident | None = None
        self._labels: dict[str, str] = {}
        self._clock, self._due, self._later = small(""), small(""), small("")
        self._security = small("")
        for line in (self._clock, self._due, self._later, self._security):
            self.body.addWidget(line)
        self._later.hide()
        self._security.hide()

    def show_incident(
        self,
        incident: Incident | Glimpse,
        due: OpenIncident | None,
        ranks: dict[str, int],
        labels: dict[str, str],
    ) -> None:
        """Show how it stands; `due` is None while it is not known what is due."""
        self._incident, self._one, self._labels = incident, due, labels
        self._show_head(incident.severity, incident.title, ranks)
        waits = None if due is None else due.after_the_end
        self._later.setVisible(waits is not None)
        if waits is not None:
            message = labels.get(waits.template, waits.template)
            self._later.setText(self.tr("{message}: after the end").format(message=message))

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
        secret = self._tick_security(now)
        _embolden(self._due, tone is Tone.DANGER)
        self._due.set_tone(tone)
        self._due.setText(words)
        # What counts down is no time that can be written down: the tip has the one of the clock.
        since = self.tr("Declared {time}").format(time=utc_and_local(incident.declared_at, now=now))
        tip = since if due is None else f"{words} · {utc_and_local(due, now=now)}\n{since}"
        if tip != self.toolTip():
            self.setToolTip(tip)
        name = f"{incident.severity} {incident.title}. {self._clock.text()}. {words}"
        name = f"{name}. {secret}" if secret else name
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def _tick_security(self, now: datetime) -> str:
        """Of a security incident, that it is one, and the regulator's clock that ends first."""
        state = None if self._one is None else self._one.security
        self._security.setVisible(state is not None)
        if state is None:
            return ""
        words, tone, clock_ = self.tr("Security incident"), Tone.MUTED, state.next_clock
        if clock_ is not None:
            left = clock_.due_at - now
            time = long(left) if left >= timedelta(0) else self.tr("too late")
            time = time.replace(" ", "\N{NO-BREAK SPACE}")  # the number stays with its unit
            words = self.tr("Security · {deadline}: {left}").format(deadline=clock_.deadline.label, left=time)
            tone = (
                Tone.DANGER
                if left <= timedelta(hours=1)
                else Tone.WARNING
                if left <= timedelta(hours=24)
                else tone
            )
        _embolden(self._security, tone is not Tone.MUTED)
        self._security.set_tone(tone)
        self._security.setText(words)
        return words


class FollowCard(RailCard):
    """One resolved incident and the next deadline that the plan sets after it."""

    def __init__(self, incident_id: str) -> None:
        super().__init__(incident_id)
        self.setObjectName(f"{incident_id}FollowCard")
        self._resolved = small("")
        self._left = small("", tone=Tone.WARNING)
        _embolden(self._left, True)
        self.body.addWidget(self._resolved)
        self.body.addWidget(self._left)

    def show_follow_up(self, after: FollowUp, now: datetime, ranks: dict[str, int]) -> None:
        """Show what follows; the plan's whole sentence is the tip."""
        incident = after.incident
        self._show_head(incident.peak_severity, incident.title, ranks)
        if incident.resolved_at is not None:
            words = self.tr("Resolved {when} UTC").format(when=day_and_time(incident.resolved_at))
            self._resolved.setText(words)
        clock_, due_at = after.clock, after.milestone.due_at
        regulator = clock_ is not None and clock_.due_at == due_at
        what = after.milestone.text if regulator else after.milestone.name
        left = self.tr("{what} due in {left}").format(what=what, left=long(due_at - now))
        if due_at < now:  # a regulator's deadline goes on until somebody was told
            left = self.tr("{what}: too late").format(what=what)
        self._left.setText(left)
        self.setToolTip(f"{utc_and_local(after.milestone.due_at, now=now)} · {after.milestone.text}")
        self.setAccessibleName(f"{incident.peak_severity} {incident.title}. {left}. {after.milestone.text}")


class TakenBackCard(RailCard):
    """A declaration that was taken back before anything left: the way to what was typed for it.

    Signals:
        put_away(str): the person wants to see no more of it; its incident's id.
    """

    put_away = Signal(str)

    def __init__(self, incident_id: str) -> None:
        super().__init__(incident_id)
        self.setObjectName(f"{incident_id}TakenBackCard")
        self._when = small("")
        self.body.addWidget(self._when)
        self.away = Button(self.tr("Put away"), self, kind=Kind.LINK)
        self.away.setObjectName(f"{incident_id}PutAwayButton")
        self.away.setToolTip(self.tr("Show it here no more. What was typed stays in the record."))
        self.away.clicked.connect(lambda: self.put_away.emit(incident_id))
        self.body.addWidget(self.away, 0, Qt.AlignmentFlag.AlignLeft)

    def show_incident(self, incident: Incident, ranks: dict[str, int]) -> None:
        """Show what it was, and when it was taken back."""
        self._show_head(incident.severity, incident.title, ranks)
        if incident.taken_back_at is not None:
            when = day_and_time(incident.taken_back_at)
            self._when.setText(self.tr("Taken back {when} UTC: nothing was sent").format(when=when))
            self.setToolTip(utc_and_local(incident.taken_back_at))
        self.setAccessibleName(f"{incident.severity} {incident.title}. {self._when.text()}")
        self.away.setAccessibleName(self.tr("Put away: {title}").format(title=incident.title))


def _embolden(line: Text, bold: bool) -> None:
    """What presses stands out by its weight too, not by its colour alone."""
    font = line.font()
    if font.bold() is not bold:
        font.setBold(bold)
        line.setFont(font)


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
