"""The time to promise follows the plan's rhythm, on the five minutes before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from composer.domain.next_update import proposed_update
from tests.domain.shipped import incident, plan

NOW = datetime(2026, 11, 23, 14, 2, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("severity", "declared", "proposed"),
    [("P0", NOW, "14:20"), ("P2", NOW, "15:00"), ("P0", NOW.replace(hour=10), "15:00")],
)
def test_the_plans_rhythm(severity: str, declared: datetime, proposed: str) -> None:
    of = replace(incident(), severity=severity, declared_at=declared)
    assert f"{proposed_update(plan(), {}, of, NOW):%H:%M}" == proposed


def test_a_plan_without_a_rhythm_has_a_usual_one() -> None:
    without = replace(plan(), messages=())
    assert f"{proposed_update(without, {}, incident(), NOW):%H:%M}" == "14:30"
