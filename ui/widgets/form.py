"""A field in a form: its label, the channels that use it, its editor, and under it what a check noticed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from composer.domain.fields import Field, FieldValue
from ui import theme
from ui.widgets.editors import FieldEditor, camel, editor_for
from ui.widgets.flow import FlowLayout
from ui.widgets.surfaces import Badge
from ui.widgets.text import Text, Tone, small, with_access_key

__all__ = ["Chip", "FieldRow", "FindingLine", "Mark", "editor_for", "give_mnemonics"]


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
        return QSize(metrics.horizontalAdvance(self._text) + 12, metrics.height() + 2)


class Mark(QWidget):
    """A shape: a filled octagon with a bar where something blocks, a triangle where it is advice, a disc where all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.DANGER
        self.setFixedSize(12, 14)

    def set_tone(self, tone: Tone) -> None:
        """What it stands for."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape."""
        of = theme.colours()
        colour = {Tone.DANGER: of.danger_text, Tone.WARNING: of.warning_text, Tone.GOOD: of.good_text}.get(
            self._tone, of.muted
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        bar = QPen(QColor(of.card), 1.6)
        if self._tone is Tone.DANGER:
            corners = [(3, 2), (8, 2), (11, 5), (11, 9), (8, 12), (3, 12), (0, 9), (0, 5)]
            painter.drawPolygon(QPolygonF([QPointF(x + 0.5, y) for x, y in corners]))
            painter.setPen(bar)
            painter.drawLine(QPointF(3, 7), QPointF(9, 7))
        elif self._tone is Tone.WARNING:
            painter.drawPolygon(QPolygonF([QPointF(6, 1.5), QPointF(12, 12.5), QPointF(0, 12.5)]))
            painter.setPen(bar)
            painter.drawLine(QPointF(6, 5), QPointF(6, 9))
            painter.drawPoint(QPointF(6, 11))
        else:
            painter.drawEllipse(QRectF(1, 2, 10, 10))


class FindingLine(QWidget):
    """What a check noticed: a shape and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.UNIT + 1)
        self._mark = Mark(self)
        self.words = small("", self)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.setVisible(False)

    def show_finding(self, text: str | None, blocking: bool) -> None:
        """Say it, or say nothing."""
        tone = Tone.DANGER if blocking else Tone.WARNING
        self._mark.set_tone(tone)
        self.words.set_tone(tone)
        if self.words.text() != (text or ""):
            self.words.setText(text or "")
        self.setVisible(bool(text))


class FieldRow(QWidget):
    """One field of a form.

    Signals:
        edited(str, object): the field's name, and the new FieldValue (None: not filled in).
        left(str): the focus left the field of that name.
    """

    edited = Signal(str, object)
    left = Signal(str)

    def __init__(self, field: Field, channels: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName(f"{camel(field.name)}Row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.editor: FieldEditor = editor_for(field, self)
        self.label = Text(field.label.replace("&", "&&"), self.editor, bold=True, wrap=False)
        self.label.setBuddy(self.editor.input)
        self.label.setToolTip(field.help)
        self.editor.input.setAccessibleDescription(field.help)
        if field.example is not None:
            self._example = self.tr("for example {example}").format(example=self._plain(field.example))
        else:
            self._example = ""
        self.editor.set_placeholder(self._example)
        self._chips: list[Chip] = []
        self._channels: tuple[str, ...] = ()
        self._badge = Chip("", self.editor)
        self._badge.setVisible(False)
        self._finding = FindingLine(self)
        self._head = FlowLayout()
        self.editor.set_head(self._head)
        self._head.addWidget(self.label)
        self._head.addWidget(self._badge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.editor)
        column.addWidget(self._finding)
        column.addStretch(1)
        self.set_channels(channels)
        self.editor.edited.connect(lambda value: self.edited.emit(field.name, value))
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

    def set_finding(self, text: str | None, blocking: bool = True) -> None:
        """Show under the editor what a check noticed; None takes it away."""
        self._finding.show_finding(text, blocking)
        self.editor.set_problem(blocking if text else None)
        said = f"{text} {self.field.help}".strip() if text else self.field.help
        if self.editor.input.accessibleDescription() != said:
            self.editor.input.setAccessibleDescription(said)

    def set_prefilled(self, text: str) -> None:
        """Show what would be printed if the field were left empty."""
        self.editor.set_placeholder(text or self._example)

    def focus_editor(self) -> None:
        """Bring the focus to the input."""
        self.editor.input.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _plain(value: FieldValue) -> str:
        text = ", ".join(value) if isinstance(value, tuple) else str(value)
        return text[:GREY_LETTERS]  # the input shows as much of it as it has room for


def give_mnemonics(rows: Iterable[FieldRow], taken: str = "") -> None:
    """Give each row a letter of its label that no other has, as far as there are letters."""
    used = {letter.casefold() for letter in taken}
    for row in rows:
        row.give_access_key(used)
