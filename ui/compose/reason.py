"""Questions for a reason: a change of severity, a phase that goes back, a skip, a slower rhythm."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from ui.widgets.reason import ReasonDialog
from ui.widgets.text import Text

__all__ = ["ReasonDialog", "RhythmDialog"]


class RhythmDialog(ReasonDialog):
    """Asks how often, and why."""

    STEPS = (20, 30, 45, 60, 90, 120, 240)

    def __init__(self, title: str, planned: int, parent: QWidget | None = None) -> None:
        super().__init__(
            title,
            QCoreApplication.translate("", "Slow down"),
            parent,
            example=QCoreApplication.translate(
                "", "for example waiting for the bank, nothing changes within the hour"
            ),
            detail=QCoreApplication.translate(
                "", "The plan says every {minutes} minutes. This incident alone is slowed."
            ).format(minutes=planned),
        )
        label = Text(self.tr("&Every"), bold=True)
        self.minutes = QComboBox()
        self.minutes.setObjectName("rhythmCombo")
        for minutes in self.STEPS:
            if minutes > planned:
                self.minutes.addItem(self.tr("{minutes} minutes").format(minutes=minutes), minutes)
        label.setBuddy(self.minutes)
        self.column.insertWidget(2, label)
        self.column.insertWidget(3, self.minutes)

    @classmethod
    def ask_rhythm(cls, parent: QWidget, title: str, planned: int) -> tuple[int, str] | None:
        """Minutes and reason, or None where the person went back."""
        dialog = cls(title, planned, parent)
        if not dialog.is_wanted():
            return None
        return int(dialog.minutes.currentData()), dialog.edit.text().strip()
