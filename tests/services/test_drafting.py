"""Drafts: what a form starts from, what it would publish, and what changed since the last message."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.clock import SimulatedClock
from composer.domain.draft import Draft
from composer.domain.errors import PublishFileError
from composer.domain.plan import ComponentStatus
from composer.paths import Mode, open_home
from composer.services.core import Services
from composer.services.drafting import request_of

START = datetime(2026, 11, 23, 13, 58, tzinfo=UTC)

DECLARED = Draft(
    id="drf-1",
    incident_id=None,
    severity="P0",
    phase="investigating",
    updated_at=START,
    values={
        "impact": "~500 users unable to pay",
        "incident_commander": "@eng-lead",
        "technical_lead": "@dba",
        "detection": "Alert",
    },
    facts={
        "title": "Checkout payments failing",
        "impact_started_at": "2026-11-23T13:52:00Z",
        "detection": "Alert",
        "symptom": "errors",
        "domain": "payments",
        "security": False,
        "roles": {"incident_commander": "@eng-lead"},
    },
    components={"payments": ComponentStatus.MAJOR_OUTAGE},
    ticked=("slack_declaration", "status_investigating"),
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with Services(open_home(tmp_path / "home"), Mode.PRACTICE, clock=SimulatedClock(START)) as opened:
        yield opened


def test_a_draft_from_two_picks_is_published_without_any_public_typing(services: Services) -> None:
    services.save_draft(DECLARED)
    published = services.publish(services.request_of(DECLARED))
    assert [one.state.value for one in published.deliveries] == ["sent"] * 3
    incident = services.incident(published.incident_id or "")
    assert incident.public_title == "Problems with payments"
    assert incident.values["brief_description"]
    assert services.record.drafts() == (), "the draft is gone with its publish, in one transaction"


def test_pressed_twice_a_draft_is_one_publish(services: Services) -> None:
    request = services.request_of(DECLARED)
    first, second = services.publish(request), services.publish(request)
    assert second.again
    assert [one.id for one in first.deliveries] == [one.id for one in second.deliveries]


def test_the_next_draft_starts_from_what_was_said_last(services: Services) -> None:
    published = services.publish(services.request_of(DECLARED))
    draft = services.draft_for(published.incident_id or "")
    assert draft.values["summary"] == "Checkout payments failing"
    assert draft.values["impact"] == "~500 users unable to pay"
    assert draft.components == {"payments": ComponentStatus.MAJOR_OUTAGE}
    kept = draft.with_value("summary", "The gateway refuses cards", START)
    services.save_draft(kept)
    assert services.draft_for(published.incident_id or "") == kept


def test_a_promise_that_has_passed_is_not_one_to_start_from(services: Services) -> None:
    promised = DECLARED.with_value("next_update", "2026-11-23T14:20:00Z", START)
    published = services.publish(services.request_of(promised))
    incident_id = published.incident_id or ""
    assert services.draft_for(incident_id).values.get("next_update") is not None
    clock = services.clock
    assert isinstance(clock, SimulatedClock)
    clock.advance(timedelta(hours=1))
    assert "next_update" not in services.draft_for(incident_id).values


def test_a_preview_is_what_would_leave_and_stores_nothing(services: Services) -> None:
    prepared = services.preview(DECLARED)
    assert not prepared.is_blocked
    assert [one.head.name for one in prepared.messages] == ["slack_declaration", "status_investigating"]
    assert services.record.incidents() == ()


def test_only_changed_severity_and_components_are_asked_for(services: Services) -> None:
    published = services.publish(services.request_of(DECLARED))
    incident_id = published.incident_id or ""
    same = services.draft_for(incident_id)
    request = services.request_of(same)
    assert (request.severity, request.components) == (None, None)
    worse = Draft(
        id="drf-2",
        incident_id=incident_id,
        severity="P1",
        phase="identified",
        updated_at=START,
        components={"payments": ComponentStatus.PARTIAL_OUTAGE},
        reason="only cards",
    )
    request = services.request_of(worse)
    assert request.severity == "P1"
    assert request.components == {"payments": ComponentStatus.PARTIAL_OUTAGE}
    assert request.reason == "only cards"


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({}, {"title", "impact_started_at"}),
        ({"title": "  ", "impact_started_at": "2026-11-23T13:52:00"}, {"title", "impact_started_at"}),
        ({"title": "Down", "impact_started_at": "soon"}, {"impact_started_at"}),
        ({"title": 5, "impact_started_at": 7}, {"title", "impact_started_at"}),
    ],
)
def test_what_a_new_incident_lacks_is_named(facts: dict[str, str], named: set[str]) -> None:
    draft = Draft("drf-3", None, "P0", "investigating", START, facts=facts)
    with pytest.raises(PublishFileError) as caught:
        request_of(draft, None)
    assert {problem.place.key for problem in caught.value.problems} == named


def test_what_changed_since_the_last_message_is_told_word_by_word(services: Services) -> None:
    published = services.publish(services.request_of(DECLARED))
    incident_id = published.incident_id or ""
    (declared,) = [
        one
        for one in services.record.messages(incident_id=incident_id)
        if one.template == "slack_declaration"
    ]
    changed = services.changes_since_last(
        incident_id, "slack_declaration", declared.text.replace("payments failing", "payments slow")
    )
    assert {one.text.strip() for one in changed if one.kind == "added"} == {"slow"}
    assert all(one.kind == "added" for one in services.changes_since_last(incident_id, "slack_update", "New"))


def test_what_changed_is_told_against_what_was_said_and_not_against_what_was_taken_back(
    services: Services,
) -> None:
    published = services.publish(services.request_of(DECLARED))
    incident_id = published.incident_id or ""
    draft = services.draft_for(incident_id).with_value("actions_taken", "Rolled back.", START)
    draft = replace(draft.with_value("next_steps", "Watch.", START), ticked=("slack_update",))
    request = replace(services.request_of(draft), hold_s=60)
    taken_back = services.publish(request, carry_out=False)
    assert taken_back.publish is not None
    assert services.take_back(taken_back.publish.id)
    assert all(
        one.kind == "added"
        for one in services.changes_since_last(incident_id, "slack_update", "Rolled back.")
    )


SAVE_AND_DIE = """
import os, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from composer.domain.draft import Draft
from composer.paths import Mode, open_home
from composer.services.core import Services
services = Services(open_home(sys.argv[1]), Mode.PRACTICE)
draft = Draft("drf-9", None, "P0", "investigating", datetime(2026, 11, 23, tzinfo=UTC), values={"impact": "héllo 🎉"})
services.save_draft(draft)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_saved_draft_survives_kill_9(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = subprocess.run([sys.executable, "-c", SAVE_AND_DIE, str(home)], check=False)
    assert done.returncode == -9
    with Services(open_home(home), Mode.PRACTICE) as services:
        (draft,) = services.record.drafts()
    assert draft.values == {"impact": "héllo 🎉"}
