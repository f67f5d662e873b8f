"""What an external service's health says in words."""

from __future__ import annotations

from dataclasses import replace

from composer.domain.health import HealthState, ServiceHealth
from tests.domain.shipped import after

STRIPE = ServiceHealth("Stripe", HealthState.AFFECTED, after(10), after(-11), "Elevated errors")


def test_it_says_since_when_and_what() -> None:
    since = f"{after(-11):%H:%M}"
    assert STRIPE.sentence == f"Stripe reports an incident since {since} UTC: Elevated errors"
    bare = replace(STRIPE, since=None, headline="")
    assert (bare.since_text, bare.sentence) == ("", "Stripe reports an incident")


def test_another_day_than_the_one_on_which_it_was_read_is_named() -> None:
    days_ago = replace(STRIPE, since=after(-60 * 48))
    assert days_ago.since_text == f"{after(-60 * 48):%Y-%m-%d %H:%M}"


def test_that_it_was_read_again_is_no_news() -> None:
    assert replace(STRIPE, read_at=after(20)).said == STRIPE.said
    assert replace(STRIPE, headline="Resolved soon").said != STRIPE.said
