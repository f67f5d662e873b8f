"""The whole window in the test's own process, on a home of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from composer.paths import HomePaths
from ui.app import Program


@contextmanager
def program_on(qtbot: Any, home: HomePaths, *, settled: bool = True) -> Iterator[Program]:
    """The program, with its first screen in sight and (`settled`) nothing under way; gone after the test, with the look as it was."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    palette, style = QPalette(application.palette()), application.style().objectName()
    program = Program(home)
    crashes: list[str] = []
    program.errors.crashed.connect(crashes.append)
    program.window.show()
    soon(qtbot, lambda: program.window.screen_name() is not None)
    program.window.activateWindow()
    soon(qtbot, program.window.isActiveWindow)
    if settled:
        idle(qtbot, program)
    try:
        yield program
    finally:
        program.window.hide()
        program.stop()
        program.window.deleteLater()
        program.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.setStyle(style)
        application.setPalette(palette)
    assert not crashes, "\n".join(crashes)


def soon(qtbot: Any, check: Callable[[], bool]) -> None:
    """Wait until something is so."""
    qtbot.waitUntil(check, timeout=20_000)


def idle(qtbot: Any, program: Program) -> None:
    """Wait until nothing is under way."""
    soon(qtbot, lambda: program.jobs.busy == 0)
    QApplication.processEvents()
    soon(qtbot, lambda: program.jobs.busy == 0)
