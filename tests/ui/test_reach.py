"""What is asked of every screen and dialog alike: names, the way of the keyboard, and what is large enough."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSplitter,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import (
    BY_ACTION,
    crowded,
    cut,
    doubled_access_keys,
    nameless,
    several_defaults,
    stops,
    too_small,
    unreachable,
    without_key,
    wrong_words,
)
from tests.ui.every_screen import DIALOGS, SCREENS, tour
from tests.ui.typist import CTRL, settle
from ui.compose.view import ComposeView
from ui.shell.keys import KeysDialog
from ui.shell.menu import WholeMenu
from ui.shell.reading_order import reading_order
from ui.widgets.buttons import Button


def test_nothing_is_nameless_unreachable_too_small_or_badly_worded(qtbot: QtBot, tmp_path: Path) -> None:
    wrong: list[str] = []
    with tour(qtbot, tmp_path) as made:
        for name, top in made.everything():
            for check in (
                nameless,
                unreachable,
                too_small,
                crowded,
                wrong_words,
                several_defaults,
                doubled_access_keys,
                without_key,
            ):
                wrong += [f"{name}: {what}" for what in check(top)]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


@pytest.mark.parametrize("size", [(1_024, 700), (1_280, 820)])
def test_no_text_is_cut(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    with tour(qtbot, tmp_path) as made:
        made.window.resize(*size)
        wrong = [f"{name}: {what}" for name, top in made.everything() for what in cut(top)]
        assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_tab_comes_to_everything_once_in_reading_order_and_shift_tab_goes_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with tour(qtbot, tmp_path) as made:
        for name in SCREENS:
            top = made.go(name)
            walk(top, Qt.Key.Key_Tab)  # what leaving a field tells stands there from then on
            forth = walk(top, Qt.Key.Key_Tab)
            assert set(forth) == stops(top), names(name, set(forth) ^ stops(top))
            assert walk(top, Qt.Key.Key_Backtab) == [forth[0], *reversed(forth[1:])], name
            assert not leaps(forth), f"{name}: {leaps(forth)}"


def walk(top: QWidget, key: Qt.Key) -> list[QWidget]:
    """Everything that Tab comes to from where the focus is, until it is there again."""
    top.activateWindow()
    start = top.focusWidget()
    if start is None or start not in stops(top):
        QTest.keyClick(top, Qt.Key.Key_Tab)
        start = top.focusWidget()
    assert start is not None
    way = [start]
    for _ in range(300):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is start:
            return way
        way.append(focused)
    raise AssertionError(
        f"Tab never came back to {start.objectName()}: {[one.objectName() for one in way[-20:]]}"
    )


def leaps(way: list[QWidget]) -> list[str]:
    """Steps that go up the page, or to the left in a line, within one pane."""
    wrong = []
    for before, after in itertools.pairwise(way):
        pane = pane_of(before)
        if pane is not pane_of(after):
            continue
        one, two = (
            box.translated(widget.mapTo(pane, box.topLeft()))
            for widget, box in ((before, before.rect()), (after, after.rect()))
        )
        if two.bottom() <= one.top() or (
            two.right() <= one.left() and two.top() < one.bottom() - 4 and two.top() <= one.top()
        ):
            wrong.append(f"{before.objectName()} -> {after.objectName()}")
    return wrong


def pane_of(widget: QWidget) -> QWidget:
    """The part of the window that is read for itself."""
    at: QWidget = widget
    while (above := at.parentWidget()) is not None:
        if isinstance(above, QScrollArea | QSplitter | QTabWidget | QTableView) or above.objectName() in (
            "rail",
            "topBar",
            "footer",
        ):
            return above if not isinstance(above, QSplitter) else at
        at = above
    return at


def names(screen: str, widgets: set[QWidget]) -> str:
    return f"{screen}: {sorted(f'{type(one).__name__} {one.objectName()!r}' for one in widgets)}"


def test_publish_is_one_key_from_everywhere_and_enter_in_a_line_never_publishes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with tour(qtbot, tmp_path) as made:
        asked: list[str] = []
        made.window.actions_by_id["incident.publish"].triggered.connect(lambda: asked.append("publish"))
        record = made.program.session.services.record
        for name in ("declare P0", "compose", "compose resolved"):
            top = made.go(name)
            view = made.window.stack.currentWidget()
            if (
                isinstance(view, ComposeView) and view.presenter.draft is not None
            ):  # with nothing to send, so that each press may be a try
                for template in view.presenter.draft.ticked:
                    view.presenter.tick(template, False)
            before = len(record.deliveries())
            for widget in reading_order(top):
                asked.clear()
                widget.setFocus()
                QTest.keyClick(widget, Qt.Key.Key_Return, CTRL)
                assert asked == ["publish"], f"{name}: {widget.objectName()}"
                line = isinstance(widget, QLineEdit | QComboBox) and widget.objectName() != "searchEdit"
                if line and widget.isVisible():
                    widget.setFocus()
                    QTest.keyClick(widget, Qt.Key.Key_Return)
                    assert asked == ["publish"], f"{name}: Enter in {widget.objectName()}"
            settle(qtbot, made.program)
            assert len(record.deliveries()) == before


def test_enter_presses_the_button_that_has_the_focus_and_no_other(qtbot: QtBot, tmp_path: Path) -> None:
    with tour(qtbot, tmp_path) as made:
        for name in DIALOGS:
            with made.dialog(name) as dialog:
                places = [one for one in dialog.findChildren(Button) if one.isVisible()]
            for place in range(len(places)):
                with made.dialog(name) as dialog:
                    buttons = [one for one in dialog.findChildren(Button) if one.isVisible()]
                    pressed: list[str] = []
                    for button in buttons:
                        button.setEnabled(True)
                        button.clicked.connect(
                            lambda _checked=False, one=button, told=pressed: told.append(one.objectName())
                        )
                    buttons[place].setFocus()
                    QTest.keyClick(buttons[place], Qt.Key.Key_Return)
                    assert pressed == [buttons[place].objectName()], name


def test_every_action_has_a_key_and_stands_in_the_menu_the_search_and_f1(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with tour(qtbot, tmp_path) as made:
        window, table = made.window, made.window.actions_by_id
        actions = set(table.all())
        assert {one for one in window.findChildren(QAction) if one.shortcuts()} == actions
        assert set(BY_ACTION.values()) <= {action.objectName() for action in actions}

        QTest.mouseClick(window.top_bar.menu, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, WholeMenu)
        menu.close()
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_F10)
        assert QApplication.activePopupWidget() is menu
        parts = [part for one in menu.actions() if isinstance(part := one.menu(), QMenu)]
        in_menu = [action for part in parts for action in part.actions()]
        assert (set(in_menu), len(in_menu)) == (actions, len(actions))
        keys = {QKeySequence.mnemonic(part.title()).toString() for part in parts} - {""}
        assert len(keys) == len(parts)
        window.actions_by_id.show_screen("history")
        QTest.keyClick(menu, Qt.Key.Key_G)  # the access key of a part; what is first in it is ready
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            popup = QApplication.activePopupWidget()
            assert popup is not None
            QTest.keyClick(popup, key)
        assert QApplication.activePopupWidget() is None
        assert window.screen_name() == "takeover"

        palette = made.program.palette
        assert palette is not None
        offered = set()
        for screen in ("declare", "compose", "correction"):
            table.show_screen(screen)
            offered |= {row.target for row in palette.presenter.commands("")}
        assert offered == {action.objectName() for action in actions}

        QTest.keyClick(focused, Qt.Key.Key_F1)
        (dialog,) = window.findChildren(KeysDialog)
        model = dialog.table.model()
        assert [model.index(row, 1).data() for row in range(model.rowCount())] == [
            action.text() for action in table.all()
        ]
        dialog.close()
