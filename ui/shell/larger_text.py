"""Larger text needs more room: tells what lies in the shell when its font or style became another one.

A watcher, and no `changeEvent` of their own: that would be called from the first moment on, and the first event that Python sees has Qt make the classes of all of them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class LargerText(QObject):
    """Calls `fit` whenever the widget's font or style has changed."""

    def __init__(self, widget: QWidget, fit: Callable[[], object]) -> None:
        super().__init__(widget)
        self._fit = fit
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Its children have the new font by now."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return False
