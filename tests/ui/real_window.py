"""The real window in a process of its own, asked and driven from a test by lines of Python; it may be killed.

`python -m tests.ui.real_window HOME` opens the window as the program does and answers each line on standard input, an expression on the names
below, with one line of JSON.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0
SEEN = "[screen(), dialogs(), text('crashDetailsEdit'), text('noticeText'), text('troubleText')]"


class RealWindow:
    """One process with a window."""

    def __init__(self, home: Path, *, ordinary: bool = False) -> None:
        command = [sys.executable, "-m", "tests.ui.real_window", str(home)]
        if ordinary:
            command = [sys.executable, "tests/as_ordinary_user.py", *command]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        self._said: list[str] = []
        self._readers = [
            threading.Thread(target=self._read, args=(self.process.stdout, self._lines.put)),
            threading.Thread(target=self._read, args=(self.process.stderr, self._said.append)),
        ]
        for reader in self._readers:
            reader.start()

    @staticmethod
    def _read(stream: Any, take: Any) -> None:
        for line in stream:
            take(line)

    def ask(self, expression: str) -> Any:
        """The value of an expression in the window's process."""
        assert self.process.stdin is not None
        self.process.stdin.write(expression.replace("\n", " ") + "\n")
        self.process.stdin.flush()
        answer = self.line()
        assert "error" not in answer, f"{expression}: {answer['error']}"
        return answer["value"]

    def line(self) -> Any:
        """The next line that the process printed."""
        try:
            return json.loads(self._lines.get(timeout=PATIENCE_S))
        except queue.Empty:
            raise AssertionError(f"the window says nothing; it said {self.errors}") from None

    def until(self, expression: str) -> Any:
        """Ask until it is so."""
        end = time.monotonic() + PATIENCE_S
        while True:
            value = self.ask(expression)
            if value:
                return value
            if time.monotonic() > end:
                seen = self.ask(SEEN)
                raise AssertionError(f"never so: {expression}; it shows {seen} and said {self.errors!r}")
            time.sleep(0.05)

    @property
    def errors(self) -> str:
        """What it printed on standard error, but for what the offscreen platform always says."""
        return "".join(line for line in self._said if "This plugin does not support" not in line)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.process.kill()
        self._wait()

    def close(self) -> int:
        """Close the window as a person does; the exit status."""
        self.ask("later(window().close)")
        return self._wait()

    def wait(self) -> int:
        """The exit status, once it ended by itself."""
        return self._wait()

    def _wait(self) -> int:
        status = self.process.wait(PATIENCE_S)
        for reader in self._readers:
            reader.join(PATIENCE_S)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                with _no_broken_pipe():
                    stream.close()
        return status


@contextmanager
def _no_broken_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        return  # it was killed while something was on its way to it


@contextmanager
def real_window(home: Path, *, ordinary: bool = False) -> Iterator[RealWindow]:
    """A window that is gone after the test, whatever becomes of it."""
    window = RealWindow(home, ordinary=ordinary)
    try:
        yield window
    finally:
        if window.process.poll() is None:
            window.kill()


# --- in the window's process ------------------------------------------------------------------------------------------


def _serve(home: str) -> int:
    from ui.workarounds import keep_singletons_alive

    keep_singletons_alive()
    from PySide6.QtCore import QObject, QTimer, Signal, Slot
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QDialog, QWidget

    from ui import app

    application = QApplication(["incident-composer"])
    made: list[app.Program] = []

    class Program(app.Program):
        def start(self) -> None:
            made.append(self)
            super().start()

    app.Program = Program  # type: ignore[misc]

    def program() -> app.Program:
        return made[0]

    def window() -> Any:
        return program().window

    def screen() -> str | None:
        return window().screen_name() if made and not window().is_arriving else None

    def find(name: str) -> Any:
        found = [one for one in application.allWidgets() if one.objectName() == name and one.isVisible()]
        return found[0] if found else None

    def text(name: str) -> str | None:
        widget: Any = find(name)
        if widget is None:
            return None
        return str(widget.toPlainText() if hasattr(widget, "toPlainText") else widget.text())

    def dialogs() -> list[str]:
        return [
            one.objectName()
            for one in application.topLevelWidgets()
            if isinstance(one, QDialog) and one.isVisible()
        ]

    def later(call: Any) -> bool:
        QTimer.singleShot(0, call)
        return True

    def click(name: str) -> bool:
        widget: Any = find(name)
        return widget is not None and later(widget.click)

    names = {
        "QTest": QTest, "QTimer": QTimer, "QWidget": QWidget, "Path": Path, "threading": threading, "time": time,
        "application": application, "program": program, "window": window, "screen": screen, "find": find, "text": text,
        "dialogs": dialogs, "later": later, "click": click, "made": made,
    }  # fmt: skip

    class Agent(QObject):
        asked = Signal(str)

        def __init__(self) -> None:
            super().__init__()
            self.asked.connect(self.answer)

        @Slot(str)
        def answer(self, expression: str) -> None:
            answer: dict[str, object]
            try:
                answer = {"value": eval(expression, names)}
            except Exception:  # noqa: BLE001 - told to the test, which fails with it
                answer = {"error": traceback.format_exc()}
            print(json.dumps(answer, default=str), flush=True)

    agent = Agent()

    def read() -> None:
        for line in sys.stdin:
            agent.asked.emit(line)

    threading.Thread(target=read, daemon=True).start()
    status = app.open_window(home)
    sys.stdout.flush()
    os._exit(status)  # the thread that reads would hold the interpreter


if __name__ == "__main__":
    _serve(sys.argv[1])
