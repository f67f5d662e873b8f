"""Contradictions: each pair of the table is told at its field, on its words, with its mend; no consistent draft is flagged; and nothing hangs or opens the gate."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.checks import contradictions as roof
from composer.checks.passages import Reader
from composer.domain.channel import Audience
from composer.domain.contradictions import Clash, ClashRules, Weight
from composer.domain.findings import Finding, Level
from composer.paths import open_home
from composer.services import comparing, preparing
from composer.services.rehearsal import rehearse
from composer.services.rounds import Round
from tests.domain.shipped import library
from tests.guard.drafts import (
    Pair,
    contradictions,
    drafts,
    is_told,
    measured,
    pair_round,
    pairs,
    reader,
    report,
)

TABLE = pairs()
RULES = library().contradictions


def _name(pair: Pair) -> str:
    return f"{pair.finds}-{pair.words or pair.kind}".replace(" ", "_")


def told(pair: Pair, reader_: Reader | None = None) -> tuple[Finding, ...]:
    return contradictions(pair_round(pair, reader_))


def draft(**facts: Any) -> Round:
    return pair_round(Pair("", "", facts))


def codes(round_: Round) -> list[str]:
    return [one.code for one in contradictions(round_)]


@pytest.mark.parametrize("pair", TABLE, ids=_name)
def test_a_pair_that_contradicts_is_told_at_its_field_with_its_mend(pair: Pair) -> None:
    round_ = pair_round(pair)
    found = contradictions(round_)
    assert is_told(pair, found), report(measured([pair], ()))
    (one,) = found
    message = next((each.message for each in round_.messages if each.head.name == one.template), None)
    if one.places:
        assert message is not None
        assert message.text[slice(*one.places[0])] == one.quote
    if one.span is not None and one.field is not None:
        typed = next(each.values[one.field] for each in round_.messages if each.head.name == one.template)
        assert isinstance(typed, str)
        assert typed[slice(*one.span)] == one.quote
    if one.quote and one.places:
        named = one.quote if pair.words is None else pair.words
        assert " ".join(named.split()) in one.text, "the sentence names what it speaks of"
    is_public = message is not None and round_.messages[0].head.audience is Audience.PUBLIC
    if one.level is Level.BLOCKING:
        assert RULES.weight(Clash(one.code)) is Weight.BLOCKING
        assert one.mark
    else:
        assert not one.mark
        assert RULES.weight(Clash(one.code)) is Weight.ADVICE or not is_public


def test_what_a_mend_puts_there_contradicts_nothing() -> None:
    mended = set()
    for pair in TABLE:
        (one,) = told(pair)
        if one.instead is None or one.field is None:
            continue
        mended.add(one.code)
        fields = dict(pair.facts["fields"])
        if one.span is None:
            fields[one.field] = one.instead
        else:
            start, end = one.span
            fields[one.field] = fields[one.field][:start] + one.instead + fields[one.field][end:]
        assert told(replace(pair, facts={**pair.facts, "fields": fields})) == (), pair
    assert mended == {
        "numbers_differ", "start_differs", "end_differs", "text_ends_before_start", "duration_differs", "eta_passed", "promise_passed",
        "stale_text", "says_resolved", "phase_differs", "severity_differs", "all_well", "component_well", "data_differs", "data_not_known",
    }  # fmt: skip


def test_the_table_knows_every_rule_and_is_large_enough() -> None:
    without = {Clash.OTHERS, Clash.LEFT}  # of templates that do not say that all is well
    assert {one.finds for one in TABLE} == {one.value for one in Clash} - without
    assert len(TABLE) >= 60


def test_no_consistent_draft_is_flagged() -> None:
    made = list(drafts())
    assert len(made) >= 100
    figures = measured((), made)
    assert figures.flagged == (), report(figures)
    blocked = {
        name: [one.text for one in each.findings if one.level is Level.BLOCKING] for name, each in made
    }
    assert not any(blocked.values()), "each of them is one that could leave"
    assert {len(each.messages) for _, each in made} >= {2, 3, 4}


# What comes near a rule and must not fire: the rule, the phase and what is laid over the consistent draft.
NEAR: Sequence[tuple[str, dict[str, Any]]] = [
    ("numbers_differ", {"fields": {"summary": "500 users in Europe can't pay.", "users_affected": "2,000 users"}}),
    ("numbers_differ", {"fields": {"summary": "Checkout fails for 512 users.", "users_affected": "~500 users"}}),
    ("numbers_differ", {"fields": {"summary": "40 % of requests fail.", "users_affected": "12 %"}}),
    ("numbers_differ", {"fields": {"summary": "3 of 12 hosts fail; 300 customers can't pay.", "users_affected": "4,000 users"}}),
    ("start_differs", {"fields": {"summary": "Errors are falling since 14:20."}}),
    ("start_differs", {"fields": {"summary": "Checkout fails since 13:55; Stripe has had an incident since 13:10."}}),
    ("end_differs", {"phase": "resolved", "ended": "15:00", "fields": {"summary": "Watching until 16:30."}}),
    ("text_ends_before_start", {"fields": {"summary": "Maintenance runs from 23:30 to 00:45 UTC."}}),
    ("duration_differs", {"fields": {"summary": "Checkout fails; next we watch for 3 hours."}}),
    ("eta_passed", {"phase": "identified", "fields": {"eta": "by 15:10 UTC"}}),
    ("promise_passed", {"fields": {"next_update": "2026-11-23T14:50:00Z"}}),
    ("stale_text", {"fields": {"summary": "As of 14:25 two regions fail."}}),
    ("says_resolved", {"phase": "monitoring", "fields": {"summary": "We watch until the payment issue is fully resolved."}}),
    ("says_resolved", {"phase": "mitigating", "fields": {"whats_new": "An earlier issue with search has been resolved; payments still fail."}}),
    ("start_differs", {"fields": {"summary": "Since 14:22 no more errors have been seen in one region."}}),
    ("says_resolved", {"phase": "monitoring", "fields": {"summary": "We close it once the issue is fully resolved."}}),
    ("phase_differs", {"phase": "identified", "fields": {"summary": "We are still investigating how many are hurt."}}),
    ("channels_apart", {"phase": "resolved", "ended": "15:00", "now": "15:20", "messages": ["status_resolved"], "before": {"phase": "monitoring"},
                        "said": [{"template": "status_monitoring", "at": "15:05", "phase": "monitoring"}]}),
    ("back_without_word", {"reason": "x", "before": {"phase": "monitoring"}, "fields": {"brief_description": "errors when paying, which came back"},
                           "said": [{"template": "status_monitoring", "at": "14:20", "phase": "monitoring"}]}),
    ("severity_differs", {"fields": {"summary": "Raised from P1; see the P2 ticket, too."}}),
    ("severity_text_old", {"reason": "x", "before": {"severity": "P1"}, "fields": {"summary": "Now all cards fail."},
                           "said": [{"template": "slack_update", "at": "14:10", "severity": "P1"}]}),
    ("all_well", {"phase": "mitigating", "fields": {"whats_new": "We tell you once all services are operating normally."}}),
    ("all_well_elsewhere", {"phase": "resolved", "ended": "15:00", "now": "15:20", "others": [{"title": "x", "components": {"search": "operational"}}]}),
    ("component_well", {"phase": "mitigating", "fields": {"whats_new": "Search is operating normally; payments are not."}}),
    ("data_differs", {"phase": "mitigating", "fields": {"data_impact": "no", "whats_new": "There is no sign of data loss."}}),
    ("data_not_known", {"phase": "mitigating", "fields": {"data_impact": "being assessed", "whats_new": "We check whether no data was lost."}}),
    ("data_said_before", {"phase": "monitoring", "fields": {"data_impact": {"yes": "12 invoices"}},
                          "said": [{"template": "status_identified", "at": "14:20", "text": "We check whether data was lost."}]}),
    ("shared_component", {"others": [{"title": "x", "components": {"payments": "degraded_performance"}}]}),
    ("same_public_text", {"others": [{"title": "x", "components": {"search": "degraded_performance"}, "text": "We look into late exports of the night."}]}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "facts"), NEAR, ids=[f"{code}-{place}" for place, (code, _) in enumerate(NEAR)]
)
def test_what_only_comes_near_is_let_be(code: str, facts: dict[str, Any]) -> None:
    assert code not in codes(draft(**facts))


def test_every_rule_has_something_that_comes_near() -> None:
    assert {code for code, _ in NEAR} == {one.finds for one in TABLE}


@pytest.mark.parametrize("weight", [Weight.OFF, Weight.ADVICE, Weight.BLOCKING])
def test_a_rule_weighs_as_the_file_says(weight: Weight) -> None:
    pair = next(one for one in TABLE if one.finds == "says_resolved" and one.field == "whats_new")
    rules = replace(RULES, weights={**RULES.weights, "says_resolved": weight})
    found = told(pair, Reader(rules, library().plan))
    assert [one.level.value for one in found] == ([] if weight is Weight.OFF else [weight.value])
    assert [bool(one.mark) for one in found] == ([] if weight is Weight.OFF else [weight is Weight.BLOCKING])


def test_limits_are_the_file_s() -> None:
    late = replace(RULES, limits=replace(RULES.limits, stale_minutes=5))
    facts = {"fields": {"summary": "As of 14:25 two regions fail."}}
    assert codes(draft(**facts)) == []
    assert [one.code for one in told(Pair("", "", facts), Reader(late, library().plan))] == ["stale_text"]


def test_a_message_that_stays_back_has_not_been_said() -> None:
    """Slack is asked for, too, but a field of it is empty: the page would be resolved alone."""
    said = [{"template": "slack_update", "at": "15:05", "phase": "monitoring"}]
    facts = {"phase": "resolved", "ended": "15:00", "now": "15:20", "before": {"phase": "monitoring"}, "said": said,
             "messages": ["slack_resolved", "status_resolved"]}  # fmt: skip
    assert codes(draft(**facts)) == []
    assert codes(draft(**facts, fields={"resolution": ""})) == ["channels_apart"]


def test_without_words_only_what_needs_none_is_told() -> None:
    bare = Reader(ClashRules(), library().plan)
    found = {one.code for pair in TABLE for one in pair_round(pair, bare).findings}
    assert "guard_failed" not in found
    assert found & {"start_differs", "duration_differs", "all_well", "data_differs", "says_resolved"} == set()
    assert {"text_ends_before_start", "channels_apart", "left_degraded", "others_open"} <= found


@pytest.mark.logs_expected
def test_a_rule_that_breaks_keeps_public_texts_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roof, "RULES", (*roof.RULES, lambda scene: 1 / 0))
    found = [one for one in draft().findings if one.code == "guard_failed"]
    assert [(one.level, one.template) for one in found] == [(Level.BLOCKING, "status_investigating")]
    assert "could not be checked for contradictions" in found[0].text


@pytest.mark.parametrize(
    "piece",
    ["13:52 ", "1,000 users ", "1", "1,", "for 5 minutes ", "all services are ", "data ", "since ", "P0 ", "no data ", "between 15:00 and 13:00 ",
     "é 14:05 ", ". ", "no ", "Payments is ", "was ", "%", "1 h "],
)  # fmt: skip
def test_no_text_makes_it_slow(piece: str) -> None:
    def seconds(length: int) -> float:
        fresh = Reader(RULES, library().plan)
        fresh.read("As of 14:05 UTC, 500 users of all services for 5 minutes.")
        text = (piece * length)[:length]
        began = time.perf_counter()
        fresh.read(text)
        fresh.all_well(text)
        return time.perf_counter() - began

    assert min(seconds(64 * 1024) for _ in range(3)) < 0.25, "on a busy machine; the benchmark says 50 ms"


def test_the_same_words_are_read_once() -> None:
    made = reader().read("Checkout fails for 500 users since 13:52.")
    assert reader().read("Checkout fails for 500 users since 13:52.") is made


@pytest.mark.parametrize("severity", ["P0", "P1", "P2"])
def test_a_rehearsal_contradicts_itself_nowhere(
    severity: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole life, from the declaration to the post-mortem, as it ships."""
    compared: list[list[Finding]] = []

    def compare(*args: Any) -> list[Finding]:
        compared.append(comparing.compare(*args))
        return compared[-1]

    monkeypatch.setattr(preparing, "compare", compare)
    rehearsed = rehearse(open_home(tmp_path / "home"), severity, lambda _at, _text: None)
    assert rehearsed.all_sent
    assert len(compared) >= 4
    assert [one.text for found in compared for one in found] == []


_ODD = st.text(max_size=120) | st.lists(
    st.sampled_from(["13:52", "UTC", "since", "500 users", "40 %", "no data was lost", "resolved", "all services are operational", "P2", "🙂", "\n", "İ", "ß", "\ud800"]),
    max_size=10,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(summary=_ODD, whats_new=_ODD, executive_summary=_ODD, eta=_ODD)
def test_nothing_that_is_typed_breaks_a_rule(**typed: str) -> None:
    facts = {"phase": "mitigating", "messages": ["slack_update", "status_update", "executive_notification"]}
    found = draft(**facts, fields=typed).findings
    assert "guard_failed" not in {one.code for one in found}
