"""Nothing jumps while one types: every control stays where it is at each key, also when a finding appears or goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import controls
from tests.ui.every_screen import Tour, tour
from ui.shell.reading_order import into_sight
from ui.widgets.form import FindingLine

SAYS_NOTHING = "tbd b"
"""At its third letter something is found, and at its fifth no more."""
LATER_MS = 400
"""Advice comes a moment after the last key."""


def test_no_control_moves_while_a_fact_is_typed(qtbot: QtBot, tmp_path: Path) -> None:
    wrong: list[str] = []
    with tour(qtbot, tmp_path) as made:
        for screen, names in (
            ("compose", ("actionsTakenEdit", "briefDescriptionEdit")),
            ("declare P0", ("titleEdit", "customerImpactEdit")),
        ):
            top = made.go(screen)
            for name in names:
                edit = top.findChild(QWidget, name)
                assert edit is not None, name
                wrong += [f"{screen}, {name}, {what}" for what in moved_while_typing(made, edit)]
    assert not wrong, "\n".join(wrong)


def moved_while_typing(made: Tour, edit: QWidget) -> list[str]:
    """What stands elsewhere after a key: while a text is typed into the empty field, when what is found comes and goes, and while it is taken away again."""
    edit.setFocus()
    into_sight(edit)
    assert isinstance(edit, QLineEdit | QPlainTextEdit)
    edit.clear()
    made._settle()
    QTest.qWait(LATER_MS)
    before, wrong, found = places(made.window), [], set()
    keys = [*SAYS_NOTHING, *[Qt.Key.Key_Backspace] * len(SAYS_NOTHING)]
    for number, key in enumerate(keys):
        QTest.keyClick(edit, key)
        QApplication.processEvents()
        if number == len(SAYS_NOTHING) - 1:
            QTest.qWait(LATER_MS)
        found.add(tuple(one.words.text() for one in made.window.findChildren(FindingLine)))
        now = places(made.window)
        wrong += [
            f"after {key!r}: {one} went from {before[one].getRect()} to {now[one].getRect()}"
            for one in before.keys() & now.keys()
            if before[one] != now[one]
        ]
        if wrong:
            return wrong[:3]
    assert len(found) > 1, f"nothing was ever found in {edit.objectName()}: {found}"
    return wrong


def places(top: QWidget) -> dict[str, QRect]:
    """Where every control stands in the window."""
    return {
        one.objectName(): QRect(one.mapTo(top, QPoint(0, 0)), one.size())
        for one in controls(top)
        if not one.objectName().endswith("Preview")  # grows as its text does
    }
