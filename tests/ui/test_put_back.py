"""An older copy of the live record that was put back: the window says so until each message in doubt is decided, and nothing leaves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from composer.domain.delivery import DeliveryState
from composer.paths import HomePaths, Mode
from composer.services.core import Services
from tests.kill.live_rounds import publish_file
from tests.ui.compose_home import soon
from tests.ui.live_home import LiveHome, live_home
from tests.ui.program_window import idle, program_on
from tests.vendors.server import refuses
from ui.older_copy import ABOUT


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def home(live: LiveHome) -> HomePaths:
    """The home of the session fixtures too."""
    return live.home


def test_the_window_says_that_the_record_is_an_older_copy_until_all_is_decided(
    qtbot: QtBot, live: LiveHome, tmp_path: Path
) -> None:
    live.connect_all()
    channel = live.slack.channel("incidents").id
    text = publish_file(tmp_path, "slack", "smtp").read_text()
    copy = tmp_path / "copy.db"
    with Services(live.home, Mode.LIVE) as services:
        request = services.read_request(
            text.replace('"severity"', f'"slack_channel": "{channel}", "severity"').encode(), "a test"
        )
        services.publish(request, carry_out=False)
        services.record.back_up(copy)
        services.resume()
        assert {one.state for one in services.record.deliveries()} == {DeliveryState.SENT}
    before = [list(one.ledger.entries) for one in (live.slack, live.smtp)]
    shutil.copy(copy, live.home.record(Mode.LIVE))
    live.slack.fail(
        "GET", r"conversations\.history", *[refuses(503) for _ in range(9)]
    )  # neither can be asked
    with program_on(qtbot, live.home) as program:
        notice = program.window.notice
        soon(qtbot, lambda: notice.about == ABOUT)
        assert "older copy of itself" in notice.text.text()
        assert "2" in notice.text.text()
        assert "Nothing of it leaves by itself" in notice.step.text()
        qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
        assert program.window.screen_name() == "compose"
        program.session.opened.emit()  # as after a switch of the mode and back
        soon(qtbot, lambda: notice.about == ABOUT)
        for one in program.session.services.record.of_older_copy():
            program.session.services.let_be(one.id)
        program.session.refresh()
        program.session.refresh()  # two looks at once, of which the second finds nothing either
        soon(qtbot, lambda: notice.about == "")
        idle(qtbot, program)
        assert notice.about == ""
    assert [list(one.ledger.entries) for one in (live.slack, live.smtp)] == before
