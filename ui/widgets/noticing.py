"""What a check has found in an input, pointed at when it does not disturb: underlined, and read out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from composer.domain.mending import Span
from ui.later import later
from ui.widgets.announcing import announce
from ui.widgets.field_editor import FieldEditor

PAUSE_MS = 400
"""So long after the last key somebody is taken to pause."""


class Noticing(QObject):
    """Points into one editor. What must not leave is underlined at once; what is only advised, and what is read out, come in a pause."""

    def __init__(self, editor: FieldEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._marks: Sequence[Span] = ()
        self._dots: Sequence[Span] = ()
        self._noticed = ""
        self._dotting = later(self, PAUSE_MS, self._mark_all)
        self._saying = later(self, PAUSE_MS, self._say)

    @property
    def is_typing(self) -> bool:
        """Whether the editor has the focus."""
        return any(one.hasFocus() for one in self._editor.inputs)

    def mark(self, marks: Sequence[Span], dots: Sequence[Span]) -> None:
        """Underline words by where they stand, the `dots` with dots."""
        is_new = dots != self._dots and self.is_typing
        self._marks, self._dots = marks, dots
        if is_new or self._dotting.isActive():
            self._editor.set_marks(marks)
            self._dotting.start()
        else:
            self._mark_all()

    def tell(self, noticed: str) -> None:
        """Read out what has come up while the person types here."""
        is_news = bool(noticed) and noticed != self._noticed
        self._noticed = noticed
        if is_news and self.is_typing:
            self._saying.start()

    @Slot()
    def _mark_all(self) -> None:
        self._editor.set_marks(self._marks, self._dots)

    @Slot()
    def _say(self) -> None:
        if self.is_typing:
            announce(self._editor.input, self._noticed)
