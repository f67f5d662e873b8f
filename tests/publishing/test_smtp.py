"""The SMTP wire against real servers on loopback."""

from __future__ import annotations

import gc
import smtplib
import socket
import ssl
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from composer.publishing.smtp import InsecureServerError, open_smtp
from composer.publishing.wall import Wall
from tests.publishing.loopback_certificate import Certificate

MAIL = b"Subject: Payments\r\n\r\n.starts with a dot\nbare\r.\r\nend"


class Ledger:
    """Keeps what it accepted."""

    def __init__(self) -> None:
        self.accepted: list[bytes] = []

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:
        self.accepted.append(envelope.content)
        return "250 kept"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return Certificate.made(tmp_path_factory.mktemp("certificate"))


class _Server(Controller):
    """aiosmtpd's own first visit can't speak to a server that begins with TLS."""

    trust: ssl.SSLContext | None = None

    def _trigger_server(self) -> None:
        with socket.create_connection((self.hostname, self.port), 5) as plain:
            if self.trust is None:
                plain.recv(100)
                return
            with self.trust.wrap_socket(plain, server_hostname=self.hostname) as encrypted:
                encrypted.recv(100)


@contextmanager
def server(tls: Certificate | None = None, **options: Any) -> Iterator[tuple[Ledger, int]]:
    ledger = Ledger()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = _Server(ledger, hostname="127.0.0.1", port=port, server_hostname="localhost", **options)
    controller.trust = tls.trusting() if tls else None
    controller.start()
    try:
        yield ledger, port
    finally:
        controller.stop()
        with warnings.catch_warnings():
            # aiosmtpd leaves a connection open that ended in its middle; collected here, it fails no other test.
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


def test_a_mail_goes_out_plainly_on_this_computer() -> None:
    marks: list[int] = []
    with server() as (ledger, port):
        with open_smtp(Wall(practice=True), "127.0.0.1", port, "none") as smtp:

            def mark() -> None:
                marks.append(len(ledger.accepted))

            smtp.before_payload = mark
            assert smtp.sendmail("a@example.com", ["b@example.com"], MAIL) == {}
        assert marks == [0]
        assert ledger.accepted == [b"Subject: Payments\r\n\r\n.starts with a dot\r\nbare\r\n.\r\nend\r\n"]


def test_what_the_mark_raises_leaves_nothing() -> None:
    def refuse() -> None:
        raise RuntimeError("the record is full")

    with server() as (ledger, port):
        smtp = open_smtp(Wall(practice=True), "localhost", port, "none")
        smtp.before_payload = refuse
        with pytest.raises(RuntimeError, match="the record is full"):
            smtp.sendmail("a@example.com", ["b@example.com"], MAIL)
        smtp.close()
        assert ledger.accepted == []


@pytest.mark.logs_expected  # aiosmtpd tells of the client that hangs up on its certificate
def test_starttls_is_required_and_verified(certificate: Certificate) -> None:
    with server(tls_context=certificate.serving(), require_starttls=True) as (ledger, port):
        with open_smtp(
            Wall(practice=True), "127.0.0.1", port, "starttls", ssl_context=certificate.trusting()
        ) as smtp:
            assert isinstance(smtp.sock, ssl.SSLSocket)
            smtp.sendmail("a@example.com", ["b@example.com"], MAIL)
        assert len(ledger.accepted) == 1
        with pytest.raises(ssl.SSLCertVerificationError):
            open_smtp(Wall(practice=True), "127.0.0.1", port, "starttls")


def test_a_server_without_starttls_gets_nothing() -> None:
    with server() as (_, port), pytest.raises(InsecureServerError, match="does not offer STARTTLS"):
        open_smtp(Wall(practice=True), "127.0.0.1", port, "starttls", username="u", password="p")


def test_tls_from_the_first_byte(certificate: Certificate) -> None:
    with server(certificate, ssl_context=certificate.serving()) as (ledger, port):
        with open_smtp(
            Wall(practice=True), "127.0.0.1", port, "tls", ssl_context=certificate.trusting()
        ) as smtp:
            assert isinstance(smtp.sock, ssl.SSLSocket)
            smtp.sendmail("a@example.com", ["b@example.com"], MAIL)
        with pytest.raises(ssl.SSLCertVerificationError):
            open_smtp(Wall(practice=True), "127.0.0.1", port, "tls")
    assert len(ledger.accepted) == 1


@pytest.mark.logs_expected  # aiosmtpd warns of its own old ways
def test_a_login_is_made_after_encryption(certificate: Certificate) -> None:
    seen: list[tuple[bytes, bytes]] = []

    def check(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        seen.append((data.login, data.password))
        return AuthResult(success=data.password == b"right", handled=False)

    options: dict[str, Any] = {
        "tls_context": certificate.serving(),
        "authenticator": check,
        "auth_required": True,
    }
    with server(**options) as (ledger, port):

        def connect(password: str) -> smtplib.SMTP:
            return open_smtp(
                Wall(practice=True), "127.0.0.1", port, "starttls",
                username="u", password=password, ssl_context=certificate.trusting(),
            )  # fmt: skip

        with connect("right") as smtp:
            smtp.sendmail("a@example.com", ["b@example.com"], MAIL)
        with pytest.raises(smtplib.SMTPAuthenticationError):
            connect("wrong")
    assert (b"u", b"right") in seen
    assert len(ledger.accepted) == 1


def test_the_name_of_this_computer_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with server() as (_, port):
        monkeypatch.setattr(socket, "getfqdn", lambda *_: pytest.fail("asked for the computer's own name"))
        with open_smtp(Wall(practice=True), "127.0.0.1", port, "none") as smtp:
            monkeypatch.undo()
            assert smtp.local_hostname == "[127.0.0.1]"
