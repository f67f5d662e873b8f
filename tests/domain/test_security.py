"""How a security incident stands: code names, since when it is known, regulators' clocks, and what is suspended."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from composer.domain.channel import Channel
from composer.domain.due import DueState, what_to_send
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.plan import Contact, Plan
from composer.domain.security import (
    Moment,
    approved_beforehand,
    code_names_in,
    free_code_name,
    is_slack_id,
    may_be_told,
    security_state,
    switched_on,
    who_needs_to_know,
)
from composer.planning.plan_file import parse_plan
from tests.approved_statement import approved_plan
from tests.domain.shipped import after, heads, incident, plan, rows


def event(kind: EventKind, mark: str, minutes: float = 0, at: float = 0, reason: str = "") -> TimelineEvent:
    return TimelineEvent(
        f"evt-{minutes}", "inc_1", after(at), after(minutes), kind, "words", "Kim", reason, template=mark
    )


@pytest.mark.parametrize(
    ("taken", "title", "expected"),
    [
        ((), "Payments", "Alder"),
        (("ALDER",), "Payments", "Aspen"),
        ((), "The alder/aspen job", "Birch"),
        (("Alder", "Aspen", "Birch"), "Payments", "Alder2"),
    ],
)
def test_the_first_free_code_name(taken: tuple[str, ...], title: str, expected: str) -> None:
    assert free_code_name(("Alder", "Aspen", "Birch"), taken, title) == expected


def test_without_any_code_name_there_is_one() -> None:
    assert free_code_name((), (), "Payments") == "Case"


def test_it_stands_as_its_timeline_says_also_where_it_was_known_earlier_than_said() -> None:
    one = incident(security=True)
    events = [
        event(EventKind.SECURITY, switched_on("Alder", "#open"), minutes=30, at=10),
        event(EventKind.SECURITY, switched_on("Alder"), minutes=50, at=10),
        event(EventKind.REGULATOR, "gdpr_33", minutes=60, at=55, reason="By its form"),
    ]
    state = security_state(plan(), one, events)
    assert state is not None
    assert (state.code_name, state.aware_at, state.open_channel) == ("Alder", after(10), "")
    (clock,) = state.clocks
    assert (clock.due_at, clock.told_at, clock.note) == (
        after(10) + timedelta(hours=72),
        after(55),
        "By its form",
    )
    assert state.next_clock is None
    before = security_state(plan(), one, events[:1])
    assert before is not None
    assert before.open_channel == "#open"
    assert security_state(plan(), replace(one, security=False), events) is None


@pytest.mark.parametrize(
    ("moment", "minutes"), [(Moment.AWARE, 20), (Moment.DECLARED, 0), (Moment.IMPACT, -30)]
)
def test_a_deadline_counts_from_the_moment_that_the_plan_names(moment: Moment, minutes: float) -> None:
    shipped = plan()
    (deadline,) = shipped.security.regulators
    rules = replace(shipped.security, regulators=(replace(deadline, counts_from=moment),))
    one = incident(security=True, impact_started_at=after(-30))
    state = security_state(
        replace(shipped, security=rules), one, [event(EventKind.SECURITY, "Alder", 20, at=20)]
    )
    assert state is not None
    assert state.clocks[0].due_at == after(minutes) + timedelta(hours=72)


def with_people(*entries: str) -> Plan:
    shipped = plan()
    known = Contact("Security Lead", "@sec", "Yes", "Sam Sharp", "sam@acme.example", "U1SAM")
    contacts = tuple(known if one.role == known.role else one for one in shipped.contacts)
    return replace(shipped, contacts=contacts, security=replace(shipped.security, need_to_know=entries))


def test_who_needs_to_know_by_role_slack_id_or_address() -> None:
    found = with_people("Security Lead", "CTO", "U024BE7LH", "ciso@acme.example")
    assert [(one.label, one.slack_id, one.email) for one in who_needs_to_know(found)] == [
        ("Sam Sharp", "U1SAM", "sam@acme.example"),
        ("CTO", None, ""),
        ("U024BE7LH", "U024BE7LH", ""),
        ("ciso@acme.example", None, "ciso@acme.example"),
    ]
    assert may_be_told(found) == (("Sam Sharp", "sam@acme.example"), ("", "ciso@acme.example"))


@pytest.mark.parametrize(
    ("entry", "is_one"), [("U024BE7LH", True), ("W1ABC", True), ("CTO", False), ("Ulf", False), ("U", False)]
)
def test_a_slack_id_is_told_from_a_role(entry: str, is_one: bool) -> None:
    assert is_slack_id(entry) is is_one


def test_the_rows_of_the_public_are_suspended_and_the_statement_is_offered_before_them() -> None:
    found = rows(incident(security=True), now=after(500))
    names = list(found)
    assert names.index("status_holding") < names.index("status_investigating")
    assert found["status_investigating"].state is DueState.SUSPENDED
    assert found["status_investigating"].due_at is None
    assert found["executive_notification"].state is DueState.SUSPENDED
    assert found["slack_declaration"].state is DueState.NOW
    assert found["customer_email"].state is DueState.LOCKED
    assert "status_holding" not in rows(incident())
    ended = incident("P0", "resolved", security=True, impact_ended_at=after(60), resolved_at=after(60))
    assert rows(ended, now=after(61))["customer_email"].state is DueState.SUSPENDED
    assert "status_holding" not in rows(ended, now=after(61)), "it is no text for the end"


def test_the_statement_is_offered_also_where_the_plan_has_nothing_else_for_its_channel() -> None:
    shipped = plan()
    elsewhere = tuple(
        one for one in shipped.messages if heads()[one.template].channel is not Channel.STATUS_PAGE
    )
    one = incident(security=True)
    found = what_to_send(replace(shipped, messages=elsewhere), heads(), one, (), after(5))
    assert found[-1].template == "status_holding"
    without = replace(shipped, security=replace(shipped.security, holding_statement=None))
    assert "status_holding" not in {row.template for row in what_to_send(without, heads(), one, (), after(5))}


def test_a_statement_that_was_approved_says_by_whom_and_when() -> None:
    approved = parse_plan(approved_plan(), "plan.toml")
    (row,) = [
        row
        for row in what_to_send(approved, heads(), incident(security=True), (), after(5))
        if row.template == "status_holding"
    ]
    statement = approved.security.holding_statement
    assert statement is not None
    assert statement.approved_by in row.reason
    assert str(statement.approved_on) in row.reason


def test_the_code_names_that_it_has_had() -> None:
    events = [
        event(EventKind.SECURITY, switched_on("Alder", "#open")),
        event(EventKind.NOTE, ""),
        event(EventKind.SECURITY, switched_on("Birch"), minutes=5),
    ]
    assert code_names_in(events) == ("Alder", "Birch")


def test_approved_beforehand_is_to_the_letter() -> None:
    approved = parse_plan(approved_plan(), "plan.toml")
    held = approved.security.holding_statement
    assert held is not None
    assert approved_beforehand(approved, held.template, held.text)
    assert approved_beforehand(approved, held.template, f"{approved.words.drill} · {held.text}")
    assert not approved_beforehand(approved, "status_update", held.text)
    assert not approved_beforehand(plan(), held.template, held.text), "nobody has, as it is shipped"
    for other in (held.text + " ", held.text.replace(".", "!", 1), f"{held.text} Next update by 14:20 UTC."):
        assert not approved_beforehand(approved, held.template, other)
