"""Where a person says who agreed to a message: the text as it will be sent, its code to be read out, and what was read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from composer.checks.approvals import approvers, role_label
from composer.domain.approval import Approval, ConsentWay, code_of, person, spoken
from composer.domain.incident import Incident
from composer.domain.message import TemplateHead
from composer.domain.plan import Plan
from composer.rendering.word_diff import Change
from composer.services.approving import Spoken, other_problems
from composer.services.rounds import Round
from ui import sayings, theme
from ui.approval_words import given_words, text_for_chat, way_words, whole_text
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.changed_text import ChangedText
from ui.widgets.combo import Combo
from ui.widgets.form import FindingLine
from ui.widgets.framed import Frame
from ui.widgets.long_text import readable
from ui.widgets.question import QuestionDialog
from ui.widgets.ring import Ring
from ui.widgets.scrolling import Page, dress
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, section, small
from ui.widgets.typed import Line

COPIED_MS = 1_600


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: the message's `title`, who is to agree, the whole text, its code, and what for the chat.

    `roles` are the labels of the roles that count, by their keys; `people` the names to be offered for each. `given` are lines on who agreed so far. `changed` is what
    became of the text since an earlier yes; `minutes` how long one holds.
    """

    title: str
    who: str
    text: str
    code: str
    for_chat: str
    roles: Mapping[str, str]
    people: Mapping[str, Sequence[str]]
    given: tuple[str, ...]
    changed: tuple[Change, ...]
    minutes: int


class ApprovalDialog(QuestionDialog):
    """Shows the text and its code, and takes down who read it back. It stays until all who are needed have agreed, or the person goes back.

    Signals:
        recorded(object): a `Spoken`; answered by `show_wanted` or `refuse`.
    """

    recorded = Signal(object)

    def __init__(self, wanted: Wanted, parent: QWidget) -> None:
        wide = max(600, 40 * parent.fontMetrics().lineSpacing())
        super().__init__("approvalDialog", parent, width=min(wide, parent.window().width() - 60))
        self._wanted, self._whole = wanted, QWidget()
        self._intro = small("")
        # Qt would keep it as high as its words need in a narrower one.
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.column.addWidget(self._intro)
        self._area = QScrollArea()
        self._area.setObjectName("approvalTextArea")
        self._area.setAccessibleName(self.tr("The text as it will be sent"))
        Ring(self._area)
        self.column.addWidget(self._area, 1)
        self._add_code()
        self._add_form()
        self._trouble = FindingLine(self)
        self.column.addWidget(self._trouble)
        self.go = Button(self.tr("&Record the approval"), kind=Kind.PRIMARY)
        self.go.setObjectName("recordApprovalButton")
        self._note = small("")
        self.ask_for(self.go, back="approvalBackButton", note=self._note, is_safe=True)
        self.go.clicked.disconnect()
        self.go.clicked.connect(self._on_record)
        self.set_title(self.tr("Approval: {message}").format(message=wanted.title))
        self.show_wanted(wanted)
        (self.role if self.role.count() > 1 else self.name).setFocus()

    @property
    def wanted(self) -> Wanted:
        """What is in sight."""
        return self._wanted

    def _add_code(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.EDGE)
        self.code = Text("", bold=True, scale=1.7, wrap=False)
        self.code.setObjectName("approvalCode")
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.spoken = small("")
        self.copy = Button(self.tr("&Copy text for approval"))
        self.copy.setObjectName("copyForApprovalButton")
        self.copy.setToolTip(self.tr("The whole text with its code, to be pasted into a chat"))
        self.copy.clicked.connect(self._on_copy)
        row.addWidget(self.code)
        row.addWidget(self.spoken, 1)
        row.addWidget(self.copy)
        self.column.addLayout(row)

    def _add_form(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.EDGE)
        grid.setVerticalSpacing(theme.UNIT)
        self.role, self.name, self.way = Combo(self), Combo(self), Combo(self)
        self.role.setObjectName("approvalRoleCombo")
        self.name.setObjectName("approvalNameCombo")
        self.name.setEditable(True)
        self.way.setObjectName("approvalWayCombo")
        for way in ConsentWay:
            self.way.addItem(way_words(way), way)
        self.link, link_frame = self._line("approvalLinkEdit", self.tr("Link to the chat"))
        self.link.setPlaceholderText(self.tr("where it can be read again (may stay empty)"))
        self.read, read_frame = self._line("approvalCodeEdit", self.tr("Code that they read back"))
        self.read.setMaxLength(20)
        self._link_label = self._label(self.tr("&Link to the chat"), self.link)
        parts: list[tuple[str, QWidget, QWidget]] = [
            (self.tr("R&ole"), self.role, self.role),
            (self.tr("&Name"), self.name, self.name),
            (self.tr("&How"), self.way, self.way),
            (self.tr("Code that they read b&ack"), self.read, read_frame),
        ]
        for place, (words, buddy, shown) in enumerate(parts):
            row, column = divmod(place, 2)
            grid.addWidget(self._label(words, buddy), 2 * row, column)
            grid.addWidget(shown, 2 * row + 1, column)
            buddy.setAccessibleName(words.replace("&", ""))
        typed = self.name.lineEdit()
        if typed is not None:  # it has the focus, and a screen reader names it by itself
            typed.setAccessibleName(self.name.accessibleName())
        grid.addWidget(self._link_label, 4, 0, 1, 2)
        grid.addWidget(link_frame, 5, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._link_frame = link_frame
        self.column.addLayout(grid)
        self.role.currentIndexChanged.connect(self._show_people)
        self.way.currentIndexChanged.connect(self._show_link)
        self._link_label.hide()
        self._link_frame.hide()

    def _label(self, words: str, buddy: QWidget) -> Text:
        label = Text(words, self, bold=True)
        label.setBuddy(buddy)
        return label

    def _line(self, name: str, words: str) -> tuple[QLineEdit, Frame]:
        edit, frame = Line(), Frame(self)
        edit.setFrame(False)
        edit.setObjectName(name)
        edit.setAccessibleName(words)
        edit.setMaxLength(500)
        frame.add(edit)
        return edit, frame

    # --- what is shown -----------------------------------------------------------------------------------------

    def show_wanted(self, wanted: Wanted) -> None:
        """Show the text as it is now, and who is still to agree to it. What was typed for somebody else goes."""
        self._wanted = wanted
        self._intro.setText(
            self.tr(
                "To be asked: {who}. Read out exactly this text, or copy it into a chat; whoever agrees reads its code back to you."
            ).format(who=wanted.who)
        )
        self._show_text()
        self.code.setText(wanted.code)
        self.code.setAccessibleName(self.tr("Code of the text: {code}").format(code=" ".join(wanted.code)))
        self.spoken.setText(self.tr("read out as {words}").format(words=spoken(wanted.code)))
        self._note.setText(
            self.tr("Holds for {count} minutes, for this text and one publish.").format(count=wanted.minutes)
        )
        self.role.blockSignals(True)
        self.role.clear()
        for key, label in wanted.roles.items():
            self.role.addItem(label, key)
        self.role.blockSignals(False)
        self._show_people()
        self.read.clear()
        self.refuse("")
        if self.isVisible():  # one has agreed, and the next one is asked from the beginning
            (self.role if self.role.count() > 1 else self.name).setFocus()

    def _show_text(self) -> None:
        wanted = self._wanted
        whole = Page()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for line in wanted.given:
            column.addWidget(Text(line, tone=Tone.GOOD if line.startswith("✓") else Tone.DANGER))
        column.addWidget(section(self.tr("The text as it will be sent")))
        card = Card()
        card.body.addWidget(Text(readable(wanted.text)))
        column.addWidget(card)
        if wanted.changed:
            column.addWidget(section(self.tr("What changed since the earlier yes")))
            card = Card()
            card.body.addWidget(ChangedText(wanted.changed))
            column.addWidget(card)
        column.addStretch(1)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self._area, whole)
        self._whole = whole
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now its parts have the letters that they will have."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All of the text is in sight where the window is high enough; else it is scrolled, and all below it stays."""
        inside, around, parent = self._whole.layout(), self.layout(), self.parentWidget()
        if inside is None or around is None or parent is None:
            return
        width = self.minimumWidth()
        needed = inside.totalHeightForWidth(width - 44) + 4
        self._area.setFixedHeight(needed)
        around.activate()
        over = around.totalHeightForWidth(width) - (parent.window().height() - 24)
        if over > 0:
            self._area.setFixedHeight(max(3 * self.fontMetrics().lineSpacing(), needed - over))
            around.activate()
        # With the keyboard alone it is scrolled by its arrows.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if over > 0 else Qt.FocusPolicy.NoFocus)
        self.resize(width, around.totalHeightForWidth(width))

    @Slot()
    def _show_people(self) -> None:
        self.name.clear()
        self.name.addItems([*self._wanted.people.get(self.role.currentData() or "", ())])
        self.name.setCurrentIndex(-1)
        self.name.setEditText("")

    @Slot()
    def _show_link(self) -> None:
        in_chat = self.way.currentData() == ConsentWay.CHAT
        self._link_label.setVisible(in_chat)
        self._link_frame.setVisible(in_chat)
        self._fit()

    def refuse(self, why: str) -> None:
        """Say why it can't count; the person goes on where they were wrong."""
        self.go.setEnabled(True)
        self._trouble.show_finding(why, True)
        self._fit()
        announce(self, why, at_once=True)
        if why and not self.name.currentText().strip():
            self.name.setFocus()
        elif why:
            self.read.setFocus()
            self.read.selectAll()

    # --- what a person does ------------------------------------------------------------------------------------

    @Slot()
    def _on_record(self) -> None:
        in_chat = self.way.currentData() == ConsentWay.CHAT
        self.go.setEnabled(False)  # once
        self.recorded.emit(
            Spoken(
                str(self.role.currentData()),
                self.name.currentText(),
                ConsentWay(self.way.currentData()),
                self.read.text(),
                self.link.text() if in_chat else "",
            )
        )

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._wanted.for_chat)
        self.copy.setMinimumWidth(self.copy.width())  # nothing moves while the word changes
        self.copy.setText(self.tr("✓ Copied"))
        announce(self, self.tr("Copied"))
        QTimer.singleShot(COPIED_MS, self.copy, lambda: self.copy.setText(self.tr("&Copy text for approval")))


def wanted_of(
    plan: Plan,
    heads: Mapping[str, TemplateHead],
    round_: Round,
    template: str,
    who: str,
    changed: tuple[Change, ...] = (),
) -> Wanted | None:
    """What is asked about a message of a round; None where nothing is, or while it is not fit to be agreed to. `who` is at the keyboard."""
    approval = round_.approvals.get(template)
    if approval is None or approval.is_given or other_problems(round_.findings, heads[template]):
        return None
    return Wanted(
        title=heads[template].title,
        who=sayings.of(approvers(plan, approval)),
        text=whole_text(plan, round_, template),
        code=approval.code,
        for_chat=text_for_chat(plan, round_, heads[template], approval),
        roles={role: role_label(plan, role) for role in approval.wanted_roles},
        people=_people(plan, round_.incident, approval, who),
        given=tuple(given_words(plan, one, state, code_of(one.digest)) for one, state in approval.consents),
        changed=changed if approval.void is not None else (),
        minutes=approval.valid_minutes,
    )


def _people(plan: Plan, incident: Incident, approval: Approval, who: str) -> dict[str, tuple[str, ...]]:
    """The names that are likely for each role: who has it in this incident, and whom the plan knows by it. Nobody who is at the keyboard, or agreed already."""
    out = {person(who), *(person(one.name) for one in approval.good)}
    found: dict[str, tuple[str, ...]] = {}
    for role in approval.wanted_roles:
        of_plan = next((one for one in plan.every_role if one.key == role), None)
        label = role_label(plan, role)
        names = [incident.roles.get(role, ""), incident.roles.get(of_plan.field or "", "") if of_plan else ""]
        names += [str(incident.values.get(of_plan.field or "") or "")] if of_plan else []
        names += [one.name for one in plan.contacts if person(one.role) == person(label)]
        names += [one.name for one in plan.contacts]
        kept = {person(name): name for name in reversed(names) if person(name) and person(name) not in out}
        found[role] = tuple(reversed(kept.values()))
    return found
