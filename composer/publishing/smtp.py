"""The only way out over SMTP.

Connections go through the wall; encryption is required everywhere but on this computer, and never falls back. The on-wire mark is set after the server
said go ahead and before the mail's first byte.
"""

from __future__ import annotations

import io
import re
import smtplib
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

from composer.domain.errors import UserFacingError
from composer.domain.sayings import Code, Said
from composer.logs import register_secret
from composer.publishing.answers import as_words
from composer.publishing.patience import left
from composer.publishing.wall import Wall

CONNECT_S = 10.0
REPLY_S = 60.0
FINAL_REPLY_S = 600.0
"""How long a server may take to accept a mail for good (RFC 5321 4.5.3.2.6): giving up sooner makes doubt."""

REPLY_LIMIT = 64 * 1024
"""The most bytes of one answer; a server that never ends it is cut off."""

TAKEN, CLOSING = 250, 421

_LINE_END = re.compile(rb"\r\n|\r|\n")
_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)

Security = Literal["starttls", "tls", "none"]


class InsecureServerError(UserFacingError):
    """The server can't be spoken to in the way that was asked; nothing was sent, no password either."""


class _Answers(io.RawIOBase):
    """What a server says. One whole answer may take as long as the connection's timeout, which for a socket alone begins anew with each byte."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._until = 0.0
        self._left = 0

    def begin(self) -> None:
        """A new answer is waited for."""
        self._until = time.monotonic() + left(self._connection.gettimeout() or REPLY_S)
        self._left = REPLY_LIMIT

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Some bytes. Raises TimeoutError where the answer takes too long, OSError where it does not end."""
        if self._left <= 0:
            raise OSError("its answer does not end")
        patience = self._connection.gettimeout()
        # Never 0: that would be not to wait at all.
        self._connection.settimeout(max(self._until - time.monotonic(), 0.001))
        try:
            count = self._connection.recv_into(buffer)
        except TimeoutError:
            raise TimeoutError("it took too long to answer") from None
        finally:
            self._connection.settimeout(patience)
        self._left -= count
        return count


class WalledSMTP(smtplib.SMTP):
    """An SMTP connection through the wall.

    `before_payload` is called in `data`, after the server's *go ahead* and before the mail's first byte; what it raises ends the exchange with nothing
    sent.
    """

    def __init__(
        self,
        wall: Wall,
        host: str,
        port: int,
        tls: ssl.SSLContext | None = None,
        *,
        loopback_only: bool = False,
    ) -> None:
        self._wall = wall
        self._loopback_only = loopback_only
        self._tls = tls
        self._answers: _Answers | None = None
        self.before_payload: Callable[[], None] = lambda: None
        # The name given in EHLO is fixed: asking for this computer's own would be a question to the network.
        super().__init__(host, port, local_hostname="[127.0.0.1]", timeout=REPLY_S)

    def _get_socket(self, host: str, port: int, _timeout: float) -> Any:
        connection = self._wall.connect(host, port, left(CONNECT_S), loopback_only=self._loopback_only)
        connection.settimeout(left(REPLY_S))
        if self._tls is None:
            return connection
        try:
            return self._tls.wrap_socket(connection, server_hostname=host)
        except OSError:
            connection.close()
            raise

    def getreply(self) -> tuple[int, bytes]:
        """The server's next answer, whole. Raises smtplib's errors, also where it takes too long or does not end."""
        if self.file is None and self.sock is not None:
            self._answers = _Answers(self.sock)
            self.file = io.BufferedReader(self._answers)
        if self._answers is not None:
            self._answers.begin()
        return super().getreply()

    def envelope(self, sender: str, recipient: str, options: Sequence[str]) -> list[tuple[int, bytes]]:
        """Say from whom and to whom a mail is; the server's answers, at least the first. Where it takes both at once, it is asked once and not twice."""
        if not self.has_extn("pipelining") or "\n" in sender + recipient or "\r" in sender + recipient:
            answers = [self.mail(sender, options)]
            return answers if answers[0][0] != TAKEN else [*answers, self.rcpt(recipient)]
        more = "".join(f" {option}" for option in options)
        said = f"mail FROM:{smtplib.quoteaddr(sender)}{more}\r\nrcpt TO:{smtplib.quoteaddr(recipient)}\r\n"
        self.send(said)
        return [self.getreply(), self.getreply()]

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Send one mail's bytes; the server's answer to it. Raises smtplib's errors."""
        self.putcmd("data")
        code, answer = self.getreply()
        if code != 354:
            raise smtplib.SMTPDataError(code, answer)
        self.before_payload()
        lines = _LINE_END.sub(b"\r\n", msg.encode("ascii") if isinstance(msg, str) else bytes(msg))
        quoted = _LEADING_DOT.sub(b"..", lines)
        self.send(quoted if quoted.endswith(b"\r\n") else quoted + b"\r\n")
        if self.sock is not None:
            self.sock.settimeout(FINAL_REPLY_S)
        self.send(b".\r\n")
        result = self.getreply()
        if self.sock is not None:
            self.sock.settimeout(REPLY_S)
        return result


class OpenSmtp(Protocol):
    """Opens a connection that is ready to send; see `open_smtp`."""

    def __call__(
        self,
        wall: Wall,
        host: str,
        port: int,
        security: Security,
        *,
        username: str | None = None,
        password: str | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> WalledSMTP: ...


def open_smtp(
    wall: Wall,
    host: str,
    port: int,
    security: Security,
    *,
    username: str | None = None,
    password: str | None = None,
    ssl_context: ssl.SSLContext | None = None,
    connect: Callable[..., WalledSMTP] | None = None,
) -> WalledSMTP:
    """A connection ready to send: greeted, encrypted, logged in where there is a user name. `connect` makes it; a dry run makes one without a socket.

    Raises NotLoopbackError for another computer in practice or without encryption, InsecureServerError where STARTTLS isn't offered or is refused, OSError and smtplib.SMTPException as
    they come.
    """
    context = ssl_context or ssl.create_default_context()
    server = (connect or WalledSMTP)(
        wall, host, port, context if security == "tls" else None, loopback_only=security == "none"
    )
    try:
        server.ehlo_or_helo_if_needed()
        if security == "starttls":
            if not server.has_extn("starttls"):
                raise InsecureServerError(Said.of(Code.MAIL_NO_STARTTLS, host=host))
            _encrypt(server, host, context)
            server.ehlo()
        if username:
            register_secret(
                f"\0{username}\0{password or ''}"
            )  # as the server is told it, and may say it back
            server.login(username, password or "")
    except BaseException:
        server.close()
        raise
    return server


def _encrypt(server: WalledSMTP, host: str, context: ssl.SSLContext) -> None:
    try:
        server.starttls(context=context)
    except smtplib.SMTPServerDisconnected:
        raise
    except smtplib.SMTPResponseException as refusal:
        if refusal.smtp_code == CLOSING:
            raise
        answer = refusal.smtp_error
        words = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
        said = Said.of(
            Code.MAIL_STARTTLS_REFUSED, host=host, status=str(refusal.smtp_code), words=as_words(words)
        )
        raise InsecureServerError(said) from refusal
