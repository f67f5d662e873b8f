"""Editors for what is typed freely: a line, a number, text, a list."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from composer.domain.fields import Field, FieldType, FieldValue
from composer.domain.mending import Span, mended
from ui import theme
from ui.widgets.announcing import announce
from ui.widgets.field_editor import ROOM, FieldEditor, camel
from ui.widgets.marked import MarkedLine, Wave, mark_text, placed
from ui.widgets.scrolling import settle
from ui.widgets.text import Text, Tone
from ui.widgets.typed import is_command
from ui.widgets.viewport import show_through


class CutNote(Text):
    """Says below a field that a paste did not go in whole; the next key takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, tone=Tone.WARNING, scale=0.9)
        self.setObjectName("cutNote")
        self._is_new = False
        self.hide()

    def tell(self, most: int) -> None:
        """The field takes no more than so many characters, and the rest was left out."""
        words = self.tr("Only the first {most} characters are kept here; the rest of the paste was left out.")
        self.setText(words.format(most=f"{most:,}"))
        self._is_new = True
        self.show()
        announce(self, self.text())

    def on_edited(self) -> None:
        """Something was typed: the change that made the note does not take it away."""
        if not self._is_new:
            self.hide()
        self._is_new = False


MARGIN = 3
"""Around the text of several lines, in pixels."""
LEAST_HEIGHT = theme.CONTROL_HEIGHT - 6
"""Of one line of it, without the border."""


class LineEditor(FieldEditor):
    """One line of text."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.edit = MarkedLine(self)
        self.edit.setFrame(False)
        self.edit.setMaxLength(max(field.maximum, 200) + ROOM)
        self._name(self.edit, "Edit")
        self._framed(self.edit)
        self.cut = CutNote(self)
        self.column.addWidget(self.cut)
        self.edit.inputRejected.connect(lambda: self.cut.tell(self.edit.maxLength()))
        self.edit.textEdited.connect(self._on_edited)

    @property
    def input(self) -> QWidget:
        """The line."""
        return self.edit

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.edit.text().strip()

    def read(self, text: str) -> FieldValue:
        """The value that the text means."""
        return text if text.strip() else None

    def shown(self, value: FieldValue) -> str:
        """The text that a value is shown as."""
        return ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)

    def set_value(self, value: FieldValue) -> None:
        """Show a value; the caret stays where nothing changes."""
        if self.read(self.edit.text()) != value:
            self.edit.setText(self.shown(value))
            if not self.edit.hasFocus():
                self.edit.setCursorPosition(0)  # the beginning says more than the end

    def set_placeholder(self, text: str) -> None:
        """Words where nothing is typed."""
        self.edit.setPlaceholderText(text)

    def set_marks(self, spans: Sequence[Span], dots: Sequence[Span] = ()) -> None:
        """Underline these words."""
        self.edit.set_marks(spans, dots)

    def holds(self, span: Span) -> bool:
        """Whether something stands there."""
        return self.edit.holds(span)

    def replace(self, span: Span, words: str) -> None:
        """Put words in the place of others."""
        if self.edit.replace_words(span, words):
            self._on_edited(self.edit.text())

    def _on_edited(self, text: str) -> None:
        self.cut.on_edited()
        self.edited.emit(self.read(text))


class NumberEditor(LineEditor):
    """A number of the field's unit; what is no number is told as text, and the check names it."""

    def read(self, text: str) -> FieldValue:
        """A number where it is one."""
        try:
            number = float(text.strip().replace(",", "."))
        except ValueError:
            return text if text.strip() else None
        if not math.isfinite(number):
            return text
        return int(number) if number == int(number) else number


class GrowingEdit(QPlainTextEdit):
    """Text of several lines that grows with what is typed, up to a limit; Tab goes on to the next field.

    Signals:
        was_cut(int): a paste was longer than there was room for; so many characters fit in all.
    """

    was_cut = Signal(int)

    def __init__(self, most: int, parent: QWidget | None = None, *, rows: tuple[int, int] = (1, 7)) -> None:
        super().__init__(parent)
        self._most, self._rows = most, rows
        self._placeholder = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        show_through(self)
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def sizeHint(self) -> QSize:
        """As many rows as are filled, within the limits."""
        return QSize(160, max(LEAST_HEIGHT, self._text_height() + 2))

    def minimumSizeHint(self) -> QSize:
        """Never less than it wants to be."""
        return QSize(60, self.sizeHint().height())

    def setPlaceholderText(self, text: str) -> None:
        """Words where nothing is typed: in one line, for Qt would break them and cut what is below."""
        self._placeholder = text
        self._show_placeholder()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More of the placeholder, or less."""
        super().resizeEvent(event)
        self._show_placeholder()

    def _show_placeholder(self) -> None:
        room = self.viewport().width() - 2 * MARGIN - 2
        words = self.fontMetrics().elidedText(self._placeholder, Qt.TextElideMode.ElideRight, room)
        if words != self.placeholderText():
            super().setPlaceholderText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type it, or leave an access key to whom it means."""
        if is_command(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A paste of any size: what can't fit anyhow is left out, and said so."""
        room = max(0, self._most - self.document().characterCount())
        text = source.text()
        if len(text) > room:
            self.was_cut.emit(self._most)
            self.insertPlainText(text[:room])
        else:
            self.insertPlainText(text)
        self.ensureCursorVisible()

    def _text_height(self) -> int:
        least, most = self._rows
        lines = max(least, min(most, int(self.document().size().height())))
        return lines * QFontMetrics(self.font()).lineSpacing() + 2 * MARGIN

    def _grow(self) -> None:
        height = self.sizeHint().height()
        # One line stands as high as in the line editors beside it.
        self.setViewportMargins(0, max(0, height - self._text_height()) // 2, 0, 0)
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
            if self.hasFocus():  # who types sees what stands around it move once, and not back and forth
                settle(self)


class TextEditor(FieldEditor):
    """Text of several lines."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        most = field.maximum * (20 if field.type is FieldType.LIST else 1) + ROOM
        self.edit = GrowingEdit(most, self)
        self.edit.setObjectName(f"{camel(field.name)}Edit")
        self.edit.setAccessibleName(field.label)
        self._framed(self.edit, (6, 3, 3, 3))
        self.cut = CutNote(self)
        self.column.addWidget(self.cut)
        self.edit.was_cut.connect(self.cut.tell)
        self._spans: tuple[Span, ...] = ()
        self._dots: tuple[Span, ...] = ()
        self.edit.textChanged.connect(self._on_changed)
        self.edit.cursorPositionChanged.connect(self._on_caret)
        self.left.connect(self._on_caret)

    @property
    def input(self) -> QWidget:
        """The text."""
        return self.edit

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.edit.toPlainText().strip()

    def read(self, text: str) -> FieldValue:
        """The value that the text means."""
        return text if text.strip() else None

    def shown(self, value: FieldValue) -> str:
        """The text that a value is shown as."""
        return "" if value is None else str(value)

    def set_value(self, value: FieldValue) -> None:
        """Show a value; caret and undo stay where nothing changes."""
        if self.read(self.edit.toPlainText()) != value:
            with QSignalBlocker(self.edit):
                self.edit.setPlainText(self.shown(value))

    def set_placeholder(self, text: str) -> None:
        """Words where nothing is typed."""
        self.edit.setPlaceholderText(text)

    def set_marks(self, spans: Sequence[Span], dots: Sequence[Span] = ()) -> None:
        """Underline these words."""
        self._dots = tuple(dots)
        if spans or dots or self.edit.extraSelections():
            self._spans = tuple(spans)
            self._mark()

    @Slot()
    def _on_caret(self) -> None:
        if self._dots:  # a word is dotted once it is written
            self._mark()

    def _mark(self) -> None:
        text = self.edit.toPlainText()
        marks, dots = (
            [one for one in (placed(text, self._found(text, span)) for span in spans) if one]
            for spans in (self._spans, self._dots)
        )
        mark_text(self.edit, marks, dots)

    def holds(self, span: Span) -> bool:
        """Whether something stands there."""
        text = self.edit.toPlainText()
        return placed(text, self._found(text, span)) is not None

    def replace(self, span: Span, words: str) -> None:
        """Put words in the place of others."""
        text = self.edit.toPlainText()
        cut, words = mended(text, self._found(text, span), words)
        place = placed(text, cut)
        if place is not None:
            cursor = self.edit.textCursor()
            cursor.setPosition(place[0])
            cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
            self.edit.setTextCursor(cursor)

    def _found(self, text: str, span: Span) -> Span:  # noqa: ARG002 - a list's lines lie otherwise
        """A place in the value as a place in what stands in the input."""
        return span

    def _on_changed(self) -> None:
        self.cut.on_edited()
        self.edited.emit(self.read(self.edit.toPlainText()))


class ListEditor(TextEditor):
    """A list: a line each."""

    def _found(self, text: str, span: Span) -> Span:
        """Empty lines are none of the list's."""
        lines = "\n".join(line for line in text.split("\n") if line.strip())
        start = span[0] if lines == text else text.find(lines[slice(*span)])
        place = start, start + span[1] - span[0]
        return Wave(place) if isinstance(span, Wave) else place

    def read(self, text: str) -> FieldValue:
        """The lines that say something."""
        return tuple(line for line in text.split("\n") if line.strip()) or None

    def shown(self, value: FieldValue) -> str:
        """A line each."""
        return "\n".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
