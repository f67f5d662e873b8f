"""The status page: what was typed is text, for the vendor and on our own page."""

from __future__ import annotations

import html
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.domain.channel import Channel
from composer.domain.message import RenderedMessage, Segment
from composer.rendering import status_page

HANG_S = 60.0
"""What takes longer than this hangs; how fast it is, the benchmarks tell."""


def message(*segments: Segment | str, subject: str | None = None) -> RenderedMessage:
    body = tuple(Segment(part) if isinstance(part, str) else part for part in segments)
    return RenderedMessage(
        "status_update", Channel.STATUS_PAGE, body, None if subject is None else (Segment(subject),)
    )


class Reader(HTMLParser):
    """Reads a fragment as a browser would: its text, its tags."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "br":
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        ("Plain & simple, R&D, <25 %, 3 > 2", "Plain & simple, R&D, <25 %, 3 > 2"),
        ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ("<!-- a --><?b?>", "&lt;!-- a -->&lt;?b?>"),
        ('<img src="file:///x">', '&lt;img src="file:///x">'),
        ("&lt;b&gt; &#60; &copy &nosuch;", "&amp;lt;b&amp;gt; &amp;#60; &amp;copy &nosuch;"),
        ("<!channel> {{7*7}} *a* `b`", "&lt;!channel> {{7*7}} *a* `b`"),
        ("a\nb\n\nc 👩‍🚒 ‏עברית", "a\nb\n\nc 👩‍🚒 ‏עברית"),
    ],
)
def test_only_what_would_be_markup_is_escaped_for_the_vendor(typed: str, body: str) -> None:
    sent = message("Text: ", Segment(typed, "x"))
    assert status_page.body(sent) == f"Text: {body}"
    assert html.unescape(status_page.body(sent)) == sent.text
    assert Reader(status_page.fragment(sent)).tags <= {"p", "br"}


def test_our_own_page() -> None:
    sent = message("One\n", Segment("<b>two</b> & \"'", "x"), "\n\n\nThree", subject="<Name>")
    assert status_page.fragment(sent) == (
        '<p dir="auto">One<br>&lt;b&gt;two&lt;/b&gt; &amp; &quot;&#x27;</p>\n<p dir="auto">Three</p>'
    )
    assert status_page.fragment(message("")) == ""
    assert status_page.name(sent) == "<Name>"
    assert status_page.name(message("a")) is None


TEXT = st.text(st.sampled_from("ab<>&;#/!?x60ltampcopy \n\"'"), max_size=40) | st.text(
    st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]), max_size=40
)


@settings(max_examples=400, deadline=None)
@given(TEXT)
def test_read_as_html_it_is_the_text(text: str) -> None:
    sent = message(Segment(text, "x"))
    assert html.unescape(status_page.body(sent)) == text
    assert Reader(status_page.body(sent)).tags == set()
    reader = Reader(status_page.fragment(sent))
    assert reader.tags <= {"p", "br"}
    expected = [line for line in text.split("\n") if line.strip()]
    assert [line for line in reader.text.split("\n") if line.strip()] == expected


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 5_000_000,
        "line\n" * 100_000,
        "<" * 1_000_000,
        "&" * 1_000_000,
        "&" + "a" * 1_000_000,
        "\n" * 200_000,
    ],
)
def test_large_texts_never_hang(typed: str) -> None:
    sent = message(Segment(typed, "x"))
    started = time.perf_counter()
    status_page.body(sent)
    status_page.fragment(sent)
    assert time.perf_counter() - started < HANG_S
