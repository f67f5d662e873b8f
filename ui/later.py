"""Calling something a while after the last start; starting again begins the while anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, after_ms: int, call: Callable[[], object]) -> QTimer:
    """A timer of that owner that calls once after each start."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(call)
    return timer
