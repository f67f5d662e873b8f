"""Atlassian Statuspage: the public incident, its updates and the states of components, each update in one request.

The page is read afresh before each send: where somebody else has posted meanwhile, nothing is sent and a person is asked. The delivery's id goes into the
incident's metadata; since the next update puts its own there, an update is also found by its body and time.
"""

from __future__ import annotations

import html
import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from composer.clock import Clock
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, in_doubt
from composer.domain.sayings import Code, Said, told
from composer.publishing.answers import (
    NOT_THERE,
    as_said,
    as_words,
    list_of,
    not_taken,
    object_of,
    of_failure,
    of_question,
)
from composer.publishing.api import Api, Request, segment
from composer.publishing.http import ExchangeError
from composer.publishing.page_components import PageComponents
from composer.publishing.page_history import (
    backfill,
    backfill_request,
    find_postmortem,
    publish_postmortem,
)
from composer.publishing.page_others import Others, what_else_runs
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
from composer.publishing.running import PageIncident, PageUpdate

METADATA = "incident_composer"
SETTLE_S = 5.0
"""What was accepted may take so long to be read back."""
RECENT = timedelta(minutes=10)
"""What was made longer ago can be read by now, if it arrived."""
CLOCKS_APART = timedelta(minutes=15)
"""How far the page's clock and ours may be from each other."""
PAGE, MOST_PAGES = 100, 10
"""The page's lists are read so many incidents at a time, and so many times: its newest thousand."""

_Content = dict[str, Any]


class Statuspage:
    """One page. `earlier` gives the deliveries about the same incident to the same page that were stored before one, or were said there by others and adopted; `others` tells which
    of the page's incidents are known here."""

    def __init__(
        self,
        api: Api,
        page_id: str,
        components: PageComponents,
        earlier: Callable[[Delivery], Sequence[Delivery]],
        clock: Clock,
        others: Others,
        *,
        settle_s: float | None = None,
    ) -> None:
        self._api = api
        self._others = others
        self._page = f"/pages/{segment(page_id)}"
        self._components = components
        self._earlier = earlier
        self._clock = clock
        self._settle_s = SETTLE_S if settle_s is None else settle_s

    # --- the port ----------------------------------------------------------------------------------------------

    def deliver(self, job: Job) -> Outcome:
        """Open the public incident, or add an update to it, with the states of components in the same request."""
        delivery, payload = job.delivery, json.loads(job.delivery.payload)
        if delivery.kind is DeliveryKind.BACKFILL:
            request = self._backfill(delivery, payload)
            return backfill(self._call, self._page, delivery, payload, request, job.on_wire)
        beside: list[_Content] = []
        there = self._there(delivery, payload, beside=beside)
        if isinstance(there, NotAccepted):
            return there
        if delivery.kind is DeliveryKind.POSTMORTEM:
            if there is None:
                return NotAccepted(told(Code.POSTMORTEM_HAS_NO_PLACE))
            return publish_postmortem(self._call, self._page, there, delivery, payload, job.on_wire)
        conflict = self._beside(beside, delivery) if there is None else self._conflict(there, delivery)
        if conflict is not None:
            return conflict
        read = self._read_components(delivery.attempts)
        if isinstance(read, NotAccepted) and not self._components.known:
            return read
        states, missing = self._components.states(payload["incident"].get("components") or {})
        request = self._request(delivery, payload, there, states)
        answer: _Content | NotAccepted | Doubt = self._call(request, delivery.attempts, job.on_wire)
        if not isinstance(answer, dict):
            return answer
        if not isinstance(answer.get("id"), str) or (there is not None and answer["id"] != there["id"]):
            return Doubt(in_doubt(told(Code.ANSWER_OTHER_INCIDENT)))
        notes = tuple(told(Code.STATE_NOT_SHOWN, component=name) for name in missing)
        return Sent(self._vendor_id(answer, payload, new=there is None), _link(answer), notes)

    def look_up(self, job: Job) -> Answer:
        """Whether the page has the update: by the marker, else by its body and time."""
        answer = self._looked_up(job.delivery)
        born = job.delivery.queued_at or job.delivery.created_at
        if isinstance(answer, NotFound) and self._settle_s and self._clock.now() - born < RECENT:
            self._clock.wait(threading.Event(), self._settle_s)
            answer = self._looked_up(job.delivery)
        return answer

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:
        """Correct the wording of an update that was sent; nobody is told again."""
        body = json.loads(payload)["incident"]["body"]
        there = self._there(delivery, json.loads(payload), itself=True)
        if isinstance(there, NotAccepted):
            return there
        mine = None if there is None else self._mine(there, delivery)
        if there is None or mine is None:
            return NotAccepted(told(Code.UPDATE_GONE))
        path = f"{self._page}/incidents/{segment(there['id'])}/incident_updates/{segment(mine['id'])}"
        said = {"incident_update": {"body": body, "deliver_notifications": False}}
        answer = self._call(Request.write("PATCH", path, said), 1)
        return None if isinstance(answer, dict) else of_question(answer, attempts=1)

    def check(self) -> Checked:
        """The page, its components and groups, how many it tells, and which components of the plan it lacks."""
        page = self._call(Request.read(self._page), 1)
        if not isinstance(page, dict):
            return Checked(missing=(as_said(page),))
        facts = [Said.of(Code.PAGE, name=as_words(page.get("name")))]
        self._components.forget()
        trouble = self._read_components()
        if trouble is not None:
            return Checked(tuple(facts), (as_said(trouble),))
        components, groups = self._components.counts
        facts.append(Said.of(Code.COMPONENTS, components=str(components), groups=str(groups)))
        told = self._call(Request.read(f"{self._page}/subscribers/count"), 1)
        total: int | None = None
        if isinstance(told, dict):
            total = sum(each for each in told.values() if isinstance(each, int))
            facts.append(Said.of(Code.SUBSCRIBERS, count=total))
        _, lacking = self._components.states(dict.fromkeys(self._components.wanted, ""))
        return Checked(
            tuple(facts),
            tuple(Said.of(Code.NO_COMPONENT, name=name) for name in lacking),
            total,
        )

    def lacks(self) -> tuple[str, ...]:
        """The keys of components that the page lacks; see `KnowsComponents`."""
        return self._components.lacking()

    def running(self) -> list[PageIncident] | NotAccepted:
        """The incidents that are not resolved; see `ReadsPage`."""
        trouble = self._read_components()
        if trouble is not None and not self._components.known:
            return trouble
        found: list[PageIncident] = []
        for incident in self._incidents("unresolved"):
            if isinstance(incident, NotAccepted):
                return incident
            if isinstance(incident.get("id"), str):
                found.append(self._as_running(incident))
        return found

    def _as_running(self, incident: _Content) -> PageIncident:
        rows = [one for one in incident.get("components") or () if isinstance(one, dict)]
        own = _marked(incident)
        updates = tuple(
            PageUpdate(str(one.get("id")), str(one.get("status")), str(one.get("body") or ""), at)
            for one in reversed(_updates(incident))
            if (at := _moment(one.get("created_at"))) is not None
        )
        began = _moment(incident.get("started_at")) or _moment(incident.get("created_at"))
        return PageIncident(
            id=incident["id"],
            name=as_words(incident.get("name") or ""),
            status=str(incident.get("status")),
            impact=str(incident.get("impact")),
            began_at=began or (updates[0].at if updates else self._clock.now()),
            url=_link(incident),
            updates=updates,
            components=self._components.keys({str(one.get("id")): str(one.get("status")) for one in rows}),
            incident_id=_text(own.get("incident_id")),
            delivery_id=_text(own.get("delivery_id")),
        )

    # --- what is on the page -----------------------------------------------------------------------------------

    def _there(
        self,
        delivery: Delivery,
        payload: _Content,
        *,
        itself: bool = False,
        beside: list[_Content] | None = None,
    ) -> _Content | NotAccepted | None:
        """The incident as the page has it now; None where it has none yet: then `beside` takes what else runs there."""
        known = self._known_ids(delivery)
        if itself and delivery.vendor_id is not None:
            known = [*known, delivery.vendor_id]
        if known:
            answer = self._call(
                Request.read(f"{self._page}/incidents/{segment(known[0])}"), delivery.attempts
            )
            if isinstance(answer, dict):
                return answer
            if not (isinstance(answer, NotAccepted) and answer.status == NOT_THERE):
                return of_question(answer, attempts=delivery.attempts)
        for incident in self._incidents("unresolved", delivery.attempts):
            if isinstance(incident, NotAccepted):
                return incident
            if self._is_ours(incident, payload, known):
                return incident
            if beside is not None:
                beside.append(incident)
        if known:
            return NotAccepted(told(Code.INCIDENT_GONE))
        return None

    def _known_ids(self, delivery: Delivery) -> list[str]:
        """Ids at the page of what was sent about the incident before, the incident's own first."""
        sent = [one for one in self._earlier(delivery) if one.state is DeliveryState.SENT and one.vendor_id]
        return [str(one.vendor_id) for one in sent]

    @staticmethod
    def _is_ours(incident: _Content, payload: _Content, known: Sequence[str]) -> bool:
        if _marked(incident).get("incident_id") == payload["incident"]["id"]:
            return True
        return incident.get("id") in known or any(one.get("id") in known for one in _updates(incident))

    def _beside(self, beside: Sequence[_Content], delivery: Delivery) -> NotAccepted | None:
        marked = {str(one.get("id")): _text(_marked(one).get("incident_id")) for one in beside}
        return what_else_runs(beside, marked, self._others, delivery)

    def _conflict(self, there: _Content, delivery: Delivery) -> NotAccepted | None:
        """What somebody else posted since our last update; None where the newest one is ours, or a person has seen it."""
        updates = _updates(there)
        if not updates:
            return None
        newest, known = updates[0], self._known_ids(delivery)
        if newest.get("id") in known or (len(updates) == 1 and there.get("id") in known):
            return None  # however the page gives our words back
        ours = [_said(json.loads(one.payload)) for one in self._earlier(delivery)]
        ours += [_said(json.loads(one.amend)) for one in self._earlier(delivery) if one.amend]
        if (newest.get("status"), _flat(newest.get("body"))) in ours:
            return None
        posted = _moment(newest.get("created_at"))
        seen_until = delivery.queued_at if delivery.insisted else None
        if seen_until is not None and posted is not None and posted <= seen_until:
            return None
        at = f" at {posted:%H:%M} UTC" if posted is not None else ""
        words = as_words(newest.get("body") or "")
        return NotAccepted(
            told(Code.SOMEBODY_ELSE_POSTED, at=at, status=as_words(newest.get("status")), words=words)
        )

    def _looked_up(self, delivery: Delivery) -> Answer:
        payload = json.loads(delivery.payload)
        if delivery.kind is DeliveryKind.POSTMORTEM:
            there = self._there(delivery, payload)
            if not isinstance(there, dict):
                return NotFound() if there is None else CannotTell(there.error)
            return find_postmortem(self._call, self._page, there, payload)
        known = self._known_ids(delivery)
        if known and delivery.kind is not DeliveryKind.BACKFILL:
            request = Request.read(f"{self._page}/incidents/{segment(known[0])}")
            there = self._call(request, 1)
            if isinstance(there, dict):
                return self._as_found(there, delivery, payload, known) or NotFound()
            if not (isinstance(there, NotAccepted) and there.status == NOT_THERE):
                return CannotTell(of_question(there, attempts=1).error)
        oldest = delivery.created_at
        for incident in self._incidents(""):
            if isinstance(incident, NotAccepted):
                is_end = incident.said is not None and incident.said.code is Code.PAGE_HAS_TOO_MANY
                # All that could be it was read: what it made would be newer.
                return (
                    NotFound()
                    if is_end and oldest < delivery.created_at - CLOCKS_APART
                    else CannotTell(incident.error)
                )
            found = self._as_found(incident, delivery, payload, known)
            if found is not None:
                return found
            oldest = min(oldest, _moment(incident.get("created_at")) or oldest)
        return NotFound()

    def _as_found(
        self, incident: _Content, delivery: Delivery, payload: _Content, known: Sequence[str]
    ) -> Sent | None:
        """The delivery, where this incident has it."""
        if _marked(incident).get("delivery_id") == delivery.id:
            return Sent(self._vendor_id(incident, payload, new=not known), _link(incident))
        mine = self._mine(incident, delivery) if self._is_ours(incident, payload, known) else None
        if mine is None:
            return None
        return Sent(incident["id"] if not known else str(mine["id"]), _link(incident))

    def _mine(self, incident: _Content, delivery: Delivery) -> _Content | None:
        """The update that a delivery is: by its id, else by status, body and time. Of equal ones, those that other deliveries are do not count."""
        updates = _updates(incident)
        by_id = next((one for one in updates if one.get("id") == delivery.vendor_id), None)
        if by_id is not None:
            return by_id
        said = _said(json.loads(delivery.payload))
        since = delivery.created_at - CLOCKS_APART
        equal = [
            one
            for one in updates
            if (one.get("status"), _flat(one.get("body"))) == said
            and (_moment(one.get("created_at")) or since) >= since
        ]
        others = [
            one
            for one in self._earlier(delivery)
            if one.state is DeliveryState.SENT
            and one.created_at >= since
            and _said(json.loads(one.payload)) == said
        ]
        if len(equal) > len(others):
            return equal[0]
        # Its words were changed since; the update that opened the incident is the oldest one.
        return updates[-1] if updates and incident.get("id") == delivery.vendor_id else None

    def _incidents(self, which: str, attempts: int = 1) -> Iterator[_Content | NotAccepted]:
        """The page's incidents, newest first; ended by a NotAccepted where the page can't be asked, or has more than are read."""
        path = f"{self._page}/incidents" + (f"/{which}" if which else "")
        size = {"per_page" if which else "limit": PAGE}  # the two lists name it differently
        for page in range(1, MOST_PAGES + 1):
            answer = self._call(Request.read(path, page=page, **size), attempts, many=True)
            if not isinstance(answer, list):
                yield of_question(answer if not isinstance(answer, dict) else None, attempts=attempts)
                return
            yield from answer
            if len(answer) < PAGE:
                return
        yield NotAccepted.of(Said.of(Code.PAGE_HAS_TOO_MANY, count=PAGE * MOST_PAGES))

    def _read_components(self, attempts: int = 1) -> NotAccepted | None:
        """Read the page's components where that was long ago; what was read stays for when the page can't be asked."""
        if self._components.fresh:
            return None
        read: list[_Content] = []
        for page in range(1, 51):
            request = Request.read(f"{self._page}/components", page=page, per_page=100)
            answer = self._call(request, attempts, many=True)
            if not isinstance(answer, list):
                return of_question(answer if not isinstance(answer, dict) else None, attempts=attempts)
            read += answer
            if len(answer) < 100:
                break
        self._components.take(read)
        return None

    def _backfill(self, delivery: Delivery, payload: _Content) -> Request:
        own = {METADATA: {"delivery_id": delivery.id, "incident_id": payload["incident"]["id"]}}
        return backfill_request(self._page, payload, own)

    # --- speaking to the page ----------------------------------------------------------------------------------

    def _request(
        self, delivery: Delivery, payload: _Content, there: _Content | None, states: Mapping[str, str]
    ) -> Request:
        said = payload["incident"]
        metadata = there.get("metadata") if there else None
        own = {METADATA: {"delivery_id": delivery.id, "incident_id": said["id"]}}
        # Whether a change replaces or adds metadata is not documented: what other tools keep there goes along.
        incident: _Content = {
            "status": said["status"],
            "body": said["body"],
            "deliver_notifications": bool(said["deliver_notifications"]),
            "impact_override": said["impact"],
            "metadata": {**(metadata if isinstance(metadata, dict) else {}), **own},
        }
        if states:
            incident |= {"components": dict(states), "component_ids": sorted(states)}
        if there is None:
            return Request.write(
                "POST", f"{self._page}/incidents", {"incident": {"name": said["name"], **incident}}
            )
        # A name that somebody changed on the page stays, unless ours changed too.
        names = [json.loads(one.payload)["incident"]["name"] for one in self._earlier(delivery)]
        if names and names[-1] != said["name"]:
            incident["name"] = said["name"]
        return Request.write(
            "PATCH", f"{self._page}/incidents/{segment(there['id'])}", {"incident": incident}
        )

    def _call(
        self,
        request: Request,
        attempts: int,
        on_wire: Callable[[], None] = lambda: None,
        *,
        many: bool = False,
    ) -> Any:
        """The answer's object (or list), else what that proves: NotAccepted or Doubt."""
        try:
            reply = self._api.send(request, on_wire)
        except ExchangeError as trouble:
            return of_failure(trouble, attempts=attempts)
        content = list_of(reply) if many else object_of(reply)
        refused = not_taken(reply, _words(object_of(reply)), attempts=attempts)
        if refused is not None:
            return refused
        if content is None:
            return Doubt.of(Said.of(Code.NOT_STATUSPAGES))
        return content

    @staticmethod
    def _vendor_id(incident: _Content, payload: _Content, *, new: bool) -> str:
        if new:
            return str(incident["id"])
        said, updates = _said(payload), _updates(incident)
        mine = (one for one in updates if (one.get("status"), _flat(one.get("body"))) == said)
        # Where the page gives our words back in another form, its newest update is the one it has just taken.
        return str(next(mine, updates[0] if updates else incident).get("id"))


def _updates(incident: _Content) -> list[_Content]:
    """The incident's updates, the newest first."""
    found = [one for one in incident.get("incident_updates") or () if isinstance(one, dict)]
    return sorted(found, key=lambda one: str(one.get("created_at") or ""), reverse=True)


def _marked(incident: _Content) -> _Content:
    metadata = incident.get("metadata")
    own = metadata.get(METADATA) if isinstance(metadata, dict) else None
    return own if isinstance(own, dict) else {}


def _said(payload: _Content) -> tuple[str, str]:
    return payload["incident"]["status"], _flat(payload["incident"]["body"])


def _flat(body: object) -> str:
    """A body as it is compared: the page may give it back with other blanks, or with entities."""
    return " ".join(html.unescape(str(body or "")).split())


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _link(incident: _Content) -> str | None:
    link = incident.get("shortlink")
    return link if isinstance(link, str) and link.startswith(("https://", "http://")) else None


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else None


def _words(content: _Content | None) -> str:
    """The page's own words: it has three forms for them."""
    said = (content or {}).get("error") or (content or {}).get("message") or ""
    return as_words("; ".join(map(str, said)) if isinstance(said, list) else said)
