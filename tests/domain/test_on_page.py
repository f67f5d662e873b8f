"""What a message puts on the page with its text: the incident's facts, and a security incident's holding statement none of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from composer.domain.on_page import OnPage, as_sent, holds, on_page
from composer.domain.plan import ComponentStatus, PageStatus, Plan
from tests.domain.shipped import after, incident, plan

SLOW, MAJOR = ComponentStatus.DEGRADED_PERFORMANCE, ComponentStatus.MAJOR_OUTAGE
THERE = OnPage("Slow checkout", PageStatus.MONITORING, "minor", {"api": SLOW}, after(-5))


def held(shipped: Plan) -> str:
    assert shipped.security.holding_statement is not None
    return shipped.security.holding_statement.template


def test_a_message_takes_the_incidents_facts_there() -> None:
    one = incident(security=True, public_title="Payments fail", components={"api": MAJOR})
    puts = on_page(plan(), one, "status_investigating", THERE)
    assert (puts.title, puts.components) == ("Payments fail", {"api": MAJOR})
    assert puts.started_at == one.impact_started_at


def test_a_holding_statement_opens_the_page_under_the_neutral_title_and_takes_nothing_else_there() -> None:
    one = incident(security=True, public_title="Payments fail", components={"api": MAJOR})
    statement = plan().security.holding_statement
    assert statement is not None
    assert on_page(plan(), one, held(plan()), None) == OnPage(statement.title, PageStatus.INVESTIGATING)


def test_it_leaves_what_is_there_as_it_is_and_what_is_over_is_looked_into_again() -> None:
    one = incident(security=True)
    assert on_page(plan(), one, held(plan()), THERE) is THERE
    over = replace(THERE, status=PageStatus.RESOLVED, ended_at=after(30))
    assert on_page(plan(), one, held(plan()), over) == replace(THERE, status=PageStatus.INVESTIGATING)


def test_without_a_statement_in_the_plan_or_without_security_nothing_is_held() -> None:
    bare = replace(plan(), security=replace(plan().security, holding_statement=None))
    assert not holds(bare, incident(security=True), held(plan()))
    assert not holds(plan(), incident(), held(plan()))
    assert holds(plan(), incident(security=True), held(plan()))


@pytest.mark.parametrize(
    ("state", "read"), [("monitoring", PageStatus.MONITORING), ("scheduled", PageStatus.INVESTIGATING)]
)
def test_a_state_that_only_maintenance_has_is_read_as_being_looked_into(state: str, read: PageStatus) -> None:
    said = {"incident": {"name": "Slow checkout", "status": state}}
    assert as_sent(said) == OnPage("Slow checkout", read)
