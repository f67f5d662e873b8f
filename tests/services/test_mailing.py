"""Mail at a person's pace: a test to oneself, a first batch and then the rest, pause and go on, and how far it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.cli.mail import line_of
from composer.clock import SimulatedClock
from composer.domain.delivery import DeliveryState, Paused
from composer.domain.errors import RefusedError
from composer.domain.request import PublishRequest
from composer.paths import Mode, open_home
from composer.services.core import Services
from composer.services.deciding import try_now
from composer.services.mailing import Progress, Speedometer, customers, go_on, pause_mail, send_test
from tests.cli.command import declaration, read_mail
from tests.services.asking import NOW

CUSTOMER = {
    "what_happened": "Payments failed.",
    "impact_to_you": "Some payments were late.",
    "what_we_did": "We went back.",
    "prevention": "We add a check.",
}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    home = open_home(tmp_path / "home")
    home.settings.write_text('name = "Ada Lovelace"\nemail = "ada@example.com"\n', encoding="utf-8")
    with Services(home, Mode.PRACTICE, clock=SimulatedClock(NOW)) as one:
        yield one


def request_of(services: Services, **changes: Any) -> PublishRequest:
    started = (NOW - timedelta(minutes=70)).isoformat()
    content = declaration(
        incident={"impact_started_at": started, "severity": "P0"}, fields=CUSTOMER,
        impact_ended_at=(NOW - timedelta(minutes=1)).isoformat(), messages=["customer_email"],
    )  # fmt: skip
    request = services.read_request(json.dumps(content).encode(), "test.json")
    return replace(request, hold_s=0.0, **changes)


def mails(services: Services) -> list[Path]:
    return sorted(services.home.mail.glob("*.eml"))


def test_a_test_goes_to_oneself_alone_and_counts_as_nothing_said(services: Services) -> None:
    sent = send_test(services, request_of(services), "customer_email")
    assert (sent.address, sent.account, sent.error) == ("ada@example.com", "practice.mail", None)
    (file,) = mails(services)
    mail, plain, _ = read_mail(file)
    assert str(mail["To"]) == "Ada Lovelace <ada@example.com>"
    assert str(mail["Subject"]).startswith("[TEST] ")
    assert "Dear Ada Lovelace," in plain
    assert services.record.deliveries() == ()
    assert services.record.incidents() == ()


def test_the_mail_itself_is_the_same_but_for_the_mark(services: Services) -> None:
    request = request_of(services)
    send_test(services, request, "customer_email", "other@example.com")
    (test,) = mails(services)
    services.publish(request)
    real = next(one for one in mails(services) if one != test)
    (tested, words, page), (told, real_words, real_page) = read_mail(test), read_mail(real)
    assert str(tested["Subject"]) == f"[TEST] {told['Subject']}"
    name = str(told["To"]).partition(" <")[0]
    assert words.replace("Dear Ada Lovelace,", f"Dear {name},") == real_words
    assert len(page) - len("Ada Lovelace") == len(real_page) - len(name) or name in real_page
    assert tested["Message-ID"] != told["Message-ID"]


def test_a_test_of_a_stored_incident_stands_in_its_timeline(services: Services) -> None:
    published = services.publish(replace(request_of(services), messages=("slack_declaration",), values={}))
    assert published.incident_id is None or published.publish is not None
    first = services.publish(request_of(services))
    assert first.incident_id is not None
    again = replace(request_of(services), new=None, incident_id=first.incident_id)
    send_test(services, again, "customer_email")
    texts = [one.text for one in services.record.events(first.incident_id)]
    assert "Test of Customer email sent to ada@example.com" in texts


def test_what_can_not_be_tested_says_why(services: Services) -> None:
    request = request_of(services)
    with pytest.raises(RefusedError, match="is no mail"):
        send_test(services, replace(request, values={**request.values}), "status_investigating")
    with pytest.raises(RefusedError, match="can't be sent yet"):
        send_test(services, replace(request, values={}), "customer_email")
    services.settings = services.settings._replace(email="")
    with pytest.raises(RefusedError, match="no address"):
        send_test(services, request, "customer_email")


def test_a_first_batch_then_the_rest(services: Services) -> None:
    published = services.publish(request_of(services, first_batch=1))
    (one,) = published.deliveries
    total = sum(services.record.recipient_counts(one.id).values())
    assert total > 1
    assert (one.state, one.error) == (
        DeliveryState.WAITING,
        f"1 of {total} copies have left; the rest waits for you.",
    )
    assert len(mails(services)) == 1
    services.resume()
    assert len(mails(services)) == 1
    go_on(services, one.id)
    services.resume()
    assert services.record.delivery(one.id).state is DeliveryState.SENT
    assert len(mails(services)) == total
    texts = [event.text for event in services.record.events(one.incident_id)]
    assert f"Customer email goes on to the {total - 1} who are left" in texts


def test_a_list_of_its_own_is_for_one_mail_and_only_as_it_was_looked_at(
    services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "vips.csv"
    file.write_text("email,name\nv@example.com,Vip\n", encoding="utf-8")
    found = customers(services, str(file))
    assert found is not None
    assert customers(services, None) is None, "practice has no file of its own"
    file.write_text("email,name\nw@example.com,Other\n", encoding="utf-8")
    request = request_of(services, customers_file=str(file), customers_sha256=found.sha256)
    with pytest.raises(RefusedError, match="changed since you looked"):
        services.publish(request)
    assert services.record.deliveries() == ()
    again = customers(services, str(file))
    assert again is not None
    published = services.publish(replace(request, customers_sha256=again.sha256))
    (mail,) = mails(services)
    assert str(read_mail(mail)[0]["To"]) == "Other <w@example.com>"
    (one,) = published.deliveries
    assert sum(services.record.recipient_counts(one.id).values()) == 1
    # The next one goes to the usual list again.
    usual = replace(request_of(services), new=None, incident_id=one.incident_id)
    services.publish(usual)
    assert len(mails(services)) > 2


def test_a_first_batch_is_for_customers_alone(services: Services) -> None:
    request = request_of(services, first_batch=1)
    services.publish(replace(request, messages=("slack_declaration", "customer_email")))
    states = {one.template: one.state for one in services.record.deliveries()}
    assert states.pop("customer_email") is DeliveryState.WAITING
    assert set(states.values()) == {DeliveryState.SENT}


def test_pause_and_try_now_go_on(services: Services) -> None:
    published = services.publish(request_of(services), carry_out=False)
    (one,) = published.deliveries
    total = sum(services.record.recipient_counts(one.id).values())
    assert pause_mail(services, one.id).is_paused
    assert pause_mail(services, one.id).is_paused  # a second time changes nothing
    services.resume()
    assert mails(services) == []
    texts = [event.text for event in services.record.events(one.incident_id)]
    assert texts.count(f"Customer email paused; 0 of {total} copies had left") == 1
    try_now(services, one.id)
    services.resume()
    assert len(mails(services)) == total


def test_what_can_not_be_paused_or_go_on_says_why(services: Services) -> None:
    published = services.publish(request_of(services))
    (one,) = published.deliveries
    with pytest.raises(RefusedError, match="under way"):
        pause_mail(services, one.id)
    with pytest.raises(RefusedError, match="not paused"):
        go_on(services, one.id)
    slack = services.publish(replace(request_of(services), messages=("slack_declaration",), key=None))
    with pytest.raises(RefusedError, match="Only a mail to many"):
        pause_mail(services, slack.deliveries[0].id)


def test_let_be_while_paused_it_can_not_go_on(services: Services) -> None:
    published = services.publish(request_of(services), carry_out=False)
    (one,) = published.deliveries
    services.record.apply(one.id, Paused(NOW))
    services.let_be(one.id)
    with pytest.raises(RefusedError, match="cancelled"):
        go_on(services, one.id)


def test_the_speedometer_tells_rate_and_time_left() -> None:
    meter = Speedometer()

    def counts(done: int) -> dict[str, int]:
        return {"accepted": done, "refused": 0, "unknown": 0, "pending": 1000 - done}

    assert meter.show(counts(0), 100.0).rate is None
    at_10 = meter.show(counts(100), 110.0)
    assert (at_10.done, at_10.total, at_10.rate, at_10.left_s) == (100, 1000, 10.0, 90.0)
    # What was long ago says nothing of now.
    later = meter.show(counts(120), 141.0)
    assert later.rate is None or later.rate < 1.0
    assert meter.show(counts(120), 180.0).left_s is None


def test_the_progress_is_told_on_one_line() -> None:
    assert line_of(Progress(1_200, 50_000, 3, 1, 40.2, 1_214.0)) == (
        "1,200 of 50,000, 40 a second, 20 min 14 s left, 3 refused, 1 being sent or in doubt"
    )
    assert line_of(Progress(0, 5, 0, 0)) == "0 of 5"
