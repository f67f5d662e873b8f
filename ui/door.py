"""The door of a window: a second start knocks there, and the window comes to the front.

A Unix socket and Qt's own notifier of files are all that it takes on Linux and macOS. Windows has no such sockets in Python; there it is Qt's local socket, for which a
library of 3 MiB is loaded. Who knocks says one line, the token that lets a window come to the front where windows may not do so by themselves, and hears `ANSWER`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSocketNotifier, Slot

if TYPE_CHECKING:  # the first paint needs no socket
    import socket

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER = b"raised\n"
LONGEST = 4_096
"""The most bytes that somebody who knocks may say."""
AT_ONCE = 16
"""So many may stand at the door at once; more are sent away."""
REACH_S, WAIT_S = 0.3, 5.0

Heard = Callable[[str], None]
"""Is told what somebody who knocks said."""


class Door(Protocol):
    """An open door."""

    def close(self) -> None:
        """Hear nobody any more. Closing it twice is no mistake."""
        ...


class DoorError(Exception):
    """There can be no door here; the window works all the same. Says why."""


def open_door(name: str, heard: Heard, parent: QObject) -> Door:
    """A door under that name, in place of one that a dead window left. Only who holds the lock of the home may open it. Raises DoorError."""
    return _QtDoor(name, heard, parent) if sys.platform == "win32" else _UnixDoor(name, heard, parent)


def knock(name: str, token: str) -> bool:
    """Whether somebody opened, and came to the front. Takes a few seconds at most."""
    words = token.encode("utf-8", "replace")[: LONGEST - 1] + b"\n"
    return _knock_with_qt(name, words) if sys.platform == "win32" else _knock(name, words)


class _UnixDoor(QObject):
    """A socket in the folder for temporary files, which only its owner may use."""

    def __init__(self, name: str, heard: Heard, parent: QObject) -> None:
        import socket

        super().__init__(parent)
        self._heard = heard
        self._guests: dict[socket.socket, tuple[QSocketNotifier, bytes]] = {}
        self._path = _path(name)
        self._socket: socket.socket | None = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._path.unlink(missing_ok=True)
            self._socket.bind(str(self._path))
            self._path.chmod(0o600)  # before it listens, so nobody else was ever let in
            self._socket.listen(AT_ONCE)
            self._socket.setblocking(False)
        except OSError as trouble:
            self._socket.close()
            raise DoorError(trouble.strerror or str(trouble)) from trouble
        self._bell = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._on_bell)

    def close(self) -> None:
        """Close the door, and leave nothing lying there."""
        if self._socket is None:
            return
        self._bell.setEnabled(False)
        for guest in list(self._guests):
            self._see_off(guest)
        self._path.unlink(missing_ok=True)
        self._socket.close()
        self._socket = None

    @Slot()
    def _on_bell(self) -> None:
        try:
            guest = self._socket.accept()[0] if self._socket is not None else None
        except OSError:  # gone again
            return
        if guest is None or len(self._guests) >= AT_ONCE:
            if guest is not None:
                guest.close()
            return
        guest.setblocking(False)
        notifier = QSocketNotifier(guest.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda *_: self._listen_to(guest))
        self._guests[guest] = notifier, b""

    def _listen_to(self, guest: socket.socket) -> None:
        if guest not in self._guests:
            return
        notifier, before = self._guests[guest]
        try:
            more = guest.recv(LONGEST)
        except BlockingIOError:
            return
        except OSError:
            more = b""
        said = before + more
        if b"\n" in said:
            self._heard(said.split(b"\n")[0].decode("utf-8", "replace"))
            with suppress(OSError):  # gone again; it was heard all the same
                guest.send(ANSWER)
        elif more and len(said) < LONGEST:
            self._guests[guest] = notifier, said
            return
        self._see_off(guest)

    def _see_off(self, guest: socket.socket) -> None:
        notifier, _ = self._guests.pop(guest)
        notifier.setEnabled(False)
        notifier.deleteLater()
        guest.close()


def _path(name: str) -> Path:
    return Path(tempfile.gettempdir(), name)


def _knock(name: str, words: bytes) -> bool:
    import socket

    path = _path(name)
    try:
        if path.lstat().st_uid != os.getuid():
            return False  # somebody else's, who would hear our token
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
            door.settimeout(REACH_S)
            door.connect(str(path))
            door.sendall(words)
            door.settimeout(WAIT_S)
            answer = b""
            while len(answer) < len(ANSWER) and (more := door.recv(len(ANSWER))):
                answer += more
    except OSError:
        return False
    return answer == ANSWER


class _QtDoor(QObject):
    """Qt's local socket, for Windows."""

    def __init__(self, name: str, heard: Heard, parent: QObject) -> None:
        super().__init__(parent)
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError as error:
            raise DoorError(str(error)) from error
        self._heard = heard
        self._server: QLocalServer = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            raise DoorError(self._server.errorString())

    def close(self) -> None:
        """Close the door."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        guest: QLocalSocket | None = self._server.nextPendingConnection()
        if guest is None:
            return

        def listen() -> None:
            if guest.canReadLine():
                said = bytes(guest.readLine(LONGEST).data()).decode("utf-8", "replace").rstrip("\n")
                self._heard(said)
                guest.write(ANSWER)
                guest.flush()

        guest.readyRead.connect(listen)
        guest.disconnected.connect(guest.deleteLater)
        listen()


def _knock_with_qt(name: str, words: bytes) -> bool:
    try:
        from PySide6.QtNetwork import QLocalSocket
    except ImportError:
        return False
    door = QLocalSocket()
    door.connectToServer(name)
    if not door.waitForConnected(round(1_000 * REACH_S)):
        return False
    door.write(words)
    door.waitForBytesWritten(1_000)
    answered = door.waitForReadyRead(round(1_000 * WAIT_S)) and bytes(door.readAll().data()) == ANSWER
    door.disconnectFromServer()
    return answered
