"""One window a home: a second start brings the first window to the front and ends.

A lock file says that there is a window, a local socket reaches it. A window that was killed leaves both behind; neither can block the next one, as the lock counts only while its process lives.
"""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QCryptographicHash, QLockFile, QObject, Signal, Slot

from composer.domain.errors import UserFacingError

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

log = logging.getLogger("incident_composer.window")

PATIENCE_S = 8.0
"""So long a second start waits for the answer of a first one, which may be starting or closing itself."""
_ANSWER = b"raised\n"
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""What lets a window come to the front where windows may not do so by themselves."""


class WindowSilentError(UserFacingError):
    """There is a window on this home, and it does not answer."""


class OnlyWindow(QObject):
    """The claim of one process to be the window of a home.

    Signals:
        wanted(): somebody started the program again; the window is to come to the front.
    """

    wanted = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
        # Qt's, as hashlib brings a library of its own that the first paint would wait for.
        digest = QCryptographicHash.hash(
            os.fsencode(home.resolve()), QCryptographicHash.Algorithm.Sha256
        ).toHex()
        place = bytes(digest.data()).decode("ascii")[:24]
        self._name = f"incident-composer-{user}-{place}"
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)  # only the death of its process ends a lock, not its age
        self._server: QLocalServer | None = None

    def take(self, patience_s: float = PATIENCE_S) -> bool:
        """Whether this process is the window; False where another one is, and has come to the front. Raises WindowSilentError where that one gives no answer."""
        until = time.monotonic() + patience_s
        while True:
            if self._lock.tryLock(0):
                return True
            if self._reached():
                return False
            # A number of a dead process may have been given to another program. Removing does nothing while the lock's owner lives.
            self._lock.removeStaleLockFile()
            if time.monotonic() > until:
                found = self._lock.getLockInfo()
                raise WindowSilentError(
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
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError as error:  # a library of the system is missing
            log.warning("second starts are not heard: %s", error)
            return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(self._name)  # a dead window's: the lock is ours
        if not server.listen(self._name):
            log.info("second starts are not heard: %s", server.errorString())
        self._server = server

    def release(self) -> None:
        """Let another process be the window."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _reached(self) -> bool:
        try:
            from PySide6.QtNetwork import QLocalSocket
        except ImportError:
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(300):
            return False
        token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
        socket.write(token.encode("utf-8", "replace") + b"\n")
        socket.waitForBytesWritten(1_000)
        answered = socket.waitForReadyRead(5_000) and bytes(socket.readAll().data()) == _ANSWER
        socket.disconnectFromServer()
        return answered

    @Slot()
    def _on_connection(self) -> None:
        server = self._server
        socket = None if server is None else server.nextPendingConnection()
        if socket is None:
            return

        def answer() -> None:
            if not socket.canReadLine():
                return
            token = bytes(socket.readLine(4_096).data()).decode("utf-8", "replace").strip()
            if token and token.isprintable():
                os.environ[_TOKENS[0]] = token
            self.wanted.emit()
            socket.write(_ANSWER)
            socket.flush()

        socket.readyRead.connect(answer)
        socket.disconnected.connect(socket.deleteLater)
        answer()


def _process(found: tuple[object, ...]) -> object:
    """The number of the process that holds a lock; PySide6 leaves the first of Qt's four answers out."""
    return found[-3] if len(found) >= 3 else "unknown"
