"""The footer's buttons while an incident is being declared."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, Kind


class DeclareButtons(QWidget):
    """Cancel, which keeps the draft, and the one act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.EDGE)
        self.cancel = Button(self.tr("&Cancel"))
        self.cancel.setObjectName("cancelButton")
        self.declare = Button(self.tr("&Declare and publish"), kind=Kind.DANGER, keys="Ctrl ↵")
        self.declare.setObjectName("declareAndPublishButton")
        self.declare.setAccessibleName(self.tr("Declare and publish"))
        self.declare.setMinimumHeight(40)
        row.addWidget(self.cancel)
        row.addWidget(self.declare)
