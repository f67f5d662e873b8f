"""The top of the declaration's form: its heading, and the ways to begin otherwise."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button, Kind
from ui.widgets.text import heading


class FormTop(QWidget):
    """*Start from PagerDuty…* stands there where PagerDuty is connected, *Start over* where something was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.start_over = Button(self.tr("Start over"), kind=Kind.LINK)
        self.start_over.setObjectName("startOverButton")
        self.from_duty = Button(self.tr("Start from PagerDuty…"), kind=Kind.LINK)
        self.from_duty.setObjectName("fromPagerDutyButton")
        self.from_duty.setToolTip(self.tr("Begin with an incident that is open at PagerDuty"))
        self.from_duty.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(heading(self.tr("Declare an incident")), 1)
        row.addWidget(self.from_duty)
        row.addWidget(self.start_over)
