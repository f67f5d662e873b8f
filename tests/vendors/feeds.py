"""Public status feeds as their owners publish them, on loopback: Statuspage v2, Atom, RSS, Google, AWS and PayPal, honest or not."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.vendors.server import Answer, Seen, Vendor


def iso(at: datetime) -> str:
    """As JSON feeds write times."""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def now() -> datetime:
    """The time now."""
    return datetime.now(UTC)


def statuspage(
    name: str = "Stripe",
    *,
    incidents: list[dict[str, Any]] | None = None,
    components: list[dict[str, Any]] | None = None,
    indicator: str = "none",
    at: datetime | None = None,
    url: str = "https://www.stripestatus.example",
) -> bytes:
    """A whole `summary.json`."""
    updated = iso(at or now())
    return json.dumps(
        {
            "page": {"id": "kctbh9vrtdwd", "name": name, "url": url, "updated_at": updated},
            "status": {"indicator": indicator, "description": "As it says"},
            "components": [{"updated_at": updated, **one} for one in components or []],
            "incidents": incidents or [],
            "scheduled_maintenances": [],
        }
    ).encode()


def incident(
    name: str = "Elevated error rates",
    since: datetime | None = None,
    *,
    status: str = "investigating",
    parts: tuple[str, ...] = (),
) -> dict[str, Any]:
    """An incident as Statuspage lists it."""
    began = iso(since or now() - timedelta(minutes=10))
    return {
        "id": "p31zjtct2jer",
        "name": name,
        "status": status,
        "impact": "major",
        "created_at": began,
        "started_at": began,
        "updated_at": began,
        "components": [{"name": part, "status": "major_outage"} for part in parts],
        "incident_updates": [{"status": status, "body": "We look into it.", "created_at": began}],
    }


def atom(
    *entries: tuple[str, str, datetime],
    title: str = "Stripe Status - Incident History",
    head: str = "",
    at: datetime | None = None,
) -> bytes:
    """An Atom feed; an entry is its title, its HTML and when it began."""
    rows = "".join(
        f"<entry><id>tag:example,2005:Incident/{number}</id><published>{iso(at)}</published><updated>{iso(at)}</updated>"
        f"<title>{name}</title><content type='html'>{words}</content></entry>"
        for number, (name, words, at) in enumerate(entries)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title>'
        f"<updated>{iso(at or now())}</updated>{rows}</feed>"
    ).encode()


def update(word: str, words: str = "We look into it.") -> str:
    """One update as it stands in an Atom entry: HTML, escaped."""
    return (
        f"&lt;p&gt;&lt;small&gt;Nov &lt;var&gt;23&lt;/var&gt;, 14:02 UTC&lt;/small&gt;&lt;br /&gt;"
        f"&lt;strong&gt;{word}&lt;/strong&gt; - {words}&lt;/p&gt;"
    )


def aws(*events: dict[str, Any], encoding: str = "utf-16") -> bytes:
    """AWS's list: UTF-16 with its mark."""
    return json.dumps(list(events)).encode(encoding)


def event(status: str = "1", since: datetime | None = None, region: str = "N. Virginia") -> dict[str, Any]:
    """One of AWS's events."""
    return {
        "date": str(int((since or now() - timedelta(minutes=10)).timestamp())),
        "arn": "arn:aws:health:us-east-1::event/MULTIPLE_SERVICES/AWS_OPERATIONAL_ISSUE/1",
        "service": "multipleservices-us-east-1",
        "service_name": "Multiple services",
        "status": status,
        "region_name": region,
        "summary": "Increased error rates",
    }


def google(*incidents: dict[str, Any]) -> bytes:
    """Google's list."""
    return json.dumps(list(incidents)).encode()


def outage(
    began: datetime, ended: datetime | None = None, name: str = "Authentication is slow"
) -> dict[str, Any]:
    """One of Google's incidents."""
    shape: dict[str, Any] = {
        "id": "abc",
        "begin": iso(began),
        "modified": iso(ended or began),
        "external_desc": name,
        "service_name": "Authentication",
        "affected_products": [{"title": "Authentication", "id": "auth"}],
        "most_recent_update": {
            "text": name,
            "status": "AVAILABLE" if ended else "SERVICE_OUTAGE",
            "when": iso(ended or began),
        },
    }
    return shape | ({"end": iso(ended)} if ended else {})


def paypal(**states: str) -> bytes:
    """PayPal's components, each with its state for production."""
    rows = [
        {"name": name, "category": "Checkout", "status": {"production": state, "sandbox": "service outage"}}
        for name, state in states.items()
    ]
    return json.dumps({"result": rows}).encode()


class Feeds(Vendor):
    """Serves what `put` gave it, with an ETag where it has one; counts how many were asked at once. Each takes `slow_s`."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, Callable[[Seen], Answer]] = {}
        self._counting = threading.Lock()
        self._here = 0
        self.most_at_once = 0
        self.slow_s = 0.0

    def put(self, path: str, body: bytes, *, etag: str = "", modified: str = "", **headers: str) -> str:
        """Publish a feed; its address."""
        marks = {name: value for name, value in (("ETag", etag), ("Last-Modified", modified)) if value}
        given = {**marks, **{name.replace("_", "-"): value for name, value in headers.items()}}

        def answer(request: Seen) -> Answer:
            if (etag and request.headers.get("if-none-match") == etag) or (
                modified and request.headers.get("if-modified-since") == modified
            ):
                return Answer(304, None, given)
            return Answer(200, body, given)

        self._pages[path] = answer
        return self.url + path

    def lead(self, path: str, to: str) -> str:
        """Publish an address that leads on to another one."""
        self._pages[path] = lambda _: Answer(302, None, {"Location": to})
        return self.url + path

    def work(self, request: Seen) -> Answer:
        """As any, and counted."""
        with self._counting:
            self._here += 1
            self.most_at_once = max(self.most_at_once, self._here)
        try:
            self.over.wait(self.slow_s)
            return super().work(request)
        finally:
            with self._counting:
                self._here -= 1

    def handle(self, request: Seen) -> Answer:
        """What was published there."""
        page = self._pages.get(request.path)
        return Answer(404, b"<html>Not here</html>") if page is None else page(request)
