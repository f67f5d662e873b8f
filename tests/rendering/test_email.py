"""Mail: one subject line, two parts that say the same, and bytes that never differ."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from html.parser import HTMLParser
from typing import Any, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from composer.domain.channel import Channel
from composer.domain.errors import InvalidInputError
from composer.domain.message import RenderedMessage, Segment
from composer.rendering import email

HANG_S = 60.0
"""What takes longer than this hangs; how fast it is, the benchmarks tell."""

DATE = datetime(2026, 11, 23, 15, 4, 5, tzinfo=timezone(timedelta(hours=1)))


def message(
    *segments: Segment | str, subject: str | None = "Service Update", language: str = "en"
) -> RenderedMessage:
    body = tuple(Segment(part) if isinstance(part, str) else part for part in segments)
    return RenderedMessage(
        "customer_email", Channel.EMAIL, body, None if subject is None else (Segment(subject, "x"),), language
    )


def built(sent: RenderedMessage, **changed: Any) -> bytes:
    arguments: dict[str, Any] = {
        "sender": "Skillancer <support@skillancer.com>",
        "recipient": ("Ann Lee", "ann@customer.example"),
        "message_id": "<d-17.r1@skillancer.com>",
        "date": DATE,
        **changed,
    }
    return email.build(sent, **arguments)


def parsed(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=policy.default)


def parts(raw: bytes) -> tuple[str, str]:
    mail = parsed(raw)
    text, page = mail.iter_parts()
    assert (text.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    # On the wire every line ends with CR LF.
    return tuple(cast(EmailMessage, part).get_content().replace("\r\n", "\n") for part in (text, page))


class Page(HTMLParser):
    """What a reader sees of the HTML part, line by line, and what it would load."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.title = ""
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._in: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag in ("main", "title"):
            self._in.append(tag)
        if tag in ("br", "p", "h2"):
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("main", "title"):
            self._in.pop()
        if tag in ("p", "h2"):
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if self._in == ["main"]:
            self.text += data
        elif self._in == ["title"]:
            self.title += data

    @property
    def lines(self) -> list[str]:
        return [line for line in self.text.split("\n") if line.strip()]


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def test_a_customer_mail() -> None:
    sent = message(
        "Dear ",
        Segment("Ann", "customer_name"),
        ",\n\nWhat happened:\n",
        Segment("Payments < failed.", "what_happened"),
        "\n\nStarted: now\nBest regards",
    )
    raw = built(
        sent,
        headers={
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": "<mailto:support@skillancer.com?subject=unsubscribe>",
        },
    )
    assert raw == built(
        sent,
        headers={
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": "<mailto:support@skillancer.com?subject=unsubscribe>",
        },
    )
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    mail = parsed(raw)
    assert {name: str(mail[name]) for name in mail if name not in ("Content-Type", "MIME-Version")} == {
        "From": "Skillancer <support@skillancer.com>",
        "To": "Ann Lee <ann@customer.example>",
        "Subject": "Service Update",
        "Date": "Mon, 23 Nov 2026 14:04:05 +0000",
        "Message-ID": "<d-17.r1@skillancer.com>",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": "<mailto:support@skillancer.com?subject=unsubscribe>",
    }
    text, page = parts(raw)
    assert text == sent.text + "\n"
    assert (
        '<h2 dir="auto" style="margin: 1.25em 0 .25em; font-size: 1em; white-space: pre-wrap;">What happened:</h2>'
        in page
    )
    assert "<strong>Started:</strong> now<br>Best regards</p>" in page
    assert "Payments &lt; failed." in page
    assert '<html lang="en" dir="auto">' in page


def test_a_heading_ends_the_paragraph_before_it() -> None:
    page = email.html_page(message("One\nTwo:\nThree\n\nFour:"))
    assert re.findall(r"<(p|h2) [^>]*>(.*?)</", page) == [
        ("p", "One"),
        ("h2", "Two:"),
        ("p", "Three"),
        ("h2", "Four:"),
    ]


def test_the_page_asks_for_nothing() -> None:
    page = Page(email.html_page(message("a: ", Segment('<img src="http://x/y.png"> url(http://x)', "x"))))
    assert set(page.tags) <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "p",
        "br",
        "h2",
        "strong",
    }
    assert not {name for name, _ in page.attributes} & {"src", "href", "background", "srcset", "action"}
    assert not any("url(" in (value or "") for _, value in page.attributes)


@pytest.mark.parametrize(
    ("language", "shown"), [("de", "de"), ("pt-BR", "pt-BR"), ('x" onload="', "en"), ("", "en")]
)
def test_the_page_tells_its_language(language: str, shown: str) -> None:
    assert f'<html lang="{shown}" dir="auto">' in email.html_page(message("a", language=language))


@pytest.mark.parametrize(
    "bad",
    ["a\r\nBcc: x@y.example", "a\nb", "a\x00b", "a\x7f", "a\u0085b".replace("\u0085", "\x0b"), "\ud800"],
)
def test_nothing_gets_into_a_header(bad: str) -> None:
    for changed in (
        {"sender": f"{bad} <a@b.example>"},
        {"sender": bad},
        {"recipient": (bad, "a@b.example")},
        {"recipient": ("A", f"{bad}@b.example")},
        {"message_id": f"<{bad}@b.example>"},
        {"headers": {"X-Note": bad}},
        {"headers": {bad: "x"}},
    ):
        with pytest.raises(InvalidInputError) as caught:
            built(message("a"), **changed)
        assert str(caught.value).isprintable()
    with pytest.raises(InvalidInputError, match="subject: "):
        built(message("a", subject=f"Re: {bad}"))


@pytest.mark.parametrize(
    "name", ["From", "to", "BCC", "Subject", "Content-Type", "Message-ID", "", "A B", "X:Y", "ü"]
)
def test_our_own_headers_cannot_be_replaced(name: str) -> None:
    with pytest.raises(InvalidInputError, match="cannot be added"):
        built(message("a"), headers={name: "x"})
    with pytest.raises(InvalidInputError, match="plain ASCII"):
        built(message("a"), headers={"X-Note": "ü"})


@pytest.mark.parametrize(
    "address",
    [
        "", "a", "@b.example", "a@", "a b@c.example", "a@b@c.example", "a@b..example", "a@-b.example", "a,b@c.example", "<a@b.example>x",
        "ü@b.example", "a..b@c.example", "a@b.example, c@d.example", "Group: a@b.example;", "a@" + "b" * 64 + ".example",
        "a" * 250 + "@b.example", "a@[127.0.0.1]", '"a b"@c.example', "a@\u2024.example", "a@exa mple", "undisclosed:;", "a@" + "ü" * 70 + ".example",
    ],
)  # fmt: skip
def test_what_is_not_an_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidInputError, match="to: "):
        email.make_address("", address, key="to")
    with pytest.raises(InvalidInputError, match="from: "):
        email.parse_address(address, key="from")


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("a@b.example", "", "a@b.example"),
        ("  a@b.example ", "", "a@b.example"),
        ("Skillancer <support@skillancer.com>", "Skillancer", "support@skillancer.com"),
        ('"Lee, Ann" <ann+x@b.example>', "Lee, Ann", "ann+x@b.example"),
        ("Jürgen Müller <j@müller.example>", "Jürgen Müller", "j@xn--mller-kva.example"),
    ],
)
def test_addresses_are_read_by_one_parser(text: str, name: str, address: str) -> None:
    parsed_address = email.parse_address(text)
    assert (parsed_address.display_name, parsed_address.addr_spec) == (name, address)


def test_hostile_bodies_show_and_never_break_a_mail() -> None:
    sent = message(
        "a\x00b",
        Segment("\ud800 \u202e <script>alert(1)</script> {{7*7}}\r\n.\r\n--=_x\nFrom x", "x"),
        subject=None,
    )
    raw = built(sent)
    text, page = parts(raw)
    assert text.startswith(
        "a\ufffdb\ufffd \u202e <script>alert(1)</script> {{7*7}}\ufffd\n.\ufffd\n--=_x\nFrom x"
    )
    assert Page(page).lines == lines(text)
    assert "script" not in Page(page).tags
    assert parsed(raw)["Subject"] == ""


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=60)
SEGMENTS = st.lists(
    st.builds(
        Segment,
        TEXT | st.sampled_from(["What happened:\n", "\n\nLabel: ", "<b>", "&amp;", "=20\n", " \n", "."]),
        st.sampled_from([None, "x"]),
    ),
    max_size=6,
)
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=120)
NAME = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60).map(
    lambda name: " ".join(name.split())
)


@settings(max_examples=120, deadline=None)
@example([], "", "0 0000" + "\u0800" * 13 + " :")  # a space between two parts that were each encoded was lost
@example([], "", 'J\u00f6rg, "the" <b> M\u00fcller (x) \\')
@given(SEGMENTS, LINE, NAME)
def test_a_mail_read_back_says_what_was_meant(segments: list[Segment], subject: str, name: str) -> None:
    subject = " ".join(subject.split())
    sent = message(*segments, subject=subject)
    raw = built(sent, recipient=(name, "ann@customer.example"))
    assert raw == built(sent, recipient=(name, "ann@customer.example"))
    mail = parsed(raw)
    assert str(mail["Subject"]) == subject
    # Read with the older of Python's two readers: the newer one puts a space between two encoded words of a name.
    box, address = parseaddr(str(message_from_bytes(raw)["To"]))
    assert (str(make_header(decode_header(box))), address) == (name, "ann@customer.example")
    assert set(mail.keys()) == {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"}
    text, page = parts(raw)
    assert text == sent.text + "\n"
    shown = Page(page)
    assert shown.lines == lines(sent.text)
    assert shown.title == subject
    assert set(shown.tags) <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "p",
        "br",
        "h2",
        "strong",
    }


@pytest.mark.parametrize(
    "typed", ["a" * 5_000_000, "line\n" * 100_000, "é" * 1_000_000, "\n" * 200_000, ": " * 500_000]
)
def test_large_texts_never_hang(typed: str) -> None:
    started = time.perf_counter()
    email.html_page(message(typed, Segment(typed, "x")))
    email.plain(message(typed))
    assert time.perf_counter() - started < HANG_S


def test_a_mail_at_its_limit_is_built_soon() -> None:
    for typed in ("é" * 100_000, "line\n" * 20_000, "a" * 100_000):
        started = time.perf_counter()
        raw = built(message(Segment(typed, "x")))
        assert parts(raw)[0] == typed + "\n"
        assert time.perf_counter() - started < HANG_S


def test_date_is_utc() -> None:
    assert (
        parsed(built(message("a"), date=DATE.astimezone(UTC)))["Date"] == parsed(built(message("a")))["Date"]
    )
