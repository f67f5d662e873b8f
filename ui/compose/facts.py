"""The facts of the round: the fields that its messages use, internal and public apart, each with the channels that print it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.channel import Audience, Channel
from composer.domain.draft import Draft
from composer.domain.fields import Field, FieldType, FieldValue, format_value
from composer.domain.findings import Finding, Level, stands_before
from composer.domain.plan import Plan
from composer.services.rounds import Round
from ui import sayings, theme
from ui.compose.choosing import Needed, group_of, hints, prefilled, problems, untold
from ui.compose.draft_in_hand import IMPACT_ENDED
from ui.later import later
from ui.letting_pass import take_out, ways_of
from ui.widgets.choice_editors import TimeEditor
from ui.widgets.components import ComponentsPicker
from ui.widgets.form import GREY_LETTERS, FieldRow, FindingLine, give_mnemonics
from ui.widgets.text import Text, section, small

COMPONENTS = "components"
NARROW = 470
"""Below so many pixels, fields stand one below the other."""


class _Group(QWidget):
    """A heading, what it means, and a grid of fields."""

    def __init__(self, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.UNIT, 0, 0)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        label = section(title)
        label.setWordWrap(False)
        head.addWidget(label)
        head.addWidget(small(detail), 1)
        column.addLayout(head)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.GAP)
        self.grid.setVerticalSpacing(theme.GAP)
        column.addLayout(self.grid)
        self.members: list[QWidget] = []

    def arrange(self, columns: int) -> None:
        """Set the members side by side."""
        for member in self.members:
            self.grid.removeWidget(member)
        for place, member in enumerate(self.members):
            self.grid.addWidget(member, place // columns, place % columns)
            member.show()
        for column in range(2):
            self.grid.setColumnStretch(column, 1 if column < columns else 0)
        self.setVisible(bool(self.members))


class FactsForm(QWidget):
    """The form. It is laid out anew only when other fields are asked for, so nothing jumps while typing.

    Signals:
        edited(str, object): a field's name and its new value.
        components_changed(object): the affected components.
        impact_ended_changed(object): when impact ended, as an ISO time or None.
        left(): the focus left a field.
        told(): a field was left empty for the first time, so that what is needed in it counts as a mistake now.
        put_away(object): a reminder (a `Finding`) is to be told no more.
        pass_wanted(object): the words of a `Finding` are to leave all the same.
    """

    edited = Signal(str, object)
    components_changed = Signal(object)
    impact_ended_changed = Signal(object)
    left = Signal()
    told = Signal()
    put_away = Signal(object)
    pass_wanted = Signal(object)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.rows: dict[str, FieldRow] = {}
        self._asked: tuple[Needed, ...] = ()
        self._resolves = False
        self._public = False
        self._columns = 2
        self._day = date.min
        self.left_fields: set[str] = set()
        self._needed: frozenset[str | None] = frozenset()
        self._told: dict[str, Finding] = {}
        self._tell = later(self, 0, self.told.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        self._ending = _Group(self.tr("Resolved"), self.tr("asks for two facts"))
        self._groups = {
            Audience.INTERNAL: _Group(
                self.tr("Internal facts"), self.tr("Slack and executives, never customers")
            ),
            Audience.PUBLIC: _Group(self.tr("Public wording"), self.tr("what customers read")),
            Audience.EXECUTIVE: _Group(self.tr("Executive facts"), self.tr("executives alone")),
        }
        for group in (self._ending, *self._groups.values()):
            column.addWidget(group)
            group.hide()
        self.components = ComponentsPicker(plan)
        self.components.changed.connect(self.components_changed)
        self._components_row = QWidget(
            self
        )  # shown without a parent, it would flash up as a window of its own
        self._components_row.hide()
        box = QVBoxLayout(self._components_row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.UNIT)
        label = Text(self.tr("Affected components"), bold=True)
        label.setBuddy(self.components)
        box.addWidget(label)
        box.addWidget(self.components)
        self._components_finding = FindingLine()
        self._components_finding.put_away.connect(lambda: self._on_put_away(COMPONENTS))
        self._components_finding.pass_wanted.connect(lambda: self._on_pass(COMPONENTS))
        box.addWidget(self._components_finding)
        box.addStretch(1)
        ended = Field(
            IMPACT_ENDED,
            self.tr("Impact ended at"),
            FieldType.TIME,
            Audience.INTERNAL,
            self.tr("When customers were no longer hurt. A time such as 14:55 is UTC."),
        )
        self.ended = FieldRow(ended, ())
        self.ended.setParent(self)
        self.ended.hide()
        if isinstance(self.ended.editor, TimeEditor):
            self.ended.editor.offer_past()
        self.ended.edited.connect(lambda _name, value: self.impact_ended_changed.emit(value))
        self.ended.left.connect(self._on_left)

    def show_fields(
        self, asked: tuple[Needed, ...], names: Mapping[Channel, str], *, resolves: bool, public: bool
    ) -> None:
        """Ask for these fields; `names` are the channels' words, `public` shows the components."""
        if (asked, resolves, public) == (self._asked, self._resolves, self._public):
            return
        self._asked, self._resolves, self._public = asked, resolves, public
        for group in (self._ending, *self._groups.values()):
            group.members = []
        shown = set()
        for one in asked:
            shown.add(one.field.name)
            row = self._row(one, tuple(names[channel] for channel in one.channels))
            at_end = resolves and one.field.name == "data_impact"
            (self._ending if at_end else self._groups[group_of(one)]).members.append(row)
        if resolves:
            self._ending.members.insert(0, self.ended)
        if public:
            self._groups[Audience.PUBLIC].members.append(self._components_row)
        for name, row in self.rows.items():
            row.setVisible(name in shown)
        self.ended.setVisible(resolves)
        self._components_row.setVisible(public)
        self._arrange()

    @Slot(object)
    def show_draft(self, draft: Draft) -> None:
        """Show what the draft holds; what stands there already is not touched."""
        for name, row in self.rows.items():
            row.set_value(draft.values.get(name))
        self.components.set_value(draft.components)
        ended = draft.impact_ended_at
        self.ended.set_value(
            None
            if ended is None
            else ended.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        )

    def show_round(self, round_: Round, draft: Draft, day: date) -> None:
        """Show what was noticed, and what an empty field would print."""
        self._day = day
        blocking = problems(round_)
        waiting = untold(blocking, self.left_fields)
        self._needed = frozenset(one.field for one in untold(blocking, ()))
        noticed: dict[str | None, Finding] = {}
        for finding in (*(one for one in blocking if one not in waiting), *hints(round_)):
            if stands_before(finding, noticed.get(finding.field)):
                noticed[finding.field] = finding
        for name, row in self.rows.items():
            if row.isHidden():
                continue
            self._show_finding(row, name, noticed.get(name), round_.findings)
            if draft.values.get(name) is None:
                row.set_prefilled(shortened(self._shown(row.field, prefilled(round_, name))))
        self._show_finding(self.ended, IMPACT_ENDED, noticed.get(IMPACT_ENDED), round_.findings)
        self._show_at_components(noticed.get(COMPONENTS))

    def forget(self) -> None:
        """Another draft: nothing was left empty in it yet."""
        self.left_fields.clear()

    def leave_all(self) -> None:
        """Somebody wants to publish: what is empty is told everywhere."""
        self.left_fields |= {IMPACT_ENDED, *self.rows}
        if self._needed:
            self.told.emit()

    def _show_finding(
        self, row: FieldRow, name: str, found: Finding | None, findings: tuple[Finding, ...]
    ) -> None:
        row.set_needed(name in self._needed)
        if found is None:
            row.set_finding(None)
            return
        self._told[name] = found
        row.set_finding(sayings.finding(found), found.level is Level.BLOCKING, ways_of(found, findings))

    def _show_at_components(self, found: Finding | None) -> None:
        if found is not None:
            self._told[COMPONENTS] = found
            self._components_finding.offer(COMPONENTS, ways_of(found))
        self._components_finding.show_finding(
            None if found is None else sayings.finding(found),
            found is not None and found.level is Level.BLOCKING,
        )

    @Slot(str)
    def _on_left(self, name: str) -> None:
        self.left.emit()
        if name not in self.left_fields:
            self.left_fields.add(name)
            if name in self._needed:
                self._tell.start()  # once the focus has come to where it goes

    @Slot(str)
    def _on_put_away(self, name: str) -> None:
        found = self._told.pop(name, None)
        if found is not None:
            self.put_away.emit(found)

    @Slot(str)
    def _on_pass(self, name: str) -> None:
        found = self._told.get(name)
        if found is not None:
            self.pass_wanted.emit(found)

    @Slot()
    def take_out(self) -> None:
        """What the key for it means: words that must not leave go out of the field that has the focus, else out of the first."""
        take_out(self.in_sight())

    def focus(self, field: str | None) -> bool:
        """Bring the focus to a field; false where it is not in sight."""
        row = self.ended if field == IMPACT_ENDED and self._resolves else self.rows.get(field or "")
        if row is None or row.isHidden():
            return False
        row.show_told()
        return True

    def asks_for(self, name: str | None) -> bool:
        """Whether that field stands here."""
        if name == COMPONENTS:
            return self._public
        return name in self.rows and not self.rows[name].isHidden()

    def in_sight(self) -> tuple[FieldRow, ...]:
        """The rows as they are read."""
        groups = (self._ending, *self._groups.values())
        return tuple(member for group in groups for member in group.members if isinstance(member, FieldRow))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where it is narrow."""
        super().resizeEvent(event)
        scale = self.fontMetrics().height() / 16
        columns = 1 if self.width() < NARROW * max(1.0, scale) else 2
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _row(self, one: Needed, channels: tuple[str, ...]) -> FieldRow:
        row = self.rows.get(one.field.name)
        if row is None:
            row = FieldRow(one.field, channels, self)
            row.edited.connect(self.edited)
            row.left.connect(self._on_left)
            row.put_away.connect(self._on_put_away)
            row.pass_wanted.connect(self._on_pass)
            self.rows[one.field.name] = row
        else:
            row.set_channels(channels)
        return row

    def _shown(self, field: Field, value: FieldValue) -> str:
        if value is None:
            return ""
        text = format_value(field, value, self._plan.words, self._day)
        return "\n".join(text) if isinstance(text, tuple) else text

    def _arrange(self) -> None:
        for group in (self._ending, *self._groups.values()):
            group.arrange(self._columns)
        give_mnemonics(
            self.in_sight(), "abnrmy"
        )  # of the timeline, what suppliers report, and the buttons beside and below the form


def shortened(text: str) -> str:
    """In one line, of which an empty input shows as much as it has room for; the preview has all of it."""
    return " ".join(text[: 2 * GREY_LETTERS].split())[:GREY_LETTERS]
