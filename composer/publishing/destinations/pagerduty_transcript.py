"""Practice PagerDuty: a transcript of status updates, one JSON object a line, in place of the REST API.

A line of type `status_update` has the delivery's id, so that the transcript can be asked; `status_update_changed` is an amendment.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

from composer import crash_points
from composer.clock import Clock
from composer.domain.delivery import Delivery, DeliveryKind
from composer.domain.errors import UserFacingError, told_by
from composer.domain.sayings import Code, told
from composer.files import Line, Lines, MaybeWrittenError, NotWrittenError, open_lines
from composer.publishing.port import Answer, CannotTell, Doubt, Job, NotAccepted, NotFound, Outcome, Sent


class PagerDutyTranscript:
    """A PagerDuty account that is one file. `path` is the transcript; its folder must exist."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def deliver(self, job: Job) -> Outcome:
        """Write the status update; one that is already there is found and not written again."""
        payload = json.loads(job.delivery.payload)
        try:
            with open_lines(self._path) as lines:
                already = _find(lines, job.delivery.id)
                if already is not None:
                    return Sent(already["id"])
                crash_points.reach("pagerduty.before_wire")
                job.on_wire()
                crash_points.reach("pagerduty.after_wire")
                own_id = "P" + hashlib.sha256(job.delivery.id.encode()).hexdigest()[:13].upper()
                lines.append(
                    {
                        "type": _TYPES.get(job.delivery.kind, "status_update"),
                        "at": _iso(self._clock.now()),
                        "id": own_id,
                        **payload,
                        "delivery_id": job.delivery.id,
                    }
                )
                crash_points.reach("pagerduty.written")
                return Sent(own_id)
        except NotWrittenError as trouble:
            return NotAccepted(told_by(trouble), trouble.retry_after_s)
        except MaybeWrittenError as trouble:
            return Doubt(told_by(trouble))

    def look_up(self, job: Job) -> Answer:
        """Whether the transcript holds the delivery; if not, that is proof."""
        try:
            with open_lines(self._path) as lines:
                found = _find(lines, job.delivery.id)
        except UserFacingError as trouble:
            return CannotTell(trouble.told)
        return NotFound(proven=True) if found is None else Sent(found["id"])

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:
        """Note a changed text; the text that stands there already writes nothing."""
        message = json.loads(payload).get("message")
        try:
            with open_lines(self._path) as lines:
                known = [x for x in lines.having(delivery.id) if x.get("delivery_id") == delivery.id]
                if not known:
                    return NotAccepted(told(Code.UPDATE_NOT_IN_TRANSCRIPT))
                if known[-1].get("message") == message:
                    return None
                changed = {
                    **known[0],
                    "type": "status_update_changed",
                    "at": _iso(self._clock.now()),
                    "message": message,
                }
                lines.append(changed)
        except NotWrittenError as trouble:
            return NotAccepted(told_by(trouble), trouble.retry_after_s)
        except UserFacingError as trouble:
            return NotAccepted(told_by(trouble))
        return None


_TYPES = {
    DeliveryKind.MESSAGE: "status_update",
    DeliveryKind.NOTE: "note",
    DeliveryKind.PAGE: "responder_request",
}


def _find(lines: Lines, delivery_id: str) -> Line | None:
    for line in lines.having(delivery_id):
        if line.get("type") in _TYPES.values() and line.get("delivery_id") == delivery_id:
            return line
    return None


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
