"""One window a home: a second start brings the first window to the front and ends.

A lock file says that there is a window, a local socket reaches it. A window that was killed leaves both behind; neither can block the next one, as the lock counts only while its process lives.
"""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from ui.door import Door

log = logging.getLogger("incident_composer.window")

PATIENCE_S = 8.0
"""So long a second start waits for the answer of a first one, which may be starting or closing itself."""
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""What lets a window come to the front where windows may not do so by themselves."""


class OnlyWindow(QObject):
    """The claim of one process to be the window of a home.

    Signals:
        wanted(): somebody started the program again; the window is to come to the front.
    """

    wanted = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)  # only the death of its process ends a lock, not its age
        self._server: Door | None = None

    def take(self, patience_s: float = PATIENCE_S) -> bool:
        """Whether this process is the window; False where another one is, and has come to the front. Raises UserFacingError where that one gives no answer."""
        until = time.monotonic() + patience_s
        while True:
            if self._lock.tryLock(0):
                return True
            if self._reached():
                return False
            # A number of a dead process may have been given to another program. Removing does nothing while the lock's owner lives.
            self._lock.removeStaleLockFile()
            if time.monotonic() > until:
                from composer.domain.errors import UserFacingError  # not before the first paint

                found = self._lock.getLockInfo()
                raise UserFacingError(
                    QCoreApplication.translate(
                        "",
                        "A window on {home} is open already (process {process}), and it does not answer.",
                    ).format(home=self._home, process=_process(found)),
                    next_step=QCoreApplication.translate(
                        "", "Close that window, or end its process, and start again."
                    ),
                )
            time.sleep(0.05)

    def listen(self) -> None:
        """Hear of second starts from now on. Where that can't be had, the window works all the same."""
        from ui.door import DoorError, open_door  # not before the first paint

        try:
            self._server = open_door(self._name(), self._on_knock, self)
        except DoorError as error:
            log.info("second starts are not heard: %s", error)

    def release(self) -> None:
        """Let another process be the window."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _reached(self) -> bool:
        from ui.door import knock

        return knock(self._name(), next((os.environ[name] for name in _TOKENS if os.environ.get(name)), ""))

    def _name(self) -> str:
        """Another one for each person and home, however the home is named."""
        from hashlib import sha256  # brings a library of its own, which the first paint need not wait for

        user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
        return f"incident-composer-{user}-{sha256(os.fsencode(self._home.resolve())).hexdigest()[:24]}"

    def _on_knock(self, token: str) -> None:
        token = token.strip()
        if token and token.isprintable():
            os.environ[_TOKENS[0]] = token
        self.wanted.emit()


def _process(found: tuple[object, ...]) -> object:
    """The number of the process that holds a lock; PySide6 leaves the first of Qt's four answers out."""
    return found[-3] if len(found) >= 3 else "unknown"
