"""The real window on a home of its own, as `ui.app` wires it, and somebody who has nothing but a keyboard."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from composer.paths import HomePaths
from ui.app import Program
from ui.workarounds import keep_singletons_alive

keep_singletons_alive()

Answer = TypeVar("Answer")
WAIT_MS = 30_000
NO, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@contextmanager
def real_window(qtbot: QtBot, home: HomePaths, *, hold_s: float | None = None) -> Iterator[Program]:
    """The window, opened and settled. Nothing that goes wrong in it stays unnoticed."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    palette = application.palette()
    program = Program(home)
    crashes: list[str] = []
    manager = _WindowManager(program.window)
    application.installEventFilter(manager)
    program.errors.crashed.connect(crashes.append)
    program.window.resize(1_280, 820)
    program.start()
    program.window.activateWindow()
    try:
        qtbot.waitUntil(
            lambda: program.session.is_open and program.window.screen_name() is not None, timeout=WAIT_MS
        )
        settle(qtbot, program)
        if hold_s is not None:
            services = program.session.services
            services.settings = services.settings._replace(hold_s=hold_s)
        yield program
    finally:
        program.window.hide()
        qtbot.waitUntil(lambda: program.jobs.busy == 0, timeout=WAIT_MS)
        program.stop()
        program.window.deleteLater()
        program.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.setPalette(palette)
        application.removeEventFilter(manager)
    assert not crashes, "\n".join(crashes)
    assert not manager.seen, f"flashed up as windows of their own: {manager.seen}"


class _WindowManager(QObject):
    """Gives the focus back when a dialog goes, as the offscreen platform has nobody else to do it.

    And it sees widgets that were shown before they had a parent: each flashes up as a window of its own, and takes the focus away.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Hide
            and isinstance(watched, QDialog | QMenu)
            and self._window.isVisible()
        ):
            QTimer.singleShot(0, self._window, self._window.activateWindow)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            meant = (QMainWindow, QDialog, QMenu)
            if not isinstance(watched, meant) and watched.windowType() is Qt.WindowType.Window:
                self.seen.append(f"{type(watched).__name__} {watched.objectName()!r}")
        return False


def settle(qtbot: QtBot, program: Program) -> None:
    """Wait until nothing is under way and every answer was shown."""
    for _ in range(3):
        qtbot.waitUntil(lambda: program.jobs.busy == 0, timeout=WAIT_MS)
        QApplication.processEvents()


class Typist(QObject):
    """Presses keys, one after the other, where the focus is; never a mouse, never a focus set by the test.

    What is typed is a script on a thread of its own, as a menu or a dialog holds up whoever opened it; every key goes through the window's event loop. `presses` counts every
    key but the letters that are typed into fields, and the Tabs that lead from one to the next.
    """

    _wanted = Signal(object)
    _failed = Signal()

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.presses: list[str] = []
        self._wanted.connect(self._on_wanted, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    def perform(self, script: Callable[[], object]) -> None:
        """Run a script; what goes wrong in it, goes wrong here."""

        def carefully() -> None:
            try:
                script()
            except BaseException:
                self._failed.emit()
                raise

        with ThreadPoolExecutor(1, thread_name_prefix="typist") as hands:
            future = hands.submit(carefully)
            self._qtbot.waitUntil(future.done, timeout=3 * WAIT_MS)
            future.result()

    @Slot()
    def _on_failed(self) -> None:
        """Nobody will answer what is asked now, and whoever asked waits for the answer."""
        for _ in range(9):
            left = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if left is None:
                return
            left.close()

    # --- for scripts --------------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO, *, times: int = 1) -> None:
        """Press a key, and let the window answer."""
        for _ in range(times):
            self.presses.append(f"{modifiers.name} {key.name}".replace("NoModifier ", ""))
            self._do(lambda: QTest.keyClick(_target(), key, modifiers))

    @contextmanager
    def typing(self) -> Iterator[None]:
        """What is pressed here belongs to typing a fact: a choice from a list."""
        before = list(self.presses)
        yield
        self.presses = before

    def tab(self, *, times: int = 1, back: bool = False) -> None:
        """On to the next field; it belongs to typing."""
        key, modifiers = (Qt.Key.Key_Backtab, SHIFT) if back else (Qt.Key.Key_Tab, NO)
        for _ in range(times):
            self._do(lambda: QTest.keyClick(_target(), key, modifiers))

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Go on with Tab until the widget of that object name has the focus."""
        start = self.focused()
        for _ in range(120):
            if self.focused() == name:
                return
            self.tab(back=back)
        raise AssertionError(f"Tab never came from {start} to {name}")

    def write(self, text: str) -> None:
        """Type a text into what has the focus."""
        self._do(lambda: QTest.keyClicks(_target(), text))

    def fill(self, **fields: str) -> None:
        """Go with Tab to each of these inputs, and type what is to stand in it. Keys are object names."""
        for name, text in fields.items():
            self.tab_to(name)
            if name.endswith("Edit"):  # what stands there makes room; a choice takes the letters as they come
                with self.typing():
                    self.press(Qt.Key.Key_A, CTRL)
            self.write(text)

    def focused(self) -> str:
        """The object name of what has the focus."""
        return self.ask(focus_name)

    def until(self, check: Callable[[], bool]) -> None:
        """Wait for the window."""
        end = time.monotonic() + WAIT_MS / 1_000
        while not self.ask(check):
            if time.monotonic() > end:
                where = self.ask(
                    lambda: f"the focus is in {focus_name()!r}, the window is {QApplication.activeWindow()!r}"
                )
                raise AssertionError(
                    f"the window never came so far: {inspect.getsource(check).strip()}; {where}"
                )
            time.sleep(0.01)

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """Ask the window something."""
        answer: Future[Answer] = Future()

        def run() -> None:
            try:
                answer.set_result(question())
            except BaseException as error:  # noqa: BLE001 - it is raised where the script asked
                answer.set_exception(error)

        self._wanted.emit(run)
        return answer.result(timeout=WAIT_MS / 1_000)

    def _do(self, act: Callable[[], object]) -> None:
        """Act in the event loop. Back once it goes on: after the act, or within a menu or dialog that the act has opened."""
        wrong: list[BaseException] = []

        def run() -> None:
            try:
                act()
            except AssertionError as error:
                wrong.append(error)

        self._wanted.emit(run)
        self.ask(lambda: None)
        if wrong:
            raise wrong[0]

    @Slot(object)
    def _on_wanted(self, call: Callable[[], object]) -> None:
        call()


def focus_name() -> str:
    """The object name of what has the focus, asked on the main thread; empty while a dialog comes or goes."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def _target() -> QWidget:
    """Where a key of the keyboard goes now."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None, "no widget has the focus"
    return target
