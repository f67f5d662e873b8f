"""PagerDuty over HTTP, against an account with a memory. Numbers in names are those of the fault list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from composer.domain.delivery import Delivery, DeliveryKind
from composer.publishing.destinations.pagerduty import PagerDuty as Account
from composer.publishing.port import CannotTell, Doubt, NotAccepted, NotFound, Sent
from tests.publishing.samples import Told, job, pagerduty_update
from tests.vendors.pagerduty import API_KEY, USER, PagerDuty
from tests.vendors.server import (
    Fault,
    accepts_but_says,
    breaks_off,
    hangs_up,
    loses_reply,
    nobody,
    refuses,
    resets,
    says_nothing,
)
from tests.vendors.wired import api_to

SEND = ("POST", r"/status_updates$")
VERSION = "application/vnd.pagerduty+json;version=2"


def update(incident: str | None = "PABC123") -> Delivery:
    one = pagerduty_update("d1")
    payload = {"pagerduty_incident": incident, "message": "Payments are failing.", "delivery_id": "d1"}
    return replace(one, payload=json.dumps(payload).encode(), attempts=1)


@pytest.fixture
def vendor() -> Iterator[PagerDuty]:
    with PagerDuty() as service:
        yield service


@pytest.fixture
def account(vendor: PagerDuty) -> Iterator[Account]:
    kind = "application/json"
    with api_to(
        vendor.url, API_KEY, scheme="Token token=", Accept=VERSION, From=USER, Content_Type=kind
    ) as api:
        yield Account(api, USER)


def test_a_status_update_is_posted(vendor: PagerDuty, account: Account) -> None:
    told = Told()
    assert account.deliver(job(update(), told=told)) == Sent(
        "PS000000", "https://acme.pagerduty.com/incidents/PABC123"
    )
    assert told.wires == 1
    assert [one["message"] for one in vendor.ledger.entries] == ["Payments are failing."]
    (request,) = vendor.requests(*SEND)
    assert request.json == {"message": "Payments are failing."}


def of_kind(kind: DeliveryKind, **more: object) -> Delivery:
    payload = {"pagerduty_incident": "PABC123", "message": "Help with Stripe (ref 81d0e3)", **more}
    return replace(update(), kind=kind, payload=json.dumps(payload).encode())


def test_a_note_is_written_and_found_by_its_mark(vendor: PagerDuty, account: Account) -> None:
    note = of_kind(DeliveryKind.NOTE)
    assert account.look_up(job(note)) == NotFound()
    assert account.deliver(job(note)) == Sent("PN000000", "https://acme.pagerduty.com/incidents/PABC123")
    (written,) = vendor.ledger.of("note")
    assert written["message"] == "Help with Stripe (ref 81d0e3)"
    assert account.look_up(job(note)) == Sent("PN000000")
    vendor.fail("POST", r"/notes$", loses_reply())
    other = of_kind(DeliveryKind.NOTE, message="Rolled back (ref 81d0e4)")
    assert isinstance(account.deliver(job(other)), Doubt)
    assert account.look_up(job(other)) == Sent("PN000001")


def test_somebody_is_asked_for_help(vendor: PagerDuty, account: Account) -> None:
    targets = [{"id": "EPAY", "type": "escalation_policy_reference"}, {"id": "U1", "type": "user_reference"}]
    call = of_kind(DeliveryKind.PAGE, targets=targets)
    assert account.deliver(job(call)) == Sent(None, "https://acme.pagerduty.com/incidents/PABC123")
    (paged,) = vendor.ledger.of("page")
    assert paged["targets"] == ["EPAY", "U1"]
    assert isinstance(account.look_up(job(call)), CannotTell)


def test_nobody_is_paged_where_the_plan_names_nobody_pagerduty_knows(
    vendor: PagerDuty, account: Account
) -> None:
    unknown = of_kind(DeliveryKind.PAGE, targets=[{"id": "PGONE", "type": "user_reference"}])
    said = account.deliver(job(unknown))
    assert isinstance(said, NotAccepted)
    assert "no such responder" in said.error
    vendor.fail(
        "POST",
        r"/responder_requests$",
        refuses(402, {"error": {"message": "Account does not have the coordinated responding ability"}}),
    )
    targets = [{"id": "EPAY", "type": "escalation_policy_reference"}]
    said = account.deliver(job(of_kind(DeliveryKind.PAGE, targets=targets)))
    assert isinstance(said, NotAccepted)
    assert "coordinated responding" in said.error
    vendor.users = {"U2": "else@example.com"}
    told = Told()
    said = account.deliver(job(of_kind(DeliveryKind.PAGE, targets=targets), told=told))
    assert isinstance(said, NotAccepted)
    assert "no user of the account" in said.error
    assert (told.wires, vendor.ledger.entries) == (0, [])


@pytest.mark.parametrize("kind", [DeliveryKind.NOTE, DeliveryKind.PAGE])
def test_the_answer_to_something_else_is_doubt(
    vendor: PagerDuty, account: Account, kind: DeliveryKind
) -> None:
    call = of_kind(kind, targets=[{"id": "EPAY", "type": "escalation_policy_reference"}])
    for content in (
        {},
        {"note": {"id": "PN1", "content": "else"}},
        {"responder_request": {"message": "else"}},
    ):
        vendor.fail("POST", r"/(notes|responder_requests)$", accepts_but_says(200, content))
        assert isinstance(account.deliver(job(call)), Doubt)


@pytest.mark.parametrize("incident", ["PGONE", "../users", None, ""])
def test_an_incident_that_is_not_there_sends_nothing(
    vendor: PagerDuty, account: Account, incident: str | None
) -> None:
    told = Told()
    outcome = account.deliver(job(update(incident), told=told))
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is None
    assert told.wires == 0


@pytest.mark.parametrize(
    ("name", "fault", "again"),
    [
        ("47_429", refuses(429, None, ratelimit_reset="7"), 7),
        ("51_401", refuses(401, {"error": {"message": "Unauthorized"}}), None),
        ("51_402", refuses(402), None),
        ("52_400", refuses(400, {"error": {"message": "Invalid", "errors": ["From is unknown"]}}), None),
        ("53_307", refuses(307, Location="http://127.0.0.1:1/"), None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_proven_not_accepted(
    vendor: PagerDuty, account: Account, name: str, fault: Fault, again: float | None
) -> None:
    vendor.fail(*SEND, fault)
    outcome = account.deliver(job(update()))
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s == again
    if name == "52_400":
        assert "From is unknown" in outcome.error
    assert vendor.ledger.entries == []


IN_DOUBT: list[tuple[str, Callable[[PagerDuty], Fault]]] = [
    ("36_captive_portal", lambda v: accepts_but_says(200, b"<html>Log in</html>")),
    ("40_no_answer", says_nothing),
    ("41_closed", lambda v: loses_reply()),
    ("41_reset", lambda v: resets()),
    ("41_closed_before_acceptance", lambda v: hangs_up()),
    ("42_half_an_answer", lambda v: breaks_off()),
    ("45_no_json", lambda v: accepts_but_says(200, b"[")),
    (
        "46_another_answer",
        lambda v: accepts_but_says(200, {"status_update": {"id": "P1", "message": "other"}}),
    ),
    ("50_408", lambda v: accepts_but_says(408)),
    ("50_500", lambda v: accepts_but_says(500)),
]


@pytest.mark.parametrize(("name", "fault"), IN_DOUBT, ids=[one[0] for one in IN_DOUBT])
def test_any_doubt_asks_a_person(
    vendor: PagerDuty, account: Account, name: str, fault: Callable[[PagerDuty], Fault]
) -> None:
    vendor.fail(*SEND, fault(vendor))
    assert isinstance(account.deliver(job(update())), Doubt)
    assert len(vendor.requests(*SEND)) == 1
    assert isinstance(account.look_up(job(update())), CannotTell)


def test_trouble_with_asking_first_is_tried_again(vendor: PagerDuty, account: Account) -> None:
    vendor.fail("GET", "incidents", refuses(500), hangs_up())
    for _ in range(2):
        outcome = account.deliver(job(update()))
        assert isinstance(outcome, NotAccepted)
        assert outcome.retry_after_s is not None
    refused = account.amend(update(), b"{}")
    assert refused is not None
    assert "another one" in refused.error


def test_33_nobody_listens() -> None:
    with nobody() as address, api_to(address, API_KEY) as api:
        outcome = Account(api).deliver(job(update()))
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is not None
