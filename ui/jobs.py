"""Work off the main thread, answers back on it: the only place of the window that knows threads."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

log = logging.getLogger("incident_composer.jobs")

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


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
        self._lines: dict[str, Executor] = {
            "record": executor or ThreadPoolExecutor(1, thread_name_prefix="record"),
            "send": executor or ThreadPoolExecutor(4, thread_name_prefix="send"),
        }
        self._numbers = itertools.count()
        self._waiting: dict[int, tuple[Future[Any], Done | None, Failed | None, QObject | None]] = {}
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
        owner: QObject | None = None,
    ) -> None:
        """Run `call` on a worker of that line; `done` or `failed` is called on the main thread.

        `owner` is whose answer it is; left out, the object whose method `done` is. An answer that comes after its owner was dropped is dropped too.
        """
        if self._closed:
            return
        number = next(self._numbers)
        future = self._lines[line].submit(call)
        asked_by = owner if owner is not None else getattr(done, "__self__", None)
        self._waiting[number] = (future, done, failed, asked_by if isinstance(asked_by, QObject) else None)
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

    def _emit(self, number: int) -> None:
        if not self._closed:
            self._finished.emit(number)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        future, done, failed, owner = self._waiting.pop(number, (None, None, None, None))
        if future is None:
            return
        self.busy_changed.emit(len(self._waiting))
        error = future.exception()
        if error is None:
            if done is not None and (owner is None or isValid(owner)):
                done(future.result())
        elif failed is not None:
            failed(error)
        else:
            raise error
