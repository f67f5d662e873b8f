"""Declaring: which severity is suggested and why, the public words of two picks, and incidents that look alike."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.declaring import (
    PublicWording,
    Suggestion,
    look_alike,
    pagerduty_incident_id,
    picked_symptom,
    public_wording,
    suggest_severity,
    ticket_text,
)
from composer.domain.plan import Component, ComponentStatus
from tests.domain.shipped import T0, incident, plan

HANG_S = 60.0
"""What takes longer than this hangs; how fast it is, the benchmarks tell."""

OK, CARE, SLOW, PARTIAL, MAJOR = ComponentStatus


# --- severity -----------------------------------------------------------------------------------------------------------


def test_nothing_answered_suggests_nothing() -> None:
    assert suggest_severity(plan(), ()) is None
    assert suggest_severity(plan(), ("no_such_question",)) is None
    assert suggest_severity(plan(), (), float("nan")) is None
    assert suggest_severity(plan(), (), -1) is None


def test_all_payments_fail_is_p0() -> None:
    assert suggest_severity(plan(), ("all_payments_fail",)) == Suggestion(
        "P0", "because total payment processing failure is critical"
    )


@pytest.mark.parametrize(
    ("percent", "severity"),
    [(0, "P3"), (0.99, "P3"), (1, "P2"), (24.99, "P2"), (25, "P1"), (100, "P1")],
)
def test_by_the_share_of_users(percent: float, severity: str) -> None:
    suggestion = suggest_severity(plan(), (), percent)
    assert suggestion is not None
    assert suggestion.severity == severity
    assert not suggestion.disagreed, "one answer cannot disagree with itself"


def test_more_than_a_share_and_at_least_a_share() -> None:
    question = replace(plan().questions[0], key="share", severity="P1", at_least_percent=25.0, strictly=True)
    more_than = replace(plan(), questions=(question,))
    assert suggest_severity(more_than, (), 25) is None
    assert suggest_severity(more_than, (), 25.01) == Suggestion("P1", question.because)
    at_least = replace(plan(), questions=(replace(question, strictly=False),))
    assert suggest_severity(at_least, (), 25) == Suggestion("P1", question.because)
    # Whatever the plan's order: the share speaks once, with its worst threshold.
    others = [replace(question, key=key, severity=key, at_least_percent=1.0) for key in ("P2", "P0", "P3")]
    assert suggest_severity(replace(plan(), questions=tuple(others)), (), 50) == Suggestion(
        "P0", question.because
    )


def test_in_doubt_the_higher_one() -> None:
    assert suggest_severity(plan(), ("minor_feature", "attack")) == Suggestion(
        "P0", "because a security vulnerability that is actively being exploited is critical", disagreed=True
    )
    assert suggest_severity(plan(), ("minor_feature",), 40) == Suggestion(
        "P1", "because 25 % of users or more are affected", disagreed=True
    )
    assert suggest_severity(plan(), ("major_feature",), 40) == Suggestion(
        "P1", "because an unavailable major feature is high"
    )
    assert suggest_severity(plan(), ("attack", "all_payments_fail")) == Suggestion(
        "P0", "because total payment processing failure is critical"
    )
    assert suggest_severity(plan(), ("users_over_25",)) is None, "a share is told as a number, not as yes"


@given(
    st.sets(st.sampled_from([question.key for question in plan().questions])),
    st.sets(st.sampled_from([question.key for question in plan().questions])),
    st.none() | st.floats(0, 100),
)
def test_a_further_yes_never_lowers_it(some: set[str], more: set[str], percent: float | None) -> None:
    fewer, all_of_them = (
        suggest_severity(plan(), some, percent),
        suggest_severity(plan(), some | more, percent),
    )
    if fewer is not None:
        assert all_of_them is not None
        assert plan().severity_rank(all_of_them.severity) <= plan().severity_rank(fewer.severity)


def test_text_for_the_ticket() -> None:
    p3 = plan().severity("P3")
    text = ticket_text(p3, "A {impact} title", "a wrong {title}")
    assert text is not None
    assert text.startswith("P3 - Low: A {impact} title\n\nImpact: a wrong {title}\n")
    assert ticket_text(plan().severity("P1"), "a", "b") is None
    assert ticket_text(replace(p3, ticket_text=None), "a", "b") is None
    assert ticket_text(replace(p3, declares=True), "a", "b") is None


# --- public words -------------------------------------------------------------------------------------------------------


def test_two_picks_write_the_first_public_post() -> None:
    assert public_wording(plan(), {"payments": MAJOR}, "delayed") == PublicWording(
        "Delayed payments",
        "delayed payments",
        "payments that take longer than usual to be confirmed",
        "Payments",
    )


def test_without_a_symptom_the_worst_component_speaks() -> None:
    wording = public_wording(plan(), {"api": SLOW, "payments": MAJOR, "search": MAJOR})
    assert wording is not None
    assert (wording.public_title, wording.affected_service) == (
        "Problems with payments",
        "API, Payments and Search",
    )
    assert public_wording(plan(), {"api": SLOW, "payments": MAJOR}, "no_such_symptom") == replace(
        wording, affected_service="API and Payments"
    )


def test_a_symptom_that_several_components_know_is_the_worst_ones() -> None:
    worse = picked_symptom(plan(), {"api": SLOW, "payments": MAJOR}, "errors")
    assert worse is not None
    assert worse.title == "Problems with payments"
    same = picked_symptom(plan(), {"api": SLOW, "payments": SLOW}, "errors")
    assert same is not None
    assert same.title == "Errors on some pages"
    # Only the components that are hit have symptoms to pick from.
    other = picked_symptom(plan(), {"payments": MAJOR}, "slow")
    assert other is not None
    assert other.key == "errors"


def test_no_component_no_words() -> None:
    assert public_wording(plan(), {}) is None
    assert public_wording(plan(), {"no_such_component": MAJOR}) is None
    assert picked_symptom(plan(), {}, "errors") is None
    bare = replace(plan(), components=(Component("api", "API", ()),))
    assert public_wording(bare, {"api": MAJOR}) is None


@given(
    st.dictionaries(
        st.sampled_from([component.key for component in plan().components]), st.sampled_from(ComponentStatus)
    ),
    st.none()
    | st.text(max_size=10)
    | st.sampled_from([s.key for c in plan().components for s in c.symptoms]),
)
def test_every_pick_gives_words_of_the_plan(
    components: dict[str, ComponentStatus], symptom: str | None
) -> None:
    wording = public_wording(plan(), components, symptom)
    assert (wording is None) == (not components)
    if wording is not None:
        symptoms = [one for each in plan().components if each.key in components for one in each.symptoms]
        assert (wording.public_title, wording.brief_description, wording.customer_impact) in [
            (one.title, one.brief, one.impact) for one in symptoms
        ]


# --- look-alikes ----------------------------------------------------------------------------------------------------------


def test_an_open_incident_that_looks_alike() -> None:
    stored = incident(title="Checkout payments failing", components={"payments": MAJOR, "api": SLOW})
    found = look_alike("failing payments checkout", ("payments",), [stored])
    assert found is not None
    assert (found.incident, found.likeness, found.shared) == (stored, 1.0, ("payments",))


def test_a_shared_component_makes_a_likeness_more_believable() -> None:
    stored = incident(title="Payments failing in checkout", components={"payments": MAJOR})
    title = "Payment errors at checkout"
    near = look_alike(title, ("payments",), [stored])
    assert near is not None
    assert 0.5 <= near.likeness < 0.75
    assert look_alike(title, ("search",), [stored]) is None
    assert look_alike("Search index is stale", ("payments",), [stored]) is None


def test_the_most_alike_is_told() -> None:
    far = incident(id="inc_2", title="Payments failing for some", components={"payments": MAJOR})
    near = incident(id="inc_3", title="Payments failing", components={"payments": MAJOR})
    same = incident(id="inc_4", title="PAYMENTS   failing", components={"payments": MAJOR})
    for order in ([far, near, same], [near, far, same], [near, same, far]):
        found = look_alike("payments failing", ("payments",), order)
        assert found is not None
        assert found.incident is near


def test_none_where_there_is_none() -> None:
    over = incident(title="Payments failing", resolved_at=T0)
    assert look_alike("Payments failing", (), [over]) is None
    assert look_alike("", ("payments",), [incident(title="", components={"payments": MAJOR})]) is None
    assert look_alike("  ", (), [incident()]) is None
    assert look_alike("Payments", (), [incident(title=" ")]) is None
    assert look_alike("Payments", (), []) is None


def test_the_edges_of_likeness() -> None:
    # Of 8 and 8 letters 6 agree: exactly three quarters; of 4 and 4, 2 agree: exactly one half.
    assert look_alike("abcdefgh", (), [incident(title="abcdefxy")]) is not None
    assert look_alike("abcd", ("api",), [incident(title="abxy", components={"api": OK})]) is not None
    assert look_alike("abcd", (), [incident(title="abxy", components={"api": OK})]) is None


def test_huge_titles_do_not_hang() -> None:
    started = time.perf_counter()
    look_alike("a b " * 1_000_000, (), [incident(title="b a " * 1_000_000)])
    assert time.perf_counter() - started < HANG_S


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" PT4KHLK ", "PT4KHLK"),
        ("https://acme.pagerduty.com/incidents/PT4KHLK?utm=x", "PT4KHLK"),
        ("https://acme.pagerduty.com/incidents/PT4KHLK/timeline", "PT4KHLK"),
        ("https://acme.pagerduty.com/services/PT4KHLK", None),
        ("not an id!", None),
        ("", None),
    ],
)
def test_a_pagerduty_incident_is_typed_or_pasted(typed: str, meant: str | None) -> None:
    assert pagerduty_incident_id(typed) == meant
