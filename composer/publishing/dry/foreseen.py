"""What a service would answer that takes everything: so a dry run goes the whole way that the real one goes.

What only the service knows (the id of a new channel, of a new incident) is a named placeholder, «so», wherever it is used afterwards. Nothing is asked of anybody.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.sayings import Code, told
from composer.publishing.http import Outgoing, Reply

Deliveries = Callable[[], Sequence[Delivery]]
"""The deliveries about the incidents of the run, stored ones and those that were taken down, in order."""
Foresee = Callable[[Outgoing], tuple[Reply, str]]
"""The answer to a request of a service that takes everything; and the condition under which the request is sent, where it is not certain."""

NEW_INCIDENT = "«id of the new incident»"


class ForeseenSlack:
    """A workspace that has every channel that is posted to. `names` gives those that the run posts to."""

    def __init__(self, names: Callable[[], Sequence[str]]) -> None:
        self._names = names

    def __call__(self, asked: Outgoing) -> tuple[Reply, str]:
        method = urlsplit(asked.url).path.rpartition("/")[2]
        said = _body(asked)
        only_if = ""
        answer: dict[str, Any] = {}
        match method:
            case "conversations.create":
                answer = {"channel": {"id": channel_id(said["name"]), "name": said["name"]}}
            case "conversations.list":
                only_if = told(Code.ONLY_UNKNOWN_CHANNEL)
                answer = {"channels": [{"id": channel_id(one), "name": one} for one in self._names()]}
            case "conversations.join":
                only_if = told(Code.ONLY_OUTSIDE_CHANNEL)
            case "chat.postMessage":
                about = said.get("metadata", {}).get("event_payload", {})
                answer = {"channel": said["channel"], "ts": f"«ts of {about.get('template', 'the post')}»"}
        return _says({"ok": True, **answer}), only_if


def channel_id(name: str) -> str:
    """The name of a channel's id that only Slack knows."""
    return f"«id of #{name.removeprefix('#')}»"


def foreseen_webhook(_: Outgoing) -> tuple[Reply, str]:
    """An incoming webhook's answer."""
    return Reply(200, {}, b"ok"), ""


def foreseen_sendgrid(_: Outgoing) -> tuple[Reply, str]:
    """SendGrid's answer to a batch that it takes."""
    return Reply(202, {}, b""), ""


def foreseen_pagerduty(asked: Outgoing) -> tuple[Reply, str]:
    """PagerDuty's answers: the incident is there, and what is written is given back."""
    parts = urlsplit(asked.url)
    said = _body(asked)
    match parts.path.rpartition("/")[2]:
        case "status_updates":
            return _says(
                {"status_update": {"id": "«id of the status update»", "message": said["message"]}}
            ), ""
        case "notes":
            return _says({"note": {"id": "«id of the note»", "content": said["note"]["content"]}}), ""
        case "responder_requests":
            return _says({"responder_request": {"message": said["message"]}}), ""
        case "users":
            sender = parse_qs(parts.query).get("query", [""])[0]
            return _says({"users": [{"id": f"«id of {sender}»", "email": sender}]}), ""
        case own:
            return _says({"incident": {"id": unquote(own)}}), ""


class ForeseenStatuspage:
    """A page that holds what was sent to it before and nothing else. `deliveries` are those about the run's incidents; `components` gives the page's components as they were last read, or names for their ids."""

    def __init__(
        self, account: str, deliveries: Deliveries, components: Callable[[], Sequence[Mapping[str, Any]]]
    ) -> None:
        self._account = account
        self._deliveries = deliveries
        self._components = components
        self._draft = ""

    def __call__(self, asked: Outgoing) -> tuple[Reply, str]:
        _, _, path = urlsplit(asked.url).path.partition("/pages/")
        parts = [unquote(one) for one in path.split("/")][1:]
        said = _body(asked)
        match asked.method, parts:
            case "GET", ["components"]:
                only_if = told(Code.ONLY_COMPONENTS_UNREAD)
                return _says([dict(one) for one in self._components()]), only_if
            case "GET", ["incidents", *which] if which in ([], ["unresolved"]):
                return _says([]), ""
            case "GET", ["incidents", own]:
                return _says(self._incident(own)), ""
            case "POST", ["incidents"]:
                return _says(_with_update(NEW_INCIDENT, said["incident"])), ""
            case "PATCH", ["incidents", own]:
                return _says(_with_update(own, said["incident"])), ""
            case "PUT", ["incidents", own, "postmortem"]:
                self._draft = said["postmortem"]["body_draft"]
                return _says({"id": own}), ""
            case "PUT", ["incidents", own, "postmortem", "publish"]:
                return _says({"body": self._draft, "published_at": "«time of publishing»"}), ""
        return _says({"id": parts[-1]}), ""

    def _incident(self, own: str) -> dict[str, Any]:
        """An incident that was sent before: its updates by their ids, the first one under a name."""
        sent = [
            one
            for one in self._deliveries()
            if one.account == self._account and one.state is DeliveryState.SENT and one.vendor_id
        ]
        about = next((one.incident_id for one in sent if one.vendor_id == own), None)
        later = [one for one in sent if one.incident_id == about and one.vendor_id != own]
        first = {"id": "«id of the incident's first update»", "created_at": ""}
        updates = [{"id": one.vendor_id, "created_at": f"{number:09}"} for number, one in enumerate(later, 1)]
        return {"id": own, "incident_updates": [*reversed(updates), first]}


def _with_update(own: str, said: Mapping[str, Any]) -> dict[str, Any]:
    update = {"id": "«id of the update»", "status": said.get("status"), "body": said.get("body")}
    return {"id": own, "name": said.get("name"), "incident_updates": [update]}


def _body(asked: Outgoing) -> Any:
    return json.loads(asked.content) if asked.content else {}


def _says(content: Any) -> Reply:
    return Reply(200, {"content-type": "application/json"}, json.dumps(content).encode())
