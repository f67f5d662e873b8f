"""The editor for each type of field: it tells what the person typed as a field's value, and never what the program set."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from composer.domain.fields import Field, FieldType
from ui.widgets.choice_editors import ChoiceEditor, TimeEditor, YesNoEditor, typed_time
from ui.widgets.combo import Combo
from ui.widgets.field_editor import FieldEditor, camel
from ui.widgets.text_editors import GrowingEdit, LineEditor, ListEditor, NumberEditor, TextEditor

__all__ = [
    "ChoiceEditor",
    "Combo",
    "FieldEditor",
    "GrowingEdit",
    "LineEditor",
    "ListEditor",
    "NumberEditor",
    "TextEditor",
    "TimeEditor",
    "YesNoEditor",
    "camel",
    "editor_for",
    "typed_time",
]


def editor_for(field: Field, parent: QWidget | None = None) -> FieldEditor:
    """The editor that a field's type asks for."""
    kinds: dict[FieldType, type[FieldEditor]] = {
        FieldType.TEXT: TextEditor,
        FieldType.LIST: ListEditor,
        FieldType.CHOICE: ChoiceEditor,
        FieldType.PERSON: ChoiceEditor,
        FieldType.TIME: TimeEditor,
        FieldType.TIME_OR_TEXT: TimeEditor,
        FieldType.YES_NO: YesNoEditor,
        FieldType.DURATION: NumberEditor,
    }
    return kinds.get(field.type, LineEditor)(field, parent)
