"""Slack: what was typed stays text, labels are bold, only a person field calls somebody."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.domain.channel import Channel
from composer.domain.errors import RenderError
from composer.domain.message import RenderedMessage, Segment
from composer.rendering import slack

HANG_S = 60.0
"""What takes longer than this hangs; how fast it is, the benchmarks tell."""

MENTIONS = {"@cto": "U024BE7LH", "db-team": "S0615G0KT", "@broken": "<!channel>", "eng-lead": "W012A3CDE"}


def message(*segments: Segment | str) -> RenderedMessage:
    body = tuple(Segment(part) if isinstance(part, str) else part for part in segments)
    return RenderedMessage("slack_declaration", Channel.SLACK, body)


def elements(sent: RenderedMessage, mentions: dict[str, str] = MENTIONS) -> list[dict]:
    blocks = slack.payload(sent, mentions)["blocks"]
    return blocks[-1]["elements"][0]["elements"]


def shown(payload: dict) -> str:
    """The text that a reader sees in the blocks."""
    text = []
    for block in payload["blocks"]:
        if block["type"] == "header":
            text.append(block["text"]["text"])
        else:
            text.append("".join(part["text"] for part in block["elements"][0]["elements"]))
    return "\n".join(text)


def test_a_declaration() -> None:
    sent = message(
        "DRILL · INCIDENT DECLARED\n\nSeverity: ", Segment("P0", "severity"), "\nSummary: ", Segment("*All* pay_ments: down", "summary"),
        "\nIncident Commander: ", Segment("@cto", "incident_commander"), "\nTechnical Lead: ", Segment("@nobody", "technical_lead"),
        "\nStatus Page: ", Segment("https://status.example.com", "status_page_url"), "\n",
    )  # fmt: skip
    payload = slack.payload(sent, MENTIONS)
    assert payload == {
        "text": (
            "DRILL · INCIDENT DECLARED\n\nSeverity: P0\nSummary: ∗All∗ pay_ments: down\nIncident Commander: @cto\n"
            "Technical Lead: @nobody\nStatus Page: https://status.example.com\n"
        ),
        "blocks": [
            {
                "type": "header",
                "text": {"type": "plain_text", "text": "DRILL · INCIDENT DECLARED", "emoji": False},
            },
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [
                            {"type": "text", "text": "Severity:", "style": {"bold": True}},
                            {"type": "text", "text": " P0\n"},
                            {"type": "text", "text": "Summary:", "style": {"bold": True}},
                            {"type": "text", "text": " *All* pay_ments: down\n"},
                            {"type": "text", "text": "Incident Commander:", "style": {"bold": True}},
                            {"type": "text", "text": " "},
                            {"type": "user", "user_id": "U024BE7LH"},
                            {"type": "text", "text": "\n"},
                            {"type": "text", "text": "Technical Lead:", "style": {"bold": True}},
                            {"type": "text", "text": " @nobody\n"},
                            {"type": "text", "text": "Status Page:", "style": {"bold": True}},
                            {"type": "text", "text": " "},
                            {
                                "type": "link",
                                "url": "https://status.example.com",
                                "text": "https://status.example.com",
                            },
                            {"type": "text", "text": "\n"},
                        ],
                    }
                ],
            },
        ],
        "unfurl_links": False,
        "unfurl_media": False,
    }
    json.dumps(payload)


def test_who_is_mentioned() -> None:
    def last(field: str, text: str, mentions: dict[str, str] = MENTIONS) -> dict:
        return elements(message("a\nb ", Segment(text, field)), mentions)[-1]

    assert last("incident_commander", "CTO") == {"type": "user", "user_id": "U024BE7LH"}
    assert last("technical_lead", "@eng-lead") == {"type": "user", "user_id": "W012A3CDE"}
    assert last("technical_lead", "@db-team") == {"type": "usergroup", "usergroup_id": "S0615G0KT"}
    assert last("technical_lead", "@broken") == {"type": "text", "text": "b @broken"}
    assert last("summary", "@cto") == {"type": "text", "text": "b @cto"}
    assert last("technical_lead", "ask @cto") == {"type": "text", "text": "b ask @cto"}
    assert last("status_page_url", "javascript:alert(1)") == {"type": "text", "text": "b javascript:alert(1)"}
    assert last("summary", "https://evil.example") == {"type": "text", "text": "b https://evil.example"}
    payload = slack.payload(message("a\nb ", Segment("@cto", "scribe")), MENTIONS, people={"scribe"})
    assert payload["blocks"][-1]["elements"][0]["elements"][-1]["type"] == "user"


HOSTILE = [
    "<!channel>", "<!here>", "<@U024BE7LH>", "<http://evil.example|status.example.com>", "*bold*", "_italic_", "~strike~",
    "`code`", "```block```", "> quote", "&lt;b&gt;", "@channel", "{{7*7}}", "a\n> b\n*c*", "👩‍🚒 ‏עברית", ":fire:",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_was_typed_stays_text(typed: str) -> None:
    sent = message("INCIDENT UPDATE\n\nSummary: ", Segment(typed, "summary"))
    payload = slack.payload(sent, MENTIONS)
    assert elements(sent) == [
        {"type": "text", "text": "Summary:", "style": {"bold": True}},
        {"type": "text", "text": f" {typed}"},
    ]
    for inert in (payload["text"], slack.markup(sent)):
        assert not re.search(
            r"<|>|`|~|&(?!amp;|lt;|gt;)", inert.replace("*INCIDENT UPDATE*", "").replace("*Summary:*", "")
        )
    assert "*bold*" not in slack.markup(sent)
    assert "_italic_" not in payload["text"]
    assert "@channel" not in slack.clipboard(sent)


def test_text_for_hands() -> None:
    sent = message(
        "INCIDENT UPDATE\n\nSummary: ", Segment("pay_7f9c & <b> *x* @here @hereafter", "summary"), "\n> x"
    )
    assert (
        slack.markup(sent)
        == "*INCIDENT UPDATE*\n\n*Summary:* pay_7f9c &amp; &lt;b&gt; ∗x∗ @here @hereafter\n› x"
    )
    assert (
        slack.clipboard(sent) == "INCIDENT UPDATE\n\nSummary: pay_7f9c & <b> ∗x∗ @\u200bhere @hereafter\n› x"
    )
    assert slack.markup(message("")) == ""


def test_odd_first_lines() -> None:
    assert slack.payload(message(""), {})["blocks"] == []
    assert [block["type"] for block in slack.payload(message("Only a heading\n"), {})["blocks"]] == ["header"]
    assert [block["type"] for block in slack.payload(message("\nText"), {})["blocks"]] == ["rich_text"]
    assert [block["type"] for block in slack.payload(message("x" * 150 + "\nText"), {})["blocks"]] == [
        "header",
        "rich_text",
    ]
    assert [block["type"] for block in slack.payload(message("x" * 151 + "\nText"), {})["blocks"]] == [
        "rich_text"
    ]


def test_a_label_without_a_value_is_bold_alone() -> None:
    assert elements(message("INCIDENT RESOLVED\n\nNext Steps:\n- a\nLast:")) == [
        {"type": "text", "text": "Next Steps:", "style": {"bold": True}},
        {"type": "text", "text": "\n- a\n"},
        {"type": "text", "text": "Last:", "style": {"bold": True}},
    ]


def test_limits() -> None:
    payload = slack.payload(message("a\n", Segment("<" * 3_000, "x")), {})
    assert len(payload["text"]) <= 4_000
    assert payload["text"].endswith("&lt;…")
    for length in range(3_990, 4_004):
        cut = slack.fallback(message(Segment("a" * (length - 3_990) + "&" * 3_990, "x")))
        assert len(cut) <= 4_000
        assert re.fullmatch(r"a*(&amp;)*…", cut)
    with pytest.raises(RenderError, match="13,201 characters"):
        slack.payload(message(Segment("a" * 13_201, "x")), {})
    assert slack.fallback(message("a" * 4_000)) == "a" * 4_000


@pytest.mark.parametrize(
    "typed", ["a" * 5_000_000, "line\n" * 100_000, "_" * 1_000_000, " " * 1_000_000 + ">", "&" * 1_000_000]
)
def test_large_texts_never_hang(typed: str) -> None:
    sent = message("a\nb: ", Segment(typed, "x"))
    started = time.perf_counter()
    slack.fallback(sent)
    slack.markup(sent)
    slack.clipboard(sent)
    with pytest.raises(RenderError):
        slack.payload(sent, {})
    assert time.perf_counter() - started < HANG_S


SEGMENTS = st.lists(
    st.builds(
        Segment,
        st.text(st.sampled_from("ab:*_~`<>&@ \n"), max_size=12) | st.text(max_size=8),
        st.sampled_from([None, "summary"]),
    ),
    max_size=8,
)


@settings(max_examples=300, deadline=None)
@given(SEGMENTS)
def test_the_blocks_show_exactly_the_text(segments: list[Segment]) -> None:
    sent = message(*segments)
    payload = slack.payload(sent, MENTIONS)
    heading, _, rest = sent.text.partition("\n")
    if payload["blocks"] and payload["blocks"][0]["type"] == "header":
        # The blank lines under the first line are the space between the two blocks.
        while "\n" in rest and not rest.partition("\n")[0].strip():
            rest = rest.partition("\n")[2]
        expected = f"{heading}\n{rest}" if rest.strip() else heading
        assert shown(payload).rstrip() == expected.rstrip()
    else:
        assert shown(payload) == sent.text
    assert len(payload["blocks"]) <= 50
    typed = {segment.text for segment in segments if segment.field}
    for block in payload["blocks"]:
        for part in block.get("elements", [{"elements": []}])[0]["elements"]:
            assert part["type"] == "text"
            assert "style" not in part or any(part["text"] in s.text for s in segments if s.field is None), (
                typed
            )


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab*_~`<>&;lgtamp \n"), max_size=30))
def test_escaping_can_be_taken_back(text: str) -> None:
    escaped = slack.fallback(message(Segment(text, "x")))
    plain = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert plain.translate(str.maketrans("∗∼ˋ＿›", "*~`_>")) == text
    assert not re.search(r"[*~`<>]", escaped)
