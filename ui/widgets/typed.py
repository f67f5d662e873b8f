"""Which keys are words that a person types, and which mean a command."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_OPTION_TYPES = sys.platform == "darwin"
"""On a Mac the key that Qt names Alt types signs, such as @ on a German keyboard."""


def is_command(event: QKeyEvent) -> bool:
    """Whether it is a letter with Alt: an access key. Where no control took it, Qt would type the letter. AltGr types: it comes with Ctrl too, or without Alt."""
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    is_letter = bool(event.text()) and event.text().isprintable()
    return is_letter and not _OPTION_TYPES and event.modifiers() & (alt | ctrl) == alt


class Line(QLineEdit):
    """One line of text, into which no access key is typed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type it, or leave it to whom it means."""
        if is_command(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
