"""As `tests.kill.processes`, for live mode: look-ups need no patience, and a bug can be sown in to see that it is caught.

`python -m tests.kill.live_processes`; an order's environment may name one of `BUGS` as `SEEDED_BUG`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from composer import crash_points
from composer.domain.delivery import OwnerDied, reduce
from composer.publishing import http, outbox
from composer.publishing.destinations import pagerduty, sendgrid, slack, statuspage
from composer.publishing.port import NotAccepted
from composer.record import deliveries
from tests.kill import processes

VARIABLE = "SEEDED_BUG"


def requeue_sending() -> None:
    """After a restart, what was being sent is simply sent again."""
    right = reduce

    def wrong(delivery: Any, event: Any) -> Any:
        return right(replace(delivery, on_wire=False) if isinstance(event, OwnerDied) else delivery, event)

    deliveries.__dict__["reduce"] = wrong  # the name by which the record knows it


def retry_on_read_timeout() -> None:
    """A lost answer counts as not accepted."""
    for module in (slack, statuspage, sendgrid, pagerduty):
        module.of_failure = lambda trouble, *, attempts: NotAccepted(str(trouble), 0.1)  # type: ignore[attr-defined]


def follow_redirects() -> None:
    """A redirect is followed, wherever it points."""
    right = http.HttpWire._client

    def wrong(transport: Any) -> Any:
        client = right(transport)
        client.follow_redirects = True
        return client

    http.HttpWire._client = staticmethod(wrong)  # type: ignore[method-assign]


def commit_after_send() -> None:
    """The mark is stored once the answer is there."""
    right = http.HttpWire.send

    def wrong(self: Any, *arguments: Any, on_wire: Callable[[], None] = lambda: None, **more: Any) -> Any:
        reply = right(self, *arguments, **more)
        crash_points.reach("api.answered")
        on_wire()
        return reply

    http.HttpWire.send = wrong  # type: ignore[method-assign]


def render_again_on_retry() -> None:
    """A second attempt makes its text anew."""
    right = outbox.Outbox._deliver

    def wrong(self: Any, delivery: Any) -> Any:
        if delivery.attempts < 2:
            return right(self, delivery)
        content = json.loads(delivery.payload)
        for part, name in ((content, "text"), (content, "message"), (content.get("incident", {}), "body")):
            if isinstance(part.get(name), str):
                part[name] += " (anew)"
        if isinstance(content.get("body"), list):
            content["body"].append([" (anew)", None])
        return right(self, replace(delivery, payload=json.dumps(content).encode()))

    outbox.Outbox._deliver = wrong  # type: ignore[method-assign]


BUGS = {
    one.__name__: one
    for one in (
        requeue_sending,
        retry_on_read_timeout,
        follow_redirects,
        commit_after_send,
        render_again_on_retry,
    )
}


def main() -> None:
    """Serve orders; a bug is sown in each child that asks for one, after the fork."""
    slack.SETTLE_S = statuspage.SETTLE_S = 0.0
    from composer.cli import main as command_line

    right = command_line.main

    def sown(arguments: Any = None) -> int:
        bug = os.environ.get(VARIABLE)
        if bug:
            BUGS[bug]()
        return right(arguments)

    command_line.main = sown
    processes.serve(
        "composer.services.live_ways",
        *(f"composer.publishing.destinations.{name}" for name in ("pagerduty", "sendgrid", "slack_webhook", "smtp_mail")),
        "composer.connections.file", "keyring.backends.SecretService", "secretstorage", "email.generator", "alembic.config",
    )  # fmt: skip


if __name__ == "__main__":
    main()
