"""Calling something a while after the last start, and painting in a turn of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

NEXT_MS = 1
"""To the window's next turn. Not none: what is posted goes before a key that was pressed meanwhile."""


def later(owner: QObject, after_ms: int, call: Callable[[], object]) -> QTimer:
    """A timer of that owner that calls once after each start."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(call)
    return timer


def paint_later(widget: QWidget) -> None:
    """Keep what is in sight until the next turn: to fill a widget and to paint it would together take longer than the window may stand still."""
    widget.setUpdatesEnabled(False)
    QTimer.singleShot(NEXT_MS, widget, partial(widget.setUpdatesEnabled, True))
