"""An incident through its phases and severities, and the states of its components."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest

from composer.domain.incident import (
    EventKind,
    TimelineEvent,
    components_after_resolve,
    lasting_id,
    phase_goes_back,
    severity_moves,
    worst_status,
)
from composer.domain.plan import ComponentStatus
from tests.domain.shipped import T0, after, incident, plan

OK, CARE, SLOW, PARTIAL, MAJOR = ComponentStatus
PHASES = ("investigating", "identified", "mitigating", "monitoring", "resolved")


def test_downtime_is_the_length_of_the_impact() -> None:
    # Not the age of the incident: it was declared 30 minutes after its impact began.
    happened = incident(declared_at=after(30))
    assert happened.downtime is None
    assert incident(impact_ended_at=after(68), resolved_at=after(90)).downtime == timedelta(minutes=68)


def test_the_worst_severity_is_kept() -> None:
    happened = incident("P2").with_severity("P0", plan()).with_severity("P1", plan())
    assert (happened.severity, happened.peak_severity) == ("P1", "P0")
    assert incident("P1").with_severity("P2", plan()).peak_severity == "P1"


@pytest.mark.parametrize(("before", "now"), list(product(PHASES, PHASES)))
def test_every_change_of_phase(before: str, now: str) -> None:
    resolved_at = T0 if before == "resolved" else None
    start = incident(phase=before, resolved_at=resolved_at, impact_ended_at=after(-1))
    moved = start.with_phase(now, plan(), after(5))
    assert moved.phase == now
    assert moved.is_open == (now != "resolved")
    if now == "resolved":
        assert moved.resolved_at == (T0 if before == "resolved" else after(5))
        assert moved.impact_ended_at == after(-1)
    else:
        assert moved.resolved_at is None
        # Reopened: customers are hurt again, and when that ends is not known.
        assert moved.impact_ended_at == (None if before == "resolved" else after(-1))
    assert phase_goes_back(plan(), before, now) == (PHASES.index(now) < PHASES.index(before))


def test_severity_moves() -> None:
    assert severity_moves(plan(), "P0", "P1")
    assert severity_moves(plan(), "P1", "P0")
    assert not severity_moves(plan(), "P1", "P1")
    with pytest.raises(KeyError):
        severity_moves(plan(), "P1", "P9")


def test_components_go_back_to_operational() -> None:
    over = incident(components={"payments": MAJOR, "api": SLOW})
    assert components_after_resolve(over, ()) == {"payments": OK, "api": OK}


def test_components_that_others_hold_keep_the_worst_state() -> None:
    over = incident(components={"payments": MAJOR, "api": SLOW, "search": PARTIAL})
    others = (
        incident(id="inc_2", components={"payments": SLOW, "mobile": MAJOR}),
        incident(id="inc_3", components={"payments": PARTIAL, "api": CARE}),
        incident(id="inc_4", components={"search": MAJOR}, resolved_at=T0),
        over,  # as it is stored: still open, and no reason to stay broken
    )
    assert components_after_resolve(over, others) == {"payments": PARTIAL, "api": CARE, "search": OK}
    assert components_after_resolve(over, iter(others)) == {"payments": PARTIAL, "api": CARE, "search": OK}


def test_the_worst_status() -> None:
    assert worst_status([]) is OK
    assert worst_status([OK, SLOW, CARE]) is SLOW
    assert worst_status(ComponentStatus) is MAJOR
    assert [status.rank for status in ComponentStatus] == [0, 1, 2, 3, 4]


def test_an_entry_of_the_timeline() -> None:
    entry = TimelineEvent("evt_1", "inc_1", T0, after(1), EventKind.NOTE, "Called Stripe")
    assert (entry.by, entry.reason, entry.template, entry.channel, entry.severity, entry.phase) == (
        *("", ""),
        *(None, None, None, None),
    )
    assert EventKind("skipped") is EventKind.SKIPPED


def test_an_entry_about_the_same_thing_has_the_same_id_each_time_it_is_read() -> None:
    assert lasting_id("inc_1", "stripe down") == lasting_id("inc_1", "stripe down")
    assert len({lasting_id("inc_1", "a"), lasting_id("inc_2", "a"), lasting_id("inc_1", "b")}) == 3
