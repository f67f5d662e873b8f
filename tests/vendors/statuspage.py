"""Atlassian Statuspage with a memory: pages, components, incidents, and its documented limits and errors."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from tests.vendors.server import Answer, Ledger, Seen, Vendor

API_KEY = "canary-statuspage-key-aaaabbbbcccc"
PAGE = "kctbh9vrtdwd"
STATUSES = {"investigating", "identified", "monitoring", "resolved"}
COMPONENT_STATUSES = {
    "operational",
    "degraded_performance",
    "partial_outage",
    "major_outage",
    "under_maintenance",
}
IMPACTS = {"none", "minor", "major", "critical", "maintenance"}


class Statuspage(Vendor):
    """The fake page. It tells subscribers of each update unless told not to: `notified` counts."""

    def __init__(
        self, ledger: Ledger | None = None, *, names: tuple[str, ...] = ("API", "Payments", "Search")
    ) -> None:
        super().__init__(ledger)
        self.components: dict[str, dict[str, Any]] = {}
        self.incidents: dict[str, dict[str, Any]] = {}
        self.notified = 0
        self.strict = False
        self.dresses_words = False
        self._number = 0
        self._times: list[float] = []
        self.components["grp0"] = {"id": "grp0", "name": "Payments", "group": True, "status": "operational"}
        for number, name in enumerate(names):
            own = f"cmp{number}"
            self.components[own] = {
                "id": own,
                "name": name,
                "group": False,
                "group_id": None,
                "status": "operational",
            }

    def status_of(self, name: str) -> str:
        """What the page shows of a component."""
        return next(
            str(one["status"]) for one in self.components.values() if one["name"] == name and not one["group"]
        )

    def post(self, incident_id: str, status: str, body: str) -> None:
        """Somebody posts an update on the web."""
        self._update(self.incidents[incident_id], {"status": status, "body": body})

    def handle(self, request: Seen) -> Answer:
        if request.headers.get("authorization") != f"OAuth {API_KEY}":
            return Answer(401, {"error": "Could not authenticate"})
        if self.strict and not self._in_budget():
            return Answer(429, {"error": "rate limited"}, {"Retry-After": "2"})
        found = re.fullmatch(r"/v1/pages/([^/]+)((?:/[^/]+)*)", request.path)
        if found is None or found[1] != PAGE:
            return Answer(404, {"error": "Page not found"})
        parts = [part for part in found[2].split("/") if part]
        match request.method, parts:
            case "GET", []:
                return Answer(200, {"id": PAGE, "name": "Skillancer Status", "url": "status.example.com"})
            case "GET", ["subscribers", "count"]:
                return Answer(200, {"email": 1_200, "sms": 34, "webhook": 0})
            case "GET", ["components"]:
                return Answer(200, _page(request, "per_page", list(self.components.values())))
            case "GET", ["incidents"]:
                newest = sorted(self.incidents.values(), key=lambda one: str(one["created_at"]), reverse=True)
                return Answer(200, _page(request, "limit", newest))
            case "GET", ["incidents", "unresolved"]:
                running = [one for one in self.incidents.values() if one["status"] != "resolved"]
                return Answer(200, _page(request, "per_page", running))
            case "POST", ["incidents"]:
                return self._create((request.json or {}).get("incident") or {})
            case (("GET" | "PATCH" | "PUT"), ["incidents", own]):
                if own not in self.incidents:
                    return Answer(404, {"error": "Incident not found"})
                if request.method == "GET":
                    return Answer(200, self.incidents[own])
                return self._change(self.incidents[own], (request.json or {}).get("incident") or {})
            case method, ["incidents", own, "postmortem", *rest] if own in self.incidents:
                return self._postmortem(
                    method, self.incidents[own], rest, (request.json or {}).get("postmortem") or {}
                )
            case "PATCH", ["incidents", own, "incident_updates", update]:
                return self._correct(own, update, (request.json or {}).get("incident_update") or {})
        return Answer(404, {"message": "no such place"})

    def _postmortem(
        self, method: str, incident: dict[str, Any], rest: list[str], said: dict[str, Any]
    ) -> Answer:
        kept: dict[str, Any] = incident.setdefault("own_postmortem", {})
        match method, rest:
            case "GET", [] if kept:
                return Answer(200, kept)
            case "PUT", []:
                if not said.get("body_draft"):
                    return Answer(422, {"error": ["Body draft can't be blank"]})
                kept["body_draft"] = said["body_draft"]
                return Answer(200, kept)
            case "PUT", ["publish"] if kept:
                if incident["status"] != "resolved":
                    return Answer(422, {"error": ["Incident must be resolved"]})
                kept |= {"body": kept["body_draft"], "published_at": self._now()}
                self.notified += bool(said.get("notify_subscribers", True))
                self.ledger.accept("postmortem", incident=incident["id"], body=kept["body"])
                return Answer(200, kept)
        return Answer(404, {"error": "not found"})

    def _in_budget(self) -> bool:
        now = self.now().timestamp()
        self._times = [*(time for time in self._times if time > now - 60), now]
        return len(self._times) <= 60

    def _wrong(self, said: dict[str, Any]) -> Answer | None:
        mistakes = []
        if len(str(said.get("name") or "x")) > 255:
            mistakes.append("Name is too long (maximum is 255 characters)")
        if len(str(said.get("body") or "")) > 25_000:
            mistakes.append("Body is too long")
        if said.get("status") is not None and said["status"] not in STATUSES:
            mistakes.append("Status is not included in the list")
        if said.get("impact_override") is not None and said["impact_override"] not in IMPACTS:
            mistakes.append("Impact override is not included in the list")
        for own, status in (said.get("components") or {}).items():
            if (
                own not in self.components
                or self.components[own]["group"]
                or status not in COMPONENT_STATUSES
            ):
                mistakes.append(f"Component {own} is invalid")
        if any(not isinstance(value, dict) for value in (said.get("metadata") or {}).values()):
            mistakes.append("Metadata values must be objects")
        return Answer(422, {"error": mistakes}) if mistakes else None

    def _create(self, said: dict[str, Any]) -> Answer:
        wrong = Answer(422, {"error": ["Name can't be blank"]}) if not said.get("name") else self._wrong(said)
        if wrong is not None:
            return wrong
        if said.get("backfilled") and (said.get("components") or not said.get("backfill_date")):
            return Answer(422, {"error": ["A backfilled incident has a date and no components"]})
        own = self._next("inc")
        incident = {
            "id": own,
            "name": said["name"],
            "status": said.get("status", "investigating"),
            "impact": said.get("impact_override") or "none",
            "created_at": self._now(),
            "shortlink": f"http://stspg.example/{own}",
            "metadata": said.get("metadata") or {},
            "incident_updates": [],
            **(
                {"backfilled": True, "backfill_date": said["backfill_date"]} if said.get("backfilled") else {}
            ),
        }
        self.incidents[own] = incident
        self._update(incident, said)
        return Answer(201, incident)

    def _change(self, incident: dict[str, Any], said: dict[str, Any]) -> Answer:
        wrong = self._wrong(said)
        if wrong is not None:
            return wrong
        for key in ("name", "metadata"):
            if key in said:
                incident[key] = said[key]
        if said.get("impact_override"):
            incident["impact"] = said["impact_override"]
        if said.get("status") or said.get("body"):
            self._update(incident, said)
        return Answer(200, incident)

    def _update(self, incident: dict[str, Any], said: dict[str, Any]) -> None:
        incident["status"] = said.get("status") or incident["status"]
        update = {
            "id": self._next("upd"),
            "status": incident["status"],
            "body": f"<p>{said['body']}</p>"
            if self.dresses_words and said.get("body")
            else said.get("body") or "",
            "created_at": self._now(),
        }
        incident["incident_updates"].insert(0, update)
        for own, status in (said.get("components") or {}).items():
            self.components[own]["status"] = status
        touched = {one["id"] for one in incident.get("components", ())} | set(said.get("components") or {})
        incident["components"] = [dict(self.components[own]) for own in sorted(touched)]
        if said.get("deliver_notifications", True):
            self.notified += 1
        marker = (said.get("metadata") or {}).get("incident_composer", {}).get("delivery_id")
        self.ledger.accept(
            "update", incident=incident["id"], id=update["id"], status=update["status"], body=update["body"], delivery_id=marker,
        )  # fmt: skip

    def _correct(self, own: str, update: str, said: dict[str, Any]) -> Answer:
        found = [
            one for one in self.incidents.get(own, {}).get("incident_updates", ()) if one["id"] == update
        ]
        if not found:
            return Answer(404, {"error": "Update not found"})
        found[0] |= {key: said[key] for key in ("body", "display_at") if key in said}
        if said.get("deliver_notifications", True):
            self.notified += 1
        self.ledger.accept("correction", id=update, body=found[0]["body"])
        return Answer(200, found[0])

    def _next(self, kind: str) -> str:
        self._number += 1
        return f"{kind}{self._number:06d}"

    def _now(self) -> str:
        # Each later than the one before, as two of the same microsecond can't be told apart.
        return datetime.fromtimestamp(self.now().timestamp() + self._number * 1e-6, UTC).isoformat()


def _page(request: Seen, size: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One page of a list; no page has more than a hundred rows."""
    most = min(int(request.query.get(size, 100)), 100)
    first = (int(request.query.get("page", 1)) - 1) * most
    return rows[first : first + most]
