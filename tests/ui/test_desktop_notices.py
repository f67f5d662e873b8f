"""What becomes due is told by the desktop: the real protocol on a private bus, from the real window to a click and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from composer.clock import SystemClock
from composer.paths import HomePaths
from tests.ui.conftest import published
from tests.ui.notification_server import notification_server, private_bus
from tests.ui.typist import WAIT_MS, real_window, settle
from ui.app import Program
from ui.desktop_notices import CRITICAL, NORMAL, DesktopNotices, Notice
from ui.jobs import JobRunner


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


class Later(SystemClock):
    """The real clock, some minutes ahead."""

    minutes = 0.0

    def now(self) -> datetime:
        return super().now() + timedelta(minutes=self.minutes)


def test_a_promise_is_told_one_at_a_time_and_a_click_opens_its_incident_in_the_field_due(
    qtbot: QtBot, home: HomePaths, bus: str
) -> None:
    with notification_server(bus, "body-markup") as desktop, real_window(qtbot, home) as program:
        first, second = declared(program, "Checkout <b>fails</b>"), declared(program, "Search is slow")
        assert second != first
        clock = program.session.services.clock = Later()
        program.go("settings")
        elsewhere = away_from(program, qtbot)

        def told(minutes: float) -> list[str]:
            """What is told when so much time has passed since the first declaration."""
            before = len(desktop.asked)
            clock.minutes = minutes
            program._tick()
            settle(qtbot, program)
            qtbot.waitUntil(lambda: desktop_is_idle(program), timeout=WAIT_MS)
            return [one.text for one in desktop.asked[before:]]

        assert told(9.9) == []
        assert told(10.1) == ["Slack update due in 5 min · P1 Checkout &lt;b&gt;fails&lt;/b&gt;"]
        assert told(14.1) == ["Slack update due in 1 min · P1 Checkout &lt;b&gt;fails&lt;/b&gt;"]
        assert told(14.5) == []
        assert told(15.1) == ["Slack update due now · P1 Checkout &lt;b&gt;fails&lt;/b&gt;"]
        assert [one.replaces for one in desktop.asked] == [0, 1, 1]  # each in the place of the one before
        assert len(desktop.standing) == 1
        assert all(one.title.startswith("DRILL · ") for one in desktop.asked)
        assert [one.urgency for one in desktop.asked] == [NORMAL, NORMAL, CRITICAL]

        desktop.click()
        qtbot.waitUntil(lambda: program._current == first, timeout=WAIT_MS)
        elsewhere.close()
        settle(qtbot, program)
        qtbot.waitUntil(program.window.isActiveWindow, timeout=WAIT_MS)
        assert program.window.screen_name() == "compose"
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == "actionsTakenEdit"  # what the Slack update lacks
        assert desktop.standing == {}

        assert told(16.1) == []
        assert told(29.0) == []  # others have become due, and the window is looked at
        assert program.watch is not None
        assert program.watch.due


def test_what_was_sent_meanwhile_calls_nobody_any_more(qtbot: QtBot, bus: str) -> None:
    with notification_server(bus) as desktop, notices() as (made, _):
        made.show(Notice("DRILL", "Slack <update>"))
        made.show(Notice("DRILL", "Slack update due now", urgent=True))  # before the first one was answered
        qtbot.waitUntil(lambda: [one.text for one in desktop.standing.values()] == ["Slack update due now"])
        assert len(desktop.asked) <= 2
        qtbot.waitUntil(lambda: made._id != 0)
        made.withdraw()
        qtbot.waitUntil(lambda: desktop.standing == {})
        made.show(Notice("DRILL", "a <b>"))  # this service reads no marks
        qtbot.waitUntil(lambda: [one.text for one in desktop.standing.values()] == ["a <b>"])


def test_where_no_service_is_somebody_else_shows_it(qtbot: QtBot, bus: str) -> None:
    notice = Notice("DRILL", "due now")
    with notices() as (made, lost):
        made.show(notice)
        qtbot.waitUntil(lambda: lost == [notice])
        with notification_server(bus) as desktop:  # it came later
            made.show(notice)
            qtbot.waitUntil(lambda: len(desktop.standing) == 1)
        made.show(notice)  # and went
        qtbot.waitUntil(lambda: lost == [notice, notice])


# --- the desktop --------------------------------------------------------------------------------------------------


class notices:
    """The notices of a program alone, and what nobody showed."""

    def __enter__(self) -> tuple[DesktopNotices, list[Notice]]:
        self.jobs = JobRunner()
        self.made = DesktopNotices("Incident Composer", "Open the incident", self.jobs)
        lost: list[Notice] = []
        self.made.unable.connect(lost.append)
        return self.made, lost

    def __exit__(self, *_: object) -> None:
        self.made.close()
        self.jobs.close()
        self.made.deleteLater()
        self.jobs.deleteLater()


def declared(program: Program, title: str) -> str:
    """A P1 that has said its first words now, by the window's clock."""
    services = program.session.services
    now = services.clock.now()
    asked = {
        "title": title,
        "severity": "P1",
        "impact_started_at": (now - timedelta(minutes=1)).astimezone(UTC).isoformat(),
        "detection": "Alert",
        "incident_commander": "@kim",
        "technical_lead": "@lee",
        "components": {"Payments": "major_outage"},
    }
    found = published(services, incident=asked).incident_id
    assert found is not None
    program.session.refresh()
    return found


def away_from(program: Program, qtbot: QtBot) -> QDialog:
    """Somebody looks at another window."""
    other = QDialog()
    qtbot.addWidget(other)
    settle(qtbot, program)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not program.window.isActiveWindow(), timeout=WAIT_MS)
    return other


def desktop_is_idle(program: Program) -> bool:
    """Whether the desktop has answered all that it was asked."""
    assert program.notifier is not None
    desktop = program.notifier._desktop
    return desktop is None or (not desktop._serial and not desktop._is_asking and desktop._wanted is None)
