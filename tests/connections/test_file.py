"""connections.toml: what is read from it, and how each mistake is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from composer.connections.accounts import Kind, SlackAccount, SmtpAccount, StatuspageAccount
from composer.connections.file import load_connections, parse_connections

WHOLE = """
[slack]
invite = ["U024BE7LH"]

[statuspage]
page_id = "kctbh9vrtdwd"

[statuspage.eu]
base_url = "https://status.example.eu/v1/"
page_id = "eu1"

[sendgrid]
from = "Skillancer <support@skillancer.com>"

[pagerduty]
from = "comms-lead@skillancer.com"

[smtp]
host = "127.0.0.1"
port = 2525
security = "none"
from = "support@skillancer.com"

[executives]
to = ["cto@skillancer.com", "CEO <ceo@skillancer.com>"]

[customers]

[static_page]
folder = "/srv/www"

[proxy]
url = "http://proxy.internal:3128"
username = "me"
"""


def test_every_kind_is_read() -> None:
    found, problems = parse_connections(WHOLE, "connections.toml")
    assert problems == ()
    assert {one.kind for one in found.accounts} == set(Kind)
    assert found.named("slack") == SlackAccount("slack", "https://slack.com/api", ("U024BE7LH",), "api")
    assert found.of(Kind.STATUSPAGE) == (
        StatuspageAccount("statuspage", "https://api.statuspage.io/v1", "kctbh9vrtdwd"),
        StatuspageAccount("statuspage.eu", "https://status.example.eu/v1", "eu1"),
    )
    smtp = found.named("smtp")
    assert isinstance(smtp, SmtpAccount)
    assert (smtp.host, smtp.sender, smtp.needs_credential) == ("127.0.0.1", "support@skillancer.com", False)
    proxy = found.named("proxy")
    assert proxy is not None
    assert (proxy.host, proxy.needs_credential) == ("proxy.internal", True)
    assert found.named("nobody") is None


def test_a_webhook_has_its_own_host() -> None:
    found, problems = parse_connections('[slack]\nvia = "webhook"\n', "c")
    assert problems == ()
    (slack,) = found.accounts
    assert isinstance(slack, SlackAccount)
    assert (slack.host, slack.is_webhook) == ("hooks.slack.com", True)


def test_a_missing_file_is_no_mistake(tmp_path: Path) -> None:
    found, problems = load_connections(tmp_path / "connections.toml")
    assert (found.accounts, problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[slak]\n", "c.toml line 1: slak", "did you mean slack?"),
        ("slack = 1\n", "c.toml line 1: slack", "expected a table"),
        ("[slack]\n\nbase_url = 'http://slack.com'\n", "c.toml line 3: slack.base_url", "for this computer alone"),
        ("[slack]\nbase_url = 'https://me:hunter2@slack.com'\n", "line 2", "must not hold a name or password"),
        ("[slack]\nbase_url = 'https://slack.com/api?token=hunter2'\n", "line 2", "nothing after ?"),
        ("[slack]\nbase_url = 'ftp://slack.com'\n", "line 2", "begins with https://"),
        ("[slack]\nbase_url = 'https://'\n", "line 2", "with a host"),
        ("[slack]\nbase_url = 'https://slack.com:99999'\n", "line 2", "expected an address"),
        ("[slack]\nbase_url = 'https://sla\\tck.com/ä'\n", "line 2", "expected an address"),
        ("[slack]\nbase_url = 7\n", "line 2", "text in quotes"),
        ("[slack]\nvia = 'hunter2'\n", "line 2", "api"),
        ("[slack]\ninvite = ['@cto']\n", "line 2: slack.invite", "letters, digits"),
        ("[slack]\ntoken = 'xoxb-hunter2-hunter2'\n", "line 2: slack.token", "no place in this file"),
        ("[slack]\nbase_urll = ''\n", "line 2", "did you mean base_url?"),
        ("[statuspage]\n", "line 1", "page_id is missing"),
        ("[statuspage.e u]\n", "line 1", "not valid TOML"),
        ("[statuspage.'e u']\npage_id = 'a'\n", "line 1", "after the dot"),
        ("[statuspage.eu]\npage_id = 'a/../b'\n", "line 2: statuspage.eu.page_id", "letters"),
        ("[customers.eu]\n", "line 1", "only one customers"),
        ("[sendgrid]\nfrom = 'support'\n", "line 2: sendgrid.from", "mail address"),
        ("[sendgrid]\nfrom = 'a@b.c\\r\\nBcc: x@y.z'\n", "line 2", "mail address"),
        ("[sendgrid]\nsender = 'a@b.c'\n", "sendgrid", "from is missing"),
        ("[smtp]\nhost = 'mail.example.com'\nport = 25\nfrom = 'a@b.c'\nsecurity = 'none'\n", "smtp", "encryption"),
        ("[smtp]\nhost = 'mail example'\nport = 25\nfrom = 'a@b.c'\n", "line 2", "name of a server"),
        ("[smtp]\nhost = 'mail'\nport = 0\nfrom = 'a@b.c'\n", "line 3", "at least 1"),
        ("[executives]\nto = []\n", "line 2", "at least 1"),
        ("[executives]\nvia = 'smtp'\n", "c.toml line 1: executives", "slack_channel"),
        ("[executives]\nslack_channel = '#board room'\n", "line 2", "such as #executives"),
        ("[executives]\nto = ['a@b.c']\nvia = 'pigeon'\n", "line 3", "letters, digits"),
        ("[proxy]\nurl = 'socks5://proxy'\n", "line 2", "begins with"),
        ("[slack]\na = [\n", "c.toml line", "not valid TOML"),
        ("\x00", "c.toml", ""),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(text: str, place: str, words: str) -> None:
    found, problems = parse_connections(text, "c.toml")
    assert problems
    assert found.accounts == ()
    told = "\n".join(map(str, problems))
    assert place in told
    assert words in told
    assert "hunter2@" not in told
    assert "xoxb" not in told


def test_an_account_with_a_mistake_leaves_the_others() -> None:
    found, problems = parse_connections("[slack]\n[statuspage]\npage_id = 7\n", "c")
    assert [one.name for one in found.accounts] == ["slack"]
    assert len(problems) == 1


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "[::1]"])
def test_plain_http_is_for_this_computer(host: str) -> None:
    found, problems = parse_connections(f"[slack]\nbase_url = 'http://{host}:8080/api'\n", "c")
    assert problems == ()
    assert len(found.accounts) == 1


@pytest.mark.parametrize("host", ["localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "0.0.0.0"])
def test_what_only_looks_like_this_computer_needs_https(host: str) -> None:
    assert parse_connections(f"[slack]\nbase_url = 'http://{host}/api'\n", "c")[1]
