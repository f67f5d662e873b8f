"""`rehearse` from outside: everything it says it wrote is there, and reads like the plan."""

import itertools
import json
import re
from email.message import EmailMessage
from pathlib import Path

import feedparser
import pytest

from tests.cli.command import Home, lines_of, read_mail

PLAN_TEXT = Path(__file__).parents[2] / "tests" / "journey" / "postmortem_template.md"
UNFILLED = re.compile(r"\[(?!P0 INCIDENT\]|ESC)[^\]]*[a-z][^\]]*\]|\{\{|\{%")
FILES = {
    "status_page",
    "mail",
    "slack",
    "pagerduty",
    "postmortem",
    "record_markdown",
    "record_json",
    "record",
}


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory):
    """Each severity, rehearsed once in a home of its own: what was printed, and the home."""
    answers = {}

    def rehearse(severity):
        if severity not in answers:
            home = Home(tmp_path_factory.mktemp(severity) / "home")
            answer = home.start("rehearse", "--severity", severity, "--json")
            assert (answer.status, "Traceback" in answer.err) == (0, False), answer.err
            answers[severity] = answer, home
        return answers[severity]

    return rehearse


def mails_of(home: Home) -> list[EmailMessage]:
    return [read_mail(path)[0] for path in home.mails()]


def body_of(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


@pytest.mark.parametrize("severity", ["P0", "P1", "P2"])
def test_it_prints_one_object_that_names_files_which_exist(rehearsed, severity):
    answer, home = rehearsed(severity)
    assert set(answer.json) == {"incident_id", "files"}
    files = answer.json["files"]
    assert set(files) == FILES
    assert all(Path(path).exists() and Path(path).is_absolute() for path in files.values())
    assert all(str(home.practice) in path for path in files.values())
    assert answer.json["incident_id"] in files["postmortem"]


def test_without_a_severity_the_worst_one_is_rehearsed(home):
    answer = home.start("rehearse")
    assert answer.status == 0
    assert answer.out.startswith("Incident inc-")
    for name in ("Status page:", "Mails:", "Slack transcript:", "Post-mortem:"):
        assert name in answer.out
    declared = next(line for line in home.slack() if line["type"] == "message")
    assert "Severity: P0\n" in declared["text"]
    assert "Resolved: published" in answer.err
    assert "Post-mortem written from the record" in answer.err


def test_it_works_twice_in_the_same_home_and_lower_case_will_do(home):
    first = home.run("rehearse", "--json")
    second = home.run("rehearse", "--severity", "p0", "--json")
    assert (first.status, second.status) == (0, 0)
    assert first.json["incident_id"] != second.json["incident_id"]
    assert len(home.page()) == 2
    assert {one["state"] for one in home.deliveries()} == {"sent"}
    assert home.run("verify").status == 0


@pytest.mark.parametrize("severity", ["P9", "", "P", "P0\n"])
def test_an_unknown_severity_is_refused_with_those_there_are(home, severity):
    answer = home.run("rehearse", "--severity", severity)
    assert answer.status == 2
    assert answer.out == ""
    assert "P0, P1, P2" in answer.err
    assert not home.page()


@pytest.mark.parametrize("name", ["P3", "low"])
def test_where_no_incident_is_declared_there_is_nothing_to_rehearse(home, name):
    answer = home.run("rehearse", "--severity", name)
    assert answer.status == 2
    assert "no incident" in answer.err


@pytest.mark.parametrize("severity", ["P0", "P1", "P2"])
def test_no_text_holds_a_placeholder_or_a_blank_label(rehearsed, severity):
    _, home = rehearsed(severity)
    texts = [line["text"] for line in home.slack() if "text" in line]
    texts += [line["message"] for line in lines_of(home.practice / "pagerduty.jsonl")]
    texts += [update["body"] for one in home.page() for update in one["incident_updates"]]
    texts += [body_of(one, kind) for one in mails_of(home) for kind in ("plain", "html")]
    assert len(texts) > 10
    for text in texts:
        assert not UNFILLED.search(text.split("</style>")[-1]), text
        assert "DRILL" in text
        for line in text.split("</style>")[-1].splitlines():
            assert not line.endswith((": ", ": .", "..", " .")), text
        assert not re.search(r"(?<!\.)\.\.(?!\.)|None\b(?<!Next Update: None)(?<!</strong> None)", text), text


def test_the_slack_transcript_tells_the_whole_incident(rehearsed):
    _, home = rehearsed("P0")
    lines = home.slack()
    assert lines[0]["type"] == "channel_created"
    assert re.fullmatch(r"#incident-\d{4}-\d\d-\d\d-checkout-payments-failing", lines[0]["slack_channel"])
    declared, amended = lines[1:3]
    assert (declared["type"], amended["type"]) == ("message", "message_changed")
    assert declared["text"].endswith("Status Page: Pending")
    assert amended["text"] == declared["text"].replace("Pending", "Updated")
    assert amended["ts"] == declared["ts"]
    posts = [line["text"] for line in lines if line["type"] == "message"]
    assert [line for line in lines if line["type"] == "message_changed"] == [amended]
    words = [re.search(r"^(?:Status: )(\w+)$", text, re.M) for text in posts]
    told = [found.group(1) for found in words if found]
    assert list(dict.fromkeys(told)) == ["Investigating", "Identified", "Mitigating", "Monitoring"]
    assert posts[-1].startswith("DRILL · INCIDENT RESOLVED - ")
    assert "\nDuration: 1 h 08 min\n" in posts[-1]
    assert "\n- [ ] " in posts[-1]
    assert [line["event_ts"] for line in lines] == sorted(line["event_ts"] for line in lines)


@pytest.mark.parametrize(("severity", "minutes"), [("P0", 15), ("P1", 15), ("P2", 15)])
def test_a_rehearsal_keeps_the_rhythm_that_the_plan_asks_for(rehearsed, severity, minutes):
    _, home = rehearsed(severity)
    times = [float(line["ts"]) for line in home.slack() if line["type"] == "message"]
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert max(gaps) <= minutes * 60 + 1


@pytest.mark.parametrize("severity", ["P0", "P1", "P2"])
def test_a_rehearsal_keeps_the_promises_of_its_status_page(rehearsed, severity):
    _, home = rehearsed(severity)
    updates = list(reversed(home.page()[0]["incident_updates"]))
    for before, after in itertools.pairwise(updates):
        promised = re.search(r"Next update by (?:\d{4}-\d\d-\d\d )?(\d\d:\d\d) UTC\.$", before["body"])
        assert promised, before["body"]
        said, told = after["display_at"][11:16], promised.group(1)
        assert said <= told or said > told + "12", f"promised {told}, said {said}"  # past midnight
    assert "Next update" not in updates[-1]["body"]


def test_the_status_page_is_written_in_all_its_forms(rehearsed):
    answer, home = rehearsed("P0")
    folder = home.practice / "status-page"
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "DRILL" in page
    assert "Problems with payments" in page
    assert "Checkout payments failing" not in page, "the internal title is not for the public"
    assert (folder / "incidents" / f"{answer.json['incident_id']}.html").is_file()
    for name in ("summary", "components", "incidents", "status"):
        assert json.loads((folder / "api" / "v2" / f"{name}.json").read_text(encoding="utf-8"))
    incident = home.page()[0]
    assert incident["name"] == "DRILL: Problems with payments"
    assert incident["status"] == "resolved"
    order = [update["status"] for update in reversed(incident["incident_updates"])]
    assert list(dict.fromkeys(order)) == ["investigating", "identified", "monitoring", "resolved"]
    assert set(home.components().values()) == {"operational"}


def test_a_feed_reader_can_read_the_feed(rehearsed):
    _, home = rehearsed("P0")
    feed = feedparser.parse((home.practice / "status-page" / "feed.atom").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.entries
    assert "Problems with payments" in feed.entries[0].title
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert all(entry.updated_parsed for entry in feed.entries)


def test_the_mails_are_whole_and_each_greets_its_reader(rehearsed):
    _, home = rehearsed("P0")
    mails = mails_of(home)
    customers = [one for one in mails if "Service Update" in one["Subject"]]
    assert len(customers) == 3
    for mail in mails:
        assert mail["Subject"].startswith("DRILL · ")
        assert mail.get_content_type() == "multipart/alternative"
        plain, html = body_of(mail, "plain"), body_of(mail, "html")
        assert plain.startswith("DRILL\n\n")
        assert html.lower().startswith("<!doctype html>")
        assert mail["To"].addresses[0].domain.endswith(".example")
        assert mail["Date"].datetime.tzinfo is not None
    for mail in customers:
        name = mail["To"].addresses[0].display_name
        assert f"Dear {name},\n" in body_of(mail, "plain")
        assert f"Dear {name}," in body_of(mail, "html")
        assert "support@skillancer.com" in body_of(mail, "plain")
    assert {mail["To"].addresses[0].display_name for mail in customers} == {
        "Ada Example",
        "Björn Beispiel",
        "李 明",
    }
    ids = [mail["Message-ID"] for mail in mails]
    assert len(set(ids)) == len(ids)
    executives = [one for one in mails if one not in customers]
    assert all(one["Subject"].startswith("DRILL · [P0 INCIDENT] Skillancer - ") for one in executives)
    assert "Next Update: None" in body_of(executives[-1], "plain") or any(
        "Next Update: None" in body_of(one, "plain") for one in executives
    )


def test_executives_hear_of_p0_alone(rehearsed):
    for severity in ("P1", "P2"):
        _, home = rehearsed(severity)
        assert not [one for one in mails_of(home) if "INCIDENT" in one["Subject"]]
    assert len(mails_of(rehearsed("P1")[1])) == 3, "the customers' mail"
    assert mails_of(rehearsed("P2")[1]) == []


def test_the_post_mortem_has_the_plan_s_headings_and_rows_in_its_order(rehearsed):
    answer, _ = rehearsed("P0")
    text = Path(answer.json["files"]["postmortem"]).read_text(encoding="utf-8")
    template = PLAN_TEXT.read_text(encoding="utf-8")

    def headings(document):
        return [line for line in document.splitlines() if re.match(r"#{2,3} ", line)]

    def labels(document):
        """The first cells of the tables whose first cells are fixed."""
        cells = [line.split("|")[1].strip() for line in document.splitlines() if line.startswith("|")]
        return [
            one for one in cells if not re.fullmatch(r"HH:MM|(?:\d{4}-\d\d-\d\d )?\d\d:\d\d|P\d|-*|", one)
        ]

    assert headings(text) == headings(template)
    assert labels(text) == labels(template)
    assert text.startswith("# Post-Mortem: Checkout payments failing\n")
    for row in (
        "| Severity           | P0 |",
        "| Incident Commander | @eng-lead |",
        "| Status             | Draft |",
        "| Users affected            | about 500 users |",
        "| Duration of impact        | 1 h 08 min |",
        "| Revenue impact            | about $12,000 delayed, none lost |",
        "| Data loss                 | No |",
    ):
        assert f"\n{row}\n" in text
    assert re.search(r"\n\| Duration           \| \d\d:\d\d - (\d{4}-\d\d-\d\d )?\d\d:\d\d UTC \|\n", text)
    assert "[Time from start to first alert]" not in text
    assert "[Support" not in text.split("Support tickets generated |")[0].split("## Impact")[1]
    for line in text.splitlines():
        if line.startswith("|") and "Action" not in line and "|          |" not in line:
            assert len(re.findall(r"(?<!\\)\|", line)) in (3, 7), line


def test_the_record_beside_it_tells_every_message(rehearsed):
    answer, home = rehearsed("P0")
    files = answer.json["files"]
    markdown = Path(files["record_markdown"]).read_text(encoding="utf-8")
    content = json.loads(Path(files["record_json"]).read_text(encoding="utf-8"))
    assert content["mode"] == "practice"
    assert content["incident"]["id"] == answer.json["incident_id"]
    assert len(content["messages"]) == markdown.count("\n### ")
    assert {one["state"] for one in content["deliveries"]} == {"sent"}
    found = home.run("history", "signature header", "--json").json["messages"]
    assert found
    assert {one["incident_id"] for one in found} == {answer.json["incident_id"]}
