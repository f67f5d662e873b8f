"""Slack through an incoming webhook: it can post to its one channel, and nothing else.

No channel is made, nothing can be pinned, changed or looked up. The webhook's address is itself the credential, so it is shown nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from composer import crash_points
from composer.domain.delivery import Delivery, in_doubt
from composer.domain.errors import UserFacingError, told_by
from composer.domain.sayings import Code, told
from composer.publishing.answers import as_words, not_taken, of_failure
from composer.publishing.http import ExchangeError, HttpWire
from composer.publishing.port import Answer, CannotTell, Doubt, Job, NotAccepted, Outcome, Sent

_GONE = 410  # documented for a webhook whose channel is archived


class SlackWebhook:
    """One webhook. `wire` gives the HTTP wire, `address` the webhook's address from the keyring."""

    def __init__(self, wire: Callable[[], HttpWire], address: Callable[[], str]) -> None:
        self._wire = wire
        self._address = address

    def deliver(self, job: Job) -> Outcome:
        """Post the message to the webhook's own channel."""
        attempts = job.delivery.attempts
        try:
            wire, address = self._wire(), self._address()
        except UserFacingError as trouble:
            return NotAccepted(told_by(trouble))
        headers = {"Content-Type": "application/json; charset=utf-8"}
        crash_points.reach("api.asking")
        try:
            reply = wire.send("POST", address, headers=headers, content=_content(job), on_wire=job.on_wire)
        except ExchangeError as trouble:
            return of_failure(trouble, attempts=attempts)
        crash_points.reach("api.answered")
        words = as_words(reply.body[:2_000].decode("utf-8", "replace"))
        if reply.status == _GONE:
            return NotAccepted(told(Code.WEBHOOK_GONE, words=words))
        refused = not_taken(reply, words, attempts=attempts)
        if refused is not None:
            return refused
        if reply.body.strip() != b"ok":
            return Doubt(in_doubt(told(Code.SLACK_ANSWER_DOUBTFUL)))
        return Sent(None)

    def look_up(self, job: Job) -> Answer:  # noqa: ARG002 - the port's signature
        """A webhook can't be asked."""
        return CannotTell(told(Code.WEBHOOK_CANT_TELL))

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:  # noqa: ARG002 - as above
        """What a webhook posted can't be changed."""
        return NotAccepted(told(Code.WEBHOOK_UNCHANGEABLE))


def _content(job: Job) -> bytes:
    payload: dict[str, Any] = json.loads(job.delivery.payload)
    body = {key: payload[key] for key in ("text", "blocks", "unfurl_links", "unfurl_media") if key in payload}
    return json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
