"""A message that is skipped, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from composer.clock import SimulatedClock
from composer.domain.due import DueState
from composer.domain.errors import RefusedError
from composer.domain.incident import EventKind
from composer.services import skipping
from composer.services.core import Services
from tests.services.asking import NOW, ask, new, open_services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path, clock=SimulatedClock(NOW)) as made:
        yield made


@pytest.fixture
def incident_id(services: Services) -> str:
    """A P0 of 20 minutes ago, with a Slack update due."""
    found = services.publish(ask(new())).incident_id
    assert found is not None
    wait(services, 20)
    return found


def wait(services: Services, minutes: int) -> None:
    clock = services.clock
    assert isinstance(clock, SimulatedClock)
    clock.advance(timedelta(minutes=minutes))


def state(services: Services, incident_id: str, template: str = "slack_update") -> DueState | None:
    rows = {row.template: row.state for row in services.what_to_send(incident_id)}
    return rows.get(template)


def back(services: Services, incident_id: str) -> None:
    skip = skipping.standing(services.record, incident_id)[-1]
    skipping.take_back(services.record, skip, "Kim", services.clock.now(), services.new_id)


def test_a_skip_taken_back_makes_its_message_due_again(services: Services, incident_id: str) -> None:
    assert state(services, incident_id) is DueState.NOW
    services.skip(incident_id, "slack_update", "Everybody is on the call.")
    assert state(services, incident_id) is DueState.UPCOMING
    wait(services, 1)
    back(services, incident_id)
    assert state(services, incident_id) is DueState.NOW
    told = [one for one in services.record.events(incident_id) if one.kind is EventKind.SKIPPED]
    assert [(one.text, one.by) for one in told][1] == ("Slack update skipped: taken back", "Kim")
    assert skipping.standing(services.record, incident_id) == ()


def test_each_skip_is_taken_back_once(services: Services, incident_id: str) -> None:
    services.skip(incident_id, "slack_update", "Everybody is on the call.")
    skip = skipping.standing(services.record, incident_id)[0]
    back(services, incident_id)
    with pytest.raises(RefusedError, match="does not stand"):
        skipping.take_back(services.record, skip, "Kim", services.clock.now(), services.new_id)
    wait(services, 1)
    services.skip(incident_id, "slack_update", "Still on the call.")
    assert [one.reason for one in skipping.standing(services.record, incident_id)] == ["Still on the call."]
    assert state(services, incident_id) is DueState.UPCOMING


def test_a_skip_is_over_once_the_channel_spoke_or_the_phase_changed(
    services: Services, incident_id: str
) -> None:
    services.skip(incident_id, "slack_update", "Everybody is on the call.")
    services.skip(incident_id, "executive_notification", "Told by phone.")
    assert len(skipping.standing(services.record, incident_id)) == 2
    wait(services, 1)
    services.publish(ask(incident_id, messages=("slack_update",)))
    assert [one.template for one in skipping.standing(services.record, incident_id)] == [
        "executive_notification"
    ]
    wait(services, 1)
    services.publish(ask(incident_id, "identified", messages=("slack_update",)))
    assert skipping.standing(services.record, incident_id) == ()


def test_what_was_skipped_at_the_phase_of_a_draft_stands_once_that_is_published(
    services: Services, incident_id: str
) -> None:
    services.skip(incident_id, "slack_update", "On the call.", phase="identified")
    assert state(services, incident_id) is not None
    wait(services, 1)
    services.publish(ask(incident_id, "identified", messages=("status_identified",)))
    assert [one.template for one in skipping.standing(services.record, incident_id)] == ["slack_update"]
    assert state(services, incident_id) is DueState.UPCOMING
