"""Runs `incident-composer` as a person or a script does: in this process where that is faster, else as a process of its own."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import pytest

from composer.cli.main import main
from composer.clock import SimulatedClock

PROGRAM = [sys.executable, "-m", "composer"]
"""The program as a process of its own; no shell, so nothing in a name or text is ever read as a command."""

STARTED = "2026-11-23T13:52:00Z"
"""A start of impact, for commands under the `clock` of these tests."""

LONG_AGO = "2025-11-23T13:52:00Z"
"""A start of impact that has passed on any computer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output."""
        return json.loads(self.out)

    def states(self) -> dict[str, str]:
        """The state of each delivery of a `publish`, by template (the making of a Slack channel: `slack_channel`)."""
        return {one["template"] or "slack_channel": one["state"] for one in self.json["deliveries"]}

    def codes(self) -> set[str]:
        """The codes of a `publish`'s findings."""
        return {one["code"] for one in self.json["findings"]}

    def blocking(self) -> list[dict[str, Any]]:
        """A `publish`'s findings without what is only advised."""
        return [one for one in self.json["findings"] if one["level"] == "blocking"]


@dataclass(frozen=True, slots=True)
class Home:
    """A home folder and the commands on it."""

    root: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, *arguments: str) -> Answer:
        """Run a command in this process."""
        return in_process("--home", str(self.root), *arguments)

    def start(self, *arguments: str, **options: Any) -> Answer:
        """Run a command as a process of its own."""
        return in_own_process("--home", str(self.root), *arguments, **options)

    def publish(self, content: object, *options: str) -> Answer:
        """Publish a JSON object in this process, with `--json`."""
        file = self.write(content)
        return self.run("publish", str(file), "--json", *options)

    def write(self, content: object) -> Path:
        """A publish file beside the home; bytes are written as they are."""
        file = self.root.parent / f"{self.root.name}-publish.json"
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return file

    @property
    def practice(self) -> Path:
        return self.root / "practice"

    def slack(self) -> list[dict[str, Any]]:
        """The lines of the Slack transcript."""
        return lines_of(self.practice / "slack.jsonl")

    def page(self) -> list[dict[str, Any]]:
        """The incidents of the status page, the newest first."""
        file = self.practice / "status-page" / "api" / "v2" / "incidents.json"
        return json.loads(file.read_text(encoding="utf-8"))["incidents"] if file.exists() else []

    def components(self) -> dict[str, str]:
        """The components' states on the status page, by name."""
        file = self.practice / "status-page" / "api" / "v2" / "components.json"
        return {
            one["name"]: one["status"] for one in json.loads(file.read_text(encoding="utf-8"))["components"]
        }

    def mails(self) -> list[Path]:
        """The mails of practice, in no order."""
        return sorted((self.practice / "mail").glob("*.eml"))

    def deliveries(self) -> list[dict[str, Any]]:
        """What `deliveries --json` lists."""
        return self.run("deliveries", "--json").json["deliveries"]


def lines_of(file: Path) -> list[dict[str, Any]]:
    """The objects of a file that holds one JSON object a line; none where there is no file."""
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def in_process(*arguments: str) -> Answer:
    """Run a command in this process; the set-up of the log is put back afterwards."""
    root = logging.getLogger()
    before = list(root.handlers)
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                status = main(list(arguments))
            except SystemExit as end:  # argparse ends the process itself
                status = int(end.code or 0)
    finally:
        for handler in [one for one in root.handlers if one not in before]:
            root.removeHandler(handler)
            handler.close()
    return Answer(status, out.getvalue(), err.getvalue())


def in_own_process(*arguments: str, **options: Any) -> Answer:
    """Run a command as a process of its own; `options` are those of `subprocess.run`, `stdin` bytes as `input`."""
    given = {"capture_output": True, "timeout": 60, "check": False} | options
    environment = {**os.environ, **given.pop("env", {})}
    done: Any = subprocess.run([*PROGRAM, *arguments], env=environment, **given)
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def declaration(**changes: Any) -> dict[str, Any]:
    """A publish that declares a P1; `changes` to the object, and under `incident` and `fields` to those. None takes a name away."""
    incident = {
        "title": "Stripe webhook consumer drops events",
        "severity": "P1",
        "impact_started_at": STARTED,
        "detection": "Alert (Grafana)",
        "incident_commander": "@eng-lead",
        "technical_lead": "payments-oncall",
        "components": {"Payments": "partial_outage"},
    } | changes.pop("incident", {})
    fields = {
        "summary": "Webhook consumer drops one event in three",
        "impact": "~500 users unable to pay",
        "brief_description": "failed payments",
        "customer_impact": "errors when paying",
    } | changes.pop("fields", {})
    content = {"incident": _given(incident), "phase": "investigating", "fields": _given(fields)} | changes
    return _given(content)


def _given(content: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if value is not None}


UPDATE = {
    "summary": "The consumer lost its place after the deploy",
    "actions_taken": "Compared the offsets",
    "next_steps": "Rewind the consumer",
}
"""What a Slack update needs beside its default ETA."""


def follow_up(incident_id: str, phase: str, **changes: Any) -> dict[str, Any]:
    """A later publish on an incident; `fields` are put over those of an update."""
    fields = {**UPDATE, **changes.pop("fields", {})}
    return {"incident": {"id": incident_id}, "phase": phase, "fields": fields} | changes


RESOLUTION = {
    "summary": "The consumer dropped events after a deploy",
    "root_cause": "Offsets were kept in memory",
    "resolution": "Rewound the consumer and replayed 1,204 events",
    "impact": "~500 users paid late; nothing was lost",
    "postmortem_meeting_at": "2026-11-25T10:00:00Z",
    "data_impact": "no",
    "affected_service": "payments",
}
"""What Resolved needs."""


def resolution(incident_id: str, **changes: Any) -> dict[str, Any]:
    """The publish that resolves an incident."""
    fields = {**RESOLUTION, **changes.pop("fields", {})}
    content = {
        "incident": {"id": incident_id},
        "phase": "resolved",
        "impact_ended_at": "2026-11-23T15:00:00Z",
        "fields": fields,
    }
    return content | changes


@pytest.fixture(name="home")
def home_of_its_own(tmp_path: Path) -> Home:
    """A home that does not exist yet."""
    return Home(tmp_path / "home")


@pytest.fixture(name="clock")
def clock_that_is_told(monkeypatch: pytest.MonkeyPatch) -> SimulatedClock:
    """The clock of every command in this process, at 14:00 UTC on the day of `STARTED`."""
    clock = SimulatedClock(datetime(2026, 11, 23, 14, 0, tzinfo=UTC))
    monkeypatch.setattr("composer.services.opening.SystemClock", lambda: clock)
    return clock


def read_mail(source: Path | bytes) -> tuple[EmailMessage, str, str]:
    """A mail as the standard parser reads it, with its plain and its HTML text."""
    raw = source if isinstance(source, bytes) else source.read_bytes()
    mail = BytesParser(policy=policy.default).parsebytes(raw)
    assert isinstance(mail, EmailMessage)
    assert mail.defects == []
    plain, html = (mail.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert html is not None
    return mail, *(str(part.get_content()).replace("\r\n", "\n") for part in (plain, html))  # type: ignore[return-value]
