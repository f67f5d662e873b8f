"""Text that would be markup, code or trouble stays text in everything that is written, and what is too long is named."""

import json
import re
import time
from html import unescape
from html.parser import HTMLParser

import feedparser
import pytest
from markdown_it import MarkdownIt

from tests.cli.command import Home, declaration, lines_of, read_mail, resolution

MARKUP = "<script>alert(1)</script> {{7*7}} {% x %} <!channel> <@U1> *bold* _it_ `code` |table| &amp; 100 %"
"""What some reader on the way would take for more than text."""

LET_PASS = {"leak_handle": "what becomes of markup is looked at here"}

ODD = {
    "emoji": "👩‍👩‍👧‍👦 family and 🏳️‍🌈 flag",
    "right to left": "שלום עולם and مرحبا",
    "combining": "é ñ ȩ́",
    "wide": "李　明 ｆｕｌｌ",
    "joiner": "می‌خواهم",
}
"""Text of people of all the world, which goes through as it is."""


def read_html(text: str) -> tuple[set[str], str]:
    """The tags of a page, and the text outside style and script."""

    class Reader(HTMLParser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.tags: set[str] = set()
            self.text = ""
            self.hidden = 0

        def handle_starttag(self, tag, attrs):
            self.tags.add(tag)
            self.hidden += tag in ("style", "script")
            assert not [name for name, _ in attrs if name.startswith("on")]

        def handle_endtag(self, tag):
            self.hidden -= tag in ("style", "script")

        def handle_data(self, data):
            if not self.hidden:
                self.text += data

    reader = Reader()
    reader.feed(text)
    return reader.tags, reader.text


def strings_in(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings_in(one)]
    return [text for one in value for text in strings_in(one)] if isinstance(value, list) else []


def through_everything(home: Home, text: str) -> str:
    """An incident whose every text is that one, to the customers' mail; its id."""
    content = declaration(
        incident={"severity": "P0", "title": f"T {text}", "pagerduty_incident": "PT4", "detection": text},
        fields=dict.fromkeys(
            (
                "summary",
                "impact",
                "brief_description",
                "customer_impact",
                "executive_summary",
                "users_affected",
                "current_actions",
                "next_update",
            ),
            text,
        )
        | {"data_impact": {"yes": text}, "public_title": f"Public {text}"[:120]},
        override=LET_PASS,
    )
    answer = home.publish(content)
    assert answer.status == 0, answer.out + answer.err
    incident = answer.json["incident_id"]
    done = resolution(
        incident,
        impact_ended_at="2026-11-23T13:58:00Z",
        fields=dict.fromkeys(
            ("summary", "root_cause", "resolution", "impact", "executive_summary", "users_affected"), text
        )
        | {"action_items": [text], "current_actions": text, "data_impact": {"yes": text}},
        override=LET_PASS,
    )
    answer = home.publish(done)
    assert answer.status == 0, answer.out + answer.err
    mail = {
        "incident": {"id": incident},
        "phase": "resolved",
        "messages": ["customer_email"],
        "override": LET_PASS,
        "fields": dict.fromkeys(("what_happened", "impact_to_you", "what_we_did", "prevention"), text),
    }
    answer = home.publish(mail)
    assert answer.status == 0, answer.out + answer.err
    return incident


def flat(text: str) -> str:
    return " ".join(text.split())


def test_markup_stays_text_wherever_it_is_read(home, clock):
    incident = through_everything(home, MARKUP)
    for line in home.slack():
        if line["type"] == "channel_created":
            assert re.fullmatch(r"#incident-2026-11-23-[a-z0-9-]+", line["slack_channel"])
            continue
        shown = [one for one in strings_in(line["blocks"]) if "<!channel>" in one]
        assert shown, "blocks are rich text: what stands in them is shown as it is"
        for block in line["blocks"]:
            assert block["type"] in ("header", "rich_text", "divider", "section", "context")
            assert "mrkdwn" not in json.dumps(block)
        assert "<!channel>" not in line["text"]
        assert "<@U1>" not in line["text"]
    for path in (home.practice / "status-page").rglob("*.html"):
        tags, text = read_html(path.read_text(encoding="utf-8"))
        assert "<script>alert(1)</script>" not in path.read_text(encoding="utf-8")
        assert "em" not in tags
        if path.stem == incident:
            assert MARKUP in flat(text)
    updates = home.page()[0]["incident_updates"]
    # A body is HTML to whoever reads the JSON, as Statuspage's own is.
    assert any(MARKUP in unescape(update["body"]) for update in updates)
    assert not any("<script" in update["body"] for update in updates)
    feed = feedparser.parse((home.practice / "status-page" / "feed.atom").read_bytes())
    assert not feed.bozo
    for path in home.mails():
        _, plain, html = read_mail(path)
        tags, text = read_html(html)
        assert tags <= {
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "p",
            "h1",
            "h2",
            "br",
            "strong",
            "ul",
            "li",
            "div",
        }
        assert MARKUP in flat(text)
        assert MARKUP in flat(plain)
    out = home.root.parent / "out"
    assert home.run("export", incident, "--format", "md,json", "--to", str(out)).status == 0
    for path in out.glob("*.md"):
        html = (
            MarkdownIt("commonmark")
            .enable(["table", "strikethrough"])
            .render(path.read_text(encoding="utf-8"))
        )
        tags, text = read_html(html)
        assert not tags & {"script", "em", "code", "a", "img", "pre"}
        assert MARKUP in flat(text)
    assert home.run("verify").status == 0
    found = home.run("history", "bold alert", "--json").json["messages"]
    assert any(MARKUP in one["text"] for one in found)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_text_of_all_the_world_goes_through_as_it_is(home, clock, text):
    through_everything(home, text)
    assert any(text in line.get("text", "") for line in home.slack())
    assert any(text in update["body"] for update in home.page()[0]["incident_updates"])
    for path in home.mails():
        assert text in read_mail(path)[1]
    assert text in home.run("history", "", "--json").json["messages"][0]["text"]


def test_what_turns_text_round_or_moves_a_cursor_is_taken_out(home, clock):
    bad = "a‮b⁦c\x1b[2Jd\x07e\x85f g\ud83dh"
    content = declaration(fields={"impact": bad, "summary": "x\x00y"})
    answer = home.publish(content)
    assert answer.status == 0, answer.out
    text = next(line["text"] for line in home.slack() if line["type"] == "message")
    assert "Impact: abc[2Jde f g\N{REPLACEMENT CHARACTER}h" in text.replace("\n", " ")
    assert "Summary: xy\n" in text
    raw = b"".join(
        path.read_bytes() for path in home.practice.rglob("*") if path.is_file() and path.suffix != ".db"
    )
    for sign in ("‮", "⁦", "\x1b", "\x07"):
        assert sign.encode() not in raw


@pytest.mark.parametrize("value", ["Broken\r\nBcc: all@x.example", "Two\nlines", "tab\there"])
def test_a_line_break_where_one_line_belongs_becomes_a_space(home, clock, value):
    content = declaration(
        incident={"severity": "P0", "title": value, "incident_commander": value, "public_title": value},
        fields={
            "brief_description": value,
            "executive_summary": "x",
            "users_affected": "1",
            "data_impact": "no",
            "current_actions": "x",
            "next_update": "soon",
        },
        override={"leak_email_address": "a line break is what is looked at here"},
    )
    answer = home.publish(content)
    assert answer.status == 0, answer.out + answer.err
    flat_value = " ".join(value.split())
    assert home.page()[0]["name"] == f"DRILL: {flat_value}"
    for path in home.mails():
        mail = read_mail(path)[0]
        assert mail["Bcc"] is None
        assert str(mail["Subject"]).endswith(flat_value)
    assert flat_value in home.run("history", "", "--json").json["messages"][0]["title"]


BIG = {
    "5 MB": "ab" * 2_500_000,
    "5 MB of brackets": "[" * 5_000_000,
    "5 MB of stars": "*" * 5_000_000,
    "100,000 lines": "line\n" * 100_000,
    "100,000 spaces and a dot": " " * 100_000 + ".",
    "a million emoji": "👩‍👩‍👧‍👦" * 200_000,
}


@pytest.mark.parametrize("name", ["summary", "impact", "brief_description", "customer_impact"])
@pytest.mark.parametrize("text", BIG.values(), ids=BIG)
def test_what_is_too_long_is_named_and_nothing_hangs(home, clock, name, text):
    began = time.monotonic()
    answer = home.publish(declaration(fields={name: text}))
    assert time.monotonic() - began < 30, "seconds, not minutes, also on a busy computer"
    if text.strip() == ".":
        assert answer.status == 0
        return
    assert answer.status == 4, answer.err
    told = [one for one in answer.json["findings"] if one["level"] == "blocking"]
    assert {(one["code"], one["field"]) for one in told} == {("too_long", name)}
    assert re.search(r"has [\d,]+ characters; at most [\d,]+ fit\.", told[0]["text"])
    assert len(answer.out) < 10_000
    assert home.deliveries() == []


@pytest.mark.parametrize(
    "name", ["title", "public_title", "detection", "incident_commander", "slack_channel"]
)
def test_a_fact_of_the_incident_that_is_too_long_is_named(home, clock, name):
    answer = home.publish(declaration(incident={name: "word " * 200_000}))
    assert answer.status in (2, 4), answer.out[:2_000]
    assert name in answer.out + answer.err
    assert len(answer.out + answer.err) < 20_000
    assert home.deliveries() == []


def test_many_list_lines_are_too_many(home, clock):
    incident = home.publish(declaration()).json["incident_id"]
    answer = home.publish(
        resolution(incident, impact_ended_at="2026-11-23T13:59:00Z", fields={"action_items": ["x"] * 5_000})
    )
    assert answer.status in (2, 4)
    assert "action_items" in answer.out + answer.err
    assert len(lines_of(home.practice / "slack.jsonl")) == 3


@pytest.mark.parametrize("value", ["TBD", "[specific impact]", "...", "???", " todo "])
def test_a_word_that_stands_for_later_is_not_filled_in(home, clock, value):
    answer = home.publish(declaration(fields={"customer_impact": value}))
    assert answer.status == 4, answer.out
    assert {one["code"] for one in answer.blocking()} == {"placeholder_left"}


def test_a_bracket_that_a_person_typed_is_text(home, clock):
    assert home.publish(declaration(fields={"customer_impact": "errors [code 17] when paying"})).status == 0
    assert "errors [code 17] when paying" in home.page()[0]["incident_updates"][0]["body"]
