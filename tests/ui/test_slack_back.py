"""Slack was away and is back: the window notices by itself and offers one current post; nothing old is replayed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from composer.domain.delivery import DeliveryState
from composer.paths import Mode
from composer.services.core import Services
from tests.live_facts import payments_down
from tests.services.test_core import put
from tests.ui.live_home import LiveHome, live_home
from tests.ui.program_window import idle, program_on, soon
from tests.vendors.server import refuses

S = DeliveryState


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        made.connect_all()
        yield made


def unheard_post(live: LiveHome) -> tuple[str, str]:
    """An incident whose declaration Slack put off until it was too old; its id, and the post's."""
    live.slack.channel("ops")
    live.slack.fail("POST", "chat.postMessage", refuses(429, Retry_After="900"))
    content = {
        "incident": payments_down(datetime.now(UTC) - timedelta(minutes=5), slack_channel="#ops"),
        "phase": "investigating",
        "messages": ["slack_declaration"],
        "fields": {"impact": "Nobody can pay"},
        "hold_s": 0,
    }
    with Services(live.home, Mode.LIVE, by_hand=True) as services:
        request = services.read_request(json.dumps(content).encode(), "test")
        (post,) = services.publish(request, patience_s=0.5).deliveries
        assert (post.state, post.attempts) == (S.WAITING, 1)
        put(services, post.id, "stale", not_before=None)
        return post.incident_id, post.id


def test_slack_that_answers_again_is_noticed_once_and_one_current_post_is_offered(
    qtbot: QtBot, live: LiveHome
) -> None:
    incident_id, old = unheard_post(live)
    live.slack.fail("POST", "auth.test", refuses(503), refuses(503))
    with program_on(qtbot, live.home) as program:
        watch, notice = program.slack, program.window.notice
        assert watch is not None
        soon(qtbot, lambda: watch._next.isActive())  # it looks by itself, a minute from now
        assert live.slack.requests("POST", "auth.test") == []
        pauses = []
        for _ in range(2):
            watch.look()
            idle(qtbot, program)
            pauses.append(watch._next.interval())
            assert notice.about != "slack"
        assert pauses == [120_000, 240_000], "one that is still away is asked less and less often"
        watch.look()
        soon(qtbot, lambda: notice.about == "slack")
        assert notice.text.text() == "Slack answers again"
        assert "Checkout payments failing" in notice.step.text()
        assert not watch._next.isActive(), "what was told is not asked about again"
        assert live.slack.ledger.of("message") == [], "nothing leaves by itself"
        notice.dismiss.click()
        watch.look()
        idle(qtbot, program)
        assert notice.about != "slack", "it is told once"
        watch.post_current(incident_id)
        soon(qtbot, lambda: len(live.slack.ledger.of("message")) == 1)
        idle(qtbot, program)
        record = program.session.services.record
        assert record.delivery(old).state is S.CANCELLED
        assert program.window.screen_name() == "compose"
        asked = len(live.slack.requests("POST", "auth.test"))
        watch.look()
        idle(qtbot, program)
        assert len(live.slack.requests("POST", "auth.test")) == asked, "where nothing waits nobody is asked"
