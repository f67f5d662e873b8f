"""The facts of a declaration: internal ones, public wording from two picks, and what executives ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.clock import SystemClock
from composer.domain.channel import Audience, Channel
from composer.domain.fields import BRIDGE, Field, FieldCatalogue, FieldType, FieldValue, read_time
from composer.domain.findings import Level
from composer.domain.plan import ComponentStatus, Plan
from ui import sayings, theme
from ui.declare.channel import EXISTS, SLACK_CHANNEL
from ui.declare.fact_fields import fact_fields
from ui.declare.inviting import InviteNote
from ui.declare.looks_alike import LookAlikeLine, age_words
from ui.declare.notes import ChannelNote, SecurityFlag
from ui.declare.standing import DOMAIN, PAGERDUTY, STARTED, SYMPTOM, TITLE, Standing
from ui.letting_pass import take_out, ways_of
from ui.widgets.choice_editors import ChoiceEditor, TimeEditor
from ui.widgets.columns import Columns
from ui.widgets.components import ComponentsPicker
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Chip, FieldRow, give_mnemonics
from ui.widgets.text import Text, section, small

FROM_PICKS = ("public_title", "brief_description", "customer_impact")


class Facts(QWidget):
    """The fields, in three parts. Which there are follows from the messages that are due.

    Signals:
        fact_edited(str, object): a fact of the incident itself.
        value_edited(str, object): a field of the catalogue.
        components_changed(object): `dict[str, ComponentStatus]`.
        other_wanted(str): open this incident instead: its id.
        security_chosen(bool): it is a security incident, or not.
        left(): the focus left a field.
        put_away(object): a reminder (a `Finding`) is to be told no more.
        pass_wanted(object): the words of a `Finding` are to leave all the same.
    """

    fact_edited = Signal(str, object)
    value_edited = Signal(str, object)
    components_changed = Signal(object)
    other_wanted = Signal(str)
    security_chosen = Signal(bool)
    left = Signal()
    put_away = Signal(object)
    pass_wanted = Signal(object)

    def __init__(self, plan: Plan, catalogue: FieldCatalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._catalogue = plan, catalogue
        self._left: set[str] = set()
        self._asked: tuple[str, ...] = ()
        self._persons: tuple[str, ...] = ()
        self._standing: Standing | None = None
        self.rows: dict[str, FieldRow] = {}
        self._domains = {self.tr("none in particular"): ""} | {
            domain.label: domain.key for domain in plan.domains
        }
        self._symptoms: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addLayout(_head(self.tr("2 · What is happening?"), self.tr("internal, never for customers")))
        self._fact_rows()
        column.addWidget(self.rows[TITLE])
        self.like_line = LookAlikeLine(self)
        self.like_line.wanted.connect(self.other_wanted)
        self.open_other = self.like_line.button
        column.addWidget(self.like_line)
        self._internal = Columns(self)
        column.addWidget(self._internal)
        column.addLayout(
            _head(self.tr("3 · What do customers see?"), self.tr("public, two picks are enough"))
        )
        self.components = ComponentsPicker(plan, self)
        self.components.changed.connect(self.components_changed)
        self._public = Columns(self)
        self._components_row = self._picker_row()
        column.addWidget(self._public)
        self._executive_head = QWidget(self)
        self._executive_head.setLayout(
            _head(self.tr("4 · What do executives ask?"), self.tr("only at this severity"))
        )
        column.addWidget(self._executive_head)
        self._executive = Columns(self)
        column.addWidget(self._executive)
        self._rest_head = QWidget(self)
        self._rest_head.setLayout(
            _head(self.tr("More to know"), self.tr("internal and filled in: change what is not so"))
        )
        column.addWidget(self._rest_head)
        self._rest = Columns(self)
        column.addWidget(self._rest)

    # --- building ---------------------------------------------------------------------------------------------------

    def _fact_rows(self) -> None:
        contacts = self._contacts()
        for field in fact_fields(self._plan, tuple(self._domains)):
            row = self._add(field)
            if isinstance(row.editor, ChoiceEditor) and field.type is FieldType.PERSON:
                row.editor.set_choices(contacts)
        self.rows[TITLE].set_channels([self.tr("internal, names the Slack channel")])
        started = self.rows[STARTED].editor
        if isinstance(started, TimeEditor):
            started.offer_past()
        if BRIDGE in self._catalogue:
            self._add(self._catalogue[BRIDGE], self.value_edited.emit)
        self._escalation = small("", self.rows[DOMAIN])
        self._escalation.setObjectName("escalationText")
        self.rows[DOMAIN].editor.column.addWidget(self._escalation)
        self.channel_note = ChannelNote(self.rows[SLACK_CHANNEL])
        self.channel_note.exists_chosen.connect(lambda exists: self.fact_edited.emit(EXISTS, exists or None))
        self.rows[SLACK_CHANNEL].editor.column.addWidget(self.channel_note)
        self.invites = InviteNote(self._plan, self.rows[SLACK_CHANNEL])
        self.rows[SLACK_CHANNEL].editor.column.addWidget(self.invites)
        self.security = SecurityFlag(self)
        self.security.chosen.connect(self.security_chosen)

    def _contacts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.slack for one in self._plan.contacts if one.slack))

    def _add(self, field: Field, told: Callable[[str, object], None] | None = None) -> FieldRow:
        row = FieldRow(field, (), self)
        row.setVisible(False)
        row.edited.connect(told or self._on_fact)
        row.left.connect(self._on_left)
        row.put_away.connect(self._on_put_away)
        row.pass_wanted.connect(self._on_pass)
        self.rows[field.name] = row
        return row

    def _picker_row(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        label = Text(self.tr("Affected components"), holder, bold=True, wrap=False)
        label.setBuddy(self.components.add_button)
        head = FlowLayout()
        head.addWidget(label)
        head.addWidget(Chip(self.tr("Status page"), holder))
        column.addLayout(head)
        column.addWidget(self.components)
        column.addStretch(1)
        return holder

    def _ask(self, asked: tuple[str, ...]) -> None:
        """Show rows for these fields of the catalogue, each in its part."""
        contacts = self._contacts()
        for name in asked:
            if name not in self.rows:
                row = self._add(self._catalogue[name], self.value_edited.emit)
                if self._catalogue[name].type is FieldType.PERSON:
                    row.editor.set_choices(contacts)  # type: ignore[attr-defined]
        parts: dict[Audience, list[QWidget]] = {audience: [] for audience in Audience}
        for name in asked:
            parts[self._catalogue[name].audience].append(self.rows[name])
        own = [row.field.name for row in self.rows.values() if row.field.type is FieldType.PERSON]
        own = [name for name in own if name in self._persons]
        bridge = [BRIDGE] if BRIDGE in self.rows and BRIDGE not in asked else []
        own = [STARTED, *own, DOMAIN, SLACK_CHANNEL, *bridge, PAGERDUTY]
        self.rows[TITLE].setVisible(True)
        self._internal.set_widgets(parts[Audience.INTERNAL])
        self._rest.set_widgets([*(self.rows[name] for name in own), self.security])
        self._public.set_widgets([self._components_row, self.rows[SYMPTOM], *parts[Audience.PUBLIC]])
        executive = [*parts[Audience.EXECUTIVE], *parts[Audience.BOTH]]
        self._executive.set_widgets(executive)
        self._executive_head.setVisible(bool(executive))
        self._asked = asked
        give_mnemonics(
            [
                row
                for row in self.rows.values()
                if row.field.name in asked or row.field.name in (TITLE, SYMPTOM, *own)
            ],
            "cdpby",
        )

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_standing(self, shown: Standing, channels: dict[Channel, str]) -> None:
        """Show values, badges and findings."""
        self._standing = shown
        if (shown.asked, tuple(shown.persons)) != (self._asked, self._persons):
            self._persons = tuple(shown.persons)
            self._ask(shown.asked)
        for name in shown.asked:
            if name not in FROM_PICKS or shown.draft.values.get(name) is not None or shown.wording is None:
                self.rows[name].set_channels([channels[one] for one in shown.used_by.get(name, ())])
            if name not in FROM_PICKS:
                self.rows[name].set_value(shown.draft.values.get(name))
        for name in (STARTED, PAGERDUTY):
            self.rows[name].set_value(shown.draft.facts.get(name))
        if BRIDGE in self.rows:
            self.rows[BRIDGE].set_value(shown.draft.values.get(BRIDGE))
        self._show_picks(shown)
        self.channel_note.show_channel(shown.channel)
        self.invites.show_standing(shown)
        named = self.tr("internal") if shown.security else self.tr("internal, names the Slack channel")
        self.rows[TITLE].set_channels([named])
        self.security.show_flag(shown.code_name, exists=not shown.channel.is_new)
        self._show_domain(shown)
        worst = shown.severity == self._plan.severities[0].key
        self.components.set_default_status(
            ComponentStatus.MAJOR_OUTAGE if worst or not shown.severity else ComponentStatus.PARTIAL_OUTAGE
        )
        self.components.set_value(shown.draft.components)
        self.like_line.show_like(shown.like, SystemClock().now())
        self._show_started(shown)
        self._show_findings(shown)

    def forget(self) -> None:
        """Another draft: nothing was left empty in it yet."""
        self._left.clear()

    def leave_all(self) -> None:
        """Somebody wants to publish: what is empty is told everywhere."""
        self._left |= set(self.rows)
        if self._standing is not None:
            self._show_findings(self._standing)

    def _show_picks(self, shown: Standing) -> None:
        """Words that follow from the picks stand in their fields, marked, until somebody changes them."""
        worded: dict[str, tuple[FieldValue, FieldValue, str]] = {
            name: (
                shown.draft.values.get(name),
                getattr(shown.wording, name, None),
                self.tr("from the picks"),
            )
            for name in FROM_PICKS
            if name in shown.asked
        }
        picked = shown.wording.public_title if shown.wording else None
        worded[TITLE] = (shown.draft.facts.get(TITLE), picked, self.tr("from the picks"))
        channel = shown.channel.name if shown.title else ""
        source = self.tr("from the code name") if shown.security else self.tr("from the title")
        worded[SLACK_CHANNEL] = (shown.draft.facts.get(SLACK_CHANNEL), channel, source)
        for name, person in shown.persons.items():
            worded[name] = (shown.draft.facts.get(name), person, self.tr("you"))
        for name, (typed, derived, words) in worded.items():
            row = self.rows[name]
            row.set_prefilled(str(derived or ""))
            emptied = typed is None and row.editor.input.hasFocus() and row.editor.is_empty()
            if not emptied:  # who has just emptied it wants to type something else
                row.set_value(typed if typed is not None else derived)
            from_picks = typed is None and bool(derived)
            row.set_badge(words if from_picks else None)
            if from_picks and name in FROM_PICKS:
                row.set_channels(())  # where the words come from says more, and there is room for one
        symptoms = self._offered(shown)
        row = self.rows[SYMPTOM]
        if symptoms != self._symptoms:
            self._symptoms = symptoms
            row.editor.set_choices(tuple(symptoms))  # type: ignore[attr-defined]
        row.editor.input.setEnabled(bool(symptoms))
        row.set_value(shown.symptom.label if shown.symptom else None)

    def _offered(self, shown: Standing) -> dict[str, str]:
        """The symptoms to choose from, by their words: the worst component's first, and of one key the words that would be taken."""
        picked = [one for one in self._plan.components if one.key in shown.draft.components]
        picked.sort(key=lambda one: shown.draft.components[one.key].rank, reverse=True)
        found: dict[str, str] = {}
        for symptom in (symptom for component in picked for symptom in component.symptoms):
            if symptom.key not in found.values():
                found[symptom.label] = symptom.key
        return found

    def _show_domain(self, shown: Standing) -> None:
        row = self.rows[DOMAIN]
        key = shown.domain.key if shown.domain else ""
        row.set_value(next((label for label, one in self._domains.items() if one == key), None))
        row.set_badge(self.tr("from the picks") if shown.domain and DOMAIN not in shown.draft.facts else None)
        chain = [step.who for step in self._plan.escalation]
        if shown.domain is not None:
            chain = [shown.domain.primary, shown.domain.secondary]
        self._escalation.setText(self.tr("Call {people}").format(people=self.tr(", then ").join(chain)))

    def _show_started(self, shown: Standing) -> None:
        """How long ago it began: a time that has been standing there for long is seen."""
        moment = read_time(str(shown.draft.facts.get(STARTED) or ""))
        now = SystemClock().now()
        words = None
        if moment is not None and now - moment >= timedelta(minutes=1):
            words = self.tr("{age} ago").format(age=age_words(self, moment, now))
        self.rows[STARTED].set_badge(words)

    def _show_findings(self, shown: Standing) -> None:
        whole = {need.field for need in shown.whole}
        for name, row in self.rows.items():
            finding = shown.noticed.get(name)
            is_empty = finding is not None and finding.code == "required_missing"
            row.set_needed(is_empty or (name == TITLE and name in whole))
            if is_empty and name not in self._left:
                finding = None  # it is marked; it is a fault only once it was left so
            words, blocking = self._own_fault(name, shown, whole)
            if words:
                row.set_finding(words, blocking)
            elif finding is None:
                row.set_finding(None)
            else:
                ways = ways_of(finding, shown.round.findings if shown.round is not None else ())
                row.set_finding(sayings.finding(finding), finding.level is Level.BLOCKING, ways)

    def _own_fault(self, name: str, shown: Standing, whole: set[str | None]) -> tuple[str, bool]:
        """What is wrong with a fact of the incident itself, and whether that keeps all of it back; empty where nothing is."""
        if name == PAGERDUTY and shown.unlinked:
            return self.tr("No PagerDuty incident has such an id, so none is linked."), False
        if name == STARTED and name in whole:
            return self.tr("A time such as 13:52 is needed."), True
        if name == TITLE and name in whole and name in self._left:
            return self.tr("Title is empty."), True
        return "", False

    # --- told by the rows ---------------------------------------------------------------------------------------------

    def _on_fact(self, name: str, value: object) -> None:
        if name == DOMAIN:
            value = self._domains.get(str(value), "")
        elif name == SYMPTOM:
            value = self._symptoms.get(str(value))
        self.fact_edited.emit(name, value)

    def _on_put_away(self, name: str) -> None:
        finding = None if self._standing is None else self._standing.noticed.get(name)
        if finding is not None:
            self.put_away.emit(finding)

    def _on_pass(self, name: str) -> None:
        finding = None if self._standing is None else self._standing.noticed.get(name)
        if finding is not None:
            self.pass_wanted.emit(finding)

    def asks_for(self, name: str | None) -> bool:
        """Whether that field stands here."""
        return name in self.rows and not self.rows[name].isHidden()

    @Slot()
    def take_out(self) -> None:
        """What the key for it means: words that must not leave go out of the field that has the focus, else out of the first."""
        take_out(self.rows.values())

    def _on_left(self, name: str) -> None:
        self.left.emit()
        self._left.add(name)
        if self._standing is not None:
            self._show_picks(self._standing)
            self._show_findings(self._standing)


def _head(title: str, detail: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, theme.UNIT, 0, 0)
    row.setSpacing(6)
    label = section(title)
    label.setWordWrap(False)
    row.addWidget(label)
    row.addWidget(small(detail), 1)
    return row
