"""What is asked of a security incident: before the switch is set, after a regulator was notified, and what the public has read so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from composer.domain.channel import Audience
from composer.domain.fields import Field, FieldType, read_time
from composer.domain.plan import Plan
from composer.domain.security import RegulatorDeadline
from composer.services.security import PublicText
from ui import theme
from ui.approval_words import page_facts
from ui.language import utc_and_local
from ui.widgets.buttons import Button, Kind
from ui.widgets.checks import Check
from ui.widgets.choice_editors import TimeEditor
from ui.widgets.flow import FlowLayout
from ui.widgets.form import FieldRow
from ui.widgets.question import QuestionDialog
from ui.widgets.scrolling import Page, scrolled
from ui.widgets.text import Text, Tone, small

ROOM = 380
"""The most height of the list of what is public, in pixels at the usual size of text."""


class _Asking(QuestionDialog):
    """A question with a time in it."""

    def add_time(self, name: str, label: str, help_text: str, now: datetime) -> None:
        """A row for a moment that has passed; empty means now."""
        self.moment = FieldRow(Field(name, label, FieldType.TIME, Audience.INTERNAL, help_text))
        if isinstance(self.moment.editor, TimeEditor):
            self.moment.editor.offer_past()
        self.moment.set_value(now.replace(second=0, microsecond=0).isoformat())
        self._value: object = now.isoformat()
        self.moment.edited.connect(self._on_moment)
        self.moment.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.column.addWidget(self.moment)

    def _on_moment(self, _name: str, value: object) -> None:
        self._value = value

    @property
    def at(self) -> datetime | None:
        """The moment; None where none was given."""
        return read_time(self._value) if isinstance(self._value, str) else None


class BeginDialog(_Asking):
    """Tells in one sentence what the switch changes, and asks for the two things that only a person knows."""

    def __init__(
        self, approvers: str, told: str, slack_channel: str, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__("securityBeginDialog", parent, width=540)
        self.set_title(self.tr("Make it a security incident?"))
        words = self.tr(
            "From now on public messages are suspended, and only the need-to-know list is told: {people}."
        )
        if approvers:
            words = self.tr(
                "From now on public messages are suspended until {approvers} approve each, and only the need-to-know list is told: {people}."
            )
        nobody = self.tr("nobody, as the plan stands")
        self.column.addWidget(small(words.format(approvers=approvers, people=told or nobody)))
        self.add_time(
            "aware_at",
            self.tr("Known since"),
            self.tr(
                "Since when it is known to be a security incident: a regulator's clock counts from then."
            ),
            now,
        )
        self.private = Check(self.tr("Go on in a new, private Slack channel"))
        self.private.setObjectName("privateChannelCheck")
        self.private.setChecked(True)
        self.column.addWidget(self.private)
        stays = self.tr("{channel} is open to all in Slack, and what was said there stays.")
        self.column.addWidget(small(stays.format(channel=slack_channel)))
        go = Button(self.tr("&Make it one"), kind=Kind.DANGER)
        go.setObjectName("securityBeginButton")
        self.ask_for(go, back="securityBeginBackButton", is_safe=True)


class ToldDialog(_Asking):
    """A regulator was notified: who, how and when."""

    def __init__(self, deadline: RegulatorDeadline, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__("regulatorToldDialog", parent, width=500)
        self.set_title(self.tr("{deadline}: who was notified?").format(deadline=deadline.label))
        if deadline.whom:
            self.column.addWidget(small(deadline.whom))
        self.note = FieldRow(
            Field(
                "note",
                self.tr("Who, and how"),
                FieldType.LINE,
                Audience.INTERNAL,
                self.tr("It stands in the record."),
                maximum=500,
            )
        )
        self._note = ""
        self.note.edited.connect(self._on_note)
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.column.addWidget(self.note)
        self.add_time("told_at", self.tr("When"), self.tr("When the notification was made."), now)
        self.go = Button(self.tr("&Record it"), kind=Kind.PRIMARY)
        self.go.setObjectName("regulatorRecordButton")
        self.go.setEnabled(False)
        self.ask_for(self.go, back="regulatorBackButton", is_safe=True)
        self.note.focus_editor()

    @property
    def words(self) -> str:
        """Who was notified, and how."""
        return self._note

    def _on_note(self, _name: str, value: object) -> None:
        self._note = value.strip() if isinstance(value, str) else ""
        self.go.setEnabled(bool(self._note))


class PublicDialog(QuestionDialog):
    """Each public text that left, the newest first, with the way to put it right.

    Signals:
        correct_wanted(object): the ids of the incident, the publish and the delivery.
    """

    correct_wanted = Signal(object)

    def __init__(
        self, plan: Plan, texts: Sequence[PublicText], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__("publicSoFarDialog", parent, width=620)
        self._plan = plan
        self.set_title(self.tr("What is public already"))
        page = Page()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.UNIT, 0)
        column.setSpacing(theme.GAP)
        for number, one in enumerate(texts):
            column.addWidget(self._entry(one, number, now))
        column.addStretch(1)
        if texts:
            area = scrolled(page)
            scale = max(1.0, self.fontMetrics().height() / 16)
            area.setMinimumHeight(int(min(ROOM, 110 * len(texts)) * scale))
            self.column.addWidget(area)
        else:
            self.column.addWidget(small(self.tr("The public has read nothing of this incident.")))
        go = Button(self.tr("&Close"))
        go.setObjectName("publicCloseButton")
        go.clicked.connect(self.accept)
        go.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(go)
        self.column.addLayout(foot)
        go.setFocus()

    def _entry(self, one: PublicText, number: int, now: datetime) -> QWidget:
        delivery = one.delivery
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.UNIT)
        at = utc_and_local(delivery.finished_at or delivery.created_at, now=now)
        head = FlowLayout(gap=theme.GAP, line_gap=0)
        head.addWidget(Text(one.title, bold=True, wrap=False))
        where = Text(f"{at} · {delivery.destination}", tone=Tone.MUTED, wrap=False, scale=0.9)
        where.setObjectName(f"publicWhere{number}")
        head.addWidget(where)
        column.addLayout(head)
        if one.page is not None:
            shows = Text(page_facts(self._plan, one.page))
            shows.setObjectName(f"publicPage{number}")
            column.addWidget(shows)
        words = Text(one.message.text)
        words.setObjectName(f"publicText{number}")
        column.addWidget(words)
        foot = FlowLayout(gap=theme.GAP, line_gap=0)
        correct = Button(self.tr("Correct…"), kind=Kind.LINK)
        correct.setObjectName(f"publicCorrect{number}Button")
        correct.setAccessibleName(self.tr("Correct {message}").format(message=one.title))
        ids = (delivery.incident_id, delivery.publish_id, delivery.id)
        correct.clicked.connect(self.accept)
        correct.clicked.connect(lambda: self.correct_wanted.emit(ids))
        foot.addWidget(correct)
        if delivery.url:
            url = delivery.url
            link = Button(self.tr("Open"), kind=Kind.LINK)
            link.setObjectName(f"publicOpen{number}Button")
            link.setAccessibleName(self.tr("Open {message}").format(message=one.title))
            link.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(url)))
            foot.addWidget(link)
        column.addLayout(foot)
        return entry
