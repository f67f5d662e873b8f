"""What the record knows of an incident, as the fields of the post-mortem."""

from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from composer.domain.channel import Channel
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.record import Message, message_digest
from composer.postmortem.document import cell, data_impact_text, escape, escape_line, postmortem_facts
from tests.domain.shipped import T0, after, incident, plan

HOSTILE = [
    "| a | b |",
    "# not a heading",
    "## nor this",
    "- no list",
    "+ no list",
    "1. no list",
    "12) no list",
    "> no quote",
    "*not bold* _nor this_ **nor** __that__",
    "`no code`",
    "```\nno code\n```",
    "~~~\nno code\n~~~",
    "~~not struck~~",
    "    no code either",
    "\tno code either",
    "text\n===",
    "text\n---",
    "[no link](https://evil.example)",
    "![no image](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<https://evil.example>",
    "&lt;script&gt; &amp; &#60;",
    "\\*already\\*",
    "a\\",
    "{{7*7}} {% x %}",
    "***",
    "___",
    "snake_case_name and 2 * 3 * 4",
    "~500 users",
]


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def shown(markdown):
    """The tags and the text of a Markdown document as a reader sees it."""
    reader = _Reader()
    reader.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))
    return reader.tags, reader.text


def words(text):
    return text.split()


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_person_is_never_markup(text):
    tags, read = shown(escape(text))
    assert set(tags) <= {"p", "br"}
    assert words(read) == words(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_nor_is_it_in_a_heading_or_a_cell(text):
    tags, read = shown(f"# {escape_line(text)}\n")
    assert tags == ["h1"]
    assert words(read) == words(text)
    tags, read = shown(f"| A | B |\n| --- | --- |\n| {cell(text)} | end |\n")
    assert tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert words(read) == ["A", "B", *words(text), "end"]


@given(st.text(alphabet="ab12 |\\`*_[]()<>#+-=~&;!:.\n\t", max_size=40))
def test_whatever_stands_in_it(text):
    tags, read = shown(escape(text))
    assert set(tags) <= {"p", "br"}
    assert words(read) == words(text)
    tags, _ = shown(f"| A | B |\n| --- | --- |\n| {cell(text)} | end |\n")
    assert tags.count("td") == 2


def test_what_needs_no_escape_stays_as_it_was_typed():
    text = "~500 users & 3 teams: payment_service is at 40 % (see #42), 2 + 2 = 4; it's done!"
    assert escape(text) == text
    assert escape_line("two\nlines") == "two lines"


def event(number, kind, text, minutes, **more):
    return TimelineEvent(f"e{number}", "inc-1", after(minutes), after(minutes), kind, text, "Ada", **more)


def message(template, values):
    return Message(
        id=f"m-{template}",
        publish_id="p",
        incident_id="inc-1",
        template=template,
        channel=Channel.SLACK,
        at=after(10),
        severity="P0",
        phase="resolved",
        subject=None,
        text="x",
        values=values,
        language="en",
        sha256=message_digest(None, "x"),
    )


def test_a_new_incident_fills_what_it_knows_and_nothing_else():
    facts = postmortem_facts(plan(), incident("P1", "investigating"), (), (), "A | B")
    assert facts["pm_author"] == "A \\| B"
    assert facts["pm_status"] == "Draft"
    assert facts["pm_timeline"] == ()
    assert not {"pm_ended_at", "pm_impact_duration", "pm_time_to_detect", "pm_data_loss"} & set(facts)
    assert not {"pm_users_affected", "pm_action_items", "pm_executive_summary"} & set(facts)


def test_a_resolved_incident_fills_all_that_was_told():
    happened = incident(
        "P1",
        "resolved",
        title="Search *down*",
        peak_severity="P0",
        impact_ended_at=after(24 * 60 + 5),
        values={"incident_commander": "@eng-lead", "resolution": "Restarted", "summary": "old"},
    )
    events = [
        event(1, EventKind.DECLARED, "P0 declared", 6),
        event(2, EventKind.NOTE, "Error rate | rose", 0),
        event(3, EventKind.DELIVERY, "machinery", 7),
        event(4, EventKind.PHASE, "Phase: Resolved", 24 * 60 + 6, reason="smoke tests *green*"),
    ]
    messages = [
        message("slack_resolved", {"summary": "Search was down.", "root_cause": "A node\nwas behind"}),
        message("executive_notification", {"users_affected": 500, "data_impact": {"yes": "2 | rows"}}),
        message("slack_update", {"action_items": ("Test | it", "Alert"), "impact": "all users"}),
    ]
    facts = postmortem_facts(plan(), happened, events, messages, "Ada")
    assert facts["pm_title"] == "Search \\*down\\*"
    assert facts["pm_severity"] == "P0"
    assert facts["pm_ended_at"] == f"{after(24 * 60 + 5):%Y-%m-%d %H:%M}"
    assert facts["pm_impact_duration"] == "24 h 05 min"
    assert facts["pm_time_to_detect"] == "6 min until declared"
    assert facts["pm_users_affected"] == "500"
    assert facts["pm_data_loss"] == "Yes - 2 \\| rows"
    assert facts["pm_what_happened"] == "A node\nwas behind"
    assert facts["pm_executive_summary"] == "Search was down. all users. Restarted."
    assert facts["pm_timeline"] == (
        f"| {T0:%H:%M} | Error rate \\| rose |",
        f"| {after(6):%H:%M} | P0 declared |",
        f"| {after(24 * 60 + 6):%Y-%m-%d %H:%M} | Phase: Resolved (smoke tests \\*green\\*) |",
    )
    assert facts["pm_action_items"] == (
        "|          | Test \\| it |        |          | Open        |        |",
        "|          | Alert |        |          | Open        |        |",
    )


def test_an_incident_declared_before_its_impact_was_found_at_once():
    events = [event(1, EventKind.DECLARED, "P1 declared", -5)]
    facts = postmortem_facts(plan(), incident("P1", "investigating"), events, (), "Ada")
    assert facts["pm_time_to_detect"] == "0 min until declared"


def test_a_short_impact_is_told_in_minutes_and_the_same_sentence_once():
    happened = incident(
        "P2",
        "resolved",
        impact_ended_at=T0 + timedelta(minutes=12),
        values={"summary": "It was slow!", "impact": "It was slow!", "resolution": ""},
    )
    facts = postmortem_facts(plan(), replace(happened), (), (), "Ada")
    assert facts["pm_impact_duration"] == "12 min"
    assert facts["pm_executive_summary"] == "It was slow!"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("no", "No"),
        ("being assessed", "being assessed"),
        ({"yes": "two rows"}, "Yes - two rows"),
        (None, ""),
        ("perhaps", ""),
    ],
)
def test_the_data_impact_in_the_plan_s_words(value, text):
    assert data_impact_text(value, plan().words) == text
