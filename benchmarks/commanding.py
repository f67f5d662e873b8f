"""How soon Ctrl+K is there, and shows what was typed, in the real window without a screen and with an open incident."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.keying import open_window
from benchmarks.measuring import Subject, timed
from benchmarks.rounds import declaration, practice_services

if TYPE_CHECKING:
    from ui.app import Program

OPEN_S, FOUND_S = 0.1, 0.05
"""In what time the box is to be there, and what fits a letter more to be painted."""
COMMANDS = 330
"""As many as a large program has; ours has fewer."""
_TYPED = "publi"


@contextmanager
def subjects(folder: Path) -> Iterator[list[Subject]]:
    """What is measured on the command search."""
    with practice_services(folder) as services:
        services.publish(declaration(services))
        home = services.home
    with open_window(home.root) as (program, _edit, _preview):
        palette = _Palette(program)
        try:
            yield [
                Subject("Ctrl+K to the painted box / 100 ms", lambda: (OPEN_S, palette.open()), 1.0),
                Subject("a letter to the painted commands / 50 ms", lambda: (FOUND_S, palette.type()), 1.0),
                Subject(f"the best of {COMMANDS} commands / one frame", lambda: (1 / 60, _rank()), 1.0),
            ]
        finally:
            palette.close()
            program.window.close()


class _Palette:
    """The search box, by its keys."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._count = 0

    def close(self) -> None:
        """Out of sight, as Esc does."""
        from PySide6.QtWidgets import QApplication

        palette = self._program.palette
        if palette is not None and palette.is_open:
            palette.close()
        QApplication.processEvents()

    def open(self) -> float:
        """Ctrl+K; the seconds until the list was painted. The first time, which makes it, is among them."""
        from PySide6.QtWidgets import QApplication

        self.close()

        def act() -> None:
            self._program.window.actions_by_id["search"].trigger()
            QApplication.processEvents()

        taken = timed(act)
        palette = self._program.palette
        if palette is None or not palette.is_open:
            raise RuntimeError("the search did not open")
        return taken

    def type(self) -> float:
        """One letter after `>`; the seconds until what fits was painted."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        palette = self._program.palette
        if palette is None or not palette.is_open:
            self.open()
            palette = self._program.palette
        assert palette is not None
        if self._count % len(_TYPED) == 0:
            palette.box.setText(">")
            QApplication.processEvents()
        letter = _TYPED[self._count % len(_TYPED)]
        self._count += 1

        def act() -> None:
            QTest.keyClick(palette.box, letter)  # type: ignore[call-overload]
            QApplication.processEvents()

        taken = timed(act)
        if not palette.model.rowCount():
            raise RuntimeError("nothing fits what was typed")
        return taken


def _rank() -> float:
    from ui.actions import ACTIONS
    from ui.palette.scoring import ranked

    many = [
        replace(ACTIONS[number % len(ACTIONS)], text=f"{ACTIONS[number % len(ACTIONS)].text} {number}")
        for number in range(COMMANDS)
    ]
    return timed(lambda: ranked(_TYPED, many, lambda one: one.text))
