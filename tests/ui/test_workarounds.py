"""The workarounds, and whether they are needed still."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from ui.workarounds import ENOUGH, keep_singletons_alive


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from 3.12 on these live for ever")
def test_what_qt_takes_away_is_given_beforehand() -> None:
    keep_singletons_alive()
    one = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        one.setObjectName("x")
    assert sys.getrefcount(None) > ENOUGH // 2
    assert before - sys.getrefcount(None) > 400, "PySide6 counts again: take keep_singletons_alive out"


MAKES_ALL = """
import sys
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit
application = QApplication([])
from ui.widgets.viewport import viewport_of
text, plain = QPlainTextEdit(), QListView()
assert viewport_of(text) is text.viewport() is viewport_of(text)
assert viewport_of(text).parent() is text
widgets = sys.modules["PySide6.QtWidgets"]
cheap = "QCalendarWidget" not in vars(widgets)
plain.viewport()
print(cheap, "QCalendarWidget" in vars(widgets))
"""


def test_a_viewport_is_told_without_every_class_of_widget() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MAKES_ALL],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["True", "True"], (
        f"PySide6 knows it by itself: take viewport_of out. {done.stderr}"
    )
