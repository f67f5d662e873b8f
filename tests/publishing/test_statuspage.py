"""Statuspage over HTTP, against a page with a memory. Numbers in names are those of the fault list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.clock import SimulatedClock, SystemClock
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryState
from composer.publishing.destinations.statuspage import Statuspage as Page
from composer.publishing.page_components import PageComponents
from composer.publishing.port import CannotTell, Doubt, NotAccepted, NotFound, Sent
from tests.publishing.http_doubts import DOUBTS, HTML
from tests.publishing.samples import Told, delivery, job
from tests.vendors.server import (
    Fault,
    accepts_but_says,
    hangs_up,
    loses_reply,
    nobody,
    refuses,
)
from tests.vendors.statuspage import API_KEY, PAGE, Statuspage
from tests.vendors.wired import api_to

NAMES = {"api": "API", "payments": "Payments", "skillpod": "SkillPod sessions"}
CREATE = ("POST", r"/incidents$")
CHANGE = ("PATCH", r"/incidents/[^/]+$")


class Memory:
    """What is known of the page's incidents here, and what was shown of them."""

    def __init__(self) -> None:
        self.known: set[str] = set()
        self.shown: dict[str, str] = {}

    def is_known(self, public_id: str, incident_id: str | None) -> bool:
        return bool({public_id, incident_id} & self.known)

    def may_pass(self, delivery: Delivery, public_id: str) -> bool:
        return delivery.insisted and public_id in self.shown

    def show(self, delivery: Delivery, found: Mapping[str, str]) -> None:
        self.shown |= found


class Wired:
    """The destination, and the deliveries that were stored before."""

    def __init__(self, page: Page, file: Path, memory: Memory) -> None:
        self.page = page
        self.file = file
        self.memory = memory
        self.stored: list[Delivery] = []

    def send(self, one: Delivery, told: Told | None = None) -> Any:
        """Carry a delivery out and store what became of it."""
        outcome = self.page.deliver(job(one, told=told))
        match outcome:
            case Sent(vendor_id, url):
                self.stored.append(replace(one, state=DeliveryState.SENT, vendor_id=vendor_id, url=url))
            case Doubt():
                self.stored.append(replace(one, state=DeliveryState.UNKNOWN))
            case NotAccepted():
                self.stored.append(replace(one, state=DeliveryState.FAILED))
        return outcome


@pytest.fixture
def vendor() -> Iterator[Statuspage]:
    with Statuspage() as service:
        yield service


@pytest.fixture
def wired(vendor: Statuspage, tmp_path: Path) -> Iterator[Wired]:
    yield from wire(vendor.url, tmp_path)


def wire(address: str, folder: Path, key: str = API_KEY) -> Iterator[Wired]:
    with api_to(address + "/v1", key, scheme="OAuth ") as api:
        clock = SystemClock()
        components = PageComponents(folder / "cache" / "statuspage.json", NAMES, clock)
        one: Wired

        def earlier(delivery: Delivery) -> list[Delivery]:
            return [each for each in one.stored if each.id != delivery.id]

        memory = Memory()
        page = Page(api, PAGE, components, earlier, clock, memory, settle_s=0)
        one = Wired(page, folder / "cache" / "statuspage.json", memory)
        yield one


def update(
    delivery_id: str, status: str = "investigating", body: str = "We are looking.", **more: Any
) -> Delivery:
    incident = {
        "id": "inc-1",
        "name": "Payments are failing",
        "status": status,
        "body": body,
        "components": {"payments": "major_outage"},
        "impact": "critical",
        "deliver_notifications": True,
        "metadata": {"incident_composer": {"delivery_id": delivery_id}},
        **more,
    }
    one = delivery(
        delivery_id, {"incident": incident, "at": "2026-11-23T14:00:00+00:00"}, channel=Channel.STATUS_PAGE
    )
    return replace(one, created_at=datetime.now(UTC), attempts=1)


def test_an_incident_is_opened_updated_and_resolved(vendor: Statuspage, wired: Wired) -> None:
    told = Told()
    sent = wired.send(update("d1"), told)
    (incident,) = vendor.incidents.values()
    assert sent == Sent(incident["id"], incident["shortlink"])
    assert told.wires == 1
    assert incident["impact"] == "critical"
    assert incident["metadata"]["incident_composer"] == {"delivery_id": "d1", "incident_id": "inc-1"}
    assert vendor.status_of("Payments") == "major_outage"
    assert vendor.components["grp0"]["status"] == "operational"  # a group of the same name is none
    assert vendor.notified == 1
    quiet = wired.send(update("d2", "identified", "Found.", deliver_notifications=False))
    assert quiet.vendor_id == incident["incident_updates"][0]["id"]
    assert vendor.notified == 1
    wired.send(update("d3", "resolved", "Over.", components={"payments": "operational"}))
    assert vendor.status_of("Payments") == "operational"
    assert [one["delivery_id"] for one in vendor.ledger.of("update")] == ["d1", "d2", "d3"]
    assert len(vendor.incidents) == 1
    for request in vendor.requests("POST", "incidents") + vendor.requests("PATCH", "incidents"):
        assert isinstance(
            request.json["incident"]["deliver_notifications"], bool
        )  # never left to the default
    reopened = wired.send(update("d4", "investigating", "It is back."))
    assert isinstance(reopened, Sent)
    assert incident["status"] == "investigating"


def test_metadata_of_other_tools_stays(vendor: Statuspage, wired: Wired) -> None:
    wired.send(update("d1"))
    (incident,) = vendor.incidents.values()
    incident["metadata"]["jira"] = {"ticket": "OPS-1"}
    wired.send(update("d2", "identified", "Found."))
    assert incident["metadata"] == {
        "jira": {"ticket": "OPS-1"},
        "incident_composer": {"delivery_id": "d2", "incident_id": "inc-1"},
    }


def test_a_name_changed_on_the_web_stays_unless_ours_changed(vendor: Statuspage, wired: Wired) -> None:
    wired.send(update("d1"))
    (incident,) = vendor.incidents.values()
    incident["name"] = "Better words"
    wired.send(update("d2", "identified", "Found."))
    assert incident["name"] == "Better words"
    wired.send(update("d3", "monitoring", "Fixed.", name="Card payments failed"))
    assert incident["name"] == "Card payments failed"


def test_a_component_that_the_page_does_not_have_is_a_note(vendor: Statuspage, wired: Wired) -> None:
    sent = wired.send(update("d1", components={"payments": "major_outage", "skillpod": "major_outage"}))
    assert sent.notes == ("The page has no component “SkillPod sessions”, so its state is not shown there.",)


def test_components_are_read_once_and_known_without_the_page(vendor: Statuspage, wired: Wired) -> None:
    for number in range(150):
        vendor.components[f"x{number}"] = {
            "id": f"x{number}",
            "name": f"X {number}",
            "group": False,
            "status": "operational",
        }
    wired.send(update("d1"))
    wired.send(update("d2", "identified", "Found."))
    assert len(vendor.requests("GET", "components")) == 2  # two pages of rows, one reading
    again = PageComponents(wired.file, {"x": "X 149"}, SystemClock())
    assert again.known
    assert again.states({"x": "operational"}) == ({"x149": "operational"}, [])
    wired.file.write_bytes(b"{")
    assert PageComponents(wired.file, {"x": "X 149"}, SystemClock()).states({"x": "operational"}) == (
        {},
        ["X 149"],
    )


def test_the_wording_of_an_update_is_corrected_and_nobody_is_told(vendor: Statuspage, wired: Wired) -> None:
    wired.send(update("d1"))
    wired.send(update("d2", "identified", "Found."))
    notified = vendor.notified
    first, second = wired.stored
    for one, words in (
        (first, "We look…"),
        (first, "We look."),
        (second, "Found it…"),
        (second, "Found it."),
    ):
        new = json.loads(one.payload)
        new["incident"]["body"] = words
        assert wired.page.amend(one, json.dumps(new).encode()) is None
    (incident,) = vendor.incidents.values()
    assert [one["body"] for one in incident["incident_updates"]] == ["Found it.", "We look."]
    assert vendor.notified == notified


# --- somebody else at the page ------------------------------------------------------------------------------------


def test_59_what_somebody_else_posted_meanwhile_is_shown_and_nothing_is_sent(
    vendor: Statuspage, wired: Wired
) -> None:
    wired.send(update("d1"))
    (incident,) = vendor.incidents.values()
    vendor.post(incident["id"], "resolved", "All good again, says the web.")
    told = Told()
    outcome = wired.send(update("d2", "identified", "Found."), told)
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is None
    assert "Somebody else posted" in outcome.error
    assert "All good again, says the web" in outcome.error
    assert told.wires == 0
    assert incident["status"] == "resolved"  # never reopened silently
    # A person has looked at it, and wants it sent after all.
    one = replace(
        update("d2", "identified", "Found."),
        insisted=True,
        queued_at=datetime.now(UTC) + timedelta(seconds=1),
    )
    assert isinstance(wired.send(one), Sent)
    vendor.post(incident["id"], "monitoring", "And again.")
    late = replace(
        update("d3", "monitoring", "x"), insisted=True, queued_at=datetime.now(UTC) - timedelta(seconds=9)
    )
    assert isinstance(wired.send(late), NotAccepted)


def test_an_update_of_ours_is_known_however_the_page_gives_it_back(vendor: Statuspage, wired: Wired) -> None:
    vendor.dresses_words = True
    ids = [wired.send(update(f"d{n}", status, f"Text {n}.")).vendor_id for n, status in enumerate(
        ("investigating", "identified", "monitoring")
    )]  # fmt: skip
    (incident,) = vendor.incidents.values()
    assert ids == [
        incident["id"],
        incident["incident_updates"][1]["id"],
        incident["incident_updates"][0]["id"],
    ]
    vendor.post(incident["id"], "resolved", "Not ours.")
    assert isinstance(wired.send(update("d9", "monitoring", "Text 9.")), NotAccepted)


def test_59_an_incident_deleted_meanwhile_is_not_made_anew(vendor: Statuspage, wired: Wired) -> None:
    wired.send(update("d1"))
    vendor.incidents.clear()
    outcome = wired.send(update("d2", "identified", "Found."))
    assert isinstance(outcome, NotAccepted)
    assert "deleted" in outcome.error
    assert vendor.incidents == {}


def test_60_another_computer_of_ours_opened_it_already(vendor: Statuspage, wired: Wired) -> None:
    wired.send(update("d1"))
    wired.stored.clear()  # here nothing is known of it
    outcome = wired.send(update("d2", "identified", "Found."))
    assert isinstance(outcome, NotAccepted)
    assert "Somebody else posted" in outcome.error
    assert len(vendor.incidents) == 1


def opened_on_the_web(vendor: Statuspage, name: str = "API is down", status: str = "investigating") -> str:
    """Somebody opens an incident by the page's own form."""
    vendor._create({"name": name, "status": status, "body": "We look into it."})
    return list(vendor.incidents)[-1]


def test_what_somebody_opened_meanwhile_keeps_ours_from_being_opened_until_a_person_says_so(
    vendor: Statuspage, wired: Wired
) -> None:
    opened_on_the_web(vendor, "Planned work", "resolved")
    vendor.incidents[opened_on_the_web(vendor, "Planned work")]["status"] = "in_progress"  # maintenance
    of_another_of_ours = opened_on_the_web(vendor, "Search is slow")
    wired.memory.known = {of_another_of_ours}
    web = opened_on_the_web(vendor)
    told = Told()
    before = len(vendor.ledger.entries)
    outcome = wired.send(update("d1"), told)
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is None
    assert "“API is down” (investigating, since " in outcome.error
    assert "Search is slow" not in outcome.error
    assert "Planned" not in outcome.error
    assert outcome.error.endswith("Adopt it; or send ours again, if that is another incident.")
    assert list(wired.memory.shown) == [web]
    # That a person wanted it although it was stale says nothing of what they were never shown.
    wired.memory.shown = {}
    insisting = replace(update("d1"), insisted=True, queued_at=datetime.now(UTC) + timedelta(seconds=1))
    assert isinstance(wired.send(insisting, told), NotAccepted)
    assert told.wires == 0
    assert len(vendor.ledger.entries) == before
    # Now it was shown; but meanwhile somebody opened another one.
    second = opened_on_the_web(vendor, "Login fails")
    outcome = wired.send(insisting, told)
    assert isinstance(outcome, NotAccepted)
    assert "“Login fails”" in outcome.error
    assert isinstance(wired.send(insisting, told), Sent)
    assert [one["delivery_id"] for one in vendor.ledger.entries if one["delivery_id"]] == ["d1"]
    assert [one["body"] for one in vendor.ledger.entries].count("We are looking.") == 1
    assert vendor.incidents[second]["status"] == "investigating"


# --- what may have arrived is looked up ---------------------------------------------------------------------------


def test_06_what_was_accepted_without_an_answer_is_found(vendor: Statuspage, wired: Wired) -> None:
    vendor.fail(*CREATE, loses_reply())
    first = update("d1")
    assert isinstance(wired.send(first), Doubt)
    wired.stored.clear()
    (incident,) = vendor.incidents.values()
    found = wired.page.look_up(job(first))
    assert found == Sent(incident["id"], incident["shortlink"])
    wired.stored.append(replace(first, state=DeliveryState.SENT, vendor_id=incident["id"]))
    vendor.fail(*CHANGE, loses_reply())
    second = update("d2", "identified", "Found.")
    assert isinstance(wired.send(second), Doubt)
    assert wired.page.look_up(job(second)) == Sent(
        incident["incident_updates"][0]["id"], incident["shortlink"]
    )
    # The marker has been overwritten by a later update: body and time tell.
    del wired.stored[-1]
    vendor.post(incident["id"], "monitoring", "Later.")
    incident["metadata"] = {}
    assert wired.page.look_up(job(second)) == Sent(
        incident["incident_updates"][1]["id"], incident["shortlink"]
    )
    assert wired.page.look_up(job(update("d9", "identified", "Never sent."))) == NotFound()


def test_an_equal_text_of_another_delivery_is_not_taken_for_it(vendor: Statuspage, wired: Wired) -> None:
    wired.send(update("d1"))
    wired.send(update("d2", body="Still looking."))
    (incident,) = vendor.incidents.values()
    incident["metadata"] = {}
    same = update("d3", body="Still looking.")
    assert wired.page.look_up(job(same)) == NotFound()
    vendor.post(incident["id"], "investigating", "Still looking.")
    assert isinstance(wired.page.look_up(job(same)), Sent)


def test_what_was_just_sent_is_asked_for_twice_and_what_is_old_once(vendor: Statuspage, wired: Wired) -> None:
    clock = SimulatedClock(datetime.now(UTC))
    wired.page._clock, wired.page._settle_s = clock, 5.0
    assert wired.page.look_up(job(update("d1"))) == NotFound()
    assert clock.monotonic() == 5
    old = replace(update("d1"), created_at=datetime.now(UTC) - timedelta(hours=1))
    assert wired.page.look_up(job(old)) == NotFound()
    assert clock.monotonic() == 5


def test_a_look_up_reads_the_incident_it_knows_first_and_pages_on_where_it_knows_none(
    vendor: Statuspage, wired: Wired
) -> None:
    wired.send(update("d1"))
    vendor.fail(*CHANGE, loses_reply())
    second = update("d2", "identified", "Found.")
    assert isinstance(wired.send(second), Doubt)
    (own,) = vendor.incidents
    row = {"status": "resolved", "name": "Old", "created_at": vendor._now(), "incident_updates": []}
    newer = {f"new{number}": {**row, "id": f"new{number}"} for number in range(250)}
    vendor.incidents |= newer  # far more than one page of the list
    vendor.seen.clear()
    assert isinstance(wired.page.look_up(job(second)), Sent)
    assert [one.path.rpartition("/")[2] for one in vendor.seen] == [own]
    # The first one's answer was lost: its incident is found on the third page.
    first = wired.stored[0]
    wired.stored.clear()
    assert wired.page.look_up(job(first)) == Sent(own, vendor.incidents[own]["shortlink"])
    assert len(vendor.requests("GET", "incidents$")) == 3
    # Of a thousand and more the newest thousand are read. What is not there, and would be newer, is not there.
    vendor.incidents |= {f"more{number}": {**row, "id": f"more{number}"} for number in range(1000)}
    never = update("d9", body="Never sent.")
    assert wired.page.look_up(job(never)) == CannotTell(
        "The page has more than 1,000 incidents, so ours can't be looked for among them. Look at the page."
    )
    for one in vendor.incidents.values():
        one["created_at"] = "2026-01-01T00:00:00+00:00"
    assert wired.page.look_up(job(never)) == NotFound()


def test_only_the_status_says_that_something_is_not_there(vendor: Statuspage, wired: Wired) -> None:
    wired.send(update("d1"))
    vendor.fail("GET", "/incidents/inc", refuses(400, {"error": "worker (404) failed"}))
    outcome = wired.send(update("d2", "identified", "Found."))
    assert isinstance(outcome, NotAccepted)
    assert "worker (404) failed" in outcome.error
    assert len(vendor.ledger.entries) == 1


def test_a_page_that_can_not_be_asked_can_not_tell(vendor: Statuspage, wired: Wired) -> None:
    vendor.fail("GET", "incidents", refuses(503))
    assert isinstance(wired.page.look_up(job(update("d1"))), CannotTell)


# --- the fault list -----------------------------------------------------------------------------------------------

NOT_ACCEPTED: list[tuple[str, Callable[[Statuspage], Fault], bool]] = [
    ("47_420", lambda v: refuses(420, {"error": "slow down"}, Retry_After="30"), True),
    ("47_429", lambda v: refuses(429, {"error": "slow down"}, Retry_After="30"), True),
    ("49_429_without_a_time", lambda v: refuses(429), True),
    ("51_401", lambda v: refuses(401, {"error": "Could not authenticate"}), False),
    ("51_403", lambda v: refuses(403), False),
    ("52_422", lambda v: refuses(422, {"error": ["Name can't be blank"]}), False),
    ("52_400", lambda v: refuses(400, {"message": "bad"}), False),
    ("52_413", lambda v: refuses(413), False),
    ("53_302", lambda v: refuses(302, Location="http://127.0.0.1:1/"), False),
    ("53_308", lambda v: refuses(308, Location="http://127.0.0.1:1/"), False),
]
IN_DOUBT: list[tuple[str, Callable[[Statuspage], Fault]]] = [
    *DOUBTS,
    ("46_no_id", lambda v: accepts_but_says(200, {"id": 7})),
    ("50_504", lambda v: accepts_but_says(504)),
]


@pytest.mark.parametrize("what", [CREATE, CHANGE], ids=["create", "change"])
@pytest.mark.parametrize(("name", "fault", "again"), NOT_ACCEPTED, ids=[one[0] for one in NOT_ACCEPTED])
def test_proven_not_accepted(
    vendor: Statuspage,
    wired: Wired,
    name: str,
    fault: Callable[[Statuspage], Fault],
    again: bool,
    what: tuple[str, str],
) -> None:
    before = 0
    if what is CHANGE:
        wired.send(update("d1"))
        before = 1
    vendor.fail(*what, fault(vendor))
    outcome = wired.send(update("d2", "identified", "Found."))
    assert isinstance(outcome, NotAccepted), outcome
    assert (outcome.retry_after_s is not None) is again
    if name.startswith("47"):
        assert outcome.retry_after_s == 30
    if name == "52_422":
        assert "Name can't be blank" in outcome.error
    assert API_KEY not in outcome.error
    assert len(vendor.ledger.entries) == before


@pytest.mark.parametrize("what", [CREATE, CHANGE], ids=["create", "change"])
@pytest.mark.parametrize(("name", "fault"), IN_DOUBT, ids=[one[0] for one in IN_DOUBT])
def test_any_doubt_is_told_and_the_look_up_settles_it(
    vendor: Statuspage, wired: Wired, name: str, fault: Callable[[Statuspage], Fault], what: tuple[str, str]
) -> None:
    before = 0
    if what is CHANGE:
        wired.send(update("d1"))
        before = 1
    vendor.fail(*what, fault(vendor))
    one = update("d2", "identified", "Found.")
    outcome = wired.send(one)
    assert isinstance(outcome, Doubt), outcome
    assert len(vendor.requests(*what)) == 1
    assert API_KEY not in outcome.error
    accepted = 0 if "before_acceptance" in name else 1
    assert len(vendor.ledger.entries) == before + accepted
    assert isinstance(wired.page.look_up(job(one)), Sent if accepted else NotFound)
    assert vendor.notified == before + accepted


@pytest.mark.parametrize("fault", [refuses(500), hangs_up(), refuses(200, HTML), refuses(429)], ids=range(4))
def test_trouble_with_reading_the_page_first_sends_nothing_and_is_tried_again(
    vendor: Statuspage, wired: Wired, fault: Fault
) -> None:
    vendor.fail("GET", "incidents", fault)
    told = Told()
    outcome = wired.send(update("d1"), told)
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is not None
    assert told.wires == 0
    assert vendor.ledger.entries == []
    assert "may have arrived" not in outcome.error


def test_components_that_can_not_be_read_come_from_what_was_read_before(
    vendor: Statuspage, wired: Wired
) -> None:
    vendor.fail("GET", "components", refuses(500))
    assert isinstance(wired.send(update("d1")), NotAccepted)  # never read: their ids are not known
    wired.file.parent.mkdir(exist_ok=True)
    rows = [{"id": "cmp1", "name": "Payments", "group": False}]
    wired.file.write_text(json.dumps({"components": rows}), encoding="utf-8")
    wired.page._components = PageComponents(wired.file, NAMES, SystemClock())
    vendor.fail("GET", "components", refuses(500))
    assert isinstance(wired.send(update("d1")), Sent)
    assert vendor.status_of("Payments") == "major_outage"


def test_33_nobody_listens(tmp_path: Path) -> None:
    told = Told()
    with nobody() as address:
        for wired in wire(address, tmp_path):
            outcome = wired.send(update("d1"), told)
            later = wired.send(replace(update("d1"), attempts=5), told)
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is not None
    assert told.wires == 0
    # However often: an outage of a minute must not use up all tries.
    assert isinstance(later, NotAccepted)
    assert later.retry_after_s is not None
    assert later.retry_after_s > 20


def test_51_a_wrong_key_sends_nothing(vendor: Statuspage, tmp_path: Path) -> None:
    for wired in wire(vendor.url, tmp_path, "wrong-key-0000"):
        outcome = wired.send(update("d1"))
        assert isinstance(outcome, NotAccepted)
        assert "Could not authenticate. Enter its token again" in outcome.error
        assert outcome.retry_after_s is None
