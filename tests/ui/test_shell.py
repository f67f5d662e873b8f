"""The dialogs of the window: keys, and a mistake of the program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.accessibility import nameless, unreachable
from ui.actions import ACTIONS
from ui.crash import KEPT, CrashDialog
from ui.shell.keys import KeysDialog
from ui.widgets.text import Text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    for dialog in made.findChildren(CrashDialog):
        dialog.accept()
    QApplication.processEvents()


def test_every_key_is_listed_from_the_one_table(window, qtbot):
    dialog = KeysDialog.show_for(window)
    model = dialog.table.model()
    rows = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]
    native = QKeySequence.SequenceFormat.NativeText
    assert rows == [(QKeySequence(one.keys[0]).toString(native), one.text) for one in ACTIONS if one.keys]
    assert KeysDialog.show_for(window) is dialog
    assert nameless(dialog) == []
    assert unreachable(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_no_key_does_two_things():
    keys = [key for one in ACTIONS for key in one.keys]
    assert len(keys) == len(set(keys))


def test_a_mistake_is_told_copied_and_gone_on_from(window):
    dialog = CrashDialog.tell(window, "Traceback: boom")
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert nameless(dialog) == []
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "Traceback: boom"
    assert dialog.copy.text() == "Copied"
    dialog.go_on.click()
    assert not dialog.isVisible()
    assert CrashDialog.tell(window, "another") is not dialog


def test_many_mistakes_are_one_dialog(window):
    dialogs = {id(CrashDialog.tell(window, f"mistake {number}")) for number in range(3 * KEPT)}
    assert len(dialogs) == 1
    text = window.findChildren(CrashDialog)[0].details.toPlainText()
    assert "mistake 0" in text
    assert f"mistake {KEPT}" not in text
    assert text.count("More of them") == 1


def test_labels_keep_their_height_only_while_nothing_changes(qtbot):
    label = Text("one line")
    qtbot.addWidget(label)
    one = label.heightForWidth(400)
    assert label.heightForWidth(400) == one
    label.setText("many words that do not fit " * 9)
    many = label.heightForWidth(400)
    assert many > 2 * one
    label.setContentsMargins(0, 30, 0, 0)
    assert label.heightForWidth(400) >= many + 30
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    label.setFont(font)
    assert label.heightForWidth(400) > 2 * many
