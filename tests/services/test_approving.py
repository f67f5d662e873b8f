"""Approval of a round: kept back without, let go with it, bound to the very text, and in the record as what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.assets import data_root
from composer.clock import SimulatedClock
from composer.domain.approval import ConsentWay, code_of
from composer.domain.errors import RefusedError
from composer.domain.findings import Level
from composer.domain.incident import EventKind
from composer.domain.request import GivenApproval, PublishRequest
from composer.services.approving import Spoken, approve
from composer.services.core import Services
from composer.services.correcting import rewrite
from composer.services.rounds import Round
from tests.services.asking import NOW, ask, new, open_services

PAGE = "status_identified"
COMMANDER, LEAD = "incident_commander", "technical_lead"
RULES = """
[[approvals]]
title = "What customers read"
channels = ["status_page"]
roles = ["incident_commander"]

[[approvals]]
title = "What executives read"
channels = ["executive"]
roles = ["incident_commander", "technical_lead"]
count = 2

[[approvals]]
title = "Inside"
messages = ["slack_update"]
roles = ["technical_lead"]
may_override = true
"""


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(tmp_path) as made:
        yield made


def opened(folder: Path, rules: str = RULES) -> Services:
    shipped = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")
    (folder / "home").mkdir(parents=True)
    (folder / "home" / "plan.toml").write_text(shipped + rules, encoding="utf-8")
    return open_services(folder)


@pytest.fixture
def incident(services: Services) -> str:
    """An open incident of which only Slack was told."""
    published = services.publish(ask(new(), messages=("slack_declaration",)))
    assert published.incident_id is not None, published.findings
    later(services, 5)
    return published.incident_id


def later(services: Services, minutes: float) -> None:
    clock = services.clock
    assert isinstance(clock, SimulatedClock)
    clock.advance(timedelta(minutes=minutes))


def page(incident: str, words: str = "errors when paying", **more: Any) -> PublishRequest:
    values = {"brief_description": words, "expected_resolution": "Unknown"}
    return ask(incident, "identified", messages=(PAGE,), values=values, **more)


def code(services: Services, request: PublishRequest, template: str = PAGE) -> str:
    return services.prepare(request).approvals[template].code


def said(prepared: Round, name: str) -> list[str]:
    return [str(one.text) for one in prepared.findings if one.code == name]


def yes(read: str, role: str = COMMANDER, name: str = "Maya Chen", **more: Any) -> Spoken:
    return Spoken(role, name, more.pop("way", ConsentWay.VOICE), read, **more)


def given(read: str, role: str = COMMANDER, name: str = "Maya Chen") -> GivenApproval:
    return GivenApproval(role, name, ConsentWay.CHAT, read)


def test_a_message_without_its_approval_stays_and_the_others_go(services: Services, incident: str) -> None:
    prepared = services.prepare(page(incident))
    read = prepared.approvals[PAGE].code
    assert said(prepared, "approval_missing") == [
        f"It waits for approval by Incident Commander: text {read}."
    ]
    blocking = [one for one in prepared.findings if one.level is Level.BLOCKING]
    assert [(one.template, one.channel) for one in blocking] == [(PAGE, "status_page")]
    assert services.publish(page(incident)).publish is None
    copied = ask(incident, "identified", messages=("support_macro",), values={"brief_description": "errors"})
    assert not services.prepare(copied).approvals


def test_an_ordinary_incident_of_the_shipped_plan_is_asked_nothing(tmp_path: Path) -> None:
    with open_services(tmp_path) as shipped:
        prepared = shipped.prepare(ask(new()))
        assert (prepared.approvals, said(prepared, "approval_missing")) == ({}, [])


def test_approved_published_recorded_and_used_up(services: Services, incident: str) -> None:
    request = page(incident)
    read = code(services, request)
    event = approve(services, request, PAGE, yes(read.lower()))
    at = services.clock.now()
    assert event.text == (
        f"Status page approved by Maya Chen (Incident Commander), by voice, {at:%H:%M} UTC, text {read}"
    )
    assert code_of(event.reason.removeprefix("SHA-256 ")) == read
    assert (event.kind, event.template, event.by) == (EventKind.APPROVAL, PAGE, services.settings.who)
    later(services, 2)
    assert services.publish(request).publish is not None
    told = [one.text for one in services.record.events(incident)]
    assert event.text in told
    again = services.prepare(page(incident))
    assert not again.approvals[PAGE].is_given, "an approval is for one publish"


def test_one_letter_voids_it_and_the_letter_back_makes_it_good(services: Services, incident: str) -> None:
    approve(services, page(incident), PAGE, yes(code(services, page(incident))))
    changed = services.prepare(page(incident, "errors when payinG"))
    assert said(changed, "approval_missing") == [
        "The approval by Maya Chen was for an earlier text. It waits for approval by Incident Commander: "
        f"text {changed.approvals[PAGE].code}."
    ]
    later(services, 1)
    assert not services.prepare(page(incident)).is_blocked


def test_the_public_title_and_the_components_are_part_of_what_is_approved(
    services: Services, incident: str
) -> None:
    read = code(services, page(incident))
    titled = replace(page(incident), values={**page(incident).values, "public_title": "Problems"})
    fewer = replace(page(incident), removed=("api",))
    assert len({read, code(services, titled), code(services, fewer)}) == 3


def test_it_lapses_and_asks_anew(services: Services, incident: str) -> None:
    approve(services, page(incident), PAGE, yes(code(services, page(incident))))
    given_at = services.clock.now()
    later(services, 31)
    found = services.prepare(page(incident))
    assert said(found, "approval_missing") == [
        f"The approval by Maya Chen of {given_at:%H:%M} UTC has lapsed. It waits for approval by "
        f"Incident Commander: text {found.approvals[PAGE].code}."
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"read": "ZZZZ"}, "The code ZZZZ is not this text's: it was read from another text, or misheard."),
        ({"read": " "}, "The code – is not this text's: it was read from another text, or misheard."),
        ({"name": " @ "}, "Say who approved it."),
        ({"role": LEAD}, "The plan does not ask Technical Lead about this message; it asks Incident Commander."),
        ({"name": "sam  LEE"}, "sam LEE is at the keyboard, and can't approve this text as Incident Commander: somebody else has to."),
    ],
)  # fmt: skip
def test_what_can_t_count_is_refused_with_one_sentence(
    services: Services, incident: str, change: dict[str, str], sentence: str
) -> None:
    services.settings = services.settings._replace(name="Sam Lee")
    request = page(incident)
    spoken = yes(**{"read": code(services, request), **change})
    with pytest.raises(RefusedError) as caught:
        approve(services, request, PAGE, spoken)
    assert str(caught.value.told) == sentence
    assert not [one for one in services.record.events(incident) if one.kind is EventKind.APPROVAL]


def test_a_text_with_another_problem_is_not_fit_to_be_approved(services: Services, incident: str) -> None:
    request = page(incident, "errors on pay-7f9c8d6b5-x2x4z when paying")
    with pytest.raises(RefusedError) as caught:
        approve(services, request, PAGE, yes(code(services, request)))
    assert "put its problems right first" in str(caught.value.told)


def test_two_approvals_are_two_people(services: Services, incident: str) -> None:
    request = ask(incident, "identified", messages=("executive_notification",))
    name = "executive_notification"
    read = code(services, request, name)
    assert "Incident Commander and Technical Lead" in said(services.prepare(request), "approval_missing")[0]
    approve(services, request, name, yes(read))
    assert "approval by Technical Lead:" in said(services.prepare(request), "approval_missing")[0]
    with pytest.raises(RefusedError) as caught:
        approve(services, request, name, yes(read, LEAD, "@MAYA  chen"))
    assert "has approved this text already" in str(caught.value.told)
    approve(services, request, name, yes(read, LEAD, "Tom Baker", way=ConsentWay.IN_PERSON))
    assert not services.prepare(request).is_blocked


def test_a_text_that_prints_the_time_keeps_that_of_its_code(services: Services, incident: str) -> None:
    first = services.clock.now()
    request = ask(incident, "identified", messages=("slack_update",), written_at={"slack_update": first})
    read = code(services, request, "slack_update")
    approve(services, request, "slack_update", yes(read, LEAD, way=ConsentWay.CHAT, link="https://chat/1"))
    later(services, 7)
    prepared = services.prepare(request)
    assert not prepared.is_blocked
    assert prepared.messages[0].message is not None
    assert f"INCIDENT UPDATE - {first:%H:%M} UTC" in prepared.messages[0].message.text
    without = replace(request, written_at={})  # the draft was lost; the record still knows
    assert not services.prepare(without).is_blocked
    later(services, 24)
    late = services.prepare(request)
    assert late.is_blocked
    assert late.messages[0].message is not None
    assert f"INCIDENT UPDATE - {services.clock.now():%H:%M} UTC" in late.messages[0].message.text


def test_where_the_plan_allows_it_a_reason_is_enough_and_stands_in_the_record(
    services: Services, incident: str
) -> None:
    request = ask(
        incident, "identified", messages=("slack_update",), overrides={"approval_missing": "nobody awake"}
    )
    published = services.publish(request)
    assert published.publish is not None, published.findings
    entries = [one for one in services.record.events(incident) if one.kind is EventKind.OVERRIDE]
    assert [one.reason for one in entries] == ["nobody awake"]
    assert services.publish(page(incident, overrides={"approval_missing": "nobody awake"})).publish is None


# --- given with the request, as a script does --------------------------------------------------------------------


def test_a_script_gives_the_approvals_and_they_are_recorded(services: Services) -> None:
    """Declared and published in one: the code is the same with each call, though the incident has no id yet."""
    first = ask(new(), messages=("slack_declaration", "status_investigating"))
    blocked = services.publish(first)
    assert (blocked.publish, blocked.incident_id) == (None, None)
    read = code(services, first, "status_investigating")
    later(services, 3)
    done = services.publish(replace(first, approvals=(given(read),)))
    assert done.publish is not None, done.findings
    entries = [
        one for one in services.record.events(done.publish.incident_id) if one.kind is EventKind.APPROVAL
    ]
    assert [one.text for one in entries] == [
        "Status page approved by Maya Chen (Incident Commander), by chat, "
        f"{services.clock.now():%H:%M} UTC, text {read}"
    ]


def test_a_script_s_code_of_some_minutes_ago_sends_the_text_of_then(
    services: Services, incident: str
) -> None:
    request = ask(incident, "identified", messages=("slack_update",))
    then, read = services.clock.now(), code(services, request, "slack_update")
    later(services, 9)
    assert code(services, request, "slack_update") != read
    prepared = services.prepare(replace(request, approvals=(given(read, LEAD),)))
    assert not prepared.is_blocked, prepared.findings
    assert prepared.messages[0].message is not None
    assert f"{then:%H:%M} UTC" in prepared.messages[0].message.text
    later(services, 40)
    assert services.prepare(replace(request, approvals=(given(read, LEAD),))).is_blocked


@pytest.mark.parametrize(
    ("approval", "sentence"),
    [
        (given("2222"), "The approval by Maya Chen names the code 2222, and no text of this round that waits for approval has it."),
        (given("", LEAD), "The plan does not ask Technical Lead about this message; it asks Incident Commander."),
        (given("", name="SAM lee"), "SAM lee is at the keyboard, and can't approve this text as Incident Commander: somebody else has to."),
    ],
)  # fmt: skip
def test_what_a_script_gives_and_can_t_count_keeps_the_round(
    services: Services, incident: str, approval: GivenApproval, sentence: str
) -> None:
    services.settings = services.settings._replace(name="Sam Lee")
    request = page(incident)
    approval = replace(approval, code=approval.code or code(services, request))
    prepared = services.prepare(replace(request, approvals=(approval,)))
    assert prepared.is_blocked
    assert said(prepared, "approval_refused") == [sentence]


# --- ways around it ---------------------------------------------------------------------------------------------


def test_a_message_that_needs_approval_is_not_rewritten_in_place(services: Services, incident: str) -> None:
    request = page(incident)
    approve(services, request, PAGE, yes(code(services, request)))
    published = services.publish(request)
    delivery = next(one for one in published.deliveries if one.template == PAGE)
    with pytest.raises(RefusedError) as caught:
        rewrite(services, delivery.id, "DRILL · Other words.", "wrong")
    assert "approval" in str(caught.value.told)


def test_an_entry_that_a_person_wrote_is_no_approval(services: Services, incident: str) -> None:
    request = page(incident)
    event = approve(services, request, PAGE, yes(code(services, request)))
    copied = replace(event, id="evt_note", kind=EventKind.NOTE)
    with_note = [one for one in services.record.events(incident) if one.kind is not EventKind.APPROVAL]
    from composer.services.consents import consents_in

    assert consents_in(services.plan, [*with_note, copied], ()) == ()
    damaged = replace(event, reason="SHA-256 12")
    assert consents_in(services.plan, [damaged], ()) == ()
    assert len(consents_in(services.plan, [event], ())) == 1


def test_times_before_the_incident_count_for_nothing(services: Services, incident: str) -> None:
    """A time that lies ahead is no time that a text was written at."""
    ahead = datetime(2030, 1, 1, tzinfo=NOW.tzinfo)
    request = ask(incident, "identified", messages=("slack_update",), written_at={"slack_update": ahead})
    message = services.prepare(request).messages[0].message
    assert message is not None
    assert f"{services.clock.now():%H:%M} UTC" in message.text
    assert services.clock.now() - NOW < timedelta(hours=1)
