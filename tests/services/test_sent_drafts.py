"""What was typed is there again once its round was taken back, also where the program ended in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from composer.clock import SimulatedClock
from composer.domain.draft import Draft
from composer.services.core import Services
from composer.services.drafting import request_of
from composer.services.sent_drafts import in_hand, keep
from tests.services.asking import NOW, ask, new, open_services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


def held(services: Services, hold_s: float = 30) -> tuple[Draft, str]:
    """A draft that was typed, kept and published, and the id of its publish, which is held."""
    incident_id = services.publish(ask(new())).incident_id
    assert incident_id is not None
    draft = replace(
        services.draft_for(incident_id), phase="identified", ticked=("slack_update",), notify=False
    )
    draft = draft.with_value("actions_taken", "Rolled back.", NOW).with_value("next_steps", "Watch.", NOW)
    draft = draft.with_fact("unticked", ("executive_notification",), NOW)
    services.save_draft(draft)
    request = request_of(draft, services.incident(incident_id), hold_s=hold_s)
    keep(services.record, draft, request.key or "")
    published = services.publish(request, carry_out=False)
    assert published.publish is not None, published.findings
    return draft, published.publish.id


def test_a_round_taken_back_gives_back_exactly_what_was_typed(services: Services, tmp_path: Path) -> None:
    draft, publish_id = held(services)
    assert services.take_back(publish_id)
    services.close()  # and nothing else: as if the program had been killed at that moment
    with open_services(tmp_path) as again:
        found = again.draft_for(draft.incident_id or "")
        assert found.id not in (draft.id, f"sent-{draft.incident_id}"), "a draft is one round"
        assert replace(found, id=draft.id) == draft


def test_while_it_is_held_and_once_it_has_left_it_is_no_draft(services: Services) -> None:
    draft, publish_id = held(services, hold_s=5)
    incident_id = draft.incident_id or ""
    assert in_hand(services.record, incident_id, NOW, services.new_id) is None
    clock = services.clock
    assert isinstance(clock, SimulatedClock)
    clock.advance(timedelta(seconds=6))
    services.resume()
    assert not services.take_back(publish_id)
    assert in_hand(services.record, incident_id, NOW, services.new_id) is None
    assert services.draft_for(incident_id).facts == {}


def test_what_was_let_be_after_its_hold_is_no_draft(services: Services) -> None:
    draft, _ = held(services, hold_s=0)
    incident_id = draft.incident_id or ""
    for one in services.record.deliveries(incident_id=incident_id):
        if not one.state.is_final:
            services.let_be(one.id)
    assert in_hand(services.record, incident_id, NOW, services.new_id) is None


def test_what_was_typed_since_comes_first(services: Services) -> None:
    draft, publish_id = held(services)
    services.take_back(publish_id)
    newer = replace(draft, id="drf-newer", phase="monitoring", updated_at=NOW + timedelta(minutes=1))
    services.save_draft(newer)
    assert services.draft_for(draft.incident_id or "") == newer


def test_a_later_round_ends_it(services: Services) -> None:
    draft, publish_id = held(services)
    services.take_back(publish_id)
    services.publish(ask(draft.incident_id or "", "identified"))
    assert in_hand(services.record, draft.incident_id or "", NOW, services.new_id) is None
