"""Garbage is collected on the main thread alone while there is a window."""

from __future__ import annotations

import gc
import weakref

from pytestqt.qtbot import QtBot

from ui.garbage import MainThreadGarbage


class Circle:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_python_collects_nothing_by_itself_and_the_timer_does(qtbot: QtBot) -> None:
    garbage = MainThreadGarbage()
    assert not gc.isenabled()
    kept = [Circle() for _ in range(3_000)]
    seen = weakref.ref(kept[0])
    kept.clear()
    qtbot.waitUntil(lambda: seen() is None, timeout=10_000)
    garbage.stop()
    assert gc.isenabled()
    gc.disable()


def test_what_was_made_until_the_first_screen_is_not_gone_through_again(qtbot: QtBot) -> None:
    garbage = MainThreadGarbage()
    made = [Circle() for _ in range(3_000)]
    before = gc.get_freeze_count()
    garbage.settle()
    garbage.settle()
    assert gc.get_freeze_count() - before > 3_000
    seen = weakref.ref(made[0])
    made.clear()
    gc.collect()
    assert seen() is not None
    garbage.stop()  # given back, so that nothing of one window outlives it
    assert seen() is None
    assert gc.get_freeze_count() == 0
