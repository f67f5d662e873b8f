"""SendGrid with a memory: mail/send with its documented limits and errors, and the log in which categories are looked up."""

from __future__ import annotations

import re
from typing import Any

from tests.vendors.server import Answer, Ledger, Seen, Vendor

API_KEY = "SG.canarycanarycanary.canarycanarycanarycanary"
FORBIDDEN_HEADERS = {
    "to",
    "from",
    "subject",
    "reply-to",
    "cc",
    "bcc",
    "received",
    "content-type",
    "x-sg-id",
    "x-sg-eid",
}


class Sendgrid(Vendor):
    """The fake account. `log_lags` keeps the log empty, as it is for minutes."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        super().__init__(ledger)
        self.log_lags = False
        self.may_read_log = True
        self.scopes = ["mail.send"]
        self.unverified: set[str] = set()
        self.has_sandbox = True
        self._number = 0

    def mails(self) -> list[dict[str, Any]]:
        """One entry a copy, as its reader gets it."""
        return self.ledger.of("mail")

    def handle(self, request: Seen) -> Answer:
        if request.headers.get("authorization") != f"Bearer {API_KEY}":
            return _errors(401, "The provided authorization grant is invalid, expired, or revoked")
        match request.method, request.path:
            case "POST", "/v3/mail/send":
                return self._send(request.json)
            case "POST", "/v3/logs":
                return self._log(request.json)
            case "GET", "/v3/scopes":
                return Answer(200, {"scopes": self.scopes})
        return _errors(404, "not found")

    def _send(self, mail: Any) -> Answer:
        if not isinstance(mail, dict):
            return _errors(400, "Bad Request")
        if mail["from"]["email"] in self.unverified:
            return _errors(403, "The from address does not match a verified Sender Identity.", "from")
        people = mail.get("personalizations") or []
        if not 1 <= len(people) <= 1000:
            return _errors(400, "The personalizations field is required", "personalizations")
        for number, one in enumerate(people):
            for to in one.get("to") or [{}]:
                if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+", to.get("email", "")):
                    field = f"personalizations.{number}.to.0.email"
                    return _errors(400, "Does not contain a valid address.", field)
                assert not set(to.get("name", "")) & set(";,")
            assert all(isinstance(value, str) for value in one.get("custom_args", {}).values())
            headers = {**mail.get("headers", {}), **one.get("headers", {})}
            assert not {name.lower() for name in headers} & FORBIDDEN_HEADERS
        if mail.get("mail_settings", {}).get("sandbox_mode", {}).get("enable"):
            return Answer(200) if self.has_sandbox else Answer(202, None, {"X-Message-Id": "sgsandbox"})
        assert [part["type"] for part in mail["content"]] == ["text/plain", "text/html"]
        assert len(mail["categories"]) == len(set(mail["categories"])) <= 10
        self._number += 1
        for one in people:
            marks = one.get("substitutions", {})
            self.ledger.accept(
                "mail",
                to=one["to"][0]["email"],
                subject=_filled(mail["subject"], marks),
                text=_filled(mail["content"][0]["value"], marks),
                html=_filled(mail["content"][1]["value"], marks),
                headers={**mail.get("headers", {}), **one.get("headers", {})},
                category=mail["categories"][0],
                sender=mail["from"]["email"],
                at=self.now().isoformat(),
                delivery_id=one["custom_args"]["delivery_id"],
            )
        return Answer(202, None, {"X-Message-Id": f"sg{self._number:04d}"})

    def _log(self, asked: Any) -> Answer:
        if not self.may_read_log:
            return _errors(403, "access forbidden")
        found = re.search(r"categories IN \('([^']+)'\)", asked["query"])
        assert found is not None
        rows = [] if self.log_lags else [one for one in self.mails() if one["category"] == found[1]]
        shown = rows[: asked["limit"]]  # there is no second page
        return Answer(200, {"messages": [_row(one) for one in shown]})


def _row(one: dict[str, Any]) -> dict[str, Any]:
    """A mail as the log shows it."""
    return {
        "from_email": one["sender"],
        "sg_message_id": f"sg.{one['headers']['Message-ID'].strip('<>')}",
        "subject": one["subject"],
        "to_email": one["to"],
        "status": "processed",
        "sg_message_id_created_at": one["at"],
    }


def _filled(text: str, marks: dict[str, str]) -> str:
    for mark, value in marks.items():
        text = text.replace(mark, value)
    return text


def _errors(status: int, message: str, field: str | None = None) -> Answer:
    return Answer(status, {"errors": [{"message": message, "field": field}]})
