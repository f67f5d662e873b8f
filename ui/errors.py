"""What went wrong, shown to the person: a sentence for what is expected, a dialog with details for a mistake of ours."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

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
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._qt_before: Callable[[QtMsgType, QMessageLogContext, str], None] | None = None
        self._from_log = _LoggedBugs(self)

    def install(self) -> None:
        """Hear from now on: what no slot, thread or clean-up caught, what the core logged with its traceback, and what Qt itself calls critical."""
        sys.excepthook = self._from_python
        threading.excepthook = self._from_thread
        sys.unraisablehook = self._from_clean_up
        self._qt_before = qInstallMessageHandler(self._from_qt)
        logging.getLogger("incident_composer").addHandler(self._from_log)

    def remove(self) -> None:
        """Let others hear again; done when the window is gone."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)
        logging.getLogger("incident_composer").removeHandler(self._from_log)

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

    def _from_clean_up(self, arguments: sys.UnraisableHookArgs) -> None:
        if arguments.exc_value is not None:
            self.tell(arguments.exc_value)

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Qt's own messages go into the log; a critical one is a mistake of the program."""
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            from composer.domain.errors import BugError  # not before the first paint

            self.tell(BugError(f"Qt: {message}"))
            return
        if self._qt_before is not None:
            self._qt_before(kind, context, message)
        else:
            log.info("Qt: %s", message)

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        from composer.domain.errors import UserFacingError

        if isinstance(error, UserFacingError):
            from ui import sayings

            self.sentence.emit(sayings.message_of(error), sayings.step_of(error))
            return
        details = report(error)
        log.error("a mistake of the program itself\n%s", details)
        self.crashed.emit(details)


class _LoggedBugs(logging.Handler):
    """Mistakes that the core lived through (a delivery that ended with a bug) and logged with their traceback."""

    def __init__(self, hook: ErrorHook) -> None:
        super().__init__(logging.ERROR)
        self._hook = hook

    def emit(self, record: logging.LogRecord) -> None:
        """Tell the error that was logged; the window's own lines tell what was told already."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and record.name != log.name:
            self._hook.tell(error)


def report(error: BaseException) -> str:
    """Details of a mistake, to be copied into a report: versions and the traceback, secrets masked."""
    import platform  # not before the first paint

    from composer.logs import mask_secrets

    trace = "".join(traceback.format_exception(error))
    head = f"Incident Composer {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return mask_secrets(f"{head}\n\n{trace}")
