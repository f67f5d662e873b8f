"""A security incident by command: declared, kept from the public, approved, told to a regulator, and its switch set later, in practice and live."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.clock import SimulatedClock
from composer.connections import credentials
from tests.approved_statement import approved_plan
from tests.cli.command import Home, declaration, follow_up, resolution
from tests.connections.memory_ring import MemoryRing
from tests.vendors.slack import TOKEN, Slack

NEUTRAL = "Service issue under investigation"
HELD = "We are investigating an issue with some of our services. We will share more here as soon as we have confirmed it."


@pytest.fixture
def slack(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slack]:
    ring = MemoryRing()
    ring.kept["incident-composer", "slack@127.0.0.1"] = TOKEN
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    with Slack() as service:
        yield service


@pytest.fixture
def live(slack: Slack, tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.root.mkdir()
    (home.root / "connections.toml").write_text(f'[slack]\nbase_url = "{slack.url}/api"\n', encoding="utf-8")
    return home


def test_from_the_declaration_to_the_end(home: Home, clock: SimulatedClock, tmp_path: Path) -> None:
    home.root.mkdir(exist_ok=True)
    (home.root / "plan.toml").write_text(approved_plan(), encoding="utf-8")
    answer = home.publish(declaration(incident={"security": True}))
    assert answer.states() == {"slack_channel": "sent", "slack_declaration": "sent"}, "nothing public"
    own = answer.json["incident_id"]
    assert [one.get("private") for one in home.slack()] == [True, True]
    assert home.page() == []
    blocked = home.publish(follow_up(own, "identified", messages=["status_identified"], notify=True))
    assert (blocked.status, "approval_missing" in blocked.codes()) == (4, True)
    held = home.publish(follow_up(own, "investigating", messages=["status_holding"], notify=True))
    assert held.status == 0, held.out + held.err
    assert home.page()[0]["incident_updates"][0]["body"] == f"DRILL · {HELD}"
    (there,) = home.page()
    assert there["name"].endswith(NEUTRAL)
    assert (there["status"], there["impact"], there["components"]) == ("investigating", "none", [])
    assert set(home.components().values()) == {"operational"}
    shown = home.run("security", "show", own, "--json").json
    assert [(one["title"], one["components"]) for one in shown["public"]] == [(NEUTRAL, {})]
    assert (shown["code_name"], shown["slack_channel"]) == ("Alder", "#alder-2026-11-23")
    (clocked,) = shown["regulators"]
    assert (clocked["key"], clocked["due_at"], clocked["told_at"]) == (
        "gdpr_33",
        "2026-11-26T14:00:00Z",
        None,
    )
    assert [one["text"] for one in shown["public"]] == [f"DRILL · {HELD}"]
    clock.advance(timedelta(hours=1))
    words = home.run("security", "told", own, "gdpr_33", "--note", "The authority, by its form").out
    assert "GDPR Art. 33: notified 2026-11-23 15:00 UTC, The authority, by its form" in words
    quiet = home.publish(resolution(own))
    assert quiet.states() == {"slack_resolved": "sent"}, "resolved without a word to the public"
    home.run("export", own, "--format", "json,md", "--to", str(tmp_path / "out"))
    record = json.loads((tmp_path / "out" / f"{own}.json").read_text(encoding="utf-8"))
    assert (record["confidential"], record["security"]["code_name"]) == (True, "Alder")
    for name in (f"{own}.md", f"{own}-postmortem.md"):
        assert "**Confidential.** Security incident" in (tmp_path / "out" / name).read_text(encoding="utf-8")


def test_two_agree_by_command_before_another_text_is_public(home: Home, clock: SimulatedClock) -> None:
    own = home.publish(declaration(incident={"security": True})).json["incident_id"]
    asked: dict[str, Any] = follow_up(own, "identified", messages=["status_identified"], notify=True)
    blocked = home.publish(asked)
    (text,) = [one["text"] for one in blocked.json["findings"] if one["code"] == "approval_missing"]
    code = text.rstrip(".").rpartition(" ")[2]
    yes = [
        {"role": "legal", "name": "Lee Law", "by": "voice", "code": code},
        {"role": "incident_commander", "name": "Ada Lead", "by": "chat", "code": code},
    ]
    assert home.publish({**asked, "approvals": yes[:1]}).status == 4
    answer = home.publish({**asked, "approvals": yes})
    assert (answer.status, answer.states()) == (0, {"status_identified": "sent"}), answer.out
    assert not home.page()[0]["name"].endswith(NEUTRAL)
    words = home.run("security", "show", own).out
    assert "Title: " in words
    assert "Payments: " in words


def test_set_later_live_it_goes_on_in_a_private_channel_alone(
    live: Home, slack: Slack, clock: SimulatedClock
) -> None:
    own = live.publish(declaration(messages=["slack_declaration"]), "--live").json["incident_id"]
    (old,) = slack.channels.values()
    said = live.run("security", "begin", own, "--since", "2026-11-23T13:00:00Z", "--live")
    assert said.status == 0, said.err
    assert "by 2026-11-26 13:00 UTC" in said.out
    answer = live.publish(follow_up(own, "identified", messages=["slack_update"]), "--live")
    assert answer.states() == {"slack_channel": "sent", "slack_update": "sent"}, answer.out
    new = next(one for one in slack.channels.values() if one is not old)
    assert (new.private, new.name, len(new.messages), len(old.messages)) == (True, "alder-2026-11-23", 1, 1)


def test_where_the_private_channel_is_refused_nothing_is_said_in_the_old_one(
    live: Home, slack: Slack, clock: SimulatedClock
) -> None:
    own = live.publish(declaration(messages=["slack_declaration"]), "--live").json["incident_id"]
    (old,) = slack.channels.values()
    slack.scopes.discard("groups:write")
    live.run("security", "begin", own, "--live")
    answer = live.publish(follow_up(own, "identified", messages=["slack_update"]), "--live")
    assert answer.status == 3
    assert answer.states() == {"slack_channel": "failed", "slack_update": "failed"}
    assert "groups:write" in answer.out
    assert len(old.messages) == 1
    slack.scopes.add("groups:write")
    again = live.publish(follow_up(own, "mitigating", messages=["slack_update"]), "--live")
    assert again.states() == {"slack_channel": "sent", "slack_update": "sent"}, again.out
    assert len(old.messages) == 1


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("told", "gdpr_33", "--note", "x"), 2, "no security incident"),
        (("end", "--reason", "x"), 2, "no security incident"),
        (("begin", "--since", "yesterday"), 2, "ISO 8601"),
        (("begin", "--since", "2026-11-23T20:00:00Z"), 2, "future"),
    ],
)
def test_what_can_not_be_is_refused_in_one_sentence(
    home: Home, clock: SimulatedClock, arguments: tuple[str, ...], status: int, words: str
) -> None:
    own = home.publish(declaration()).json["incident_id"]
    action, *rest = arguments
    answer = home.run("security", action, own, *rest)
    assert answer.status == status, answer
    assert words in answer.err
