"""What a change made due counts from the change, so a late message is seen to be late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.checks.gate import check_round
from composer.clock import SimulatedClock
from composer.domain.due import DueState
from composer.domain.fields import FieldValue
from composer.domain.plan import ComponentStatus
from composer.domain.request import NewIncident, PublishRequest
from composer.paths import Mode, open_home
from composer.services.core import Services
from composer.services.overview import overview

START = datetime(2026, 11, 23, 13, 58, tzinfo=UTC)


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(START)


@pytest.fixture
def services(tmp_path: Path, clock: SimulatedClock) -> Iterator[Services]:
    with Services(open_home(tmp_path / "home"), Mode.PRACTICE, clock=clock) as opened:
        yield opened


def declared(services: Services) -> str:
    new = NewIncident(
        title="Checkout payments failing",
        severity="P1",
        impact_started_at=START - timedelta(minutes=6),
        detection="Alert",
        symptom="errors",
        components={"payments": ComponentStatus.MAJOR_OUTAGE},
    )
    values = {
        "impact": "~500 users",
        "detection": "Alert",
        "incident_commander": "@eng-lead",
        "technical_lead": "@dba",
    }
    published = services.publish(PublishRequest("investigating", "1", new=new, values=values, hold_s=0))
    assert published.publish is not None, published.findings
    assert published.incident_id is not None
    return published.incident_id


def test_what_a_change_of_severity_made_due_becomes_overdue(
    services: Services, clock: SimulatedClock
) -> None:
    incident_id = declared(services)
    clock.advance(timedelta(minutes=5))
    changed = clock.now()
    raised = PublishRequest(
        "investigating",
        "2",
        incident_id=incident_id,
        severity="P0",
        reason="all cards fail",
        values={"summary": "All cards fail", "actions_taken": "Called", "next_steps": "Roll back"},
        messages=("slack_update",),
        hold_s=0,
    )
    assert services.publish(raised).publish is not None
    clock.advance(timedelta(minutes=7))
    (row,) = [one for one in services.what_to_send(incident_id) if one.template == "executive_notification"]
    assert (row.state, row.due_at) == (DueState.NOW, changed)
    assert row.overdue_by(clock.now()) == timedelta(minutes=7)


def test_the_overview_tells_what_is_due_and_what_follows(services: Services, clock: SimulatedClock) -> None:
    assert overview(services).open == ()
    incident_id = declared(services)
    (shown,) = overview(services).open
    assert shown.incident.id == incident_id
    assert shown.due_now == ()
    assert shown.due_at is not None
    assert shown.due_at > clock.now()
    clock.advance(timedelta(minutes=16))
    (shown,) = overview(services).open
    assert [row.template for row in shown.due_now] == ["slack_update"]
    end = clock.now()
    resolved = PublishRequest(
        "resolved",
        "3",
        incident_id=incident_id,
        impact_ended_at=end,
        values={"data_impact": "no", "summary": "Over"},
        messages=("status_resolved",),
        overrides={"channels_apart": "Slack follows"},
        hold_s=0,
    )
    assert services.publish(resolved).publish is not None
    after = overview(services)
    assert after.open == ()
    (following,) = after.following
    assert following.milestone.key == "watch"
    clock.advance(timedelta(days=60))
    assert overview(services).following == ()


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ("no", False),
        ("being assessed", False),
        ({"yes": "12 rows"}, False),
        ("maybe", True),
        ({"yes": " "}, True),
    ],
)
def test_only_the_three_forms_tell_the_data_impact(
    services: Services, told: FieldValue, missing: bool
) -> None:
    incident = services.incident(declared(services))
    over = incident.with_phase("resolved", services.plan, START)
    over = replace(over, values={"data_impact": told}, impact_ended_at=START)
    findings = check_round(services.plan, over, [], START)
    assert ("data_impact_missing" in {one.code for one in findings}) is missing
