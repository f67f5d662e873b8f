"""Looking things up in a plan."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.plan import ComponentStatus, Rotation, RotationWeek
from composer.planning.plan_file import load_plan

PLAN = load_plan(Path(__file__).parents[2] / "resources" / "plan.toml")


def test_severity_and_phase_by_key():
    assert PLAN.severity("P1").label == "High"
    assert PLAN.phase("mitigating").label == "Mitigating"


def test_what_a_plan_does_not_have_is_a_key_error():
    for look_up in (PLAN.severity, PLAN.phase, PLAN.component):
        with pytest.raises(KeyError):
            look_up("nothing of the kind")


def test_a_component_by_key_or_public_name_in_any_case():
    for name in ("skillpod", "SkillPod sessions", " skillpod SESSIONS "):
        assert PLAN.component(name).key == "skillpod"


def test_the_worst_severity_stands_first_in_the_plan():
    assert PLAN.worst("P2", "P0", "P1") == "P0"
    assert [PLAN.severity_rank(key) for key in ("P0", "P3")] == [0, 3]


def test_component_states_from_best_to_worst():
    assert [status.rank for status in ComponentStatus] == [0, 1, 2, 3, 4]
    assert ComponentStatus.MAJOR_OUTAGE.rank == 4


def test_nobody_is_on_call_before_the_rotation_starts_or_without_weeks():
    assert PLAN.rotation.on_call(PLAN.rotation.starts - timedelta(days=1)) is None
    assert Rotation(date(2026, 1, 1), "", "", "", ()).on_call(date(2026, 2, 1)) is None


@given(st.integers(0, 5_000), st.integers(1, 9))
def test_the_rotation_is_the_same_all_week_and_comes_round(days, count):
    weeks = tuple(RotationWeek(f"Week {number}", f"Team {number}", "") for number in range(count))
    rotation = Rotation(date(2026, 2, 1), "", "", "", weeks)
    day = rotation.starts + timedelta(days=days)
    start_of_week = day - timedelta(days=days % 7)
    assert rotation.on_call(day) == rotation.on_call(start_of_week)
    assert rotation.on_call(day) == rotation.on_call(day + timedelta(weeks=count))


def test_the_resolving_phase_is_the_last():
    assert PLAN.resolving_phase is PLAN.phases[-1]
