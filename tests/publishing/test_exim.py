"""Mail by SMTP against a real server: Exim as Debian ships it, encrypted, with a password, refusing and putting off by reader."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from composer.domain.delivery import Recipient, RecipientState
from composer.domain.sayings import Code, Said
from composer.publishing.destinations.smtp_mail import SmtpMail, SmtpServer
from composer.publishing.port import Checked, Job, NotAccepted, Sent
from composer.publishing.wall import Wall
from tests.publishing.loopback_certificate import Certificate
from tests.publishing.samples import build_mail, mail, recipients
from tests.vendors import exim as real
from tests.vendors.exim import Exim, exim

ACCEPTED, PENDING, REFUSED = RecipientState.ACCEPTED, RecipientState.PENDING, RecipientState.REFUSED


pytestmark = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() != 0,
    reason="Exim takes a configuration of one's own from root alone",
)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return Certificate.made(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def server(certificate: Certificate) -> Iterator[Exim]:
    with exim(certificate.file) as one:
        yield one


class Desk:
    """Readers with a memory, and an account at the server."""

    def __init__(self, server: Exim, certificate: Certificate, **more: Any) -> None:
        account = SmtpServer(
            "127.0.0.1", server.port, "starttls", "support@example.com", real.USER, lambda: real.PASSWORD,
            str(certificate.file),
        )  # fmt: skip
        self.smtp = SmtpMail(Wall(practice=False), replace(account, **more), _build)
        self.people = {one.ordinal: one for one in recipients(4)}

    def send(self, payload: bytes | None = None) -> Any:
        delivery = replace(mail("d-1"), attempts=1)
        if payload is not None:
            delivery = replace(delivery, payload=payload)
        chosen = [one for one in self.people.values() if one.state is PENDING]
        return self.smtp.deliver(Job(delivery, chosen, lambda: None, self._tell))

    def states(self) -> list[RecipientState]:
        return [one.state for one in self.people.values()]

    def address(self, ordinal: int, email: str) -> None:
        self.people[ordinal] = replace(self.people[ordinal], email=email)

    def _tell(self, outcome: Any) -> None:
        self.people[outcome.ordinal] = replace(
            self.people[outcome.ordinal], state=outcome.state, error=outcome.error
        )


def _build(payload: bytes, recipient: Recipient) -> bytes:
    return build_mail(payload, recipient, "d-1")


def test_each_reader_gets_one_mail(server: Exim, certificate: Certificate) -> None:
    desk = Desk(server, certificate)
    assert desk.send() == Sent("d-1")
    assert desk.states() == [ACCEPTED] * 4
    assert server.accepted() == [(f"<m{n}@example.com>", f"person{n}@example.com") for n in range(4)]
    assert ["Sorry." in one for one in server.bodies()] == [True] * 4


def test_63_one_is_refused_and_one_put_off_and_only_that_one_is_tried_again(
    server: Exim, certificate: Certificate
) -> None:
    desk = Desk(server, certificate)
    desk.address(1, "nobody@example.com")
    desk.address(2, "later@example.com")
    first = desk.send()
    assert isinstance(first, NotAccepted)
    assert first.retry_after_s is not None
    assert desk.states() == [ACCEPTED, REFUSED, PENDING, ACCEPTED]
    assert "550 5.1.1 no such person" in str(desk.people[1].error)
    assert "451 4.2.1 try again" in str(desk.people[2].error)
    desk.address(2, "person2@example.com")
    assert isinstance(desk.send(), Sent)
    assert [reader for _, reader in server.accepted()] == [f"person{n}@example.com" for n in (0, 3, 2)]


def test_52_a_mail_that_is_too_big_is_refused_before_it_is_sent(
    server: Exim, certificate: Certificate
) -> None:
    desk = Desk(server, certificate)
    said = desk.send(b'{"text": "' + b"x" * (real.LIMIT + 10_000) + b'"}')
    assert isinstance(said, NotAccepted)
    assert desk.states() == [REFUSED] * 4
    assert "552" in str(desk.people[0].error)
    assert server.accepted() == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"password": lambda: "wrong"}, "535"),
        ({"username": None, "password": None}, "log in first"),
        ({"ca_file": None}, "identity of 127.0.0.1 can't be proved"),
        ({"security": "tls"}, "could not agree on encryption, so nothing was sent: wrong version number."),
    ],
)
def test_35_51_a_wrong_account_sends_nothing(
    server: Exim, certificate: Certificate, wrong: dict[str, Any], words: str
) -> None:
    desk = Desk(server, certificate, **wrong)
    said = desk.send()
    assert isinstance(said, NotAccepted)
    assert words in said.error
    assert real.PASSWORD not in said.error
    assert ACCEPTED not in desk.states()
    assert server.accepted() == []


def test_the_check_logs_in_and_sends_nothing(server: Exim, certificate: Certificate) -> None:
    checked = Desk(server, certificate).smtp.check()
    assert checked == Checked((Said.of(Code.MAIL_STARTTLS_AS, host="127.0.0.1", user="composer"),))
    assert server.accepted() == []
