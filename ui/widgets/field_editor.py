"""What all editors of fields have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from composer.domain.fields import Field, FieldValue
from ui import theme
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
        self.frame = Frame(self)
        self.frame.left.connect(self.left)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.UNIT)
        self.column.addWidget(self.frame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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

    def _name(self, widget: QWidget, suffix: str) -> None:
        widget.setObjectName(f"{camel(self.field.name)}{suffix}")
        widget.setAccessibleName(self.field.label)
        widget.setMinimumHeight(theme.CONTROL_HEIGHT - 4)


def camel(name: str) -> str:
    """`brief_description` as `briefDescription`."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
