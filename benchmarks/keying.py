"""What a key press costs until its preview is painted, and what a paste of five megabytes costs, in the real window without a screen."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import Subject, timed
from benchmarks.rounds import declaration, practice_services

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser

    from ui.app import Program

KEY_GOAL = 4.0
FRAME_S, GAP_S = 1 / 60, 0.1
"""One frame of a usual screen, and the longest that a window may stand still without a person noticing."""
PASTED = "five megabytes of words " * (5_000_000 // 24)
_RUNS = 45
_PRESSES = 200
_LETTERS = "payment errors are falling "
_MARK = "MARKOFTHEFIELD"
_WAIT_S = 20.0


@contextmanager
def subjects(folder: Path, presses: int = _PRESSES) -> Iterator[list[Subject]]:
    """What is measured on typing."""
    with practice_services(folder) as services:
        services.publish(declaration(services))
        home = services.home
    with open_window(home.root) as (program, edit, preview):
        keys = _Keys(edit, preview)
        floor = _Floor(preview, _page_of(edit, preview))
        declaring = _Declaring(program)
        try:
            yield [
                Subject(
                    "key press to painted preview / render, setHtml and paint",
                    lambda: (floor.seconds(), keys.press()),
                    KEY_GOAL,
                    runs=_RUNS,
                ),
                Subject(
                    f"p99 of {presses} key presses / one frame",
                    lambda: (FRAME_S, sorted(keys.press() for _ in range(presses))[presses * 99 // 100]),
                    1.0,
                    runs=3,
                    warm_up=0,
                ),
                Subject(
                    "longest gap at a paste of 5 MB / 100 ms",
                    lambda: (GAP_S, _longest_gap(partial(_paste, edit))),
                    1.0,
                ),
                Subject(
                    "longest gap at a paste of 5 MB while declaring / 100 ms",
                    lambda: (GAP_S, _longest_gap(partial(_paste, declaring.impact()))),
                    1.0,
                ),
                Subject(
                    "longest gap at a paste of 5 MB while declaring / in a bare field that takes as much",
                    declaring.pair,
                ),
            ]
        finally:
            floor.close()
            declaring.close()
            program.window.close()


@contextmanager
def open_window(home: Path) -> Iterator[tuple[Program, QPlainTextEdit, QTextBrowser]]:
    """The program with its incident in sight; gives it, a field, and the preview that shows the field."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.plain_imports import import_qt

    import_qt()
    from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser

    from composer.paths import open_home
    from ui.app import Program
    from ui.compose.view import ComposeView
    from ui.workarounds import keep_singletons_alive

    keep_singletons_alive()
    application = QApplication.instance() or QApplication(["benchmark", "-style", "Fusion"])
    interval = sys.getswitchinterval()
    program = Program(open_home(home))
    program.start()
    try:
        end = time.monotonic() + _WAIT_S
        while program.window.screen_name() != "compose" or program.jobs.busy:
            application.processEvents()
            if time.monotonic() > end:
                raise RuntimeError("the incident did not come into sight")
        screen = program.window.stack.currentWidget()
        if not isinstance(screen, ComposeView):
            raise RuntimeError("the incident is not in sight")
        screen.presenter.tick("slack_update", True)
        application.processEvents()
        edit = program.window.findChild(QPlainTextEdit, "summaryEdit")
        preview = program.window.findChild(QTextBrowser, "slackPreview")
        if not isinstance(edit, QPlainTextEdit) or not isinstance(preview, QTextBrowser):
            raise RuntimeError("the field or its preview is not there")
        edit.setFocus()
        yield program, edit, preview
    finally:
        sys.setswitchinterval(interval)
        program.stop()
        program.window.deleteLater()
        application.processEvents()


class _Keys:
    """Presses keys in a field, and waits until the preview was painted."""

    def __init__(self, edit: QPlainTextEdit, preview: QTextBrowser) -> None:
        self._edit, self._preview, self._count = edit, preview, 0

    def press(self) -> float:
        """One key; the seconds until the preview shows it. The field is emptied now and then, outside the measurement."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        if self._count % 120 == 0:
            self._edit.setPlainText("Card ")
            QApplication.processEvents()
        letter = _LETTERS[self._count % len(_LETTERS)]
        self._count += 1
        before = self._preview.toPlainText()

        def act() -> None:
            QTest.keyClick(self._edit, letter)  # type: ignore[call-overload]
            QApplication.processEvents()

        taken = timed(act)
        if self._preview.toPlainText() == before and letter != " ":
            raise RuntimeError("the preview does not follow the key")
        return taken


class _Floor:
    """The least: a template of Jinja's bare sandbox rendered, set as HTML in a bare browser of the same size, and painted."""

    def __init__(self, preview: QTextBrowser, page: str) -> None:
        from jinja2.sandbox import SandboxedEnvironment
        from PySide6.QtWidgets import QTextBrowser

        self._template = SandboxedEnvironment(autoescape=True).from_string(
            page.replace("{", "").replace("}", "").replace(_MARK, "{{ summary }}")
        )
        self._browser = QTextBrowser()
        self._browser.resize(preview.size())
        self._browser.show()

    def seconds(self) -> float:
        """Once."""
        from PySide6.QtWidgets import QApplication

        def act() -> None:
            self._browser.setHtml(self._template.render(summary=str(time.perf_counter())))
            QApplication.processEvents()

        return timed(act)

    def close(self) -> None:
        """Take the browser away."""
        self._browser.close()
        self._browser.deleteLater()


class _Declaring:
    """A P0 that is being declared, from the first run on: the incident's own screen is measured before."""

    def __init__(self, program: Program) -> None:
        from PySide6.QtWidgets import QPlainTextEdit

        self._program = program
        self._bare = QPlainTextEdit()
        self._impact: QPlainTextEdit | None = None

    def impact(self) -> QPlainTextEdit:
        """The field *Impact*."""
        if self._impact is None:
            self._impact = self._opened()
            self._bare.resize(self._impact.size())
            self._bare.show()
        return self._impact

    def pair(self) -> tuple[float, float]:
        """The longest gap of a bare field that takes the same text as the program's, and the program's."""
        product = _longest_gap(partial(_paste, self.impact()))
        taken = len(self.impact().toPlainText())

        def floor() -> None:
            self._bare.clear()
            self._bare.insertPlainText(PASTED[:taken])

        return _longest_gap(floor), product

    def close(self) -> None:
        """Take the bare field away."""
        self._bare.close()
        self._bare.deleteLater()

    def _opened(self) -> QPlainTextEdit:
        from PySide6.QtWidgets import QApplication, QPlainTextEdit

        from ui.declare.view import DeclareView

        self._program.go("declare")
        screen = self._program.window.stack.currentWidget()
        if not isinstance(screen, DeclareView):
            raise RuntimeError("no incident is being declared")
        screen.severities.cards[0].click()
        end = time.monotonic() + _WAIT_S
        impact = screen.findChild(QPlainTextEdit, "impactEdit")
        while not isinstance(impact, QPlainTextEdit) or not impact.isVisible() or self._program.jobs.busy:
            QApplication.processEvents()
            if time.monotonic() > end:
                raise RuntimeError("the field for the impact is not there")
            impact = screen.findChild(QPlainTextEdit, "impactEdit")
        impact.setFocus()
        return impact


def _page_of(edit: QPlainTextEdit, preview: QTextBrowser) -> str:
    """The very page that the program sets in its preview, with a mark for what was typed."""
    from PySide6.QtWidgets import QApplication

    pages: list[str] = []
    show = preview.show_page  # type: ignore[attr-defined]
    preview.show_page = lambda page: (pages.append(page), show(page))  # type: ignore[attr-defined]
    edit.setPlainText(_MARK)
    QApplication.processEvents()
    preview.show_page = show  # type: ignore[attr-defined]
    if not pages or _MARK not in pages[-1]:
        raise RuntimeError("the preview does not show the field")
    return pages[-1]


def _paste(edit: QPlainTextEdit) -> None:
    from PySide6.QtCore import QMimeData

    source = QMimeData()
    source.setText(PASTED)
    edit.clear()
    edit.insertFromMimeData(source)


def _longest_gap(act: object) -> float:
    """The longest time in which the window had no turn, from the act until it has come to rest."""
    from PySide6.QtWidgets import QApplication

    end, longest = time.perf_counter() + 0.3, timed(act)  # type: ignore[arg-type]
    while time.perf_counter() < end:
        longest = max(longest, timed(QApplication.processEvents))
    return longest
