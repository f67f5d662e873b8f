"""The rounds that are killed, and what must be there once they were restarted: every message once, to the byte."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from composer.domain.delivery import DeliveryState
from composer.files import read_lines
from composer.paths import HomePaths, Mode
from composer.record.record import Record
from composer.rendering import mail_payload

KEY = "kill-1"

P0 = ("slack_declaration", "status_investigating", "executive_notification", "pagerduty_status_update")


def declaration(
    folder: Path,
    *,
    mail: bool = False,
    key: str = KEY,
    title: str = "Checkout database out of connections",
    hold_s: float = 0,
) -> Path:
    """A publish file that declares a whole P0: all that is due, or with a customer email and a text for support as well."""
    started = datetime.now(UTC) - timedelta(minutes=70)
    content: dict[str, Any] = {
        "publish_id": key,
        "hold_s": hold_s,
        "incident": {
            "title": title,
            "severity": "P0",
            "impact_started_at": started.isoformat(),
            "detection": "Alert (Grafana)",
            "incident_commander": "@eng-lead",
            "technical_lead": "@payments-oncall",
            "domain": "payments",
            "components": {"payments": "major_outage", "api": "degraded_performance"},
            "pagerduty_incident": "PZ3K9",
        },
        "phase": "investigating",
        "fields": {
            "impact": "~500 users can't pay — “Zürich” too",
            "brief_description": "failing payments",
            "customer_impact": "errors when paying",
            "executive_summary": "Card payments fail.",
            "users_affected": "about 40 %",
            "data_impact": "being assessed",
            "current_actions": "Looking at the latest deploy.",
            "next_update": (datetime.now(UTC) + timedelta(minutes=20)).isoformat(),
        },
    }
    if mail:
        content["impact_ended_at"] = (started + timedelta(minutes=60)).isoformat()
        content["messages"] = [*P0, "customer_email", "support_macro"]
        content["fields"] |= {
            "what_happened": "Payments failed.",
            "impact_to_you": "Some payments were late.",
            "what_we_did": "We went back to the previous version.",
            "prevention": "We add a check.",
        }
    path = folder / f"{key}.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def nothing_left(home: Path) -> None:
    """Killed before the commit: nothing is stored, and nothing left."""
    paths = HomePaths(home)
    with Record.open(paths.record(Mode.PRACTICE)) as record:
        assert record.deliveries() == ()
        assert record.incidents() == ()
    assert arrived(home) == Counter()
    assert not list(paths.status_page.rglob("*.html"))


def arrived(home: Path) -> Counter[str]:
    """How many times each message is at its destination: `<delivery>` or, for mail, `<delivery>-<recipient>`."""
    paths = HomePaths(home)
    found: Counter[str] = Counter()
    for transcript in (paths.slack_transcript, paths.pagerduty_transcript):
        for line in read_lines(transcript):
            if line["type"] in ("message", "channel_created", "status_update"):
                found[line["delivery_id"]] += 1
    for mail in paths.mail.glob("*.eml"):
        found[mail.stem] += 1
    truth = paths.status_page / ".page.json"
    if truth.exists():
        for incident in json.loads(truth.read_text())["incidents"].values():
            found.update(update["delivery_id"] for update in incident["updates"])
    return found


def all_arrived_once(home: Path, *, mail: bool = False, publishes: int = 1) -> None:
    """Invariants I1 to I4 of docs/contract.md section 1, for rounds that were stored and carried out."""
    paths = HomePaths(home)
    with Record.open(paths.record(Mode.PRACTICE)) as record:
        deliveries = record.deliveries()
        recipients = {one.id: record.recipients(one.id) for one in deliveries}
        incidents = record.incidents()
        assert record.verify() == ()
    wanted = Counter(["channel", *P0, *(("customer_email", "support_macro") if mail else ())])
    assert Counter(one.template or "channel" for one in deliveries) == Counter(
        dict.fromkeys(wanted, publishes)
    )
    assert len(incidents) == publishes
    copies = [one for one in deliveries if one.template == "support_macro"]
    sent = [one for one in deliveries if one.template != "support_macro"]
    assert {one.state for one in copies} <= {DeliveryState.BY_HAND}
    assert [
        (one.template, one.state.value, one.error) for one in sent if one.state is not DeliveryState.SENT
    ] == []
    expected: Counter[str] = Counter()
    for one in sent:
        people = recipients[one.id]
        expected.update([f"{one.id}-{each.ordinal:05d}" for each in people] or [one.id])
        assert {each.state.value for each in people} <= {"accepted"}
    assert arrived(home) == expected
    by_id = {one.id: one for one in sent}

    # The bytes are the frozen ones.
    amended: Counter[str] = Counter()
    posted: dict[str, str] = {}
    for line in read_lines(paths.slack_transcript):
        if line["type"] == "message":
            frozen = json.loads(by_id[line["delivery_id"]].payload)
            assert {name: line[name] for name in frozen} == frozen
            posted[line["ts"]] = line["delivery_id"]
        elif line["type"] == "message_changed":
            delivery = by_id[posted[line["ts"]]]
            assert delivery.amend is not None
            frozen = json.loads(delivery.amend)
            assert (line["text"], line["blocks"]) == (frozen["text"], frozen["blocks"])
            assert line["text"].endswith("Status Page: Updated")
            amended[delivery.id] += 1
    declared = [one for one in sent if one.template == "slack_declaration"]
    assert amended == Counter({one.id: 1 for one in declared})
    assert all(one.amended_at is not None for one in declared)
    for line in read_lines(paths.pagerduty_transcript):
        frozen = json.loads(by_id[line["delivery_id"]].payload)
        assert {name: line[name] for name in frozen} == frozen
    shown = json.loads((paths.status_page / "api/v2/incidents.json").read_text())["incidents"]
    bodies = [update["body"] for incident in shown for update in incident["incident_updates"]]
    page = [one for one in sent if one.template == "status_investigating"]
    assert sorted(bodies) == sorted(json.loads(one.payload)["incident"]["body"] for one in page)
    assert (paths.status_page / "index.html").read_text().count("We are currently investigating") >= publishes
    for path in paths.mail.glob("*.eml"):
        delivery_id, _, ordinal = path.stem.rpartition("-")
        recipient = recipients[delivery_id][int(ordinal)]
        assert path.read_bytes() == mail_payload.mail_for(by_id[delivery_id].payload, recipient)
    assert not list(paths.practice.rglob("*.tmp"))
    with closing(sqlite3.connect(paths.record(Mode.PRACTICE))) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def nothing_twice(home: Path) -> Counter[str]:
    """What holds whatever happened (an error of the disk, say): nothing twice, and each state true. How many deliveries are in which state."""
    paths = HomePaths(home)
    with Record.open(paths.record(Mode.PRACTICE)) as record:
        deliveries = record.deliveries()
        recipients = {one.id: record.recipients(one.id) for one in deliveries}
        assert record.verify() == ()
    found = arrived(home)
    assert not found or max(found.values()) == 1
    known = set()
    for one in deliveries:
        people = recipients[one.id]
        copies = [f"{one.id}-{each.ordinal:05d}" for each in people] or [one.id]
        known.update(copies)
        said = [each.state.value == "accepted" for each in people] or [one.state is DeliveryState.SENT]
        if one.state not in (DeliveryState.UNKNOWN, DeliveryState.SENDING):
            there = [bool(found[copy]) for copy in copies]
            assert there == said, f"{one.template} is {one.state}: {there}, {said}"
        if one.state is DeliveryState.SENT:
            assert all(said)
    assert found.keys() <= known
    return Counter(one.state.value for one in deliveries)
