"""`connections`: listed, added, removed; every mistake in a sentence, and no secret in any of them."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest

from composer.connections import credentials
from tests.cli.command import Home
from tests.connections.memory_ring import MemoryRing

TOKEN = "xoxb-canary-0815-token"


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryRing:
    one = MemoryRing()
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: one,))
    return one


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Any:
    def give(data: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))

    give("")
    return give


def test_accounts_are_added_listed_and_removed(home: Home, ring: MemoryRing, given: Any) -> None:
    assert "There are no connections" in home.run("connections", "list").out
    given(f"{TOKEN}\n")
    added = home.run("connections", "add", "slack", "--invite", "U024BE7LH", "U024BE7LJ")
    assert (added.status, added.out) == (0, "slack is connected to slack.com.\n")
    assert ring.kept == {("incident-composer", "slack@slack.com"): TOKEN}
    given("")
    assert home.run("connections", "add", "executives", "--to", "cto@example.com").status == 0
    listed = home.run("connections", "list", "--json")
    assert listed.json == {
        "connections": [
            {"name": "slack", "kind": "slack", "host": "slack.com", "credential": "keyring"},
            {"name": "executives", "kind": "executives", "host": None, "credential": "not_needed"},
        ]
    }
    assert "token in the keyring" in home.run("connections", "list").out
    file = (home.root / "connections.toml").read_text(encoding="utf-8")
    assert 'invite = ["U024BE7LH", "U024BE7LJ"]' in file
    assert TOKEN not in file
    removed = home.run("connections", "remove", "slack")
    assert (removed.status, removed.out) == (0, "slack was removed, its credential too.\n")
    assert ring.kept == {}


def test_a_token_stays_with_its_host(home: Home, ring: MemoryRing, given: Any) -> None:
    given(TOKEN)
    assert home.run("connections", "add", "slack").status == 0
    given("")
    moved = home.run("connections", "add", "slack", "--base-url", "https://slack.example.com/api")
    assert moved.status == 1
    assert "No token was given for slack" in moved.err
    assert "slack.example.com" not in (home.root / "connections.toml").read_text(encoding="utf-8")
    listed = home.run("connections", "list", "--json").json["connections"]
    assert listed[0]["host"] == "slack.com"


def test_a_webhook_address_is_a_secret_for_its_host(home: Home, ring: MemoryRing, given: Any) -> None:
    address = "https://hooks.slack.com/services/T1/B2/canaryCanaryCanary"
    given(address.replace("hooks.slack.com", "hooks.evil.example"))
    refused = home.run("connections", "add", "slack", "--via", "webhook")
    assert refused.status == 1
    assert "must begin with https://hooks.slack.com/" in refused.err
    given(address)
    assert home.run("connections", "add", "slack", "--via", "webhook").status == 0
    assert ring.kept == {("incident-composer", "slack@hooks.slack.com"): address}
    everything = "".join(
        one.read_text(encoding="utf-8", errors="replace") for one in home.root.rglob("*") if one.is_file()
    )
    assert "canaryCanary" not in everything + refused.err


@pytest.mark.parametrize(
    ("words", "stdin", "told", "status"),
    [
        (["add", "slak"], TOKEN, "no kind of connection", 2),
        (["add", "statuspage.eu.x"], TOKEN, "no kind of connection", 2),
        (["add", "slack", "--page-id", "x"], TOKEN, "has no page_id", 2),
        (["add", "statuspage"], TOKEN, "page_id is missing", 2),
        (["add", "slack", "--base-url", "http://slack.com/api"], TOKEN, "for this computer alone", 2),
        (["add", "slack", "--base-url", f"https://{TOKEN}@slack.com/"], TOKEN, "name or password", 2),
        (["add", "slack"], "", "No token was given", 1),
        (["add", "slack"], TOKEN + " " + TOKEN, "token for slack has a space in it", 1),
        (["add", "slack"], TOKEN + "ä", "token for slack has letters outside ASCII in it", 1),
        (["add", "slack"], TOKEN + "\x1b[A" + TOKEN, "token for slack has control characters in it", 1),
        (["add", "slack"], TOKEN * 100, "more than 1,280 characters", 1),
        (["remove", "slack"], "", "no connection “slack”", 2),
        ([], "", "ACTION", 2),
        (["give"], "", "invalid choice", 2),
    ],
)
def test_a_mistake_is_told_and_changes_nothing(
    home: Home, ring: MemoryRing, given: Any, words: list[str], stdin: str, told: str, status: int
) -> None:
    given(stdin)
    answer = home.run("connections", *words)
    assert answer.status == status
    assert told in answer.err
    assert TOKEN not in answer.out + answer.err
    assert "Traceback" not in answer.err
    assert ring.kept == {}
    assert not (home.root / "connections.toml").exists()


def test_a_file_with_mistakes_is_told(home: Home, ring: MemoryRing) -> None:
    home.root.mkdir()
    (home.root / "connections.toml").write_text("[slack]\ntoken = 'xoxb-hunter2-hunter2'\n", encoding="utf-8")
    answer = home.run("connections", "list")
    assert answer.status == 2
    assert "connections.toml line 2: slack.token" in answer.err
    assert "hunter2" not in answer.out + answer.err


def test_without_a_keyring_nothing_is_written(home: Home, given: Any) -> None:
    given(TOKEN)
    answer = home.run("connections", "add", "slack")
    assert answer.status == 1
    assert "no keyring" in answer.err
    assert not (home.root / "connections.toml").exists()
