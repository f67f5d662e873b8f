"""What a person decides about what has not left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from composer.domain.delivery import DeliveryState
from composer.domain.errors import RefusedError
from composer.services.core import Services
from composer.services.deciding import pause, try_now
from tests.services.asking import NOW, ask, new, open_services
from tests.services.test_core import put

S = DeliveryState


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


def test_a_pause_stops_what_has_not_left_and_nothing_else(services: Services) -> None:
    published = services.publish(ask(new()), carry_out=False)
    assert published.publish is not None
    queued = [one.id for one in published.deliveries]
    put(services, queued[0], "sending", owner="somebody")
    put(services, queued[1], "sent")
    put(services, queued[2], "waiting", not_before=(NOW + timedelta(minutes=1)).isoformat())
    stopped = pause(services, published.publish.id)
    assert [one.id for one in stopped] == queued[2:]
    states = [one.state for one in services.record.deliveries(publish_id=published.publish.id)]
    assert states == [S.SENDING, S.SENT] + [S.CANCELLED] * (len(queued) - 2)
    told = [one.text for one in services.record.events(published.incident_id or "")]
    assert sum("paused, not sent" in text for text in told) == len(queued) - 2


def test_what_was_paused_is_due_again(services: Services) -> None:
    published = services.publish(ask(new()), carry_out=False)
    assert published.publish is not None
    pause(services, published.publish.id)
    rows = {row.template: row.state.value for row in services.what_to_send(published.incident_id or "")}
    assert rows["slack_declaration"] == "now"


def test_a_waiting_delivery_is_tried_at_once(services: Services) -> None:
    published = services.publish(ask(new(), messages=("status_investigating",)), carry_out=False)
    one = published.deliveries[0]
    put(services, one.id, "waiting", not_before=(NOW + timedelta(minutes=4)).isoformat())
    assert try_now(services, one.id).state is S.QUEUED
    services.resume()
    assert services.record.delivery(one.id).state is S.SENT
    with pytest.raises(RefusedError, match="does not wait"):
        try_now(services, one.id)
