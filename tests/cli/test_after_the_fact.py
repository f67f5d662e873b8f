"""On the status page after the fact: the post-mortem, and a past incident; told to whom it was said, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.connections import credentials
from composer.paths import HomePaths, Mode
from composer.publishing.destinations import statuspage as statuspage_module
from composer.record.record import Record
from tests.cli.command import Answer, Home, declaration, resolution
from tests.connections.memory_ring import MemoryRing
from tests.vendors.server import accepts_but_says, loses_reply, refuses
from tests.vendors.statuspage import API_KEY, PAGE, Statuspage

TITLE = "Stripe webhook consumer drops events"
WORDS = "# What happened\n\nPayments failed for 70 minutes. We have added a check."


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Statuspage]:
    ring = MemoryRing()
    ring.kept["incident-composer", "statuspage@127.0.0.1"] = API_KEY
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    monkeypatch.setattr(statuspage_module, "SETTLE_S", 0)
    with Statuspage(names=("API", "Payments", "Search", "Notifications")) as service:
        yield service


@pytest.fixture
def live(page: Statuspage, tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.root.mkdir()
    (home.root / "connections.toml").write_text(
        f'[statuspage]\nbase_url = "{page.url}/v1"\npage_id = "{PAGE}"\n', encoding="utf-8"
    )
    return home


def resolved(home: Home, *messages: str) -> str:
    """An incident that was declared and resolved live; its id."""
    started = datetime.now(UTC) - timedelta(minutes=70)
    first = declaration(
        incident={"impact_started_at": started.isoformat(), "severity": "P1"},
        messages=[*messages, "support_macro"], notify=True,
    )  # fmt: skip
    answer = home.publish(first, "--live")
    assert answer.status == 0, answer.out + answer.err
    own = str(answer.json["incident_id"])
    over = resolution(
        own, impact_ended_at=datetime.now(UTC).isoformat(), notify=True,
        messages=["status_resolved" if messages else "support_macro"],
    )  # fmt: skip
    answer = home.publish(over, "--live")
    assert answer.status == 0, answer.out + answer.err
    return own


def put(home: Home, action: str, own: str, *more: str, words: str = WORDS) -> Answer:
    """`statuspage postmortem` or `backfill` with that text."""
    file = home.root / "words.md"
    file.write_text(words, encoding="utf-8")
    return home.run("statuspage", action, own, str(file), "--live", *more)


@pytest.mark.parametrize(("notify", "told"), [("yes", 1), ("no", 0)])
def test_the_post_mortem_is_published(live: Home, page: Statuspage, notify: str, told: int) -> None:
    own = resolved(live, "status_investigating")
    before = page.notified
    answer = put(live, "postmortem", own, "--notify", notify)
    assert answer.status == 0, answer.err
    assert answer.out.startswith("sent       post-mortem → statuspage")
    (kept,) = page.ledger.of("postmortem")
    assert kept["body"] == WORDS
    assert page.notified == before + told
    assert len(page.incidents) == 1
    assert marked(live) == {"message", "postmortem"}


def marked(home: Home) -> set[str]:
    """The kinds of deliveries that were marked as on the wire before they left."""
    with Record.open(HomePaths(home.root).record(Mode.LIVE)) as record:
        return {one.kind.value for one in record.deliveries() if one.on_wire}


def test_what_was_lost_of_its_answer_is_found_and_never_published_twice(live: Home, page: Statuspage) -> None:
    own = resolved(live, "status_investigating")
    page.fail("PUT", "/postmortem/publish", loses_reply())
    assert put(live, "postmortem", own, "--notify", "yes").status == 0
    assert len(page.ledger.of("postmortem")) == 1
    # One whose draft could not be kept was seen by nobody, and is tried again.
    page.fail("PUT", "/postmortem$", loses_reply())
    assert put(live, "postmortem", own, "--notify", "no", words=WORDS + " More.").status == 0
    assert [one["body"] for one in page.ledger.of("postmortem")] == [WORDS, WORDS + " More."]


def test_what_the_page_does_not_show_is_doubt(live: Home, page: Statuspage) -> None:
    own = resolved(live, "status_investigating")
    page.fail("PUT", "/postmortem/publish", refuses(502), refuses(422, {"error": ["no"]}))
    page.fail("GET", "/postmortem", refuses(502))
    assert put(live, "postmortem", own, "--notify", "yes").out.startswith("unknown")
    assert put(live, "postmortem", own, "--notify", "yes").out.startswith("failed")
    page.fail("PUT", "/postmortem/publish", accepts_but_says(200, {"body": "else", "published_at": "x"}))
    page.fail("GET", "/postmortem", refuses(404, {"error": "not found"}))
    assert put(live, "postmortem", own, "--notify", "yes").out.startswith("unknown")


def test_a_past_incident_is_put_there_with_its_dates_and_nobody_is_told(live: Home, page: Statuspage) -> None:
    own = resolved(live)
    assert page.incidents == {}
    answer = put(live, "backfill", own)
    assert answer.status == 0, answer.err
    (incident,) = page.incidents.values()
    assert (incident["status"], incident["backfilled"], incident["impact"]) == ("resolved", True, "major")
    began = datetime.fromisoformat(incident["backfill_date"])
    (update,) = incident["incident_updates"]
    assert datetime.fromisoformat(update["display_at"]) - began > timedelta(minutes=69)
    assert (update["body"], page.notified) == (WORDS, 0)
    assert TITLE not in str(incident)
    assert page.status_of("Payments") == "operational"
    assert marked(live) == {"backfill"}
    again = put(live, "backfill", own)
    assert (again.status, "carries this incident already" in again.err) == (2, True)
    assert put(live, "postmortem", own, "--notify", "no").status == 0
    assert len(page.incidents) == 1


def test_a_past_incident_whose_answer_is_lost_is_found_by_its_marker(live: Home, page: Statuspage) -> None:
    own = resolved(live)
    page.fail("POST", "/incidents$", loses_reply())
    assert put(live, "backfill", own).status == 0
    assert len(page.incidents) == 1


def test_a_time_that_can_not_be_set_is_a_note(live: Home, page: Statuspage) -> None:
    own = resolved(live)
    page.fail("PATCH", "/incident_updates/", refuses(422, {"error": "no"}))
    assert put(live, "backfill", own).status == 0


@pytest.mark.parametrize(
    ("action", "words", "said"),
    [
        ("postmortem", " \n", "text is empty"),
        ("postmortem", "x" * 25_001, "25,001 characters"),
        ("backfill", "We had [time estimate] of trouble", "[time estimate]"),
        ("backfill", f"It was the {TITLE.lower()}.", "internal title"),
    ],
)
def test_a_text_that_may_not_leave_is_refused(
    live: Home, page: Statuspage, action: str, words: str, said: str
) -> None:
    own = resolved(live, *(["status_investigating"] if action == "postmortem" else []))
    seen = len(page.ledger.entries)
    more = ["--notify", "no"] if action == "postmortem" else []
    answer = put(live, action, own, *more, words=words)
    assert (answer.status, said in answer.err) == (2, True), answer.err
    assert len(page.ledger.entries) == seen


def test_neither_is_done_while_it_runs_or_in_practice(live: Home, page: Statuspage) -> None:
    started = (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    first = declaration(
        incident={"impact_started_at": started}, messages=["status_investigating"], notify=True
    )
    own = live.publish(first, "--live").json["incident_id"]
    for action, more in (("postmortem", ["--notify", "no"]), ("backfill", [])):
        answer = put(live, action, own, *more)
        assert (answer.status, "still open" in answer.err) == (2, True)
    own = live.publish(first).json["incident_id"]
    file = live.root / "words.md"
    assert live.run("statuspage", "backfill", own, str(file)).status == 2
    own = resolved(live)
    assert put(live, "postmortem", own, "--notify", "no").status == 2  # no page carries it
    file.write_bytes(b"\xff\xfe")
    assert "not UTF-8" in live.run("statuspage", "backfill", own, str(file), "--live").err


def test_what_is_not_there_yet_is_said_with_the_next_step(tmp_path: Path) -> None:
    home = Home(tmp_path / "fresh")
    incident = home.publish(declaration(messages=["slack_declaration"])).json["incident_id"]
    log = home.run("pagerduty", "log", incident)
    assert log.status == 2
    assert "No PagerDuty incident is linked." in log.err
    assert "take-over --pagerduty ID --into INCIDENT" in log.err
    assert "is connected. Add one with: incident-composer connections add" in home.run("take-over").out
    missing = home.run("statuspage", "backfill", incident, "gone.md")
    assert missing.status == 2
    assert "Name a file that holds the text for customers" in missing.err
