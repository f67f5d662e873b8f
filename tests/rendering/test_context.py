"""What a template is filled with: typed, prefilled, default, derived; formatted and cleaned."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from composer.domain.channel import Audience, Channel
from composer.domain.errors import RenderError
from composer.domain.fields import Field, FieldCatalogue, FieldType, FieldValue
from composer.domain.message import TemplateHead
from composer.domain.plan import Words
from composer.rendering.context import build_context, effective_values, is_filled

DAY = date(2026, 11, 23)
WORDS = Words(
    *(
        "Ongoing",
        "None",
        "Yes",
        "No",
        "being assessed",
        "Unknown",
        "Pending",
        "Updated",
        "Next update by {time} UTC.",
    ),
    *("h", "min", "{year}-{month}-{day}", "DRILL", "Drill"),
    *({}, {}),
    *("", "", "", "", "", ""),
)


def catalogue(*fields: Field) -> FieldCatalogue:
    return FieldCatalogue({field.name: field for field in fields})


def field(name: str, kind: FieldType = FieldType.LINE, **more: Any) -> Field:
    return Field(name, name.capitalize(), kind, Audience.BOTH, **more)


FIELDS = catalogue(
    field("summary", FieldType.TEXT),
    field("executive_summary", FieldType.TEXT, prefill_from="summary"),
    field("board_summary", FieldType.TEXT, prefill_from="executive_summary", default="Nothing yet"),
    field("eta", FieldType.TIME_OR_TEXT, default="Unknown"),
    field("time_again", FieldType.TIME_OR_TEXT, prefill_from="eta"),
    field("hours", FieldType.DURATION, unit="hours", default=1),
    field("items", FieldType.LIST),
    field("first_items", FieldType.LIST, prefill_from="summary"),
    field("data_impact", FieldType.YES_NO),
    field("service", FieldType.COMPONENTS, prefill_from="parts"),
    field("lost", prefill_from="nowhere"),
    field("ring", prefill_from="ring_back"),
    field("ring_back", prefill_from="ring"),
    field("phase", derived=True),
    field("pm_title", derived=True, default="[Incident Title]"),
    field("pm_lines", FieldType.LIST, derived=True, default=("[a]", "[b]")),
)


def context(values: dict[str, FieldValue], derived: dict[str, Any], *names: str) -> dict[str, Any]:
    head = TemplateHead("probe", "Probe", Channel.SLACK, Audience.INTERNAL, fields=names)
    return build_context(head, FIELDS, values, derived, WORDS, DAY)


def test_formats_typed_values() -> None:
    values: dict[str, FieldValue] = {
        "summary": "Two\r\nlines \n",
        "eta": "2026-11-23T14:33:00Z",
        "hours": 2,
        "items": ("one\ntwo", "three"),
        "data_impact": {"yes": "12 orders"},
        "service": ("Payments", "API"),
    }
    assert context(values, {}, *values) == {
        "summary": "Two\nlines",
        "eta": "14:33 UTC",
        "hours": "2 hours",
        "items": ("one two", "three"),
        "data_impact": "Yes - 12 orders",
        "service": "Payments and API",
    }
    assert context({"eta": "2026-11-24T00:10:00Z"}, {}, "eta") == {"eta": "2026-11-24 00:10 UTC"}


def test_what_is_empty_is_empty_text_or_no_lines() -> None:
    empty = {
        "summary": "",
        "items": (),
        "data_impact": "",
        "lost": "",
        "ring": "",
        "service": "",
        "first_items": (),
    }
    assert context({}, {}, *empty) == empty
    assert context({"summary": "  \n", "items": (), "lost": None}, {}, *empty) == empty


def test_prefills_then_defaults() -> None:
    assert context(
        {"summary": "a"}, {}, "executive_summary", "board_summary", "first_items", "eta", "hours"
    ) == {
        "executive_summary": "a",
        "board_summary": "a",
        "first_items": ("a",),
        "eta": "Unknown",
        "hours": "1 hour",
    }
    assert context({"summary": "a", "executive_summary": "b"}, {}, "board_summary")["board_summary"] == "b"
    assert context({}, {}, "board_summary", "time_again") == {
        "board_summary": "Nothing yet",
        "time_again": "Unknown",
    }


def test_derived_texts() -> None:
    assert context({"phase": "typed"}, {"phase": "Identified\x00"}, "phase") == {"phase": "Identified"}
    assert context({}, {"unknown": "known here"}, "unknown", "nowhere") == {"unknown": "known here"}
    assert context({}, {}, "phase") == {}
    # A derived text stands in for a typed field until something is typed, and prefills others.
    assert context({}, {"summary": "the title"}, "summary", "executive_summary") == {
        "summary": "the title",
        "executive_summary": "the title",
    }
    assert context({"summary": "typed"}, {"summary": "the title"}, "summary") == {"summary": "typed"}
    assert context({}, {"parts": "Payments"}, "service") == {"service": "Payments"}
    assert context({}, {}, "pm_title", "pm_lines") == {
        "pm_title": "[Incident Title]",
        "pm_lines": ("[a]", "[b]"),
    }
    assert context({}, {"pm_lines": ("c\n", "d")}, "pm_lines") == {"pm_lines": ("c", "d")}


def test_effective_values_are_raw() -> None:
    values = effective_values(FIELDS, {"summary": "a", "items": ("x",), "phase": "typed", "stranger": "?"})
    assert values["executive_summary"] == "a"
    assert values["hours"] == 1
    assert values["items"] == ("x",)
    assert values["lost"] is None
    assert "phase" not in values
    assert "stranger" not in values
    assert effective_values(FIELDS, {}, {"parts": "API"})["service"] == "API"


@pytest.mark.parametrize(
    ("value", "filled"),
    [
        (None, False),
        ("", False),
        (" \n", False),
        ((), False),
        ({}, False),
        (0, True),
        (False, True),
        ("no", True),
        (("",), True),
        ({"yes": ""}, True),
    ],
)
def test_zero_and_no_say_something(value: FieldValue, filled: bool) -> None:
    assert is_filled(value) is filled


@pytest.mark.parametrize("value", ["a" * 5_000_000, ("a" * 100_000,) * 2, {"yes": "a" * 200_000}])
def test_far_too_much_is_refused_by_name(value: FieldValue) -> None:
    with pytest.raises(RenderError, match=r"“\w+” has [\d,]+ characters"):
        context(
            {"summary": value, "items": value, "data_impact": value}, {}, "summary", "items", "data_impact"
        )
    with pytest.raises(RenderError, match="“phase”"):
        context({}, {"phase": "a" * 200_000}, "phase")


def test_hostile_text_is_cleaned_long_or_short() -> None:
    typed = "a\x00\u202eb\ud800\r\n{{7*7}} 👩‍🚒 ‏עברית"
    short = context({"summary": typed, "lost": typed}, {}, "summary", "lost")
    assert short == {"summary": "ab\ufffd\n{{7*7}} 👩‍🚒 ‏עברית", "lost": "ab\ufffd {{7*7}} 👩‍🚒 ‏עברית"}
    assert (
        context({"summary": typed * 1_000}, {}, "summary")["summary"]
        == "ab\ufffd\n{{7*7}} 👩‍🚒 ‏עברית" * 1_000
    )


def test_what_is_remembered_stays_small_and_right() -> None:
    from composer.rendering import context as module

    for number in range(module._MOST_REMEMBERED + 50):
        assert context({"lost": f"text {number}"}, {}, "lost") == {"lost": f"text {number}"}
    assert len(module._formatted_before) <= module._MOST_REMEMBERED
    assert context({"hours": 1}, {}, "hours") == {"hours": "1 hour"}
    assert context({"hours": 1}, {}, "hours") == {"hours": "1 hour"}
    assert context({"hours": 1.5}, {}, "hours") == {"hours": "1.5 hours"}
    long = "a" * (module._SHORT + 1)
    assert context({"summary": long}, {}, "summary") == {"summary": long}
