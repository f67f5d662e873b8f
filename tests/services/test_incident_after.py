"""The incident as a round leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from composer.domain.errors import PublishFileError, RefusedError
from composer.domain.plan import ComponentStatus
from composer.services.core import Services
from composer.services.preparing import prepare
from tests.services.asking import NOW, ask, declared, new, open_services, texts


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


def test_a_public_title_that_was_given_stands(services: Services) -> None:
    assert services.prepare(ask(new(public_title="Card trouble"))).incident.public_title == "Card trouble"
    typed = services.prepare(ask(new(), values={"public_title": "  Payments delayed "}))
    assert typed.incident.public_title == "Payments delayed"
    blank = services.prepare(ask(new(), values={"public_title": " "}))
    assert blank.incident.public_title == "Problems with payments"


def test_the_slack_channel_is_derived_or_the_one_that_was_given(services: Services) -> None:
    made = services.prepare(ask(new())).incident
    assert (made.slack_channel, made.creates_slack_channel) == (
        "#incident-2026-11-23-stripe-webhook-secret-rotated",
        True,
    )
    given = services.prepare(ask(new(slack_channel="ops"))).incident
    assert (given.slack_channel, given.creates_slack_channel) == ("#ops", False)


def test_the_day_of_the_channel_is_the_utc_day_of_the_start(services: Services) -> None:
    tokyo = timezone(timedelta(hours=9))
    started = datetime(2026, 11, 23, 8, 0, tzinfo=tokyo)
    made = services.prepare(ask(new(impact_started_at=started))).incident
    assert made.slack_channel.startswith("#incident-2026-11-22-")


def test_resolved_frees_what_no_other_open_incident_holds(services: Services) -> None:
    incident_id = declared(services)
    other = new(
        title="Another one", symptom=None, pagerduty_incident=None, severity="P2",
        components={"payments": ComponentStatus.PARTIAL_OUTAGE},
    )  # fmt: skip
    assert services.publish(ask(other, messages=("slack_declaration",))).publish is not None
    resolved = ask(incident_id, "resolved", impact_ended_at=NOW)
    assert services.prepare(resolved).incident.components == {
        "payments": ComponentStatus.PARTIAL_OUTAGE,
        "api": ComponentStatus.OPERATIONAL,
    }
    some = replace(resolved, components={"payments": ComponentStatus.OPERATIONAL})
    assert services.prepare(some).incident.components == {
        "payments": ComponentStatus.OPERATIONAL,
        "api": ComponentStatus.OPERATIONAL,
    }


def test_a_later_round_on_a_resolved_incident_leaves_the_components(services: Services) -> None:
    incident_id = declared(services)
    kept = {"payments": ComponentStatus.DEGRADED_PERFORMANCE}
    assert services.publish(
        ask(incident_id, "resolved", impact_ended_at=NOW, components=kept, overrides={"all_well": "agreed"})
    ).publish is not None  # fmt: skip
    later = services.prepare(ask(incident_id, "resolved", messages=("support_macro",)))
    assert later.incident.components["payments"] is ComponentStatus.DEGRADED_PERFORMANCE


def test_components_that_are_not_named_stay(services: Services) -> None:
    incident_id = declared(services)
    changed = services.prepare(
        ask(incident_id, "identified", components={"api": ComponentStatus.OPERATIONAL})
    ).incident
    assert changed.components == {
        "payments": ComponentStatus.MAJOR_OUTAGE,
        "api": ComponentStatus.OPERATIONAL,
    }


@pytest.mark.parametrize(
    ("phase", "more", "text"),
    [
        ("investigating", {}, "going back from Identified to Investigating asks for a reason"),
        ("identified", {"severity": "P1"}, "changing the severity from P0 to P1 asks for a reason"),
    ],
)
def test_going_back_and_another_severity_ask_for_a_reason(
    services: Services, phase: str, more: dict[str, Any], text: str
) -> None:
    incident_id = declared(services)
    assert services.publish(ask(incident_id, "identified")).publish is not None
    with pytest.raises(PublishFileError, match=text) as told:
        services.prepare(ask(incident_id, phase, **more))
    assert told.value.exit_status == 2
    for reason in (" ", "\n"):
        with pytest.raises(PublishFileError):
            services.prepare(ask(incident_id, phase, reason=reason, **more))
    given = services.prepare(ask(incident_id, phase, reason="We were wrong.", **more))
    assert (given.incident.phase, given.incident.severity) == (phase, more.get("severity", "P0"))


def test_the_same_severity_and_going_on_ask_for_none(services: Services) -> None:
    incident_id = declared(services)
    assert services.prepare(ask(incident_id, "monitoring", severity="P0")).incident.phase == "monitoring"


def test_a_phase_that_the_plan_no_longer_has_is_no_step_back(services: Services) -> None:
    incident_id = declared(services)
    before = replace(services.incident(incident_id), phase="diagnosing")
    situation = replace(services.situation(incident_id), before=before, said=())
    assert (
        prepare(situation, ask(incident_id, "investigating"), services.new_id).incident.phase
        == "investigating"
    )


def test_reopened_needs_a_reason_and_forgets_the_end(services: Services) -> None:
    incident_id = declared(services)
    assert services.publish(ask(incident_id, "resolved", impact_ended_at=NOW)).publish is not None
    again = services.prepare(ask(incident_id, "investigating", reason="It is back."))
    assert again.incident.is_open
    assert again.incident.impact_ended_at is None


def test_the_worst_severity_is_kept(services: Services) -> None:
    incident_id = declared(services)
    less = services.prepare(ask(incident_id, severity="P2", reason="Less."))
    assert (less.incident.severity, less.incident.peak_severity) == ("P2", "P0")
    assert "executive_notification" in texts(less), "one last text"


def test_an_incident_that_is_not_there(services: Services) -> None:
    with pytest.raises(RefusedError, match="There is no incident “inc-9”"):
        services.prepare(ask("inc-9"))
    with pytest.raises(RefusedError, match="There is no incident “inc-9”"):
        prepare(services.situation(None), ask("inc-9"), services.new_id)


def test_a_component_taken_out_before_customers_heard_of_it_is_dropped(services: Services) -> None:
    incident_id = declared(services, messages=("slack_declaration",))
    kept = replace(services.draft_for(incident_id), components={"payments": ComponentStatus.MAJOR_OUTAGE})
    prepared = services.preview(kept)
    assert prepared.incident.components == {"payments": ComponentStatus.MAJOR_OUTAGE}


def test_a_component_taken_out_after_customers_heard_of_it_works_again(services: Services) -> None:
    incident_id = declared(services)
    draft = services.draft_for(incident_id)
    without = {key: status for key, status in draft.components.items() if key != "api"}
    draft = replace(draft, components=without, phase="identified", ticked=("slack_update",))
    request = services.request_of(replace(draft, values={**draft.values, "next_steps": "Watch."}))
    assert (request.components, request.removed) == (None, ("api",))
    prepared = services.prepare(request)
    assert prepared.incident.components == {
        "payments": ComponentStatus.MAJOR_OUTAGE,
        "api": ComponentStatus.OPERATIONAL,
    }
    assert "status_identified" in texts(services.prepare(replace(request, messages=("status_identified",))))
    later = services.prepare(ask(incident_id, "resolved", impact_ended_at=NOW))
    assert "API and Payments" in texts(later)["status_resolved"]


def test_on_resolved_a_draft_asks_only_for_the_states_that_a_person_changed(services: Services) -> None:
    incident_id = declared(services)
    draft = services.draft_for(incident_id)
    changed = {**draft.components, "api": ComponentStatus.UNDER_MAINTENANCE}
    draft = replace(draft, phase="resolved", components=changed, impact_ended_at=NOW)
    assert services.preview(draft).incident.components == {
        "payments": ComponentStatus.OPERATIONAL,
        "api": ComponentStatus.UNDER_MAINTENANCE,
    }
