"""A text to take away: shown as it is, with a button that copies it and says so."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.framed import Frame
from ui.widgets.long_text import readable
from ui.widgets.text import Text
from ui.widgets.viewport import show_through

COPIED_FOR_MS = 2_000


class CopyBox(QWidget):
    """The text in a frame, its label above and *Copy* beside it. What is copied is the whole text, also where only its beginning is shown."""

    def __init__(self, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.UNIT)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        words = Text(label, bold=True)
        head.addWidget(words, 1)
        self.copy = Button(self.tr("&Copy text"))
        self.copy.setObjectName("copyTextButton")
        self.copy.clicked.connect(self._on_copy)
        head.addWidget(self.copy)
        column.addLayout(head)
        self.edit = QPlainTextEdit(readable(text))
        self.edit.setObjectName("copyTextEdit")
        self.edit.setReadOnly(True)
        self.edit.setTabChangesFocus(True)
        self.edit.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.edit.setAccessibleName(label)
        show_through(self.edit)
        words.setBuddy(self.edit)
        lines = min(max(text.count("\n") + 2, 4), 12)
        self.edit.setFixedHeight(lines * self.edit.fontMetrics().lineSpacing() + 16)
        frame = Frame(margins=(4, 2, 4, 2))
        frame.add(self.edit)
        column.addWidget(frame)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(COPIED_FOR_MS)
        self._back.timeout.connect(self._show_copy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy.setText(self.tr("Copied"))
        self._back.start()

    @Slot()
    def _show_copy(self) -> None:
        self.copy.setText(self.tr("&Copy text"))
