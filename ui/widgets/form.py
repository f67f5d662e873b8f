"""A field in a form: its label, the channels that use it, its editor, and under it what a check noticed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from composer.domain.fields import Field, FieldValue
from composer.domain.mending import Span
from ui import theme
from ui.language import key_words
from ui.later import later
from ui.widgets.buttons import Button, Kind
from ui.widgets.editors import FieldEditor, camel, editor_for
from ui.widgets.field_label import Label
from ui.widgets.flow import FlowLayout
from ui.widgets.mark import Mark
from ui.widgets.noticing import PAUSE_MS, Noticing
from ui.widgets.steady import SteadyRoom
from ui.widgets.surfaces import Badge
from ui.widgets.text import Text, Tone, small, with_access_key

__all__ = ["Chip", "FieldRow", "FindingLine", "editor_for", "give_mnemonics"]


GREY_LETTERS = 200
"""The most of an example, or of what would be printed, that an empty input is given to show: more than fits the widest."""


class Chip(Badge):
    """A small word on a quiet ground: a channel that uses a field."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(
            text, lambda of: of.chip, lambda of: of.muted if not theme.is_dark() else of.text, parent
        )
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """Room for the word, lower than a badge."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 10, metrics.height() + 2)


MOST_LETTERS = 18
"""Of words that can be put instead, on a link in a narrow column; the sentence above it has all of them."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What a person can do about a finding at its field: put it away, take the words at `span` out or put `instead` in their place, or let them pass with a reason (`passes`: they do, and are kept back again). `value` is what the whole field may say instead, `does` says what putting it there does. `marks` are the words that are underlined, `dots` those that are with dots, a moment later."""

    put_away: bool = False
    span: Span | None = None
    instead: str = ""
    value: FieldValue = None
    does: str = ""
    let_pass: bool = False
    passes: bool = False
    marks: tuple[Span, ...] = ()
    dots: tuple[Span, ...] = ()


NO_WAY = Ways()


class FindingLine(QWidget):
    """What a check noticed: a shape and a sentence, and under it links to what can be done about it.

    Signals:
        put_away(): the person wants to hear no more of it.
        mend_wanted(): the words are to go.
        pass_wanted(): the words are to stay, for a reason.
    """

    put_away = Signal()
    mend_wanted = Signal()
    pass_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button: Button | None = None
        self.mend: Button | None = None
        self.let_pass: Button | None = None
        self._links: FlowLayout | None = None
        self._column = QVBoxLayout()
        self._inside: tuple[Mark, Text] | None = None
        self.setVisible(False)

    @property
    def words(self) -> Text:
        """The sentence."""
        return self._made()[1]

    def _made(self) -> tuple[Mark, Text]:
        """The shape and the sentence, made for the first thing to be said: most lines of a form never say one."""
        if self._inside is None:
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.UNIT + 1)
            self._inside = mark, words = Mark(self), small("", self)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            self._column.setSpacing(0)
            self._column.addWidget(words)
            row.addLayout(self._column, 1)
        return self._inside

    def show_finding(self, text: str | None, blocking: bool) -> None:
        """Say it, or say nothing."""
        if self._inside is None and not text:
            return
        tone = Tone.DANGER if blocking else Tone.WARNING
        for one in self._made():
            one.set_tone(tone)
        if self.words.text() != (text or ""):
            self.words.setText(text or "")
        self.setVisible(bool(text))

    def offer(self, name: str, ways: Ways) -> None:
        """Offer what can be done, and nothing else; `name` begins the links' object names."""
        mends = ways.span is not None or ways.value is not None
        if mends and self.mend is None:
            self.mend = self._link(f"{name}MendButton", self.mend_wanted)
        if ways.let_pass and self.let_pass is None:
            self.let_pass = self._link(f"{name}PassButton", self.pass_wanted)
        if ways.put_away and self.button is None:
            self.button = self._link(f"{name}PutAwayButton", self.put_away)
            self.button.setText(self.tr("Dismiss hint"))
        if self.let_pass is not None and ways.let_pass:
            self.let_pass.setText(self.tr("Keep it back") if ways.passes else self.tr("Let it pass…"))
        if self.mend is not None and mends:
            shown = ways.instead if len(ways.instead) <= MOST_LETTERS else f"{ways.instead[:MOST_LETTERS]}…"
            words = self.tr("Put “{words}” instead").format(words=shown.replace("&", "&&"))
            words = words if ways.instead else self.tr("Take it out")
            self.mend.setText(ways.does or words)
            self.mend.setToolTip(self.tr("The same by {key}").format(key=key_words("Ctrl .")))
        for link, is_there in (
            (self.mend, mends),
            (self.let_pass, ways.let_pass),
            (self.button, ways.put_away),
        ):
            if link is not None:
                link.setAccessibleDescription(self.words.text())  # one of several with the same words
                link.setVisible(is_there)

    def _link(self, name: str, wanted: SignalInstance) -> Button:
        if self._links is None:
            self._links = FlowLayout(gap=theme.GAP, line_gap=0)
            self._column.addLayout(self._links)
        link = Button("", self, kind=Kind.LINK)
        link.setObjectName(name)
        link.setAutoDefault(False)
        link.clicked.connect(wanted)
        self._links.addWidget(link)
        return link


class FieldRow(QWidget):
    """One field of a form.

    Signals:
        edited(str, object): the field's name, and the new FieldValue (None: not filled in).
        left(str): the focus left the field of that name.
        put_away(str): what is told under the field of that name is to be told no more.
        pass_wanted(str): what is told there is to be let pass for a reason.
    """

    edited = Signal(str, object)
    left = Signal(str)
    put_away = Signal(str)
    pass_wanted = Signal(str)

    def __init__(self, field: Field, channels: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName(f"{camel(field.name)}Row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.editor: FieldEditor = editor_for(field, self)
        self.label = Label(field.label.replace("&", "&&"), self.editor)
        self.label.setBuddy(self.editor.input)
        self._noticed = ""
        self._describe()
        if field.example is not None:
            self._example = self.tr("for example {example}").format(example=self._plain(field.example))
        else:
            self._example = ""
        self.editor.set_placeholder(self._example)
        self._chips: list[Chip] = []
        self._channels: tuple[str, ...] = ()
        self._badge: Chip | None = None
        self._finding = FindingLine(self)
        self._finding.put_away.connect(self._on_put_away)
        self._finding.mend_wanted.connect(self.take_out)
        self._finding.pass_wanted.connect(lambda: self.pass_wanted.emit(field.name))
        self._ways, self._blocks = NO_WAY, False
        self._head = FlowLayout(gap=theme.UNIT)  # the label keeps room for its star
        self.editor.set_head(self._head)
        self._head.addWidget(self.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.editor)
        self._room = room = SteadyRoom(self._finding, self)
        column.addWidget(room)
        column.addStretch(1)
        self.set_channels(channels)
        self.editor.edited.connect(room.keep)  # before whoever checks the value
        self.editor.left.connect(room.let_go)
        self.editor.edited.connect(lambda value: self.edited.emit(field.name, value))
        self._coming: tuple[str, Ways] | None = None
        self._moment = later(self, PAUSE_MS, self._put_advice)
        self._noticing = Noticing(self.editor)
        self.editor.left.connect(self._put_advice)
        self.editor.left.connect(lambda: self.left.emit(field.name))

    def set_channels(self, channels: Sequence[str]) -> None:
        """Show which channels use the field."""
        if tuple(channels) == self._channels:
            return
        self._channels = tuple(channels)
        for chip in self._chips:
            self._head.removeWidget(chip)
            chip.deleteLater()
        self._chips = [Chip(name, self.editor) for name in channels]
        for place, chip in enumerate(self._chips, start=1):
            self._head.insert_widget(place, chip)
            chip.show()

    def set_badge(self, text: str | None) -> None:
        """Show a word on where the value comes from ("from the picks"), or none."""
        if text and self._badge is None:
            self._badge = Chip("", self.editor)
            self._head.addWidget(self._badge)
        if self._badge is None:
            return
        self._badge.setVisible(bool(text))
        if text:
            self._badge.set_badge(text, lambda of: of.accent_ground, lambda of: of.accent)
        self._head.invalidate()

    def give_access_key(self, used: set[str]) -> None:
        """Let Alt and a letter that is not used yet bring the focus here."""
        self.label.setText(with_access_key(self.field.label, used))

    def set_value(self, value: FieldValue) -> None:
        """Show a value; nothing is told."""
        self.editor.set_value(value)

    def set_finding(self, text: str | None, blocking: bool = True, ways: Ways = NO_WAY) -> None:
        """Show under the editor what a check noticed; None takes it away. Advice comes a moment after the last key, and not into the middle of a word."""
        self._coming = None
        self._noticing.mark(ways.marks, ways.dots)
        if text and not blocking and text != self._noticed and self._noticing.is_typing:
            self._coming = text, ways
            self._moment.start()
            text = None
        self._put_finding(text, blocking, ways)

    def _put_finding(self, text: str | None, blocking: bool, ways: Ways) -> None:
        self._ways = ways if text else NO_WAY
        self._blocks = bool(text) and blocking
        if self._ways.span is not None and not self.editor.holds(self._ways.span):
            self._ways = replace(self._ways, span=None)
        self._finding.show_finding(text, blocking)
        self._finding.offer(camel(self.field.name), self._ways)
        self.editor.set_problem(blocking if text else None)
        self._noticed = text or ""
        self._noticing.tell(self._noticed)
        self._describe()

    @Slot()
    def _put_advice(self) -> None:
        coming, self._coming = self._coming, None
        if coming is not None:
            self._put_finding(coming[0], False, coming[1])

    def set_needed(self, needed: bool) -> None:
        """Mark the field as one without which a message can't leave. That is no mistake yet."""
        if needed is not self.label.is_needed:
            self.label.set_needed(needed)
            self._describe()

    def _describe(self) -> None:
        """What a screen reader says of the input, and the label's tip."""
        needed = self.tr("Needed.") if self.label.is_needed else ""
        self.label.setToolTip(" ".join(part for part in (needed, self.field.help) if part))
        said = " ".join(part for part in (self._noticed or needed, self.field.help) if part)
        if self.editor.input.accessibleDescription() != said:
            self.editor.input.setAccessibleDescription(said)

    @property
    def can_take_out(self) -> bool:
        """Whether there is something that one key mends: words that can be taken out or replaced, or a value to put in."""
        return self._ways.span is not None or self._ways.value is not None

    @property
    def is_held_back(self) -> bool:
        """Whether what stands here keeps a message back."""
        return self._blocks

    @Slot()
    def take_out(self) -> None:
        """Take the words that a check has found out of the input, or put others in their place."""
        span, value = self._ways.span, self._ways.value
        if span is not None:
            self.focus_editor()  # the link goes
            self.editor.replace(span, self._ways.instead)
        elif value is not None:
            self.focus_editor()
            self.editor.set_value(value)
            self.editor.edited.emit(value)

    @Slot()
    def _on_put_away(self) -> None:
        self.focus_editor()  # the button goes
        self.put_away.emit(self.field.name)

    def set_prefilled(self, text: str) -> None:
        """Show what would be printed if the field were left empty."""
        self.editor.set_placeholder(text or self._example)

    def focus_editor(self) -> None:
        """Bring the focus to the input."""
        self.editor.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_told(self) -> None:
        """Bring the focus to the input, and what is told under it into sight: who asks for it is not typing."""
        self.focus_editor()
        self._room.let_go()

    @staticmethod
    def _plain(value: FieldValue) -> str:
        text = ", ".join(value) if isinstance(value, tuple) else str(value)
        return text[:GREY_LETTERS]  # the input shows as much of it as it has room for


def give_mnemonics(rows: Iterable[FieldRow], taken: str = "") -> None:
    """Give each row a letter of its label that no other has, as far as there are letters."""
    used = {letter.casefold() for letter in taken}
    for row in rows:
        row.give_access_key(used)
