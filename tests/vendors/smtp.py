"""A mail server with a memory: it accepts, refuses, breaks off and falls silent where a test says so."""

from __future__ import annotations

import base64
import re
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable
from email import message_from_bytes, policy
from typing import Any, Self

from tests.vendors.server import Ledger

PASSWORD = "canary-smtp-password"

Script = Callable[[str], str | None]
"""Given a recipient's address: what to do instead, or None.

What it says is said, but for `close`, `reset`, `silence`, `drip` (a byte at a time) and `endless` (an answer without an end), which do that. After the
final dot `kept+` before any of them says that the mail was accepted.
"""


class SmtpServer:
    """The fake server. `at_greeting`, `at_starttls`, `at_rcpt`, `at_data` (before the mail) and `at_end` (after its final dot) are scripts."""

    def __init__(
        self,
        *,
        tls: ssl.SSLContext | None = None,
        auth: bool = False,
        starttls: bool = True,
        ledger: Ledger | None = None,
    ) -> None:
        self.ledger = ledger or Ledger()
        self.tls = tls
        self.auth = auth
        self.password = PASSWORD
        self.starttls = starttls and tls is not None
        self.limit = 10_000_000
        self.connections = 0
        self.heard: list[bytes] = []
        self.at_greeting: Script = lambda address: None
        self.at_starttls: Script = lambda address: None
        self.at_mail: Script = lambda address: None
        self.at_rcpt: Script = lambda address: None
        self.at_data: Script = lambda address: None
        self.at_end: Script = lambda address: None
        self.over = threading.Event()
        service = self

        class Handler(_Session):
            server_of_ours = service

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def readers(self) -> list[str]:
        """To whom mail was accepted, in order."""
        return [one["to"] for one in self.ledger.of("mail")]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what many tests are about."""


class _Session(socketserver.StreamRequestHandler):
    server_of_ours: SmtpServer
    timeout = 5

    def handle(self) -> None:
        ours = self.server_of_ours
        ours.connections += 1
        secure, known = False, not ours.auth
        reader = ""
        told = ours.at_greeting("")
        if not self._does(told or "220 localhost ready"):
            return
        while line := self.rfile.readline():
            ours.heard.append(line)
            verb, _, rest = line.decode("ascii", "replace").strip().partition(" ")
            match verb.upper():
                case "EHLO":
                    words = ["localhost", f"SIZE {ours.limit}"]
                    words += ["STARTTLS"] if ours.starttls and not secure else []
                    words += ["AUTH PLAIN"] if ours.auth and (secure or ours.tls is None) else []
                    for number, word in enumerate(words):
                        self._say(f"250{' ' if number == len(words) - 1 else '-'}{word}")
                case "STARTTLS":
                    assert ours.tls is not None
                    told = ours.at_starttls("")
                    if told is not None:
                        if not self._does(told):
                            return
                        continue
                    self._say("220 go ahead")
                    self.connection = ours.tls.wrap_socket(self.connection, server_side=True)
                    self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
                    secure = True
                case "AUTH":
                    given = base64.b64decode(rest.split()[-1]).decode().split("\0")[-1]
                    known = given == ours.password
                    self._say("235 welcome" if known else "535 5.7.8 wrong password")
                case "MAIL":
                    size = re.search(r"size=(\d+)", rest, re.IGNORECASE)
                    told = ours.at_mail(_address(rest))
                    if told is not None:
                        self._say(told)
                    elif size is not None and int(size[1]) > ours.limit:
                        self._say("552 5.3.4 too big")
                    else:
                        self._say("250 ok" if known else "530 5.7.0 who are you")
                case "RCPT":
                    reader = _address(rest)
                    if not self._does(ours.at_rcpt(reader) or "250 ok"):
                        return
                case "DATA":
                    told = ours.at_data(reader)
                    if told is not None:
                        if not self._does(told):
                            return
                        continue
                    self._say("354 go on")
                    if not self._take(reader):
                        return
                case "RSET":
                    self._say("250 ok")
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("500 what")

    def finish(self) -> None:
        super().finish()
        self.connection.close()  # where it was encrypted on the way, it is no longer the one that came in

    def _take(self, reader: str) -> bool:
        """One mail; false where the line is closed."""
        ours = self.server_of_ours
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            ours.heard.append(line)
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        told = ours.at_end(reader)
        if told is None or told.startswith("kept"):
            mail = message_from_bytes(b"".join(lines), policy=policy.default)
            ours.ledger.accept(
                "mail", to=reader, message_id=str(mail["Message-ID"]), raw=b"".join(lines).decode()
            )
        return self._does((told or "250 2.0.0 queued").removeprefix("kept+"))

    def _does(self, told: str) -> bool:
        """Do what a script says; false where the line is closed by it."""
        over = self.server_of_ours.over
        match told:
            case "close":
                return False
            case "reset":
                now = b"\x01\x00\x00\x00\x00\x00\x00\x00"
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, now)
                return False
            case "silence":
                over.wait(10)
                return False
            case "drip":
                while not over.wait(0.05):
                    self.wfile.write(b"2")
                return False
            case "endless":
                while not over.is_set():
                    self.wfile.write(b"250-and more\r\n" * 1000)
                return False
        self._say(told)
        return True

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


def _address(rest: str) -> str:
    return rest.partition("<")[2].partition(">")[0]
