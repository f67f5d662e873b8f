"""Advice on wording in a round as it is prepared: what good facts give, what a repeated text gives, and a promise that is kept in sight once it is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.checks.wording import Worded, Wording
from composer.clock import SimulatedClock
from composer.domain.channel import Audience
from composer.domain.due import DueState
from composer.domain.fields import FieldType
from composer.domain.findings import Finding, Level
from composer.domain.incident import EventKind
from composer.services.core import Services
from tests.services.asking import NOW, ask, new, open_services

PHASES = ("investigating", "identified", "mitigating", "monitoring", "resolved")


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(NOW)


@pytest.fixture
def services(tmp_path: Path, clock: SimulatedClock) -> Iterator[Services]:
    with open_services(tmp_path, clock=clock) as made:
        yield made


def declared(services: Services, **values: Any) -> str:
    published = services.publish(ask(new(), values=values))
    assert published.incident_id is not None, published.findings
    return published.incident_id


def advised(services: Services, of: Any, phase: str = "investigating", **more: Any) -> list[Finding]:
    found = services.prepare(ask(of, phase, **more)).findings
    return [one for one in found if one.code.startswith("wording_")]


class _Broken(Wording):
    def found(self, text: str) -> tuple[Worded, ...]:
        raise RuntimeError(f"a bug: {len(text)}")


@pytest.mark.logs_expected
def test_where_a_rule_breaks_public_texts_wait_until_they_are_let_pass_and_internal_ones_leave(
    services: Services,
) -> None:
    services.wording = _Broken(services.library.wording)
    kept = {
        one.template: one for one in services.prepare(ask(new())).findings if one.code == "wording_failed"
    }
    held = {name for name, one in kept.items() if one.level is Level.BLOCKING}
    assert held == {"status_investigating"}
    let_pass = {kept["status_investigating"].mark: "read it twice"}
    published = services.publish(ask(new(), let_pass=let_pass))
    assert published.publish is not None, published.findings
    assert published.incident_id is not None
    (event,) = [
        one for one in services.record.events(published.incident_id) if one.kind is EventKind.OVERRIDE
    ]
    assert event.reason == "read it twice"


def test_good_facts_give_no_advice_in_any_template(services: Services) -> None:
    """The examples of the catalogue and the plan's own picks are good facts; a time of the fix is none that anybody should name."""
    incident = services.publish(ask(new(), messages=("slack_declaration",))).incident_id
    catalogue = services.library.catalogue
    good = {
        one.name: one.example
        for one in catalogue.typed()
        if one.type is not FieldType.COMPONENTS and one.name != "expected_resolution"
    }
    good |= {"next_update": (NOW + timedelta(minutes=20)).isoformat(), "data_impact": "no"}
    seen = set()
    for phase in PHASES:
        names = [
            name
            for name, one in services.library.templates.items()
            if one.head.audience is Audience.PUBLIC and not one.head.corrects and one.head.serves("P0", phase)
        ]
        seen |= set(names)
        more = {"impact_ended_at": NOW + timedelta(minutes=60)} if phase == "resolved" else {}
        assert advised(services, incident, phase, values=good, messages=tuple(names), **more) == []
    assert {
        "status_investigating",
        "status_identified",
        "status_update",
        "status_resolved",
        "customer_email",
    } <= seen
    assert advised(services, new()) == [], "two picks, and nothing typed"


def test_a_missing_promise_is_offered_and_once_published_it_becomes_due(
    services: Services, clock: SimulatedClock
) -> None:
    request = ask(new(), values={"next_update": None}, messages=("status_investigating",))
    (one,) = [one for one in services.prepare(request).findings if one.code == "wording_next_update"]
    assert (one.level, one.field) == (Level.ADVICE, "next_update")
    assert "14:20 UTC" in str(one.text)
    assert one.instead == "2026-11-23T14:20:00Z"

    request = replace(request, values={**request.values, "next_update": one.instead}, content_sha256="b" * 64)
    round_ = services.prepare(request)
    assert [one.code for one in round_.findings if one.code.startswith("wording_")] == []
    message = round_.messages[0].message
    assert message is not None
    assert message.text.endswith("Next update by 14:20 UTC.")
    published = services.publish(request)
    assert published.incident_id is not None

    def row() -> tuple[DueState, str]:
        (one,) = [
            one
            for one in services.what_to_send(published.incident_id or "")
            if one.template == "status_update"
        ]
        return one.state, str(one.reason)

    assert row() == (DueState.UPCOMING, "The next update was promised by 14:20 UTC.")
    clock.advance(timedelta(minutes=21))
    assert row() == (DueState.NOW, "The next update was promised by 14:20 UTC.")


def test_a_post_that_repeats_the_last_one_says_no_news_and_the_plans_words_for_that_are_left_alone(
    services: Services, clock: SimulatedClock
) -> None:
    news = "Card payments by Visa go through again."
    until = {"next_update": (NOW + timedelta(minutes=40)).isoformat()}
    incident = declared(services)
    told: dict[str, Any] = {"messages": ("status_update",), "notify": False}
    services.publish(ask(incident, values={"whats_new": news, **until}, **told))
    clock.advance(timedelta(minutes=10))
    (one,) = advised(services, incident, values={"whats_new": news, **until}, **told)
    assert (one.code, one.field, one.quote) == ("wording_no_news", "whats_new", news)
    assert "same as the last update on the status page (14:00 UTC)" in str(one.text)
    assert advised(services, incident, values={"whats_new": news + " Others follow.", **until}, **told) == []
    quiet = services.plan.words.nothing_new
    services.publish(ask(incident, values={"whats_new": quiet, **until}, **told))
    clock.advance(timedelta(minutes=10))
    assert advised(services, incident, values={"whats_new": quiet, **until}, **told) == []


def test_only_a_post_that_leaves_customers_waiting_misses_a_promise(services: Services) -> None:
    incident = declared(services)
    end = NOW + timedelta(minutes=40)
    none: dict[str, Any] = {"values": {"next_update": None}}
    assert [
        one.code for one in advised(services, incident, "identified", messages=("status_identified",), **none)
    ] == ["wording_next_update"]
    assert advised(services, incident, messages=("slack_update",), **none) == []
    resolved = advised(
        services, incident, "resolved", messages=("status_resolved",), impact_ended_at=end, **none
    )
    assert resolved == []
