"""A worker that nobody waits for: what it still does when the program ends is lost, and nothing is lost with it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any


class LostLine(Executor):
    """One job after the other, on a thread that keeps no program from ending: a service that says nothing for ten seconds must not keep a window open for so long."""

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def submit(self, call: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        """As an executor does."""
        future: Future[Any] = Future()
        self._jobs.put((future, lambda: call(*args, **options)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Begin nothing more; `wait` for what is under way."""
        if not wait or cancel_futures:
            while not self._jobs.empty():
                self._jobs.get_nowait()
        self._jobs.put(None)
        if wait:
            self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            future, call = job
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(call())
            except BaseException as error:  # noqa: BLE001 - as every executor: whoever asked is told
                future.set_exception(error)
