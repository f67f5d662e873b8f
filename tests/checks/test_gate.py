"""The gate: nothing unfilled, mistyped or too long leaves, and each finding names its field and its channel."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.checks.gate import (
    Asked,
    check_message,
    check_round,
    end_unread,
    is_empty,
    left_to_fill,
)
from composer.domain.channel import LIMITS, POST_LIMIT, Audience, Channel
from composer.domain.errors import UserFacingError
from composer.domain.fields import Field, FieldCatalogue, FieldType, FieldValue
from composer.domain.findings import Finding, Level, blocks
from composer.domain.message import RenderedMessage, Segment, TemplateHead
from composer.domain.plan import MessageRule, Plan, Trigger
from composer.rendering.compose import render_message
from composer.rendering.context import effective_values
from tests.domain.shipped import T0, after, heads, incident, library, plan

HANG_S = 60.0
"""What takes longer than this hangs; how fast it is, the benchmarks tell."""

CATALOGUE = library().catalogue
MESSAGES = sorted(name for name in library().templates if name != "postmortem")
FULL: dict[str, FieldValue] = {field.name: field.example for field in CATALOGUE.typed()}


DERIVED = {
    field.name: str(field.example) for field in CATALOGUE.fields.values() if field.derived and field.example
}


def filled(name: str, values: Mapping[str, FieldValue], **derived_instead: str) -> Asked:
    """A shipped template filled as a round fills it."""
    template = library().templates[name]
    derived = {**DERIVED, **derived_instead}
    effective = effective_values(CATALOGUE, values, derived)
    try:
        message = render_message(
            template, CATALOGUE, values, derived, plan().words, day=T0.date(), practice=True, resolves=True
        )
    except UserFacingError as error:
        return Asked(template.head, effective, None, str(error))
    return Asked(template.head, effective, message)


def found(name: str, values: Mapping[str, FieldValue], **derived_instead: str) -> list[Finding]:
    return check_message(filled(name, values, **derived_instead), CATALOGUE)


def summary(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.field) for finding in findings]


# --- the shipped templates --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", MESSAGES)
def test_filled_with_the_examples_every_template_may_leave(name: str) -> None:
    assert found(name, FULL) == []


REQUIRED = [(name, field) for name in MESSAGES for field in heads()[name].required]
TYPED = [(name, field) for name, field in REQUIRED if not CATALOGUE[field].derived]


@pytest.mark.parametrize("empty", [None, "", " \n\t "])
@pytest.mark.parametrize(("name", "field"), TYPED)
def test_every_required_field_missing(name: str, field: str, empty: FieldValue) -> None:
    # Also where something else would stand in for it: nothing prefills, nothing is taken by default.
    asked = filled(name, FULL)
    asked = replace(asked, values={**asked.values, field: empty})
    channel = heads()[name].channel
    label = CATALOGUE[field].label
    assert check_message(asked, CATALOGUE) == [
        Finding("required_missing", f"{label} is empty.", Level.BLOCKING, channel, field, name)
    ]


@pytest.mark.parametrize(("name", "field"), TYPED)
def test_required_field_left_out_of_a_round(name: str, field: str) -> None:
    stand_in = CATALOGUE[field].default is not None or CATALOGUE[field].prefill_from is not None
    findings = found(name, {key: value for key, value in FULL.items() if key != field})
    assert summary(findings) == ([] if stand_in else [("required_missing", field)])
    assert all(finding.channel is heads()[name].channel and finding.template == name for finding in findings)


def test_the_customer_email_needs_start_and_end_of_impact() -> None:
    assert [field for _, field in REQUIRED if CATALOGUE[field].derived] == ["started_at", "ended_at"]
    findings = found("customer_email", FULL, ended_at="")
    assert findings == [
        Finding(
            "required_missing",
            "End of impact is not known.",
            channel=Channel.EMAIL,
            field="ended_at",
            template="customer_email",
        )
    ]


def test_the_table_of_product_md() -> None:
    expected = {
        "slack_declaration": "summary impact detection incident_commander technical_lead",
        "slack_update": "summary actions_taken next_steps eta",
        "slack_resolved": "summary root_cause resolution impact monitoring_hours postmortem_meeting_at",
        "status_investigating": "brief_description customer_impact",
        "status_identified": "brief_description expected_resolution",
        "status_monitoring": "brief_description",
        "status_resolved": "affected_service",
        "status_update": "whats_new",
        "customer_email": "what_happened impact_to_you what_we_did prevention started_at ended_at",
        "executive_notification": "executive_summary users_affected revenue_impact data_impact current_actions next_update",
    }
    assert {name: " ".join(heads()[name].required) for name in expected} == expected
    defaults = {"eta", "root_cause", "monitoring_hours", "expected_resolution", "revenue_impact"}
    needed = {field for names in expected.values() for field in names.split()}
    assert {name for name in needed if CATALOGUE[name].default is not None} == defaults


def test_optional_fields_may_be_empty() -> None:
    values = {**FULL, "action_items": (), "scope": None, "next_update": ""}
    assert found("slack_resolved", values) == []
    assert found("status_investigating", values) == []


PLAIN = (
    FieldType.LINE,
    FieldType.TEXT,
    FieldType.CHOICE,
    FieldType.PERSON,
    FieldType.TIME_OR_TEXT,
    FieldType.AMOUNT,
)
PLACEHOLDERS = [
    (field.name, place) for field in CATALOGUE.typed() if field.type in PLAIN for place in field.placeholders
]


def template_with(field: str) -> str:
    """A shipped template that uses the field; rather one without a subject, whose own length counts too."""
    names = [name for name in MESSAGES if field in heads()[name].fields]
    return min(names, key=lambda name: library().templates[name].subject is not None)


@pytest.mark.parametrize(("field", "place"), PLACEHOLDERS)
def test_placeholders_of_the_plan(field: str, place: str) -> None:
    name = template_with(field)
    shown = place if len(place) <= 40 else place[:40] + "…"
    for text in (place, f"well, {place} …"):
        findings = found(name, {**FULL, field: text})
        assert [finding for finding in findings if finding.field == field] == [
            Finding(
                "placeholder_left",
                f"{CATALOGUE[field].label} still says “{shown}”.",
                Level.BLOCKING,
                heads()[name].channel,
                field,
                name,
            )
        ]


def test_a_long_word_for_later_is_shown_short() -> None:
    assert (
        found("slack_update", {**FULL, "next_steps": "x" * 40})[0].text
        == f"Next steps still says “{'x' * 40}”."
    )
    assert (
        found("slack_update", {**FULL, "next_steps": "x" * 41})[0].text
        == f"Next steps still says “{'x' * 40}…”."
    )


def test_placeholder_of_another_field() -> None:
    findings = found("slack_update", {**FULL, "next_steps": "[What has been done since the last update]"})
    assert summary(findings) == [("placeholder_left", "next_steps")]


def test_placeholders_in_lists_and_details() -> None:
    items = ("Call Stripe", "[Immediate follow-up action 1]")
    assert summary(found("slack_resolved", {**FULL, "action_items": items})) == [
        ("placeholder_left", "action_items")
    ]
    detail = {"yes": "[Yes/No, with details]"}
    assert summary(found("executive_notification", {**FULL, "data_impact": detail})) == [
        ("placeholder_left", "data_impact")
    ]


@pytest.mark.parametrize(
    "word", ["TBD", "tbd.", " Todo ", "TBA!", "xxx", "XXXXX", "??", "????", "...", "…", "tbd  ."]
)
def test_words_that_stand_for_later(word: str) -> None:
    findings = found("slack_update", {**FULL, "next_steps": word})
    assert summary(findings) == [("placeholder_left", "next_steps")]
    assert findings[0].text == f"Next steps still says “{word.strip()}”."


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[EU] regions first",
            "See [runbook]",
            "[confirmed by Kim]",
            "[x]",
            "- [ ] call Stripe",
            "{{ braces }}",
            "{% if %}",
        ),
        *("TBD by Kim at noon", "no todo left", "?", "x", "xx", "We wait ...", "Why??", "tbd .!"),
    ],
)
def test_what_a_person_typed_is_text(text: str) -> None:
    assert found("slack_update", {**FULL, "next_steps": text}) == []


# --- types and lengths ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "field", "value", "expected"),
    [
        ("slack_update", "summary", 5, "Summary: Expected text, not a number."),
        ("slack_update", "summary", ("a", "b"), "Summary: Expected text, not a list."),
        ("slack_update", "summary", True, "Summary: Expected text, not true or false."),
        (
            "slack_resolved",
            "monitoring_hours",
            "two",
            "Monitoring hours: Expected a number of hours, not text.",
        ),
        (
            "slack_resolved",
            "monitoring_hours",
            0.5,
            "Monitoring hours: Expected at least 1 and at most 168 hours.",
        ),
        (
            "slack_resolved",
            "monitoring_hours",
            100_000,
            "Monitoring hours: Expected at least 1 and at most 168 hours.",
        ),
        ("slack_resolved", "action_items", "one", "Action items: Expected a list of lines, not text."),
        (
            "executive_notification",
            "data_impact",
            "maybe",
            'Data impact: Expected "no", "being assessed" or {"yes": detail}, where the detail says what is affected.',
        ),
        (
            "executive_notification",
            "data_impact",
            {"yes": 5},
            'Data impact: Expected "no", "being assessed" or {"yes": detail}, where the detail says what is affected.',
        ),
    ],
)
def test_wrong_type(name: str, field: str, value: FieldValue, expected: str) -> None:
    asked = filled(name, FULL)
    asked = replace(asked, values={**asked.values, field: value})
    assert check_message(asked, CATALOGUE) == [
        Finding("wrong_type", expected, Level.BLOCKING, heads()[name].channel, field, name)
    ]


def test_monitoring_hours_are_no_text_to_be_measured() -> None:
    assert found("slack_resolved", {**FULL, "monitoring_hours": 168}) == []


@pytest.mark.parametrize("field", [f.name for f in CATALOGUE.typed() if f.type in PLAIN])
def test_too_long_for_its_field(field: str) -> None:
    most = CATALOGUE[field].maximum
    name = template_with(field)
    assert found(name, {**FULL, field: f" {'a' * most} \n"}) == []
    longer = [finding for finding in found(name, {**FULL, field: "a" * (most + 1)}) if finding.field == field]
    assert longer == [
        Finding(
            "too_long",
            f"{CATALOGUE[field].label} has {most + 1:,} characters; at most {most:,} fit.",
            Level.BLOCKING,
            heads()[name].channel,
            field,
            name,
        )
    ]


def test_too_long_line_of_a_list_and_too_long_detail() -> None:
    assert summary(found("slack_resolved", {**FULL, "action_items": ("a", "b" * 301)})) == [
        ("too_long", "action_items")
    ]
    assert summary(found("executive_notification", {**FULL, "data_impact": {"yes": "b" * 401}})) == [
        ("too_long", "data_impact")
    ]


def test_placeholder_and_length_are_told_together() -> None:
    text = "[What is being done next]" + "a" * 800
    assert summary(found("slack_update", {**FULL, "next_steps": text})) == [
        ("placeholder_left", "next_steps"),
        ("too_long", "next_steps"),
    ]


def a_head(
    channel: Channel = Channel.SLACK, fields: tuple[str, ...] = ("summary", "impact"), **more: Any
) -> TemplateHead:
    return TemplateHead("own", "Our message", channel, Audience.INTERNAL, fields=fields, **more)


def a_message(
    channel: Channel, *body: Segment, subject: tuple[Segment, ...] | None = None
) -> RenderedMessage:
    return RenderedMessage("own", channel, body, subject)


def rendered(channel: Channel, *body: Segment, subject: tuple[Segment, ...] | None = None) -> list[Finding]:
    asked = Asked(
        a_head(channel), {"summary": "a", "impact": "b"}, a_message(channel, *body, subject=subject)
    )
    return check_message(asked, CATALOGUE)


@pytest.mark.parametrize("channel", Channel)
def test_too_long_for_its_channel(channel: Channel) -> None:
    most = LIMITS[channel].body
    parts = (
        Segment("s", "summary"),
        Segment("i" * 20, "impact"),
        Segment("t" * 22),
        Segment("s" * 20, "summary"),
    )
    assert rendered(channel, *parts, Segment("x" * (most - 63))) == []
    assert rendered(channel, *parts, Segment("x" * (most - 62))) == [
        Finding(
            "too_long",
            f"The message has {most + 1:,} characters; {most:,} fit in this channel.",
            Level.BLOCKING,
            channel,
            "summary",
            "own",
        )
    ]
    assert summary(rendered(channel, Segment("x" * (most + 1)))) == [("too_long", None)]
    # The field to shorten is the one that takes the most room in all its places.
    for first, second in (("impact", "summary"), ("summary", "impact")):
        parts = (
            Segment("a" * 20, first),
            Segment("b" * 15, second),
            Segment("b" * 15, second),
            Segment("x" * most),
        )
        assert summary(rendered(channel, *parts)) == [("too_long", second)]


@pytest.mark.parametrize("channel", [channel for channel in Channel if LIMITS[channel].subject])
def test_too_long_for_its_subject(channel: Channel) -> None:
    most = LIMITS[channel].subject or 0
    text = Segment("text")
    assert rendered(channel, text, subject=(Segment("x" * most),)) == []
    assert rendered(channel, text, subject=(Segment("x"), Segment("i" * most, "impact"))) == [
        Finding(
            "too_long",
            f"The subject has {most + 1:,} characters; {most:,} fit.",
            Level.BLOCKING,
            channel,
            "impact",
            "own",
        )
    ]


def test_subject_without_a_limit() -> None:
    assert rendered(Channel.COPY, Segment("text"), subject=(Segment("x" * 500),)) == []


def test_empty_message_and_empty_subject() -> None:
    assert [finding.text for finding in rendered(Channel.EMAIL, Segment(" \n"), subject=(Segment(" "),))] == [
        "The message is empty.",
        "The subject is empty.",
    ]
    assert summary(rendered(Channel.EMAIL, Segment(""), subject=())) == [
        ("required_missing", None),
        ("required_missing", None),
    ]
    assert rendered(Channel.SLACK, Segment("text")) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hello [name], all", "[name]"),
        ("[Yes/No]", "[Yes/No]"),
        ("a {{ summary }} b", "{{ summary }}"),
        ("a {% if %} b", "{% if %}"),
        ("[P0 INCIDENT] - [time]", "[time]"),
    ],
)
def test_the_templates_own_placeholders(text: str, left: str) -> None:
    expected = Finding(
        "placeholder_left",
        f"The template own still holds “{left}”.",
        Level.BLOCKING,
        Channel.EMAIL,
        None,
        "own",
    )
    assert rendered(Channel.EMAIL, Segment(text), subject=(Segment("S"),)) == [expected]
    assert rendered(Channel.EMAIL, Segment("B"), subject=(Segment(text),)) == [expected]
    assert rendered(Channel.EMAIL, Segment(text, "summary"), subject=(Segment(text, "impact"),)) == []


@pytest.mark.parametrize(
    "text",
    [
        "[P0 INCIDENT]",
        "- [ ] ",
        "P[0/1/2]",
        "[our page](https://x.example)",
        "[a\nb]",
        "{ a }",
        "{%",
        "a]b[c",
    ],
)
def test_wording_of_a_template(text: str) -> None:
    assert rendered(Channel.EMAIL, Segment(text), subject=(Segment("S"),)) == []


# --- which fields are looked at --------------------------------------------------------------------------------------


def test_only_the_fields_of_the_message() -> None:
    values: dict[str, FieldValue] = {"summary": "a", "eta": 5, "next_steps": "TBD"}
    asked = Asked(a_head(fields=("summary",)), values, a_message(Channel.SLACK, Segment("text")))
    assert check_message(asked, CATALOGUE) == []


def test_what_a_round_asks_for_beyond_the_head() -> None:
    asked = Asked(
        a_head(fields=("summary", "strange")), {"summary": "a"}, a_message(Channel.SLACK, Segment("text"))
    )
    assert check_message(asked, CATALOGUE) == []
    assert summary(check_message(asked, CATALOGUE, ["eta", "summary"])) == [("required_missing", "eta")]
    head = a_head(fields=("summary",), required=("impact", "strange"))
    assert summary(check_message(replace(asked, head=head), CATALOGUE)) == [("required_missing", "impact")]


def test_required_derived_field_in_the_subject_or_in_the_body() -> None:
    head = a_head(Channel.EMAIL, fields=("ended_at",), required=("ended_at",))
    body, subject, blank = Segment("x"), Segment("14:00", "ended_at"), Segment(" ", "ended_at")
    for parts, good in (
        ((body, (subject,)), True),
        ((subject, (body,)), True),
        ((subject, None), True),
        ((body, None), False),
        ((body, (blank, body)), False),
    ):
        message = a_message(Channel.EMAIL, parts[0], subject=parts[1])
        findings = check_message(Asked(head, {}, message), CATALOGUE)
        assert summary(findings) == ([] if good else [("required_missing", "ended_at")])
    assert summary(check_message(Asked(head, {}, None, "broken"), CATALOGUE)) == [("template_error", None)]
    optional = replace(head, required=())
    assert check_message(Asked(optional, {}, a_message(Channel.EMAIL, body)), CATALOGUE) == []


def test_a_template_that_could_not_be_filled() -> None:
    asked = Asked(a_head(), {"summary": "a", "impact": "b"}, None, "The template divides by zero.")
    assert check_message(asked, CATALOGUE) == [
        Finding("template_error", "The template divides by zero.", Level.BLOCKING, Channel.SLACK, None, "own")
    ]
    assert check_message(replace(asked, error=None), CATALOGUE)[0].text == "The template could not be filled."
    # Where a field is the cause, it is what the person is told.
    assert summary(check_message(replace(asked, values={"summary": 5, "impact": "b"}), CATALOGUE)) == [
        ("wrong_type", "summary")
    ]


def test_huge_values_do_not_hang() -> None:
    million = 5_000_000
    own = Field(
        "big", "Big", FieldType.TEXT, Audience.INTERNAL, maximum=10 * million, placeholders=("[big]",)
    )
    catalogue = FieldCatalogue({"big": own})
    started = time.perf_counter()
    for text in (
        "tbd" + " " * million + "x",
        "[" + "a" * million,
        "[" * million,
        "x" * million + "y",
        "?" * million + "!?",
        "{" * million,
        "." * million,
    ):
        head = a_head(Channel.SLACK, fields=("big",), required=("big",))
        asked = Asked(head, {"big": text}, a_message(Channel.SLACK, Segment(text), Segment(text, "big")))
        assert summary(check_message(asked, catalogue)) == [("too_long", "big")]
    for text in ("a" * million, " " * million):
        assert blocks(found("slack_update", {**FULL, "next_steps": text}))
    assert time.perf_counter() - started < HANG_S


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.just("yes"), inner, max_size=2)
    ),
    max_leaves=6,
)


@given(st.sampled_from(MESSAGES), st.data())
def test_whatever_a_field_holds_it_is_judged(name: str, data: st.DataObject) -> None:
    asked = filled(name, FULL)
    used = [field for field in heads()[name].fields if not CATALOGUE[field].derived]
    strange = data.draw(st.dictionaries(st.sampled_from(used), json_values, max_size=3))
    findings = check_message(replace(asked, values={**asked.values, **strange}), CATALOGUE)
    assert {finding.field for finding in findings} <= set(strange)
    assert {finding.channel for finding in findings} <= {heads()[name].channel}
    for field in set(heads()[name].required) & set(strange):
        if is_empty(strange[field]):
            assert ("required_missing", field) in summary(findings)


@pytest.mark.parametrize("value", [None, "", " \n", (), [], ("", "  "), {}, {"yes": ""}, {"yes": " "}])
def test_empty(value: Any) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", ["a", 0, 0.0, False, True, ("", "a"), ["a"], {"yes": "a"}, {"yes": 5}, [5]])
def test_not_empty(value: Any) -> None:
    assert not is_empty(value)


# --- the round --------------------------------------------------------------------------------------------------------


def asked_for(*names: str) -> list[TemplateHead]:
    return [heads()[name] for name in names]


def test_a_round_with_nothing_against_it() -> None:
    names = ("slack_declaration", "status_investigating", "executive_notification")
    assert check_round(plan(), incident(), asked_for(*names), after(1)) == []


def test_p3_declares_nothing_and_brings_the_text_for_the_ticket() -> None:
    findings = check_round(plan(), incident("P3", values={"impact": "a wrong icon"}), [], after(1))
    assert [(one.code, one.level, one.field, one.channel) for one in findings] == [
        ("no_incident", Level.BLOCKING, "severity", None)
    ]
    start, ticket = findings[0].text.split(" Text for the ticket: ")
    assert start == "P3 Low: no incident is declared, log a ticket instead."
    assert ticket.startswith(
        "P3 - Low: Checkout down\n\nImpact: a wrong icon\nResponse time: Next business day"
    )
    assert "Impact: \n" in check_round(plan(), incident("P3"), [], after(1))[0].text
    severities = tuple(replace(one, ticket_text=None) for one in plan().severities)
    bare = check_round(replace(plan(), severities=severities), incident("P3"), [], after(1))
    assert bare[0].text == start


def test_resolved_asks_for_two_facts() -> None:
    over = incident("P1", "resolved", resolved_at=after(1))
    assert check_round(plan(), over, [], after(1)) == [
        Finding("impact_end_missing", "Resolved asks when impact ended.", field="impact_ended_at"),
        Finding(
            "data_impact_missing",
            "Resolved asks for the data impact: no, being assessed, or yes with details.",
            field="data_impact",
        ),
    ]
    for answer in ("no", "being assessed", {"yes": "three invoices"}):
        told = replace(over, impact_ended_at=after(1), values={"data_impact": answer})
        assert check_round(plan(), told, asked_for("slack_resolved", "status_resolved"), after(1)) == []
    unsaid = replace(over, impact_ended_at=after(1), values={"data_impact": {"yes": " "}})
    assert summary(check_round(plan(), unsaid, [], after(1))) == [("data_impact_missing", "data_impact")]


def test_impact_ended_before_it_started() -> None:
    odd = incident("P1", "monitoring", impact_ended_at=after(-1))
    assert check_round(plan(), odd, [], after(1)) == [
        Finding("end_before_start", "Impact ended before it started.", field="impact_ended_at")
    ]
    assert check_round(plan(), replace(odd, impact_ended_at=T0), [], after(1)) == []


def test_times_that_have_not_come() -> None:
    early = incident("P1", "monitoring", impact_started_at=after(6), impact_ended_at=after(66))
    assert check_round(plan(), early, [], T0) == [
        Finding(
            "in_the_future", "2026-11-23 13:58 UTC has not come yet.", Level.ADVICE, field="impact_started_at"
        ),
        Finding(
            "in_the_future", "2026-11-23 14:58 UTC has not come yet.", Level.ADVICE, field="impact_ended_at"
        ),
    ]
    # Clocks of two computers differ.
    assert check_round(plan(), incident("P1", impact_started_at=after(5)), [], T0) == []
    assert summary(
        check_round(plan(), incident("P1", impact_started_at=after(5)), [], T0 - timedelta(seconds=1))
    ) == [("in_the_future", "impact_started_at")]


def test_title_too_long() -> None:
    assert check_round(plan(), incident("P1", title="t" * 200), [], T0) == []
    assert check_round(plan(), incident("P1", title="t" * 1201), [], T0) == [
        Finding("too_long", "Title has 1,201 characters; at most 200 fit.", field="title")
    ]
    assert summary(check_round(plan(), incident("P1", title="t" * 201), [], T0)) == [("too_long", "title")]


def test_message_of_another_phase() -> None:
    assert check_round(plan(), incident("P1", "monitoring"), asked_for("status_resolved"), T0) == [
        Finding(
            "wrong_phase",
            "Status page is not meant for the phase Monitoring.",
            Level.BLOCKING,
            Channel.STATUS_PAGE,
            "phase",
            "status_resolved",
        )
    ]
    assert check_round(plan(), incident("P1", "monitoring"), asked_for("slack_correction"), T0) == []


def test_customer_email_waits_for_the_end_of_impact() -> None:
    ongoing = incident("P1", "monitoring")
    assert check_round(plan(), ongoing, asked_for("customer_email"), T0) == [
        Finding(
            "locked",
            "Customer email waits for the end of impact.",
            Level.BLOCKING,
            Channel.EMAIL,
            "impact_ended_at",
            "customer_email",
        )
    ]
    assert (
        check_round(
            plan(), replace(ongoing, impact_ended_at=after(31)), asked_for("customer_email"), after(31)
        )
        == []
    )
    short = check_round(
        plan(), replace(ongoing, impact_ended_at=after(30)), asked_for("customer_email"), after(31)
    )
    assert short == [
        Finding(
            "not_asked_for",
            "The plan asks for Customer email only after more than 30 min of impact.",
            Level.ADVICE,
            Channel.EMAIL,
            None,
            "customer_email",
        )
    ]
    assert not blocks(short)


def test_message_that_the_plan_asks_for_at_other_severities() -> None:
    advice = Finding(
        "not_asked_for",
        "The plan asks for Executive notification only at P0.",
        Level.ADVICE,
        Channel.EXECUTIVE,
        None,
        "executive_notification",
    )
    assert check_round(plan(), incident("P1"), asked_for("executive_notification"), T0) == [advice]
    # One last text after having left P0 is asked for.
    assert (
        check_round(plan(), incident("P1", peak_severity="P0"), asked_for("executive_notification"), T0) == []
    )
    over = incident(
        "P2", "resolved", impact_ended_at=after(60), resolved_at=after(60), values={"data_impact": "no"}
    )
    texts = [finding.text for finding in check_round(plan(), over, asked_for("customer_email"), after(60))]
    assert texts == ["The plan asks for Customer email only at P0, P1."]
    assert (
        check_round(plan(), replace(over, peak_severity="P1"), asked_for("customer_email"), after(60)) == []
    )


def with_rule(**more: Any) -> Plan:
    return replace(plan(), messages=(MessageRule("own", **more),))


def test_rules_of_another_plan() -> None:
    own = a_head(Channel.EMAIL)
    bare = with_rule(triggers=(Trigger.IMPACT_ENDED,))
    at_once = incident("P1", impact_ended_at=T0)
    assert [finding.text for finding in check_round(bare, at_once, [own], T0)] == [
        "The plan asks for Our message only after more than 0 min of impact."
    ]
    assert check_round(bare, incident("P1", impact_ended_at=after(1)), [own], after(1)) == []
    narrow = with_rule(triggers=(Trigger.FIRST,), severities=("P0",))
    raised = incident("P1", peak_severity="P0")
    assert summary(check_round(narrow, raised, [own], T0)) == [("not_asked_for", None)]
    assert check_round(replace(narrow, messages=()), raised, [own], T0) == []
    worst = with_rule(triggers=(Trigger.FIRST,), severities=("P0", "P2"), peak_severity=True)
    assert check_round(worst, raised, [own], T0) == []
    assert [one.text for one in check_round(worst, incident("P1"), [own], T0)] == [
        "The plan asks for Our message only at P0, P2."
    ]


def test_findings_of_several_messages_stand_side_by_side() -> None:
    findings = check_round(
        plan(), incident("P1"), asked_for("slack_resolved", "customer_email", "executive_notification"), T0
    )
    assert [(finding.code, finding.channel) for finding in findings] == [
        ("wrong_phase", Channel.SLACK),
        ("locked", Channel.EMAIL),
        ("not_asked_for", Channel.EXECUTIVE),
    ]


# --- what leaves in another form than it is read in -------------------------------------------------------------------


def test_what_is_sent_with_more_letters_than_are_read_is_told_so() -> None:
    asked = filled("slack_update", FULL)
    most = LIMITS[Channel.SLACK].body
    assert check_message(replace(asked, sent="x" * most), CATALOGUE) == []
    (one,) = check_message(replace(asked, sent="x" * (most + 1)), CATALOGUE)
    assert (one.code, one.channel, one.template) == ("too_long", Channel.SLACK, "slack_update")
    assert f"{most + 1:,}".replace(",", "") in one.text.replace(",", "")
    assert one.text != found("slack_update", FULL | {"summary": "x" * (most + 1)})[-1].text


def test_a_mail_that_is_also_posted_in_slack_is_no_longer_than_a_post() -> None:
    asked = filled("executive_notification", FULL)
    message = asked.message
    assert message is not None
    letters = len(message.text)

    def posted(count: int) -> list[Finding]:
        body = (Segment("x" * (count - letters), "executive_summary"), *message.body)
        return check_message(replace(asked, posted=replace(message, body=body)), CATALOGUE)

    assert posted(POST_LIMIT) == []
    (one,) = posted(POST_LIMIT + 1)
    assert (one.code, one.field) == ("too_long", "executive_summary")
    assert (one.channel, one.template, one.level) == (
        Channel.EXECUTIVE,
        "executive_notification",
        Level.BLOCKING,
    )
    for said in (asked.head.title, str(POST_LIMIT + 1), str(POST_LIMIT)):
        assert said in one.text.replace(",", "")


# --- whole texts, and words where a time is asked for ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hello [Customer name], all is well", "[Customer name]"),
        ("We expect {{ eta }}.", "{{ eta }}"),
        ("See [our page](https://status.acme.example).", None),
        ("[P0] Payments work again.", None),
        ("", None),
    ],
)
def test_what_a_whole_text_leaves_to_be_filled_in(text: str, left: str | None) -> None:
    assert left_to_fill(text, CATALOGUE) == left


def test_a_placeholder_of_the_plan_is_left_too() -> None:
    field = next(iter(CATALOGUE.typed()))
    own = FieldCatalogue({**CATALOGUE.fields, field.name: replace(field, placeholders=("WHO-KNOWS",))})
    assert left_to_fill("Payments work again, WHO-KNOWS when.", own) == "WHO-KNOWS"
    assert left_to_fill("Payments work again.", own) is None


def test_words_that_are_no_time_are_told_where_the_end_of_impact_is_asked_for() -> None:
    missing = Finding("impact_end_missing", "When did it end?", field="impact_ended_at")
    other = Finding("too_long", "Too long.", field="summary")
    first, second = end_unread([missing, other], "soonish")
    assert second is other
    assert (first.code, first.field) == ("impact_end_missing", "impact_ended_at")
    assert "soonish" in first.text
    long = end_unread([missing], "abcdefghij" * 50)[0].text
    assert "abcdefghij" in long
    assert len(long) < 200
