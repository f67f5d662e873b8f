"""A mail server's line on paper: the client says all that it says, and every answer is the one of a server that takes everything."""

from __future__ import annotations

from functools import partial
from typing import Any

from composer.logs import MASK
from composer.publishing.dry.taken_down import TakenDown
from composer.publishing.smtp import OpenSmtp, WalledSMTP, open_smtp

EXTENSIONS = b"dry run\nSIZE 35882577\n8BITMIME\nSTARTTLS\nAUTH PLAIN"
"""What nearly every server offers for handing in mail."""
_END = b".\r\n"


def on_paper(taken: TakenDown) -> OpenSmtp:
    """Opens lines on which nothing is said but to `taken`."""
    return partial(open_smtp, connect=partial(_PaperSMTP, taken))


class _PaperSMTP(WalledSMTP):
    """A line without a connection. What was said since the last mail goes down with the next one."""

    def __init__(self, taken: TakenDown, *arguments: Any, **named: Any) -> None:
        self._taken = taken
        self._said = b""
        self._mail: bytes | None = None
        self._answer = 220, b"dry run"
        super().__init__(*arguments, **named)

    def _get_socket(self, host: str, port: int, _timeout: float) -> Any:
        self._server = f"{host}:{port}"

    def getreply(self) -> tuple[int, bytes]:
        """What a server answers that takes everything."""
        return self._answer

    def send(self, s: Any) -> None:
        """Note what would be said."""
        said = s.encode("ascii") if isinstance(s, str) else bytes(s)
        if self._mail is not None:
            if said == _END:
                self._taken.mail(self._server, self._said, self._mail)
                self._said, self._mail, self._answer = b"", None, (250, b"taken")
            else:
                self._mail += said
            return
        self._said += said
        verb = said[:4].lower()
        self._answer = (250, EXTENSIONS) if verb == b"ehlo" else (250, b"ok")
        if verb == b"data":
            self._mail, self._answer = b"", (354, b"go on")
        elif verb in (b"quit", b"star"):
            self._answer = (221 if verb == b"quit" else 220), b"ok"

    def starttls(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        """Ask for encryption; what is known of the server is forgotten, as after the real one."""
        answer = self.docmd("STARTTLS")
        self.helo_resp = self.ehlo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False
        return answer

    def login(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        """Say that one logs in; never with what."""
        return self.docmd("AUTH", f"PLAIN {MASK}")

    def close(self) -> None:
        """Nothing was opened."""
