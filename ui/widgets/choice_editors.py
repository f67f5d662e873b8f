"""Editors for what is chosen: words, a time, yes or no. Nothing is chosen beforehand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from composer.clock import SystemClock
from composer.domain.fields import BEING_ASSESSED, NO, YES, Field, FieldType, FieldValue, read_time
from composer.domain.mending import Span
from ui.language import utc_and_local
from ui.widgets.combo import Combo
from ui.widgets.field_editor import ROOM, FieldEditor, camel
from ui.widgets.framed import Frame
from ui.widgets.marked import MarkedLine
from ui.widgets.said_dates import dated
from ui.widgets.text import small


class ChoiceEditor(FieldEditor):
    """One of several choices, or other words where the field takes them. Nothing is chosen beforehand."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.combo = Combo(self)
        self._name(self.combo, "Combo")
        self._put(self.combo)
        self._line: MarkedLine | None = None  # only a choice that takes other words has one
        if field.free or field.type is not FieldType.CHOICE:
            self.combo.setEditable(True)
            self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line = self._line = MarkedLine(self.combo)
            self.combo.setLineEdit(line)
            # Each new line brings a completer along. Other words are as good as the choices: nothing is put into a person's mouth.
            self.combo.setCompleter(None)  # type: ignore[arg-type]
            line.installEventFilter(self.combo)
            line.setObjectName(f"{camel(field.name)}Edit")
            line.setAccessibleName(field.label)
            line.setFrame(False)
            line.setMaxLength(field.maximum + ROOM)
        else:
            self.combo.setPlaceholderText(self.tr("Choose…"))
        self.set_choices(field.choices)
        if self.combo.isEditable():
            self.combo.editTextChanged.connect(self._on_text)
        else:
            self.combo.currentIndexChanged.connect(lambda _index: self._on_text(self.combo.currentText()))

    @property
    def input(self) -> QWidget:
        """The combo box."""
        return self.combo

    def is_empty(self) -> bool:
        """Whether nothing is typed or chosen."""
        return not self.combo.currentText().strip()

    def set_choices(self, choices: Sequence[str]) -> None:
        """Offer these; what stands there stays."""
        with QSignalBlocker(self.combo):
            text = self.combo.currentText()
            self.combo.clear()
            self.combo.addItems(list(choices))
            self._show(text)

    def read(self, text: str) -> FieldValue:
        """The value that the text means."""
        return text if text.strip() else None

    def shown(self, value: FieldValue) -> str:
        """The text that a value is shown as."""
        return "" if value is None else str(value)

    def set_value(self, value: FieldValue) -> None:
        """Show a value; nothing is told."""
        if self.read(self.combo.currentText()) != value:
            with QSignalBlocker(self.combo):
                self._show(self.shown(value))

    def set_placeholder(self, text: str) -> None:
        """Words where nothing is typed."""
        line = self.combo.lineEdit()
        if line is not None:
            line.setPlaceholderText(text)

    def set_marks(self, spans: Sequence[Span], dots: Sequence[Span] = ()) -> None:
        """Underline these words."""
        if self._line is not None:
            self._line.set_marks(spans, dots)

    def holds(self, span: Span) -> bool:
        """Whether something stands there that was typed."""
        return self._line is not None and self._line.holds(span)

    def replace(self, span: Span, words: str) -> None:
        """Put words in the place of others."""
        if self._line is not None:
            self._line.replace_words(span, words)

    def _show(self, text: str) -> None:
        self.combo.setCurrentIndex(self.combo.findText(text) if text else -1)
        line = self.combo.lineEdit()
        if line is not None:
            line.setText(text)
            if not self.combo.hasFocus():
                line.setCursorPosition(0)

    def _on_text(self, text: str) -> None:
        self.edited.emit(self.read(text))


_CLOCK = re.compile(r"(\d{1,2}):(\d{2})\s*(?:UTC|Z)?", re.ASCII | re.IGNORECASE)
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})\s*(?:UTC|Z)?", re.ASCII | re.IGNORECASE)

_LENGTH = r"(\d{1,4})\s*(m|min\w*|h|hours?|std|stunden?)"
_AHEAD = re.compile(rf"(?:in|\+)\s*{_LENGTH}", re.ASCII | re.IGNORECASE)
_AGO = (
    re.compile(rf"{_LENGTH}\s+ago", re.ASCII | re.IGNORECASE),
    re.compile(rf"vor\s+{_LENGTH}", re.ASCII | re.IGNORECASE),
)


def typed_time(text: str, now: datetime) -> str | None:
    """The ISO time that words such as "14:55", "14:55 UTC", "in 20 min", "tomorrow 10:00" or "24 Nov 10:00" mean; None for other words.

    A clock time means the one nearest to `now` (UTC); "now" and "10 min ago" are understood too.
    """
    text = text.strip()
    moment = now if text.casefold() == "now" else read_time(text)
    if moment is None and (found := _DATED.fullmatch(text)):
        moment = read_time(f"{found[1]}T{found[2]:0>5}:00Z")
    if moment is None and (found := _AHEAD.fullmatch(text)):
        minutes = int(found[1]) * (60 if found[2].lower().startswith(("h", "s")) else 1)
        moment = now + timedelta(minutes=minutes)
    if moment is None and (found := _AGO[0].fullmatch(text) or _AGO[1].fullmatch(text)):
        minutes = int(found[1]) * (60 if found[2].lower().startswith(("h", "s")) else 1)
        moment = now - timedelta(minutes=minutes)
    if moment is None and (found := _CLOCK.fullmatch(text)) and int(found[1]) < 24 and int(found[2]) < 60:
        today = now.replace(hour=int(found[1]), minute=int(found[2]))
        moment = min((today + timedelta(days=days) for days in (-1, 0, 1)), key=lambda one: abs(one - now))
    if moment is None:
        moment = dated(text, now)
    return None if moment is None else _iso(moment)


def _iso(moment: datetime) -> str:
    """To the minute: nobody types seconds."""
    return moment.replace(second=0, microsecond=0).isoformat(timespec="seconds").replace("+00:00", "Z")


class TimeEditor(ChoiceEditor):
    """A time, typed as people type it, or (where the field takes them) words. The time stands below, here and in UTC."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._here = small("", self)
        self._here.setVisible(False)
        self.column.addWidget(self._here)
        self._minutes: dict[str, int] = {}
        words = (str(field.default),) if field.default else ()
        if field.type is FieldType.TIME_OR_TEXT:
            ahead = {
                self.tr("in 15 minutes"): 15,
                self.tr("in 30 minutes"): 30,
                self.tr("in 60 minutes"): 60,
            }
            self.offer_minutes(ahead, words)
        self.combo.activated.connect(lambda _index: self._settle())
        self.left.connect(self._settle)

    def offer_minutes(self, minutes: Mapping[str, int], words: Sequence[str] = ()) -> None:
        """Offer these choices: words, and times that lie so many minutes from the moment of choosing (negative: before it)."""
        self._minutes = dict(minutes)
        self.set_choices((*words, *minutes))

    def offer_past(self) -> None:
        """Offer now, and some times before it: for what has happened already."""
        ago = {self.tr("{count} min ago").format(count=count): -count for count in (5, 10, 15, 30, 60)}
        self.offer_minutes({self.tr("now"): 0, **ago})

    def read(self, text: str) -> FieldValue:
        """A time as ISO, else the words. A choice is known by its own words, in whatever language they are."""
        now = SystemClock().now()
        minutes = self._minutes.get(text.strip())
        if minutes is not None:
            return _iso(now + timedelta(minutes=minutes))
        return typed_time(text, now) or (text if text.strip() else None)

    def shown(self, value: FieldValue) -> str:
        """`14:55 UTC`, with the date where it is another day."""
        moment = read_time(value) if isinstance(value, str) else None
        if moment is None:
            return super().shown(value)
        return (
            f"{moment:%H:%M} UTC"
            if moment.date() == SystemClock().now().date()
            else f"{moment:%Y-%m-%d %H:%M} UTC"
        )

    def set_value(self, value: FieldValue) -> None:
        """Show a value; nothing is told."""
        super().set_value(value)
        self._tell(value)

    def _on_text(self, text: str) -> None:
        super()._on_text(text)
        self._tell(self.read(text))

    def _settle(self) -> None:
        """A time that was typed in words becomes the time that it means."""
        value = self.read(self.combo.currentText())
        shown = self.shown(value)
        if shown != self.combo.currentText():
            with QSignalBlocker(self.combo):
                self._show(shown)
            self._tell(value)

    def _tell(self, value: FieldValue) -> None:
        moment = read_time(value) if isinstance(value, str) else None
        words = "" if moment is None else utc_and_local(moment, now=SystemClock().now())
        _utc, _, here = words.partition(" (")
        # Where local time is UTC there is nothing to add, and where UTC stands in the field, only the local time.
        if here and self.combo.currentText() == self.shown(value):
            words = here.rstrip(")")
        self._here.setText(words)
        self._here.setVisible(bool(here))


class YesNoEditor(FieldEditor):
    """No, being assessed, or yes with its detail. Nothing is chosen beforehand."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.combo = Combo(self)
        self._name(self.combo, "Combo")
        self.combo.setPlaceholderText(self.tr("Choose…"))
        self._keys = (NO, YES, BEING_ASSESSED)
        self.combo.addItems([self.tr("No"), self.tr("Yes"), self.tr("Being assessed")])
        self.combo.setCurrentIndex(-1)
        self._put(self.combo)
        self.detail = MarkedLine(self)
        self.detail.setFrame(False)
        self.detail.setObjectName(f"{camel(field.name)}DetailEdit")
        self.detail.setAccessibleName(self.tr("{label}: what is affected").format(label=field.label))
        self.detail.setPlaceholderText(self.tr("What is affected?"))
        self.detail.setMaxLength(field.maximum + ROOM)
        self._detail_frame = Frame(self)
        self._detail_frame.add(self.detail)
        self._detail_frame.setVisible(False)
        self.column.addWidget(self._detail_frame)
        self.combo.currentIndexChanged.connect(self._on_index)
        self.detail.textEdited.connect(lambda _text: self.edited.emit(self._value()))
        self._detail_frame.left.connect(self.left)

    @property
    def input(self) -> QWidget:
        """The combo box."""
        return self.combo

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        """The combo box, and the detail of a yes."""
        return (self.combo, self.detail)

    def set_value(self, value: FieldValue) -> None:
        """Show a value; nothing is told."""
        if self._value() == value:
            return
        key = YES if isinstance(value, Mapping) else value
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self._keys.index(key) if key in self._keys else -1)
        if isinstance(value, Mapping):
            self.detail.setText(str(value.get(YES, "")))
        self._detail_frame.setVisible(key == YES)

    def set_placeholder(self, text: str) -> None:
        """A choice shows no example: it must not look chosen."""

    def set_marks(self, spans: Sequence[Span], dots: Sequence[Span] = ()) -> None:
        """Underline these words of the detail."""
        self.detail.set_marks(spans, dots)

    def holds(self, span: Span) -> bool:
        """Whether something stands there in the detail."""
        return self.detail.holds(span)

    def replace(self, span: Span, words: str) -> None:
        """Put words in the place of others."""
        if self.detail.replace_words(span, words):
            self.edited.emit(self._value())

    def _value(self) -> FieldValue:
        index = self.combo.currentIndex()
        if index < 0:
            return None
        return {YES: self.detail.text()} if self._keys[index] == YES else self._keys[index]

    def _on_index(self, index: int) -> None:
        self._detail_frame.setVisible(index >= 0 and self._keys[index] == YES)
        self.edited.emit(self._value())
