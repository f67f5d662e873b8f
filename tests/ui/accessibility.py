"""What a screen reader would find nameless."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.widgets.buttons import Button, Kind

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


LEAST, LEAST_MAIN = 24, 32
"""The least size of what can be clicked, and the least height of what publishes or takes back."""
APART = 16
"""The least distance, in pixels, of a button that can't be taken back from any other."""
MAIN = {"publishButton", "declareAndPublishButton", "confirmButton", "takeBackButton"}
ONE_WORD = {
    "Cancel", "Back", "Menu", "History", "Settings", "Templates", "Connections…", "Check", "Edit", "Remove", "Connect", "Open", "Choose…", "Earlier…",
}  # fmt: skip
"""Going back, and going to a place, needs no more words, and a link in a table's row none that the row says; all else says verb and object."""
BY_ACTION = {
    "declareButton": "incident.declare",
    "historyButton": "screen.history",
    "templatesButton": "screen.templates",
    "settingsButton": "screen.settings",
    "menuButton": "menu",
    "publishButton": "incident.publish",
    "declareAndPublishButton": "incident.publish",
    "keepPromiseButton": "incident.keep_promise",
    "takeBackButton": "incident.take_back",
}
"""Buttons that do what an action with a key does."""


def controls(widget: QWidget) -> Iterator[QWidget]:
    """Every control that can be used now, in the widget and below it."""
    for one in (widget, *widget.findChildren(QWidget)):
        if isinstance(one, QScrollBar) or not (
            isinstance(one, CONTROLS) or one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            continue
        if one.window() is not widget.window():
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
        and not (isinstance(one, QAbstractButton) and (one.group() is not None or one.autoExclusive()))
    ]


def stops(widget: QWidget) -> set[QWidget]:
    """Everything that Tab has to come to."""
    return {
        one
        for one in (widget, *widget.findChildren(QWidget))
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isEnabled()
        and one.isVisible()
        and one.focusProxy() is None
        and one.window() is widget.window()
    }


def too_small(widget: QWidget) -> list[str]:
    """What is smaller than a finger or a tired hand needs."""
    wrong = []
    for one in controls(widget):
        least = LEAST_MAIN if one.objectName() in MAIN else LEAST
        boxes = [one.size()]
        if isinstance(one, QTabBar):
            boxes = [one.tabRect(place).size() for place in range(one.count()) if one.isTabVisible(place)]
        if any(box.height() < least or box.width() < LEAST for box in boxes):
            wrong.append(
                f"{type(one).__name__} {one.objectName()!r} is {boxes[0].width()} x {boxes[0].height()}"
            )
    return wrong


def cut(widget: QWidget) -> list[str]:
    """Labels whose words need more height than they have, or are painted in a colour that was not meant."""
    wrong = []
    for label in widget.findChildren(QLabel):
        if not label.isVisible() or label.window() is not widget.window() or not label.text():
            continue
        if label.wordWrap() and label.height() < label.heightForWidth(label.width()):
            wrong.append(f"{label.text()!r} is cut")
        if label.foregroundRole() is not QPalette.ColorRole.WindowText:
            wrong.append(f"{label.text()!r} has not its own colour")
    return wrong


def wrong_words(widget: QWidget) -> list[str]:
    """Buttons that do not say verb and object."""
    texts = {
        one: plain(one.text())
        for one in controls(widget)
        if isinstance(one, QPushButton) and one.menu() is None
    }
    return [
        f"{one.objectName()} says {text!r}"
        for one, text in texts.items()
        if len(text.split()) < 2 and text not in ONE_WORD
    ]


def doubled_access_keys(widget: QWidget) -> list[str]:
    """Access keys that bring the focus to two places."""
    used: dict[str, list[str]] = {}
    for one in (widget, *widget.findChildren(QWidget)):
        if not one.isVisible() or one.window() is not widget.window():
            continue
        if isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy() is not None):
            keys = QKeySequence.mnemonic(one.text()).toString()
            if keys:
                used.setdefault(keys, []).append(plain(one.text()))
    return [f"{keys} means {', '.join(names)}" for keys, names in used.items() if len(names) > 1]


def without_key(widget: QWidget) -> list[str]:
    """Buttons that are pressed by no key of their own: neither an access key nor the key of an action. Links beside a row are reached by Tab."""
    return [
        f"{one.objectName()} {plain(one.text())!r} has no key"
        for one in controls(widget)
        if isinstance(one, Button)
        and one.kind is not Kind.LINK
        and one.objectName() not in BY_ACTION
        and not one.isDefault()
        and QKeySequence.mnemonic(one.text()).isEmpty()
    ]


def several_defaults(widget: QWidget) -> list[str]:
    """What Enter would press, where that is more than one button."""
    defaults = [
        one.objectName()
        for one in controls(widget)
        if isinstance(one, QPushButton) and one.isVisible() and one.isDefault()
    ]
    return [f"Enter means {', '.join(defaults)}"] if len(defaults) > 1 else []


def crowded(widget: QWidget) -> list[str]:
    """Buttons so close to one that can't be taken back that a tired hand meets the wrong one."""
    buttons = [
        one
        for one in controls(widget)
        if isinstance(one, Button) and one.isVisible() and one.window() is widget.window()
    ]
    wrong = []
    for one, other in itertools.permutations(buttons, 2):
        if one.kind is Kind.DANGER and _gap(one, other) < APART:
            wrong.append(f"{one.objectName()} is {_gap(one, other)} px from {other.objectName()}")
    return wrong


def _gap(one: QWidget, other: QWidget) -> int:
    """How many pixels lie between the two, along the axis on which they are further apart."""
    top = one.window()
    here, there = (each.rect().translated(each.mapTo(top, each.rect().topLeft())) for each in (one, other))
    return max(
        here.left() - there.right() - 1,
        there.left() - here.right() - 1,
        here.top() - there.bottom() - 1,
        there.top() - here.bottom() - 1,
    )


def plain(text: str) -> str:
    """A text without the marks of its access key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


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
