"""A program that carries out one delivery and may be killed on the way: `python -m tests.publishing.kill_driver KIND FOLDER ACTION`.

ACTION `deliver` carries it out; `recover` does what the outbox does after a restart: it goes by the on-wire mark, asks the destination, and sends
again only what was proven not to be there.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from composer.clock import SimulatedClock
from composer.domain.delivery import Delivery, Recipient, RecipientState
from composer.files import read_lines
from composer.publishing.destinations.mail_folder import MailFolder
from composer.publishing.destinations.pagerduty_transcript import PagerDutyTranscript
from composer.publishing.destinations.slack_transcript import SlackTranscript
from composer.publishing.port import Destination, Job, NotFound, RecipientOutcome, Sent
from tests.publishing.samples import (
    NOW,
    build_mail,
    mail,
    page_update,
    pagerduty_update,
    recipients,
    slack_message,
    static_page,
)

MAILS = 4


def note(record: Path, line: dict[str, object]) -> None:
    """Store a line, past the labelled points, which are for the destination."""
    with record.open("a") as file:
        file.write(json.dumps(line) + "\n")


def destination(kind: str, folder: Path) -> tuple[Destination, Delivery, list[Recipient]]:
    clock = SimulatedClock(NOW)
    match kind:
        case "slack":
            return SlackTranscript(folder / "slack.jsonl", clock), slack_message("d-1"), []
        case "pagerduty":
            return PagerDutyTranscript(folder / "pagerduty.jsonl", clock), pagerduty_update("d-1"), []
        case "mail":
            return MailFolder(folder / "mail", build_mail), mail("d-1"), recipients(MAILS)
        case _:
            return static_page(folder / "page"), page_update("d-1"), []


def main(kind: str, folder: Path, action: str) -> None:
    """Work on the one delivery in `folder`; the record is a file of lines there."""
    record = folder / "record.jsonl"
    there, delivery, people = destination(kind, folder)
    known = list(read_lines(record))
    told = {line["ordinal"]: line["state"] for line in known if "ordinal" in line}
    people = [replace(one, state=RecipientState(told.get(one.ordinal, "pending"))) for one in people]

    def tell(outcome: RecipientOutcome) -> None:
        told[outcome.ordinal] = outcome.state.value
        note(record, {"ordinal": outcome.ordinal, "state": outcome.state.value})

    def job() -> Job:
        left = [one for one in people if told.get(one.ordinal, "pending") == "pending"]
        return Job(delivery, left, lambda: note(record, {"on_wire": True}), tell)

    if action == "recover" and any(line.get("on_wire") for line in known):
        answer = there.look_up(job())
        if isinstance(answer, Sent):
            print(json.dumps({"found": True}))
            return
        assert answer == NotFound(proven=True), answer
    outcome = there.deliver(job())
    assert isinstance(outcome, Sent), outcome
    print(json.dumps({"found": False}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
