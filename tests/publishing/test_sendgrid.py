"""SendGrid over HTTP, against an account with a memory. Numbers in names are those of the fault list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from composer.domain.channel import Channel
from composer.domain.delivery import Recipient, RecipientState
from composer.domain.message import RenderedMessage, Segment
from composer.publishing.destinations.sendgrid import Sendgrid as Account
from composer.publishing.destinations.sendgrid import Words
from composer.publishing.port import CannotTell, Doubt, Job, NotAccepted, NotFound, RecipientOutcome, Sent
from composer.rendering import mail_payload
from tests.publishing.http_doubts import HTML
from tests.publishing.samples import mail
from tests.vendors.sendgrid import API_KEY, Sendgrid
from tests.vendors.server import (
    Fault,
    accepts_but_says,
    breaks_off,
    hangs_up,
    loses_reply,
    nobody,
    refuses,
    resets,
    says_nothing,
)
from tests.vendors.wired import api_to

ACCEPTED, REFUSED, PENDING, UNKNOWN = (
    RecipientState.ACCEPTED, RecipientState.REFUSED, RecipientState.PENDING, RecipientState.UNKNOWN,
)  # fmt: skip
SEND = ("POST", r"/mail/send$")
MESSAGE = RenderedMessage(
    "customer_email",
    Channel.EMAIL,
    (
        Segment("Dear "),
        Segment("Customer", "customer_name"),
        Segment(",\n\nPayments failed <today> & are back."),
    ),
    (Segment("Payments"),),
)
PAYLOAD = mail_payload.freeze(
    MESSAGE,
    sender="Acme Support <support@example.com>",
    date=datetime(2026, 11, 23, tzinfo=UTC),
    headers={"Auto-Submitted": "auto-generated"},
)


class Desk:
    """Recipients with a memory, as the record has them."""

    def __init__(self, account: Account, count: int = 5) -> None:
        self.account = account
        names = ["Ann", "<b>Bob</b> & Co", "", "Carl; DROP, X", "Dora"]
        self.people = {
            n: Recipient(n, names[n % 5], f"person{n}@example.com", f"<m{n}@example.com>")
            for n in range(count)
        }
        self.wires = 0
        self.delivery = replace(mail("dlv-1"), payload=PAYLOAD, created_at=datetime.now(UTC), attempts=1)

    def job(self, *states: RecipientState) -> Job:
        chosen = [one for one in self.people.values() if not states or one.state in states]
        return Job(self.delivery, chosen, self._wire, lambda one: self._tell([one]), self._tell)

    def send(self) -> Any:
        return self.account.deliver(self.job(PENDING))

    def states(self) -> list[RecipientState]:
        return [one.state for one in self.people.values()]

    def _wire(self) -> None:
        self.wires += 1

    def _tell(self, outcomes: Any) -> None:
        for outcome in outcomes:
            assert isinstance(outcome, RecipientOutcome)
            one = self.people[outcome.ordinal]
            self.people[outcome.ordinal] = replace(one, state=outcome.state, error=outcome.error)


@pytest.fixture
def vendor() -> Iterator[Sendgrid]:
    with Sendgrid() as service:
        yield service


@pytest.fixture
def desk(vendor: Sendgrid) -> Iterator[Desk]:
    with api_to(vendor.url + "/v3", API_KEY) as api:
        words = Words(mail_payload.mail_for_all, mail_payload.marks_for)
        yield Desk(Account(api, words, "support@example.com", batch=2))


def test_each_reader_gets_one_copy_of_their_own(vendor: Sendgrid, desk: Desk) -> None:
    sent = desk.send()
    assert sent == Sent("sg0001")
    assert desk.states() == [ACCEPTED] * 5
    mails = vendor.mails()
    assert [one["to"] for one in mails] == [f"person{n}@example.com" for n in range(5)]
    assert [one["text"].splitlines()[0] for one in mails] == [
        "Dear Ann,", "Dear <b>Bob</b> & Co,", "Dear Customer,", "Dear Carl; DROP, X,", "Dear Dora,",
    ]  # fmt: skip
    assert "Dear &lt;b&gt;Bob&lt;/b&gt; &amp; Co," in mails[1]["html"]
    assert "failed &lt;today&gt; &amp; are back" in mails[0]["html"]
    assert "%customer-name" not in str(mails)
    assert mails[3]["headers"] == {"Auto-Submitted": "auto-generated", "Message-ID": "<m3@example.com>"}
    assert [one["category"] for one in mails] == ["dlv-1", "dlv-1", "dlv-1.1", "dlv-1.1", "dlv-1.2"]
    body = vendor.requests(*SEND)[0].json
    assert len(vendor.requests(*SEND)) == 3  # batches of two here, of a thousand in life
    assert body["tracking_settings"]["click_tracking"]["enable"] is False
    assert body["tracking_settings"]["open_tracking"]["enable"] is False
    assert body["from"] == {"email": "support@example.com", "name": "Acme Support"}


def test_a_pause_is_heard_between_two_batches(vendor: Sendgrid, desk: Desk) -> None:
    job = replace(desk.job(PENDING), may_go_on=lambda: len(vendor.mails()) < 4)
    assert isinstance(desk.account.deliver(job), Sent)
    assert desk.states() == [ACCEPTED] * 4 + [PENDING]


def test_a_wrong_address_is_refused_and_the_others_go(vendor: Sendgrid, desk: Desk) -> None:
    desk.people[1] = replace(desk.people[1], email="nobody@nowhere")
    desk.people[2] = replace(desk.people[2], email="also wrong")
    assert isinstance(desk.send(), Sent)
    assert desk.states() == [ACCEPTED, REFUSED, REFUSED, ACCEPTED, ACCEPTED]
    assert desk.people[1].error == "Does not contain a valid address"
    assert [one["to"] for one in vendor.mails()] == [f"person{n}@example.com" for n in (0, 3, 4)]


@pytest.mark.parametrize("status", [401, 403, 413, 400, 301])
def test_51_52_53_a_refusal_leaves_everybody_to_be_mailed(vendor: Sendgrid, desk: Desk, status: int) -> None:
    vendor.fail(*SEND, refuses(status, {"errors": [{"message": "no"}]}, Location="http://127.0.0.1:1/"))
    outcome = desk.send()
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is None
    assert desk.states() == [PENDING] * 5
    assert vendor.mails() == []
    assert isinstance(desk.send(), Sent)
    assert len(vendor.mails()) == 5


def test_a_mistake_of_ours_is_no_readers(vendor: Sendgrid, desk: Desk) -> None:
    wrong = {"errors": [{"message": "too large", "field": "personalizations.0.substitutions"}]}
    vendor.fail(*SEND, refuses(400, wrong))
    assert isinstance(desk.send(), NotAccepted)
    assert desk.states() == [PENDING] * 5
    assert vendor.mails() == []


def test_47_a_pause_after_the_first_batch_is_kept_and_nobody_gets_two(vendor: Sendgrid, desk: Desk) -> None:
    vendor.fail(
        *SEND,
        accepts_but_says(202),
        refuses(429, {"errors": [{"message": "too many requests"}]}, Retry_After="3"),
    )
    outcome = desk.send()
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s == 3
    assert desk.states() == [ACCEPTED, ACCEPTED, PENDING, PENDING, PENDING]


IN_DOUBT: list[tuple[str, Callable[[Sendgrid], Fault]]] = [
    ("36_captive_portal", lambda v: accepts_but_says(200, b"<html>Log in</html>")),
    ("40_no_answer", says_nothing),
    ("41_closed", lambda v: loses_reply()),
    ("41_closed_before_acceptance", lambda v: hangs_up()),
    ("41_reset", lambda v: resets()),
    ("42_half_an_answer", lambda v: breaks_off()),
    ("45_200", lambda v: accepts_but_says(200, {})),
    ("50_500", lambda v: accepts_but_says(500)),
    ("50_503", lambda v: accepts_but_says(503)),
]


@pytest.mark.parametrize(("name", "fault"), IN_DOUBT, ids=[one[0] for one in IN_DOUBT])
def test_a_batch_in_doubt_is_looked_up_and_never_mailed_again(
    vendor: Sendgrid, desk: Desk, name: str, fault: Callable[[Sendgrid], Fault]
) -> None:
    vendor.fail(*SEND, accepts_but_says(202), fault(vendor))
    assert isinstance(desk.send(), Doubt)
    assert desk.states() == [ACCEPTED, ACCEPTED, UNKNOWN, UNKNOWN, ACCEPTED]
    vendor.log_lags = True
    answer = desk.account.look_up(desk.job())
    assert isinstance(answer, CannotTell)
    assert "0 of the 2" in answer.error
    vendor.log_lags = False
    answer = desk.account.look_up(desk.job())
    if "before_acceptance" in name:
        assert isinstance(answer, CannotTell)  # that it is not there proves nothing
        assert desk.states()[2:4] == [UNKNOWN, UNKNOWN]
        assert len(vendor.mails()) == 3
    else:
        assert answer == Sent(None)
        assert desk.states() == [ACCEPTED] * 5
        assert len(vendor.mails()) == 5


def test_18_a_batch_made_while_the_clock_was_hours_ahead_is_asked_for_at_its_real_time(
    vendor: Sendgrid, desk: Desk
) -> None:
    desk.people[0] = replace(desk.people[0], state=UNKNOWN)
    job = desk.job()
    desk.account.look_up(
        replace(job, delivery=replace(job.delivery, created_at=datetime.now(UTC) + timedelta(hours=14)))
    )
    (asked,) = vendor.requests("POST", "/v3/logs")
    since = str(asked.json["query"]).split('"')[1]
    assert datetime.fromisoformat(since) < datetime.now(UTC)


def test_what_was_never_in_a_request_goes_on(vendor: Sendgrid, desk: Desk) -> None:
    desk.people[0] = replace(desk.people[0], state=ACCEPTED)
    assert desk.account.look_up(desk.job()) == NotFound(proven=True)


def test_a_log_that_may_not_be_read_can_not_tell(vendor: Sendgrid, desk: Desk) -> None:
    desk.people[0] = replace(desk.people[0], state=UNKNOWN)
    vendor.may_read_log = False
    answer = desk.account.look_up(desk.job())
    assert isinstance(answer, CannotTell)
    assert "403" in answer.error


def test_a_check_asks_in_the_sandbox_whether_a_mail_would_be_taken(vendor: Sendgrid, desk: Desk) -> None:
    said = desk.account.check()
    assert [str(one) for one in said.facts] == [
        "The key has 1 permissions.",
        "SendGrid would take a mail from support@example.com: asked in its sandbox, so nothing left.",
    ]
    assert said.missing == ()
    (asked,) = vendor.requests(*SEND)
    assert asked.json["mail_settings"] == {"sandbox_mode": {"enable": True}}
    assert asked.json["personalizations"] == [{"to": [{"email": "support@example.com"}]}]
    vendor.unverified.add("support@example.com")
    (lacking,) = desk.account.check().missing
    assert "(403): The from address does not match a verified Sender Identity. Verify" in str(lacking)
    vendor.unverified.clear()
    vendor.fail(*SEND, refuses(401))
    assert "Enter its token again under Connections, or a new one" in str(desk.account.check().missing[0])
    vendor.fail(*SEND, refuses(200, HTML))
    assert str(desk.account.check().missing[0]).endswith("Consider a new API key.")
    vendor.has_sandbox = False
    assert "the test mail went to support@example.com" in str(desk.account.check().facts[1])
    assert vendor.mails() == []


def test_33_nobody_listens() -> None:
    with nobody() as address, api_to(address, API_KEY) as api:
        words = Words(mail_payload.mail_for_all, mail_payload.marks_for)
        desk = Desk(Account(api, words, "support@example.com"))
        outcome = desk.send()
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is not None
    assert (desk.wires, desk.states()) == (0, [PENDING] * 5)
