"""Ten canary secrets through every failure path: in no file of the home, no log, no output, no crash text."""

from __future__ import annotations

import base64
import io
import json
import logging
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.connections import credentials
from composer.publishing.destinations import slack as slack_module
from composer.publishing.destinations import statuspage as statuspage_module
from composer.publishing.http import HttpWire
from tests.cli.command import Home, declaration
from tests.connections.memory_ring import MemoryRing
from tests.kill.live_rounds import Services, services
from tests.publishing.loopback_certificate import Certificate
from tests.vendors import pagerduty, sendgrid, slack, statuspage
from tests.vendors.proxy import proxy_to
from tests.vendors.server import Answer, Fault, accepts_but_says, hangs_up, loses_reply, refuses
from tests.vendors.smtp import PASSWORD, SmtpServer

CANARIES = {
    "slack": slack.TOKEN,
    "statuspage": statuspage.API_KEY,
    "sendgrid": sendgrid.API_KEY,
    "pagerduty": pagerduty.API_KEY,
    "smtp": PASSWORD,
    "proxy": "canary-proxy-password",
    "refused at add": "canary refused with spaces",
    "in an address": "canary-in-an-address",
    "in the file": "xoxb-canary-written-into-the-file",
    "webhook": "T0CANARY/B0CANARY/canaryWebhookSecret",
}
WRITES = (("slack", "POST"), ("page", "POST"), ("sendgrid", "POST"), ("pagerduty", "POST"))
MESSAGES = ["slack_declaration", "status_investigating", "executive_notification", "customer_email", "pagerduty_status_update"]  # fmt: skip


@pytest.fixture
def there() -> Iterator[Services]:
    with services() as all_of_them:
        yield all_of_them


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryRing:
    one = MemoryRing()
    for name in ("slack", "statuspage", "sendgrid", "pagerduty", "smtp", "proxy"):
        one.kept["incident-composer", f"{name}@127.0.0.1"] = CANARIES[name]
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: one,))
    monkeypatch.setattr(slack_module, "SETTLE_S", 0)
    monkeypatch.setattr(statuspage_module, "SETTLE_S", 0)
    return one


def connected(home: Home, there: Services) -> None:
    """Every connection, mail with a password, and a proxy."""
    home.root.mkdir(exist_ok=True)
    (home.root / "connections.toml").write_text(
        f'[slack]\nbase_url = "{there.slack.url}/api"\n'
        f'[statuspage]\nbase_url = "{there.page.url}/v1"\npage_id = "{statuspage.PAGE}"\n'
        f'[sendgrid]\nbase_url = "{there.sendgrid.url}/v3"\nfrom = "a@example.com"\n'
        f'[pagerduty]\nbase_url = "{there.pagerduty.url}"\nfrom = "{pagerduty.USER}"\n'
        f'[smtp]\nhost = "127.0.0.1"\nport = {there.smtp.port}\nsecurity = "none"\nfrom = "a@example.com"\nusername = "me"\n'
        '[executives]\nto = ["ceo@example.com"]\n[customers]\n[proxy]\nurl = "http://127.0.0.1:1"\nusername = "some"\n',
        encoding="utf-8",
    )
    (home.root / "customers.csv").write_text("email,name\nc@example.com,Ann\n", encoding="utf-8")


def everything() -> dict[str, Any]:
    words = "The consumer lost its place."
    fields = dict.fromkeys(
        ("executive_summary", "users_affected", "current_actions", "next_update", "what_happened", "impact_to_you", "what_we_did", "prevention"),
        words,
    )  # fmt: skip
    incident = {
        "severity": "P0",
        "pagerduty_incident": "PABC123",
        "impact_started_at": (datetime.now(UTC) - timedelta(hours=1)).isoformat(),
    }
    ended = datetime.now(UTC).isoformat()
    return declaration(
        incident=incident,
        fields={**fields, "data_impact": "no"},
        messages=MESSAGES,
        notify=True,
        impact_ended_at=ended,
    )


def leaks(home: Home, *texts: str) -> list[str]:
    """Where a canary was found."""
    found = []
    for name, secret in CANARIES.items():
        # As it is, as it stands in JSON, and as a proxy and a mail server are told it.
        said = [base64.b64encode(one.encode()).decode() for one in (f"some:{secret}", f"\0me\0{secret}")]
        for form in (secret, json.dumps(secret)[1:-1], *said):
            found += [f"{name} in what was printed" for text in texts if form in text]
            for file in home.root.rglob("*"):
                if file.is_file() and form.encode() in file.read_bytes():
                    found.append(f"{name} in {file.name}")
    return found


def echo(there: Services) -> Callable[[Any], Fault]:
    """A service that repeats the request's credential in its refusal."""

    def made(status: int) -> Fault:
        def send(handler: Any, _: Answer) -> None:
            said = f"bad token {handler.headers.get('Authorization')} <b>"
            handler.answer(
                Answer(status, {"ok": False, "error": said, "message": said, "errors": [{"message": said}]})
            )

        return Fault(False, send)

    return made


def pours(there: Services, *, slowly: bool) -> Fault:
    """A service that answers with the request's credential, over and over: far more than any answer has, or a byte at a time."""

    def send(handler: Any, _: Answer) -> None:
        said = f"bad token {handler.headers.get('Authorization')} ".encode()
        handler.close_connection = True
        handler.start(200, {"Content-Type": "application/json"})
        if not slowly:
            handler.wfile.write(said * (2 * 1024 * 1024 // len(said)))
            return
        for byte in said * 100:
            handler.wfile.write(bytes([byte]))
            if there.slack.over.wait(0.01):
                return

    return Fault(True, send)


FAILURES: dict[str, Callable[[Services], Fault]] = {
    "echoed in a refusal": lambda there: echo(there)(400),
    "echoed in a 500": lambda there: echo(there)(500),
    "echoed with 200": lambda there: echo(there)(200),
    "lost": lambda there: loses_reply(),
    "closed": lambda there: hangs_up(),
    "401": lambda there: refuses(401),
    "429": lambda there: refuses(429, Retry_After="600"),
    "redirect": lambda there: refuses(302, Location="http://127.0.0.1:1/"),
    "portal": lambda there: accepts_but_says(200, b"<html>"),
    "echoed in a flood": lambda there: pours(there, slowly=False),
    "echoed in drips": lambda there: pours(there, slowly=True),
}


@pytest.mark.logs_expected
@pytest.mark.parametrize("failure", FAILURES)
def test_no_canary_is_found_after_a_failure(
    failure: str,
    home: Home,
    there: Services,
    ring: MemoryRing,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connected(home, there)
    usual = HttpWire.__init__.__kwdefaults__ or {}
    monkeypatch.setattr(HttpWire.__init__, "__kwdefaults__", {**usual, "deadline_s": 1.0})
    there.smtp.auth = failure != "closed"
    there.smtp.at_rcpt = lambda address: f"550 {PASSWORD} is no user" if "echoed" in failure else None
    for name, method in WRITES:
        getattr(there, name).fail(method, ".*", FAILURES[failure](there))
    sent = home.publish(everything(), "--live", "--debug")
    shown = home.publish(
        {**everything(), "incident": {**everything()["incident"], "title": "Another"}}, "--live", "--dry-run"
    )
    resumed = home.run("deliveries", "--live", "--resume", "--debug", "--json")
    checked = home.run("connections", "check", "--debug")
    texts = [text for one in (sent, shown, resumed, checked) for text in (one.out, one.err)]
    assert sent.status in (0, 3), sent.out + sent.err
    assert shown.out.count("[secret]") >= 4
    assert leaks(home, *texts) == []


@pytest.mark.logs_expected
@pytest.mark.parametrize("way", ["certificate", "407", "407 echoed"])
def test_no_canary_is_found_after_trouble_on_the_way(
    way: str, home: Home, there: Services, ring: MemoryRing, tmp_path: Path
) -> None:
    connected(home, there)
    certificate = Certificate.made(tmp_path)
    file = home.root / "connections.toml"
    text = file.read_text(encoding="utf-8")
    known = base64.b64encode(f"some:{CANARIES['proxy']}".encode()).decode()
    answer = f"407 Not {known} nor {CANARIES['proxy']}" if way == "407 echoed" else None
    with (
        certificate.https_server() as stranger,
        SmtpServer(tls=certificate.serving(), auth=True) as mail,
        proxy_to(1, password="another", answer=answer) as proxy,
    ):
        elsewhere = stranger.rstrip("/") if way == "certificate" else "https://vendor.example"
        for service in (there.slack, there.page, there.sendgrid, there.pagerduty):
            text = text.replace(service.url, elsewhere)
        if way == "certificate":
            text = text.replace(
                f'{there.smtp.port}\nsecurity = "none"', f'{mail.port}\nsecurity = "starttls"'
            )
        else:
            text = text.replace('[proxy]\nurl = "http://127.0.0.1:1"', f'[proxy]\nurl = "{proxy.url}"')
            mail.tls, there.smtp.auth = None, True
            there.smtp.at_mail = lambda address: (
                "535 5.7.8 not " + base64.b64encode(f"\0me\0{PASSWORD}".encode()).decode()
            )
            for name in ("slack", "statuspage", "sendgrid", "pagerduty"):
                ring.kept["incident-composer", f"{name}@vendor.example"] = CANARIES[name]
        file.write_text(text, encoding="utf-8")
        sent = home.publish(everything(), "--live", "--debug")
        checked = home.run("connections", "check", "--debug")
        resumed = home.run("deliveries", "--live", "--resume", "--debug", "--json")
    assert {one["state"] for one in sent.json["deliveries"]} == {"failed"}
    words = (
        "can't be proved" if way == "certificate" else "proxy 127.0.0.1 does not connect to vendor.example"
    )
    assert sent.out.count(words) >= 4
    assert checked.out.count(words) >= 4
    assert bool(proxy.asked) is (way != "certificate")
    assert there.slack.seen == there.page.seen == there.sendgrid.seen == there.pagerduty.seen == []
    texts = [part for one in (sent, checked, resumed) for part in (one.out, one.err)]
    assert leaks(home, *texts) == []


@pytest.mark.logs_expected
def test_no_canary_is_found_after_a_bug(
    home: Home, there: Services, ring: MemoryRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected(home, there)

    def bug(self: HttpWire, method: str, url: str, **more: Any) -> None:
        raise ZeroDivisionError(f"{method} {url} {more}")

    monkeypatch.setattr(HttpWire, "send", bug)
    answer = home.publish(everything(), "--live", "--debug")
    assert answer.status == 3
    assert "ZeroDivisionError" in answer.err  # the crash text is there, without them
    assert leaks(home, answer.out, answer.err) == []
    logging.getLogger("incident_composer").setLevel(logging.NOTSET)


def test_no_canary_is_found_after_adding_what_is_wrong(
    home: Home, ring: MemoryRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    given(CANARIES["refused at add"])
    texts = [home.run("connections", "add", "slack", "--debug")]
    given(CANARIES["slack"])
    address = f"https://{CANARIES['in an address']}@slack.com/api"
    texts.append(home.run("connections", "add", "slack", "--base-url", address, "--debug"))
    given("https://hooks.evil.example/services/" + CANARIES["webhook"])
    texts.append(home.run("connections", "add", "slack", "--via", "webhook", "--debug"))
    assert [one.status for one in texts] == [1, 2, 1]
    assert leaks(home, *[text for one in texts for text in (one.out, one.err)]) == []
    given("https://hooks.slack.com/services/" + CANARIES["webhook"])
    added = home.run("connections", "add", "slack", "--via", "webhook", "--debug")
    assert added.status == 0
    assert leaks(home, added.out, added.err) == []
    file = Path(home.root / "connections.toml")
    own = f"[slack]\ntoken = '{CANARIES['in the file']}'\n"
    file.write_text(own, encoding="utf-8")
    for words in (["list"], ["check"], ["add", "slack"], ["remove", "slack"]):
        given(CANARIES["slack"])
        told = home.run("connections", *words, "--debug")
        assert CANARIES["in the file"] not in told.out + told.err
        assert file.read_text(encoding="utf-8") == own
