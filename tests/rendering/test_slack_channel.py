"""The name of the Slack channel: valid for Slack whatever the title says."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from composer.rendering.slack_channel import (
    LONGEST,
    free_name,
    given_slack_channel,
    is_channel_id,
    new_slack_channel,
    slack_channel_name,
)

DAY = date(2026, 11, 23)
PATTERN = "incident-{date}-{slug}"


def named(title: str, pattern: str = PATTERN) -> str:
    return slack_channel_name(pattern, DAY, title)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Checkout payments", "-checkout-payments"),
        ("Payments: 50 % declined!", "-payments-50-declined"),
        ("Zahlungen über PayPal heißen nichts", "-zahlungen-uber-paypal-heissen-nichts"),
        ("Платежи не проходят", "-platezhi-ne-prokhodiat"),
        ("決済エラー", "-jue-ji-era"),
        ("Café déjà vu", "-cafe-deja-vu"),
        ("🔥🔥🔥", ""),
        ("🔥 Fire", "-fire"),
        ("", ""),
        ("  --  ", ""),
        ("../../etc/passwd", "-etc-passwd"),
        ("<!channel> & <@U1>", "-channel-u1"),
        ("a_b", "-a-b"),
        ("it's down", "-it-s-down"),
    ],
)
def test_derived_from_the_title(title: str, slug: str) -> None:
    assert named(title) == f"#incident-2026-11-23{slug}"


def test_a_long_title_is_cut_between_words() -> None:
    name = named("checkout payments " * 20)
    assert name == "#incident-2026-11-23" + "-checkout-payments" * 3
    assert len(named("x" * 5_000_000)) == 1 + LONGEST


@given(st.text(st.characters()))
@example("&#99999999999999999999;")
@example("&#x110000; &#xffffffffffff; &bogus;")
@example("\ud800")
@example("a" * 59 + "-b")
@example("ß" * 100)
@example("\N{ZERO WIDTH JOINER}\N{COMBINING ACUTE ACCENT}")
def test_valid_for_any_title(title: str) -> None:
    name = named(title)
    assert re.fullmatch(r"#[a-z0-9-]{1,80}", name)
    assert "2026-11-23" in name
    assert "--" not in name
    assert not name.startswith("#-")
    assert not name.endswith("-")
    assert name == named(title)
    assert given_slack_channel(name) == name


@given(st.text(st.sampled_from("abz09-_"), max_size=60), st.text(max_size=40), st.booleans())
def test_valid_for_any_pattern(rest: str, title: str, dated: bool) -> None:
    name = named(title, rest + "{slug}" + ("{date}" if dated else ""))
    assert re.fullmatch(r"#(?!-)[a-z0-9-]{1,80}(?<!-)", name)


def test_a_pattern_without_room_and_one_without_words() -> None:
    assert named("Checkout", "x" * 80 + "-{slug}") == "#" + "x" * 80
    assert named("Checkout", "x" * 78 + "-{slug}") == "#" + "x" * 78 + "-c"
    assert named("🔥", "{slug}") == "#2026-11-23"
    assert named("Checkout", "INC_{slug}") == "#inc-checkout"


@pytest.mark.parametrize(
    ("given_name", "expected"),
    [
        ("incident-x", "#incident-x"),
        ("#incident-x", "#incident-x"),
        ("  ##Incident-X ", "#incident-x"),
        ("C024BE7LH", "C024BE7LH"),
        ("#C024BE7LH", "C024BE7LH"),
        ("#GENERAL", "#general"),  # an id holds a digit
        ("G024BE7LH", "G024BE7LH"),
        ("C024B", "#c024b"),
        ("c024be7lh", "#c024be7lh"),
        ("U024BE7LH", "#u024be7lh"),
    ],
)
def test_given_by_a_person(given_name: str, expected: str) -> None:
    assert given_slack_channel(given_name) == expected


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Our War Room!", "#our-war-room"),
        ("#pay_ments--now", "#pay_ments-now"),
        ("a" * 100, "#" + "a" * LONGEST),
        (" - ", ""),
        ("", ""),
    ],
)
def test_a_channel_to_be_made_gets_a_name_that_slack_takes(wanted: str, name: str) -> None:
    assert new_slack_channel(wanted) == name


def test_a_name_that_is_taken_gets_a_number_and_stays_short_enough() -> None:
    assert free_name("#incident-x", ()) == "#incident-x"
    assert free_name("#incident-x", ("#incident-x", "#incident-x-2")) == "#incident-x-3"
    long = "#" + "a" * LONGEST
    assert free_name(long, (long,)) == "#" + "a" * (LONGEST - 2) + "-2"


def test_an_id_is_told_from_a_name() -> None:
    assert is_channel_id("C024BE7LH")
    assert not is_channel_id("#general")
