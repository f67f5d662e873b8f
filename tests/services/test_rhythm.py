"""A slower rhythm for one incident, and back to the plan's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from composer.clock import SimulatedClock
from composer.domain.channel import Channel
from composer.domain.due import DueState
from composer.domain.errors import RefusedError
from composer.domain.incident import EventKind
from composer.services import rhythm
from composer.services.core import Services
from tests.services.asking import NOW, ask, new, open_services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path, clock=SimulatedClock(NOW)) as made:
        yield made


@pytest.fixture
def incident_id(services: Services) -> str:
    found = services.publish(ask(new())).incident_id
    assert found is not None
    clock = services.clock
    assert isinstance(clock, SimulatedClock)
    clock.advance(timedelta(minutes=20))
    return found


def slack(services: Services, incident_id: str) -> DueState:
    return next(row.state for row in services.what_to_send(incident_id) if row.template == "slack_update")


def test_a_rhythm_is_slowed_for_one_incident_and_recorded(services: Services, incident_id: str) -> None:
    assert rhythm.planned_minutes(services.situation(incident_id), "slack_update") == 15
    assert slack(services, incident_id) is DueState.NOW
    rhythm.slow_down(services, incident_id, "slack_update", 45, "Waiting for the bank.")
    assert slack(services, incident_id) is DueState.UPCOMING
    assert rhythm.planned_minutes(services.situation(incident_id), "slack_update") == 15
    told = [one for one in services.record.events(incident_id) if one.kind is EventKind.CADENCE]
    assert [(one.text, one.reason) for one in told] == [("slack: every 45 min", "Waiting for the bank.")]


def test_back_to_the_plan(services: Services, incident_id: str) -> None:
    rhythm.slow_down(services, incident_id, "slack_update", 45, "Waiting for the bank.")
    rhythm.as_planned(services, incident_id, Channel.SLACK)
    assert slack(services, incident_id) is DueState.NOW
    before = len(services.record.events(incident_id))
    rhythm.as_planned(services, incident_id, Channel.SLACK)
    assert len(services.record.events(incident_id)) == before, "nothing changed, nothing is told"


@pytest.mark.parametrize(
    ("template", "minutes", "words"),
    [
        ("slack_update", 15, "every 15 minutes"),
        ("slack_update", 5, "only be made slower"),
        ("customer_email", 60, "no rhythm"),
    ],
)
def test_a_rhythm_is_never_made_faster(
    services: Services, incident_id: str, template: str, minutes: int, words: str
) -> None:
    with pytest.raises(RefusedError, match=words):
        rhythm.slow_down(services, incident_id, template, minutes, "Because.")
    assert services.incident(incident_id).cadence_minutes == {}
