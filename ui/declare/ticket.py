"""Where no incident is declared: the ticket to log instead, ready to be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.buttons import Button
from ui.widgets.ring import Ring
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class Ticket(Card):
    """The text of the ticket.

    Signals:
        copied(): it lies on the clipboard.
    """

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("No incident is declared at this severity. Log this ticket instead:")
        self.body.addWidget(Text(words, bold=True))
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("ticketEdit")
        self.edit.setAccessibleName(self.tr("Ticket text"))
        self.edit.setReadOnly(True)
        self.edit.setTabChangesFocus(True)
        Ring(self.edit)
        self.body.addWidget(self.edit)
        self.copy = Button(self.tr("Cop&y ticket text"))
        self.copy.setObjectName("copyTicketButton")
        self.copy.clicked.connect(self._on_copy)
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(False)

    def show_ticket(self, text: str | None) -> None:
        """Show it; None takes it out of sight."""
        self.setVisible(text is not None)
        if text is not None and self.edit.toPlainText() != text:
            self.edit.setPlainText(text)
            lines = min(text.count("\n") + 2, 12)
            self.edit.setFixedHeight(lines * self.edit.fontMetrics().lineSpacing() + 16)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.edit.toPlainText())
        self.copied.emit()
