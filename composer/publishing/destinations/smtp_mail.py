"""Mail over SMTP: one message a recipient, one connection for all of them, and what became of each stored before the next.

SMTP can't be asked afterwards. So each recipient's row says *unknown* before the first byte of their mail leaves, and what the server said once it has: after a
crash exactly one is in doubt, nobody is mailed twice by the program, and nobody is forgotten.

The disk is slower than a mail server. So a row is first put on the disk as *next* (unknown too), with the few that follow it; that its mail begins, and what was said to it,
is written at once and reaches the disk later. The end of the process loses nothing of that. The power cut may: then all that were *next* are in doubt, and never more.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from composer import crash_points
from composer.domain.delivery import Delivery, Recipient, RecipientState, in_doubt
from composer.domain.errors import UserFacingError, told_by
from composer.domain.sayings import Code, Said, Told, told
from composer.publishing.answers import as_words, backoff_s
from composer.publishing.boot import boot_id
from composer.publishing.port import (
    Answer,
    CannotTell,
    Checked,
    Doubt,
    Job,
    NotAccepted,
    NotFound,
    Outcome,
    RecipientOutcome,
    Sent,
)
from composer.publishing.smtp import TAKEN, OpenSmtp, Security, WalledSMTP, open_smtp
from composer.publishing.wall import Wall

BuildMail = Callable[[bytes, Recipient], bytes]
"""Makes the finished mail (RFC 5322 bytes) from a payload, for one recipient. Raises ValueError or UserFacingError where none can be made."""

NEXT = 50
"""How many are put on the disk as next together: so many are in doubt after a power cut."""
_BEING_SENT = told(Code.WAS_BEING_SENT)
_NEXT = "It was next to be sent when the program last heard of it"


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mail is handed in. `sender` is the bare address that errors come back to; `password` is read when it is needed; `ca_file` holds an authority of one's own."""

    host: str
    port: int
    security: Security
    sender: str
    username: str | None
    password: Callable[[], str] | None
    ca_file: str | None = None


class _StoppedError(Exception):
    """Nothing more can be sent on this attempt, for a reason that has nothing to do with one recipient."""

    def __init__(self, error: str | Said, *, lasting: bool = False) -> None:
        super().__init__(str(error))
        self.error = Told(error) if isinstance(error, Said) else error
        self.said = error if isinstance(error, Said) else Said.verbatim(error)
        self.lasting = lasting


class SmtpMail:
    """A mail server. `opened` opens the line to it."""

    def __init__(
        self, wall: Wall, server: SmtpServer, build_mail: BuildMail, opened: OpenSmtp = open_smtp
    ) -> None:
        self._wall = wall
        self._opened = opened
        self._server = server
        self._build_mail = build_mail

    def deliver(self, job: Job) -> Outcome:
        """Mail everybody who is still to be mailed, telling each outcome as it is known."""
        line = _Line(self._wall, self._server, self._opened)
        exchange = _Exchange(line, self._server, job)
        stopped: _StoppedError | None = None
        paused = False
        try:
            for recipient in job.recipients:
                if not job.may_go_on():
                    paused = True
                    break
                try:
                    mail = self._build_mail(job.delivery.payload, recipient)
                except (ValueError, UserFacingError) as trouble:
                    exchange.tell(
                        recipient, RecipientState.REFUSED, told(Code.NO_MAIL_MADE, reason=told_by(trouble))
                    )
                    continue
                exchange.send(recipient, mail)
        except _StoppedError as trouble:
            stopped = trouble
        finally:
            line.close()
            exchange.let_go()
        return exchange.outcome(stopped, paused=paused)

    def look_up(self, job: Job) -> Answer:
        """The protocol has no question. Where no copy is in doubt, none of those left was sent."""
        in_doubt = [one for one in job.recipients if one.state is RecipientState.UNKNOWN]
        # What only was next did not begin: that it had would be written, unless the computer itself went down.
        never_begun = [one for one in in_doubt if boot_id() is not None and one.error == _next_text()]
        job.tell_all([RecipientOutcome(one.ordinal, RecipientState.PENDING) for one in never_begun])
        doubtful = len(in_doubt) - len(never_begun)
        if doubtful:
            copies = "1 copy" if doubtful == 1 else f"{doubtful} copies"
            return CannotTell(told(Code.MAIL_SERVER_CANT_TELL, copies=copies))
        return NotFound(proven=True)

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:  # noqa: ARG002 - the port's signature
        """A mail that was sent can't be changed."""
        return NotAccepted(told(Code.MAIL_UNCHANGEABLE))

    def check(self) -> Checked:
        """Whether the server can be reached, proves its identity, and takes name and password."""
        line = _Line(self._wall, self._server, self._opened)
        try:
            line.open()
        except _StoppedError as trouble:
            return Checked(missing=(trouble.said,))
        finally:
            line.close()
        server = self._server
        anonymous, as_user = _TAKEN[server.security]
        if server.username:
            return Checked((Said.of(as_user, host=server.host, user=server.username),))
        return Checked((Said.of(anonymous, host=server.host),))


_TAKEN = {
    "none": (Code.MAIL_PLAIN, Code.MAIL_PLAIN_AS),
    "tls": (Code.MAIL_TLS, Code.MAIL_TLS_AS),
    "starttls": (Code.MAIL_STARTTLS, Code.MAIL_STARTTLS_AS),
}
"""How a server takes mail: from anybody, and from a user."""


class _Line:
    """The connection to a server, opened when it is first needed."""

    def __init__(self, wall: Wall, server: SmtpServer, opened: OpenSmtp) -> None:
        self._wall = wall
        self._server = server
        self._opened = opened
        self._connection: WalledSMTP | None = None

    def open(self) -> WalledSMTP:
        """The connection, made when it is first needed. Raises _StoppedError."""
        if self._connection is not None:
            return self._connection
        server = self._server
        try:
            password = server.password() if server.password is not None and server.username else None
            context = None
            if server.security != "none":
                context = ssl.create_default_context(cafile=server.ca_file)
                context.minimum_version = ssl.TLSVersion.TLSv1_2
            self._connection = self._opened(
                self._wall, server.host, server.port, server.security,
                username=server.username, password=password, ssl_context=context,
            )  # fmt: skip
        except UserFacingError as trouble:
            raise _StoppedError(trouble.said or trouble.told, lasting=True) from trouble
        except smtplib.SMTPAuthenticationError as trouble:
            status, words = str(trouble.smtp_code), _words(trouble.smtp_error)
            said = Said.of(Code.MAIL_LOGIN_REFUSED, status=status, words=words)
            raise _StoppedError(said, lasting=trouble.smtp_code >= 500) from trouble
        except smtplib.SMTPNotSupportedError as trouble:
            raise _StoppedError(Said.of(Code.MAIL_NO_LOGIN, host=server.host), lasting=True) from trouble
        except ssl.SSLCertVerificationError as trouble:
            reason = as_words(trouble.verify_message)
            said = Said.of(Code.MAIL_IDENTITY, host=server.host, reason=reason)
            raise _StoppedError(said, lasting=True) from trouble
        except ssl.SSLError as trouble:
            reason = as_words((trouble.reason or str(trouble)).replace("_", " ").lower())
            if isinstance(trouble, ssl.SSLEOFError | ssl.SSLZeroReturnError):  # the line broke off
                said = Said.of(Code.MAIL_UNREACHABLE, host=server.host, reason=reason)
                raise _StoppedError(said) from trouble
            raise _StoppedError(
                Said.of(Code.MAIL_NO_TLS, host=server.host, reason=reason), lasting=True
            ) from trouble
        except FileNotFoundError as trouble:
            said = Said.of(Code.MAIL_AUTHORITY_FILE, file=str(server.ca_file))
            raise _StoppedError(said, lasting=True) from trouble
        except (OSError, smtplib.SMTPException) as trouble:
            reason = as_words(trouble) or type(trouble).__name__
            raise _StoppedError(Said.of(Code.MAIL_UNREACHABLE, host=server.host, reason=reason)) from trouble
        return self._connection

    def drop(self) -> None:
        """Close the connection without a word."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def close(self) -> None:
        """Say goodbye. What was accepted is accepted, whatever is said to that."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.quit()
        except (OSError, smtplib.SMTPException):
            connection.close()


class _Exchange:
    """One attempt: its connection, and its counts."""

    def __init__(self, line: _Line, server: SmtpServer, job: Job) -> None:
        self._line = line
        self._server = server
        self._job = job
        self._counts = dict.fromkeys(RecipientState, 0)
        self._last_error = ""
        self._next: set[int] = set()
        self._places = {one.ordinal: place for place, one in enumerate(job.recipients)}

    def tell(self, recipient: Recipient, state: RecipientState, error: str | None = None) -> None:
        self._counts[state] += 1
        if error is not None:
            self._last_error = error
        self._next.discard(recipient.ordinal)
        self._job.tell_soon([RecipientOutcome(recipient.ordinal, state, error)])

    def _be_next(self, recipient: Recipient) -> None:
        """See that the recipient is on the disk as next, with those that follow."""
        if recipient.ordinal in self._next:
            return
        # In this order: a row in doubt without the mark would never be looked at again.
        self._job.on_wire()
        place = self._places[recipient.ordinal]
        following = self._job.recipients[place : place + NEXT]
        self._job.tell_all(
            [RecipientOutcome(one.ordinal, RecipientState.UNKNOWN, _next_text()) for one in following]
        )
        self._next = {one.ordinal for one in following}

    def let_go(self) -> None:
        """Those who were next, and did not begin, are left to be mailed."""
        self._job.tell_all([RecipientOutcome(one, RecipientState.PENDING) for one in sorted(self._next)])
        self._next = set()

    def send(self, recipient: Recipient, mail: bytes) -> None:
        """Send one mail and tell what became of it. Raises _StoppedError where the connection or the account is at fault."""
        connection = self._line.open()
        begun = False

        def begin() -> None:
            nonlocal begun
            self._be_next(recipient)
            self._next.discard(recipient.ordinal)
            self._job.tell_soon([RecipientOutcome(recipient.ordinal, RecipientState.UNKNOWN, _BEING_SENT)])
            begun = True

        connection.before_payload = begin
        crash_points.reach("smtp.asking")
        try:
            self._envelope(connection, recipient, mail)
            code, words = connection.data(mail)
        except smtplib.SMTPDataError as refusal:  # before the first byte of the mail
            self._refused(connection, recipient, refusal.smtp_code, refusal.smtp_error)
            return
        except _RefusedError as refusal:
            self._refused(connection, recipient, refusal.code, refusal.words)
            return
        except (OSError, smtplib.SMTPException) as trouble:
            self._line.drop()
            text = told(
                Code.HOST_BROKE_OFF,
                host=self._server.host,
                reason=as_words(trouble) or type(trouble).__name__,
            )
            if begun:
                self.tell(recipient, RecipientState.UNKNOWN, in_doubt(text))
                return
            raise _StoppedError(text) from trouble
        except BaseException:
            self._line.drop()  # in the midst of a mail nothing else can be said on this connection
            raise
        crash_points.reach("smtp.answered")
        if code == 250:
            self.tell(recipient, RecipientState.ACCEPTED)
        elif 400 <= code < 600:
            self._refused(connection, recipient, code, words)
        else:
            self.tell(recipient, RecipientState.UNKNOWN, in_doubt(_said(code, words)))
            self._line.drop()

    def _envelope(self, connection: WalledSMTP, recipient: Recipient, mail: bytes) -> None:
        options = [f"size={len(mail)}"] if connection.has_extn("size") else []
        answers = connection.envelope(self._server.sender, recipient.email, options)
        code, words = answers[0]
        if code != TAKEN:
            if code in (530, 535, 550, 553, 554):  # about the account or the sender: the same for everybody
                raise _StoppedError(_said(code, words), lasting=True)
            raise _RefusedError(code, words)
        code, words = answers[1]
        if code not in (250, 251):
            raise _RefusedError(code, words)

    def _refused(self, connection: WalledSMTP, recipient: Recipient, code: int, words: bytes | str) -> None:
        """This mail was not taken: for good (5xx), or for now (4xx), when its turn comes again."""
        error = _said(code, words)
        self.tell(recipient, RecipientState.REFUSED if code >= 500 else RecipientState.PENDING, error)
        if code == 421:
            self._line.drop()
            raise _StoppedError(error)
        try:
            connection.rset()
        except (
            OSError,
            smtplib.SMTPException,
        ):  # what was refused is told; the next mail gets a connection of its own
            self._line.drop()

    def outcome(self, stopped: _StoppedError | None, *, paused: bool) -> Outcome:
        """What the attempt came to; the rows of the recipients have the last word."""
        job = self._job
        if self._counts[RecipientState.UNKNOWN]:
            return Doubt(self._last_error or in_doubt(told(Code.SOME_MAY_HAVE_ARRIVED)))
        if paused:
            return Sent(None)
        if stopped is not None:
            return NotAccepted(stopped.error, None if stopped.lasting else backoff_s(job.delivery.attempts))
        if self._counts[RecipientState.PENDING]:
            return NotAccepted(self._last_error, backoff_s(job.delivery.attempts))
        if not self._counts[RecipientState.ACCEPTED]:
            return NotAccepted(self._last_error or told(Code.NONE_ACCEPTED))
        return Sent(job.recipients[0].message_id if len(job.recipients) == 1 else job.delivery.id)


def _next_text() -> str:
    """What stands in the row of one who is next: it names this start of the computer."""
    return f"{_NEXT} ({boot_id() or 'of an unknown start'})."


class _RefusedError(Exception):
    """The server refused sender or recipient of one mail."""

    def __init__(self, code: int, words: Any) -> None:
        super().__init__(code)
        self.code = code
        self.words = words if isinstance(words, bytes) else str(words).encode()


def _said(code: int, words: bytes | str) -> str:
    return told(Code.MAIL_SERVER_SAID, status=code, words=_words(words))


def _words(words: bytes | str) -> str:
    return as_words(words.decode("utf-8", "replace") if isinstance(words, bytes) else words)
