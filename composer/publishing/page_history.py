"""What is put on a Statuspage after the fact: the post-mortem of an incident, and a past incident that was never there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from composer.domain.delivery import Delivery, in_doubt
from composer.domain.sayings import Code, told
from composer.publishing.answers import NOT_THERE, of_question
from composer.publishing.api import Request, segment
from composer.publishing.port import Answer, CannotTell, Doubt, NotAccepted, NotFound, Outcome, Sent

_Content = dict[str, Any]


class Call(Protocol):
    """Speaks to the page: the answer's object, else what that proves (NotAccepted, Doubt)."""

    def __call__(self, request: Request, attempts: int, on_wire: Callable[[], None] = ...) -> Any: ...


def postmortem_requests(page: str, incident_id: str, payload: _Content) -> tuple[Request, Request]:
    """The draft, which nobody sees, and its publication."""
    path = f"{page}/incidents/{segment(incident_id)}/postmortem"
    publishing = {"notify_subscribers": bool(payload["notify"]), "notify_twitter": False}
    return (
        Request.write("PUT", path, {"postmortem": {"body_draft": payload["incident"]["body"]}}),
        Request.write("PUT", f"{path}/publish", {"postmortem": publishing}),
    )


def publish_postmortem(
    call: Call, page: str, there: _Content, delivery: Delivery, payload: _Content, on_wire: Callable[[], None]
) -> Outcome:
    """Put the draft there and publish it. Only publishing is seen, so only that can be in doubt."""
    draft, publishing = postmortem_requests(page, there["id"], payload)
    kept = call(draft, delivery.attempts)
    if not isinstance(kept, dict):
        return of_question(kept, attempts=delivery.attempts)
    answer = call(publishing, delivery.attempts, on_wire)
    if not isinstance(answer, dict):
        outcome: NotAccepted | Doubt = answer
        return outcome
    if answer.get("body") != payload["incident"]["body"] or not answer.get("published_at"):
        return Doubt(in_doubt(told(Code.OTHER_POSTMORTEM)))
    return Sent(str(there["id"]), _link(there))


def find_postmortem(call: Call, page: str, there: _Content, payload: _Content) -> Answer:
    """Whether these words are the published post-mortem."""
    answer = call(Request.read(f"{page}/incidents/{segment(there['id'])}/postmortem"), 1)
    if not isinstance(answer, dict):
        if isinstance(answer, NotAccepted) and answer.status == NOT_THERE:
            return NotFound()
        return CannotTell(of_question(answer, attempts=1).error)
    if answer.get("published_at") and answer.get("body") == payload["incident"]["body"]:
        return Sent(str(there["id"]), _link(there))
    return NotFound()


def backfill_request(page: str, payload: _Content, metadata: Mapping[str, Any]) -> Request:
    """A past incident, whole and resolved, of which nobody is told. The page takes no components with it."""
    said = payload["incident"]
    return Request.write(
        "POST",
        f"{page}/incidents",
        {
            "incident": {
                "name": said["name"],
                "status": "resolved",
                "body": said["body"],
                "backfilled": True,
                "backfill_date": said["began_at"],
                "impact_override": said["impact"],
                "deliver_notifications": False,
                "metadata": dict(metadata),
            }
        },
    )


def backfill(
    call: Call,
    page: str,
    delivery: Delivery,
    payload: _Content,
    request: Request,
    on_wire: Callable[[], None],
) -> Outcome:
    """Put a past incident there, and its text to the time of its end; where only that fails, it is a note."""
    answer = call(request, delivery.attempts, on_wire)
    if not isinstance(answer, dict):
        outcome: NotAccepted | Doubt = answer
        return outcome
    if not isinstance(answer.get("id"), str) or answer.get("name") != payload["incident"]["name"]:
        return Doubt(in_doubt(told(Code.ANSWER_OTHER_INCIDENT)))
    notes: tuple[str, ...] = ()
    updates = [one for one in answer.get("incident_updates") or () if isinstance(one, dict)]
    if updates:
        path = (
            f"{page}/incidents/{segment(answer['id'])}/incident_updates/{segment(str(updates[0].get('id')))}"
        )
        said = {"display_at": payload["incident"]["ended_at"], "deliver_notifications": False}
        moved = call(Request.write("PATCH", path, {"incident_update": said}), 1)
        if not isinstance(moved, dict):
            notes = (f"Its time could not be set: {of_question(moved, attempts=1).error}",)
    return Sent(answer["id"], _link(answer), notes)


def _link(incident: _Content) -> str | None:
    link = incident.get("shortlink")
    return link if isinstance(link, str) and link.startswith(("https://", "http://")) else None
