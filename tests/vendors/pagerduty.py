"""PagerDuty's REST API with a memory: incidents and their status updates, which nobody can list."""

from __future__ import annotations

import re

from tests.vendors.server import Answer, Ledger, Seen, Vendor

API_KEY = "u+canarycanarycanary1"
USER = "comms-lead@skillancer.com"


class PagerDuty(Vendor):
    """The fake account, with one incident `PABC123`."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        super().__init__(ledger)
        self.incidents = {"PABC123"}

    def handle(self, request: Seen) -> Answer:
        if request.headers.get("authorization") != f"Token token={API_KEY}":
            return _error(401, 2006, "Unauthorized")
        if request.headers.get("accept") != "application/vnd.pagerduty+json;version=2":
            return _error(406, 2001, "Unsupported version")
        if (request.method, request.path) == ("GET", "/users"):
            known = [USER] if request.query.get("query", "") in USER else []
            return Answer(200, {"users": [{"id": "U1", "email": one} for one in known]})
        found = re.fullmatch(r"/incidents/([^/]+)(/status_updates)?", request.path)
        if found is None or found[1] not in self.incidents:
            return _error(404, 2100, "Not Found")
        if request.method == "GET":
            return Answer(
                200,
                {
                    "incident": {
                        "id": found[1],
                        "html_url": f"https://acme.pagerduty.com/incidents/{found[1]}",
                    }
                },
            )
        if request.headers.get("from") != USER:
            return _error(400, 2001, "Invalid Input Provided", "From is not a user of the account")
        message = (request.json or {}).get("message")
        if not message:
            return _error(400, 2001, "Invalid Input Provided", "message is required")
        own = f"PS{len(self.ledger.entries):06d}"
        self.ledger.accept("status_update", id=own, incident=found[1], message=message)
        return Answer(200, {"status_update": {"id": own, "message": message}})


def _error(status: int, code: int, message: str, *errors: str) -> Answer:
    return Answer(status, {"error": {"message": message, "code": code, "errors": list(errors)}})
