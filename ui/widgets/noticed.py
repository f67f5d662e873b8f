"""A line that tells what was noticed: a shape, the words, and a smaller word beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.mark import Mark
from ui.widgets.text import Text, Tone, small


class NoticedLine(QWidget):
    """Kept, hidden and filled anew, so that a list of them does not flicker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(theme.GAP)
        self.mark, self.words, self.beside = Mark(), Text("", scale=0.95), small("")
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.beside, 1, Qt.AlignmentFlag.AlignTop)

    def tell(self, tone: Tone, words: str, beside: str) -> None:
        """Say this, with the tone's shape before it."""
        self.mark.set_tone(tone)
        if (self.words.text(), self.beside.text()) != (words, beside):
            self.words.setText(words)
            self.beside.setText(beside)
