"""The core as the window has it: what was asked of one mode is never answered in the other."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from composer.domain.delivery import DeliveryState
from composer.paths import HomePaths, Mode
from composer.services.core import Services
from tests.ui.conftest import WAIT_MS, published
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_an_answer_of_the_mode_before_is_dropped(
    qtbot: QtBot, sessions: Callable[..., Session], told: list[tuple[str, str]]
) -> None:
    session = sessions(Mode.PRACTICE)
    published(session.services)
    shown: list[int] = []
    answers: list[str] = []
    session.overview_changed.connect(lambda found: shown.append(len(found.open)))
    session.refresh()
    session.run(lambda _: "of practice", answers.append)
    session.switch(Mode.LIVE)
    assert session.overview is None
    qtbot.waitUntil(lambda: session.is_open and session.jobs.busy == 0, timeout=WAIT_MS)
    assert answers == []
    assert shown == [0]  # of the live record, in which nothing was declared
    assert told == []


def test_what_is_queued_in_a_mode_leaves_also_where_the_one_before_was_busy_sending(
    qtbot: QtBot, home: HomePaths, sessions: Callable[..., Session], told: list[tuple[str, str]]
) -> None:
    session = sessions(Mode.LIVE)
    with Services(home, Mode.PRACTICE) as practice:
        now = practice.clock.now().isoformat()
        asked = {
            "incident": {
                "title": "Checkout payments failing", "severity": "P1", "impact_started_at": now, "detection": "Alert",
                "incident_commander": "@kim", "technical_lead": "@lee", "components": {"Payments": "major_outage"},
            },
            "phase": "investigating", "fields": {"summary": "Stripe fails", "impact": "500 users"},
            "messages": ["slack_declaration"], "hold_s": 0,
        }  # fmt: skip
        request = practice.read_request(json.dumps(asked).encode(), "test")
        made = practice.publish(request, carry_out=False)
        assert made.publish is not None, made.findings
        publish_id = made.publish.id
    gate = threading.Event()
    for _ in range(4):
        session.jobs.submit(lambda: gate.wait(20), line="send")
    session.go_on()
    session.switch(Mode.PRACTICE)
    qtbot.waitUntil(lambda: session.is_open, timeout=WAIT_MS)
    gate.set()
    record = session.services.record
    qtbot.waitUntil(
        lambda: {one.state for one in record.deliveries(publish_id=publish_id)} == {DeliveryState.SENT},
        timeout=WAIT_MS,
    )
    assert told == []
