"""Against real connections: what a person sees while a service is slow, and that the notify switch is what the request holds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.domain.delivery import DeliveryState
from composer.paths import Mode
from composer.services.core import Services
from tests.ui.compose_home import Desk, desk, idle, soon
from tests.ui.conftest import published
from tests.ui.live_home import LiveHome, live_home
from tests.vendors.server import takes_its_time


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        made.connect_all()
        yield made


def declared(live: LiveHome, count: int) -> list[str]:
    """So many open incidents that have said their first words."""
    with Services(live.home, Mode.LIVE) as services:
        ids = [published(services, notify=True).incident_id for _ in range(count)]
    return [one for one in ids if one is not None]


def form(made: Desk, qtbot: QtBot) -> None:
    """The form stands there, to go on to Identified."""
    view = made.view
    if not view.is_composing:
        view.buttons.next.click()
    soon(qtbot, lambda: view.is_composing and view.presenter.round is not None)
    idle(qtbot, made.session)
    view.body.stepper.choose(2)


def test_a_press_is_answered_at_once_and_a_slow_delivery_counts_its_seconds(
    qtbot: QtBot, live: LiveHome
) -> None:
    (incident_id,) = declared(live, 1)
    with desk(qtbot, live.home, incident_id, mode=Mode.LIVE, hold_s=0) as made:
        form(made, qtbot)
        view = made.view
        made.type_in(actions_taken="Rolled back.", next_steps="Watch.")
        for row in view.presenter.rows():
            view.presenter.tick(row.template, row.template == "slack_update")
        live.slack.fail("POST", r"chat\.postMessage", takes_its_time(live.slack, 2.6))
        assert view.buttons.publish.isEnabled()
        started = time.monotonic()
        QTest.mouseClick(view.buttons.publish, Qt.MouseButton.LeftButton)
        assert time.monotonic() - started < 0.4, "the press itself never waits for anything"
        assert made.host.said[-1][0] == "Storing the round…"
        assert not view.buttons.publish.isEnabled()
        rows = view.body.page.table.rows
        words: list[str] = []  # as they came into sight
        rows.dataChanged.connect(lambda top, *_: words.append(rows.state_words(rows.delivery(top.row()))))
        rows.modelReset.connect(
            lambda: words.extend(rows.state_words(rows.delivery(row)) for row in range(rows.rowCount()))
        )
        soon(qtbot, lambda: "◔ Being sent… 1 s" in words)
        soon(qtbot, lambda: words[-1].startswith("● Sent"))
    assert "◔ Being sent…" in words, "before a second has passed, no number flickers by"


def test_the_notify_switch_is_what_the_request_holds_and_is_on_again_for_the_next_incident(
    qtbot: QtBot, live: LiveHome
) -> None:
    first, second = declared(live, 2)
    with desk(qtbot, live.home, first, mode=Mode.LIVE, hold_s=0) as made:
        view = made.view

        def publish(*, untick: bool) -> bool:
            form(made, qtbot)
            for row in view.presenter.rows():
                view.presenter.tick(row.template, row.template == "status_identified")
            box = view.body.cards.cards["status_identified"].notify
            assert box.isChecked(), "on by itself, whatever was chosen for another incident"
            if untick:
                box.click()
            says, before = box.isChecked(), len(live.page.requests("PATCH", "/incidents/"))
            made.actions["incident.publish"].trigger()
            soon(qtbot, lambda: len(live.page.requests("PATCH", "/incidents/")) > before)
            record = made.session.services.record
            soon(qtbot, lambda: all(one.state is DeliveryState.SENT for one in record.deliveries()))
            idle(qtbot, made.session)
            held = live.page.requests("PATCH", "/incidents/")[before].json["incident"][
                "deliver_notifications"
            ]
            assert held is says
            return says

        assert publish(untick=True) is False
        view.enter(second)
        soon(qtbot, lambda: view.presenter.incident is not None and view.presenter.incident.id == second)
        idle(qtbot, made.session)
        assert publish(untick=False) is True
