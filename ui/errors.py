"""What went wrong, shown to the person: a sentence for what is expected, a dialog with details for a mistake of ours."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from composer import __version__

log = logging.getLogger("incident_composer.window")


class ErrorHook(QObject):
    """Hears every error that nobody caught, on whichever thread, and tells it on the main one. The program goes on.

    Signals:
        sentence(str, str): an expected failure: what happened, and the next step (may be empty).
        crashed(str): a mistake of the program: details to copy, without secrets.
    """

    sentence = Signal(str, str)
    crashed = Signal(str)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._before = sys.excepthook, threading.excepthook

    def install(self) -> None:
        """Hear from now on."""
        sys.excepthook = self._from_python
        threading.excepthook = self._from_thread

    def remove(self) -> None:
        """Let others hear again; done when the window is gone."""
        sys.excepthook, threading.excepthook = self._before

    def tell(self, error: BaseException) -> None:
        """Tell an error that was caught; from any thread."""
        self._heard.emit(error)

    def _from_python(
        self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.tell(error.with_traceback(trace))

    def _from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.tell(arguments.exc_value)

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        from composer.domain.errors import UserFacingError

        if isinstance(error, UserFacingError):
            self.sentence.emit(error.message, error.next_step or "")
            return
        details = report(error)
        log.error("a mistake of the program itself\n%s", details)
        self.crashed.emit(details)


def report(error: BaseException) -> str:
    """Details of a mistake, to be copied into a report: versions and the traceback, secrets masked."""
    import platform  # not before the first paint

    from composer.logs import mask_secrets

    trace = "".join(traceback.format_exception(error))
    head = f"Incident Composer {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return mask_secrets(f"{head}\n\n{trace}")
