"""Work off the main thread, answers back on it: the only place of the window that knows threads."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:  # needed from the first job on, which comes after the first paint
    from concurrent.futures import Executor, Future

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]

WORKERS = {"record": 1, "send": 4}
"""The lines, and how many jobs of each run at once."""


class JobRunner(QObject):
    """Runs calls on worker threads and hands their results to the main thread.

    There are two lines: `record` has one worker, so that what is stored is stored in the order in which it was asked for; `send` has several, for deliveries that block. A
    call must not touch a widget. Without `failed`, an error goes to the hook of `ui.errors`.

    Signals:
        busy_changed(int): how many jobs are under way.
    """

    busy_changed = Signal(int)
    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None, *, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, Executor] = {} if executor is None else dict.fromkeys(WORKERS, executor)
        self._numbers = itertools.count()
        self._waiting: dict[int, tuple[Future[Any], Done | None, Failed | None]] = {}
        self._closed = False
        # Queued, so that also an answer that is there at once comes after the caller has gone on.
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        call: Callable[[], Any],
        done: Done | None = None,
        failed: Failed | None = None,
        *,
        line: str = "record",
    ) -> None:
        """Run `call` on a worker of that line; `done` or `failed` is called on the main thread."""
        if self._closed:
            return
        number = next(self._numbers)
        future = self._line(line).submit(call)
        self._waiting[number] = (future, done, failed)
        self.busy_changed.emit(len(self._waiting))
        future.add_done_callback(lambda _: self._emit(number))

    @property
    def busy(self) -> int:
        """How many jobs are under way, or have an answer that was not yet handed over."""
        return len(self._waiting)

    def close(self, *, wait: bool = True) -> None:
        """Take no more jobs and, with `wait`, see those under way through. Their answers are dropped."""
        self._closed = True
        for executor in set(self._lines.values()):
            executor.shutdown(wait=wait)
        self._waiting.clear()

    def _line(self, name: str) -> Executor:
        if name not in self._lines:
            from concurrent.futures import ThreadPoolExecutor

            self._lines[name] = ThreadPoolExecutor(WORKERS[name], thread_name_prefix=name)
        return self._lines[name]

    def _emit(self, number: int) -> None:
        if not self._closed:
            self._finished.emit(number)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        future, done, failed = self._waiting.pop(number, (None, None, None))
        if future is None:
            return
        self.busy_changed.emit(len(self._waiting))
        error = future.exception()
        if error is None:
            if done is not None:
                done(future.result())
        elif failed is not None:
            failed(error)
        else:
            raise error


class Newest:
    """The number of the newest request of a kind, for calls that look from their thread whether they are still wanted.

    A call holds this and never the object that asked: a worker that lets go of a QObject last destroys it, with its timers, on the wrong thread.
    """

    def __init__(self) -> None:
        self.number = 0
