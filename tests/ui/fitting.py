"""Whether everything on a screen has its room: nothing cut, nothing out of the window where nobody can scroll to it, nothing upon something else."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.shell.footer import Line

LEAVES = (QLabel, QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QTabBar)
"""What a person reads or uses."""
SLACK = 1
"""Pixels that rounding may take."""


def misfits(top: QWidget) -> list[str]:
    """What has not its room, in words."""
    seen = list(_leaves(top))
    return [
        f"{type(one).__name__} {one.objectName()!r} {_words(one)!r} {what}"
        for one in seen
        for what in (_cut(one), _outside(one, top))
        if what
    ] + _overlaps(seen, top)


def _leaves(top: QWidget) -> Iterator[QWidget]:
    for one in top.findChildren(QWidget):
        if isinstance(one, LEAVES) and one.isVisible() and one.window() is top and not _is_part(one, top):
            yield one


def _is_part(one: QWidget, top: QWidget) -> bool:
    """Whether it is a part of a control, whose own matter its room is."""
    above = one.parentWidget()
    while above is not None and above is not top:
        if isinstance(above, LEAVES):
            return True
        above = above.parentWidget()
    return False


def _words(one: QWidget) -> str:
    text = getattr(one, "text", None)
    return str(text())[:60] if callable(text) else ""


def _cut(one: QWidget) -> str:
    """What a person could not read of it."""
    size, least = one.size(), one.minimumSizeHint()
    if isinstance(one, QLabel):
        if not one.text():
            return ""
        if one.wordWrap():
            return "is cut below" if one.heightForWidth(size.width()) > size.height() + SLACK else ""
        if isinstance(one, Line):
            return (
                ""
                if one.shown == one.text() or one.toolTip() == one.text()
                else "is cut, and no tip tells it"
            )
        return (
            "is cut" if least.width() > size.width() + SLACK or least.height() > size.height() + SLACK else ""
        )
    if isinstance(one, QTabBar):
        needed = sum(
            one.tabSizeHint(place).width() for place in range(one.count()) if one.isTabVisible(place)
        )
        return "scrolls" if needed > size.width() + SLACK else ""
    if isinstance(one, QAbstractButton):
        if not one.text():
            return ""
        if one.hasHeightForWidth():
            return "is cut below" if one.heightForWidth(size.width()) > size.height() + SLACK else ""
        return (
            "is cut" if least.width() > size.width() + SLACK or least.height() > size.height() + SLACK else ""
        )
    line = one.fontMetrics().height()
    return f"is lower than its line: {size.height()} of {line}" if size.height() < line else ""


def _outside(one: QWidget, top: QWidget) -> str:
    """Out of the window, or beside what its scroll area shows."""
    area, above = QRect(QPoint(0, 0), one.size()), one
    while above is not top:
        inside, parent = above, above.parentWidget()
        if parent is None:
            return ""
        area.translate(inside.pos())
        above = parent
        scroll = above.parentWidget()
        if isinstance(scroll, QScrollArea) and scroll.viewport() is above:
            if area.left() < -SLACK or area.right() > above.width() + SLACK:
                return f"is {area.right() - above.width()} px beside what is shown of {scroll.objectName()!r}"
            return ""  # one scrolls to it
    if not top.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(area):
        return f"is out of the window: {area.getRect()}"
    return ""


def _overlaps(seen: list[QWidget], top: QWidget) -> list[str]:
    boxes = []
    for one in seen:
        port = _port(one, top)
        corner = one.mapTo(top if port is None else port, QPoint(0, 0))
        boxes.append((corner.y(), corner.x(), corner.y() + one.height(), corner.x() + one.width(), port, one))
    boxes.sort(key=lambda box: box[:2])
    wrong = []
    for place, (_, left, bottom, right, port, one) in enumerate(boxes):
        for top2, left2, bottom2, right2, port2, other in boxes[place + 1 :]:
            if top2 >= bottom - SLACK:
                break
            if (
                port2 is not port
                or left2 >= right - SLACK
                or right2 <= left + SLACK
                or bottom2 - top2 <= SLACK
            ):
                continue
            if not one.isAncestorOf(other) and not other.isAncestorOf(one):
                wrong.append(
                    f"{one.objectName()!r} {_words(one)!r} and {other.objectName()!r} {_words(other)!r} lie upon each other"
                )
    return wrong


def _port(one: QWidget, top: QWidget) -> QWidget | None:
    """What scrolls it, if anything does."""
    above = one.parentWidget()
    while above is not None and above is not top:
        if isinstance(scroll := above.parentWidget(), QScrollArea) and scroll.viewport() is above:
            return above
        above = above.parentWidget()
    return None
