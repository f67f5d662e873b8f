"""One message from template, values and words: added line, drill, blank lines, one name a mail."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.channel import Audience, Channel
from composer.domain.errors import RenderError
from composer.domain.fields import Field, FieldCatalogue, FieldType, FieldValue
from composer.domain.message import RenderedMessage, Segment, Template, TemplateHead
from composer.domain.plan import Words
from composer.rendering.compose import personalise, render_message

DAY = date(2026, 11, 23)
NEXT = datetime(2026, 11, 23, 14, 55, tzinfo=UTC)


def words(line: str = "Next update by {time} UTC.") -> Words:
    return Words(
        *("Ongoing", "None", "Yes", "No", "being assessed", "Unknown", "Pending", "Updated", line),
        *("h", "min", "{year}-{month}-{day}", "DRILL", "Drill"),
        *({}, {}),
        *("", "", "", "", "", ""),
    )


FIELDS = FieldCatalogue(
    {
        name: Field(name, name, kind, Audience.BOTH, derived=name in ("customer_name", "phase"))
        for name, kind in {
            "summary": FieldType.TEXT,
            "title": FieldType.LINE,
            "items": FieldType.LIST,
            "next_update": FieldType.TIME_OR_TEXT,
            "customer_name": FieldType.LINE,
            "phase": FieldType.LINE,
            "bridge": FieldType.LINE,
        }.items()
    }
)


def composed(
    body: str,
    values: dict[str, FieldValue] | None = None,
    derived: dict[str, str] | None = None,
    *,
    channel: Channel = Channel.STATUS_PAGE,
    audience: Audience = Audience.PUBLIC,
    subject: str | None = None,
    line: str = "Next update by {time} UTC.",
    practice: bool = False,
    **more: Any,
) -> RenderedMessage:
    head = TemplateHead("probe", "Probe", channel, audience, fields=tuple(FIELDS.fields))
    derived = {"phase": "Identified", **(derived or {})}
    template = Template(head, body, subject, origin="probe.j2")
    return render_message(
        template, FIELDS, values or {}, derived, words(line), day=DAY, practice=practice, **more
    )


def test_values_become_segments() -> None:
    message = composed("Status: {{ phase }}\nSummary: {{ summary }}\n", {"summary": "{{7*7}}\r\nmore"})
    assert message.body == (
        Segment("Status: "),
        Segment("Identified", "phase"),
        Segment("\nSummary: "),
        Segment("{{7*7}}\nmore", "summary"),
        Segment(""),
    )
    assert message.subject is None


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(RenderError, match="“elsewhere”"):
        composed("{{ elsewhere }}")


def test_public_text_ends_with_the_next_update() -> None:
    assert composed("Text.", next_update=NEXT).text == "Text. Next update by 14:55 UTC."
    assert composed("One.\nTwo.\n", next_update=NEXT).text == "One.\nTwo.\nNext update by 14:55 UTC."
    assert composed("Text.", next_update=NEXT).body[-1] == Segment("Next update by 14:55 UTC.", "next_update")
    assert (
        composed("Text.", next_update=NEXT, line="Nächste Meldung bis {time}.").text
        == "Text. Nächste Meldung bis 14:55 UTC."
    )
    later = datetime(2026, 11, 24, 1, 10, tzinfo=timezone(timedelta(hours=1)))
    assert composed("Text.", next_update=later).text == "Text. Next update by 2026-11-24 00:10 UTC."


def test_only_public_status_texts_promise_and_only_once() -> None:
    assert composed("Text.").text == "Text."
    assert composed("Text.", next_update=NEXT, resolves=True).text == "Text."
    assert composed("Text.", next_update=NEXT, channel=Channel.SLACK).text == "Text."
    assert composed("Text.", next_update=NEXT, audience=Audience.INTERNAL).text == "Text."
    assert composed("Text. {{ next_update }}", {"next_update": "soon"}, next_update=NEXT).text == "Text. soon"


def test_where_responders_meet_ends_what_is_internal_and_nothing_else() -> None:
    where: dict[str, FieldValue] = {"bridge": "+1 555 0100, code\n42"}
    internal: dict[str, Any] = {"channel": Channel.SLACK, "audience": Audience.INTERNAL}
    message = composed("One: two\n", where, **internal)
    assert message.text == "One: two\nBridge: +1 555 0100, code 42"
    assert message.body[-1] == Segment("+1 555 0100, code 42", "bridge")
    assert composed("Text.", where, **(internal | {"audience": Audience.EXECUTIVE})).text.endswith("code 42")
    assert composed("Text.", {"bridge": " "}, **internal).text == "Text."
    assert composed("Text.", where).text == "Text."  # public
    assert composed("Text.", where, resolves=True, **internal).text == "Text."
    assert composed("At {{ bridge }}.", where, **internal).text == "At +1 555 0100, code 42."


@pytest.mark.parametrize("channel", list(Channel))
def test_every_practice_text_says_so_at_once(channel: Channel) -> None:
    message = composed("INCIDENT DECLARED\n\nMore", channel=channel, subject="A subject", practice=True)
    own = channel in (Channel.EMAIL, Channel.EXECUTIVE)
    assert message.text.startswith("DRILL\n\nINCIDENT" if own else "DRILL · INCIDENT")
    assert message.body[0].field is None
    assert message.subject_text == "DRILL · A subject"
    assert composed("a", channel=channel, practice=True).subject is None


@pytest.mark.parametrize(
    ("body", "values", "text"),
    [
        ("\n\n a\n\n\n", {}, " a"),
        ("a\n\n{% if title %}\nb\n{% endif %}\n\nc", {}, "a\n\nc"),
        ("a\n\n{% if title %}\nb\n{% endif %}\n\n{% if title %}x{% endif %}\n\n\n\nc", {}, "a\n\nc"),
        ("a\n  \n\t\n\nc", {}, "a\n  \nc"),
        ("a {{ title }}\n\n\n\nb", {}, "a \n\nb"),
        ("{{ summary }}\n\n\n\nb", {"summary": "x\n\n\n\ny"}, "x\n\n\n\ny\n\nb"),
        ("{{ title }}\n\n", {}, ""),
        ("{{ title }}\n\nb", {}, "b"),
        ("{{ title }}  \n\n", {"title": "a"}, "a"),
        ("a\n\n\n{{ title }}\n\n\n\nb", {"title": "t"}, "a\n\nt\n\nb"),
        ("a\n\n{{ title }}\n\nb", {}, "a\n\nb"),
        ("{% if title %}a{% endif %}", {}, ""),
    ],
)
def test_blank_lines_of_empty_parts_go(body: str, values: dict[str, FieldValue], text: str) -> None:
    assert composed(body, values).text == text


def test_a_subject_is_one_line() -> None:
    message = composed(
        "a", {"summary": "one \r\n two", "title": "t"}, subject="  {{ title }}:\n {{ summary }}\n"
    )
    assert message.subject_text == "t: one two"
    assert composed("a", {"title": ""}, subject="{{ title }}").subject == (Segment("", "title"),)
    assert composed("a", subject="").subject == ()
    assert composed("a", {"title": "b"}, subject="a {{ title }}").subject_text == "a b"


def test_a_mail_takes_its_name_at_the_end() -> None:
    message = composed(
        "Dear {{ customer_name }},\n{{ summary }}", {"summary": "customer"}, subject="For {{ customer_name }}"
    )
    assert message.text == "Dear customer,\ncustomer"
    personal = personalise(message, " Ann\r\n Lee\u202e ")
    assert personal.text == "Dear Ann  Lee,\ncustomer"
    assert personal.subject_text == "For Ann  Lee"
    assert personalise(message, " \n") == message
    assert composed("Dear {{ customer_name }}", derived={"customer_name": "Kundin"}).text == "Dear Kundin"
    assert personalise(composed("Dear {{ customer_name }}"), "{{7*7}}").text == "Dear {{7*7}}"


@given(st.text(), st.text())
def test_typed_text_comes_out_clean_and_whole(summary: str, title: str) -> None:
    from composer.domain.fields import clean_text

    message = composed("A {{ summary }} B {{ title }} C", {"summary": summary, "title": title})
    expected = clean_text(summary, multiline=True).strip(), clean_text(title, multiline=False).strip()
    assert message.text == "A {} B {} C".format(*expected)
    message.text.encode()
