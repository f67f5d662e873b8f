"""Live mode by the command line, against services with a memory: what is published, shown, resumed, and never doubled."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from composer import assets
from composer.connections import credentials
from composer.domain.delivery import DeliveryState
from composer.paths import HomePaths, Mode
from composer.publishing.destinations import slack as slack_module
from composer.publishing.destinations import statuspage as statuspage_module
from composer.record.record import Record
from composer.services import checking
from composer.services.core import Services as LiveServices
from composer.services.in_force import open_library
from composer.services.what_went_out import what_went_out
from tests.approved_statement import approved_plan
from tests.cli.command import Home, declaration, follow_up, resolution
from tests.connections.memory_ring import MemoryRing
from tests.live_facts import CUSTOMER, EXECUTIVE
from tests.vendors import pagerduty, sendgrid
from tests.vendors.pagerduty import PagerDuty
from tests.vendors.sendgrid import Sendgrid
from tests.vendors.server import (
    Fault,
    Vendor,
    accepts_but_says,
    drips,
    hangs_up,
    loses_reply,
    nobody,
    refuses,
    says_nothing,
)
from tests.vendors.slack import TOKEN, Slack
from tests.vendors.smtp import SmtpServer
from tests.vendors.statuspage import API_KEY, PAGE, Statuspage

SECRETS = (TOKEN, API_KEY, sendgrid.API_KEY, pagerduty.API_KEY)


@pytest.fixture
def slack() -> Iterator[Slack]:
    with Slack() as service:
        yield service


@pytest.fixture
def page() -> Iterator[Statuspage]:
    with Statuspage(names=("API", "Payments", "Search", "Notifications")) as service:
        yield service


@pytest.fixture
def live(home: Home, slack: Slack, page: Statuspage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A home with both connections; nothing of it may hold a secret in the end."""
    ring = MemoryRing()
    ring.kept["incident-composer", "slack@127.0.0.1"] = TOKEN
    ring.kept["incident-composer", "statuspage@127.0.0.1"] = API_KEY
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    monkeypatch.setattr(slack_module, "SETTLE_S", 0)
    monkeypatch.setattr(statuspage_module, "SETTLE_S", 0)
    home.root.mkdir()
    (home.root / "connections.toml").write_text(
        f'[slack]\nbase_url = "{slack.url}/api"\n\n[statuspage]\nbase_url = "{page.url}/v1"\npage_id = "{PAGE}"\n',
        encoding="utf-8",
    )
    yield home
    for file in home.root.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert not [secret for secret in SECRETS if secret.encode() in data], file


def declared(**changes: Any) -> dict[str, Any]:
    """A P1 that is declared just now, on Slack and the page."""
    started = (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    incident = {"impact_started_at": started} | changes.pop("incident", {})
    return declaration(
        incident=incident, messages=["slack_declaration", "status_investigating"], notify=True, **changes
    )


def publish(home: Home, content: dict[str, Any], *more: str) -> Any:
    """`publish --live --json`; no secret is in what it prints."""
    answer = home.publish(content, "--live", *more)
    assert not [secret for secret in SECRETS if secret in answer.out + answer.err]
    return answer


def states(answer: Any) -> dict[str | None, str]:
    return {one["template"]: one["state"] for one in answer.json["deliveries"]}


def test_neither_a_customer_nor_a_credential_of_this_computer_leaves_by_command(
    live: Home, slack: Slack, page: Statuspage
) -> None:
    with (live.root / "connections.toml").open("a", encoding="utf-8") as file:
        file.write('\n[customers]\nfile = "customers.csv"\n')
    (live.root / "customers.csv").write_text("email,name\nit@globex.example,Globex GmbH\n", encoding="utf-8")
    content = declared(incident={"public_title": "Payments of Globex fail"})
    content["fields"]["summary"] = f"The key {API_KEY} is refused"
    content["override"] = {"leak_own_secret": "please", "leak_named_secret": "it is revoked"}
    for more in (["--dry-run"], []):
        answer = publish(live, content, *more)
        assert answer.status == 4, answer.out + answer.err
        found = {(one["code"], one["field"], one["level"]) for one in answer.json["findings"]}
        assert ("leak_customer", "public_title", "blocking") in found
        assert ("leak_own_secret", "summary", "blocking") in found, "for no reason"
    assert (page.incidents, slack.channels) == ({}, {})


@pytest.mark.logs_expected
def test_a_guard_that_breaks_keeps_the_public_posts_of_a_command(
    live: Home, slack: Slack, page: Statuspage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_asked: object, **_more: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr("composer.checks.leaks.LeakGuard.leaks", broken)
    answer = publish(live, declared())
    assert answer.status == 4, answer.out + answer.err
    (finding,) = [one for one in answer.json["findings"] if one["level"] == "blocking"]
    assert (finding["code"], finding["channel"]) == ("guard_failed", "status_page")
    assert "could not be checked for internal names, so it is not published" in finding["text"]
    assert (page.incidents, slack.channels) == ({}, {})
    internal = declared()
    internal["messages"] = ["slack_declaration"]
    assert publish(live, internal).status == 0, "colleagues are told all the same"
    assert page.incidents == {}


def test_an_incident_goes_out_and_is_resolved(live: Home, slack: Slack, page: Statuspage) -> None:
    answer = publish(live, declared())
    assert answer.status == 0, answer.out + answer.err
    assert set(states(answer).values()) == {"sent"}
    (channel,) = slack.channels.values()
    assert channel.name.startswith("incident-2")
    assert channel.topic.startswith("P1")
    (message,) = channel.messages
    assert channel.pins == {message["ts"]}
    assert "Status Page: Updated" in message["text"]  # amended once the page had accepted
    (incident,) = page.incidents.values()
    assert page.status_of("Payments") == "partial_outage"
    assert page.notified == 1
    by_template = {one["template"]: one for one in answer.json["deliveries"]}
    assert by_template["slack_declaration"]["vendor_id"] == message["ts"]
    assert by_template["slack_declaration"]["url"].startswith("https://acme.slack.com/archives/")
    assert by_template[None]["vendor_id"] == channel.id
    assert by_template["status_investigating"]["vendor_id"] == incident["id"]
    assert by_template["status_investigating"]["url"] == incident["shortlink"]

    own = answer.json["incident_id"]
    identified = follow_up(own, "identified", messages=["slack_update", "status_identified"], notify=False)
    assert publish(live, identified).status == 0
    ended = datetime.now(UTC).isoformat()
    over = resolution(own, impact_ended_at=ended, messages=["slack_resolved", "status_resolved"], notify=True)
    assert publish(live, over).status == 0, page.incidents
    assert incident["status"] == "resolved"
    assert [one["status"] for one in incident["incident_updates"]] == [
        "resolved",
        "identified",
        "investigating",
    ]
    assert page.status_of("Payments") == "operational"
    assert page.notified == 2
    assert len(channel.messages) == 3
    assert len(slack.ledger.of("channel")) == 1
    listed = live.run("deliveries", "--live", "--json")
    assert listed.status == 0
    assert len(listed.json["deliveries"]) == 7
    assert live.run("deliveries", "--json").json["deliveries"] == []  # practice has a record of its own


def test_a_dry_run_is_what_leaves(live: Home, slack: Slack, page: Statuspage) -> None:
    first = publish(live, declared())
    own = first.json["incident_id"]
    identified = follow_up(own, "identified", messages=["slack_update", "status_identified"], notify=False)
    slack.seen.clear()
    page.seen.clear()
    shown = live.publish(identified, "--live", "--dry-run")
    assert shown.status == 0
    (channel,) = slack.channels.values()
    words = live.run("publish", str(live.write(identified)), "--live", "--dry-run").out
    assert [one for one in words.splitlines() if one.startswith("would reach")] == [
        f"would reach #{channel.name}: slack_update",
        f"would reach statuspage {PAGE}: status_identified, no subscriber is told",
    ]
    assert slack.seen == page.seen == []
    assert "Bearer [secret]" in shown.out
    assert "OAuth [secret]" in shown.out
    assert publish(live, identified).status == 0
    bodies = [request["content"].partition("\n\n")[2] for request in shown.json["requests"]]
    (post,) = slack.requests("POST", "chat.postMessage")
    (change,) = page.requests("PATCH", "incidents")
    real = [post.body.decode(), change.body.decode()]
    # The ids of deliveries are made anew each time; every other byte is the same.
    ids = {json.loads(body)["channel"]: "C" for body in real if "channel" in json.loads(body)}
    assert len(ids) == 1
    assert [without_ids(body) for body in bodies] == [without_ids(body) for body in real]


def without_ids(body: str) -> str:
    content = json.loads(body)
    marker = content.get("metadata") or content["incident"]["metadata"]["incident_composer"]
    marker = marker.get("event_payload", marker)
    return body.replace(marker["delivery_id"], "ID")


def test_a_channel_without_a_connection_blocks(live: Home, slack: Slack, page: Statuspage) -> None:
    answer = publish(live, {**declared(), "messages": ["slack_declaration", "executive_notification"]})
    assert answer.status == 4
    assert "no_connection" in [one["code"] for one in answer.json["findings"] if one["level"] == "blocking"]
    assert slack.ledger.entries == []
    no_word = {**declared()}
    del no_word["notify"]
    assert "notify_missing" in publish(live, no_word).out
    assert live.run("deliveries", "--live", "--json").json["deliveries"] == []


def test_a_lost_answer_is_looked_up_at_once_and_never_sent_twice(
    live: Home, slack: Slack, page: Statuspage
) -> None:
    slack.fail("POST", "chat.postMessage", loses_reply())
    slack.fail("POST", "conversations.create", loses_reply())
    page.fail("POST", "incidents$", accepts_but_says(503))
    answer = publish(live, declared())
    assert answer.status == 0, answer.out
    assert set(states(answer).values()) == {"sent"}
    assert (
        len(slack.ledger.of("message"))
        == len(slack.ledger.of("channel"))
        == len(page.ledger.of("update"))
        == 1
    )


def test_what_can_not_be_found_stays_unknown_until_a_person_decides(
    live: Home, slack: Slack, page: Statuspage
) -> None:
    slack.channel("incidents")
    slack.fail("POST", "chat.postMessage", hangs_up())
    answer = publish(live, declared(incident={"slack_channel": "#incidents"}))
    assert answer.status == 3
    assert states(answer) == {"slack_declaration": "unknown", "status_investigating": "sent"}
    for _ in range(2):
        again = live.run("deliveries", "--live", "--resume", "--json")
        assert again.status == 3
        assert states(again)["slack_declaration"] == "unknown"
    assert len(slack.requests("POST", "chat.postMessage")) == 1


def test_a_pause_that_is_asked_for_is_kept(live: Home, slack: Slack, page: Statuspage) -> None:
    slack.channel("incidents")
    slack.fail("POST", "chat.postMessage", refuses(429, Retry_After="2"))
    began = datetime.now(UTC)
    answer = publish(live, declared(incident={"slack_channel": "#incidents"}))
    assert answer.status == 0, answer.out
    assert (datetime.now(UTC) - began).total_seconds() >= 2
    assert len(slack.ledger.of("message")) == 1


def test_one_service_that_is_away_delays_no_other(live: Home, slack: Slack, page: Statuspage) -> None:
    with nobody() as address:
        file = live.root / "connections.toml"
        file.write_text(file.read_text(encoding="utf-8").replace(slack.url, address), encoding="utf-8")
        slack.fail("POST", ".*", refuses(500))
        answer = publish(live, declared(incident={"slack_channel": "C0000001"}))
    assert answer.status == 3
    assert states(answer)["status_investigating"] == "sent"
    assert states(answer)["slack_declaration"] in ("waiting", "failed")


@pytest.mark.parametrize(
    ("name", "words"), [("slack@127.0.0.1", "token"), ("statuspage@127.0.0.1", "API key")]
)
def test_a_missing_credential_is_told_and_the_others_go(
    live: Home, slack: Slack, page: Statuspage, name: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = MemoryRing()
    ring.kept["incident-composer", "slack@127.0.0.1"] = TOKEN
    ring.kept["incident-composer", "statuspage@127.0.0.1"] = API_KEY
    del ring.kept["incident-composer", name]
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    slack.channel("incidents")
    answer = publish(live, declared(incident={"slack_channel": "#incidents"}))
    assert answer.status == 3
    failed = [one for one in answer.json["deliveries"] if one["state"] == "failed"]
    assert len(failed) == 1
    assert failed[0]["error"].startswith(f"There is no {words} for {name.partition('@')[0]} at 127.0.0.1.")
    assert "connections add" in failed[0]["error"]


def test_a_webhook_posts_and_is_honest_about_the_rest(
    live: Home, slack: Slack, page: Statuspage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = MemoryRing()
    address = f"{slack.url}/services/T1/B1/canaryWebhook"
    ring.kept["incident-composer", "slack@127.0.0.1"] = address
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    (live.root / "connections.toml").write_text(
        f'[slack]\nvia = "webhook"\nbase_url = "{slack.url}"\n', encoding="utf-8"
    )
    content = {**declared(), "messages": ["slack_declaration"]}
    slack.fail("POST", "/services/", refuses(200, b"ok"))
    sent = publish(live, content)
    assert sent.status == 0, sent.out
    assert states(sent) == {"slack_declaration": "sent"}  # no channel is made
    (request,) = slack.requests("POST", "/services/")
    assert set(request.json) == {"text", "blocks", "unfurl_links", "unfurl_media"}
    slack.fail("POST", "/services/", hangs_up(), refuses(410, b"channel_is_archived"))
    lost = publish(live, {**content, "incident": {**content["incident"], "title": "Another one"}})
    assert states(lost) == {"slack_declaration": "unknown"}
    gone = publish(live, {**content, "incident": {**content["incident"], "title": "A third one"}})
    assert "channel_is_archived" in gone.out
    dry = live.publish(content, "--live", "--dry-run")
    for answer in (sent, lost, gone, dry):
        assert "canaryWebhook" not in answer.out + answer.err


def test_each_workspace_gets_the_channel_and_every_post_once(
    live: Home, slack: Slack, page: Statuspage, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = assets.read_text("resources", "plan.toml")
    plan = plan.replace('slack = "@cto"\n', 'slack = "@cto"\nslack_id = "U024BE7LH"\n')
    (live.root / "plan.toml").write_text(plan, encoding="utf-8")
    ring = MemoryRing()
    for user, secret in (("slack", TOKEN), ("slack.eu", TOKEN), ("statuspage", API_KEY)):
        ring.kept["incident-composer", f"{user}@127.0.0.1"] = secret
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    with Slack() as other:
        with (live.root / "connections.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[slack.eu]\nbase_url = "{other.url}/api"\ninvite = ["U024BE7LJ"]\n')
        other.fail("POST", "conversations.create", refuses(200, {"ok": False, "error": "restricted_action"}))
        first = publish(live, declared(incident={"severity": "P0"}))
        assert first.status == 3
        assert len(slack.ledger.of("message")) == 1
        assert other.ledger.entries == []
        named = {
            one["destination"]: one["state"] for one in first.json["deliveries"] if one["template"] is None
        }
        (channel,) = slack.channels.values()
        assert named == {f"#{channel.name}": "sent", f"#{channel.name} (eu)": "failed"}
        assert channel.members == {"U024BE7LH"}  # the plan's ids are those of the first workspace
        own = first.json["incident_id"]
        # What one workspace lacks is made there, and the other one is left as it is.
        now = live.run("slack", "now", own, "--live", "--json")
        assert now.status == 0, now.out + now.err
        (there,) = other.channels.values()
        assert (there.name, there.members) == (channel.name, {"U024BE7LJ"})
        assert there.pins == {there.messages[0]["ts"]}
        assert len(slack.ledger.of("message")) == 1
        identified = follow_up(own, "identified", messages=["slack_update"])
        shown = live.publish(identified, "--live", "--dry-run", "--json").json["requests"]
        assert [one["destination"] for one in shown] == [f"#{channel.name}", f"#{channel.name} (eu)"]
        assert publish(live, identified).status == 0
        for one in (slack, other):
            assert (len(one.ledger.of("channel")), len(one.ledger.of("message"))) == (1, 2)
        # One refuses and the other asks to wait: the current post is for the first alone, and takes nothing from the second.
        slack.fail("POST", "chat.postMessage", refuses(200, {"ok": False, "error": "restricted_action"}))
        other.fail("POST", "chat.postMessage", refuses(429, {"ok": False}, Retry_After="60"))
        assert publish(live, follow_up(own, "identified", messages=["slack_update"])).status == 3
        assert live.run("slack", "now", own, "--live").status == 0
        listed = live.run("deliveries", "--live", "--json").json["deliveries"]
        latest = {one["destination"]: one["state"] for one in listed if one["template"] == "slack_update"}
        assert latest == {f"#{channel.name}": "sent", f"#{channel.name} (eu)": "waiting"}


def test_mistakes_in_the_file_are_told(live: Home) -> None:
    (live.root / "connections.toml").write_text("[slack]\nbase_url = 7\n", encoding="utf-8")
    answer = publish(live, declared())
    assert answer.status == 4
    assert "connections.toml line 2: slack.base_url" in answer.err


def test_a_page_of_ones_own_is_written(live: Home, tmp_path: Path, slack: Slack, page: Statuspage) -> None:
    folder = tmp_path / "www"
    with (live.root / "connections.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[static_page]\nfolder = "{folder}"\nurl = "https://status.example.com"\n')
    answer = publish(live, declared())
    assert answer.status == 0, answer.out
    pages = [one for one in answer.json["deliveries"] if one["channel"] == "status_page"]
    assert [one["state"] for one in pages] == ["sent", "sent"]
    assert pages[1]["url"].startswith("https://status.example.com/")
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert "failed payments" in text
    assert "DRILL" not in text
    assert len(page.ledger.of("update")) == 1


# --- mail and PagerDuty -------------------------------------------------------------------------------------------


@pytest.fixture
def mailed(
    live: Home, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Home, SmtpServer, Sendgrid, PagerDuty]]:
    """A home with every connection."""
    ring = MemoryRing()
    for user, secret in (
        ("slack@127.0.0.1", TOKEN), ("statuspage@127.0.0.1", API_KEY),
        ("sendgrid@127.0.0.1", sendgrid.API_KEY), ("pagerduty@127.0.0.1", pagerduty.API_KEY),
    ):  # fmt: skip
        ring.kept["incident-composer", user] = secret
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    with SmtpServer() as smtp, Sendgrid() as grid, PagerDuty() as duty:
        with (live.root / "connections.toml").open("a", encoding="utf-8") as file:
            file.write(
                f'\n[sendgrid]\nbase_url = "{grid.url}/v3"\nfrom = "Support <support@example.com>"\n'
                f'\n[pagerduty]\nbase_url = "{duty.url}"\nfrom = "{pagerduty.USER}"\n'
                f'\n[smtp]\nhost = "127.0.0.1"\nport = {smtp.port}\nsecurity = "none"\nfrom = "Support <support@example.com>"\n'
                '\n[executives]\nto = ["CEO <ceo@example.com>", "cto@example.com"]\n'
                '\n[customers]\nfile = "customers.csv"\n'
            )
        (live.root / "customers.csv").write_text(
            "email,name\n" + "".join(f"c{n}@example.com,Customer {n}\n" for n in range(5)), encoding="utf-8"
        )
        yield live, smtp, grid, duty


def test_executives_customers_and_pagerduty_are_told(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty], slack: Slack, page: Statuspage
) -> None:
    live, smtp, grid, duty = mailed
    content = declared(
        incident={"severity": "P0", "pagerduty_incident": "PABC123"}, fields={**EXECUTIVE, **CUSTOMER},
        impact_ended_at=datetime.now(UTC).isoformat(),
    )  # fmt: skip
    content["messages"] = [
        "slack_declaration",
        "executive_notification",
        "customer_email",
        "pagerduty_status_update",
    ]
    shown = live.publish(content, "--live", "--dry-run")
    assert shown.status == 0, shown.out
    assert grid.seen == duty.seen == []
    assert smtp.connections == 0
    answer = publish(live, content)
    assert answer.status == 0, answer.out
    assert set(states(answer).values()) == {"sent"}
    counts = {one["template"]: one.get("recipients") for one in answer.json["deliveries"]}
    assert counts["executive_notification"] == {"accepted": 2, "refused": 0, "unknown": 0, "pending": 0}
    assert counts["customer_email"] == {"accepted": 5, "refused": 0, "unknown": 0, "pending": 0}
    assert smtp.readers() == ["ceo@example.com", "cto@example.com"]
    assert sorted(one["to"] for one in grid.mails()) == [f"c{n}@example.com" for n in range(5)]
    assert "Dear Customer 3," in grid.mails()[3]["text"]
    assert len(duty.ledger.of("status_update")) == 1
    mail = smtp.ledger.of("mail")[0]["raw"]
    assert "From: Support <support@example.com>" in mail
    assert "To: CEO <ceo@example.com>" in mail
    assert "Auto-Submitted: auto-generated" in mail


def in_slack(home: Home, *more: str) -> None:
    """The executives read in a Slack channel too."""
    answer = home.run("connections", "add", "executives", "--slack-channel", "Executives", *more)
    assert answer.status == 0, answer.err


def told(answer: Any) -> dict[str, tuple[str, str]]:
    """Account and state of each way of the executive notification."""
    ways = [one for one in answer.json["deliveries"] if one["template"] == "executive_notification"]
    return {one["destination"]: (one["state"], one["error"] or "") for one in ways}


def test_executives_may_read_in_a_slack_channel_of_their_own(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty], slack: Slack, page: Statuspage
) -> None:
    live, smtp, _grid, _duty = mailed
    in_slack(live)
    assert "no Slack channel #executives" in " ".join(checked(live, "executives")[1]["executives"]["missing"])
    theirs = slack.channel("executives")
    facts = checked(live, "executives")[1]["executives"]["facts"]
    assert facts == ["2 readers, by smtp.", "Slack #executives, by slack: 1 members."]
    # The answer to the executives' post is lost: it is looked up by its marker, where it was sent.
    slack.fail("POST", "chat.postMessage", loses_reply())
    summary = "*Payments* fail <!channel> @here"
    content = declared(
        incident={"severity": "P0"}, fields={**EXECUTIVE, "executive_summary": summary}
    )  # fmt: skip
    answer = publish(live, {**content, "messages": ["executive_notification", "slack_declaration"]})
    assert answer.status == 0, answer.out
    assert told(answer) == {"executives": ("sent", ""), "#executives": ("sent", "")}
    assert smtp.readers() == ["ceo@example.com", "cto@example.com"]
    (post,) = theirs.messages
    assert len(slack.ledger.of("message")) == 2
    mail = smtp.ledger.of("mail")[0]["raw"]
    subject = post["blocks"][0]["text"]
    assert subject["type"] == "plain_text"
    assert subject["text"].startswith("[P0 INCIDENT] Skillancer - ")
    assert f"Subject: {subject['text']}" in mail
    (section,) = post["blocks"][1]["elements"]
    assert {one["type"] for one in section["elements"]} <= {
        "text",
        "link",
    }  # nobody is called, nothing is markup
    assert summary in "".join(one["text"] for one in section["elements"])
    assert "<!channel>" not in post["text"]
    assert theirs.pins == set()
    # A text of one's own that is too long for Slack is found while it is composed, at its longest field.
    own = live.root / "templates" / "executive" / "executive_notification.j2"
    own.parent.mkdir(parents=True)
    shipped = assets.read_text("templates", "executive", own.name)
    own.write_text(shipped + "\n" + "{{ current_actions }}\n" * 20, encoding="utf-8")
    long = {**EXECUTIVE, "current_actions": "Rewinding. " * 70}
    content = declared(incident={"severity": "P0"}, fields=long)
    blocked = publish(live, {**content, "messages": ["executive_notification"]})
    (finding,) = [one for one in blocked.json["findings"] if one["level"] == "blocking"]
    assert blocked.status == 4
    assert (finding["code"], finding["field"]) == ("too_long", "current_actions")
    assert "13,200 fit in Slack" in finding["text"]
    assert len(theirs.messages) == 1
    (incidents,) = (one for one in slack.channels.values() if one is not theirs)
    assert len(incidents.messages) == len(incidents.pins) == 1  # the declaration is the first one there


def test_executives_in_slack_alone_and_never_in_a_webhooks_channel(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty], slack: Slack, page: Statuspage
) -> None:
    live, smtp, _grid, _duty = mailed
    theirs = slack.channel("executives")
    assert live.run("connections", "remove", "executives").status == 0
    in_slack(live)
    content = declared(incident={"severity": "P0"}, fields=EXECUTIVE)
    content["messages"] = ["executive_notification"]
    tried = ("mail", "test", str(live.write(content)), "--template", "executive_notification")
    answer = live.run(*tried, "--to", "me@example.com", "--live")
    assert "no mail to try" in answer.err
    assert theirs.messages == []  # a test is for oneself
    answer = publish(live, content)
    assert (answer.status, told(answer)) == (0, {"#executives": ("sent", "")})
    assert (len(theirs.messages), smtp.connections) == (1, 0)
    file = live.root / "connections.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("[slack]", '[slack]\nvia = "webhook"'), encoding="utf-8"
    )
    answer = publish(live, {**content, "incident": {**content["incident"], "title": "Another one"}})
    assert answer.status == 4
    assert "no_connection" in answer.codes()
    assert "token" in " ".join(checked(live, "executives")[1]["executives"]["missing"])
    assert slack.requests("POST", "/services/") == []


def test_dirt_in_the_file_of_customers_stores_and_sends_nothing(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty], slack: Slack
) -> None:
    live, _smtp, grid, _duty = mailed
    (live.root / "customers.csv").write_text("email,name\nc1@example.com,Ann\nnobody,Bob\n", encoding="utf-8")
    content = declared(fields=CUSTOMER, impact_ended_at=datetime.now(UTC).isoformat())
    answer = publish(live, {**content, "messages": ["slack_declaration", "customer_email"]})
    assert answer.status == 2
    assert "customers.csv line 3: email" in answer.err
    assert slack.ledger.entries == grid.ledger.entries == []
    # It holds up no other channel.
    assert publish(live, {**content, "messages": ["slack_declaration"]}).status == 0


def test_some_refused_and_one_in_doubt_are_told_and_resume_mails_nobody_twice(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty],
) -> None:
    live, smtp, _grid, _duty = mailed
    smtp.at_end = lambda address: "kept+close" if address.startswith("cto@") else None
    content = declared(incident={"severity": "P0"}, fields=EXECUTIVE)
    answer = publish(live, {**content, "messages": ["executive_notification"]})
    assert answer.status == 3
    assert states(answer) == {"executive_notification": "unknown"}
    (one,) = answer.json["deliveries"]
    assert one["recipients"] == {"accepted": 1, "refused": 0, "unknown": 1, "pending": 0}
    assert live.run("deliveries", "--live", "--resume").status == 3
    assert smtp.readers() == ["ceo@example.com", "cto@example.com"]


def test_what_asks_a_person_is_decided_by_command(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty],
) -> None:
    live, _smtp, _grid, duty = mailed
    content = declared(incident={"severity": "P0", "pagerduty_incident": "PABC123"}, fields=EXECUTIVE)
    content["messages"] = ["pagerduty_status_update"]

    def left_over(title: str, *faults: Fault) -> str:
        duty.fail("POST", "status_updates", *faults)
        answer = publish(live, {**content, "incident": {**content["incident"], "title": title}})
        (one,) = answer.json["deliveries"]
        assert one["state"] in ("unknown", "failed")
        return str(one["id"])

    lost, refused, unwanted = (
        left_over("Lost", loses_reply()),
        left_over("Refused", refuses(401)),
        left_over("Unwanted", hangs_up()),
    )
    listed = live.run("deliveries", "--live").out
    assert f"{refused}: --send-again, --by-hand or --let-be" in listed
    assert f"{lost}: Asked at " in listed
    assert "whether it arrived: it can't be told; --send-again, --by-hand or --let-be" in listed
    assert (
        live.run("deliveries", "--live", "--by-hand", lost, "--url", "https://acme.pagerduty.com/x").status
        == 3
    )
    sent_again = live.run("deliveries", "--live", "--send-again", unwanted)
    assert "it can't be told. It is sent again because you say so." in sent_again.err
    assert live.run("deliveries", "--live", "--let-be", refused).status == 0
    left = {one["id"]: one["state"] for one in live.run("deliveries", "--live", "--json").json["deliveries"]}
    assert left == {lost: "by_hand", refused: "cancelled", unwanted: "sent"}
    assert len(duty.ledger.of("status_update")) == 2
    for words in (["--send-again", lost], ["--by-hand", "nobody"], ["--send-again", lost, "--let-be", lost]):
        assert live.run("deliveries", "--live", *words).status == 2, words


# --- what a connection can do -------------------------------------------------------------------------------------


def checked(home: Home, *name: str) -> tuple[int, dict[str, Any]]:
    answer = home.run("connections", "check", *name, "--json")
    assert not [secret for secret in SECRETS if secret in answer.out + answer.err]
    return answer.status, {one["name"]: one for one in answer.json["connections"]}


def test_a_check_tells_what_each_account_can_do_and_sends_nothing(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty], slack: Slack, page: Statuspage
) -> None:
    live, smtp, grid, duty = mailed
    for number, component in enumerate(open_library(None).plan.components):
        own = f"own{number}"
        page.components[own] = {"id": own, "name": component.name, "group": False, "status": "operational"}
    for own in [own for own in page.components if own.startswith("cmp")]:
        del page.components[own]
    status, told = checked(live)
    facts = {name: " ".join(one["facts"]) for name, one in told.items()}
    assert (
        facts["slack"]
        == f"Workspace Acme (https://acme.slack.com/). Scopes: {', '.join(sorted(slack.scopes))}."
    )
    components = len(open_library(None).plan.components)
    assert facts["statuspage"] == (
        f"Page Skillancer Status. {components} components in 1 groups. 1,234 subscribers."
    )
    assert facts["smtp"] == "127.0.0.1 takes mail without encryption."
    assert facts["executives"] == "2 readers, by smtp."
    assert facts["customers"] == "5 readers, by sendgrid."
    assert facts["pagerduty"] == f"Everything is written as {pagerduty.USER}."
    assert [name for name, one in told.items() if one["missing"]] == []
    assert status == 0
    assert facts["sendgrid"].endswith("asked in its sandbox, so nothing left.")
    for service in (slack, page, grid, duty, smtp):
        assert service.ledger.entries == []
    assert "slack: good" in live.run("connections", "check", "slack").out


def test_a_check_names_what_is_missing(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty], slack: Slack, page: Statuspage
) -> None:
    live, smtp, grid, _duty = mailed
    slack.scopes -= {"channels:history"}
    grid.scopes = []
    smtp.auth = True
    file = live.root / "connections.toml"
    file.write_text(
        file.read_text(encoding="utf-8")
        .replace(pagerduty.USER, "nobody@example.com")
        .replace(PAGE, "wrongpage"),
        encoding="utf-8",
    )
    (live.root / "customers.csv").write_text("email,name\nnobody,Ann\n", encoding="utf-8")
    status, told = checked(live)
    missing = {name: " ".join(one["missing"]) for name, one in told.items()}
    assert status == 3
    assert missing["slack"] == (
        "The token lacks channels:history: it can't find out whether a message arrived whose answer was lost. "
        "Add it to the app, and install it again."
    )
    assert missing["statuspage"].startswith("The service refused it (404): ")
    assert missing["sendgrid"] == "The key lacks mail.send: it can't send. Make a key that may."
    assert missing["pagerduty"] == (
        "nobody@example.com is no user of the account, and PagerDuty takes nothing from others. "
        "Set from to a user's address."
    )
    assert missing["customers"].startswith(
        "customers.csv line 2: email: it is not a mail address that can be written to"
    )
    assert checked(live, "executives")[0] == 0
    assert live.run("connections", "check", "nothing").status == 2


def test_a_check_with_a_wrong_token_or_nobody_there(
    live: Home, slack: Slack, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = MemoryRing()
    ring.kept["incident-composer", "slack@127.0.0.1"] = "xoxb-wrong-wrong-wrong"
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    status, told = checked(live)
    assert status == 3
    assert told["slack"]["missing"] == [
        "Slack refused it (invalid_auth). Enter the token again under Connections."
    ]
    assert told["statuspage"]["missing"] == [
        "There is no API key for statuspage at 127.0.0.1. "
        "Enter it under Connections, or with: incident-composer connections add statuspage"
    ]
    text = live.run("connections", "check", "slack").out
    assert text.endswith("    Slack refused it (invalid_auth). Enter the token again under Connections.\n")


@pytest.mark.parametrize("how", [says_nothing, drips], ids=["silent", "dripping"])
def test_a_check_ends_whatever_the_servers_do(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty],
    slack: Slack,
    page: Statuspage,
    how: Callable[[Vendor], Fault],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert checking.CHECK_S + checking.ENDS_S <= 10
    monkeypatch.setattr(checking, "CHECK_S", 0.5)
    live, smtp, grid, duty = mailed
    for service in (slack, page, grid, duty):
        service.fail(".*", ".*", how(service))
    smtp.at_greeting = lambda address: "drip"
    began = time.monotonic()
    status, told = checked(live)
    assert time.monotonic() - began < 3  # all of them, with the start of the command
    assert status == 3
    for name in ("slack", "statuspage", "sendgrid", "pagerduty", "smtp"):
        assert told[name]["missing"] == [
            f"{name} did not answer within 0.5 s. Check it again; if it stays so, look at the service's own status page, "
            "and at its address and the proxy under Connections."
        ]
    assert told["customers"]["facts"] == ["5 readers, by sendgrid."]


def test_a_check_counts_who_reads_the_channels_of_incidents_that_run(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty], slack: Slack
) -> None:
    live = mailed[0]
    assert publish(live, {**declared(), "messages": ["slack_declaration"]}).status == 0
    (channel,) = slack.channels.values()
    channel.members = {f"U{number}" for number in range(1_233)}
    assert f"#{channel.name}: 1,234 members." in checked(live, "slack")[1]["slack"]["facts"]


# --- several pages, and hands beside accounts -----------------------------------------------------------------------


def test_a_round_goes_to_several_pages_and_one_that_fails_delays_no_other(
    live: Home, slack: Slack, page: Statuspage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = MemoryRing()
    ring.kept["incident-composer", "slack@127.0.0.1"] = TOKEN
    ring.kept["incident-composer", "statuspage@127.0.0.1"] = API_KEY
    ring.kept["incident-composer", "statuspage.eu@127.0.0.1"] = API_KEY
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    with Statuspage() as europe:
        with (live.root / "connections.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[statuspage.eu]\nbase_url = "{europe.url}/v1"\npage_id = "{PAGE}"\n')
        answer = publish(live, declared())
        assert answer.status == 0, answer.out
        ids = [one["id"] for one in answer.json["deliveries"]]
        assert len(ids) == len(set(ids)) == 4
        markers = [one["delivery_id"] for service in (page, europe) for one in service.ledger.of("update")]
        assert len(set(markers)) == 2
        europe.fail("GET", "incidents", refuses(401))
        own = answer.json["incident_id"]
        news = follow_up(own, "identified", messages=["status_identified"], notify=False)
        later = publish(live, news)
        assert later.status == 3
        assert [one["state"] for one in later.json["deliveries"]] == ["sent", "failed"]
        assert [one["status"] for one in page.ledger.of("update")] == ["investigating", "identified"]
        assert [one["status"] for one in europe.ledger.of("update")] == ["investigating"]


def test_what_was_read_of_a_page_is_known_without_a_network(
    live: Home, slack: Slack, page: Statuspage
) -> None:
    page.components["cmp1"]["name"] = "Charges"  # was Payments
    assert live.run("connections", "check", "statuspage").status == 3
    page.seen.clear()
    with nobody() as address:
        file = live.root / "connections.toml"
        file.write_text(file.read_text(encoding="utf-8").replace(page.url, address), encoding="utf-8")
        content = declared(incident={"components": {"Payments": "major_outage", "Search": "partial_outage"}})
        shown = publish(live, content, "--dry-run")
        assert shown.status == 0
        (finding,) = [one for one in shown.json["findings"] if one["code"] == "page_lacks_component"]
        assert (finding["level"], finding["channel"], finding["field"]) == (
            "advice",
            "status_page",
            "components",
        )
        assert "has no component “Payments”" in finding["text"]
        (opened,) = [one["content"] for one in shown.json["requests"] if "/incidents" in one["content"]]
        assert '"components":{"cmp2":"partial_outage"}' in opened.replace(": ", ":")
        # Another page under the same name: nothing that was read of the first one is taken for it.
        file.write_text(file.read_text(encoding="utf-8").replace(PAGE, "other"), encoding="utf-8")
        assert "page_lacks_component" not in publish(live, content, "--dry-run").codes()
    assert page.seen == []


def test_where_somebody_sits_what_no_account_carries_is_for_their_hands(
    live: Home, slack: Slack, page: Statuspage
) -> None:
    content = declared(incident={"severity": "P0"}, fields=EXECUTIVE)
    content["messages"] = ["slack_declaration", "executive_notification"]
    with LiveServices(HomePaths(live.root), Mode.LIVE, by_hand=True) as services:
        request = services.read_request(json.dumps({**content, "hold_s": 0}).encode(), "here")
        published = services.publish(request)
        states = {one.template: one.state for one in published.deliveries}
        assert states["slack_declaration"] is DeliveryState.SENT
        assert states["executive_notification"] is DeliveryState.FAILED
        (waiting,) = [one for one in published.deliveries if one.template == "executive_notification"]
        assert services.mark_by_hand(waiting.id).state is DeliveryState.BY_HAND
    assert len(slack.ledger.of("message")) == 1


# --- mail at a person's pace ---------------------------------------------------------------------------------------


def test_a_test_mail_a_first_batch_pause_and_the_rest(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty],
) -> None:
    live, _smtp, grid, _duty = mailed
    (live.root / "settings.toml").write_text('name = "Ada"\nemail = "ada@example.com"\n', encoding="utf-8")
    content = declared(
        incident={"severity": "P0"}, fields=CUSTOMER, impact_ended_at=datetime.now(UTC).isoformat()
    )
    content["messages"] = ["customer_email"]
    answer = live.run("mail", "test", str(live.write(content)), "--live")
    assert answer.status == 0, answer.err
    assert answer.out == "A test went to ada@example.com by sendgrid. Nobody else was written to.\n"
    assert [(one["to"], one["subject"][:7]) for one in grid.mails()] == [("ada@example.com", "[TEST] ")]
    grid.ledger.entries.clear()
    content["publish_id"] = "in-two-steps"

    def dry_run() -> tuple[str, int]:
        """Whom a dry run says that it would reach, and how many mails it shows."""
        file = str(live.write(content))
        shown = live.run("publish", file, "--live", "--first-batch", "2", "--dry-run").out
        (place,) = [one for one in shown.splitlines() if "customers (" in one and "---" not in one]
        return place, shown.count('"custom_args"')

    where = "customers (customers.csv): customer_email"
    assert dry_run() == (f"would reach {where}, 2 recipients of 5; the rest waits for you", 2)
    answer = publish(live, content, "--first-batch", "2")
    assert answer.status == 3
    assert dry_run() == (f"waits for you, {where}, 3 recipients", 0)
    (one,) = answer.json["deliveries"]
    assert (one["state"], one["recipients"]["accepted"]) == ("waiting", 2)
    assert live.run("deliveries", "--live", "--resume").status == 3
    assert len(grid.mails()) == 2
    assert live.run("mail", "pause", one["id"], "--live").status == 0
    answer = live.run("mail", "go-on", one["id"], "--live")
    assert answer.status == 0, answer.err
    assert "sent" in answer.out
    assert sorted(one["to"] for one in grid.mails()) == [f"c{n}@example.com" for n in range(5)]
    assert live.run("mail", "go-on", one["id"], "--live").status == 2  # it is not paused


def test_a_list_of_its_own_is_mailed_once_and_is_part_of_what_was_asked_for(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty],
) -> None:
    live, _smtp, grid, _duty = mailed
    vips = live.root / "vips.csv"
    vips.write_text("email,name\nv@example.com,Vip\n", encoding="utf-8")
    content = declared(
        incident={"severity": "P0"}, fields=CUSTOMER, impact_ended_at=datetime.now(UTC).isoformat()
    )
    content |= {"messages": ["customer_email"], "publish_id": "to-vips"}
    assert publish(live, content, "--customers", str(vips)).status == 0
    assert publish(live, content, "--customers", str(vips)).status == 0
    assert [one["to"] for one in grid.mails()] == ["v@example.com"]
    other = publish(live, content)
    assert (other.status, "was used for other content" in other.err) == (2, True)
    vips.write_text("email,name\nnobody,Vip\n", encoding="utf-8")
    dirty = publish(live, {**content, "publish_id": "again"}, "--customers", str(vips))
    assert (dirty.status, "vips.csv line 2: email" in dirty.err) == (2, True)
    assert len(grid.mails()) == 1


def test_a_test_mail_that_is_refused_says_why(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty],
) -> None:
    live, smtp, _grid, _duty = mailed
    smtp.at_rcpt = lambda address: "550 5.1.1 no such person"
    content = declared(incident={"severity": "P0"}, fields=EXECUTIVE)
    answer = live.run(
        "mail", "test", str(live.write(content)), "--live", "--template", "executive_notification",
        "--to", "ada@example.com",
    )  # fmt: skip
    assert answer.status == 3
    assert "no such person" in answer.err
    assert live.run("mail", "test", str(live.write(content)), "--live").status == 2  # no address


# --- putting right ------------------------------------------------------------------------------------------------


def test_a_round_is_put_right_in_one_act(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty], slack: Slack, page: Statuspage
) -> None:
    live, _smtp, grid, _duty = mailed
    content = declared(
        incident={"severity": "P0"}, fields=CUSTOMER, impact_ended_at=datetime.now(UTC).isoformat()
    )
    messages = ["slack_declaration", "status_investigating", "customer_email"]
    wrong = publish(live, {**content, "messages": messages}, "--first-batch", "2")
    assert wrong.status == 3
    by_template = {one["template"]: one for one in wrong.json["deliveries"]}
    (channel,) = slack.channels.values()
    text = next(one.text for one in live_messages(live) if one.template == "slack_declaration").replace(
        "~500 users", "~50 users"
    )
    what = {
        "deliveries": [by_template[name]["id"] for name in messages],
        "reason": "Wrong number",
        "fields": {"correction": "50 users, not 500.", "public_correction": "Few payments are affected."},
        "in_place": {by_template["slack_declaration"]["id"]: text},
        "components": {"Payments": "degraded_performance"},
        "notify": False,
    }
    told = page.notified
    answer = live.run("correct", str(live.write(what)), "--live", "--json")
    assert answer.status == 0, answer.out + answer.err
    assert answer.json["reached"] == 2
    # Slack: the wrong one has other words, and the labelled correction stands below it.
    assert "50 users unable" in channel.messages[0]["text"]
    assert "Correction: 50 users, not 500." in channel.messages[1]["text"]
    (incident,) = page.incidents.values()
    assert "Few payments are affected." in incident["incident_updates"][0]["body"]
    assert (page.status_of("Payments"), page.notified) == ("degraded_performance", told)
    # Mail: the two who had it got the correction, and the other three neither.
    corrections = [one["to"] for one in grid.mails() if one["subject"].startswith("Correction: ")]
    assert corrections == ["c0@example.com", "c1@example.com"]
    assert len(grid.mails()) == 4
    assert live.run("deliveries", "--live", "--resume").status == 0
    again = live.run("correct", str(live.write(what)), "--live")
    assert (again.status, again.out.count("sent")) == (0, 3)
    assert (len(grid.mails()), len(channel.messages), len(page.ledger.of("update"))) == (4, 2, 2)


def live_messages(home: Home) -> Any:
    with Record.open(HomePaths(home.root).record(Mode.LIVE)) as record:
        return record.messages()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no", "it is not JSON"),
        ([], "one JSON object"),
        ({"deliveries": [], "reason": "x"}, "ids of the wrong deliveries"),
        ({"deliveries": ["a"]}, "a reason is needed"),
        ({"deliveries": ["a"], "reason": "x", "in_place": {"a": 1}}, "a text for each id"),
        ({"deliveries": ["a"], "reason": "x", "more": 1}, "not known"),
        ({"deliveries": ["a"], "reason": "x"}, "no delivery a"),
    ],
)
def test_a_file_that_puts_nothing_right_says_why(live: Home, content: object, words: str) -> None:
    answer = live.run("correct", str(live.write(content)), "--live")
    assert (answer.status, words in answer.err) == (2, True), answer.err


def test_what_one_mail_account_refuses_another_one_carries(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty],
) -> None:
    live, smtp, grid, _duty = mailed
    content = declared(
        incident={"severity": "P0"}, fields=CUSTOMER, impact_ended_at=datetime.now(UTC).isoformat()
    )
    grid.fail("POST", "/mail/send", refuses(403, {"errors": [{"message": "the account is suspended"}]}))
    answer = publish(live, {**content, "messages": ["customer_email"]})
    (one,) = answer.json["deliveries"]
    assert (one["state"], "suspended" in one["error"]) == ("failed", True)
    assert live.run("mail", "by", one["id"], "pagerduty", "--live").status == 2
    answer = live.run("mail", "by", one["id"], "smtp", "--live")
    assert answer.status == 0, answer.out + answer.err
    assert (smtp.readers(), grid.mails()) == ([f"c{n}@example.com" for n in range(5)], [])
    refused = live.run("mail", "by", one["id"], "sendgrid", "--live")
    assert (refused.status, "Nobody is left" in refused.err) == (2, True)
    # And it puts it right: the readers of a mail are known by name.
    answer = live.run("correct", str(live.write(wrong_number(one["id"]))), "--live", "--json")
    assert (answer.status, answer.json["reached"]) == (0, 5), answer.out + answer.err
    assert (sorted(smtp.readers()[5:]), grid.mails()) == ([f"c{n}@example.com" for n in range(5)], [])


def wrong_number(*deliveries: str) -> dict[str, Any]:
    """What `correct` puts right."""
    words = {"correction": "50 users, not 500.", "public_correction": "Few payments are affected."}
    return {"deliveries": list(deliveries), "reason": "Wrong number", "fields": words, "notify": False}


def test_what_went_out_by_hand_is_put_right_by_the_connection_that_came_later(
    live: Home, slack: Slack, page: Statuspage
) -> None:
    file = live.root / "connections.toml"
    connected = file.read_text(encoding="utf-8")
    file.write_text("", encoding="utf-8")
    with LiveServices(HomePaths(live.root), Mode.LIVE, by_hand=True) as services:
        request = services.read_request(json.dumps({**declared(), "hold_s": 0}).encode(), "here")
        own = [one.id for one in services.publish(request).deliveries if one.template]
        for one in own:
            services.mark_by_hand(one)
    file.write_text(connected, encoding="utf-8")
    answer = live.run("correct", str(live.write(wrong_number(*own))), "--live")
    assert answer.status == 0, answer.out + answer.err
    (channel,) = slack.channels.values()
    assert "Correction: 50 users, not 500." in channel.messages[0]["text"]
    assert len(page.ledger.entries) == 1
    # Another page has readers of its own: what went to one that is gone is not put right there.
    file.write_text(connected.replace("[statuspage]", "[statuspage.eu]"), encoding="utf-8")
    with Record.open(HomePaths(live.root).record(Mode.LIVE)) as record:
        (said,) = [one.id for one in record.deliveries() if one.template == "status_correction"]
    answer = live.run("correct", str(live.write(wrong_number(said))), "--live")
    assert (answer.status, "There is no connection for this destination" in answer.err) == (2, True)
    assert len(page.ledger.entries) == 1


def test_a_mail_that_a_person_sent_by_hand_is_put_right_for_all_who_may_have_it(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty],
) -> None:
    live, _smtp, grid, _duty = mailed
    content = declared(
        incident={"severity": "P0"}, fields=CUSTOMER, impact_ended_at=datetime.now(UTC).isoformat()
    )
    grid.fail("POST", "/mail/send", refuses(403, {"errors": [{"message": "the account is suspended"}]}))
    (one,) = publish(live, {**content, "messages": ["customer_email"]}).json["deliveries"]
    assert live.run("deliveries", "--live", "--by-hand", one["id"]).status == 0
    with LiveServices(HomePaths(live.root), Mode.LIVE) as services:
        shown = what_went_out(services, services.record.delivery(one["id"]).incident_id)
        assert shown is not None
        (mail,) = shown.went
        assert (mail.corrects, len(mail.reached), len(mail.doubtful)) == (True, 5, 5)
    answer = live.run("correct", str(live.write(wrong_number(one["id"]))), "--live", "--json")
    assert (answer.status, len(answer.json["doubtful"])) == (0, 5), answer.out + answer.err
    assert sorted(one["to"] for one in grid.mails()) == [f"c{n}@example.com" for n in range(5)]


def test_what_may_have_arrived_is_not_carried_by_another_account(
    mailed: tuple[Home, SmtpServer, Sendgrid, PagerDuty],
) -> None:
    live, smtp, grid, _duty = mailed
    content = declared(
        incident={"severity": "P0"}, fields=CUSTOMER, impact_ended_at=datetime.now(UTC).isoformat()
    )
    grid.log_lags = True
    grid.fail("POST", "/mail/send", loses_reply())
    answer = publish(live, {**content, "messages": ["customer_email"]}, "--first-batch", "2")
    (one,) = answer.json["deliveries"]
    assert one["state"] == "unknown"
    refused = live.run("mail", "by", one["id"], "smtp", "--live")
    assert (refused.status, "unknown" in refused.err) == (2, True)
    assert (len(grid.mails()), smtp.readers()) == (2, [])


def test_a_correction_goes_only_where_the_wrong_text_went(live: Home, page: Statuspage) -> None:
    with (live.root / "connections.toml").open("a", encoding="utf-8") as file:
        file.write('\n[static_page]\nfolder = "public"\n')
    sent = publish(live, {**declared(), "messages": ["status_investigating"]})
    assert sent.status == 0, sent.out
    there = {one["destination"].partition(" ")[0]: one["id"] for one in sent.json["deliveries"]}
    assert len(there) == 2
    what = {
        "deliveries": [there["statuspage"]],
        "reason": "Wrong page",
        "fields": {"public_correction": "This was meant for another page."},
        "notify": False,
        "withdrawn": [there["statuspage"]],
    }
    for name in ("labelled", "withdrawn"):
        answer = live.run("correct", str(live.write({**what, name: "yes"})), "--live")
        assert (answer.status, name in answer.err) == (2, True)
    answer = live.run("correct", str(live.write(what)), "--live", "--json")
    assert answer.status == 0, answer.err
    (one,) = answer.json["deliveries"]
    assert one["destination"].startswith("statuspage ")
    assert [one["status"] for one in page.ledger.of("update")] == ["investigating", "resolved"]
    assert "another page" not in (live.root / "public" / "index.html").read_text(encoding="utf-8")


def test_a_holding_statement_opens_the_page_under_its_neutral_title_alone(
    live: Home, page: Statuspage
) -> None:
    (live.root / "plan.toml").write_text(approved_plan(), encoding="utf-8")
    content = declared(incident={"security": True}) | {"messages": ["slack_declaration", "status_holding"]}
    answer = publish(live, content)
    assert states(answer)["status_holding"] == "sent", answer.out
    (sent,) = [json.loads(one.body)["incident"] for one in page.requests("POST", ".*/incidents")]
    assert (sent["name"], sent["impact_override"]) == ("Service issue under investigation", "none")
    assert not {"components", "component_ids"} & set(sent)
    asked = follow_up(answer.json["incident_id"], "identified", messages=["status_identified"], notify=True)
    blocked = publish(live, asked)
    (text,) = [one["text"] for one in blocked.json["findings"] if one["code"] == "approval_missing"]
    code = text.rstrip(".").rpartition(" ")[2]
    yes = [
        {"role": "legal", "name": "Lee Law", "by": "voice", "code": code},
        {"role": "incident_commander", "name": "Ada Lead", "by": "chat", "code": code},
    ]
    assert publish(live, {**asked, "approvals": yes}).status == 0
    changed = json.loads(page.requests("PATCH", ".*/incidents/.*")[-1].body)["incident"]
    assert changed["name"] != sent["name"], "an approved update brings the real title"
    assert changed["components"]
