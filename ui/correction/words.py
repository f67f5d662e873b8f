"""What is right: the phase, the incident, the words, the components, and why it is put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.domain.findings import Finding
from composer.services.what_went_out import RoundThatWent, WentOut
from ui import sayings, theme
from ui.correction.allowed import message_words
from ui.correction.presenter import CorrectionPresenter, Fault
from ui.letting_pass import take_out, ways_of
from ui.widgets.checks import Check
from ui.widgets.combo import Combo, labelled_combo
from ui.widgets.components import ComponentsPicker
from ui.widgets.form import FieldRow, FindingLine
from ui.widgets.framed import Frame
from ui.widgets.text import Text, small
from ui.widgets.text_editors import GrowingEdit
from ui.widgets.typed import Line

MOST_EDITED = 25_000
"""No service takes a longer text."""
TAKEN = "wsngbpuyir"
"""Letters of the radio buttons, the footer and the labels here."""


class Words(QWidget):
    """The part of the screen into which is typed. What it says goes to the presenter at once."""

    def __init__(self, presenter: CorrectionPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        plan = presenter.session.services.plan
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)
        self.phase, self._phase_part = self._combo(self.tr("&Really in phase"), "rightPhaseCombo")
        self.phase.setPlaceholderText(self.tr("choose"))
        for one in plan.phases:
            self.phase.addItem(one.label, one.key)
        self.phase.activated.connect(self._on_phase)
        self.belongs, self._belongs_part = self._combo(self.tr("&It belongs to"), "belongsToCombo")
        self.belongs.activated.connect(self._on_belongs)
        self.rows: dict[str, FieldRow] = {}
        self._rows_at = self._column.count()
        self._components_label = Text(self.tr("Affected components, as they really are"), bold=True)
        self.components = ComponentsPicker(plan)
        self._components_label.setBuddy(self.components)
        self.components.changed.connect(lambda value: presenter.say(components=value))
        self.notify = Check(self.tr("Tell the page's subscribers"))
        self.notify.setObjectName("correctionNotifyCheck")
        self.notify.clicked.connect(lambda on: presenter.say(notify=on))
        for widget in (self._components_label, self.components, self.notify):
            self._column.addWidget(widget)
        self._edits = QVBoxLayout()
        self._edits.setSpacing(theme.UNIT)
        self._column.addLayout(self._edits)
        self.edits: dict[str, tuple[Check, GrowingEdit, Frame]] = {}
        self.silent = Check(self.tr("Say nothing: only change the words in place"))
        self.silent.setObjectName("silentCheck")
        self.silent.clicked.connect(lambda on: presenter.say(silent=on))
        self._column.addWidget(self.silent)
        self._silent_help = small(
            self.tr("Readers see the new words and no sign of the old ones. The timeline keeps both.")
        )
        self._column.addWidget(self._silent_help)
        label = Text(self.tr("Wh&y it is put right"), bold=True)
        self.reason = Line()
        self.reason.setFrame(False)
        self.reason.setObjectName("correctionReasonEdit")
        self.reason.setAccessibleName(self.tr("Why it is put right"))
        self.reason.setMaxLength(1_000)
        self.reason.setPlaceholderText(self.tr("stands in the record, and is sent to nobody"))
        self.reason.textEdited.connect(lambda text: presenter.say(reason=text))
        label.setBuddy(self.reason)
        frame = Frame()
        frame.add(self.reason)
        self._column.addWidget(label)
        self._column.addWidget(frame)
        self.finding = FindingLine()
        self._column.addWidget(self.finding)

    def show_round(self, shown: RoundThatWent | None) -> None:
        """Make what this round needs."""
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for check, _, frame in self.edits.values():
            for widget in (check, frame):
                self._edits.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.edits = {}
        self.finding.show_finding(None, blocking=True)
        typed = self._presenter.typed
        self.reason.setText(typed.reason)
        if shown is None:
            return
        used = set(TAKEN)
        for number, field in enumerate(shown.fields):
            row = FieldRow(field, parent=self)
            row.give_access_key(used)
            row.set_value(typed.words.get(field.name))
            row.edited.connect(self._on_field)
            self._column.insertWidget(self._rows_at + number, row)
            self.rows[field.name] = row
        for number, one in enumerate(each for each in shown.went if each.edits):
            self._add_edit(number, one)
        self.belongs.clear()
        self.belongs.addItem(self.tr("None of the open ones"), None)
        for other in shown.others:
            self.belongs.addItem(f"{other.severity} {other.title}", other.id)
        self.components.set_value(shown.incident.components if typed.components is None else typed.components)

    def show_typed(self) -> None:
        """Show what belongs to what is chosen."""
        presenter = self._presenter
        typed, needed, chosen = presenter.typed, presenter.fields(), presenter.chosen()
        is_silent = typed.silent
        self._phase_part.setVisible(typed.fault is Fault.PHASE)
        if typed.phase is None:
            self.phase.setCurrentIndex(-1)
        self._belongs_part.setVisible(typed.fault is Fault.INCIDENT)
        for name, row in self.rows.items():
            row.setVisible(name in needed)
        on_page = any(one.delivery.channel.value == "status_page" for one in chosen) and not is_silent
        for widget in (self._components_label, self.components):
            widget.setVisible(on_page and typed.fault is not Fault.PAGE)
        self.notify.setVisible(on_page)
        self.notify.setChecked(typed.notify)
        ids = {one.delivery.id for one in chosen}
        for own, (check, edit, frame) in self.edits.items():
            may = own in ids and typed.fault is Fault.WORDING
            check.setVisible(may)
            check.setChecked(own in typed.in_place)
            frame.setVisible(may and own in typed.in_place)
            if own in typed.in_place and edit.toPlainText() != typed.in_place[own]:
                with QSignalBlocker(edit):
                    edit.setPlainText(typed.in_place[own])
        may_be_silent = presenter.may_be_silent()
        self.silent.setVisible(may_be_silent)
        self.silent.setChecked(is_silent)
        self._silent_help.setVisible(may_be_silent and is_silent)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show beside a field what a check noticed in it, once something is typed there. What must not leave can be taken out, and not let pass: a correction is new words."""
        found = {one.field: one for one in reversed(findings)}
        for name, row in self.rows.items():
            one = found.get(name)
            if one is None or row.editor.is_empty():
                row.set_finding(None)
            else:
                ways = replace(ways_of(one, findings), let_pass=False)
                row.set_finding(sayings.of(one.text), blocking=True, ways=ways)

    @Slot()
    def take_out(self) -> None:
        """What the key for it means."""
        take_out(self.rows.values())

    # --- inside ---------------------------------------------------------------------------------------------------

    def _combo(self, words: str, name: str) -> tuple[Combo, QWidget]:
        combo, part = labelled_combo(words, name, self)
        self._column.addWidget(part)
        return combo, part

    def _add_edit(self, number: int, one: WentOut) -> None:
        own = one.delivery.id
        words = self.tr("Edit the words there too: {message}").format(message=message_words(one))
        check = Check(words, self)
        check.setObjectName(f"inPlaceCheck{number}")
        check.clicked.connect(lambda on: self._on_in_place(own, one.text, on))
        edit = GrowingEdit(MOST_EDITED, rows=(2, 7))
        edit.setObjectName(f"inPlaceEdit{number}")
        edit.setAccessibleName(self.tr("As it should read: {message}").format(message=message_words(one)))
        edit.textChanged.connect(lambda: self._on_edited(own))
        frame = Frame(self, margins=(4, 2, 2, 2))
        frame.add(edit)
        self._edits.addWidget(check)
        self._edits.addWidget(frame)
        self.edits[own] = check, edit, frame

    def _on_field(self, name: str, value: object) -> None:
        self._presenter.say(words={**self._presenter.typed.words, name: value})

    def _on_in_place(self, own: str, text: str, on: bool) -> None:
        kept = {key: value for key, value in self._presenter.typed.in_place.items() if key != own}
        self._presenter.say(in_place={**kept, own: text} if on else kept)

    def _on_edited(self, own: str) -> None:
        in_place = self._presenter.typed.in_place
        if own in in_place:
            self._presenter.say(in_place={**in_place, own: self.edits[own][1].toPlainText()})

    @Slot(int)
    def _on_phase(self, _row: int) -> None:
        self._presenter.say(phase=self.phase.currentData())

    @Slot(int)
    def _on_belongs(self, _row: int) -> None:
        self._presenter.say(belongs_to=self.belongs.currentData())
