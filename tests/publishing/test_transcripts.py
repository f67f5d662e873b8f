"""Practice Slack and PagerDuty: what is written, found and changed."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from composer.clock import SimulatedClock
from composer.files import read_lines
from composer.publishing.destinations.pagerduty_transcript import PagerDutyTranscript
from composer.publishing.destinations.slack_transcript import SlackTranscript
from composer.publishing.port import CannotTell, NotAccepted, NotFound, Sent
from tests.publishing.samples import NOW, Told, job, pagerduty_update, slack_creation, slack_message


def slack(folder: Path) -> SlackTranscript:
    return SlackTranscript(folder / "slack.jsonl", SimulatedClock(NOW))


def pagerduty(folder: Path) -> PagerDutyTranscript:
    return PagerDutyTranscript(folder / "pagerduty.jsonl", SimulatedClock(NOW))


def test_a_message_is_written_once_and_found(tmp_path: Path) -> None:
    told = Told()
    one = slack_message("d-1", "Zahlungen gehen nicht – <b>")
    assert slack(tmp_path).look_up(job(one)) == NotFound(proven=True)
    sent = slack(tmp_path).deliver(job(one, told=told))
    assert isinstance(sent, Sent)
    assert sent.vendor_id == f"{int(NOW.timestamp())}.000000"
    assert slack(tmp_path).deliver(job(one, told=told)) == sent
    assert slack(tmp_path).look_up(job(one)) == sent
    assert told.wires == 1
    (line,) = read_lines(tmp_path / "slack.jsonl")
    assert line["type"] == "message"
    assert line["text"] == "Zahlungen gehen nicht – <b>"
    assert line["slack_channel"] == "#incident-x"
    assert line["metadata"]["event_payload"] == {"delivery_id": "d-1"}


def test_ts_is_unique_and_rises_even_when_the_clock_stands_or_goes_back(tmp_path: Path) -> None:
    ids = []
    for number, seconds in enumerate((0, 0, -3600, 5)):
        clock = SimulatedClock(NOW.fromtimestamp(NOW.timestamp() + seconds, NOW.tzinfo))
        sent = SlackTranscript(tmp_path / "slack.jsonl", clock).deliver(job(slack_message(f"d-{number}")))
        assert isinstance(sent, Sent)
        ids.append(sent.vendor_id)
    assert ids == sorted(set(ids), key=str)


def test_a_slack_channel_is_made_once_by_name(tmp_path: Path) -> None:
    first = slack(tmp_path).deliver(job(slack_creation("d-1")))
    second = slack(tmp_path).deliver(job(slack_creation("d-2", "#incident-x")))
    other = slack(tmp_path).deliver(job(slack_creation("d-3", "incident-x2")))
    assert isinstance(first, Sent)
    assert first == second == slack(tmp_path).look_up(job(slack_creation("d-9")))
    assert str(first.vendor_id).startswith("C")
    assert other != first
    lines = list(read_lines(tmp_path / "slack.jsonl"))
    assert [(line["type"], line["slack_channel"]) for line in lines] == [
        ("channel_created", "#incident-x"),
        ("channel_created", "#incident-x2"),
    ]
    assert lines[0]["invite"] == ["U1"]
    assert slack(tmp_path).look_up(job(slack_creation("d-4", "incident"))) == NotFound(proven=True)


def test_an_amendment_keeps_ts_and_is_written_once(tmp_path: Path) -> None:
    one = slack_message("d-1", "Status Page: Pending")
    sent = slack(tmp_path).deliver(job(one))
    assert isinstance(sent, Sent)
    new = slack_message("d-1", "Status Page: Updated").payload
    assert slack(tmp_path).amend(one, new) is None
    assert slack(tmp_path).amend(one, new) is None
    assert slack(tmp_path).amend(one, one.payload) is None
    lines = list(read_lines(tmp_path / "slack.jsonl"))
    assert [line["type"] for line in lines] == ["message", "message_changed", "message_changed"]
    assert {line["ts"] for line in lines} == {sent.vendor_id}
    assert len({line["event_ts"] for line in lines}) == 3
    assert slack(tmp_path).look_up(job(one)) == sent
    missing = NotAccepted("The message to change is not in the Slack transcript.")
    assert slack(tmp_path).amend(slack_message("d-2"), new) == missing


def test_pagerduty_is_written_once_found_and_amended(tmp_path: Path) -> None:
    told = Told()
    one = pagerduty_update("d-1")
    assert pagerduty(tmp_path).look_up(job(one)) == NotFound(proven=True)
    sent = pagerduty(tmp_path).deliver(job(one, told=told))
    assert isinstance(sent, Sent)
    assert pagerduty(tmp_path).deliver(job(one, told=told)) == sent
    assert pagerduty(tmp_path).look_up(job(one)) == sent
    assert told.wires == 1
    assert pagerduty(tmp_path).amend(one, pagerduty_update("d-1", "New.").payload) is None
    assert pagerduty(tmp_path).amend(one, pagerduty_update("d-1", "New.").payload) is None
    lines = list(read_lines(tmp_path / "pagerduty.jsonl"))
    assert [(x["type"], x["message"], x["pagerduty_incident"]) for x in lines] == [
        ("status_update", "Payments are failing.", "PZ3K9"),
        ("status_update_changed", "New.", "PZ3K9"),
    ]
    assert pagerduty(tmp_path).amend(replace(one, id="d-7"), one.payload) is not None


@pytest.mark.parametrize("kind", [slack, pagerduty])
def test_a_full_disk_is_not_accepted_and_says_so(
    kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = slack_message("d-1") if kind is slack else pagerduty_update("d-1")
    real = os.write

    def full(handle: int, data: bytes) -> int:
        if len(data) > 10:
            return real(handle, data[:10])  # the disk takes a part, then nothing
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    outcome = kind(tmp_path).deliver(job(one))
    monkeypatch.undo()
    name = "slack" if kind is slack else "pagerduty"
    assert outcome == NotAccepted(f"{name}.jsonl could not be written: the disk is full.", 30.0)
    assert kind(tmp_path).look_up(job(one)) == NotFound(proven=True)
    assert isinstance(kind(tmp_path).deliver(job(one)), Sent)
    changed = json.dumps({**json.loads(one.payload), "text": "New.", "message": "New."}).encode()
    monkeypatch.setattr(os, "write", full)
    refused = kind(tmp_path).amend(one, changed)
    monkeypatch.undo()
    assert refused == outcome
    assert kind(tmp_path).amend(one, changed) is None


@pytest.mark.parametrize("kind", [slack, pagerduty])
def test_nothing_is_written_when_the_on_wire_mark_can_not_be_stored(kind, tmp_path: Path) -> None:
    one = slack_message("d-1") if kind is slack else pagerduty_update("d-1")

    def refuse() -> None:
        raise RuntimeError("the record is full")

    with pytest.raises(RuntimeError, match="the record is full"):
        kind(tmp_path).deliver(job(one, on_wire=refuse))
    assert kind(tmp_path).look_up(job(one)) == NotFound(proven=True)


def test_a_transcript_that_can_not_be_read_can_not_tell(tmp_path: Path) -> None:
    (tmp_path / "slack.jsonl").mkdir()
    assert slack(tmp_path).look_up(job(slack_message("d-1"))) == CannotTell(
        "slack.jsonl could not be read: a folder stands in its place."
    )


def test_lines_that_a_person_added_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "slack.jsonl"
    path.write_text('not json "d-1"\n[1, "d-1"]\n\n{"type": "note", "text": "d-1"}\n')
    before = path.read_text()
    assert isinstance(slack(tmp_path).deliver(job(slack_message("d-1"))), Sent)
    assert path.read_text().startswith(before)
    assert json.loads(path.read_text().splitlines()[-1])["type"] == "message"
