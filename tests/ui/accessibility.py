"""What a screen reader would find nameless."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def controls(widget: QWidget) -> Iterator[QWidget]:
    """Every control that can be used now, in the widget and below it."""
    for one in (widget, *widget.findChildren(QWidget)):
        if not isinstance(one, CONTROLS) or isinstance(one, QScrollBar):
            continue
        if not one.isVisibleTo(widget) or _is_part(one):
            continue
        yield one


def nameless(widget: QWidget) -> list[str]:
    """The controls that have no accessible name, or no object name for scripts."""
    wrong = []
    for one in controls(widget):
        interface = QAccessible.queryAccessibleInterface(one)
        name = "" if interface is None else interface.text(QAccessible.Text.Name)
        shown = f"{type(one).__name__} {one.objectName()!r}"
        if not name.strip():
            wrong.append(f"{shown} has no accessible name")
        if not one.objectName():
            wrong.append(f"{shown} has no object name ({name!r})")
        if isinstance(one, QComboBox) and _buddy(one) is None:
            wrong.append(
                f"{shown} is named by no label beside it"
            )  # Qt passes no other name of a combo box on to AT-SPI
    return wrong


def unreachable(widget: QWidget) -> list[str]:
    """Enabled controls that Tab does not reach."""
    return [
        f"{type(one).__name__} {one.objectName()!r}"
        for one in controls(widget)
        if one.isEnabled()
        and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(one, QTabBar)
        and not (isinstance(one, QAbstractButton) and one.group() is not None)
    ]


def _is_part(widget: QWidget) -> bool:
    """Whether a widget is Qt's own part of another control: the arrow of a line's clear button, the line of a combo box."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QLineEdit | QComboBox | QAbstractSpinBox | QAbstractItemView | QTabBar):
            return True
        above = above.parentWidget()
    return False


def _buddy(widget: QWidget) -> QLabel | None:
    beside = widget.parentWidget()
    labels = (
        []
        if beside is None
        else beside.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    )
    return next((label for label in labels if label.buddy() is widget), None)
