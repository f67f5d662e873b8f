"""The declaring screen: how bad, what happens, what customers see; at the right what readers get, and what leaves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.findings import Finding
from composer.domain.plan import Plan
from ui import theme
from ui.actions import Actions
from ui.declare.asking import confirmed
from ui.declare.body import Body
from ui.declare.buttons import DeclareButtons
from ui.declare.dry_run import show_for
from ui.declare.facts import Facts
from ui.declare.form_top import FormTop
from ui.declare.from_pagerduty import FromPagerDuty
from ui.declare.outgoing import Outgoing
from ui.declare.presenter import DeclarePresenter
from ui.declare.severities import Severities
from ui.declare.standing import ANSWERS, SHARE, TITLE, Standing, is_blank, names
from ui.declare.telling import Telling, is_public
from ui.declare.ticket import Ticket
from ui.declare.walking import beside
from ui.host import Host
from ui.later import paint_later
from ui.letting_pass import ask_reason
from ui.widgets.caret_word import word_at_caret
from ui.widgets.previews import PreviewPane
from ui.widgets.scrolling import Page
from ui.widgets.text import Tone, section, small

PRACTICE, PAGERDUTY = "practice", "pagerduty"
"""What this screen is entered with for a practice incident filled in, and to start from an incident at PagerDuty."""


class DeclareView(QWidget):
    """Declaring an incident, by mouse or by keyboard alone."""

    def __init__(self, presenter: DeclarePresenter, actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("declareScreen")
        self._presenter, self._host = presenter, host
        presenter.setParent(self)
        plan: Plan = presenter.plan
        self._saved: datetime | None = None
        self._telling = Telling(plan, self)
        self.from_pagerduty = FromPagerDuty(self, presenter, host)
        self.severities = Severities(plan)
        self.ticket = Ticket()
        self.facts = Facts(plan, presenter.services.library.catalogue)
        self.previews = PreviewPane(plan)
        self.outgoing = Outgoing(plan)
        self.body = Body(self._form(), self.previews, self.outgoing)
        self.area = self.body.area
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.body)
        buttons = DeclareButtons()
        self.cancel, self.declare = buttons.cancel, buttons.declare
        self.footer_buttons: QWidget | None = buttons
        self._connect(actions)

    # --- building ---------------------------------------------------------------------------------------------------

    def _form(self) -> QWidget:
        inside = Page()
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 10, 18, 14)
        column.setSpacing(theme.GAP)
        top = FormTop()
        self.start_over, self.from_duty = top.start_over, top.from_duty
        column.addWidget(top)
        how = QHBoxLayout()
        how.setSpacing(6)
        words = section(self.tr("1 · How bad is it?"))
        words.setWordWrap(False)
        how.addWidget(words)
        how.addWidget(small(self.tr("press 0–3, or answer and the plan suggests one")), 1)
        column.addLayout(how)
        column.addWidget(self.severities)
        column.addWidget(self.ticket)
        column.addWidget(self.facts)
        column.addStretch(1)
        return inside

    def _connect(self, actions: Actions) -> None:
        presenter = self._presenter
        presenter.changed.connect(self._show)
        self.from_duty.clicked.connect(self.from_pagerduty.begin)
        presenter.restored.connect(self._show_all)
        presenter.saved.connect(self._on_saved)
        presenter.busy_changed.connect(self._on_busy)
        presenter.declared.connect(self._on_declared)
        presenter.refused.connect(self._on_refused)
        self.severities.chosen.connect(presenter.choose_severity)
        self.severities.answered.connect(presenter.answer)
        self.severities.share_chosen.connect(presenter.set_share)
        self.facts.fact_edited.connect(presenter.set_fact)
        self.facts.value_edited.connect(presenter.set_value)
        self.facts.components_changed.connect(presenter.set_components)
        self.facts.other_wanted.connect(self._on_other)
        self.outgoing.ticked.connect(presenter.tick)
        self.outgoing.notify_ticked.connect(presenter.set_notify)
        self.facts.invites.chosen.connect(presenter.invite)
        self.facts.security_chosen.connect(presenter.set_security)
        self.facts.put_away.connect(presenter.put_away)
        self.facts.pass_wanted.connect(self._on_pass)
        self.facts.left.connect(presenter.save_now)
        self.facts.left.connect(presenter.spelling.look_soon)
        presenter.spelling.being_written = word_at_caret
        self.outgoing.page.paged.connect(presenter.set_paged)
        self.outgoing.field_wanted.connect(self.focus_field)
        self.outgoing.pass_wanted.connect(self._on_pass)
        self.start_over.clicked.connect(presenter.discard)
        self.ticket.copied.connect(self._on_copied)
        self.cancel.clicked.connect(self._on_cancel)
        self.declare.clicked.connect(self._on_publish)
        actions["incident.publish"].triggered.connect(self._on_publish)
        actions["incident.take_back"].triggered.connect(self._on_cancel)
        actions["incident.dry_run"].triggered.connect(self._on_dry_run)
        actions["problem.mend"].triggered.connect(self.facts.take_out)
        actions["problem.next"].triggered.connect(self._on_next_problem)
        actions["problem.previous"].triggered.connect(self._on_previous_problem)

    # --- in and out of sight ------------------------------------------------------------------------------------------

    def enter(self, argument: object) -> None:
        """The screen comes into sight: what was kept stands there again. `"practice"` fills in a practice incident, `"pagerduty"` asks for one that is open there, a mapping gives words to start from."""
        if argument == PRACTICE:
            self._presenter.practise()
        else:
            self._presenter.enter(argument if isinstance(argument, Mapping) else None)
        self.body.show_form()
        self.severities.cards[0].setFocus()
        if argument == PAGERDUTY:
            self.from_pagerduty.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """0 to 3 choose a severity while no text is typed, and lead on to the title."""
        place = event.key() - Qt.Key.Key_0
        if (
            0 <= place < len(self.severities.cards)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._presenter.choose_severity(self.severities.cards[place].severity.key)
            if self.facts.rows[TITLE].isVisible():
                self.focus_field(TITLE)
            return
        super().keyPressEvent(event)

    def flush(self) -> None:
        """Store what was typed and not yet stored."""
        self._presenter.save_now()

    def holds_unstored(self) -> bool:
        """Whether something typed could not be stored."""
        return self._presenter.holds_unstored

    # --- showing ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_all(self, shown: Standing) -> None:
        paint_later(self)
        self.facts.forget()
        self.body.outcome.forget()
        share = shown.draft.facts.get(SHARE)
        self.severities.show_answers(
            names(shown.draft, ANSWERS), float(share) if isinstance(share, int | float) else None
        )
        self._show(shown)

    @Slot(object)
    def _show(self, shown: Standing) -> None:
        self.severities.show_chosen(shown.severity, bool(shown.draft.severity), shown.suggestion)
        self.facts.show_standing(shown, self._telling.channels)
        text = self._telling.page_text(shown, practice=self._presenter.practice)
        self.outgoing.show_standing(shown, text, self.facts.asks_for)
        self.ticket.show_ticket(shown.ticket)
        self.start_over.setVisible(not is_blank(shown.draft))
        self.from_duty.setVisible(self._presenter.reads_pagerduty)
        self.previews.setVisible(shown.round is not None)
        if shown.round is not None:
            self.previews.show_round(shown.round)
        self.body.outcome.fit_soon()
        self.declare.setEnabled(shown.ticket is None and not self._presenter.busy)
        self._tell(shown)

    def _tell(self, shown: Standing) -> None:
        if self.isVisible():
            labels = {name: row.field.label for name, row in self.facts.rows.items()}
            self._host.say(*self._telling.status(shown, labels), self._telling.detail(shown, self._saved))

    @Slot(str)
    def focus_field(self, name: str) -> None:
        """Bring the focus to a field, and the field into sight."""
        row = self.facts.rows.get(name)
        if row is not None and not row.isHidden():
            self.body.show_form()
            row.show_told()
            # Once more when rows that just came have found their places.
            self._into_sight(row)
            QTimer.singleShot(0, row, lambda: self._into_sight(row))

    def _into_sight(self, row: QWidget) -> None:
        self.area.ensureWidgetVisible(row, 0, 40)

    # --- told by the person -------------------------------------------------------------------------------------------

    @Slot()
    def _on_publish(self) -> None:
        shown = self._presenter.standing
        if not self.isVisible() or shown is None or self._presenter.busy or shown.ticket is not None:
            return
        if not shown.ready:
            self.facts.leave_all()
            self._on_next_problem()
            self._tell(shown)
            return
        if is_public(shown) and not confirmed(self, self._presenter, self._telling):
            return
        self._presenter.publish()

    @Slot()
    def _on_dry_run(self) -> None:
        show_for(self, self._presenter, self._telling, self.facts)

    @Slot(object)
    def _on_pass(self, finding: Finding) -> None:
        reason = ask_reason(self, finding)
        if reason is not None:
            self._presenter.let_pass(finding, reason)

    @Slot()
    def _on_next_problem(self) -> None:
        self._walk(1)

    @Slot()
    def _on_previous_problem(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        shown = self._presenter.standing
        if shown is None or not self.isVisible():
            return
        if not shown.severity:
            self.body.show_form()
            self.severities.cards[0].setFocus()
            self.area.ensureWidgetVisible(self.severities.cards[0])
            return
        found = beside(shown, self.facts.rows, step)
        if found is not None:
            self.focus_field(found)

    @Slot()
    def _on_cancel(self) -> None:
        if self.isVisible():
            self._presenter.save_now()
            overview = self._presenter.overview
            first = overview.open[0].incident.id if overview and overview.open else None
            self._host.go("compose" if first else "welcome", first)

    @Slot(str)
    def _on_other(self, incident_id: str) -> None:
        self._presenter.save_now()
        self._host.go("compose", incident_id)

    @Slot()
    def _on_copied(self) -> None:
        self._host.tell(self.tr("Ticket text copied"), Tone.GOOD.value)

    @Slot(object)
    def _on_saved(self, at: datetime) -> None:
        self._saved = at
        if self._presenter.standing is not None:
            self._tell(self._presenter.standing)

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        self.declare.setEnabled(not busy)
        if busy:
            self._host.say(self.tr("Storing the round…"))

    @Slot(str)
    def _on_declared(self, incident_id: str) -> None:
        self._saved = None
        # Else the person has gone on, and types somewhere else: the rail shows the incident.
        if self.isVisible():
            self._host.go("compose", incident_id)

    @Slot(str)
    def _on_refused(self, words: str) -> None:
        self._host.say(words or self.tr("Nothing was stored: something changed meanwhile"), Tone.DANGER.value)
