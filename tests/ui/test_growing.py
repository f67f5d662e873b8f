"""A text that grows a line while one types: what is above and beside it stays where it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.compose_home import desk, home_with_incident


def test_the_field_that_one_types_in_stays_where_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id) as made:
        made.view.presenter.set_phase("identified")
        QApplication.processEvents()
        for name in ("actionsTakenEdit", "nextStepsEdit"):
            edit = made.window.findChild(QPlainTextEdit, name)
            assert isinstance(edit, QPlainTextEdit)
            edit.setFocus()
            for _ in range(3):
                QApplication.processEvents()
            tops, heights = set(), set()
            for letter in "We roll back the last two regions, and so " * 2:
                QTest.keyClick(edit, letter)  # type: ignore[call-overload]
                QApplication.processEvents()
                tops.add(edit.mapTo(made.window, QPoint(0, 0)).y())
                heights.add(edit.height())
            assert len(heights) > 1, "it did not grow"
            assert len(tops) == 1, f"{name} jumped: {sorted(tops)}"
