"""A window in a process of its own, for whatever is measured from outside: `python -m benchmarks.window_child WHAT [HOME] [SECONDS]`.

Prints one line: when the thing had happened (by the clock that all processes share) and the resident memory in bytes; for `idle` the seconds of the
processor, for `gap` and `screens` seconds, for `screens` with the name of what took longest behind them. Nothing may be imported here that the program does not import itself.
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from pathlib import Path

SIZE = (1_280, 820)


def main(what: str, *rest: str) -> None:
    """Do one of the things."""
    things = (bare, everything, paint, ready, idle, gap, screens)
    {thing.__name__: thing for thing in things}[what](*rest)


def bare() -> None:
    """The floor: a window of Qt with nothing in it, painted once."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, application.quit)

    application = QApplication(["bare"])
    window = Window()
    window.resize(*SIZE)
    window.show()
    application.exec()
    tell()


def everything() -> None:
    """The floor of being ready: every library that the program is made of is imported, and a window painted."""
    import alembic  # noqa: F401
    import filelock  # noqa: F401
    import httpx  # noqa: F401
    import jinja2.sandbox
    import keyring
    import pydantic  # noqa: F401
    import slugify  # noqa: F401
    import sqlalchemy.orm  # noqa: F401

    keyring.get_keyring()
    jinja2.sandbox.SandboxedEnvironment()
    bare()


def paint(home: str) -> None:
    """The program, until its window was painted for the first time."""
    from ui.__main__ import start

    prepare()
    from PySide6.QtCore import QTimer

    from ui.shell.window import MainWindow

    before, told = MainWindow.paintEvent, []

    def painted(self: MainWindow, event: object) -> None:
        if not told:
            told.append(event)
            QTimer.singleShot(0, lambda: (tell(), leave()))
        before(self, event)  # type: ignore[arg-type]

    MainWindow.paintEvent = painted  # type: ignore[method-assign,assignment]
    start(["--home", home])


def ready(home: str) -> None:
    """The program, until the open incident is shown and can be published."""
    run(home, lambda program: (tell(), leave()))


def idle(home: str, seconds: str) -> None:
    """The program, left alone for some seconds once it is ready and has come to rest."""
    from functools import partial

    def measure(program: object) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(3_000, begin)

    def begin() -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(round(float(seconds) * 1_000), partial(end, time.process_time()))

    def end(began: float) -> None:
        print(time.process_time() - began, flush=True)
        leave()

    run(home, measure)


def gap(home: str) -> None:
    """The program, until its first screen was made, shown and has come to rest: the longest time in which the window had no turn after its first paint."""
    turns: list[float] = []

    def begin(program: object) -> None:
        from PySide6.QtCore import Qt, QTimer

        timer = QTimer(program, interval=2)  # type: ignore[call-overload]
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: turns.append(time.perf_counter()))
        timer.start()
        turns.append(time.perf_counter())

    def end(program: object) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(500, say)

    def say() -> None:
        print(max(later - one for one, later in pairwise(turns)), flush=True)
        leave()

    run(home, end, painted=begin)


SCREENS = (
    "declare", "history", "templates", "postmortem", "settings", "connections", "plan", "correction", "takeover",
    "compose", "compose", "declare",
)  # fmt: skip
"""In this order each comes into sight; the second time *compose* is another incident's."""
REST_S = 0.4


def screens(home: str) -> None:
    """The program, once it has come to rest: the longest time in which the window had no turn while one screen after the other came into sight, most for the first time."""
    turns: list[float] = []
    found: list[tuple[float, str]] = []
    begun: list[bool] = []

    def begin(program: ui.app.Program) -> None:  # type: ignore[name-defined] # noqa: F821 - not before the window
        from PySide6.QtCore import Qt, QTimer

        if begun:
            return  # every screen that comes into sight calls this
        begun.append(True)
        timer = QTimer(program, interval=2)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: turns.append(time.perf_counter()))
        timer.start()
        overview = program.session.overview
        ids = [one.incident.id for one in overview.open] if overview is not None else []
        left = list(SCREENS)

        def step() -> None:
            if len(turns) > 1 and len(left) < len(SCREENS):
                name = SCREENS[len(SCREENS) - len(left) - 1]
                found.append((max(later - one for one, later in pairwise(turns)), name))
            if not left:
                worst, name = max(found)
                print(worst, file=sys.stdout, flush=True)
                print(*(f"{name} {taken * 1_000:.0f} ms" for taken, name in found), sep=", ", file=sys.stderr)
                leave()
                return
            name = left.pop(0)
            argument = ids[len(left) % len(ids)] if name in ("compose", "postmortem", "correction") else None
            turns.clear()
            turns.append(time.perf_counter())
            program.go(name, argument)
            QTimer.singleShot(round(REST_S * 1_000), step)

        QTimer.singleShot(2_000, step)

    run(home, begin)


def run(home: str, then: object, painted: object = None) -> None:
    """Open the program and call something once, when the first screen came into sight filled, and something when the window was painted."""
    from ui.__main__ import start

    prepare()
    from PySide6.QtCore import QTimer

    import ui.app

    before = ui.app.Program.start

    def started(program: ui.app.Program) -> None:
        before(program)
        if painted is not None:
            program.window.painted.connect(lambda: painted(program))  # type: ignore[operator]
        program.window.shown.connect(lambda: QTimer.singleShot(0, lambda: then(program)))  # type: ignore[operator]

    ui.app.Program.start = started  # type: ignore[method-assign]
    start(["--home", home])


def prepare() -> None:
    """What `start` does before it imports the window, so that the window can be watched."""
    import gc

    from ui.plain_imports import import_qt

    gc.disable()
    import_qt()


def tell() -> None:
    """Say when it is, and how much memory is taken."""
    now = time.perf_counter()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    print(now, pages * 4_096, flush=True)


def leave() -> None:
    """Close the window as its person does."""
    from PySide6.QtWidgets import QApplication

    for window in QApplication.topLevelWidgets():
        window.close()
    QApplication.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
