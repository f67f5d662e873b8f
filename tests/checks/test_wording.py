"""Advice on public wording: each rule with what it finds and what it leaves alone, the clean corpus, and texts that no person writes."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer import assets
from composer.checks.gate import Asked
from composer.checks.reading_ease import reading_ease
from composer.checks.wording import Worded, Wording, unproven
from composer.checks.wording_told import Worth, check_wording, may_go_unadvised
from composer.domain.channel import Audience, Channel
from composer.domain.findings import Finding, Level
from composer.domain.mending import mended
from composer.domain.message import RenderedMessage, Segment, TemplateHead
from composer.planning.wording_file import load_wording, without
from composer.services.advising import wording_of
from tests.domain.shipped import library
from tests.guard.corpus import clean_texts

CATALOGUE, PLAN = library().catalogue, library().plan
RULES = load_wording(Path(str(assets.data_root())) / "resources" / "wording.toml", proof=unproven)
WORDING = Wording(
    RULES, own=["We apologize for any inconvenience. Our team is implementing a fix."], services=["Stripe"]
)
MOST_ADVISED = 0.1
"""The share of clean public texts of which anything may be said."""


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(one.rule.key, text[one.start : one.end], one.instead) for one in WORDING.found(text)]


def findings(
    text: str,
    field: str = "whats_new",
    *,
    wording: Wording = WORDING,
    worth: Worth | None = None,
    **head: object,
) -> list[Finding]:
    """What is advised on a post whose field says that."""
    one = TemplateHead(
        "status_update",
        "Status page update",
        Channel.STATUS_PAGE,
        Audience.PUBLIC,
        fields=(field, "next_update"),
    )
    one = replace(one, **head)  # type: ignore[arg-type]
    message = RenderedMessage(one.name, one.channel, (Segment("Update: "), Segment(text, field)))
    asked = Asked(one, {field: text}, message)
    return check_wording(wording, asked, CATALOGUE, {field: text}, worth or Worth(PLAN.words))


@pytest.mark.parametrize(
    ("rule", "fires", "words", "instead", "clean"),
    [
        ("jargon", "Elevated latency on checkout.", "Elevated latency", "Slow responses", "Checkout is slow."),
        ("technology", "Our Kafka is behind.", "Kafka", None, "Kafka’s novels are sold out? No: kafka-x is a product."),
        ("severity_key", "A P1 incident.", "P1 incident", None, "Car park P1 is closed."),
        ("blame_supplier", "It is due to an outage at Stripe.", "due to an outage at Stripe", None, "Payments by Stripe are late."),
        ("blame_person", "One of our engineers deleted a rule.", "One of our engineers deleted", None, "Our engineers are on site."),
        ("fixed_time", "This will be fixed within 30 minutes.", "will be fixed within 30 minutes", None, "We post the next update by 15:00 UTC."),
        ("empty", "Please be advised that payments fail.", "Please be advised that", "", "We advise you to wait."),
        ("passive", "The issue is being investigated.", "is being investigated", None, "We are investigating."),
    ],
)  # fmt: skip
def test_each_rule_finds_its_words_and_leaves_others_alone(
    rule: str, fires: str, words: str, instead: str | None, clean: str
) -> None:
    assert (rule, words, instead) in found(fires)
    assert rule not in {key for key, _, _ in found(clean)}
    advised = next(one for one in findings(fires) if one.code == f"wording_{rule}")
    assert (advised.level, advised.channel, advised.field) == (Level.ADVICE, Channel.STATUS_PAGE, "whats_new")
    assert advised.span is not None
    assert fires[slice(*advised.span)] == words
    assert [("Update: " + fires)[slice(*place)] for place in advised.places] == [words]


def test_the_rules_of_this_test_are_all_that_ship() -> None:
    mark = next(
        mark
        for mark in test_each_rule_finds_its_words_and_leaves_others_alone.pytestmark  # type: ignore[attr-defined]
        if mark.name == "parametrize"
    )
    assert {one[0] for one in mark.args[1]} == {one.key for one in RULES.rules}


def test_a_mend_leaves_a_text_that_reads_well_and_of_which_nothing_is_said() -> None:
    text = "Please be advised that we rolled back the deployment. In order to pay, sign in again."
    for _ in range(9):
        one = next((one for one in WORDING.found(text) if one.instead is not None), None)
        if one is None:
            break
        cut, put = mended(text, (one.start, one.end), one.instead or "")
        text = text[: cut[0]] + put + text[cut[1] :]
    assert text == "We undid the release. To pay, sign in again."
    assert found(text) == []


def test_what_the_plan_and_its_templates_say_is_left_alone() -> None:
    assert found("We apologize for any inconvenience.") == []
    assert found("Our team is working tirelessly.") != []
    with_own = Wording(RULES, own=["Our team is working tirelessly."])
    assert with_own.found("Our team is working tirelessly.") == ()
    assert Wording(replace(RULES, public=("Kafka",))).found("Kafka is behind.") == ()
    assert findings(PLAN.words.nothing_new) == []
    quiet = replace(PLAN.words, nothing_new="Kafka is behind.")
    assert findings("Kafka is behind.", worth=Worth(quiet)) == []
    assert findings("Kafka is behind.") != []


@pytest.mark.parametrize(
    ("field", "text", "is_told"),
    [
        ("customer_impact", "service disruption", True),
        ("customer_impact", "some technical difficulties", True),
        ("customer_impact", "declined cards", False),
        ("customer_impact", "problems with payments", False),
        ("whats_new", "issues", False),
    ],
)
def test_an_impact_that_names_no_symptom_is_told(field: str, text: str, is_told: bool) -> None:
    assert ("wording_impact" in {one.code for one in findings(text, field)}) is is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("We are still working on a fix.", True),
        ("The issue is ongoing. Thank you for your patience.", True),
        ("We are still working on a fix. Card payments go through again.", False),
        ("Refunds fail as well now.", False),
    ],
)
def test_an_update_without_news_is_told(text: str, is_told: bool) -> None:
    assert ("wording_no_news" in {one.code for one in findings(text)}) is is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("This will be fixed by 15:00 UTC.", True),
        ("Customers should be able to pay; it should be back up within the next hour, in 45 minutes.", True),
        ("The next update follows by 15:00 UTC.", False),
        ("We expect to be back with an update by 15:00 UTC.", False),
        ("We will update you within 30 minutes on whether it is fixed.", False),
        ("It was restored at 14:10 UTC.", False),
    ],
)
def test_a_promise_of_the_fix_is_no_promise_of_an_update(text: str, is_told: bool) -> None:
    assert ("fixed_time" in {key for key, _, _ in found(text)}) is is_told


def test_a_time_in_expected_resolution_is_advised_against_and_the_fields_own_words_offered() -> None:
    (one,) = findings("about 30 minutes", "expected_resolution")
    assert (one.code, one.instead) == ("wording_fixed_time", "not known yet")
    assert findings("not known yet", "expected_resolution") == []
    assert findings("later today", "expected_resolution") == []


def test_length_is_by_channel_and_told_at_the_longest_field() -> None:
    (one,) = [one for one in findings("Cards fail. " * 120) if one.code == "wording_length"]
    assert (one.field, "1,000" in str(one.text) or "1000" in str(one.text)) == ("whats_new", True)
    assert "wording_length" not in {one.code for one in findings("Cards fail. " * 40)}
    mail = findings("Cards fail. " * 120, name="customer_email", channel=Channel.EMAIL)
    assert "wording_length" not in {one.code for one in mail}


def test_reading_ease_is_flesch() -> None:
    easy, words = reading_ease("The cat sat on the mat. It was warm.")
    assert words == 9
    assert easy > 100
    hard, _ = reading_ease(
        "Institutional authentication infrastructure necessitates comprehensive verification."
    )
    assert hard < 0
    assert reading_ease("") == (100.0, 0)


def test_only_long_texts_of_a_person_that_read_badly_are_told_so() -> None:
    hard = "Notwithstanding comprehensive infrastructural modernisation, authentication irregularities necessitated deactivation of collaborative functionality. "
    (one,) = [one for one in findings(hard * 3) if one.code == "wording_reading"]
    assert "reading ease is 0 of 100" in str(one.text)
    assert "wording_reading" not in {one.code for one in findings(hard)}, "too short to have a figure"
    assert "wording_reading" not in {one.code for one in findings("Cards fail for some customers. " * 12)}


def test_texts_for_colleagues_and_in_other_languages_are_left_alone() -> None:
    text = "Kafka failover; human error."
    assert findings(text, audience=Audience.INTERNAL, channel=Channel.SLACK) == []
    assert findings(text, language="de") == []
    assert findings(text, language="en-GB") != []


def test_a_clean_text_is_seldom_advised_on() -> None:
    texts = clean_texts()
    advised = [text for text in texts if findings(text)]
    assert len(advised) <= MOST_ADVISED * len(texts), "\n".join(advised)
    assert len(texts) >= 500


def test_rules_that_are_off_say_nothing() -> None:
    off = without(RULES, ["jargon", "impact", "no_news", "reading", "length", "next_update"])
    for text, field in (("Elevated latency.", "whats_new"), ("issues", "customer_impact"), ("The issue is ongoing.", "whats_new")):  # fmt: skip
        assert findings(text, field)
        assert findings(text, field, wording=Wording(off)) == []


class _Broken(Wording):
    def found(self, text: str) -> tuple[Worded, ...]:
        raise RuntimeError(f"a bug: {len(text)}")


@pytest.mark.logs_expected
def test_a_rule_that_breaks_keeps_a_public_text_until_a_person_lets_that_very_text_pass() -> None:
    (one,) = findings("Cards fail.", wording=_Broken(RULES))
    assert (one.code, one.level) == ("wording_failed", Level.BLOCKING)
    assert may_go_unadvised(one)
    assert [one.mark for one in findings("Cards fail.", wording=_Broken(RULES))] == [one.mark]
    (other,) = findings("Cards failed.", wording=_Broken(RULES))
    assert other.mark != one.mark


@pytest.mark.logs_expected
def test_a_rule_that_breaks_keeps_no_internal_text() -> None:
    broken = _Broken(RULES)
    found = findings("Cards fail.", wording=broken, channel=Channel.SLACK, audience=Audience.INTERNAL)
    assert not [one for one in found if one.level is Level.BLOCKING]


@pytest.mark.parametrize(
    "piece", ["will be fixed ", "will ", "due to the ", "we are still working ", "a.", "é", "is being ", "in order ", "😀", "\x00"]
)  # fmt: skip
def test_no_line_however_long_takes_long(piece: str) -> None:
    line = (piece * 65_536)[:65_536]
    started = time.perf_counter()
    findings(line)
    first = time.perf_counter() - started
    assert first < 1.0, "seconds, on a machine that is busy; the benchmark asks for 50 ms"


@given(st.text(max_size=300))
def test_any_text_is_read_and_what_is_found_lies_in_it(text: str) -> None:
    end = 0
    for one in WORDING.found(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
    WORDING.is_no_news(text)
    WORDING.is_vague(text)
    reading_ease(text)


def test_the_wording_of_the_shipped_plan_is_its_own() -> None:
    from composer.services.in_force import open_library

    wording = wording_of(open_library(None))
    for component in PLAN.components:
        for symptom in component.symptoms:
            for text in (symptom.title, symptom.brief, symptom.impact):
                assert wording.found(text) == ()
                assert not wording.is_vague(text), text
