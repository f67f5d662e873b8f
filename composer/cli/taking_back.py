"""Ctrl+C while a round is stored and held: the whole round is taken back."""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType
from typing import Self

from composer.cli.output import tell
from composer.domain.errors import UserFacingError
from composer.domain.record import Publish
from composer.services.core import Services


class TakingBack:
    """From `begin` to the end of the `with`, Ctrl+C takes the round back; where it is too late for that, it stops the program and leaves what is stored to go on later.

    Whoever is storing calls `begin` just before: in the midst of the commit nobody could say whether there is a round to be taken back, so a Ctrl+C that comes there waits
    for `stored`. Before `begin`, Ctrl+C stops the program at once.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._publish: Publish | None = None
        self._asked = threading.Event()
        self._stored = threading.Event()
        self._over = threading.Event()
        self._too_late = threading.Event()
        self._before: signal.Handlers | object = None
        self._worker = threading.Thread(target=self._take_back, name="taking back", daemon=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._worker.ident is None:
            return
        signal.signal(signal.SIGINT, self._before)  # type: ignore[arg-type]  # what signal.signal gave
        self._over.set()
        self._stored.set()
        self._asked.set()
        self._worker.join()

    def begin(self) -> None:
        """The round is about to be stored."""
        if self._worker.ident is None:
            self._before = signal.signal(signal.SIGINT, self._interrupted)
            self._worker.start()

    def stored(self, publish: Publish) -> None:
        """The round is stored, so from now on it can be taken back."""
        self.begin()
        self._publish = publish
        self._stored.set()

    def _interrupted(self, _signal: int, _frame: FrameType | None) -> None:
        # The main thread may be in the midst of a write just now, and would wait for itself: another thread takes back.
        if self._too_late.is_set():
            raise KeyboardInterrupt
        self._asked.set()

    def _take_back(self) -> None:
        self._asked.wait()
        self._stored.wait()
        if self._over.is_set() or self._publish is None:
            return
        try:
            taken = self._services.take_back(self._publish.id)
        except UserFacingError as error:
            tell(str(error))
            taken = False
        if taken:
            tell("Taken back: nothing was sent.")
        else:
            self._too_late.set()
            signal.raise_signal(signal.SIGINT)
