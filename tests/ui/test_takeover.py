"""Taking over by the window: what runs at the services is listed, read and opened, and nothing is written to any of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryState
from composer.paths import HomePaths, Mode, open_home
from composer.services.core import Services
from composer.settings import Settings, save_settings
from tests.ui.conftest import published
from tests.ui.live_home import LiveHome, live_home
from tests.ui.typist import WAIT_MS, real_window, settle
from tests.vendors.server import refuses
from ui.app import Program
from ui.compose.view import ComposeView
from ui.takeover.presenter import Place
from ui.takeover.view import TakeoverView
from ui.welcome.view import WelcomeView


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        made.connect_all()
        yield made


def other_computer(live: LiveHome, folder: Path, mode: str = "live") -> HomePaths:
    """A computer with the same connections and an empty record."""
    home = open_home(folder)
    shutil.copy(live.home.connections, home.connections)
    save_settings(home.settings, Settings("Lee Example", "lee@acme.example", mode=mode, hold_s=0))
    return home


def written(live: LiveHome) -> int:
    """How many requests came in that write."""
    reads = ("auth.test", "conversations.list", "conversations.history", "chat.getPermalink")
    every = [*live.slack.seen, *live.page.seen, *live.pagerduty.seen]
    return sum(one.method != "GET" and not one.path.endswith(reads) for one in every)


def takeover(qtbot: QtBot, program: Program) -> TakeoverView:
    program.window.actions_by_id["screen.takeover"].trigger()
    settle(qtbot, program)
    view = program.window.stack.currentWidget()
    assert isinstance(view, TakeoverView)
    return view


def test_a_running_incident_is_read_and_opened_and_nothing_is_written(
    qtbot: QtBot, live: LiveHome, tmp_path: Path
) -> None:
    with Services(live.home, Mode.LIVE) as services:
        own = published(services, notify=True).incident_id
    before = written(live)
    with real_window(qtbot, other_computer(live, tmp_path / "other")) as program:
        first = program.window.stack.currentWidget()
        assert isinstance(first, WelcomeView)
        first.take_over.click()
        settle(qtbot, program)
        view = program.window.stack.currentWidget()
        assert isinstance(view, TakeoverView)
        assert "Slack, Statuspage, PagerDuty" in view.state.text()
        assert [one.place for one in view.presenter.answer.found] == list(Place)  # type: ignore[union-attr]
        assert "errors when paying" in next(iter(view.boxes.values())).accessibleDescription()
        assert not view.go.isEnabled()
        for box in view.boxes.values():
            box.click()
        view.go.click()
        qtbot.waitUntil(lambda: program.window.screen_name() == "compose", timeout=WAIT_MS)
        settle(qtbot, program)
        assert isinstance(program.window.stack.currentWidget(), ComposeView)
        record = program.session.services.record
        (incident,) = record.incidents(open_only=True)
        assert (incident.id, incident.title, incident.severity) == (own, "Checkout payments failing", "P1")
        assert incident.pagerduty_incident == "PABC123"
        texts = {one.channel for one in record.messages()}
        assert texts >= {Channel.SLACK, Channel.STATUS_PAGE}
        assert any("nothing was written there" in one.text for one in record.events(incident.id))
        # Asked again, it is known.
        program.window.rail.takeover.click()
        settle(qtbot, program)
        view = program.window.stack.currentWidget()
        assert isinstance(view, TakeoverView)
        assert view.presenter.answer is not None
        assert {one.known for one in view.presenter.answer.found} == {"Checkout payments failing"}
    assert written(live) == before


def test_what_was_opened_on_the_web_is_adopted_and_a_service_that_is_down_is_named(
    qtbot: QtBot, live: LiveHome
) -> None:
    live.page.incidents["web1"] = opened_on_the_web()
    with Services(live.home, Mode.LIVE) as services:
        own = published(
            services, messages=["slack_declaration", "status_investigating"], notify=True
        ).incident_id
    before = written(live)
    live.pagerduty.fail("GET", "/incidents", refuses(503, {"error": {"message": "down"}}))
    with real_window(qtbot, live.home) as program:
        compose = program.window.stack.currentWidget()
        assert isinstance(compose, ComposeView)
        page = compose.body.page
        rows = page.table.rows
        asks = next(one for one in map(rows.delivery, range(rows.rowCount())) if one.state.asks_a_person)
        assert "On the status page runs already: “Payments are slow”" in rows.state_words(asks)
        assert [one.key for one in rows.choices(asks)][:2] == ["adopt", "send_again"]
        page.table.wanted.emit(asks.id, "adopt")
        settle(qtbot, program)
        view = program.window.stack.currentWidget()
        assert isinstance(view, TakeoverView)
        assert view.into.currentData() == view.presenter.into == own
        assert "pagerduty" in view.troubles.words.text()
        next(box for key, box in view.boxes.items() if key.endswith("web1")).click()
        assert not view.title.isEnabled(), "the incident has its title"
        view.go.click()
        qtbot.waitUntil(lambda: program.window.screen_name() == "compose", timeout=WAIT_MS)
        settle(qtbot, program)
        record = program.session.services.record
        assert [one.id for one in record.incidents()] == [own]
        assert "Somebody typed this on the web." in [one.text for one in record.messages()]
        assert written(live) == before
        page.asking.deciding.do(asks.id, "send_again")  # it adds to what was adopted
        qtbot.waitUntil(lambda: record.delivery(asks.id).state is DeliveryState.SENT, timeout=WAIT_MS)
        settle(qtbot, program)
        assert [one["delivery_id"] for one in live.page.ledger.of("update")] == [asks.id]
        assert list(live.page.incidents) == ["web1"]
        # Gone meanwhile: nothing is stored, and it is said.
        view = takeover(qtbot, program)
        live.page.incidents.clear()
        next(box for key, box in view.boxes.items() if key.endswith("web1")).click()
        view.go.click()
        settle(qtbot, program)
        assert "has no open incident web1" in view.finding.words.text()
    assert written(live) == before + 2  # and the declaration says now that the page was updated


def opened_on_the_web() -> dict[str, object]:
    now = "2026-11-23T14:00:00.000Z"
    update = {
        "id": "upd-web",
        "status": "investigating",
        "body": "Somebody typed this on the web.",
        "created_at": now,
    }
    return {
        "id": "web1", "name": "Payments are slow", "status": "investigating", "impact": "major", "created_at": now,
        "started_at": now, "shortlink": "https://stspg.example/web1", "components": [], "metadata": {},
        "incident_updates": [update],
    }  # fmt: skip


def test_practice_reaches_no_service_and_says_how_to_get_there(
    qtbot: QtBot, live: LiveHome, tmp_path: Path
) -> None:
    with real_window(qtbot, other_computer(live, tmp_path / "other", "practice")) as program:
        view = takeover(qtbot, program)
        assert not program.window.rail.takeover.isVisible()
        assert view.live.isVisible()
        assert not view.go.isVisible()
        assert "Practice reaches no service" in view.state.text()
    assert live.page.seen == live.slack.seen == []
