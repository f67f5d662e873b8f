"""The time to promise follows the plan's rhythm, on the five minutes before it; and what was promised is a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from composer.domain.next_update import promised_time, proposed_update
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


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-11-23T15:00:00+01:00", datetime(2026, 11, 23, 14, tzinfo=UTC)),
        (" 2026-11-23T14:00:00Z ", datetime(2026, 11, 23, 14, tzinfo=UTC)),
        ("2026-11-23T14:00:00", None),
        ("Unknown", None),
        (None, None),
        (3, None),
    ],
)
def test_a_promise_is_a_time_with_its_zone(value: Any, moment: datetime | None) -> None:
    assert promised_time(value) == moment
