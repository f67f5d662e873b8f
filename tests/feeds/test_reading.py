"""Every format: what is open is found, what is well is well, and whatever is in doubt is unknown, never operational."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.health import HealthState, ServiceHealth
from composer.domain.plan import ExternalService, FeedFormat
from composer.feeds.reading import read
from tests.vendors import feeds

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
SINCE = datetime(2026, 11, 23, 13, 49, tzinfo=UTC)
LONG_AGO = datetime(2024, 2, 3, 10, 0, tzinfo=UTC)
STRIPE = ExternalService("Stripe", "", "", "https://feeds.example/summary.json")
SENDGRID = replace(STRIPE, name="SendGrid", match=("SendGrid", "Email"), page="Twilio")
AWS = replace(STRIPE, name="AWS", format=FeedFormat.AWS)
FIREBASE = replace(STRIPE, name="Firebase", format=FeedFormat.GOOGLE, stale_days=365)
PAYPAL = replace(STRIPE, name="PayPal", format=FeedFormat.PAYPAL)
SMS, MAIL = (
    {"id": "1", "name": "SMS", "status": "operational"},
    {"id": "2", "name": "SendGrid Email API", "status": "operational"},
)
FINE, OPEN = (
    {"name": "API", "status": "operational"},
    {"name": "API", "status": "partial_outage"},
)


def page(name: str = "Stripe", **more: Any) -> bytes:
    return feeds.statuspage(name, **{"at": NOW, **more})


def changed(body: bytes, **keys: Any) -> bytes:
    whole = json.loads(body)
    for key, value in keys.items():
        table, _, inner = key.partition("__")
        if inner:
            whole[table][inner] = value
        elif value is ...:
            del whole[table]
        else:
            whole[table] = value
    return json.dumps(whole).encode()


def atom(*entries: tuple[str, str, datetime], **more: str) -> bytes:
    return feeds.atom(*entries, at=NOW, **more)


def resolved(at: datetime = SINCE) -> tuple[str, str, datetime]:
    return "Errors", feeds.update("Resolved") + feeds.update("Investigating"), at


RSS = """<rss version="2.0"><channel><title>AWS Service Status</title><link>https://feeds.example/</link>
<lastBuildDate>Mon, 23 Nov 2026 06:00:00 PST</lastBuildDate>{items}</channel></rss>"""


def item(title: str, pacific: str, epoch: int, words: str = "We see errors.") -> str:
    return (
        f"<item><title>{title}</title><pubDate>Mon, 23 Nov 2026 {pacific} PST</pubDate>"
        f"<guid>https://status.example/#ec2-us-east-1_{epoch}</guid><description>{words}</description></item>"
    )


def rss(*items: str) -> bytes:
    return RSS.format(items="".join(items)).encode()


EPOCH = int(SINCE.timestamp())


@pytest.mark.parametrize(
    ("service", "body"),
    [
        (STRIPE, page(components=[FINE])),
        (STRIPE, changed(page(), components=..., incidents=...)),  # status.json
        (STRIPE, changed(page(incidents=[feeds.incident("Errors", SINCE, status="resolved")]), status=...)),  # incidents.json
        (STRIPE, page(incidents=[feeds.incident("Errors", SINCE, status="scheduled")])),  # not yet
        (STRIPE, changed(page("Somebody"), page__url="https://feeds.example/")),  # its own address is name enough
        (SENDGRID, page("Twilio", components=[SMS, MAIL])),
        (SENDGRID, page("Twilio", components=[SMS | {"status": "major_outage"}, MAIL], indicator="major")),
        (SENDGRID, page("Twilio", components=[SMS, MAIL], incidents=[feeds.incident("Delays", SINCE, parts=("SMS",))])),
        (STRIPE, atom(resolved(), ("Old", feeds.update("Monitoring"), LONG_AGO))),
        (replace(AWS, format=None), rss(item("[RESOLVED] Errors", "05:55:00", EPOCH), item("Errors", "05:50:00", EPOCH))),
        (replace(AWS, format=None), rss(item("Service is operating normally: [RESOLVED]", "05:55:00", EPOCH))),
        (AWS, feeds.aws()),
        (AWS, feeds.aws(feeds.event("0", SINCE))),
        (replace(AWS, format=None), feeds.aws()),
        (replace(AWS, match=("eu-central-1", "Frankfurt")), feeds.aws(feeds.event("3", SINCE))),
        (FIREBASE, feeds.google(feeds.outage(SINCE, NOW - timedelta(minutes=2)))),
        (PAYPAL, feeds.paypal(Checkout="operational", Payouts="Operational")),
    ],
)  # fmt: skip
def test_what_is_well_is_operational(service: ExternalService, body: bytes) -> None:
    assert read(service, body, NOW) == ServiceHealth(service.name, HealthState.OPERATIONAL, NOW)


@pytest.mark.parametrize(
    ("service", "body", "since", "headline", "parts"),
    [
        # It says that all is well, and its own list says otherwise.
        (STRIPE, page(incidents=[feeds.incident("Card errors", SINCE, parts=("API",))]), SINCE, "Card errors", ("API",)),
        (STRIPE, page(components=[FINE, OPEN]), None, "", ("API",)),
        (STRIPE, changed(page(indicator="major"), components=..., incidents=...), None, "As it says", ()),
        (STRIPE, page(incidents=[feeds.incident("Old", LONG_AGO), feeds.incident("New", SINCE)]), SINCE, "New", ()),
        (STRIPE, page(incidents=[feeds.incident("Ahead", NOW + timedelta(days=1))]), None, "Ahead", ()),
        (STRIPE, changed(page(), scheduled_maintenances=[feeds.incident("Move", SINCE, status="in_progress")]), SINCE, "Move", ()),
        (SENDGRID, page("Twilio", components=[SMS, MAIL | {"status": "degraded_performance"}]), None, "", ("SendGrid Email API",)),
        (SENDGRID, page("Twilio", components=[MAIL], incidents=[feeds.incident("Email delays", SINCE)]), SINCE, "Email delays", ()),
        (SENDGRID, page("Twilio", components=[
            {"id": "g", "name": "SendGrid", "group": True, "status": "operational"},
            {"id": "c", "name": "Parse", "group_id": "g", "status": "major_outage"},
        ]), None, "", ("Parse",)),
        (STRIPE, atom(resolved(), ("Card errors", feeds.update("Update"), SINCE)), SINCE, "Card errors", ()),
        (replace(AWS, format=None), rss(item("Errors, again", "05:55:00", EPOCH), item("Errors", "05:50:00", EPOCH)), SINCE, "Errors, again", ()),
        (AWS, feeds.aws(feeds.event("2", SINCE)), SINCE, "Increased error rates", ("Multiple services", "N. Virginia")),
        (AWS, feeds.aws(feeds.event("1", SINCE), encoding="utf-8"), SINCE, "Increased error rates", ("Multiple services", "N. Virginia")),
        (FIREBASE, feeds.google(feeds.outage(SINCE)), SINCE, "Authentication is slow", ("Authentication",)),
        (FIREBASE, feeds.google(feeds.outage(SINCE, NOW + timedelta(hours=1))), SINCE, "Authentication is slow", ("Authentication",)),
        (PAYPAL, feeds.paypal(Checkout="Service Disruption", Payouts="operational"), None, "", ("Checkout",)),
        (PAYPAL, json.dumps({"result": [{"summary": "Checkout fails", "state": "open", "environment": "production"}]}).encode(), None, "Checkout fails", ()),
    ],
)  # fmt: skip
def test_what_is_open_is_told_with_its_beginning(
    service: ExternalService, body: bytes, since: datetime | None, headline: str, parts: tuple[str, ...]
) -> None:
    found = read(service, body, NOW)
    assert (found.state, found.since, found.headline, found.parts) == (
        HealthState.AFFECTED, since, headline, parts,
    )  # fmt: skip
    assert not found.why


HTML = b"<!DOCTYPE html><html><body>All systems operational</body></html>"
BOMB = (
    '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
FILE = '<!DOCTYPE feed [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
WHOLE = atom(resolved())


@pytest.mark.parametrize(
    ("service", "body", "why"),
    [
        (STRIPE, b"", "garbled"),
        (STRIPE, HTML, "another form"),
        (replace(STRIPE, format=FeedFormat.ATOM), HTML, "another form"),
        (replace(STRIPE, format=FeedFormat.STATUSPAGE), HTML, "another form"),
        (replace(STRIPE, format=FeedFormat.STATUSPAGE), atom(resolved()), "another form"),
        (replace(STRIPE, format=FeedFormat.ATOM), page(), "another form"),
        (STRIPE, page()[:-20], "breaks off"),
        (STRIPE, page().replace(b"Stripe", b"Stripe\xff\xfe"), "garbled"),
        (STRIPE, page().decode().encode("utf-16-le"), "garbled"),
        (STRIPE, b"[" * 100_000, "garbled"),
        (STRIPE, b"9" * 10_000, "garbled"),
        (STRIPE, b'{"status": NaN}', "garbled"),
        (STRIPE, page("GitHub"), "about “GitHub”"),
        (STRIPE, changed(page(), page=...), "which service"),
        (STRIPE, page(indicator="fine"), "calls a state “fine”"),
        (STRIPE, changed(page(), status="none"), "calls a state"),
        (STRIPE, changed(page(), components=[{"name": "API", "status": ["operational"]}]), "calls a state"),
        (STRIPE, changed(page(), components={"API": "operational"}), "another form"),
        (STRIPE, page(incidents=[feeds.incident("Errors", SINCE, status="unheard")]), "calls a state “unheard”"),
        (STRIPE, changed(page(), page__updated_at=None), "last changed"),
        (STRIPE, page(at=LONG_AGO), "stood still since 2024-02-03"),
        (STRIPE, page(at=LONG_AGO, incidents=[feeds.incident("x", LONG_AGO)]), "stood still since 2024-02-03"),
        (STRIPE, page(at=NOW + timedelta(days=1)), "future"),
        (SENDGRID, page("Twilio", components=[SMS]), "no part such as SendGrid, Email"),
        (SENDGRID, page("Twilio", components=[MAIL], incidents=[feeds.incident("Trouble", SINCE)]), "what an incident concerns"),
        (STRIPE, atom(), "nothing at all"),
        (STRIPE, atom(("Errors", "Something happened.", SINCE)), "whether it is over"),
        (STRIPE, atom(resolved(), title="GitHub Status"), "about “GitHub Status”"),
        (STRIPE, WHOLE[:-10], "breaks off"),
        (STRIPE, WHOLE.replace(b"UTF-8", b"UTF-99"), "garbled"),
        (STRIPE, WHOLE.replace(b"UTF-8", b"shift_jis"), "garbled"),
        (STRIPE, atom(("&i;", feeds.update("Resolved"), SINCE), head=BOMB), "document type"),
        (STRIPE, atom(("&a;", feeds.update("Resolved"), SINCE), head=FILE), "document type"),
        (STRIPE, atom(resolved(), head='<!DOCTYPE feed SYSTEM "http://127.0.0.1/x.dtd">'), "document type"),
        (STRIPE, b"<opml><body/></opml>", "another form"),
        (AWS, feeds.aws(encoding="utf-8"), "nothing at all"),
        (AWS, feeds.aws(feeds.event("7", SINCE)), "calls a state “7”"),
        (AWS, feeds.aws(feeds.event("0", NOW + timedelta(days=2))), "future"),
        (AWS, feeds.google(feeds.outage(SINCE)), "another form"),
        (AWS, feeds.aws(feeds.event("0", SINCE))[:-3], "garbled"),
        (FIREBASE, feeds.google(), "nothing at all"),
        (FIREBASE, feeds.google(feeds.outage(LONG_AGO, LONG_AGO + timedelta(hours=1))), "stood still"),
        (FIREBASE, feeds.google({"id": "x"}), "another form"),
        (FIREBASE, feeds.google(feeds.outage(SINCE) | {"end": "soon"}), "another form"),
        (PAYPAL, b'{"result": []}', "nothing at all"),
        (PAYPAL, feeds.paypal(Checkout="splendid"), "calls a state “splendid”"),
        (PAYPAL, b'{"result": [{"name": "Checkout", "status": {"sandbox": "operational"}}]}', "calls a state"),
        (PAYPAL, b'{"result": [{"summary": "x", "state": "resolved"}]}', "whether it is over"),
        (STRIPE, b'{"ok": true}', "another form"),
        (STRIPE, b"null", "another form"),
    ],
)  # fmt: skip
def test_whatever_is_in_doubt_is_unknown_and_says_why(
    service: ExternalService, body: bytes, why: str
) -> None:
    found = read(service, body, NOW)
    assert found.state is HealthState.UNKNOWN
    assert why in found.why
    assert (found.since, found.headline, found.read_at) == (None, "", NOW)


@pytest.mark.parametrize("format_", [None, *FeedFormat])
@pytest.mark.parametrize(
    "body",
    [
        b"<feed>" + b"<" * 500_000,
        atom(("<![CDATA[" + "<" * 100_000 + "]]>", "&lt;" * 100_000, SINCE)),
        b"<feed>" + b"<a>" * 300_000,
        page(incidents=[feeds.incident("<" * 200_000 + "&amp" * 50_000, SINCE)]),
        page(components=[FINE] * 5_000),
    ],
    ids=["brackets", "cdata", "deep", "headline", "many"],
)
def test_what_is_made_to_hang_does_not(format_: FeedFormat | None, body: bytes) -> None:
    import time

    began = time.perf_counter()
    read(replace(STRIPE, format=format_), body, NOW)
    assert time.perf_counter() - began < 2, "half a megabyte takes some milliseconds"


def test_what_is_shown_is_one_plain_line() -> None:
    name = "Card <b>errors</b> &amp;lt;script&amp;gt;\n\u202eevil\u200b\x07 " + "x" * 500
    found = read(STRIPE, page(incidents=[feeds.incident(name, SINCE)]), NOW)
    assert found.headline.startswith("Card errors evil xxx")
    assert len(found.headline) <= 200
    assert found.headline.isprintable()


def test_the_feeds_that_are_tried_are_feeds() -> None:
    """As a well-kept reader of feeds sees them, so that nothing is proven with what no service would publish."""
    import feedparser

    for body, titles in ((WHOLE, ["Errors"]), (rss(item("Errors", "05:50:00", EPOCH)), ["Errors"])):
        found = feedparser.parse(body)
        assert not found.bozo
        assert [one.title for one in found.entries] == titles


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["operational", "none", "resolved", "0", "Stripe", "2026-11-23T14:00:00Z", "arn:aws:x", "1e400"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["page", "name", "status", "indicator", "incidents", "components", "result", "production", "begin", "end",
                         "date", "arn", "updated_at", "group", "group_id", "id", "most_recent_update", "affected_products", "title"]),
        inner, max_size=5),
    max_leaves=30,
)  # fmt: skip
SERVICES = st.sampled_from([STRIPE, SENDGRID, AWS, FIREBASE, PAYPAL, replace(STRIPE, format=FeedFormat.ATOM)])
GOOD = st.sampled_from([page(components=[FINE]), WHOLE, feeds.aws(feeds.event("0", SINCE)), rss(item("x", "05:50:00", EPOCH)),
                        feeds.paypal(API="operational"), feeds.google(feeds.outage(SINCE, NOW))])  # fmt: skip


@given(SERVICES, st.binary(max_size=200) | JSON.map(lambda one: json.dumps(one).encode()))
def test_no_bytes_raise_or_say_operational_by_accident(service: ExternalService, body: bytes) -> None:
    found = read(service, body, NOW)
    if found.state is HealthState.OPERATIONAL:  # only what says so in so many words
        whole = body.decode("utf-16" if body[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8").casefold()
        assert any(
            word in whole for word in ("none", "operational", "resolved", '"0"', "incidents", "[]", ": 0")
        )
    assert (found.state is HealthState.UNKNOWN) == bool(found.why)


@given(SERVICES, GOOD, st.integers(0, 5_000), st.binary(max_size=6), st.integers(0, 40))
def test_what_was_cut_or_garbled_on_its_way_never_turns_from_open_to_well(
    service: ExternalService, body: bytes, at: int, put: bytes, gone: int
) -> None:
    at %= len(body)
    read(service, body[:at] + put + body[at + gone :], NOW)  # raises nothing
    cut = read(service, body[:at], NOW)
    assert cut.state is HealthState.UNKNOWN, "half an answer proves nothing"
