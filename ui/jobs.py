"""Work off the main thread, answers back on it: the only place of the window that knows threads."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:  # needed from the first job on, which comes after the first paint
    from concurrent.futures import Executor, Future

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]

WORKERS = {"record": 1, "send": 4, "look": 1, "load": 1}
"""The lines, and how many jobs of each run at once."""
LOST = "look"
"""The line of jobs that only look at something: nobody waits for them when the window closes."""


class JobRunner(QObject):
    """Runs calls on worker threads and hands their results to the main thread.

    There are four lines: `record` has one worker, so that what is stored is stored in the order in which it was asked for; `send` has several, for deliveries that block; `look` has one for
    what only reads elsewhere, may be slow, and is lost when the window closes; `load` has one for imports of the window's own modules, as PySide6 does not make classes on two threads at once. A call must not touch a widget. Without `failed`, an error goes to the hook of `ui.errors`.

    Signals:
        busy_changed(int): how many jobs are under way.
    """

    busy_changed = Signal(int)
    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None, *, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, Executor] = {} if executor is None else dict.fromkeys(WORKERS, executor)
        self._numbers = itertools.count()
        self._waiting: dict[int, tuple[Future[Any], Done | None, Failed | None, QObject | None]] = {}
        self._sends: set[int] = set()
        self._looks: set[int] = set()
        self._after_sends: list[tuple[set[int], Callable[[], None]]] = []
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
        future = self._line(line).submit(call)
        asked_by = owner if owner is not None else getattr(done, "__self__", None)
        self._waiting[number] = (future, done, failed, asked_by if isinstance(asked_by, QObject) else None)
        if line == "send":
            self._sends.add(number)
        elif line == LOST:
            self._looks.add(number)
        self.busy_changed.emit(len(self._waiting))
        future.add_done_callback(lambda _: self._emit(number))

    def submit_after_sends(self, call: Callable[[], Any], failed: Failed | None = None) -> None:
        """Run `call` on the `record` line once each `send` job that is under way or waits for its turn now is over; those asked for later are not waited for."""
        begin = partial(self.submit, call, None, failed)
        if self._sends:
            self._after_sends.append((set(self._sends), begin))
        else:
            begin()

    @property
    def busy(self) -> int:
        """How many jobs are under way, or have an answer that was not yet handed over."""
        return len(self._waiting)

    def ask(self, call: Callable[[], Any], *, line: str = "record") -> Any:
        """Run `call` on a worker and wait for its answer, while the window goes on being painted; raises what the call raised.

        For the few moments in which the caller itself has to know, such as closing. On the `record` line everything asked for before is stored first.
        """
        answers: list[Any] = []
        errors: list[BaseException] = []
        loop = QEventLoop()

        def done(answer: Any) -> None:
            answers.append(answer)
            loop.quit()

        def failed(error: BaseException) -> None:
            errors.append(error)
            loop.quit()

        self.submit(call, done, failed, line=line)
        if not self._closed:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if errors:
            raise errors[0]
        return answers[0] if answers else None

    def close(self, *, wait: bool = True, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Take no more jobs and, with `wait`, see those under way through; `meanwhile` is called again and again while they are waited for. Their answers are dropped.

        What is to be stored is stored; what would only be begun on the `send` line is left: it goes on with the next start.
        """
        from concurrent.futures import wait as wait_for

        self._closed = True
        under_way = [future for number, (future, *_) in self._waiting.items() if number not in self._looks]
        for name in {"send", "load"} & self._lines.keys():
            self._lines[name].shutdown(wait=False, cancel_futures=True)
        # One that was cancelled before it began is done, though `wait_for` would wait for it for ever.
        while wait and (left := [future for future in under_way if not future.done()]):
            wait_for(left, timeout=0.05)
            meanwhile()
        for name, executor in self._lines.items():
            executor.shutdown(wait=wait and name != LOST)
        self._waiting.clear()

    def _line(self, name: str) -> Executor:
        if name == LOST and name not in self._lines:
            from ui.lost_line import LostLine

            self._lines[name] = LostLine(name)
        elif name not in self._lines:
            from concurrent.futures import ThreadPoolExecutor

            self._lines[name] = ThreadPoolExecutor(WORKERS[name], thread_name_prefix=name)
        return self._lines[name]

    def _emit(self, number: int) -> None:
        if not self._closed:
            self._finished.emit(number)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        future, done, failed, owner = self._waiting.pop(number, (None, None, None, None))
        if future is None:
            return
        self._sends.discard(number)
        self._looks.discard(number)
        for pending in tuple(self._after_sends):
            pending[0].discard(number)
            if not pending[0]:
                self._after_sends.remove(pending)
                pending[1]()
        self.busy_changed.emit(len(self._waiting))
        error = future.exception()
        if error is None:
            if done is not None and (owner is None or isValid(owner)):
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
