"""Reminders: each phrase of the list fires where what it speaks of is missing, and nowhere else."""

from __future__ import annotations

import time

import pytest

from composer.checks.reminders import check_reminders
from composer.domain.channel import Channel
from composer.domain.fields import FieldValue
from composer.domain.findings import Finding, Level
from composer.domain.reminders import Reminder, Wants
from composer.services.reminding import shipped_reminders
from tests.domain.shipped import library

CATALOGUE = library().catalogue
RULES = {rule.code: rule for rule in shipped_reminders()}
TIMES = ("14:30", "14:30 UTC", "3 pm", "20 minutes", "an hour", "about 15 min", "the next 2 hours")
PHRASES = [
    (rule, phrase.replace("{time}", TIMES[place % len(TIMES)]))
    for rule in RULES.values()
    for place, phrase in enumerate(rule.phrases)
]
MEND: dict[Wants, dict[str, str]] = {
    Wants.NEXT_UPDATE: {"next_update": "2026-11-23T14:30:00Z"},
    Wants.LINK: {"customer_impact": "Declined cards, see https://status.example.com/pay"},
    Wants.BELOW: {"brief_description": "errors: {said}.\n- cards are declined"},
}


def found(template: str = "status_investigating", **values: FieldValue) -> list[Finding]:
    head = library().templates[template].head
    return check_reminders(RULES.values(), head, values, values, CATALOGUE)


@pytest.mark.parametrize(("rule", "phrase"), PHRASES, ids=lambda one: one if isinstance(one, str) else "")
def test_a_phrase_fires_exactly_where_what_it_speaks_of_is_missing(rule: Reminder, phrase: str) -> None:
    text = f"errors when paying; {phrase.capitalize()}, we are on it"
    (one,) = found(brief_description=text)
    assert (one.code, one.level, one.channel, one.field, one.template) == (
        rule.code, Level.ADVICE, Channel.STATUS_PAGE, "brief_description", "status_investigating",
    )  # fmt: skip
    assert one.span is not None
    assert text[slice(*one.span)] == one.quote == phrase.capitalize()
    assert one.quote in one.text
    assert one.mend
    assert found(brief_description=text.replace(phrase.capitalize(), f"{phrase}ish"[1:])) == [], "whole words"
    mended = MEND.get(rule.wants)
    if mended is not None:
        values = {
            "brief_description": text,
            **{name: words.format(said=phrase) for name, words in mended.items()},
        }
        assert found(**values) == []  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "A volume attached to the node is full",
        "The database re-attached itself",
        "Storage was detached",
        "No update at 14:30 was lost",
        "We will give an update when we know more",
        "Latency is below normal",
        "The link to the payment provider is down",
        "See you at 14:30",
        "Rolled back as of 14:30",
    ],
)
def test_words_that_mean_something_else_do_not_fire(words: str) -> None:
    assert found("slack_update", summary=words) == []


def test_what_a_field_has_from_another_is_told_where_it_was_typed() -> None:
    head = library().templates["executive_notification"].head
    typed: dict[str, FieldValue] = {"summary": "Graph attached"}
    values = {**typed, "executive_summary": "Graph attached"}
    (one,) = check_reminders(RULES.values(), head, typed, values, CATALOGUE)
    assert (one.field, one.text) == ("summary", "Summary says “attached”, and nothing can be attached.")


def test_the_lines_of_a_list_are_read_and_a_stray_value_does_no_harm() -> None:
    (one,) = found("slack_resolved", action_items=("Look", "Fix it: see link"))
    assert (one.code, one.field) == ("link_missing", "action_items")
    assert found("slack_resolved", action_items=3, summary=True) == []


def test_nothing_stands_below_where_only_empty_lines_do() -> None:
    (one,) = found("slack_update", summary="Steps taken, see below:\n \n")
    assert one.code == "below_missing"


def test_a_huge_text_is_read_at_once() -> None:
    text = "see " * 100_000 + "next update in " * 50_000 + " " * 500_000
    started = time.monotonic()
    found(brief_description=text)
    assert time.monotonic() - started < 10
