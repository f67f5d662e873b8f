"""What the compose screen begins with: the form, or what becomes of the last round."""

from __future__ import annotations

from pathlib import Path

from composer.paths import Mode
from composer.services.core import Services
from tests.ui.compose_home import home_with_incident
from ui.compose.reading import read_incident


def test_a_declaring_round_that_is_over_before_it_was_seen_is_shown_once(tmp_path: Path) -> None:
    home, incident_id = home_with_incident(tmp_path)
    with Services(home, Mode.PRACTICE) as services:
        services.resume()
        (publish,) = services.record.publishes(incident_id)
        assert all(one.state.is_final for one in services.record.deliveries(publish_id=publish.id))
        assert read_incident(services, incident_id, to_compose=False, unseen=publish.id).on_its_way
        assert not read_incident(services, incident_id, to_compose=False).on_its_way
        assert not read_incident(services, incident_id, to_compose=True, unseen=publish.id).on_its_way
