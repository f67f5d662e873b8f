"""LIVE without a connection: every text is made and checked, a person carries it, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryKind, DeliveryState
from composer.domain.due import DueState
from composer.domain.errors import RefusedError
from composer.paths import Mode
from composer.services.by_hand import mark, text_to_paste
from composer.services.core import Services
from composer.services.drafting import request_of
from composer.services.going_live import take_live
from tests.services.asking import NOW, ask, new, open_services

S = DeliveryState
ALL = ("slack_declaration", "status_investigating", "executive_notification", "support_macro")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path, Mode.LIVE, by_hand=True) as made:
        yield made


def test_live_without_a_person_is_blocked_and_with_one_it_is_by_hand(tmp_path: Path) -> None:
    with open_services(tmp_path, Mode.LIVE) as alone:
        blocked = alone.publish(ask(new(), messages=ALL, notify=True))
        assert blocked.publish is None
        assert {one.code for one in blocked.findings} == {"no_connection"}
    with open_services(tmp_path, Mode.LIVE, by_hand=True) as services:
        published = services.publish(ask(new(), messages=ALL))
        states = {one.channel: one.state for one in published.deliveries}
        assert states == {
            Channel.SLACK: S.FAILED,
            Channel.STATUS_PAGE: S.FAILED,
            Channel.EXECUTIVE: S.FAILED,
            Channel.COPY: S.BY_HAND,
        }
        assert {one.error for one in published.deliveries if one.state is S.FAILED} == {
            "There is no connection for this destination."
        }


def test_nothing_is_held_where_nothing_leaves(services: Services) -> None:
    published = services.publish(ask(new(), messages=ALL, hold_s=None), carry_out=False)
    assert all(one.hold_until is None for one in published.deliveries)


def test_each_channel_has_its_text_to_paste(services: Services) -> None:
    published = services.publish(ask(new(), messages=ALL))
    texts = {one.channel: text_to_paste(services, one) for one in published.deliveries if one.template}
    assert texts[Channel.SLACK].startswith("INCIDENT DECLARED")
    assert texts[Channel.STATUS_PAGE].startswith("We are currently investigating")
    assert texts[Channel.EXECUTIVE].startswith("Subject: [P0 INCIDENT]")
    assert texts[Channel.COPY].startswith("Thank you for contacting us.")
    assert not any("DRILL" in text for text in texts.values())
    made = next(one for one in published.deliveries if one.kind is DeliveryKind.CREATE_SLACK_CHANNEL)
    assert text_to_paste(services, made).startswith("#incident-2026-11-23-")


def test_a_text_counts_as_said_once_it_was_marked(services: Services) -> None:
    published = services.publish(ask(new(), messages=("status_investigating",)))
    incident_id = published.incident_id or ""
    one = published.deliveries[0]

    def page() -> DueState:
        rows = services.what_to_send(incident_id)
        return next(row.state for row in rows if row.channel is Channel.STATUS_PAGE)

    assert page() is DueState.NOW, "made, and not yet said"
    services.clock.advance(timedelta(minutes=3))  # type: ignore[attr-defined]
    at = NOW + timedelta(minutes=2)
    marked = mark(services, one.id, at=at, by="Kim", url="https://status.example.com/1")
    assert (marked.state, marked.finished_at, marked.by, marked.url) == (
        S.BY_HAND,
        at,
        "Kim",
        "https://status.example.com/1",
    )
    assert page() is DueState.UPCOMING
    told = services.record.events(incident_id)[-1]
    assert (told.at, told.by) == (at, "Kim")
    assert told.text == "Status page sent by hand: https://status.example.com/1"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"at": NOW + timedelta(minutes=5)}, "has not come yet"),
        ({"at": NOW - timedelta(minutes=5)}, "made after that time"),
        ({"url": "status.example.com"}, "begins with https"),
    ],
)
def test_what_can_not_be_is_refused(services: Services, more: dict[str, object], words: str) -> None:
    one = services.publish(ask(new(), messages=("status_investigating",))).deliveries[0]
    with pytest.raises(RefusedError, match=words):
        mark(services, one.id, **more)  # type: ignore[arg-type]
    assert services.record.delivery(one.id).state is S.FAILED
    mark(services, one.id)
    with pytest.raises(RefusedError, match="by hand"):
        mark(services, one.id)


def test_a_practice_incident_is_taken_live_with_its_facts_and_none_of_its_messages(tmp_path: Path) -> None:
    with open_services(tmp_path) as practice:
        incident_id = practice.publish(ask(new())).incident_id or ""
        draft = practice.draft_for(incident_id).with_value("actions_taken", "Rolled back.", NOW)
        practice.save_draft(replace(draft, ticked=("slack_update",)))
        live_id = take_live(practice, incident_id)
        assert take_live(practice, incident_id) == live_id  # two presses make no two incidents
        drilled = practice.incident(incident_id)
        with pytest.raises(RefusedError):
            take_live(practice, "inc-nowhere")
    with open_services(tmp_path, Mode.LIVE, by_hand=True) as live:
        real = live.incident(live_id)
        for name in (
            "title",
            "public_title",
            "severity",
            "phase",
            "impact_started_at",
            "roles",
            "components",
        ):
            assert getattr(real, name) == getattr(drilled, name), name
        assert real.creates_slack_channel
        assert live.record.messages(incident_id=live_id) == ()
        assert live.record.deliveries(incident_id=live_id) == ()
        carried = live.draft_for(live_id)
        assert carried.values["actions_taken"] == "Rolled back."
        due = {row.template for row in live.what_to_send(live_id) if row.state is DueState.NOW}
        assert {"slack_declaration", "status_investigating", "executive_notification"} <= due
        published = live.publish(
            request_of(replace(carried, ticked=("status_investigating",), notify=True), real)
        )
        assert published.publish is not None, published.findings
        assert "DRILL" not in text_to_paste(live, published.deliveries[0])


def test_only_an_open_practice_incident_is_taken_live(services: Services) -> None:
    incident_id = services.publish(ask(new(), messages=ALL)).incident_id or ""
    with pytest.raises(RefusedError, match="live already"):
        take_live(services, incident_id)


def test_the_pagerduty_update_is_pasted_as_it_is(services: Services) -> None:
    incident_id = services.publish(ask(new(), messages=("status_investigating",))).incident_id or ""
    done = services.publish(ask(incident_id, "identified", messages=("pagerduty_status_update",)))
    assert done.publish is not None, done.findings
    text = text_to_paste(services, done.deliveries[0])
    assert text == services.record.messages(publish_id=done.publish.id)[0].text


def test_a_resolved_drill_is_not_taken_live(tmp_path: Path) -> None:
    with open_services(tmp_path) as practice:
        incident_id = practice.publish(ask(new())).incident_id or ""
        practice.publish(ask(incident_id, "resolved", impact_ended_at=NOW))
        with pytest.raises(RefusedError, match="is resolved"):
            take_live(practice, incident_id)
    with open_services(tmp_path, Mode.LIVE, by_hand=True) as live:
        assert live.record.incidents() == ()
