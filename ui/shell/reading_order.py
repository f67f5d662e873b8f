"""The order of the keyboard is the order of reading: Tab goes as the layouts stand, also after fields came, went or folded.

Qt's own chain follows the order in which widgets were made and moved into the window, and each `setTabOrder` between widgets that came later may tear it into rings that Tab
never leaves. So the window works the order out when Tab is pressed.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QTextEdit,
    QWidget,
)

ROOM = 24
"""So many pixels stay in sight around what has the focus."""
_WHOLE = (QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
"""What these hold is a part of them."""


def reading_order(top: QWidget) -> list[QWidget]:
    """Everything in sight below `top` that Tab stops at, as it is read."""
    return [widget for widget in _walk(top) if _is_stop(widget)]


def go_on(top: QWidget, *, forward: bool) -> bool:
    """Bring the focus to what is read next, or before; false where there is nothing to stop at."""
    stops = reading_order(top)
    if not stops:
        return False
    at: QWidget | None = top.focusWidget()
    while (
        at is not None and at not in stops
    ):  # what has the focus by a click alone: on from what it is a part of
        at = at.parentWidget()
    if at is None:
        target = stops[0] if forward else stops[-1]
    else:
        target = stops[(stops.index(at) + (1 if forward else -1)) % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    into_sight(target)
    return True


def into_sight(widget: QWidget) -> None:
    """Scroll whatever holds the widget, so that it is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, ROOM)
        above = above.parentWidget()


def _is_stop(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.isVisible()
    )


def _walk(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    yield widget
    if not isinstance(widget, _WHOLE):
        for below in _below(widget):
            yield from _walk(below)


def _below(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [] if inside is None else [inside]
    if isinstance(widget, QSplitter):
        parts = (widget.widget(place) for place in range(widget.count()))
        return [part for part in parts if part is not None]
    if isinstance(widget, QTabWidget):
        page = widget.currentWidget()
        return [widget.tabBar(), *([] if page is None else [page])]
    layout = widget.layout()
    if layout is not None:
        return list(_in(layout))
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return sorted((one for one in children if not one.isWindow()), key=lambda one: (one.y(), one.x()))


def _in(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in(inner)
