"""Taking over on another computer, and adopting what somebody opened on the web: read from the services, nothing written there, nothing said twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from composer import assets
from composer.connections import credentials
from composer.domain.incident import Incident
from composer.paths import HomePaths, Mode
from composer.publishing.destinations import slack as slack_module
from composer.publishing.destinations import statuspage as statuspage_module
from composer.record.record import Record
from composer.services.in_force import open_library
from tests.cli.command import Home, declaration, follow_up, lines_of, resolution
from tests.connections.memory_ring import MemoryRing
from tests.vendors import pagerduty
from tests.vendors.pagerduty import PagerDuty
from tests.vendors.server import loses_reply, nobody, refuses
from tests.vendors.slack import TOKEN, Slack
from tests.vendors.statuspage import API_KEY, PAGE, Statuspage

NAMES = ("API", "Payments", "Search", "Notifications")


@dataclass
class There:
    """The services, and what was written to them."""

    slack: Slack
    page: Statuspage
    duty: PagerDuty

    def written(self) -> int:
        """How many requests came in that write."""
        reads = ("auth.test", "conversations.list", "conversations.history", "chat.getPermalink")
        every = [*self.slack.seen, *self.page.seen, *self.duty.seen]
        return sum(one.method != "GET" and not one.path.endswith(reads) for one in every)


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[There]:
    ring = MemoryRing()
    keys = (("slack", TOKEN), ("statuspage", API_KEY), ("statuspage.eu", API_KEY), ("pagerduty", pagerduty.API_KEY))  # fmt: skip
    for user, secret in keys:
        ring.kept["incident-composer", f"{user}@127.0.0.1"] = secret
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    monkeypatch.setattr(slack_module, "SETTLE_S", 0)
    monkeypatch.setattr(statuspage_module, "SETTLE_S", 0)
    with Slack() as slack, Statuspage(names=NAMES) as page, PagerDuty() as duty:
        yield There(slack, page, duty)


def computer(folder: Path, there: There) -> Home:
    """A computer with the connections and nothing else."""
    folder.mkdir()
    (folder / "connections.toml").write_text(
        f'[slack]\nbase_url = "{there.slack.url}/api"\n\n[statuspage]\nbase_url = "{there.page.url}/v1"\npage_id = "{PAGE}"\n'
        f'\n[pagerduty]\nbase_url = "{there.duty.url}"\nfrom = "{pagerduty.USER}"\n',
        encoding="utf-8",
    )
    return Home(folder)


def declared(**changes: Any) -> dict[str, Any]:
    """A P1, declared just now on Slack and the page."""
    started = (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    incident = {"impact_started_at": started} | changes.pop("incident", {})
    messages = ["slack_declaration", "status_investigating"]
    return declaration(incident=incident, messages=messages, notify=True, **changes)


def of_record(home: Home, incident_id: str) -> tuple[Incident, list[str], list[str]]:
    """The incident, its timeline's texts, and its messages' templates, as the live record has them."""
    with Record.open(HomePaths(home.root).record(Mode.LIVE)) as record:
        incident = record.find_incident(incident_id)
        assert incident is not None
        assert record.verify() == ()
        events = [one.text for one in record.events(incident_id)]
        return incident, events, [one.template for one in record.messages(incident_id=incident_id)]


def test_another_computer_takes_over_and_goes_on(there: There, tmp_path: Path) -> None:
    first, second = computer(tmp_path / "a", there), computer(tmp_path / "b", there)
    answer = first.publish(declared(fields={"bridge": "https://meet.example.com/a_b"}), "--live")
    assert answer.status == 0, answer.err
    own = answer.json["incident_id"]
    (channel,) = there.slack.channels.values()
    (public,) = there.page.incidents.values()
    written = there.written()

    listed = second.run("take-over")
    assert listed.status == 0, listed.err
    assert f"--page statuspage:{public['id']}  investigating: {public['name']}, {own}" in listed.out
    assert f"--slack-channel {channel.id}  #{channel.name}" in listed.out
    assert "--pagerduty PABC123  triggered: Payments fail" in listed.out
    assert second.run("deliveries", "--live").out == "There are no deliveries yet.\n"

    chosen = ["--page", f"statuspage:{public['id']}", "--slack-channel", channel.id, "--pagerduty", "PABC123"]
    taken = second.run("take-over", *chosen, "--json")
    assert taken.status == 0, taken.err
    assert there.written() == written
    assert taken.json == {
        "incident_id": own, "title": "Stripe webhook consumer drops events", "severity": "P1", "phase": "investigating",
    }  # fmt: skip
    incident, events, templates = of_record(second, own)
    before, _, _ = of_record(first, own)
    for name in ("public_title", "severity", "phase", "components", "detection"):
        assert getattr(incident, name) == getattr(before, name), name
    assert incident.roles == {"incident_commander": "@eng-lead", "technical_lead": "@payments-oncall"}
    assert incident.values["impact"] == "~500 users unable to pay"
    assert incident.values["bridge"] == "https://meet.example.com/a_b"
    assert (incident.slack_channel, incident.creates_slack_channel) == (f"#{channel.name}", False)
    assert incident.pagerduty_incident == "PABC123"
    assert sorted(templates) == ["slack_declaration", "status_investigating"]
    assert "PagerDuty: Triggered through the website" in events

    # What is due there is what is due: nothing that was said is said again, and the next update fits on it.
    renamed = there.slack.channels[channel.id]
    renamed.name = "incident-renamed"
    words = {"brief_description": "failed payments", "customer_impact": "errors when paying"}
    messages = ["slack_update", "status_identified"]
    update = follow_up(own, "identified", messages=messages, notify=False, fields=words)
    answer = second.publish(update, "--live")
    assert answer.status == 0, answer.out + answer.err
    assert len(there.page.incidents) == len(there.slack.channels) == 1
    assert [one["status"] for one in public["incident_updates"]] == ["identified", "investigating"]
    assert len(channel.messages) == 2
    # The first computer sees that somebody else posted, and sends nothing.
    answer = first.publish(
        follow_up(own, "identified", messages=["status_identified"], notify=False), "--live"
    )
    assert answer.status == 3
    assert "Somebody else posted" in answer.json["deliveries"][0]["error"]


def test_taken_over_again_only_what_is_new_is_added(there: There, tmp_path: Path) -> None:
    first, second = computer(tmp_path / "a", there), computer(tmp_path / "b", there)
    own = first.publish(declared(), "--live").json["incident_id"]
    (channel,) = there.slack.channels.values()
    (public,) = there.page.incidents.values()
    chosen = ["take-over", "--page", public["id"], "--slack-channel", channel.name]
    assert second.run(*chosen).status == 0
    before = of_record(second, own)
    assert second.run(*chosen).status == 0
    after = of_record(second, own)
    assert after[2] == before[2]
    there.page.post(public["id"], "identified", "We found it.")
    assert second.run(*chosen).status == 0
    assert of_record(second, own)[2] == [*before[2], "status_identified"]
    # And the one that began it takes the same for its own, each message once.
    assert first.run(*chosen).status == 0
    templates = of_record(first, own)[2]
    assert sorted(templates) == ["slack_declaration", "status_identified", "status_investigating"]
    answer = first.publish(
        follow_up(
            own, "identified", messages=["status_update"], fields={"whats_new": "We mend it."}, notify=False
        ),
        "--live",
    )
    assert answer.status == 0, answer.out


def test_an_incident_opened_on_the_web_is_taken_over_or_adopted(there: There, tmp_path: Path) -> None:
    home = computer(tmp_path / "a", there)
    web = opened_on_the_web(there)
    answer = home.publish({**declared(), "messages": ["slack_declaration"]}, "--live")
    own = answer.json["incident_id"]
    written = there.written()
    taken = home.run("take-over", "--page", web["id"], "--into", own, "--json")
    assert taken.status == 0, taken.err
    assert (taken.json["incident_id"], there.written()) == (own, written)
    incident, events, templates = of_record(home, own)
    assert templates == ["slack_declaration", "status_investigating"]
    assert "Phase: Investigating (on the web)" in events
    assert incident.title == "Stripe webhook consumer drops events"
    done = home.publish(
        resolution(
            own,
            impact_ended_at=datetime.now(UTC).isoformat(),
            messages=["status_resolved"],
            notify=True,
            override={"channels_apart": "Slack is told by its own incident"},
        ),
        "--live",
    )
    assert done.status == 0, done.out
    assert len(there.page.incidents) == 1
    assert [one["status"] for one in web["incident_updates"]] == ["resolved", "investigating"]
    # Reopened, it is still the same one, though the page lists it no more among those that run.
    words = {"brief_description": "failed payments", "customer_impact": "errors when paying"}
    again = follow_up(own, "identified", messages=["status_identified"], notify=False, fields=words)
    answer = home.publish({**again, "reason": "It came back"}, "--live")
    assert answer.status == 0, answer.out + answer.err
    assert (len(there.page.incidents), web["status"]) == (1, "identified")


@pytest.mark.parametrize("adopted", [True, False], ids=["adopted", "another one"])
def test_what_was_opened_on_one_page_while_ours_was_written_is_asked_about_there_alone(
    there: There, tmp_path: Path, adopted: bool
) -> None:
    home = computer(tmp_path / "a", there)
    with Statuspage(names=NAMES) as europe:
        with (home.root / "connections.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[statuspage.eu]\nbase_url = "{europe.url}/v1"\npage_id = "{PAGE}"\n')
        mine = {"title": "Search is slow", "components": {"Search": "major_outage"}}
        assert home.publish(declared(incident=mine), "--live").status == 0  # ours, so no stranger's
        web = opened_on_the_web(there, europe)
        answer = home.publish(declared(), "--live")
        assert answer.status == 3
        own = answer.json["incident_id"]
        sent, asks = [one for one in answer.json["deliveries"] if one["channel"] == "status_page"]
        assert (sent["state"], asks["state"]) == ("sent", "failed")
        assert asks["destination"].startswith("statuspage.eu ")
        assert "“Payments fail” (investigating, since " in asks["error"]
        assert [one["delivery_id"] is None for one in europe.ledger.of("update")] == [False, True]
        assert f"take-over --into {own}" in home.run("deliveries", "--live").out
        if adopted:
            chosen = ["--page", f"statuspage.eu:{web['id']}", "--into", own]
            assert home.run("take-over", *chosen).status == 0
        else:  # what nobody was shown yet is asked about, whatever a person said of the first one
            opened_on_the_web(there, europe)["name"] = "Login fails"
            told = home.run("deliveries", "--live", "--send-again", asks["id"])
            assert (told.status, "“Login fails” (investigating, since " in told.out) == (3, True)
            assert "Payments fail" not in told.out.rpartition("failed ")[2]
        again = home.run("deliveries", "--live", "--send-again", asks["id"])
        assert again.status == 0, again.out + again.err
        assert len(europe.incidents) == (2 if adopted else 4)
        words = {"brief_description": "failed payments", "customer_impact": "errors when paying"}
        update = follow_up(own, "identified", messages=["status_identified"], notify=False, fields=words)
        answer = home.publish(update, "--live")
        assert answer.status == 0, answer.out + answer.err
        (ours,) = [one for one in europe.incidents.values() if own in str(one["metadata"])]
        assert (ours["id"] == web["id"]) is adopted
        said = [one["status"] for one in reversed(ours["incident_updates"])]
        assert said == ["investigating"] * (2 if adopted else 1) + ["identified"]
        markers = [one["delivery_id"] for one in europe.ledger.of("update") if one["delivery_id"]]
        assert markers.count(asks["id"]) == 1
        assert len(set(markers)) == len(markers) == 3
        _, events, _ = of_record(home, own)
        assert [
            one for one in events if one.startswith("Not sent to statuspage.eu, where something else ran")
        ]


def opened_on_the_web(there: There, page: Statuspage | None = None) -> dict[str, Any]:
    """Somebody opens an incident by the page's own form."""
    page = page or there.page
    said = {
        "name": "Payments fail", "status": "investigating", "body": "We look into it.", "impact_override": "major",
        "components": {"cmp1": "partial_outage"},
    }  # fmt: skip
    page._create(said)
    web: dict[str, Any] = list(page.incidents.values())[-1]
    return web


def test_from_the_page_alone(there: There, tmp_path: Path) -> None:
    home = computer(tmp_path / "a", there)
    web = opened_on_the_web(there)
    there.page.post(web["id"], "identified", "We found it.")
    taken = home.run("take-over", "--page", web["id"], "--json").json
    assert (taken["severity"], taken["phase"], taken["title"]) == ("P1", "identified", "Payments fail")
    incident, _, templates = of_record(home, taken["incident_id"])
    assert incident.components == {"payments": "partial_outage"}
    assert (incident.public_title, incident.creates_slack_channel) == ("Payments fail", True)
    assert templates == ["status_investigating", "status_identified"]


def test_from_pagerduty_alone(there: There, tmp_path: Path) -> None:
    home = computer(tmp_path / "a", there)
    there.duty.acknowledge("PABC123", "2025-11-23T13:53:00Z", "Ann Lee")
    taken = home.run("take-over", "--pagerduty", "PABC123", "--severity", "P0", "--json")
    assert taken.status == 0, taken.err
    incident, events, templates = of_record(home, taken.json["incident_id"])
    assert (incident.title, incident.severity) == ("Payments fail", "P0")
    assert incident.detection == "PagerDuty: payments-api"
    assert incident.impact_started_at == datetime(2025, 11, 23, 13, 50, tzinfo=UTC)
    assert "PagerDuty: Acknowledged by Ann Lee" in events
    assert not [one for one in events if "Notified" in one]
    assert templates == []
    # The same PagerDuty incident is no second incident of ours.
    assert home.run("take-over", "--pagerduty", "PABC123", "--json").json["incident_id"] == incident.id


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (["--page", "incgone"], "has no open incident incgone"),
        (["--page", "statuspage.eu:inc1"], "no status page"),
        (["--page", "statuspage:"], "names no public incident"),
        (["--slack-channel", "nowhere"], "no Slack channel nowhere"),
        (["--pagerduty", "PGONE"], "Not Found"),
        (["--pagerduty", "PABC123", "--severity", "P3"], "no severity that declares"),
        (["--pagerduty", "PABC123", "--into", "inc-gone"], "no incident"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_stored(
    there: There, tmp_path: Path, chosen: list[str], words: str
) -> None:
    home = computer(tmp_path / "a", there)
    answer = home.run("take-over", *chosen)
    assert answer.status == 2
    assert words in answer.err
    with Record.open(HomePaths(home.root).record(Mode.LIVE)) as record:
        assert record.incidents() == ()


def test_what_belongs_to_another_incident_is_not_adopted(there: There, tmp_path: Path) -> None:
    home = computer(tmp_path / "a", there)
    one = home.publish(declared(), "--live").json["incident_id"]
    other = home.publish(
        declared(incident={"title": "Search is slow", "components": {"Search": "major_outage"}}), "--live"
    )
    own = other.json["incident_id"]
    first, second = there.page.incidents.values()
    answer = home.run("take-over", "--page", first["id"], "--into", own)
    assert answer.status == 2
    assert one in answer.err
    web = opened_on_the_web(there)
    answer = home.run("take-over", "--page", web["id"], "--into", own)
    assert (answer.status, "is on statuspage already" in answer.err) == (2, True)
    assert second["status"] == "investigating"


def test_a_service_that_can_not_be_asked_is_named_and_the_others_are_listed(
    there: There, tmp_path: Path
) -> None:
    home = computer(tmp_path / "a", there)
    opened_on_the_web(there)
    there.duty.fail("GET", "/incidents", refuses(401, {"error": {"message": "Unauthorized", "code": 2006}}))
    answer = home.run("take-over", "--json")
    assert answer.status == 3
    assert [one["name"] for one in answer.json["pages"]] == ["Payments fail"]
    assert "pagerduty: " in answer.json["troubles"][0]
    with nobody() as address:
        file = home.root / "connections.toml"
        file.write_text(file.read_text(encoding="utf-8").replace(there.slack.url, address), encoding="utf-8")
        answer = home.run("take-over", "--slack-channel", "anything")
    assert (answer.status, "slack can't be read" in answer.err) == (2, True)


# --- notes and calls for help ---------------------------------------------------------------------------------------


def linked(there: There, folder: Path) -> tuple[Home, str]:
    """A computer whose plan lets a domain and a person be paged, with an incident that was begun at PagerDuty."""
    home = computer(folder, there)
    plan = assets.read_text("resources", "plan.toml").replace(
        "[domains.payments]\n", '[domains.payments]\npagerduty_id = "EPAY"\n', 1
    )
    first, second = plan.split("[[contacts]]\n", 1)
    (home.root / "plan.toml").write_text(
        f'{first}[[contacts]]\npagerduty_id = "U1"\n{second}', encoding="utf-8"
    )
    own = home.run("take-over", "--pagerduty", "PABC123", "--severity", "P1", "--json").json["incident_id"]
    return home, own


def test_a_note_and_a_call_for_help(there: There, tmp_path: Path) -> None:
    home, own = linked(there, tmp_path / "a")
    answer = home.run("pagerduty", "note", own, "Rolled back\nthe deploy", "--live")
    assert answer.status == 0, answer.err
    assert answer.out.startswith("sent       note → PABC123")
    (note,) = there.duty.ledger.of("note")
    assert note["message"].startswith("Rolled back\nthe deploy (ref ")
    role = open_library(HomePaths(home.root)).plan.contacts[0].role
    answer = home.run(
        "pagerduty", "page", own, "--who", "payments", "--who", role, "Stripe webhooks are lost", "--live"
    )
    assert answer.status == 0, answer.err
    assert there.duty.ledger.of("page")[0]["targets"] == ["EPAY", "U1"]
    there.duty.acknowledge("PABC123", datetime.now(UTC).isoformat(), "Ann Lee")
    answer = home.run("pagerduty", "log", own, "--live")
    assert "PagerDuty: Acknowledged by Ann Lee" in answer.out
    assert home.run("pagerduty", "log", own, "--live").out == ""
    _, events, _ = of_record(home, own)
    assert "PagerDuty note: Rolled back\nthe deploy" in events
    assert [
        one
        for one in events
        if one.startswith("Paged Payment failures (Stripe/PayPal): Billing/Payment Lead, ")
    ]


def test_a_call_for_help_whose_answer_is_lost_asks_and_is_never_made_twice(
    there: There, tmp_path: Path
) -> None:
    home, own = linked(there, tmp_path / "a")
    there.duty.fail("POST", "/responder_requests", loses_reply())
    there.duty.fail("POST", "/notes", loses_reply())
    assert home.run("pagerduty", "page", own, "--who", "payments", "Help", "--live").status == 3
    assert home.run("pagerduty", "note", own, "Noted", "--live").status == 0  # a note is found by its mark
    home.run("deliveries", "--live", "--resume")
    assert len(there.duty.ledger.of("page")) == len(there.duty.ledger.of("note")) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["note", "OWN", " "], "text is empty"),
        (["note", "OWN", "x" * 2001], "2,001 characters"),
        (["page", "OWN", "--who", "search", "Help"], "It lets be paged: payments, "),
        (["note", "inc-gone", "x"], "no incident"),
    ],
)
def test_what_can_not_be_noted_or_paged_says_why(
    there: There, tmp_path: Path, arguments: list[str], words: str
) -> None:
    home, own = linked(there, tmp_path / "a")
    given = [own if one == "OWN" else one for one in arguments]
    answer = home.run("pagerduty", *given, "--live")
    assert (answer.status, words in answer.err) == (2, True), answer.err
    assert there.duty.ledger.entries == []


def test_without_a_linked_incident_nobody_is_paged(there: There, tmp_path: Path) -> None:
    home = computer(tmp_path / "a", there)
    own = home.publish({**declared(), "messages": ["slack_declaration"]}, "--live").json["incident_id"]
    answer = home.run("pagerduty", "note", own, "x", "--live")
    assert (answer.status, "No PagerDuty incident is linked" in answer.err) == (2, True)


def test_practice_writes_notes_into_its_transcript(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    content = declaration(
        incident={"pagerduty_incident": "PABC123", "impact_started_at": "2025-11-23T13:52:00Z"},
        messages=["slack_declaration"],
    )
    own = home.publish(content).json["incident_id"]
    answer = home.run("pagerduty", "note", own, "Rolled back")
    assert answer.status == 0, answer.err
    (line,) = lines_of(home.practice / "pagerduty.jsonl")
    assert (line["type"], line["message"][:18]) == ("note", "DRILL: Rolled back")
