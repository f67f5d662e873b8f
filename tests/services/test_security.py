"""A security incident: the switch, what it suspends, who is told, the private channel, the regulators' clocks, and what is public already."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.clock import SimulatedClock
from composer.domain.approval import ConsentWay
from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryKind, DeliveryState
from composer.domain.due import DueState
from composer.domain.errors import RefusedError
from composer.domain.incident import EventKind
from composer.domain.request import GivenApproval
from composer.paths import Mode
from composer.planning.plan_file import parse_plan
from composer.services import security
from composer.services.after_the_fact import backfill, publish_postmortem
from composer.services.core import Services
from composer.services.documents import incident_json, incident_markdown, postmortem
from composer.services.going_live import take_live
from composer.services.overview import overview
from composer.services.second_way import _named
from tests.approved_statement import approved_plan
from tests.services.asking import NOW, SECRET, ask, new, open_services

PUBLIC = ("status_investigating", "status_update", "status_identified", "status_holding")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path, clock=SimulatedClock(NOW)) as made:
        yield made


def declared(services: Services, **changes: Any) -> str:
    found = services.publish(ask(new(**changes)))
    assert found.publish is not None, [one.text for one in found.findings]
    assert found.incident_id is not None
    return found.incident_id


def transcript(services: Services) -> list[dict[str, Any]]:
    return [json.loads(line) for line in services.home.slack_transcript.read_text().splitlines()]


def listed(services: Services, *people: str) -> None:
    """Puts people on the need-to-know list of the plan in force."""
    plan = services.plan
    rules = replace(plan.security, need_to_know=(*plan.security.need_to_know, *people))
    services.library = replace(services.library, plan=replace(plan, security=rules))


def test_declared_as_one_it_says_nothing_public_and_goes_to_a_private_channel(services: Services) -> None:
    own = declared(services, security=True)
    incident = services.incident(own)
    state = security.state_of(services, own)
    assert state is not None
    assert (state.code_name, incident.slack_channel) == ("Alder", "#alder-2026-11-23")
    made, post = transcript(services)
    assert (made["type"], made["private"], made["slack_channel"]) == (
        "channel_created",
        True,
        "#alder-2026-11-23",
    )
    assert (made["topic"], SECRET in str(made), post["private"]) == ("P0 Alder", False, True)
    kinds = {one.channel for one in services.record.deliveries(incident_id=own)}
    assert kinds == {Channel.SLACK}, "nothing public, no PagerDuty, and nobody to mail"
    rows = {one.template: one for one in services.what_to_send(own)}
    suspended = {name for name, row in rows.items() if row.state is DueState.SUSPENDED}
    assert {"status_investigating", "pagerduty_status_update", "executive_notification"} <= suspended
    assert rows["status_investigating"].due_at is None
    assert "status_holding" in suspended
    (told,) = [one for one in services.record.events(own) if one.kind is EventKind.SECURITY]
    assert "Alder" in told.text


def test_public_cadence_is_never_overdue_while_slacks_goes_on(services: Services) -> None:
    own = declared(services, security=True)
    clock = services.clock
    assert isinstance(clock, SimulatedClock)
    clock.advance(timedelta(hours=3))
    due = {one.template for one in services.what_to_send(own) if one.state is DueState.NOW}
    assert due == {"slack_update"}


def test_switched_on_later_what_follows_goes_to_the_private_channel_and_never_to_the_old_one(
    services: Services,
) -> None:
    own = declared(services)
    before = services.incident(own)
    state = security.begin(services, own, private=True, aware_at=NOW - timedelta(hours=1))
    after = services.incident(own)
    assert (before.security, after.security, after.slack_channel) == (False, True, "#alder-2026-11-23")
    assert state.aware_at == NOW - timedelta(hours=1)
    lines = len(transcript(services))
    services.publish(ask(own, "identified"))
    new_lines = transcript(services)[lines:]
    assert [(one["type"], one["slack_channel"], one["private"]) for one in new_lines] == [
        ("channel_created", "#alder-2026-11-23", True),
        ("message", "#alder-2026-11-23", True),
    ]
    again = security.begin(services, own, private=True)
    assert again == security.state_of(services, own), "twice is once"


def test_a_public_text_that_waits_asks_a_person_when_it_becomes_one(services: Services) -> None:
    """It would leave without approvals, and beside a holding statement that was prepared as the first text on the page."""
    stored = services.publish(ask(new()), carry_out=False)
    assert stored.publish is not None
    assert stored.incident_id is not None
    assert {one.state for one in stored.deliveries} == {DeliveryState.QUEUED}
    own = stored.incident_id
    security.begin(services, own, private=False)
    services.resume()
    ended = {one.channel: one for one in services.record.deliveries(incident_id=own)}
    assert ended[Channel.SLACK].state is DeliveryState.SENT
    for channel in (Channel.STATUS_PAGE, Channel.PAGERDUTY):
        assert ended[channel].state is DeliveryState.STALE
        assert ended[channel].error == (
            "The incident became a security incident, and nobody approved this text for it."
        )
    assert security.public_so_far(services, own) == ()
    again = services.send_again(ended[Channel.STATUS_PAGE].id)
    services.resume()
    assert services.record.delivery(again.id).state is DeliveryState.SENT, "a person wants it"


def test_a_round_that_is_held_is_taken_back_when_its_incident_becomes_one(services: Services) -> None:
    """Its hold would end without approvals a moment later."""
    own = declared(services)
    held = services.publish(ask(own, "identified", hold_s=30), carry_out=False)
    assert {one.state for one in held.deliveries} == {DeliveryState.HELD}
    assert security.begin(services, own, private=True).code_name
    assert {services.record.delivery(one.id).state for one in held.deliveries} == {DeliveryState.CANCELLED}
    after = services.incident(own)
    assert (after.phase, after.security) == ("investigating", True)
    (said,) = [one for one in services.record.events(own) if one.kind is EventKind.SECURITY]
    assert said.text.endswith("what was still held was taken back")
    assert [one.delivery.template for one in security.public_so_far(services, own)] == [
        "status_investigating"
    ]


def test_a_declaration_that_is_held_is_taken_back_and_made_again_without_a_word_to_the_public(
    services: Services,
) -> None:
    held = services.publish(ask(new(), hold_s=30), carry_out=False)
    assert held.incident_id is not None
    own = held.incident_id
    code_name = security.begin(services, own, private=True).code_name
    again = services.publish(ask(own))
    assert again.publish is not None, [one.text for one in again.findings]
    assert services.incident(own).taken_back_at is None
    assert security.public_so_far(services, own) == ()
    assert {one["slack_channel"] for one in transcript(services)} == {services.incident(own).slack_channel}
    assert code_name.lower() in services.incident(own).slack_channel


def test_the_open_channel_may_be_kept_and_left_later(services: Services) -> None:
    own = declared(services)
    old = services.incident(own).slack_channel
    state = security.begin(services, own, private=False)
    assert (state.open_channel, services.incident(own).slack_channel) == (old, old)
    services.publish(ask(own, "identified"))
    assert "private" not in transcript(services)[-1]
    aware_at = state.aware_at
    clock = services.clock
    assert isinstance(clock, SimulatedClock)
    clock.advance(timedelta(minutes=5))
    assert security.open_private_channel(services, own).slack_channel == "#alder-2026-11-23"
    found = security.state_of(services, own)
    assert found is not None
    assert (found.open_channel, found.aware_at, found.code_name) == ("", aware_at, "Alder")


def test_a_code_name_is_nobody_elses_and_no_word_of_the_title(services: Services) -> None:
    first = declared(services, security=True, title="The alder job leaks")
    second = declared(
        services, security=True, title="Another one", components={}, public_title="Login", symptom=None
    )
    names = [found.code_name for own in (first, second) if (found := security.state_of(services, own))]
    assert names == ["Aspen", "Alder"]


def test_it_ends_for_a_reason_and_what_was_suspended_is_due_again(services: Services) -> None:
    own = declared(services, security=True)
    with pytest.raises(RefusedError, match="reason"):
        security.end(services, own, " ")
    security.end(services, own, "A false alarm of the scanner.")
    assert security.state_of(services, own) is None
    assert "status_investigating" in {
        one.template for one in services.what_to_send(own) if one.state is DueState.NOW
    }
    (told,) = [one for one in services.record.events(own) if one.kind is EventKind.SECURITY_OVER]
    assert told.reason == "A false alarm of the scanner."
    with pytest.raises(RefusedError, match="no security incident"):
        security.end(services, own, "Twice.")


def test_executives_mail_goes_to_those_who_need_to_know_alone(services: Services) -> None:
    listed(services, "ciso@example.com")
    own = declared(services, security=True)
    (mail,) = [one for one in services.record.deliveries(incident_id=own) if one.channel is Channel.EXECUTIVE]
    assert [one.email for one in services.record.recipients(mail.id)] == ["ciso@example.com"]


def test_the_private_channel_invites_who_needs_to_know(services: Services) -> None:
    listed(services, "U024BE7LH")
    own = declared(services, security=True, severity="P1")
    assert transcript(services)[0]["invite"] == ["U024BE7LH"]
    (create,) = [
        one
        for one in services.record.deliveries(incident_id=own)
        if one.kind is DeliveryKind.CREATE_SLACK_CHANNEL
    ]
    assert json.loads(create.payload)["private"] is True


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We are looking into a security breach.", "leak_not_public"),
        ("Attackers got in.", "leak_not_public"),
        ("See CVE-2026-12345.", "leak_not_public"),
        ("Juniper and Alder are fine trees.", "leak_own_name"),
        (f"It began when {SECRET.lower()}.", "leak_own_name"),
        ("The attic is tidy; nobody is compromising on breaching words in a credenza.", "leak_not_public"),
        ("We are looking into a problem with payments.", None),
    ],
)
def test_words_that_are_not_public_keep_a_public_text_back(
    services: Services, text: str, code: str | None
) -> None:
    own = declared(services, security=True)
    request = ask(own, "identified", messages=("status_update",), values={"whats_new": text}, notify=True)
    findings = {one.code for one in services.prepare(request).findings if one.code.startswith("leak_")}
    assert findings == ({code} if code else set())
    let = replace(request, overrides={code: "Legal says so."} if code else {})
    assert not any(
        one.level.value == "blocking" and one.code == code for one in services.prepare(let).findings
    )


def test_a_word_may_be_public_where_it_is_no_security_incident(services: Services) -> None:
    own = declared(services)
    values = {"whats_new": "There is no sign of a breach."}
    request = ask(own, "identified", messages=("status_update",), values=values, notify=True)
    assert not services.prepare(request).is_blocked


def test_a_regulators_clock_runs_from_when_it_was_known_until_somebody_was_told(services: Services) -> None:
    own = declared(services)
    security.begin(services, own, private=True, aware_at=NOW - timedelta(hours=2))
    state = security.state_of(services, own)
    assert state is not None
    (clock,) = state.clocks
    assert (clock.due_at, clock.is_open, state.next_clock) == (NOW + timedelta(hours=70), True, clock)
    for key, note, words in (("gdpr_34", "x", "gdpr_33"), ("gdpr_33", " ", "who was notified")):
        with pytest.raises(RefusedError, match=words):
            security.regulator_told(services, own, key, note)
    with pytest.raises(RefusedError, match="future"):
        security.regulator_told(services, own, "gdpr_33", "x", NOW + timedelta(hours=1))
    state = security.regulator_told(
        services, own, "gdpr_33", "The authority, by its form", NOW - timedelta(minutes=3)
    )
    assert (state.next_clock, state.clocks[0].note) == (None, "The authority, by its form")
    text = postmortem(services, own)
    assert "**Confidential.** Security incident, code name Alder" in text
    assert "The authority, by its form" in text
    assert "**Confidential.**" in incident_markdown(services, own)
    told = json.loads(incident_json(services, own))
    assert (told["confidential"], told["security"]["code_name"]) == (True, "Alder")


def test_nothing_is_public_without_legal_and_the_incident_commander(services: Services) -> None:
    own = declared(services, security=True)
    request = ask(
        own, "identified", messages=("status_update",), values={"whats_new": "We go on."}, notify=True
    )
    first = services.publish(request)
    assert first.publish is None
    (missing,) = [one for one in first.findings if one.code == "approval_missing"]
    assert "Legal" in missing.text
    assert "Incident Commander" in missing.text
    code = services.prepare(request).approvals["status_update"].code
    legal = GivenApproval("legal", "Lee Law", ConsentWay.VOICE, code)
    commander = GivenApproval("incident_commander", "Ada Lead", ConsentWay.VOICE, code)
    one_of_two = services.publish(replace(request, approvals=(legal,)))
    assert one_of_two.publish is None, "two are asked, and they differ"
    both = services.publish(replace(request, approvals=(legal, commander)))
    assert both.publish is not None, [one.text for one in both.findings]


def test_the_statement_approved_beforehand_leaves_unchanged_to_the_letter_and_the_record_says_so(
    services: Services,
) -> None:
    own = declared(services, security=True)
    request = ask(own, messages=("status_holding",), notify=True)
    assert "approval_missing" in {one.code for one in services.prepare(request).findings}, "as shipped"
    services.library = replace(services.library, plan=parse_plan(approved_plan(), "plan.toml"))
    held = services.plan.security.holding_statement
    assert held is not None
    changed = replace(request, values={**request.values, held.field: held.text[:-1] + "!"})
    assert "approval_missing" in {one.code for one in services.prepare(changed).findings}
    published = services.publish(request)
    assert published.publish is not None, [one.text for one in published.findings]
    (message,) = services.record.messages(publish_id=published.publish.id)
    assert message.text == f"{services.plan.words.drill} · {held.text}"
    (first,) = security.public_so_far(services, own)
    assert first.page is not None
    incident = services.incident(own)
    assert (first.page.title, dict(first.page.components), first.page.impact) == (held.title, {}, "none")
    assert first.page.started_at != incident.impact_started_at, "when it began is nothing that was approved"
    # Said once more, with facts that changed since, it still takes none of them there.
    again = services.prepare(ask(own, "identified", messages=("status_holding",), notify=True)).messages[0]
    assert again.page == first.page
    # An approved update brings the real title and the components.
    update = ask(own, "identified", messages=("status_update",), values={"whats_new": "On."}, notify=True)
    code = services.prepare(update).approvals["status_update"].code
    given = (
        GivenApproval("legal", "Lee Law", ConsentWay.VOICE, code),
        GivenApproval("incident_commander", "Ada Lead", ConsentWay.VOICE, code),
    )
    assert services.publish(replace(update, approvals=given)).publish is not None
    page = security.public_so_far(services, own)[0].page
    assert page is not None
    assert (page.title, page.components) == (incident.public_title, incident.components)
    texts = [one.text for one in services.record.events(own)]
    assert "Holding statement: as approved beforehand by Lee Law on 2026-02-05" in texts


def test_a_regulators_clock_outlives_its_incident_until_somebody_was_told(services: Services) -> None:
    own = declared(services, security=True)
    services.publish(ask(own, "resolved", impact_ended_at=NOW))
    clock = services.clock
    assert isinstance(clock, SimulatedClock)
    clock.advance(timedelta(hours=73))
    (after,) = overview(services).following
    assert (after.milestone.text, after.clock is not None) == ("GDPR Art. 33", True)
    security.regulator_told(services, own, "gdpr_33", "The authority, late")
    assert all(one.clock is None for one in overview(services).following)


def test_after_the_end_too_nothing_is_put_on_the_page_without_approvals(services: Services) -> None:
    own = declared(services, security=True)
    services.publish(ask(own, "resolved", impact_ended_at=NOW))
    with pytest.raises(RefusedError, match="needs its approvals"):
        publish_postmortem(services, own, "Payments failed for an hour.", notify=False)
    with pytest.raises(RefusedError, match="needs its approvals"):
        backfill(services, own, "Payments failed for an hour.")


def test_taken_live_it_keeps_its_code_name_and_its_clock(services: Services) -> None:
    own = declared(services)
    security.begin(services, own, private=True, aware_at=NOW - timedelta(hours=5))
    live_id = take_live(services, own)
    with Services(services.home, Mode.LIVE, clock=services.clock, by_hand=True) as live:
        state = security.state_of(live, live_id)
        assert state is not None
        assert (state.code_name, state.aware_at) == ("Alder", NOW - timedelta(hours=5))
        assert live.incident(live_id).slack_channel == "#alder-2026-11-23"


def test_who_is_reached_another_way_needs_to_know(services: Services) -> None:
    own = declared(services)
    before = _named(services, services.incident(own))
    security.begin(services, own, private=True)
    assert "Support Lead" in before
    assert _named(services, services.incident(own)) == {"Security Lead", "CTO", "Engineering Lead"}


def test_what_is_public_already_is_listed_newest_first(services: Services) -> None:
    own = declared(services)
    assert [one.message.template for one in security.public_so_far(services, own)] == ["status_investigating"]
    services.publish(
        ask(
            own,
            "identified",
            messages=("status_identified",),
            values={"brief_description": "payments"},
            notify=True,
        )
    )
    security.begin(services, own, private=True)
    public = security.public_so_far(services, own)
    assert [one.message.template for one in public] == ["status_identified", "status_investigating"]
    assert public[0].message.text
