"""PagerDuty's REST API with a memory: incidents, notes, paging, and status updates, which nobody can list."""

from __future__ import annotations

from typing import Any

from tests.vendors.server import Answer, Ledger, Seen, Vendor

API_KEY = "u+canarycanarycanary1"
USER = "comms-lead@skillancer.com"


class PagerDuty(Vendor):
    """The fake account, with one incident `PABC123`."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        super().__init__(ledger)
        self.incidents: dict[str, dict[str, Any]] = {}
        self.users = {"U1": USER}
        self.policies = {"EPAY"}
        self.open("PABC123", "Payments fail")

    def open(self, own: str, title: str, *, at: str = "2025-11-23T13:50:00Z") -> dict[str, Any]:
        """An alert opens an incident."""
        self.incidents[own] = {
            "id": own,
            "type": "incident",
            "title": title,
            "status": "triggered",
            "created_at": at,
            "html_url": f"https://acme.pagerduty.com/incidents/{own}",
            "service": {"id": "S1", "type": "service_reference", "summary": "payments-api"},
            "log": [_entry("trigger", at, "Triggered through the website", "Grafana")],
            "notes": [],
        }
        return self.incidents[own]

    def acknowledge(self, own: str, at: str, who: str) -> None:
        """Somebody takes it on."""
        self.incidents[own]["status"] = "acknowledged"
        self.incidents[own]["log"].insert(0, _entry("notify", at, f"Notified {who}", who))
        self.incidents[own]["log"].insert(0, _entry("acknowledge", at, f"Acknowledged by {who}", who))

    def handle(self, request: Seen) -> Answer:
        if request.headers.get("authorization") != f"Token token={API_KEY}":
            return _error(401, 2006, "Unauthorized")
        if request.headers.get("accept") != "application/vnd.pagerduty+json;version=2":
            return _error(406, 2001, "Unsupported version")
        parts = request.path.strip("/").split("/")
        match request.method, parts:
            case "GET", ["users"]:
                wanted = request.query.get("query", "")
                found = [
                    {"id": own, "type": "user", "name": mail.partition("@")[0], "email": mail}
                    for own, mail in self.users.items()
                    if wanted in mail
                ]
                return Answer(200, {"users": found})
            case "GET", ["incidents"]:
                running = [_shown(one) for one in self.incidents.values() if one["status"] != "resolved"]
                return Answer(200, {"incidents": running, "more": False})
            case method, ["incidents", own, *rest] if own in self.incidents:
                one = self.incidents[own]
                if method == "GET":
                    return self._read(one, rest, request)
                if request.headers.get("content-type") != "application/json":
                    return _error(415, 2001, "Unsupported Media Type")
                if request.headers.get("from") not in self.users.values():
                    return _error(400, 2001, "Invalid Input Provided", "From is not a user of the account")
                return self._write(one, rest, request.json or {})
        return _error(404, 2100, "Not Found")

    def _read(self, one: dict[str, Any], rest: list[str], request: Seen) -> Answer:
        match rest:
            case []:
                return Answer(200, {"incident": _shown(one)})
            case ["notes"]:
                return Answer(200, {"notes": one["notes"]})
            case ["log_entries"]:
                first, size = int(request.query.get("offset", 0)), int(request.query.get("limit", 25))
                page = one["log"][first : first + size]
                return Answer(200, {"log_entries": page, "more": first + size < len(one["log"])})
        return _error(404, 2100, "Not Found")

    def _write(self, one: dict[str, Any], rest: list[str], said: dict[str, Any]) -> Answer:
        number = len(self.ledger.entries)
        match rest:
            case ["status_updates"]:
                if not said.get("message"):
                    return _error(400, 2001, "Invalid Input Provided", "message is required")
                own = f"PS{number:06d}"
                self.ledger.accept("status_update", id=own, incident=one["id"], message=said["message"])
                return Answer(200, {"status_update": {"id": own, "message": said["message"]}})
            case ["notes"]:
                content = (said.get("note") or {}).get("content")
                if not content:
                    return _error(400, 2001, "Invalid Input Provided", "content is required")
                note = {"id": f"PN{number:06d}", "content": content, "created_at": self.now().isoformat()}
                one["notes"].insert(0, note)
                self.ledger.accept("note", id=note["id"], incident=one["id"], message=content)
                return Answer(200, {"note": note})
            case ["responder_requests"]:
                return self._page(one, said)
        return _error(404, 2100, "Not Found")

    def _page(self, one: dict[str, Any], said: dict[str, Any]) -> Answer:
        targets = [
            each.get("responder_request_target") or {} for each in said.get("responder_request_targets") or ()
        ]
        if said.get("requester_id") not in self.users or not said.get("message") or not targets:
            return _error(
                400, 2001, "Invalid Input Provided", "requester_id, message and targets are required"
            )
        for target in targets:
            known = self.users if target.get("type") == "user_reference" else self.policies
            if (
                target.get("type") not in ("user_reference", "escalation_policy_reference")
                or target.get("id") not in known
            ):
                return _error(400, 2001, "Invalid Input Provided", "no such responder")
        self.ledger.accept(
            "page", incident=one["id"], message=said["message"], targets=[each["id"] for each in targets]
        )
        moment = self.now().isoformat()
        one["log"].insert(
            0, _entry("responder_request_for_user", moment, f"Asked for help: {said['message']}", USER)
        )
        asked = {
            "incident": {"id": one["id"], "type": "incident_reference"},
            "requester": {"id": said["requester_id"], "type": "user_reference"},
            "requested_at": moment,
            "message": said["message"],
        }
        return Answer(200, {"responder_request": asked})


def _shown(one: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key not in ("log", "notes")}


def _entry(kind: str, at: str, summary: str, who: str) -> dict[str, Any]:
    return {
        "id": f"R{kind}{at}",
        "type": f"{kind}_log_entry",
        "created_at": at,
        "summary": summary,
        "agent": {"id": "U1", "type": "user_reference", "summary": who},
    }


def _error(status: int, code: int, message: str, *errors: str) -> Answer:
    return Answer(status, {"error": {"message": message, "code": code, "errors": list(errors)}})
