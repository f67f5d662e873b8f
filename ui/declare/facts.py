"""The facts of a declaration: internal ones, public wording from two picks, and what executives ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.channel import Audience, Channel
from composer.domain.fields import Field, FieldCatalogue, FieldType, FieldValue
from composer.domain.findings import Level
from composer.domain.plan import ComponentStatus, Plan
from ui import theme
from ui.declare.standing import STARTED, TITLE, Standing
from ui.widgets.buttons import Button, Kind
from ui.widgets.columns import Columns
from ui.widgets.components import ComponentsPicker
from ui.widgets.form import Chip, FieldRow, give_mnemonics
from ui.widgets.text import Text, Tone, section, small

FROM_PICKS = ("public_title", "brief_description", "customer_impact")


class Facts(QWidget):
    """The fields, in three parts. Which there are follows from the messages that are due.

    Signals:
        fact_edited(str, object): a fact of the incident itself.
        value_edited(str, object): a field of the catalogue.
        components_changed(object): `dict[str, ComponentStatus]`.
        other_wanted(str): open this incident instead: its id.
    """

    fact_edited = Signal(str, object)
    value_edited = Signal(str, object)
    components_changed = Signal(object)
    other_wanted = Signal(str)

    def __init__(self, plan: Plan, catalogue: FieldCatalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._catalogue = plan, catalogue
        self._left: set[str] = set()
        self._like: str | None = None
        self._asked: tuple[str, ...] = ()
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
        self._like_words = small("", self, tone=Tone.WARNING)
        self._like_words.setObjectName("lookAlikeText")
        self.open_other = Button(self.tr("Open it instead"), self, kind=Kind.LINK)
        self.open_other.setObjectName("openInsteadButton")
        self.open_other.clicked.connect(self._on_other)
        self.like_line = QWidget(self)
        line = QHBoxLayout(self.like_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._like_words, 1)
        line.addWidget(self.open_other)
        self.like_line.setVisible(False)
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

    # --- building ---------------------------------------------------------------------------------------------------

    def _fact_rows(self) -> None:
        self._add(
            Field(
                TITLE,
                self.tr("Title"),
                FieldType.LINE,
                Audience.INTERNAL,
                self.tr("Internal. It names the Slack channel, and never reaches the public."),
                maximum=200,
            )
        )
        self.rows[TITLE].set_channels([self.tr("internal, names the Slack channel")])
        self._add(
            Field(
                STARTED,
                self.tr("Impact started"),
                FieldType.TIME,
                Audience.INTERNAL,
                self.tr("When customers began to be hurt, such as 13:52."),
            )
        )
        choices = tuple(self._domains)
        self._add(
            Field(
                "domain",
                self.tr("Domain"),
                FieldType.CHOICE,
                Audience.INTERNAL,
                self.tr("Whom to call."),
                choices=choices,
                free=False,
            )
        )
        self._add(
            Field(
                "slack_channel",
                self.tr("Slack channel"),
                FieldType.LINE,
                Audience.INTERNAL,
                self.tr("Made from the title and created. Another name means a channel that exists."),
                maximum=81,
            )
        )
        self._add(
            Field(
                "symptom",
                self.tr("Symptom"),
                FieldType.CHOICE,
                Audience.PUBLIC,
                self.tr("What customers notice, in public words."),
                free=False,
            )
        )
        self._escalation = small("", self.rows["domain"])
        self._escalation.setObjectName("escalationText")
        self.rows["domain"].editor.column.addWidget(self._escalation)

    def _add(self, field: Field, told: Callable[[str, object], None] | None = None) -> FieldRow:
        row = FieldRow(field, (), self)
        row.setVisible(False)
        row.edited.connect(told or self._on_fact)
        row.left.connect(self._on_left)
        self.rows[field.name] = row
        return row

    def _picker_row(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        label = Text(self.tr("Affected components"), holder, bold=True, wrap=False)
        label.setBuddy(self.components.add_button)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(Chip(self.tr("Status page"), holder))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.components)
        column.addStretch(1)
        return holder

    def _ask(self, asked: tuple[str, ...]) -> None:
        """Show rows for these fields of the catalogue, each in its part."""
        contacts = tuple(dict.fromkeys(one.slack for one in self._plan.contacts if one.slack))
        for name in asked:
            if name not in self.rows:
                row = self._add(self._catalogue[name], self.value_edited.emit)
                if self._catalogue[name].type is FieldType.PERSON:
                    row.editor.set_choices(contacts)  # type: ignore[attr-defined]
        parts: dict[Audience, list[QWidget]] = {audience: [] for audience in Audience}
        for name in asked:
            parts[self._catalogue[name].audience].append(self.rows[name])
        internal = [
            *parts[Audience.INTERNAL],
            *(self.rows[name] for name in (STARTED, "domain", "slack_channel")),
        ]
        self.rows[TITLE].setVisible(True)
        self._internal.set_widgets(internal)
        self._public.set_widgets([self._components_row, self.rows["symptom"], *parts[Audience.PUBLIC]])
        executive = [*parts[Audience.EXECUTIVE], *parts[Audience.BOTH]]
        self._executive.set_widgets(executive)
        self._executive_head.setVisible(bool(executive))
        self._asked = asked
        give_mnemonics(
            [
                row
                for row in self.rows.values()
                if row.field.name in asked
                or row.field.name in (TITLE, STARTED, "domain", "slack_channel", "symptom")
            ],
            "cdpb",
        )

    def chain(self) -> list[QWidget]:
        """Everything that takes the focus, in reading order."""
        chain: list[QWidget] = [self.rows[TITLE], self.open_other]
        for part in (self._internal, self._public, self._executive):
            chain += part.widgets
        found: list[QWidget] = []
        for holder in chain:
            if isinstance(holder, FieldRow):
                found += holder.editor.inputs
            elif holder is self._components_row:
                found += [*self.components.chips, self.components.add_button]
            else:
                found.append(holder)
        return found

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_standing(self, shown: Standing, channels: dict[Channel, str]) -> bool:
        """Show values, badges and findings; whether other fields are asked for than before."""
        self._standing = shown
        other = shown.asked != self._asked
        if other:
            self._ask(shown.asked)
        for name in shown.asked:
            self.rows[name].set_channels([channels[one] for one in shown.used_by.get(name, ())])
            if name not in FROM_PICKS:
                self.rows[name].set_value(shown.draft.values.get(name))
        for name in (TITLE, STARTED):
            value = shown.draft.facts.get(name)
            self.rows[name].set_value(value)
        self._show_picks(shown)
        self._show_domain(shown)
        worst = shown.severity == self._plan.severities[0].key
        self.components.set_default_status(
            ComponentStatus.MAJOR_OUTAGE if worst or not shown.severity else ComponentStatus.PARTIAL_OUTAGE
        )
        self.components.set_value(shown.draft.components)
        self._show_like(shown)
        self._show_findings(shown)
        return other

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
        worded["slack_channel"] = (
            shown.draft.facts.get("slack_channel"),
            shown.slack_channel,
            self.tr("from the title"),
        )
        for name, (typed, derived, words) in worded.items():
            row = self.rows[name]
            row.set_prefilled(str(derived or ""))
            emptied = typed is None and row.editor.input.hasFocus() and row.editor.is_empty()
            if not emptied:  # who has just emptied it wants to type something else
                row.set_value(typed if typed is not None else derived)
            row.set_badge(words if typed is None and derived else None)
        symptoms = {
            symptom.label: symptom.key
            for component in self._plan.components
            if component.key in shown.draft.components
            for symptom in component.symptoms
        }
        row = self.rows["symptom"]
        if symptoms != self._symptoms:
            self._symptoms = symptoms
            row.editor.set_choices(tuple(symptoms))  # type: ignore[attr-defined]
        row.editor.input.setEnabled(bool(symptoms))
        row.set_value(next((label for label, key in symptoms.items() if key == shown.symptom), None))

    def _show_domain(self, shown: Standing) -> None:
        row = self.rows["domain"]
        row.set_value(
            next((label for label, key in self._domains.items() if key == (shown.domain or "")), None)
        )
        row.set_badge(
            self.tr("from the picks") if shown.domain and "domain" not in shown.draft.facts else None
        )
        domain = next((one for one in self._plan.domains if one.key == shown.domain), None)
        chain = (
            [step.who for step in self._plan.escalation]
            if domain is None
            else [domain.primary, domain.secondary]
        )
        self._escalation.setText(self.tr("Call {people}").format(people=self.tr(", then ").join(chain)))

    def _show_like(self, shown: Standing) -> None:
        like = shown.like
        self._like = None if like is None else like.incident.id
        if like is not None:
            minutes = max(0, int((datetime.now(UTC) - like.incident.declared_at).total_seconds() // 60))
            age = (
                self.tr("{count} min").format(count=minutes)
                if minutes < 120
                else self.tr("{count} h").format(count=minutes // 60)
            )
            words = self.tr("Looks like {severity} {title}, open {age}.")
            self._like_words.setText(
                words.format(severity=like.incident.severity, title=like.incident.title, age=age)
            )
        self.like_line.setVisible(like is not None)

    def _show_findings(self, shown: Standing) -> None:
        for name, row in self.rows.items():
            finding = shown.noticed.get(name)
            if finding is not None and finding.code == "required_missing" and name not in self._left:
                finding = None  # an empty field is told in the list; it is a fault only once it was left so
            row.set_finding(
                None if finding is None else finding.text,
                finding is not None and finding.level is Level.BLOCKING,
            )
        for need in shown.whole:
            if need.field == STARTED or (need.field == TITLE and TITLE in self._left):
                words = (
                    self.tr("A time such as 13:52 is needed.")
                    if need.field == STARTED
                    else self.tr("Title is empty.")
                )
                self.rows[need.field].set_finding(words, True)

    # --- told by the rows ---------------------------------------------------------------------------------------------

    def _on_fact(self, name: str, value: object) -> None:
        if name == "domain":
            value = self._domains.get(str(value), "")
        elif name == "symptom":
            value = self._symptoms.get(str(value))
        self.fact_edited.emit(name, value)

    def _on_other(self) -> None:
        if self._like is not None:
            self.other_wanted.emit(self._like)

    def _on_left(self, name: str) -> None:
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
