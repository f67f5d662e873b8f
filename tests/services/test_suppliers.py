"""External services asked over a real network on this computer: politely, within limits, and never believed more than they say."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from composer.clock import SimulatedClock
from composer.domain.health import HealthState
from composer.domain.plan import ExternalService, FeedRules
from composer.domain.sayings import Code, told
from composer.services.supplier_choice import NOBODY_OUTSIDE
from composer.services.suppliers import Suppliers
from tests.domain.shipped import plan as shipped_plan
from tests.vendors import feeds
from tests.vendors.feeds import Feeds
from tests.vendors.server import drips, floods, hangs_up, nobody, refuses

PLAN = shipped_plan()
NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
SINCE = datetime(2026, 11, 23, 13, 49, tzinfo=UTC)
MINUTE = 60.0
RULES = FeedRules(every_minutes=5, jitter_percent=20, wait_s=1, slowest_minutes=60)
GOOD = feeds.statuspage(at=NOW)
OPEN = feeds.statuspage(at=NOW, incidents=[feeds.incident("Card errors", SINCE)])
OPERATIONAL, AFFECTED, UNKNOWN = HealthState.OPERATIONAL, HealthState.AFFECTED, HealthState.UNKNOWN


@pytest.fixture
def page() -> Iterator[Feeds]:
    with Feeds() as running:
        yield running


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(NOW)


def watched(
    *addresses: str, clock: SimulatedClock | None = None, practice: bool = False, **more: Any
) -> Suppliers:
    services = tuple(ExternalService("Stripe", "", "", one) for one in addresses)
    plan = replace(PLAN, services=services, feeds=more.pop("rules", RULES))
    options = {"chance": lambda: 0.5, "environment": {}, **more}
    return Suppliers(plan, practice=practice, clock=clock or SimulatedClock(NOW), **options)


def asked_once(suppliers: Suppliers) -> tuple[HealthState, str]:
    try:
        assert suppliers.look()
        (found,) = suppliers.asked
        return found.state, found.why
    finally:
        suppliers.close()


def test_each_is_asked_in_turn_and_again_after_its_time_by_its_mark(
    page: Feeds, clock: SimulatedClock
) -> None:
    one, two = (
        page.put("/one", GOOD, etag='W/"a1"'),
        page.put("/two", OPEN, modified="Mon, 23 Nov 2026 13:50:00 GMT"),
    )
    suppliers = watched(one, two, clock=clock)
    assert [(health.state, health.read_at) for health in suppliers.asked] == [(UNKNOWN, None)] * 2
    assert suppliers.look()
    assert suppliers.look()
    assert not suppliers.look(), "nothing is due before its time"
    assert suppliers.next_in_s() == 5 * MINUTE
    clock.advance(timedelta(minutes=5))
    while suppliers.look():
        pass
    suppliers.close()
    first, second = page.requests("GET", "/one"), page.requests("GET", "/two")
    assert [seen.headers.get("if-none-match") for seen in first] == [None, 'W/"a1"']
    assert [seen.headers.get("if-modified-since") for seen in second] == [
        None,
        "Mon, 23 Nov 2026 13:50:00 GMT",
    ]
    assert not any({"authorization", "cookie"} & seen.headers.keys() for seen in page.seen)
    later = NOW + timedelta(minutes=5)
    assert [(health.state, health.read_at) for health in suppliers.asked] == [
        (OPERATIONAL, later),
        (AFFECTED, later),
    ]
    assert suppliers.asked[1].sentence == "Stripe reports an incident since 13:49 UTC: Card errors"


def test_an_answer_that_never_changes_grows_old(page: Feeds, clock: SimulatedClock) -> None:
    suppliers = watched(page.put("/", GOOD, etag='"a"'), clock=clock)
    assert suppliers.look()
    assert suppliers.asked[0].state is OPERATIONAL
    clock.advance(timedelta(days=91))
    assert asked_once(suppliers) == (UNKNOWN, "it has stood still since 2026-11-23.")
    assert len(page.seen) == 2


@pytest.mark.parametrize(("chance", "minutes"), [(0.0, 4.0), (0.5, 5.0), (1.0, 6.0)])
def test_not_everybody_asks_at_once(page: Feeds, chance: float, minutes: float) -> None:
    suppliers = watched(page.put("/", GOOD), chance=lambda: chance)
    suppliers.look()
    assert suppliers.next_in_s() == pytest.approx(minutes * MINUTE)
    suppliers.close()


def test_one_that_fails_is_unknown_and_asked_more_and_more_seldom(page: Feeds, clock: SimulatedClock) -> None:
    suppliers = watched(page.put("/", OPEN, etag='"a"'), clock=clock)
    page.fail("GET", "/", *[refuses(503)] * 4)
    pauses, states = [], []
    for _ in range(6):
        assert suppliers.look()
        states.append(suppliers.asked[0].state)
        pauses.append((suppliers.next_in_s() or 0) / MINUTE)
        clock.advance(timedelta(seconds=suppliers.next_in_s() or 0))
    suppliers.close()
    assert pauses == [10, 20, 40, 60, 5, 5]
    assert states == [UNKNOWN] * 4 + [AFFECTED] * 2
    page.fail("GET", "/", refuses(500))
    suppliers.look()
    assert "status 500" in suppliers.asked[0].why, "what was true an interval ago need not be"
    suppliers.close()


def test_one_that_wants_to_be_left_alone_is_also_when_a_person_asks(
    page: Feeds, clock: SimulatedClock
) -> None:
    suppliers = watched(page.put("/", GOOD), clock=clock)
    page.fail("GET", "/", refuses(429, Retry_After="1800"))
    suppliers.look()
    assert suppliers.next_in_s() == 1800
    suppliers.hurry()
    assert not suppliers.look()
    assert suppliers.next_in_s() == 1800
    clock.advance(timedelta(seconds=1800))
    page.put("/", GOOD, X_RateLimit_Reset="4102444800")
    assert asked_once(suppliers) == (OPERATIONAL, "")
    assert suppliers.next_in_s() == 5 * MINUTE, (
        "when its limits are counted anew says nothing while they are kept"
    )
    suppliers.hurry()
    assert suppliers.next_in_s() == 10, "else a person's wish counts soon"


def test_only_one_is_asked_at_a_time(page: Feeds) -> None:
    from concurrent.futures import ThreadPoolExecutor

    page.slow_s = 0.05
    suppliers = watched(*(page.put(f"/{number}", GOOD) for number in range(4)))
    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(lambda _: suppliers.look(), range(4)))
    suppliers.close()
    assert (len(page.seen), page.most_at_once) == (4, 1)


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (lambda page: drips(page), "took too long"),
        (lambda page: floods(packed=True), "larger than 2 MiB"),
        (lambda page: floods(packed=False), "larger than 2 MiB"),
        (lambda page: hangs_up(), ""),
        (lambda page: refuses(404, b"<html>"), "status 404"),
        (lambda page: refuses(200, b"<html>All systems operational</html>"), "another form"),
        (lambda page: refuses(304), "status 304"),
        (lambda page: refuses(200, GOOD[:-9]), "breaks off"),
        (lambda page: refuses(200, GOOD, Content_Encoding="br"), "encoded as br"),
        (lambda page: refuses(200, GOOD, Content_Encoding="gzip"), ""),
    ],
    ids=[
        "drips",
        "bomb",
        "huge",
        "hangs up",
        "gone",
        "HTML",
        "unchanged",
        "cut",
        "packed oddly",
        "not packed",
    ],
)
def test_an_answer_that_is_no_answer_is_unknown_within_its_time(page: Feeds, fault: Any, why: str) -> None:
    page.fail("GET", "/", fault(page))
    began = time.monotonic()
    state, said = asked_once(watched(page.put("/", GOOD)))
    assert state is UNKNOWN
    assert why in said, said
    assert said
    assert time.monotonic() - began < 3


def test_where_nobody_answers_it_is_unknown() -> None:
    with nobody() as address:
        assert asked_once(watched(address))[0] is UNKNOWN


def test_it_may_lead_on_three_times(page: Feeds) -> None:
    page.put("/end", GOOD)
    first = page.lead("/1", page.lead("/2", page.lead("/3", "/end")))
    assert asked_once(watched(first)) == (OPERATIONAL, "")
    assert [seen.path for seen in page.seen] == ["/1", "/2", "/3", "/end"]


@pytest.mark.parametrize(
    ("leads", "why"),
    [
        ("/round", "led on more than 3 times"),
        ("http://example.com/", "it leads to example.com"),
        ("https://example.com/", "it leads to example.com"),
        ("https://10.0.0.1/", "it leads to 10.0.0.1"),
        ("https://169.254.169.254/latest/meta-data/", "it leads to 169.254.169.254"),
        ("file:///etc/passwd", "it leads to ?"),
        ("http://me:pw@127.0.0.1/", "it leads to 127.0.0.1"),
        ("//[::1", "no usable answer"),
    ],
)
def test_it_may_lead_nowhere_else(page: Feeds, leads: str, why: str) -> None:
    state, said = asked_once(watched(page.lead("/round", leads)))
    assert state is UNKNOWN
    assert why in said
    assert len(page.seen) <= 4


@pytest.mark.parametrize(
    ("before", "after", "may"),
    [
        ("https://a.example/x", "https://b.example/y", True),
        ("https://a.example/x", "http://b.example/y", False),
        ("https://a.example/x", "https://127.0.0.1/y", False),
        ("https://a.example/x", "http://localhost/y", False),
        ("https://a.example/x", "https://192.168.1.1/y", False),
        ("https://a.example/x", "https://[fd00::1]/y", False),
        ("https://a.example/x", "https://me@b.example/y", False),
        ("http://127.0.0.1/x", "http://localhost:81/y", True),
        ("https://127.0.0.1/x", "http://127.0.0.1/y", False),
        ("http://127.0.0.1/x", "https://a.example/y", False),
    ],
)
def test_from_https_to_https_in_public_or_within_this_computer(before: str, after: str, may: bool) -> None:
    from urllib.parse import urlsplit

    from composer.publishing.fetching import _may_lead

    assert _may_lead(urlsplit(before), urlsplit(after)) is may


def test_a_name_that_leads_into_a_private_network_is_refused_before_it_is_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import socket

    from composer.domain.errors import NotLoopbackError
    from composer.publishing.fetching import _FeedWall

    private = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 443))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [private])
    wall = _FeedWall(practice=False)
    wall.public_only = True
    with pytest.raises(NotLoopbackError, match=r"it leads to inside\.example"):
        wall.connect("inside.example", 443, 1)


def test_practice_asks_this_computer_alone(page: Feeds, monkeypatch: pytest.MonkeyPatch) -> None:
    here = page.put("/", GOOD)
    plan = replace(
        PLAN, services=(ExternalService("AWS", "", "", "https://health.aws.example/"), ExternalService("Stripe", "", "", here))
    )  # fmt: skip
    for practice, environment in ((True, {}), (False, {NOBODY_OUTSIDE: "1"})):
        suppliers = Suppliers(plan, practice=practice, clock=SimulatedClock(NOW), environment=environment)
        assert suppliers.look()
        assert not suppliers.look()
        suppliers.close()
        assert [(one.service, one.state, one.read_at) for one in suppliers.all] == [
            ("AWS", UNKNOWN, None), ("Stripe", OPERATIONAL, NOW),
        ]  # fmt: skip
    # And the wall stands behind that: whatever address comes to it, nothing is asked.
    outside = watched("http://127.0.0.1/", practice=True)
    outside._watched[0].service = replace(outside._watched[0].service, feed="https://example.com/")
    state, why = asked_once(outside)
    assert state is UNKNOWN
    assert why.startswith(told(Code.PRACTICE_WALL, host="example.com"))


def test_another_services_page_is_not_believed(page: Feeds) -> None:
    body = feeds.statuspage("GitHub", at=NOW)
    assert asked_once(watched(page.put("/", body))) == (
        UNKNOWN,
        "its answer is about “GitHub”, not about this service.",
    )


def test_the_shipped_plan_asks_the_addresses_that_are_known() -> None:
    known = {one.name: one.feed for one in PLAN.services if one.feed}
    assert known == {
        "AWS": "https://health.aws.amazon.com/public/currentevents",
        "Stripe": "https://www.stripestatus.com/api/v2/summary.json",
        "PayPal": "https://www.paypal-status.com/api/v1/components",
        "SendGrid": "https://status.sendgrid.com/api/v2/summary.json",
        "PagerDuty": "https://status.pagerduty.com/api/v2/summary.json",
        "Firebase": "https://status.firebase.google.com/incidents.json",
    }
