"""The JSON object of `publish`: what a good one gives, and where each mistake stands."""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from composer.domain.errors import PublishFileError
from composer.domain.plan import ComponentStatus
from composer.domain.request import PublishRequest
from composer.publishing.publish_file import MOST_PROBLEMS, SIZE_LIMIT, content_digest, read_publish_file
from tests.domain.shipped import library, plan

HANG_S = 60.0
"""What takes longer than this hangs; how fast it is, the benchmarks tell."""

CATALOGUE = library().catalogue
TEMPLATES = sorted(library().templates)


def read_bytes(data: bytes) -> PublishRequest:
    return read_publish_file(data, "round.json", plan(), CATALOGUE, TEMPLATES)


def read(raw: object) -> PublishRequest:
    return read_bytes(json.dumps(raw).encode())


def problems(raw: object) -> list[str]:
    """What is told of a file that can't be used."""
    data = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
    with pytest.raises(PublishFileError) as caught:
        read_bytes(data)
    assert caught.value.exit_status == 2
    return [str(problem) for problem in caught.value.problems]


def new(**more: Any) -> dict[str, Any]:
    """A file that declares an incident; None takes a name of the incident out."""
    facts: dict[str, Any] = {
        "title": "Checkout down",
        "severity": "P1",
        "impact_started_at": "2026-11-23T13:52:00Z",
        "components": {"payments": "major_outage"},
    }
    facts = {name: value for name, value in {**facts, **more}.items() if value is not None}
    return {"incident": facts, "phase": "investigating"}


def known(**more: Any) -> dict[str, Any]:
    """A file about a stored incident."""
    return {"incident": {"id": "inc_1"}, "phase": "identified", **more}


# --- good files -------------------------------------------------------------------------------------------------------


def test_everything_that_can_be_told() -> None:
    raw = {
        "publish_id": " deploy-42 ",
        "incident": {
            "title": "Checkout down",
            "public_title": "Problems with payments",
            "severity": "P0",
            "impact_started_at": "2026-11-23T14:52:00+01:00",
            "detection": "Alert",
            "incident_commander": "@kim",
            "technical_lead": "lee",
            "communications_lead": "Dana Example",
            "domain": "payments",
            "symptom": "delayed",
            "components": {"Payments": "Major outage", "search": "degraded_performance"},
            "slack_channel": "#checkout",
            "pagerduty_incident": "PT4KHLK",
            "security": True,
        },
        "severity": "P1",
        "reason": "fewer users\nthan thought",
        "impact_ended_at": "2026-11-23T15:00:00Z",
        "phase": "Resolved",
        "fields": {
            "summary": "Webhook consumer rejects events.",
            "data_impact": {"yes": "three invoices"},
            "action_items": ["Call Stripe", ""],
            "monitoring_hours": 2,
            "eta": None,
            "next_update": "2026-11-23T15:20:00+00:00",
        },
        "messages": ["slack_resolved", "customer_email", "slack_resolved"],
        "notify": False,
        "override": {"too_long": "known"},
        "hold_s": 0,
    }
    request = read(raw)
    new_incident = request.new
    assert new_incident is not None
    assert request == PublishRequest(
        phase="resolved",
        content_sha256=content_digest(raw),
        new=new_incident,
        key="deploy-42",
        severity="P1",
        reason="fewer users than thought",
        impact_ended_at=datetime(2026, 11, 23, 15, 0, tzinfo=UTC),
        values={
            "incident_commander": "@kim",
            "technical_lead": "lee",
            "detection": "Alert",
            "summary": "Webhook consumer rejects events.",
            "data_impact": {"yes": "three invoices"},
            "action_items": ("Call Stripe",),
            "monitoring_hours": 2,
            "next_update": "2026-11-23T15:20:00Z",
        },
        messages=("slack_resolved", "customer_email"),
        notify=False,
        overrides={"too_long": "known"},
        hold_s=0.0,
    )
    assert new_incident.title == "Checkout down"
    assert new_incident.public_title == "Problems with payments"
    assert new_incident.severity == "P0"
    assert new_incident.impact_started_at == datetime(2026, 11, 23, 13, 52, tzinfo=UTC)
    assert new_incident.detection == "Alert"
    assert new_incident.roles == {
        "incident_commander": "@kim",
        "technical_lead": "lee",
        "communications_lead": "Dana Example",
    }
    assert (new_incident.domain, new_incident.symptom) == ("payments", "delayed")
    assert new_incident.components == {
        "payments": ComponentStatus.MAJOR_OUTAGE,
        "search": ComponentStatus.DEGRADED_PERFORMANCE,
    }
    assert (new_incident.slack_channel, new_incident.pagerduty_incident) == ("#checkout", "PT4KHLK")
    assert new_incident.security is True


def test_the_least_that_declares() -> None:
    request = read(new(components=None))
    assert request.new is not None
    assert (request.incident_id, request.key, request.severity, request.messages) == (None, None, None, None)
    assert (request.notify, request.hold_s, request.components, request.values) == (None, None, None, {})
    assert (request.reason, request.overrides, request.impact_ended_at) == ("", {}, None)
    facts = request.new
    assert (facts.public_title, facts.domain, facts.symptom, facts.slack_channel) == (None, None, None, None)
    assert (facts.detection, facts.roles, facts.components, facts.security) == ("", {}, {}, False)


def test_a_stored_incident() -> None:
    request = read(known())
    assert (request.new, request.incident_id, request.components) == (None, "inc_1", None)
    raw = {"incident": {"id": "inc_1", "components": {"api": "operational"}}, "phase": "monitoring"}
    assert read(raw).components == {"api": ComponentStatus.OPERATIONAL}


def test_started_at_is_taken_for_impact_started_at() -> None:
    request = read(new(impact_started_at=None, started_at="2026-11-23T13:52:00Z"))
    assert request.new is not None
    assert request.new.impact_started_at == datetime(2026, 11, 23, 13, 52, tzinfo=UTC)
    both = read(new(started_at="2020-01-01T00:00:00Z"))
    assert both.new is not None
    assert both.new.impact_started_at.year == 2026


@pytest.mark.parametrize("given_phase", ["monitoring", "Monitoring", " MONITORING "])
def test_keys_and_labels_in_any_case(given_phase: str) -> None:
    assert read(known(phase=given_phase)).phase == "monitoring"
    assert read(known(severity="critical", reason="x")).severity == "P0"
    assert read(known(severity="p2", reason="x")).severity == "P2"


def test_null_means_left_out() -> None:
    names = (
        "severity",
        "reason",
        "impact_ended_at",
        "fields",
        "messages",
        "notify",
        "override",
        "hold_s",
        "publish_id",
    )
    assert read(known(**dict.fromkeys(names))).messages is None
    raw = new()
    raw["incident"] |= dict.fromkeys(
        ("public_title", "domain", "slack_channel", "security", "detection", "components")
    )
    assert read(raw).new is not None


def test_text_is_cleaned() -> None:
    request = read(new(title=" A\nB\u202e \ud800", detection="a\x00b"))
    assert request.new is not None
    assert (request.new.title, request.new.detection) == ("A B \N{REPLACEMENT CHARACTER}", "ab")


def test_text_that_does_not_fit_its_field_is_left_to_the_gate() -> None:
    fields = {
        "summary": "x\ud800" * 700,
        "data_impact": "maybe",
        "monitoring_hours": 0.5,
        "action_items": ["a" * 301, "b"],
        "postmortem_meeting_at": "x" * 400,
    }
    values = read(known(fields=fields)).values
    assert values["summary"] == "x\N{REPLACEMENT CHARACTER}" * 700
    assert values["data_impact"] == "maybe"
    assert values["monitoring_hours"] == 0.5
    assert values["action_items"] == ("a" * 301, "b")
    assert read(known(fields={"data_impact": {"yes": ""}})).values == {"data_impact": {"yes": ""}}


def test_bom_and_white_space() -> None:
    assert read_bytes(b"\xef\xbb\xbf \n" + json.dumps(known()).encode() + b"\n\n").incident_id == "inc_1"


# --- each mistake and its place -----------------------------------------------------------------------------------------

ONE_OF_PHASES = "it must be one of Investigating, Identified, Mitigating, Monitoring, Resolved"
A_TIME = "it must be an ISO 8601 time with Z or an offset, such as 2026-11-23T13:52:00Z"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"phase": None}, "phase: it is missing"),
        ({"phase": ""}, "phase: it is empty"),
        ({"phase": 5}, "phase: it must be text"),
        ({"phase": "monitorin"}, f"phase: {ONE_OF_PHASES}; did you mean Monitoring?"),
        ({"phase": "done"}, f"phase: {ONE_OF_PHASES}"),
        ({"phrase": "x"}, "phrase: no such name; did you mean phase?"),
        ({"zzz": "x"}, "zzz: no such name"),
        ({"severity": "P7"}, "severity: it must be one of P0, P1, P2, P3"),
        ({"reason": 5}, "reason: it must be text"),
        ({"publish_id": "x" * 201}, "publish_id: it must have 1 to 200 characters"),
        ({"publish_id": 5}, "publish_id: it must be text"),
        ({"impact_ended_at": "14:00"}, f"impact_ended_at: {A_TIME}"),
        ({"impact_ended_at": "2026-11-23T14:00:00"}, f"impact_ended_at: {A_TIME}"),
        ({"impact_ended_at": 1764000000}, "impact_ended_at: it must be text"),
        ({"impact_ended_at": "0001-01-01T00:00:00+23:59"}, "impact_ended_at: it is out of range"),
        ({"fields": []}, "fields: it must be an object of field names and values"),
        ({"fields": {"sumary": "x"}}, "fields.sumary: no such field; did you mean summary?"),
        ({"fields": {"zzz": None}}, "fields.zzz: no such field"),
        (
            {"fields": {"ended_at": "14:00"}},
            "fields.ended_at: it is worked out by the program and can't be given",
        ),
        ({"fields": {"summary": 5}}, "fields.summary: Expected text, not a number."),
        ({"fields": {"summary": []}}, "fields.summary: Expected text, not a list."),
        ({"fields": {"summary": {}}}, "fields.summary: Expected text, not an object."),
        (
            {"fields": {"monitoring_hours": "2"}},
            "fields.monitoring_hours: Expected a number of hours, not text.",
        ),
        ({"fields": {"action_items": ["a", 5]}}, "fields.action_items[1]: Expected text, not a number."),
        (
            {"fields": {"data_impact": {"yes": 5}}},
            'fields.data_impact: Expected "no", "being assessed" or {"yes": detail}, where the detail says what is affected.',
        ),
        ({"messages": "slack_update"}, "messages: it must be a list of template names"),
        ({"messages": [5]}, "messages: it must be a list of template names"),
        (
            {"messages": ["slack_upate"]},
            "messages: there is no template “slack_upate”; did you mean slack_update?",
        ),
        ({"messages": ["zzz"]}, "messages: there is no template “zzz”"),
        ({"notify": "yes"}, "notify: it must be true or false"),
        ({"notify": 1}, "notify: it must be true or false"),
        ({"override": "all"}, "override: it must be an object of finding codes and reasons"),
        ({"override": {"too_long": " "}}, "override: it must be an object of finding codes and reasons"),
        ({"override": {"too_long": 5}}, "override: it must be an object of finding codes and reasons"),
        ({"hold_s": -1}, "hold_s: it must be a number of seconds from 0 to 3600"),
        ({"hold_s": 3601}, "hold_s: it must be a number of seconds from 0 to 3600"),
        ({"hold_s": True}, "hold_s: it must be a number of seconds from 0 to 3600"),
        ({"hold_s": "5"}, "hold_s: it must be a number of seconds from 0 to 3600"),
        ({"incident": None}, 'incident: it must be an object: {"id": …} or the facts of a new incident'),
        ({"incident": "inc_1"}, 'incident: it must be an object: {"id": …} or the facts of a new incident'),
        ({"incident": {"id": None}}, "incident.id: it is missing"),
        ({"incident": {"id": " "}}, "incident.id: it is empty"),
        ({"incident": {"id": 5}}, "incident.id: it must be text"),
        (
            {"incident": {"id": "inc_1", "title": "x"}},
            "incident.title: it is told when the incident is declared, not with an id",
        ),
        ({"incident": {"id": "inc_1", "tilte": "x"}}, "incident.tilte: no such name; did you mean title?"),
    ],
)
def test_one_mistake(change: dict[str, Any], problem: str) -> None:
    assert problems({**known(), **change}) == [f"round.json: {problem}"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"title": None}, "incident.title: it is missing"),
        ({"title": "\u202e "}, "incident.title: it is empty"),
        ({"severity": None}, "incident.severity: it is missing"),
        ({"severity": "P9"}, "incident.severity: it must be one of P0, P1, P2, P3"),
        ({"impact_started_at": None}, "incident.impact_started_at: it is missing"),
        ({"impact_started_at": None, "started_at": "x"}, f"incident.started_at: {A_TIME}"),
        ({"impact_started_at": "2026-13-01T00:00:00Z"}, f"incident.impact_started_at: {A_TIME}"),
        ({"public_title": 5}, "incident.public_title: it must be text"),
        (
            {"incident_comander": "x"},
            "incident.incident_comander: no such name; did you mean incident_commander?",
        ),
        ({"technical_lead": ["x"]}, "incident.technical_lead: it must be text"),
        ({"components": []}, "incident.components: it must be an object of component names and states"),
        (
            {"components": {"payments": "broken"}},
            "incident.components.payments: it must be one of operational, under_maintenance, degraded_performance,"
            " partial_outage, major_outage",
        ),
        (
            {"components": {"payments": 5}},
            "incident.components.payments: it must be one of operational, under_maintenance, degraded_performance,"
            " partial_outage, major_outage",
        ),
        (
            {"components": {"payments": "operational", "Payments": "major_outage"}},
            "incident.components.Payments: the component Payments stands there twice",
        ),
        ({"security": "no"}, "incident.security: it must be true or false"),
        ({"symptom": 5}, "incident.symptom: it must be text"),
    ],
)
def test_one_mistake_in_a_new_incident(change: dict[str, Any], problem: str) -> None:
    assert problems(new(**change)) == [f"round.json: {problem}"]


def test_names_of_the_plan_are_shown_with_the_nearest() -> None:
    found = problems(new(components={"Paymets": "operational"}))[0]
    assert found.startswith(
        "round.json: incident.components.Paymets: the plan has no such component; it has API, Payments, "
    )
    assert found.endswith("; did you mean Payments?")
    found = problems(new(domain="Serch"))[0]
    assert found.startswith(
        "round.json: incident.domain: it must be one of Payment failures (Stripe/PayPal), "
    )
    found = problems(new(symptom="errors when paing"))[0]
    assert found.endswith("; did you mean errors when paying?")


def test_every_mistake_is_told() -> None:
    raw = {
        "incident": {"title": 5, "colour": 1},
        "phase": "done",
        "fields": {"zzz": 1, "summary": 5},
        "hold_s": -1,
    }
    assert [line.split(": ")[1] for line in problems(raw)] == [
        *("phase", "incident.colour", "incident.title", "incident.severity", "incident.impact_started_at"),
        *("fields.zzz", "fields.summary", "hold_s"),
    ]


def test_a_file_full_of_mistakes_is_not_read_to_its_end() -> None:
    started = time.perf_counter()
    raw = {f"impact_ended_{number}": 1 for number in range(200_000)}
    assert len(problems(raw)) == MOST_PROBLEMS
    assert time.perf_counter() - started < HANG_S


def test_names_from_the_file_are_shown_short_and_harmless() -> None:
    (found,) = problems(known(**{"a\ud800\n\x1b[31m" + "x" * 5_000: 1}))
    key = found.removeprefix("round.json: ").removesuffix(": no such name")
    assert len(key) == 100
    assert key.startswith("a\N{REPLACEMENT CHARACTER} [31mxx")
    assert key.endswith("x…")
    exact = "y" * 100
    assert problems(known(**{exact: 1})) == [f"round.json: {exact}: no such name"]
    found = problems(known(messages=["\ud800" + "x" * 5_000]))[0]
    found.encode()
    assert len(found) < 300


# --- not JSON -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "round.json line 1: it is not JSON: Expecting value (column 1)"),
        (b'{\n"phase": }', "round.json line 2: it is not JSON: Expecting value (column 10)"),
        (b"{} {}", "round.json line 1: it is not JSON: Extra data (column 4)"),
        (b'"\x01"', "round.json line 1: it is not JSON: Invalid control character at (column 2)"),
        (b'{"a": "\xff"}', "round.json: it is not UTF-8 text (byte 8)"),
        (b"\xef\xbb\xbf{", None),
        ("{}".encode("utf-16"), "round.json: it is not UTF-8 text (byte 1)"),
        (b'{"hold_s": NaN}', "round.json: NaN is not a value of JSON"),
        (b'{"hold_s": Infinity}', "round.json: Infinity is not a value of JSON"),
        (b'{"hold_s": -Infinity}', "round.json: -Infinity is not a value of JSON"),
        (b'{"hold_s": 1, "hold_s": 2}', "round.json: hold_s: this name stands there twice"),
        (b'{"fields": {"eta": "a", "eta": "b"}}', "round.json: eta: this name stands there twice"),
        (b"[]", "round.json: it must hold one JSON object"),
        (b"null", "round.json: it must hold one JSON object"),
        (b'{"hold_s": ' + b"9" * 5_000 + b"}", "round.json: it holds a number with too many digits"),
        (b"[" * 1_000_000, "round.json: its brackets are nested too deeply"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "round.json: its brackets are nested too deeply"),
        (b" " * (SIZE_LIMIT + 1), "round.json: it has more than 16,777,216 bytes"),
    ],
)
def test_not_json(data: bytes, problem: str | None) -> None:
    found = problems(data)
    if problem is not None:
        assert found == [problem]


def test_the_largest_file_is_read() -> None:
    data = json.dumps(known()).encode()
    assert read_bytes(data + b" " * (SIZE_LIMIT - len(data))).incident_id == "inc_1"


def test_at_every_depth_there_is_an_answer() -> None:
    # Between what can be read and what can't lies what can be read and no more be written.
    limit = sys.getrecursionlimit()
    for depth in [*range(1, limit + 50, 7), *range(limit - 120, limit + 10)]:
        deep = b"[" * depth + b"]" * depth
        for data in (b'{"zzz": ' + deep + b"}", b'{"fields": {"summary": ' + deep + b"}}"):
            assert problems(data)


def test_a_number_without_end_is_no_hold() -> None:
    assert problems(b'{"incident": {"id": "x"}, "phase": "resolved", "hold_s": 1e999}') == [
        "round.json: hold_s: it must be a number of seconds from 0 to 3600"
    ]


# --- the digest ---------------------------------------------------------------------------------------------------------

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def shuffled(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: shuffled(inner) for name, inner in reversed(value.items())}
    return [shuffled(inner) for inner in value] if isinstance(value, list) else value


@given(st.dictionaries(st.text(max_size=8), json_values, max_size=5), st.text(), st.text())
def test_the_digest_stands_for_the_content(raw: dict[str, Any], one: str, other: str) -> None:
    digest = content_digest({**raw, "publish_id": one})
    assert digest == content_digest(shuffled({"publish_id": other, **raw}))
    assert digest == content_digest({name: value for name, value in raw.items() if name != "publish_id"})
    assert len(digest) == 64
    assert content_digest({**raw, "zzz": 1}) != content_digest({**raw, "zzz": 2})
    assert content_digest({**raw, "zzz": "1"}) != content_digest({**raw, "zzz": 1})


def test_the_digest_does_not_change_between_versions() -> None:
    # Stored beside each publish: an old key must still be known by its content.
    assert content_digest({"phase": "resolved", "fields": {"summary": "ü"}}) == (
        "2f1bda04f8c86c67676cb8ff73da8f0754dcfaf9a61e3308ab936d4c95f05f9c"
    )


# --- whatever stands in the file ----------------------------------------------------------------------------------------

NAMES = (
    *(
        "publish_id",
        "incident",
        "severity",
        "reason",
        "impact_ended_at",
        "phase",
        "fields",
        "messages",
        "notify",
    ),
    *("override", "hold_s"),
)
INCIDENT_NAMES = (
    *(
        "id",
        "title",
        "public_title",
        "severity",
        "impact_started_at",
        "started_at",
        "detection",
        "incident_commander",
    ),
    *("domain", "symptom", "components", "slack_channel", "pagerduty_incident", "security"),
)
words = st.sampled_from(
    ["P0", "P1", "investigating", "resolved", "payments", "2026-11-23T13:52:00Z", "inc_1", "no", ""]
)
likely = words | json_values
fields = st.dictionaries(st.sampled_from(list(CATALOGUE.fields)) | st.text(max_size=8), likely, max_size=4)
components = st.dictionaries(
    words | st.text(max_size=8), st.sampled_from([*ComponentStatus, "x"]) | likely, max_size=3
)
incidents = st.fixed_dictionaries(
    {}, optional={**dict.fromkeys(INCIDENT_NAMES, likely), "components": components | likely, "zzz": likely}
)
files = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(NAMES, likely),
        "incident": incidents | likely,
        "fields": fields | likely,
        "messages": st.lists(st.sampled_from(TEMPLATES) | likely, max_size=3) | likely,
        "zzz": likely,
    },
)


def outcome(data: bytes) -> PublishRequest | PublishFileError:
    try:
        return read_bytes(data)
    except PublishFileError as error:
        return error


@settings(max_examples=200)
@given(files | json_values)
@example({"incident": {"id": "x"}, "phase": "resolved", "fields": {"data_impact": {"yes": {"no": []}}}})
@example({"": None})
def test_any_json_is_a_request_or_a_mistake_with_a_place(raw: Any) -> None:
    found = outcome(json.dumps(raw).encode())
    if isinstance(found, PublishFileError):
        assert found.problems
        for problem in found.problems:
            assert problem.place.file == "round.json"
            assert problem.place.key or not isinstance(raw, dict)
            assert problem.text
            assert "\n" not in str(problem)
            str(problem).encode()
        return
    assert (found.new is None) != (found.incident_id is None)
    assert found.phase in [phase.key for phase in plan().phases]
    assert set(found.values) <= {field.name for field in CATALOGUE.typed()}
    assert set(found.messages or ()) <= set(TEMPLATES)
    assert found.content_sha256 == content_digest(raw)


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    found = outcome(data)
    assert isinstance(found, PublishRequest) or str(found).startswith("round.json")
