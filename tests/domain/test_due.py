"""*What to send now*: each row of docs/contract.md section 3, and what holds for every incident and every plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.channel import Audience, Channel
from composer.domain.due import (
    DueRow,
    DueState,
    cadence_minutes,
    due_now,
    just_became_due,
    next_due,
    what_to_send,
)
from composer.domain.incident import Incident
from composer.domain.message import TemplateHead
from composer.domain.plan import Cadence, CadenceStep, MessageRule, Plan, Trigger
from composer.domain.record import Said
from tests.domain.shipped import T0, after, heads, incident, plan, rows, said

NOW, UPCOMING, LOCKED, OFFERED = DueState.NOW, DueState.UPCOMING, DueState.LOCKED, DueState.OFFERED
PHASES = ("investigating", "identified", "mitigating", "monitoring", "resolved")
OPEN_PHASES = PHASES[:-1]
PAGE = {phase: f"status_{phase}" for phase in PHASES} | {"mitigating": "status_identified"}


def due(happened: Incident, entries: Sequence[Said] = (), now: datetime = T0, **more: Any) -> set[str]:
    """The templates due by themselves."""
    return {name for name, row in rows(happened, tuple(entries), now, **more).items() if row.state is NOW}


def first_round(severity: str = "P0", phase: str = "investigating", at: datetime = T0) -> list[Said]:
    """What is said on declaring."""
    names = ["slack_declaration", PAGE[phase]] + (["executive_notification"] if severity == "P0" else [])
    return [said(name, at, severity, phase) for name in names]


# --- on declaring -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phase", OPEN_PHASES)
@pytest.mark.parametrize("severity", ["P0", "P1", "P2"])
def test_declared_in_any_phase(severity: str, phase: str) -> None:
    expected = {"slack_declaration", PAGE[phase]}
    if severity == "P0":
        expected.add("executive_notification")
    assert due(incident(severity, phase)) == expected


@pytest.mark.parametrize("severity", ["P0", "P1", "P2"])
def test_declared_when_it_is_already_over(severity: str) -> None:
    expected = {"slack_resolved", "status_resolved"} | (
        {"executive_notification"} if severity == "P0" else set()
    )
    assert due(incident(severity, "resolved", resolved_at=T0)) == expected


@pytest.mark.parametrize(
    ("before", "phase", "due_after"),
    [
        ([], "investigating", "status_investigating"),
        ([], "identified", "status_identified"),
        (["investigating"], "investigating", None),
        (["investigating"], "identified", "status_identified"),
        (["investigating", "resolved"], "investigating", "status_investigating"),
    ],
)
def test_a_holding_statement_tells_no_phase(before: list[str], phase: str, due_after: str | None) -> None:
    """Once the incident is no security incident any more, the page still lacks what the statement did not say."""
    told = [said(PAGE[one], after(place), phase=one) for place, one in enumerate(before)]
    told.append(said("status_holding", after(5), phase=phase))
    found = {name for name in due(incident(phase=phase), told, after(6)) if name.startswith("status_")}
    assert found == ({due_after} if due_after else set())


def test_p3_sends_nothing() -> None:
    assert set(rows(incident("P3"))) == {"support_macro"}


def test_rows_of_a_declared_p0() -> None:
    found = rows(incident(), now=after(2))
    assert list(found) == [
        *(
            "slack_declaration",
            "status_investigating",
            "executive_notification",
            "customer_email",
            "support_macro",
        )
    ]
    assert found["slack_declaration"] == DueRow(
        "slack_declaration", Channel.SLACK, NOW, T0, Trigger.FIRST, "P0 was declared."
    )
    assert found["status_investigating"] == DueRow(
        "status_investigating",
        Channel.STATUS_PAGE,
        NOW,
        after(5),
        Trigger.PAGE_STATUS,
        "Nothing is on the status page yet.",
        notify=True,
    )
    assert found["executive_notification"].due_at == T0
    assert found["customer_email"] == DueRow(
        "customer_email",
        Channel.EMAIL,
        LOCKED,
        None,
        Trigger.IMPACT_ENDED,
        "After the end: it tells when impact ended.",
    )
    assert found["support_macro"] == DueRow(
        "support_macro", Channel.COPY, OFFERED, None, None, "Only on request."
    )


def test_declared_in_a_later_phase_counts_from_the_change() -> None:
    found = rows(incident(phase="monitoring"), now=after(2), changed_at=after(1))
    assert found["slack_declaration"].due_at == after(1)
    assert found["slack_declaration"].reason == "The incident is P0, and nothing was said here yet."
    assert found["status_monitoring"].due_at == T0
    assert rows(incident(phase="monitoring"), now=after(2))["slack_declaration"].due_at == after(2)


def test_lowered_before_anything_was_said_counts_from_the_change() -> None:
    found = rows(incident("P1", peak_severity="P0"), now=after(9), changed_at=after(8))
    assert found["slack_declaration"].due_at == after(8)


def test_clock_before_the_declaration() -> None:
    found = rows(incident(), now=after(-30))
    assert found["slack_declaration"].state is NOW
    assert found["slack_declaration"].overdue_by(after(-30)) == timedelta(0)
    assert due(incident(), first_round(), after(-30)) == set()


# --- phases -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("investigating", "identified", {"slack_update", "status_identified", "executive_notification"}),
        ("identified", "mitigating", {"slack_update", "executive_notification"}),
        ("investigating", "mitigating", {"slack_update", "status_identified", "executive_notification"}),
        ("mitigating", "monitoring", {"slack_update", "status_monitoring", "executive_notification"}),
        ("monitoring", "resolved", {"slack_resolved", "status_resolved", "executive_notification"}),
        ("monitoring", "identified", {"slack_update", "status_identified", "executive_notification"}),
        ("mitigating", "identified", {"slack_update", "executive_notification"}),
        ("resolved", "investigating", {"slack_update", "status_investigating", "executive_notification"}),
        ("resolved", "monitoring", {"slack_update", "status_monitoring", "executive_notification"}),
    ],
)
def test_phase_change(before: str, now: str, expected: set[str]) -> None:
    entries = first_round("P0", before if before != "resolved" else "investigating")
    if before == "resolved":
        entries += [
            said(name, after(1), "P0", "resolved")
            for name in ("slack_resolved", "status_resolved", "executive_notification")
        ]
    assert due(incident(phase=now), entries, after(2)) == expected
    assert (
        due(incident(phase=before, resolved_at=T0 if before == "resolved" else None), entries, after(2))
        == set()
    )


def test_phase_change_says_so_and_when() -> None:
    found = rows(incident(phase="identified"), tuple(first_round()), after(9), changed_at=after(7))
    for name in ("slack_update", "executive_notification"):
        row = found[name]
        assert (row.state, row.trigger, row.due_at) == (NOW, Trigger.PHASE, after(7))
        assert row.reason == "The phase is Identified now."
        assert row.overdue_by(after(9)) == timedelta(minutes=2)
    page = found["status_identified"]
    assert (page.trigger, page.reason, page.due_at) == (
        Trigger.PAGE_STATUS,
        "The phase is Identified now.",
        after(7),
    )
    assert page.notify is True


def test_back_to_investigating_may_take_the_five_minutes_again() -> None:
    found = rows(incident(), tuple(first_round("P0", "monitoring")), after(9), changed_at=after(7))
    assert found["status_investigating"].due_at == after(12)
    assert found["slack_update"].due_at == after(7)


def test_mitigating_keeps_the_page_identified() -> None:
    entries = first_round("P0", "identified")
    found = rows(incident(phase="mitigating"), tuple(entries), after(3))
    assert found["status_update"].state is UPCOMING
    assert "status_identified" not in found


def test_resolved_has_no_cadence() -> None:
    entries = [
        said(name, T0, "P0", "resolved")
        for name in ("slack_resolved", "status_resolved", "executive_notification")
    ]
    found = rows(incident(phase="resolved", resolved_at=T0), tuple(entries), after(600))
    assert {name for name, row in found.items() if row.state in (NOW, UPCOMING)} == set()


# --- cadence and promise ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phase", OPEN_PHASES)
@pytest.mark.parametrize("severity", ["P0", "P1", "P2"])
def test_slack_every_15_minutes(severity: str, phase: str) -> None:
    entries = first_round(severity, phase)
    row = rows(incident(severity, phase), tuple(entries), after(14.9))["slack_update"]
    assert (row.state, row.due_at, row.trigger) == (UPCOMING, after(15), Trigger.CADENCE)
    assert row.reason == "Every 15 minutes."
    late = rows(incident(severity, phase), tuple(entries), after(15))["slack_update"]
    assert (late.state, late.due_at) == (NOW, after(15))
    assert late.overdue_by(after(18)) == timedelta(minutes=3)
    assert row.overdue_by(after(18)) == timedelta(0)


@pytest.mark.parametrize(
    ("severity", "said_at", "minutes"),
    [
        ("P0", 0, 20),
        ("P1", 0, 20),
        ("P0", 119, 20),
        ("P0", 119.99, 20),
        ("P0", 120, 60),
        ("P1", 500, 60),
        ("P2", 0, 60),
        ("P2", 500, 60),
        ("P0", -30, 20),
    ],
)
def test_page_every_20_minutes_for_two_hours_then_every_60(
    severity: str, said_at: float, minutes: int
) -> None:
    entries = first_round(severity, at=after(said_at))
    row = rows(incident(severity), tuple(entries), after(said_at))["status_update"]
    assert row.due_at == after(said_at + minutes)
    assert row.reason == f"Every {minutes} minutes."
    assert row.state is UPCOMING
    assert row.notify is False
    assert "status_update" in due(incident(severity), entries, after(said_at + minutes))


def test_page_update_goes_on_from_the_last_update() -> None:
    entries = [*first_round("P1"), said("status_update", after(18), "P1")]
    assert rows(incident("P1"), tuple(entries), after(20))["status_update"].due_at == after(38)


def test_slowed_for_one_incident() -> None:
    slowed = incident("P1", cadence_minutes={"slack": 45})
    found = rows(slowed, tuple(first_round("P1")), after(20))
    assert (found["slack_update"].due_at, found["slack_update"].reason) == (after(45), "Every 45 minutes.")
    assert found["status_update"].due_at == after(20)


def test_promise_before_cadence_and_cadence_before_promise() -> None:
    entries = [
        said("slack_declaration", severity="P1"),
        said("status_investigating", severity="P1", promise_at=after(12)),
    ]
    row = rows(incident("P1"), tuple(entries), after(5))["status_update"]
    assert (row.state, row.due_at, row.trigger) == (UPCOMING, after(12), Trigger.PROMISE)
    assert row.reason == "The next update was promised by 14:04 UTC."
    assert "status_update" not in due(incident("P1"), entries, after(11))
    assert "status_update" in due(incident("P1"), entries, after(12))
    entries[1] = replace(entries[1], promise_at=after(40))
    row = rows(incident("P1"), tuple(entries), after(45))["status_update"]
    assert (row.state, row.due_at, row.trigger) == (NOW, after(20), Trigger.CADENCE)


def test_new_text_without_a_promise_keeps_no_old_one() -> None:
    entries = [
        *first_round("P1"),
        said("status_update", after(5), "P1", promise_at=after(10)),
        said("status_update", after(8), "P1"),
    ]
    assert rows(incident("P1"), tuple(entries), after(9))["status_update"].due_at == after(28)


def test_executive_at_the_promised_next_update_and_no_other_rhythm() -> None:
    entries = first_round()
    assert "executive_notification" not in rows(incident(), tuple(entries), after(600))
    entries[-1] = replace(entries[-1], promise_at=after(30))
    row = rows(incident(), tuple(entries), after(10))["executive_notification"]
    assert (row.state, row.due_at, row.trigger, row.notify) == (UPCOMING, after(30), Trigger.PROMISE, None)
    assert "executive_notification" in due(incident(), entries, after(30))


def test_skipped_counts_as_said() -> None:
    entries = [replace(entry, skipped=True) for entry in first_round()]
    assert due(incident(), entries, after(1)) == set()
    assert rows(incident(), tuple(entries), after(1))["slack_update"].due_at == after(15)


def test_corrections_and_copies_count_for_nothing() -> None:
    late = [
        said("slack_correction", after(10)),
        said("status_correction", after(10)),
        said("support_macro", after(10)),
    ]
    found = rows(incident(), (*first_round(), *late), after(11))
    assert found["slack_update"].due_at == after(15)
    assert found["status_update"].due_at == after(20)
    assert found["support_macro"].state is OFFERED
    assert due(incident(), late, after(11)) >= {"slack_declaration", "status_investigating"}


def test_template_that_is_gone_has_said_what_it_said() -> None:
    gone = Said(Channel.SLACK, "our_old_declaration", after(3), "P1", "investigating")
    found = rows(incident("P1"), (gone,), after(4))
    assert "slack_declaration" not in found
    assert found["slack_update"].due_at == after(18)


def test_phase_that_is_gone_is_another_phase() -> None:
    # Also what is recorded of a skip without a phase.
    for phase in ("triage", ""):
        entries = [replace(entry, phase=phase) for entry in first_round("P1")]
        assert due(incident("P1"), entries, after(1)) == {"slack_update", "status_investigating"}


# --- severity -----------------------------------------------------------------------------------------------------------


def test_becoming_p0() -> None:
    entries = first_round("P1")
    worse = incident("P0")
    assert due(worse, entries, after(120)) == {"slack_update", "status_update", "executive_notification"}
    found = rows(worse, tuple(entries), after(121), changed_at=after(120))
    assert found["executive_notification"].trigger is Trigger.FIRST
    # Not since the declaration two hours ago: nobody could have told them then.
    assert found["executive_notification"].due_at == after(120)
    assert found["executive_notification"].reason == "The incident is P0, and nothing was said here yet."
    early = rows(worse, tuple(entries), after(3), changed_at=after(2))["slack_update"]
    assert (early.trigger, early.reason, early.due_at) == (
        Trigger.SEVERITY,
        "The severity is P0 now.",
        after(2),
    )


def test_leaving_p0_asks_for_one_last_text() -> None:
    entries = first_round()
    better = incident("P1", peak_severity="P0")
    row = rows(better, tuple(entries), after(6), changed_at=after(5))["executive_notification"]
    assert (row.state, row.trigger, row.due_at) == (NOW, Trigger.SEVERITY_LEFT, after(5))
    assert row.reason == "The severity is P1 now: one last text."
    assert due(better, entries, after(6)) == {"slack_update", "executive_notification"}
    entries += [said("executive_notification", after(6), "P1"), said("slack_update", after(6), "P1")]
    for phase in PHASES:
        found = rows(replace(better, phase=phase), tuple(entries), after(700))
        assert "executive_notification" not in found


def test_leaving_p0_where_executives_heard_nothing() -> None:
    better = incident("P1", peak_severity="P0")
    assert "executive_notification" not in rows(better, tuple(first_round()[:2]), after(6))


def test_becoming_p0_again() -> None:
    entries = [*first_round(), said("executive_notification", after(6), "P1")]
    row = rows(incident("P0"), tuple(entries), after(9), changed_at=after(8))["executive_notification"]
    assert (row.state, row.trigger, row.due_at) == (NOW, Trigger.FIRST, after(8))
    assert row.reason == "The severity is P0 now."


def test_what_just_became_due() -> None:
    entries = first_round("P1", at=after(1))
    before = tuple(rows(incident("P1"), tuple(entries), after(30)).values())
    now = tuple(rows(incident("P0"), tuple(entries), after(30)).values())
    assert due_now(before) == ("slack_update", "status_update")
    assert [row.template for row in just_became_due(before, now)] == ["executive_notification"]
    assert just_became_due(now, now) == ()
    assert just_became_due((), now) == tuple(row for row in now if row.state is NOW)


def test_reopened_counts_the_impact_anew() -> None:
    over = incident("P1", phase="resolved", resolved_at=after(60), impact_ended_at=after(50))
    assert rows(over)["customer_email"].state is OFFERED
    again = over.with_phase("identified", plan(), after(70))
    assert rows(again)["customer_email"].state is LOCKED


# --- customer email, PagerDuty ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("severity", "minutes"), [("P0", 30.1), ("P1", 31), ("P1", 6000)])
def test_customer_email_is_offered_and_never_due(severity: str, minutes: float) -> None:
    over = incident(severity, "resolved", impact_ended_at=after(minutes))
    row = rows(over)["customer_email"]
    assert (row.state, row.trigger, row.due_at) == (OFFERED, Trigger.IMPACT_ENDED, after(minutes))
    assert row.reason == f"Impact lasted {int(minutes)} min, more than 30 min."
    assert "customer_email" not in due(over)


@pytest.mark.parametrize("minutes", [30, 3, 0, -5])
def test_customer_email_after_a_short_impact(minutes: float) -> None:
    assert "customer_email" not in rows(incident("P0", "resolved", impact_ended_at=after(minutes)))


def test_customer_email_by_the_worst_severity() -> None:
    over = incident("P2", "resolved", peak_severity="P1", impact_ended_at=after(40))
    assert rows(over)["customer_email"].state is OFFERED
    assert "customer_email" not in rows(replace(over, peak_severity="P2"))


def test_customer_email_is_offered_once() -> None:
    over = incident("P1", "resolved", impact_ended_at=after(40))
    entries = (said("customer_email", after(50), "P1", "resolved"),)
    assert "customer_email" not in rows(over, entries, after(51))
    other = (Said(Channel.EMAIL, "early_notice", after(5), "P1", "identified"),)
    assert rows(over, other, after(51))["customer_email"].state is OFFERED


def test_customer_email_when_impact_ended_before_the_incident() -> None:
    assert rows(incident("P1", "monitoring", impact_ended_at=after(40)))["customer_email"].state is OFFERED


def test_pagerduty_only_where_one_is_linked() -> None:
    assert "pagerduty_status_update" not in rows(incident("P1"))
    linked = incident("P1", pagerduty_incident="PT4KHLK")
    assert "pagerduty_status_update" in due(linked)
    told = (said("pagerduty_status_update", severity="P1"),)
    assert "pagerduty_status_update" not in rows(linked, told, after(600))
    assert "pagerduty_status_update" in due(replace(linked, phase="resolved"), told, after(600))


# --- next_due -----------------------------------------------------------------------------------------------------------


def test_next_due() -> None:
    found = rows(incident("P1", "resolved", impact_ended_at=after(40)), now=after(50)).values()
    assert next_due(found) == T0
    assert next_due(rows(incident("P1"), tuple(first_round("P1")), after(1)).values()) == after(15)
    quiet = rows(incident("P1", "resolved"), (said("slack_resolved", T0, "P1", "resolved"),), after(1))
    assert next_due([quiet["support_macro"]]) is None
    assert next_due([]) is None
    assert next_due([DueRow("x", Channel.SLACK, LOCKED, T0, None, "")]) is None


# --- plans of others ----------------------------------------------------------------------------------------------------


def with_rules(*rules: MessageRule) -> Plan:
    return replace(plan(), messages=rules)


def head(
    name: str, channel: Channel = Channel.SLACK, phases: tuple[str, ...] = (), *, corrects: bool = False
) -> TemplateHead:
    return TemplateHead(name, name, channel, Audience.INTERNAL, phases, corrects=corrects)


def named(*one: TemplateHead) -> dict[str, TemplateHead]:
    return {each.name: each for each in one}


def test_plan_without_messages() -> None:
    assert what_to_send(with_rules(), heads(), incident(), first_round(), after(600)) == ()
    assert what_to_send(plan(), {}, incident(), first_round(), after(600)) == ()


def test_rule_wider_than_its_template() -> None:
    rules = with_rules(MessageRule("a", (Trigger.FIRST,)), MessageRule("b", (Trigger.FIRST,)))
    found = what_to_send(rules, named(head("a", phases=("resolved",)), head("b")), incident(), (), T0)
    assert due_now(found) == ("b",)
    over = incident(phase="resolved")
    assert due_now(what_to_send(rules, named(head("a", phases=("resolved",)), head("b")), over, (), T0)) == (
        "a",
    )


def test_first_rule_of_the_plan_wins_among_those_due() -> None:
    rules = with_rules(
        MessageRule("slow", (Trigger.FIRST,), within_minutes=30), MessageRule("fast", (Trigger.FIRST,))
    )
    assert due_now(what_to_send(rules, named(head("slow"), head("fast")), incident(), (), T0)) == ("slow",)


def every(minutes: int, name: str, **more: Any) -> MessageRule:
    return MessageRule(name, (Trigger.CADENCE,), cadence=(Cadence((CadenceStep(minutes),)),), **more)


def test_sooner_of_two_upcoming_wins_and_due_before_upcoming() -> None:
    both = named(head("a"), head("b"))
    entries = [Said(Channel.SLACK, "a", T0, "P0", "investigating")]
    for rules, expected in (
        ((every(20, "a"), every(10, "b")), "b"),
        ((every(10, "b"), every(20, "a")), "b"),
        ((every(10, "a"), every(10, "b")), "a"),
    ):
        found = what_to_send(with_rules(*rules), both, incident(), entries, after(1))
        assert [(row.template, row.state) for row in found] == [(expected, UPCOMING)]
    for rules in ((every(20, "a"), every(10, "b")), (every(10, "b"), every(20, "a"))):
        found = what_to_send(with_rules(*rules), both, incident(), entries, after(10))
        assert [(row.template, row.state, row.due_at) for row in found] == [("b", NOW, after(10))]


def test_only_when_named_is_offered_and_takes_nobodys_place() -> None:
    rules = with_rules(every(5, "a", only_when_named=True), every(20, "b"))
    both = named(head("a"), head("b"))
    entries = [Said(Channel.SLACK, "b", T0, "P0", "investigating")]
    early = what_to_send(rules, both, incident(), entries, after(1))
    assert [(row.template, row.state) for row in early] == [("b", UPCOMING)]
    late = what_to_send(rules, both, incident(), entries, after(21))
    assert [(row.template, row.state) for row in late] == [("a", OFFERED), ("b", NOW)]


def test_impact_ended_may_be_due_by_itself_and_has_no_limit_of_its_own() -> None:
    rules = with_rules(MessageRule("a", (Trigger.IMPACT_ENDED,)))
    over = incident(impact_ended_at=after(1))
    row = what_to_send(rules, named(head("a", Channel.STATUS_PAGE)), over, (), after(2))[0]
    assert (row.state, row.reason, row.notify) == (NOW, "Impact lasted 1 min, more than 0 min.", True)
    assert what_to_send(rules, named(head("a")), replace(over, impact_ended_at=T0), (), after(2)) == ()
    locked = what_to_send(rules, named(head("a", Channel.STATUS_PAGE)), incident(), (), after(2))[0]
    assert (locked.state, locked.notify) == (LOCKED, True)
    quiet = with_rules(MessageRule("a", (Trigger.IMPACT_ENDED,), without_news=True))
    assert what_to_send(quiet, named(head("a", Channel.STATUS_PAGE)), incident(), (), T0)[0].notify is False


@pytest.mark.parametrize(
    ("trigger", "happened", "entry"),
    [
        (Trigger.FIRST, incident("P0"), None),
        (Trigger.FIRST, incident("P0"), Said(Channel.SLACK, "b", T0, "P1", "identified")),
        (Trigger.FIRST, incident("P0", "identified"), None),
        (Trigger.PHASE, incident("P0", "identified"), Said(Channel.SLACK, "b", T0, "P0", "investigating")),
        (Trigger.SEVERITY, incident("P0"), Said(Channel.SLACK, "b", T0, "P1", "investigating")),
        (
            Trigger.PAGE_STATUS,
            incident("P0", "identified"),
            Said(Channel.SLACK, "b", T0, "P0", "investigating"),
        ),
        (Trigger.SEVERITY_LEFT, incident("P1"), Said(Channel.SLACK, "b", T0, "P0", "investigating")),
    ],
)
def test_what_has_happened_is_due_at_once_and_may_take_its_minutes(
    trigger: Trigger, happened: Incident, entry: Said | None
) -> None:
    rules = with_rules(MessageRule("a", (trigger,), severities=("P0",), within_minutes=5))
    entries = () if entry is None else (entry,)
    (row,) = what_to_send(rules, named(head("a")), happened, entries, T0, changed_at=T0)
    assert (row.state, row.due_at, row.trigger) == (NOW, after(5), trigger)


def test_worst_severity_is_first_only_once() -> None:
    rules = with_rules(MessageRule("a", (Trigger.FIRST,), severities=("P0",), peak_severity=True))
    better = incident("P1", peak_severity="P0")
    told = [Said(Channel.SLACK, "a", T0, "P1", "investigating")]
    assert due_now(what_to_send(rules, named(head("a")), better, (), T0)) == ("a",)
    assert what_to_send(rules, named(head("a")), better, told, T0) == ()


def test_cadence_of_the_first_that_fits() -> None:
    rule = MessageRule(
        "a",
        (Trigger.CADENCE,),
        cadence=(
            Cadence((CadenceStep(5),), severities=("P0",), phases=("identified",)),
            Cadence((CadenceStep(10, 30), CadenceStep(20, 60)), severities=("P0",)),
            Cadence((CadenceStep(90),), phases=("identified",)),
        ),
    )
    last = Said(Channel.SLACK, "a", T0, "P0", "investigating")
    assert cadence_minutes(rule, incident("P0", "identified"), last) == 5
    assert cadence_minutes(rule, incident("P0"), last) == 10
    assert cadence_minutes(rule, incident("P0"), replace(last, at=after(30))) == 20
    assert cadence_minutes(rule, incident("P0"), replace(last, at=after(60))) is None
    assert cadence_minutes(rule, incident("P1", "identified"), last) == 90
    assert cadence_minutes(rule, incident("P1"), last) is None
    found = what_to_send(with_rules(rule), named(head("a")), incident("P1"), [last], after(600))
    assert found == ()


# --- whatever happens ---------------------------------------------------------------------------------------------------

minutes = st.integers(-200, 2_000)
severities = st.sampled_from(["P0", "P1", "P2", "P3"])
phases = st.sampled_from(PHASES)


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    severity = draw(severities)
    phase = draw(phases)
    ended = draw(st.none() | minutes)
    return incident(
        severity,
        phase,
        peak_severity=plan().worst(severity, draw(severities)),
        declared_at=after(draw(minutes)),
        impact_ended_at=None if ended is None else after(ended),
        resolved_at=T0 if phase == "resolved" else None,
        pagerduty_incident=draw(st.none() | st.just("PT4KHLK")),
        cadence_minutes=draw(st.dictionaries(st.sampled_from(["slack", "status_page"]), st.integers(1, 240))),
    )


@st.composite
def entries_of(draw: st.DrawFn, names: Sequence[str], known: dict[str, TemplateHead]) -> tuple[Said, ...]:
    """What was said, in order of time; also by templates that nobody knows any more."""
    found = []
    for minute in sorted(draw(st.lists(minutes, max_size=8))):
        name = draw(st.sampled_from([*names, "gone"]))
        channel = known[name].channel if name in known else draw(st.sampled_from(Channel))
        promise = draw(st.none() | st.integers(1, 90))
        promise_at = None if promise is None else after(minute + promise)
        phase = draw(st.sampled_from([*PHASES, ""]))
        found.append(
            Said(channel, name, after(minute), draw(severities), phase, promise_at, draw(st.booleans()))
        )
    return tuple(found)


NAMES = ("a", "b", "c", "d", "e")


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, dict[str, TemplateHead]]:
    """The shipped plan, or one whose rules and templates somebody made up."""
    if draw(st.booleans()):
        return plan(), heads()
    channels = st.sampled_from([Channel.SLACK, Channel.STATUS_PAGE, Channel.EXECUTIVE])
    some_phases = st.lists(phases, max_size=3, unique=True).map(tuple)
    some = st.lists(severities, max_size=3, unique=True).map(tuple)
    known = {
        name: head(name, draw(channels), draw(some_phases), corrects=draw(st.integers(0, 9)) == 0)
        for name in NAMES
    }
    steps = st.lists(st.integers(1, 60), min_size=1, max_size=3).map(
        lambda each: tuple(CadenceStep(one, 60 * n or None) for n, one in enumerate(each))
    )
    made = st.builds(
        MessageRule,
        template=st.sampled_from([*NAMES, "nobody"]),
        triggers=st.lists(st.sampled_from(Trigger), max_size=4, unique=True).map(tuple),
        severities=some,
        phases=some_phases,
        cadence=st.lists(st.builds(Cadence, steps, some, some_phases), max_size=2).map(tuple),
        within_minutes=st.integers(0, 10),
        impact_over_minutes=st.none() | st.integers(0, 60),
        only_when_named=st.integers(0, 4).map(lambda each: each == 0),
        needs_pagerduty=st.booleans(),
        peak_severity=st.booleans(),
        without_news=st.booleans(),
    )
    rules = draw(st.lists(made, max_size=6, unique_by=lambda rule: rule.template))
    return with_rules(*rules), {name: one for name, one in known.items() if not one.corrects}


@st.composite
def situations(draw: st.DrawFn) -> tuple[Plan, dict[str, TemplateHead], Incident, tuple[Said, ...], datetime]:
    made, known = draw(plans())
    return made, known, draw(incidents()), draw(entries_of(tuple(known), known)), after(draw(minutes))


@given(situations(), st.none() | minutes.map(after))
def test_what_holds_for_every_situation(
    situation: tuple[Plan, dict[str, TemplateHead], Incident, tuple[Said, ...], datetime],
    changed_at: datetime | None,
) -> None:
    made, known, happened, entries, now = situation
    found = what_to_send(made, known, happened, entries, now, changed_at=changed_at)
    # The same again, from the same things in another wrapping.
    backwards = dict(reversed(known.items()))
    assert found == what_to_send(made, backwards, happened, iter(list(entries)), now, changed_at=changed_at)

    by_itself = [row.channel for row in found if row.state in (NOW, UPCOMING)]
    assert len(by_itself) == len(set(by_itself)), "two texts for one channel"
    assert len({row.template for row in found}) == len(found)
    assert "customer_email" not in due_now(found)
    rules = {rule.template: rule for rule in made.messages}
    for row in found:
        rule = rules[row.template]
        assert row.channel is known[row.template].channel
        assert row.reason
        assert (row.notify is not None) == (row.channel is Channel.STATUS_PAGE)
        assert not (rule.only_when_named and row.state in (NOW, UPCOMING))
        assert not rule.phases or happened.phase in rule.phases
        assert not known[row.template].phases or happened.phase in known[row.template].phases
        assert row.trigger is None or row.trigger in rule.triggers
        if row.state is UPCOMING:
            assert row.due_at is not None
            assert row.due_at > now
        if row.state is NOW:
            assert row.due_at is not None
    times = [row.due_at for row in found if row.state in (NOW, UPCOMING) and row.due_at is not None]
    assert next_due(found) == (min(times) if times else None)


@given(situations(), st.none() | st.integers(1, 90))
def test_nothing_is_due_right_after_all_that_was_due_was_said(
    situation: tuple[Plan, dict[str, TemplateHead], Incident, tuple[Said, ...], datetime], promise: int | None
) -> None:
    made, known, happened, entries, now = situation
    entries = tuple(entry for entry in entries if entry.at <= now)
    # A text about the end of impact is due beside the others of its channel, so it may come after them.
    rules = tuple(
        rule for rule in made.messages if Trigger.IMPACT_ENDED not in rule.triggers or rule.only_when_named
    )
    made = replace(made, messages=rules)
    promise_at = None if promise is None else now + timedelta(minutes=promise)
    spoken = tuple(
        Said(row.channel, row.template, now, happened.severity, happened.phase, promise_at)
        for row in what_to_send(made, known, happened, entries, now)
        if row.state is NOW
    )
    assert due_now(what_to_send(made, known, happened, (*entries, *spoken), now)) == ()


@given(situations(), st.integers(0, 1_000))
def test_what_is_due_stays_due_until_it_is_said(
    situation: tuple[Plan, dict[str, TemplateHead], Incident, tuple[Said, ...], datetime], later: int
) -> None:
    made, known, happened, entries, now = situation

    def channels(at: datetime) -> set[Channel]:
        found = what_to_send(made, known, happened, entries, at, changed_at=T0)
        return {row.channel for row in found if row.state is NOW}

    assert channels(now) <= channels(now + timedelta(minutes=later))
    if made is plan():
        first = due_now(what_to_send(made, known, happened, entries, now))
        assert set(first) <= set(
            due_now(what_to_send(made, known, happened, entries, now + timedelta(minutes=later)))
        )
