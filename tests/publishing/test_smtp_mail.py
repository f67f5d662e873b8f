"""Mail over SMTP, against a server with a memory. Numbers in names are those of the fault list."""

from __future__ import annotations

import json
import socket
import ssl
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from composer.domain.delivery import Recipient, RecipientState
from composer.publishing import smtp as wire
from composer.publishing.destinations import smtp_mail
from composer.publishing.destinations.smtp_mail import SmtpMail
from composer.publishing.destinations.smtp_mail import SmtpServer as Account
from composer.publishing.port import CannotTell, Doubt, Job, NotAccepted, NotFound, Sent
from composer.publishing.wall import Wall
from tests.publishing.loopback_certificate import Certificate
from tests.publishing.samples import Told, build_mail, mail, recipients
from tests.vendors.smtp import PASSWORD, SmtpServer

ACCEPTED, REFUSED, PENDING, UNKNOWN = (
    RecipientState.ACCEPTED, RecipientState.REFUSED, RecipientState.PENDING, RecipientState.UNKNOWN,
)  # fmt: skip


@pytest.fixture
def server() -> Iterator[SmtpServer]:
    with SmtpServer() as one:
        yield one


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return Certificate.made(tmp_path_factory.mktemp("certificate"))


class Desk:
    """Recipients with a memory, as the record has them."""

    def __init__(self, port: int, **more: Any) -> None:
        account = Account("127.0.0.1", port, "none", "support@example.com", None, None)
        self.smtp = SmtpMail(Wall(practice=False), replace(account, **more), build)
        self.people = {one.ordinal: one for one in recipients(4)}
        self.wires = 0
        self.history: list[tuple[int, RecipientState]] = []

    def job(self, *states: RecipientState) -> Job:
        chosen = [one for one in self.people.values() if not states or one.state in states]
        return Job(replace(mail("d-1"), attempts=1), chosen, self._wire, self._tell)

    def send(self) -> Any:
        return self.smtp.deliver(self.job(PENDING))

    def states(self) -> list[RecipientState]:
        return [one.state for one in self.people.values()]

    def _wire(self) -> None:
        self.wires += 1

    def _tell(self, outcome: Any) -> None:
        one = self.people[outcome.ordinal]
        self.people[outcome.ordinal] = replace(one, state=outcome.state, error=outcome.error)
        self.history.append((outcome.ordinal, outcome.state))


def build(payload: bytes, recipient: Recipient) -> bytes:
    return build_mail(payload, recipient, "d-1")


def test_each_reader_gets_one_mail_on_one_connection(server: SmtpServer) -> None:
    desk = Desk(server.port)
    assert desk.send() == Sent("d-1")
    assert server.readers() == [f"person{n}@example.com" for n in range(4)]
    assert server.connections == 1
    assert desk.states() == [ACCEPTED] * 4
    # All were first put down as next; then each was in doubt while its mail was on its way, so that a crash leaves exactly that one in doubt.
    assert desk.history[:4] == [(n, UNKNOWN) for n in range(4)]
    assert desk.history[4:8] == [(0, UNKNOWN), (0, ACCEPTED), (1, UNKNOWN), (1, ACCEPTED)]
    assert [one["message_id"] for one in server.ledger.of("mail")] == [
        f"<m{n}@example.com>" for n in range(4)
    ]


class Dies(BaseException):
    """The end of the process: nothing that follows is done."""


@pytest.mark.parametrize(
    ("same_start", "doubtful"), [(True, [1]), (False, [1, 2, 3])], ids=["killed", "power cut"]
)
def test_06_a_kill_leaves_one_in_doubt_and_a_power_cut_those_who_were_next(
    server: SmtpServer, monkeypatch: pytest.MonkeyPatch, same_start: bool, doubtful: list[int]
) -> None:
    desk = Desk(server.port)

    def dies(outcome: Any) -> None:
        if (outcome.ordinal, outcome.state) == (1, ACCEPTED):
            monkeypatch.setattr(smtp_mail._Exchange, "let_go", lambda self: None)
            raise Dies  # after the server had taken it, and before that was written
        desk._tell(outcome)

    job = desk.job(PENDING)
    with pytest.raises(Dies):
        desk.smtp.deliver(Job(job.delivery, job.recipients, job.on_wire, dies))
    monkeypatch.undo()
    assert desk.states() == [ACCEPTED, UNKNOWN, UNKNOWN, UNKNOWN]
    if not same_start:
        monkeypatch.setattr(smtp_mail, "boot_id", lambda: "another start")
    assert isinstance(desk.smtp.look_up(desk.job()), CannotTell)
    assert [n for n, state in enumerate(desk.states()) if state is UNKNOWN] == doubtful
    desk.send()
    assert server.readers() == [f"person{n}@example.com" for n in ([0, 1, 2, 3] if same_start else [0, 1])]


def test_where_the_system_tells_no_start_all_who_were_next_are_in_doubt(
    server: SmtpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp_mail, "boot_id", lambda: None)
    desk = Desk(server.port)
    for one in range(4):
        desk.people[one] = replace(desk.people[one], state=UNKNOWN, error=smtp_mail._next_text())
    assert isinstance(desk.smtp.look_up(desk.job()), CannotTell)
    assert desk.states() == [UNKNOWN] * 4


def test_a_pause_is_heard_between_two_mails(server: SmtpServer) -> None:
    desk = Desk(server.port)
    job = replace(desk.job(PENDING), may_go_on=lambda: len(server.readers()) < 2)
    assert desk.smtp.deliver(job) == Sent(None)
    assert desk.states() == [ACCEPTED, ACCEPTED, PENDING, PENDING]
    assert desk.smtp.deliver(replace(desk.job(PENDING), may_go_on=lambda: False)) == Sent(None)
    assert len(server.readers()) == 2


def test_63_one_refused_for_good_and_one_for_now(server: SmtpServer) -> None:
    says = {"person1@example.com": "550 5.1.1 no such user", "person2@example.com": "451 4.2.1 try later"}
    server.at_rcpt = says.get
    desk = Desk(server.port)
    outcome = desk.send()
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is not None
    assert desk.states() == [ACCEPTED, REFUSED, PENDING, ACCEPTED]
    assert desk.people[1].error == "The mail server said 550 5.1.1 no such user."
    server.at_rcpt = lambda address: None
    assert desk.send() == Sent("<m2@example.com>")  # only the one that was put off is tried again
    assert server.readers() == [f"person{n}@example.com" for n in (0, 3, 2)]


@pytest.mark.parametrize(("where", "code", "state"), [
    ("at_data", "451 4.3.0 later", PENDING), ("at_data", "554 5.7.1 no", REFUSED),
    ("at_end", "451 4.3.0 later", PENDING), ("at_end", "554 5.7.1 spam", REFUSED),
])  # fmt: skip
def test_a_mail_that_is_not_taken(server: SmtpServer, where: str, code: str, state: RecipientState) -> None:
    setattr(server, where, lambda address: code if address.startswith("person1@") else None)
    desk = Desk(server.port)
    desk.send()
    assert desk.states() == [ACCEPTED, state, ACCEPTED, ACCEPTED]
    assert len(server.readers()) == 3


@pytest.mark.parametrize("what", ["kept+close", "close"])
def test_41_the_line_breaks_after_the_final_dot(server: SmtpServer, what: str) -> None:
    server.at_end = lambda address: what if address.startswith("person1@") else None
    desk = Desk(server.port)
    outcome = desk.send()
    assert isinstance(outcome, Doubt)
    assert desk.states() == [ACCEPTED, UNKNOWN, ACCEPTED, ACCEPTED]  # one doubt does not cover the others
    assert server.connections == 2
    answer = desk.smtp.look_up(desk.job())
    assert isinstance(answer, CannotTell)
    assert "1 copy may have" in answer.error
    desk.send()  # nobody is left, and nobody is mailed again
    assert len(server.readers()) == (4 if what == "kept+close" else 3)


def test_40_silence_after_the_final_dot_is_waited_for_and_then_doubt(
    server: SmtpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wire.FINAL_REPLY_S == 600
    monkeypatch.setattr(wire, "FINAL_REPLY_S", 0.2)
    server.at_end = lambda address: "kept+silence" if address.startswith("person3@") else None
    desk = Desk(server.port)
    assert isinstance(desk.send(), Doubt)
    assert desk.states() == [ACCEPTED, ACCEPTED, ACCEPTED, UNKNOWN]


@pytest.mark.parametrize("answer", ["drip", "endless"])
def test_43_44_an_answer_that_does_not_end_is_cut_off(
    server: SmtpServer, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(wire, "FINAL_REPLY_S", 0.4)
    server.at_end = lambda address: f"kept+{answer}" if address.startswith("person1@") else None
    desk = Desk(server.port)
    began = time.monotonic()
    outcome = desk.send()
    assert time.monotonic() - began < 3
    assert isinstance(outcome, Doubt)
    assert desk.states() == [ACCEPTED, UNKNOWN, ACCEPTED, ACCEPTED]
    assert ("too long" if answer == "drip" else "does not end") in (desk.people[1].error or "")
    assert server.readers() == [f"person{n}@example.com" for n in range(4)]


@pytest.mark.parametrize("where", ["at_rcpt", "at_data"])
def test_38_a_line_that_breaks_before_the_mail_is_no_doubt(server: SmtpServer, where: str) -> None:
    setattr(server, where, lambda address: "close" if address.startswith("person2@") else None)
    desk = Desk(server.port)
    outcome = desk.send()
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is not None
    assert desk.states() == [ACCEPTED, ACCEPTED, PENDING, PENDING]
    setattr(server, where, lambda address: None)
    assert isinstance(desk.send(), Sent)
    assert server.readers() == [f"person{n}@example.com" for n in range(4)]


def test_a_server_that_closes_for_maintenance_is_tried_again(server: SmtpServer) -> None:
    server.at_rcpt = lambda address: "421 4.3.2 closing" if address.startswith("person1@") else None
    desk = Desk(server.port)
    outcome = desk.send()
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is not None
    assert desk.states() == [ACCEPTED, PENDING, PENDING, PENDING]


def test_52_a_mail_that_is_too_big_is_refused_and_the_sender_is_everybodys(server: SmtpServer) -> None:
    server.limit = 10
    desk = Desk(server.port)
    assert isinstance(desk.send(), NotAccepted)
    assert desk.states() == [REFUSED] * 4
    server.limit = 10_000_000
    server.at_mail = lambda address: "550 5.7.1 not yours"
    desk = Desk(server.port)
    outcome = desk.send()
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is None
    assert desk.states() == [PENDING] * 4
    assert desk.wires == 0


def test_an_address_that_no_mail_can_be_made_for_is_refused(server: SmtpServer) -> None:
    desk = Desk(server.port)

    def refuse(payload: bytes, recipient: Recipient) -> bytes:
        if recipient.ordinal == 0:
            raise ValueError("no such address")
        return build(payload, recipient)

    desk.smtp._build_mail = refuse
    assert isinstance(desk.send(), Sent)
    assert desk.states() == [REFUSED, ACCEPTED, ACCEPTED, ACCEPTED]


def test_33_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    desk = Desk(port)
    outcome = desk.send()
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is not None
    assert outcome.error == "127.0.0.1 can't be reached: Connection refused."
    assert (desk.wires, desk.states()) == (0, [PENDING] * 4)


def test_what_the_mark_raises_sends_nothing(server: SmtpServer) -> None:
    desk = Desk(server.port)

    def refuse() -> None:
        raise RuntimeError("the record is full")

    with pytest.raises(RuntimeError):
        desk.smtp.deliver(replace(desk.job(), on_wire=refuse))
    assert server.readers() == []


def test_04_what_was_cut_off_between_two_mails_goes_on(server: SmtpServer) -> None:
    desk = Desk(server.port)
    desk.people[0] = replace(desk.people[0], state=ACCEPTED)
    assert desk.smtp.look_up(desk.job()) == NotFound(proven=True)  # none is in doubt, so those left go
    desk.people[1] = replace(desk.people[1], state=UNKNOWN)
    assert isinstance(desk.smtp.look_up(desk.job()), CannotTell)


def test_35_encryption_is_required_and_proved(certificate: Certificate) -> None:
    with SmtpServer(tls=certificate.serving(), auth=True) as server:
        trusting: dict[str, Any] = {
            "security": "starttls", "username": "me", "password": lambda: PASSWORD, "ca_file": str(certificate.file),
        }  # fmt: skip
        desk = Desk(server.port, **trusting)
        assert isinstance(desk.send(), Sent)
        for more, words in (
            ({"ca_file": None}, "can't be proved"),
            ({"ca_file": "/nowhere"}, "/nowhere"),
            ({"password": lambda: "wrong-password"}, "535"),
        ):
            desk = Desk(server.port, **{**trusting, **more})
            outcome = desk.send()
            assert isinstance(outcome, NotAccepted)
            assert outcome.retry_after_s is None
            assert words in outcome.error
            assert PASSWORD not in outcome.error
            assert desk.wires == 0
    with SmtpServer() as server:
        desk = Desk(server.port, **trusting)
        outcome = desk.send()
        assert isinstance(outcome, NotAccepted)
        assert "STARTTLS" in outcome.error
        assert server.readers() == []


def test_35_what_is_wrong_with_encryption_fails_at_once_and_a_broken_line_is_tried_again(
    certificate: Certificate,
) -> None:
    old = certificate.serving()
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    old.set_ciphers(
        "AES256-GCM-SHA384"
    )  # which goes with another kind of certificate, so there is none in common
    good = {"username": "me", "password": lambda: PASSWORD, "ca_file": str(certificate.file)}
    cases = [
        (None, None, "tls", "port and security"),  # a port that speaks no TLS from its first byte
        (old, None, "starttls", "no TLS 1.2 has to be brought up to date"),
        (certificate.serving(), "454 4.7.0 TLS not available", "starttls", "refused to encrypt (454 "),
        (certificate.serving(), "502 what", "starttls", "refused to encrypt (502 what)"),
        (None, None, "starttls", "Ask the server's administrator for a port with encryption"),
        (certificate.serving(), "close", "starttls", None),
        (certificate.serving(), "421 busy", "starttls", None),
    ]
    for context, said, security, words in cases:
        with SmtpServer(tls=context, auth=True) as server:
            server.at_starttls = lambda address, said=said: said  # type: ignore[misc]
            desk = Desk(server.port, security=security, **good)
            outcome = desk.send()
            checked = desk.smtp.check()
        assert isinstance(outcome, NotAccepted)
        assert (outcome.retry_after_s is None) is (words is not None), outcome
        assert words is None or words in outcome.error
        assert [str(one) for one in checked.missing] == [outcome.error]
        assert (desk.wires, desk.states(), server.readers()) == (0, [PENDING] * 4, [])


def test_51_a_server_that_wants_a_name(server: SmtpServer) -> None:
    server.auth = True
    outcome = Desk(server.port).send()
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is None
    assert "530" in outcome.error


def test_54_words_of_the_server_are_shown_as_text(server: SmtpServer) -> None:
    server.at_rcpt = lambda address: "550 \x1b[31m<b>no</b>" + "x" * 400
    desk = Desk(server.port)
    desk.send()
    assert (desk.people[0].error or "").isprintable()


def test_a_mail_can_not_be_changed(server: SmtpServer) -> None:
    assert Desk(server.port).smtp.amend(mail("d-1"), b"{}") == NotAccepted(
        "A mail that was sent can't be changed; send a correction."
    )
    assert json.loads(mail("d-1").payload)["text"]


def test_told_outcomes_are_told_one_by_one_where_there_is_no_other_way() -> None:
    told = Told()
    Job(mail("d-1"), (), lambda: None, told.outcomes.append).tell_all([])
    assert told.outcomes == []
