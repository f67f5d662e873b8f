"""The word that is being written: the one that holds the caret."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

_MARKS = "'’"


def word_at_caret() -> str:
    """The word that holds the caret of the focused input, in small letters; empty where there is none."""
    where = QApplication.focusWidget()
    if isinstance(where, QPlainTextEdit):
        cursor = where.textCursor()
        block = cursor.block()
        return _word(block.text(), cursor.position() - block.position())
    return _word(where.text(), where.cursorPosition()) if isinstance(where, QLineEdit) else ""


def _word(text: str, place: int) -> str:
    start = end = min(place, len(text))
    while start and (text[start - 1].isalnum() or text[start - 1] in _MARKS):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in _MARKS):
        end += 1
    return text[start:end].replace("’", "'").strip("'").lower().removesuffix("'s")
