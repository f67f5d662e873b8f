"""What scrolls within a scroll area, a list or a text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NAME = "qt_scrollarea_viewport"
"""That Qt gives to each."""


def viewport_of(area: QAbstractScrollArea) -> QWidget:
    """The viewport of an area, cheaply also for the first one that is asked for.

    WORKAROUND: PySide6 6.12 does not know what `viewport()` gives while no Python object stands for it, and makes every class of widget there is to find out: 40 of them,
    10 ms and half a MiB, while the first screen is made. What a search by name finds is taken for what it says it is; after that `viewport()` finds it made. Not needed any
    more when `viewport()` of a new list leaves `vars(PySide6.QtWidgets)` as it was; a test tells.
    """
    found = area.findChild(QWidget, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    viewport = area.viewport()
    del found  # until here it stood for the viewport
    return viewport


def show_through(area: QAbstractScrollArea) -> None:
    """Leave the ground of an area to what it lies on."""
    viewport_of(area).setAutoFillBackground(False)
