"""On declaring: each message that would leave, whether it is wanted, and what still keeps it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.channel import Channel
from composer.domain.findings import Finding, Level
from composer.domain.plan import Plan, Trigger
from composer.services.inviting import proposed
from ui import sayings, theme
from ui.declare.paging import PageRow
from ui.declare.standing import NOT_INVITED, MessageRow, Standing, names
from ui.widgets.checks import Check
from ui.widgets.field_editor import camel
from ui.widgets.flow import FlowLayout
from ui.widgets.form import FindingLine, Ways
from ui.widgets.scrolling import Page
from ui.widgets.soft_breaks import soft
from ui.widgets.steady import GrownRoom
from ui.widgets.text import section, small


class OutgoingRow(QWidget):
    """One message.

    Signals:
        ticked(str, bool): the template, and whether it is wanted.
        notify_ticked(bool): whether subscribers are told.
        stopped(str): it was wanted, and something keeps it back: the field to fill (may be empty).
        pass_wanted(object): the words of a `Finding` are to leave all the same, or are to be kept back again.
    """

    ticked = Signal(str, bool)
    notify_ticked = Signal(bool)
    stopped = Signal(str)
    pass_wanted = Signal(object)

    def __init__(self, template: str, channel: Channel, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template = template
        self._row: MessageRow | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.UNIT, 0, theme.UNIT + 2)
        column.setSpacing(2)
        head = QWidget(self)
        top = FlowLayout(head, gap=theme.WIDE, line_gap=0)
        self.box = Check(title, self)
        self.box.setObjectName(f"{template}CheckBox")
        font = self.box.font()
        font.setBold(True)
        self.box.setFont(font)
        self.box.clicked.connect(self._on_click)
        top.addWidget(self.box)
        self.notify: Check | None = None
        if channel is Channel.STATUS_PAGE:
            self.notify = Check(self.tr("Notify subscribers"), self)
            self.notify.setObjectName("notifyCheckBox")
            self.notify.clicked.connect(self.notify_ticked)
            top.addWidget(self.notify)
        column.addWidget(head)
        self.words = small("", self)
        self.words.setContentsMargins(24, 0, 0, 0)
        column.addWidget(self.words)
        self._own: Finding | None = None
        self.needs = FindingLine(self)
        self.needs.pass_wanted.connect(lambda: self.pass_wanted.emit(self._own))
        inset = QHBoxLayout()
        inset.setContentsMargins(24, 0, 0, 0)
        inset.addWidget(GrownRoom(self.needs, self))
        column.addLayout(inset)

    def show_row(self, row: MessageRow, words: str, *, notify: bool, own: Finding | None = None) -> None:
        """Show whether it leaves, and what keeps it back; `own` is what must not leave and stands at no field, because the template says it by itself."""
        self._row, self._own = row, own
        self.box.setChecked(row.ready)
        self.words.setText(soft(words))
        self.words.setAccessibleName(words)
        self.words.setVisible(bool(words))
        said = [need.words for need in row.needs]
        fields = ", ".join(
            words for words in said if not words.endswith(".")
        )  # what is no name is a sentence
        needs = self.tr("needs {what}").format(what=fields) if fields else ""
        needs = "\n".join([*([needs] if needs else []), *(words for words in said if words.endswith("."))])
        passes = own is not None and own.level is not Level.BLOCKING
        if own is not None and passes and not needs:
            needs = sayings.of(own.text)
        self.needs.show_finding(soft(needs) or None, bool(said))
        self.needs.offer(camel(self._template), Ways(let_pass=own is not None, passes=passes))
        self.needs.words.setAccessibleName(needs)
        self.box.setAccessibleDescription(". ".join(part for part in (words, needs) if part))
        if self.notify is not None:
            self.notify.setChecked(notify)

    def _on_click(self, on: bool) -> None:
        row = self._row
        if row is not None and row.needs:
            self.box.setChecked(False)
            if not row.wanted:
                self.ticked.emit(self._template, True)
            self.stopped.emit(row.needs[0].field or "")
            return
        self.ticked.emit(self._template, on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.colours().border))


class Outgoing(Page):
    """The list of messages.

    Signals:
        ticked(str, bool): the template, and whether it is wanted.
        notify_ticked(bool): whether subscribers are told.
        field_wanted(str): bring the focus to this field.
        pass_wanted(object): the words of a `Finding` are to leave all the same, or are to be kept back again.
    """

    ticked = Signal(str, bool)
    notify_ticked = Signal(bool)
    field_wanted = Signal(str)
    pass_wanted = Signal(object)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.rows: dict[str, OutgoingRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.EDGE, theme.GAP, theme.EDGE, theme.GAP)
        self._column.setSpacing(0)
        self.title = section(self.tr("On declaring"), self)
        self._column.addWidget(self.title)
        self.none = small(self.tr("Choose how bad it is: then the messages stand here."), self)
        self._column.addWidget(self.none)
        self.suspended = small("", self)
        self.suspended.setObjectName("suspendedText")
        self.suspended.setContentsMargins(0, theme.UNIT, 0, theme.UNIT)
        self._column.addWidget(self.suspended)
        self.page = PageRow(self)
        self._column.addWidget(self.page)
        self._column.addStretch(1)

    def show_standing(
        self, shown: Standing, page_text: str, asks_for: Callable[[str | None], bool] = lambda _name: True
    ) -> None:
        """Show each message, and whom to page with which words. `asks_for` tells which fields stand in the form: what is found elsewhere is told here."""
        self.page.show_standing(shown, page_text)
        wanted = {row.head.name: row for row in shown.rows}
        for name in [name for name in self.rows if name not in wanted]:
            gone = self.rows.pop(name)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (name, row) in enumerate(wanted.items()):
            if name not in self.rows:
                made = OutgoingRow(name, row.head.channel, row.head.title, self)
                made.ticked.connect(self.ticked)
                made.notify_ticked.connect(self.notify_ticked)
                made.stopped.connect(self.field_wanted)
                made.pass_wanted.connect(self.pass_wanted)
                self.rows[name] = made
                self._column.insertWidget(2 + place, made)
                made.show()
            own = next(
                (
                    one
                    for one in (shown.round.findings if shown.round is not None else ())
                    if one.template == name and one.mark and not asks_for(one.field)
                ),
                None,
            )
            notify = shown.draft.notify is not False
            self.rows[name].show_row(row, self._words(row, shown), notify=notify, own=own)
        self.none.setVisible(not wanted)
        waits = ", ".join(one.title for one in shown.suspended)
        words = self.tr(
            "Suspended: {messages}. A security incident says nothing by itself; after declaring, each of them waits for its approvals."
        )
        self.suspended.setText(words.format(messages=waits))
        self.suspended.setVisible(bool(waits))
        if shown.ticket is not None:
            self.none.setText(self.tr("Nothing: no incident is declared at this severity."))
        else:
            self.none.setText(self.tr("Choose how bad it is: then the messages stand here."))

    def _words(self, row: MessageRow, shown: Standing) -> str:
        if row.head.channel is Channel.SLACK:
            if shown.channel.is_new:
                invited = invited_words(self._plan, shown)
                words = self.tr("Create {name}, pin the declaration")
                if shown.security:
                    words = self.tr("Create {name} as a private channel, pin the declaration")
                    if invited:
                        words = self.tr(
                            "Create {name} as a private channel, invite {people}, pin the declaration"
                        )
                elif invited:
                    words = self.tr("Create {name}, invite {people}, pin the declaration")
                return words.format(name=shown.channel.name, people=invited)
            return self.tr("Post and pin the declaration in {name}").format(name=shown.channel.name)
        if row.head.channel is Channel.STATUS_PAGE:
            return page_words(self._plan, shown, row.head.name)
        if row.head.channel is Channel.PAGERDUTY and shown.round is not None:
            return self.tr("On {incident}").format(incident=shown.round.incident.pagerduty_incident)
        if row.due.trigger is not Trigger.FIRST:
            return sayings.of(row.due.reason)
        # What is due because the incident is declared has not been declared yet.
        only = next(
            (rule.severities for rule in self._plan.messages if rule.template == row.due.template), ()
        )
        return self.tr("Only at {severities}").format(severities=", ".join(only)) if only else ""


def page_words(plan: Plan, shown: Standing, template: str) -> str:
    """`Investigating, Payments → Major outage`: what the status page will show with a message."""
    held = plan.security.holding_statement
    components = shown.draft.components
    if shown.security and held is not None and held.template == template:
        components = {}  # it takes nothing of the incident there
    states = [
        f"{one.name} → {plan.words.component_status.get(components[one.key].value, '')}"
        for one in plan.components
        if one.key in components
    ]
    page = plan.phase(shown.draft.phase).page_status.value
    return ", ".join([plan.words.page_status.get(page, page), *states])


def invited_words(plan: Plan, shown: Standing) -> str:
    """Who of the plan is invited to the new Slack channel; empty where nobody is."""
    if not shown.channel.is_new or not shown.severity:
        return ""
    left_out = names(shown.draft, NOT_INVITED)
    wanted = proposed(plan, shown.severity, security=shown.security)
    people = [one for one in wanted if one.slack_id and one.role not in left_out]
    return ", ".join(one.label for one in people)
