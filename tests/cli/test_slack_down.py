"""Slack is down: where responders meet stands in every internal text, and once it is back one current post takes the place of the old ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from composer import assets
from composer.clock import SimulatedClock
from composer.connections import credentials
from composer.domain.delivery import DeliveryState
from composer.domain.errors import RefusedError
from composer.paths import HomePaths, Mode
from composer.services.core import Services
from composer.services.second_way import reach_responders, second_ways
from tests.cli.command import Home, declaration, follow_up, read_mail, resolution
from tests.connections.memory_ring import MemoryRing
from tests.live_facts import EXECUTIVE
from tests.vendors import pagerduty
from tests.vendors.pagerduty import PagerDuty
from tests.vendors.server import nobody
from tests.vendors.slack import TOKEN, Slack
from tests.vendors.smtp import SmtpServer
from tests.vendors.statuspage import API_KEY, PAGE, Statuspage

BRIDGE = "https://meet.example.com/incident"
QUARTER = timedelta(minutes=15)


def test_where_responders_meet_is_told_inside_and_never_outside(home: Home, clock: SimulatedClock) -> None:
    incident = {"severity": "P0", "pagerduty_incident": "PABC123"}
    content = declaration(incident=incident, fields={**EXECUTIVE, "bridge": BRIDGE})
    assert home.publish(content).status == 0
    own = home.run("history", "", "--json").json["messages"][0]["incident_id"]
    pagerduty = home.practice / "pagerduty.jsonl"
    posts = [one for one in home.slack() if one["type"] == "message"]
    assert f"Bridge: {BRIDGE}" in posts[-1]["text"]
    (section,) = posts[-1]["blocks"][1]["elements"]
    assert {"type": "link", "url": BRIDGE, "text": BRIDGE} in section["elements"]
    (mail, *_) = [read_mail(one)[1] for one in home.mails()]
    assert mail.rstrip().endswith(f"Bridge: {BRIDGE}")
    assert f"Bridge: {BRIDGE}" in pagerduty.read_text(encoding="utf-8")
    # It stays until somebody takes it away, or the incident is over.
    clock.advance(QUARTER)
    assert home.publish(follow_up(own, "identified", fields=EXECUTIVE)).status == 0
    assert f"Bridge: {BRIDGE}" in home.slack()[-1]["text"]
    clock.advance(QUARTER)
    moved = follow_up(own, "monitoring", fields={**EXECUTIVE, "bridge": ""})
    assert home.publish(moved).status == 0
    assert "Bridge" not in home.slack()[-1]["text"]
    clock.advance(QUARTER)
    again = follow_up(
        own, "monitoring", fields={**EXECUTIVE, "bridge": "+1 555 0100"}, messages=["slack_update"]
    )
    assert home.publish(again).status == 0
    assert home.slack()[-1]["text"].endswith("Bridge: +1 555 0100")
    clock.advance(QUARTER)
    assert home.publish(resolution(own, fields=EXECUTIVE)).status == 0
    assert "Bridge" not in home.slack()[-1]["text"]
    public = "".join(
        one.read_text(encoding="utf-8") for one in (home.practice / "status-page").rglob("*") if one.is_file()
    )
    assert json.dumps(home.page()) != "[]"
    assert "meet.example.com" not in public
    assert "555 0100" not in public


# --- and is back ------------------------------------------------------------------------------------------------


@pytest.fixture
def slack() -> Iterator[Slack]:
    with Slack() as service:
        yield service


@pytest.fixture
def page() -> Iterator[Statuspage]:
    with Statuspage(names=("API", "Payments", "Search", "Notifications")) as service:
        yield service


@pytest.fixture
def live(home: Home, slack: Slack, page: Statuspage, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home with Slack and the page, and a clock that is told."""
    ring = MemoryRing()
    ring.kept["incident-composer", "slack@127.0.0.1"] = TOKEN
    ring.kept["incident-composer", "statuspage@127.0.0.1"] = API_KEY
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    home.root.mkdir()
    (home.root / "connections.toml").write_text(
        f'[slack]\nbase_url = "{slack.url}/api"\n\n[statuspage]\nbase_url = "{page.url}/v1"\npage_id = "{PAGE}"\n',
        encoding="utf-8",
    )
    return home


@contextmanager
def down(home: Home, slack: Slack) -> Iterator[None]:
    """Nobody listens where Slack was."""
    file = home.root / "connections.toml"
    before = file.read_text(encoding="utf-8")
    with nobody() as address:
        file.write_text(before.replace(slack.url, address), encoding="utf-8")
        yield
    file.write_text(before, encoding="utf-8")


def standing(home: Home) -> list[tuple[str, str]]:
    """Template and state of each Slack delivery, in the order of storing."""
    listed = home.run("deliveries", "--live", "--resume", "--json").json["deliveries"]
    return [(one["template"] or "channel", one["state"]) for one in listed if one["channel"] == "slack"]


def test_once_slack_is_back_one_current_post_takes_the_place_of_the_old_ones(
    live: Home, clock: SimulatedClock, slack: Slack, page: Statuspage
) -> None:
    with down(live, slack):
        content = declaration(messages=["slack_declaration", "status_investigating"], notify=True)
        answer = live.publish(content, "--live")
        own = answer.json["incident_id"]
        clock.advance(QUARTER)
        said = {"summary": "The consumer lost its place"}
        assert (
            live.publish(
                follow_up(own, "identified", messages=["slack_update"], fields=said), "--live"
            ).status
            == 3
        )
        clock.advance(QUARTER)
        assert {state for _, state in standing(live)} <= {"stale", "failed"}
    assert len(page.ledger.of("incident")) + len(page.ledger.of("update")) >= 1  # Slack delayed nothing else
    for _ in range(2):
        assert {state for _, state in standing(live)} <= {"stale", "failed"}
    assert slack.ledger.entries == []  # nothing is replayed, however often it goes on
    now = live.run("slack", "now", own, "--live", "--json")
    assert now.status == 0, now.out + now.err
    (channel,) = slack.channels.values()
    (post,) = channel.messages
    assert post["text"].startswith("INCIDENT DECLARED")  # nobody in the channel was ever told
    for words in ("The consumer lost its place", "Status: Identified", "500 users unable to pay"):
        assert words in post["text"]
    assert standing(live) == [
        ("channel", "cancelled"),
        ("slack_declaration", "cancelled"),
        ("slack_update", "cancelled"),
        ("channel", "sent"),
        ("slack_declaration", "sent"),
    ]
    assert len(slack.ledger.of("channel")) == 1
    refused = live.run("slack", "now", own, "--live")
    assert refused.status == 2
    assert "No Slack post of this incident waits for you" in refused.err
    # Away again: of two updates only the newest holds, and it is no declaration any more.
    with down(live, slack):
        for words in ("First", "Second"):
            update = follow_up(own, "identified", messages=["slack_update"], fields={"summary": words})
            assert live.publish(update, "--live").status == 3
            clock.advance(QUARTER)
        assert {state for _, state in standing(live)[-2:]} <= {"stale", "failed"}
    assert live.run("slack", "now", own, "--live").status == 0
    assert [one["text"].partition("\n")[0].split(" - ")[0] for one in channel.messages] == [
        "INCIDENT DECLARED",
        "INCIDENT UPDATE",
    ]
    assert "Summary: Second" in channel.messages[-1]["text"]
    assert len(slack.ledger.of("message")) == 2
    assert live.run("verify", "--live").status == 0


def test_while_slack_is_down_responders_are_mailed_and_paged(
    live: Home, clock: SimulatedClock, slack: Slack, page: Statuspage, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = assets.read_text("resources", "plan.toml")
    plan = plan.replace(
        'slack = "@cto"\n', 'slack = "@cto"\nemail = "cto@acme.example"\npagerduty_id = "U1"\n'
    )
    plan = plan.replace('slack = "@eng-lead"\n', 'slack = "@eng-lead"\nemail = "lead@acme.example"\n')
    (live.root / "plan.toml").write_text(plan, encoding="utf-8")
    ring = MemoryRing()
    for account, secret in (("slack", TOKEN), ("statuspage", API_KEY), ("pagerduty", pagerduty.API_KEY)):
        ring.kept["incident-composer", f"{account}@127.0.0.1"] = secret
    with SmtpServer() as smtp, PagerDuty() as duty, down(live, slack):
        with (live.root / "connections.toml").open("a", encoding="utf-8") as file:
            file.write(
                f'\n[smtp]\nhost = "127.0.0.1"\nport = {smtp.port}\nsecurity = "none"\nfrom = "Incidents <i@acme.example>"\n'
                f'\n[pagerduty]\nbase_url = "{duty.url}"\nfrom = "{pagerduty.USER}"\n'
            )
        content = declaration(
            incident={"pagerduty_incident": "PABC123"},
            fields={"bridge": BRIDGE},
            messages=["slack_declaration"],
        )
        assert live.publish(content, "--live").status == 3
        monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
        incident = live.run("history", "", "--live", "--json").json["messages"][0]["incident_id"]
        listed = live.run("slack", "reach", incident, "--live")
        assert listed.out.splitlines()[1:] == [
            "--mail 'CTO'  CTO, cto@acme.example",
            "--page 'CTO'  CTO",
        ]
        refused = live.run("slack", "reach", incident, "--mail", "CEO", "--live")
        assert (refused.status, "“ceo”" in refused.err) == (2, True)
        sent = live.run("slack", "reach", incident, "--mail", "cto", "--live")
        assert (sent.status, smtp.readers()) == (0, ["cto@acme.example"]), sent.err
        smtp.ledger.entries.clear()
        credentials_ = credentials.Credentials(lambda: ring)
        with Services(HomePaths(live.root), Mode.LIVE, clock=clock, credentials=credentials_) as services:
            (post,) = (one for one in services.record.deliveries() if one.template)
            ways = second_ways(services, post.id)
            assert [one.email for one in ways.people] == ["lead@acme.example", "cto@acme.example"]
            assert ways.named == {"Engineering Lead"}  # who has a part in it
            assert (ways.no_mail, ways.no_page) == (None, None)
            stored = reach_responders(services, post.id, mailed=["Engineering Lead"], paged=["CTO"])
            for _ in range(2):
                services.outbox.carry_out({one.publish_id for one in stored})
            assert {services.record.delivery(one.id).state for one in stored} == {DeliveryState.SENT}
            assert services.record.delivery(post.id).state is not DeliveryState.SENT
            told = [one.text for one in services.record.events(post.incident_id)]
            assert "Mailed to Engineering Lead in place of Slack" in told
            with pytest.raises(RefusedError, match="Say who"):
                reach_responders(services, post.id)
        assert smtp.readers() == ["lead@acme.example"]
        assert f"Bridge: {BRIDGE}" in smtp.ledger.of("mail")[0]["raw"]
        (asked,) = duty.ledger.of("page")
        assert BRIDGE in str(asked)
    assert slack.ledger.entries == []


def test_the_next_update_makes_the_channel_that_could_not_be_made(
    live: Home, clock: SimulatedClock, slack: Slack, page: Statuspage
) -> None:
    with down(live, slack):
        own = live.publish(declaration(messages=["slack_declaration"]), "--live").json["incident_id"]
        clock.advance(QUARTER)
        assert {state for _, state in standing(live)} <= {"stale", "failed"}
    answer = live.publish(follow_up(own, "identified", messages=["slack_update"]), "--live")
    assert answer.status == 0, answer.out
    assert standing(live)[0] == ("channel", "cancelled")  # it asks nobody any more
    assert [kind for kind, state in standing(live) if state == "sent"] == ["channel", "slack_update"]
    again = live.publish(follow_up(own, "monitoring", messages=["slack_update"]), "--live")
    assert [one["template"] for one in again.json["deliveries"]] == ["slack_update"]
    assert (len(slack.ledger.of("channel")), len(slack.ledger.of("message"))) == (1, 2)
