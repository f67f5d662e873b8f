"""PagerDuty over its REST API: status updates, notes and calls for help on an incident, and what its log says.

The API lists neither status updates nor calls for help, so one whose answer was lost can't be looked up: a person looks at the incident. A note is found by its mark.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from composer.domain.delivery import Delivery, DeliveryKind, in_doubt
from composer.domain.sayings import Code, Said, told
from composer.publishing.answers import (
    as_said,
    as_words,
    not_taken,
    object_of,
    of_failure,
    of_question,
)
from composer.publishing.api import Api, Request, segment
from composer.publishing.http import ExchangeError
from composer.publishing.port import (
    Answer,
    CannotTell,
    Checked,
    Doubt,
    Job,
    NotAccepted,
    NotFound,
    Outcome,
    Sent,
)
from composer.publishing.running import DutyIncident

_Content = dict[str, Any]

PAGE, MOST_ENTRIES = 100, 2_000
UNTOLD = frozenset({"notify", "assign", "exhaust_escalation_path", "repeat_escalation_path"})
"""Kinds of log entries that tell nothing of the incident itself."""


class PagerDuty:
    """An account. The address of the user who writes goes with each request (`From`); `sender` is that address."""

    def __init__(self, api: Api, sender: str = "") -> None:
        self._api = api
        self._sender = sender

    def deliver(self, job: Job) -> Outcome:
        """Write to the linked incident; of a status update its subscribers are told at once, and by a call for help somebody is woken."""
        payload = json.loads(job.delivery.payload)
        if not payload.get("pagerduty_incident"):
            return NotAccepted(told(Code.NOT_LINKED))
        attempts = job.delivery.attempts
        incident = self._call(Request.read(_path(payload)), attempts)
        if not isinstance(incident, dict):
            return of_question(incident, attempts=attempts)
        requester = self._requester() if job.delivery.kind is DeliveryKind.PAGE else ""
        if isinstance(requester, NotAccepted):
            return requester
        request = _request(job.delivery.kind, payload, requester)
        answer: _Content | NotAccepted | Doubt = self._call(request, attempts, job.on_wire)
        if not isinstance(answer, dict):
            return answer
        part, words = _ANSWERED[job.delivery.kind]
        made = answer.get(part)
        if not isinstance(made, dict) or made.get(words) != payload["message"]:
            return Doubt(in_doubt(told(Code.ANSWER_OTHER_THING)))
        if job.delivery.kind is not DeliveryKind.PAGE and not isinstance(made.get("id"), str):
            return Doubt(in_doubt(told(Code.ANSWER_NAMES_NOTHING)))
        found = incident.get("incident")
        link = found.get("html_url") if isinstance(found, dict) else None
        own = made.get("id")
        return Sent(
            own if isinstance(own, str) else None,
            link if isinstance(link, str) and link.startswith("https://") else None,
        )

    def look_up(self, job: Job) -> Answer:
        """Whether a note is there; the API has no list of the others."""
        payload = json.loads(job.delivery.payload)
        if job.delivery.kind is not DeliveryKind.NOTE:
            calls = job.delivery.kind is DeliveryKind.PAGE
            code = Code.PAGERDUTY_CANT_LIST_CALLS if calls else Code.PAGERDUTY_CANT_LIST_UPDATES
            return CannotTell(told(code))
        answer = self._call(Request.read(f"{_path(payload)}/notes"), 1)
        if not isinstance(answer, dict) or not isinstance(answer.get("notes"), list):
            return CannotTell(of_question(answer if not isinstance(answer, dict) else None, attempts=1).error)
        for one in answer["notes"]:
            if isinstance(one, dict) and one.get("content") == payload["message"]:
                return Sent(str(one.get("id")))
        return NotFound()

    def _requester(self) -> str | NotAccepted:
        """The id of the user as whom everything is written: a call for help names them."""
        answer = self._call(Request.read("/users", query=self._sender, limit=100), 1)
        users = answer.get("users") if isinstance(answer, dict) else None
        if not isinstance(users, list):
            return of_question(answer if not isinstance(answer, dict) else None, attempts=1)
        for one in users:
            if isinstance(one, dict) and str(one.get("email")).casefold() == self._sender.casefold():
                return str(one.get("id"))
        return NotAccepted(told(Code.NO_USER_TO_PAGE, sender=self._sender))

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:  # noqa: ARG002 - as above
        """A status update can't be changed."""
        return NotAccepted(told(Code.UPDATE_UNCHANGEABLE))

    def check(self) -> Checked:
        """Whether the key is taken, and the address is one of the account's users."""
        answer = self._call(Request.read("/users", query=self._sender, limit=100), 1)
        if not isinstance(answer, dict):
            return Checked(missing=(as_said(answer),))
        users = answer.get("users")
        known = {
            str(one.get("email")).casefold()
            for one in (users if isinstance(users, list) else ())
            if isinstance(one, dict)
        }
        if self._sender.casefold() in known:
            return Checked((Said.of(Code.WRITTEN_AS, sender=self._sender),))
        return Checked(missing=(Said.of(Code.NO_USER, sender=self._sender),))

    def open_incidents(self) -> list[DutyIncident] | NotAccepted:
        """The incidents that are triggered or acknowledged; see `ReadsDuty`."""
        path = "/incidents?statuses[]=triggered&statuses[]=acknowledged&sort_by=created_at:desc&limit=100"
        answer = self._call(Request("GET", path), 1)
        if not isinstance(answer, dict):
            return of_question(answer, attempts=1)
        rows = answer.get("incidents")
        return [
            _duty(one)
            for one in (rows if isinstance(rows, list) else ())
            if isinstance(one, dict) and isinstance(one.get("id"), str)
        ]

    def incident(self, incident_id: str) -> DutyIncident | NotAccepted:
        """One incident with its log; see `ReadsDuty`."""
        path = f"/incidents/{segment(incident_id)}"
        answer = self._call(Request.read(path), 1)
        found = answer.get("incident") if isinstance(answer, dict) else None
        if not isinstance(found, dict):
            return of_question(answer if not isinstance(answer, dict) else None, attempts=1)
        told: list[_Content] = []
        for offset in range(0, MOST_ENTRIES, PAGE):
            page = self._call(Request.read(f"{path}/log_entries", limit=PAGE, offset=offset), 1)
            if not isinstance(page, dict):
                return of_question(page, attempts=1)
            rows = page.get("log_entries")
            told += [one for one in (rows if isinstance(rows, list) else ()) if isinstance(one, dict)]
            if not page.get("more"):
                break
        log = [
            (at, text) for one in told if (at := _moment(one.get("created_at"))) and (text := _happened(one))
        ]
        return replace(_duty({"id": incident_id, **found}), log=tuple(sorted(log)))

    def _call(self, request: Request, attempts: int, on_wire: Callable[[], None] = lambda: None) -> Any:
        """The answer's object, else what that proves: NotAccepted or Doubt."""
        try:
            reply = self._api.send(request, on_wire)
        except ExchangeError as trouble:
            return of_failure(trouble, attempts=attempts)
        content = object_of(reply)
        refused = not_taken(reply, _words(content), attempts=attempts)
        if refused is not None:
            return refused
        if content is None:
            return Doubt.of(Said.of(Code.NOT_PAGERDUTYS))
        return content


def _path(payload: _Content) -> str:
    return f"/incidents/{segment(payload['pagerduty_incident'])}"


_ANSWERED = {
    DeliveryKind.MESSAGE: ("status_update", "message"),
    DeliveryKind.NOTE: ("note", "content"),
    DeliveryKind.PAGE: ("responder_request", "message"),
}
"""In which part of the answer what was written stands, and under which name its words."""


def _request(kind: DeliveryKind, payload: _Content, requester: str) -> Request:
    match kind:
        case DeliveryKind.NOTE:
            return Request.write("POST", f"{_path(payload)}/notes", {"note": {"content": payload["message"]}})
        case DeliveryKind.PAGE:
            targets = [{"responder_request_target": one} for one in payload["targets"]]
            said = {
                "requester_id": requester,
                "message": payload["message"],
                "responder_request_targets": targets,
            }
            return Request.write("POST", f"{_path(payload)}/responder_requests", said)
        case _:
            return Request.write("POST", f"{_path(payload)}/status_updates", {"message": payload["message"]})


def _duty(found: _Content) -> DutyIncident:
    service = found.get("service")
    link = found.get("html_url")
    return DutyIncident(
        id=str(found["id"]),
        title=as_words(found.get("title") or found.get("summary") or ""),
        status=str(found.get("status") or ""),
        service=as_words(service.get("summary") or "") if isinstance(service, dict) else "",
        began_at=_moment(found.get("created_at")) or datetime.now(UTC),
        url=link if isinstance(link, str) and link.startswith("https://") else None,
    )


def _happened(entry: _Content) -> str:
    """One entry of the log as a sentence; nothing for what only machines did."""
    kind = str(entry.get("type") or "").removesuffix("_reference").removesuffix("_log_entry")
    if kind in UNTOLD:
        return ""
    summary = entry.get("summary")
    if isinstance(summary, str) and summary.strip():
        return as_words(summary)
    agent = entry.get("agent")
    who = as_words(agent.get("summary") or "") if isinstance(agent, dict) else ""
    return f"{kind.replace('_', ' ').capitalize()}{' by ' + who if who else ''}" if kind else ""


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else None


def _words(content: _Content | None) -> str:
    error = (content or {}).get("error")
    if not isinstance(error, dict):
        return as_words(error or "")
    details = error.get("errors")
    told = [error.get("message"), *(details if isinstance(details, list) else ())]
    return as_words("; ".join(str(one) for one in told if one))
