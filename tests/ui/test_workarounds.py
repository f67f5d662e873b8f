"""The workarounds, and whether they are needed still."""

from __future__ import annotations

import sys

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
