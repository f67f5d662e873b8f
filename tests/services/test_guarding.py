"""The leak guard in a round: what it keeps from leaving, and what a person lets pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from composer.domain.channel import Channel
from composer.domain.errors import RefusedError
from composer.domain.findings import Level
from composer.domain.incident import EventKind
from composer.services import correcting
from composer.services.core import Services
from composer.services.letting_pass import permissions_of
from tests.services.asking import FIELDS, ask, new, open_services

LEAK = {"brief_description": "failed payments on db-prod-01"}
CODE = "leak_numbered_host"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


def leaks(findings: Any) -> list[tuple[str, str | None, Level]]:
    return [(one.code, one.field, one.level) for one in findings if one.code.startswith("leak_")]


def test_what_is_shipped_lets_nothing_out(services: Services) -> None:
    assert leaks(services.prepare(ask(new())).findings) == []


def test_a_host_name_keeps_the_page_from_being_published_and_slack_not(services: Services) -> None:
    prepared = services.prepare(ask(new(), values=FIELDS | LEAK))
    assert leaks(prepared.findings) == [(CODE, "brief_description", Level.BLOCKING)]
    assert prepared.is_blocked
    (finding,) = [one for one in prepared.findings if one.code == CODE]
    assert finding.span == (19, 29)
    assert services.publish(ask(new(), values=FIELDS | LEAK)).publish is None
    internal = FIELDS | {"summary": "db-prod-01 is full"}
    assert leaks(services.prepare(ask(new(), values=internal)).findings) == []


def test_a_secret_is_kept_from_slack_too(services: Services) -> None:
    values = FIELDS | {"summary": "token=abcd1234 is refused"}
    prepared = services.prepare(ask(new(), values=values))
    held = {one.channel for one in prepared.findings if one.code == "leak_assigned_secret"}
    assert held == {Channel.SLACK, Channel.PAGERDUTY}
    assert all(one.field == "summary" and one.level is Level.BLOCKING for one in prepared.findings)
    assert "abcd1234" not in "".join(one.text for one in prepared.findings)


def test_a_reason_lets_it_pass_and_stands_in_the_timeline(services: Services) -> None:
    published = services.publish(
        ask(new(), values=FIELDS | LEAK, overrides={CODE: "that is our product's name"})
    )
    assert published.publish is not None, published.findings
    assert leaks(published.findings) == [(CODE, "brief_description", Level.ADVICE)]
    assert published.incident_id is not None
    (event,) = [
        one for one in services.record.events(published.incident_id) if one.kind is EventKind.OVERRIDE
    ]
    assert "db-prod-01" in event.text
    assert event.reason == "that is our product's name"


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_reason_lets_nothing_pass(services: Services, reason: str) -> None:
    assert services.publish(ask(new(), values=FIELDS | LEAK, overrides={CODE: reason})).publish is None


def test_a_credential_that_is_kept_here_leaves_for_no_reason(services: Services) -> None:
    services._credentials.seen.add("Tr0ub4dor-and-3")
    values = FIELDS | {"summary": "Tr0ub4dor-and-3"}
    prepared = services.prepare(ask(new(), values=values, overrides={"leak_own_secret": "please"}))
    assert ("leak_own_secret", "summary", Level.BLOCKING) in leaks(prepared.findings)
    assert prepared.is_blocked


def test_staff_of_the_plan_is_kept_from_the_public_and_its_printed_addresses_are_not(
    services: Services,
) -> None:
    address = services.plan.organisation.support_email
    values = FIELDS | {"brief_description": f"failed payments; write to {address}"}
    assert leaks(services.prepare(ask(new(), values=values)).findings) == []


def test_a_rewrite_in_place_is_looked_at_as_well(services: Services) -> None:
    published = services.publish(ask(new()))
    page = next(one for one in published.deliveries if one.template == "status_investigating")
    text = correcting.correctable(services, page.id).message.text
    with pytest.raises(RefusedError, match="db-prod-01"):
        correcting.rewrite(services, page.id, text + " See db-prod-01.", "clearer")


def test_a_reason_for_words_holds_for_these_words_in_every_message_and_for_no_others(
    services: Services,
) -> None:
    values = FIELDS | LEAK | {"customer_impact": "Nothing on DB-PROD-01 works."}
    found = [one for one in services.prepare(ask(new(), values=values)).findings if one.code == CODE]
    (mark,) = {one.mark for one in found}
    assert "db-prod" not in mark.removeprefix(CODE).casefold(), "what may be a secret can't be read from it"
    let_pass = {mark: "the product's name"}
    published = services.prepare(ask(new(), values=values, let_pass=let_pass))
    assert {one.level for one in published.findings if one.code == CODE} == {Level.ADVICE}
    other = values | {"customer_impact": "Nothing on web-02 works."}
    (left,) = [one for one in services.prepare(ask(new(), values=other, let_pass=let_pass)).findings if one.mark and one.level is Level.BLOCKING]  # fmt: skip
    assert left.field == "customer_impact"
    assert other["customer_impact"][slice(*(left.span or ()))] == "web-02"


def test_no_reason_for_words_lets_a_credential_that_is_kept_here_pass(services: Services) -> None:
    services._credentials.seen.add("Tr0ub4dor-and-3")
    values = FIELDS | {"summary": "Tr0ub4dor-and-3"}
    (mark,) = {one.mark for one in services.prepare(ask(new(), values=values)).findings if one.code == "leak_own_secret"}  # fmt: skip
    assert mark == ""
    assert services.prepare(ask(new(), values=values, let_pass={"": "please"})).is_blocked


def overrides(services: Services, incident_id: str) -> list[tuple[str, str, str]]:
    return [
        (one.text, one.reason, one.by)
        for one in services.record.events(incident_id)
        if one.kind is EventKind.OVERRIDE
    ]


def test_what_was_let_pass_holds_in_the_next_rounds_for_the_same_words_field_and_channel_and_is_told_each_time(
    services: Services,
) -> None:
    values = FIELDS | LEAK
    (mark,) = {one.mark for one in services.prepare(ask(new(), values=values)).findings if one.code == CODE}
    first = services.publish(ask(new(), values=values, let_pass={mark: "the product's name"}))
    assert first.publish is not None, first.findings
    incident_id = first.publish.incident_id
    told = "Brief description: “db-prod-01” looks like a host name, which is not for customers."
    who = services.settings.who
    assert overrides(services, incident_id) == [(f"Let pass: {told}", "the product's name", who)]

    def found(phase: str = "identified", **more: Any) -> list[Any]:
        asked = ask(incident_id, phase, **more)
        return [one for one in services.prepare(asked).findings if one.code.startswith("leak_")]

    (carried,) = found(values=LEAK)
    assert carried.level is Level.ADVICE
    assert str(carried.text) == f"{told} Let pass by {who}, 2026-11-23 14:00 UTC: the product's name"
    (other,) = found(values={"brief_description": "failed payments on db-prod-02"})
    assert other.level is Level.BLOCKING, "other words ask anew"
    (elsewhere,) = found(values=LEAK | {"brief_description": "fine", "expected_resolution": "db-prod-01"})
    assert elsewhere.level is Level.BLOCKING, "so do the same words in another field"
    (kept_back,) = found(values=LEAK, let_pass={mark: ""})
    assert kept_back.level is Level.BLOCKING, "and the permission can be taken back"

    services.publish(ask(incident_id, "identified", values=LEAK))
    services.publish(ask(incident_id, "monitoring", values=LEAK, messages=["status_monitoring"]))
    again = (f"Let pass: {told} As before.", "the product's name", who)
    assert overrides(services, incident_id)[1:] == [again] * 2
    assert "14:00 UTC: the" in found("monitoring", values=LEAK, messages=["status_monitoring"])[0].text, (
        "who gave it first is still told"
    )
    services.publish(ask(incident_id, "monitoring", values={"brief_description": "x"}, let_pass={mark: ""}))
    assert overrides(services, incident_id)[-1] == (f"Kept back again: {told}", "", who)
    assert found("monitoring", values=LEAK, messages=["status_monitoring"])[0].level is Level.BLOCKING
    assert services.record.verify() == ()
    events = [one for one in services.record.events(incident_id) if one.kind is EventKind.OVERRIDE][:1]
    older = [replace(one, text=told) for one in events]
    assert permissions_of(older) == permissions_of(events) != {}, (
        "older records do not say that it was let pass"
    )


def test_a_secret_that_was_let_pass_in_one_channel_is_kept_from_the_others_in_the_next_round(
    services: Services,
) -> None:
    secret = {"summary": "token=abcd1234 is refused"}
    reasons = {"leak_assigned_secret": "it is revoked"}
    first = services.publish(ask(new(), values=FIELDS | secret, overrides=reasons))
    assert first.incident_id is not None
    values = secret | {
        "executive_summary": "token=abcd1234 is refused",
        "brief_description": secret["summary"],
    }
    round_ = services.prepare(ask(first.incident_id, "identified", values=values))
    levels = {(one.channel, one.field): one.level for one in round_.findings if one.code.startswith("leak_")}
    assert levels[Channel.SLACK, "summary"] is Level.ADVICE
    assert levels[Channel.EXECUTIVE, "executive_summary"] is Level.BLOCKING
    assert levels[Channel.STATUS_PAGE, "brief_description"] is Level.BLOCKING
