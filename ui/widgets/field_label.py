"""The name of a field, above it: it marks what is needed, and its access key leads to the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui import theme
from ui.widgets.text import Text

ROOM = 24
"""So many pixels stay in sight above and below a field that an access key leads to."""


class Label(Text):
    """A field's name, with a star after it while the field is needed and empty. There is always room for the star, so that nothing moves when it comes or goes."""

    STAR = "*"

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent, bold=True, wrap=False)
        self._is_needed = False
        self.setContentsMargins(0, 0, self.fontMetrics().horizontalAdvance(self.STAR) + 1, 0)

    @property
    def is_needed(self) -> bool:
        """Whether the star is shown."""
        return self._is_needed

    def set_needed(self, needed: bool) -> None:
        """Show the star, or take it away."""
        if needed is not self._is_needed:
            self._is_needed = needed
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the star."""
        super().paintEvent(event)
        if self._is_needed:
            painter = QPainter(self)
            painter.setPen(QColor(theme.colours().warning_text))
            painter.drawText(
                self.rect(), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self.STAR
            )

    def event(self, event: QEvent) -> bool:
        """An access key that brings the focus to the field brings the field into sight: nobody types where they can't see."""
        done = super().event(event)
        buddy = self.buddy()
        if event.type() == QEvent.Type.Shortcut and buddy is not None and buddy.hasFocus():
            above = buddy.parentWidget()
            while above is not None:
                if isinstance(above, QScrollArea):
                    above.ensureWidgetVisible(buddy, 0, ROOM)
                above = above.parentWidget()
        return done
