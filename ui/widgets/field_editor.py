"""What all editors of fields have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from composer.domain.fields import Field, FieldValue
from composer.domain.mending import Span
from ui import theme
from ui.widgets.combo import Combo
from ui.widgets.framed import Frame

ROOM = 1_000
"""How many characters over a field's limit an input takes, so that the limit is told and nothing freezes."""


class FieldEditor(QWidget):
    """The input for one field.

    Signals:
        edited(object): a person changed it; the new FieldValue, None where it is empty.
        left(): the focus went elsewhere.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.frame: Frame | Combo
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.UNIT)
        # Not fixed: the label's line may need a second one, which its width decides.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def input(self) -> QWidget:
        """What takes the focus, and is named by the label."""
        raise NotImplementedError

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        """Everything here that takes the focus, in order."""
        return (self.input,)

    def is_empty(self) -> bool:
        """Whether nothing is typed or chosen."""
        return False

    def set_value(self, value: FieldValue) -> None:
        """Show a value; nothing is told."""
        raise NotImplementedError

    def set_placeholder(self, text: str) -> None:
        """Show words where nothing is typed."""
        raise NotImplementedError

    def set_problem(self, blocking: bool | None) -> None:
        """Paint the border so; the words stand elsewhere."""
        self.frame.set_problem(blocking)

    def set_marks(self, spans: Sequence[Span], dots: Sequence[Span] = ()) -> None:
        """Underline these words, by where they stand in the value's text; the `dots` with dots."""

    def holds(self, span: Span) -> bool:  # noqa: ARG002 - only what is typed freely
        """Whether words can be replaced there."""
        return False

    def replace(self, span: Span, words: str) -> None:
        """Put words in the place of others, as a person would: it is told, and can be undone."""

    def set_head(self, head: QLayout) -> None:
        """Put the label's line above the input. What it holds has the same parent as the input, as a screen reader asks of a label."""
        self.column.insertLayout(0, head)

    def _put(self, frame: Frame | Combo) -> None:
        """What stands under the label: a frame with an input in it, or a combo box, which has a border of its own."""
        self.frame = frame
        frame.setMinimumHeight(theme.CONTROL_HEIGHT)
        frame.left.connect(self.left)
        self.column.addWidget(frame)

    def _framed(self, widget: QWidget, margins: tuple[int, int, int, int] = (7, 3, 7, 3)) -> None:
        frame = Frame(self, margins=margins)
        frame.add(widget)
        self._put(frame)

    def _name(self, widget: QWidget, suffix: str) -> None:
        widget.setObjectName(f"{camel(self.field.name)}{suffix}")
        widget.setAccessibleName(self.field.label)
        widget.setMinimumHeight(theme.CONTROL_HEIGHT - 6)


def camel(name: str) -> str:
    """`brief_description` as `briefDescription`."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
