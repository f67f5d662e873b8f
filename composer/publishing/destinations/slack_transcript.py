"""Practice Slack: a transcript, one JSON object a line, in place of the Web API.

Lines are of the types `channel_created`, `message` and `message_changed`. `ts` names a message as in Slack (seconds and microseconds, unique and
rising); `event_ts` is the line's own. Nothing leaves the computer, and the transcript can be asked, so no delivery stays unknown.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from composer import crash_points
from composer.clock import Clock
from composer.domain.delivery import Delivery, DeliveryKind
from composer.domain.errors import UserFacingError, told_by
from composer.domain.sayings import Code, told
from composer.files import Line, Lines, MaybeWrittenError, NotWrittenError, open_lines
from composer.publishing.port import Answer, CannotTell, Doubt, Job, NotAccepted, NotFound, Outcome, Sent

_EVENT_TYPE = "incident_composer_delivery"


class SlackTranscript:
    """A Slack workspace that is one file. `path` is the transcript; its folder must exist."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def deliver(self, job: Job) -> Outcome:
        """Post the message, or create the channel; one that is already there is found and not written again."""
        payload = json.loads(job.delivery.payload)
        try:
            with open_lines(self._path) as lines:
                already = _find(lines, job.delivery)
                if already is not None:
                    return already
                line, sent = self._line(lines, job.delivery, payload)
                crash_points.reach("slack.before_wire")
                job.on_wire()
                crash_points.reach("slack.after_wire")
                lines.append(line)
                crash_points.reach("slack.written")
                return sent
        except NotWrittenError as trouble:
            return NotAccepted(told_by(trouble), trouble.retry_after_s)
        except MaybeWrittenError as trouble:
            return Doubt(told_by(trouble))

    def look_up(self, job: Job) -> Answer:
        """Whether the transcript holds the delivery; if not, that is proof."""
        try:
            with open_lines(self._path) as lines:
                return _find(lines, job.delivery) or NotFound(proven=True)
        except UserFacingError as trouble:
            return CannotTell(trouble.told)

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:
        """Change the text of a message; writing the text that stands there writes nothing."""
        new = json.loads(payload)
        try:
            with open_lines(self._path) as lines:
                message = _message(lines, delivery.id)
                if message is None:
                    return NotAccepted(told(Code.NOT_IN_TRANSCRIPT))
                changes = [x for x in lines.having(message["ts"]) if x.get("type") == "message_changed"]
                newest = changes[-1] if changes else message
                if (newest.get("text"), newest.get("blocks")) == (new.get("text"), new.get("blocks")):
                    return None
                lines.append(
                    {
                        "type": "message_changed",
                        "at": _iso(self._clock.now()),
                        "slack_channel": message["slack_channel"],
                        "ts": message["ts"],
                        "event_ts": self._next_ts(lines),
                        "text": new.get("text"),
                        "blocks": new.get("blocks"),
                    }
                )
        except NotWrittenError as trouble:
            return NotAccepted(told_by(trouble), trouble.retry_after_s)
        except UserFacingError as trouble:
            return NotAccepted(told_by(trouble))
        return None

    def _line(self, lines: Lines, delivery: Delivery, payload: dict[str, Any]) -> tuple[Line, Sent]:
        ts = self._next_ts(lines)
        head: Line = {"at": _iso(self._clock.now()), "ts": ts, "event_ts": ts, "delivery_id": delivery.id}
        if delivery.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
            name = "#" + _bare(payload["name"])
            rest: Line = {
                key: payload[key]
                for key in ("topic", "purpose", "invite", "pin", "private")
                if key in payload
            }
            line: Line = {
                "type": "channel_created",
                **head,
                "slack_channel": name,
                "id": _channel_id(name),
                **rest,
            }
            return line, Sent(_channel_id(name))
        marker = {"event_type": _EVENT_TYPE, "event_payload": {"delivery_id": delivery.id}}
        return {"type": "message", **head, **payload, "metadata": payload.get("metadata") or marker}, Sent(ts)

    def _next_ts(self, lines: Lines) -> str:
        now = int(self._clock.now().timestamp() * 1_000_000)
        last = (lines.last() or {}).get("event_ts", "0.0")
        seconds, _, micros = str(last).partition(".")
        if seconds.isdecimal() and micros.isdecimal():
            now = max(now, int(seconds) * 1_000_000 + int(micros) + 1)
        return f"{now // 1_000_000}.{now % 1_000_000:06d}"


def _find(lines: Lines, delivery: Delivery) -> Sent | None:
    if delivery.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
        # As in Slack, a name is taken once: whoever made the channel, it is there to be used.
        name = "#" + _bare(json.loads(delivery.payload)["name"])
        made = [
            x
            for x in lines.having(name)
            if x.get("type") == "channel_created" and x.get("slack_channel") == name
        ]
        return Sent(made[0].get("id") or _channel_id(name)) if made else None
    message = _message(lines, delivery.id)
    return None if message is None else Sent(message["ts"])


def _message(lines: Lines, delivery_id: str) -> Line | None:
    for line in lines.having(delivery_id):
        if line.get("type") == "message" and line.get("delivery_id") == delivery_id:
            return line
    return None


def _bare(name: str) -> str:
    return name.removeprefix("#")


def _channel_id(name: str) -> str:
    return "C" + hashlib.sha256(_bare(name).encode()).hexdigest()[:10].upper()


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
