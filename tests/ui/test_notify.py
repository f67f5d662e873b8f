"""What becomes due is told at five minutes, at one, and when it is due: once each, and one at a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from composer.domain.channel import Channel
from composer.domain.due import DueRow, DueState
from composer.domain.incident import Incident
from composer.domain.plan import Trigger
from composer.services.overview import OpenIncident, Overview
from ui.notify import DueWatch, Notifier

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def row(template="slack_update", minutes=15.0, trigger=Trigger.CADENCE, state=DueState.UPCOMING):
    return DueRow(template, Channel.SLACK, state, NOW + timedelta(minutes=minutes), trigger, "because")


def overview(*rows, key="inc-1", title="Payments", at=NOW):
    incident = Incident(key, title, "Errors", "P0", "P0", "investigating", NOW, NOW)
    return Overview(at, (OpenIncident(incident, rows, None),), ())


@pytest.fixture
def watch(qapp):
    return Watch()


class Watch(DueWatch):
    """Remembers what it told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, str, str]] = []
        self.warned.connect(lambda *told: self.heard.append(told))


def test_five_minutes_one_minute_and_now(watch):
    watch.look(overview(row()))
    for second in range(16 * 60):
        watch.tick(NOW + timedelta(seconds=second))
    assert watch.heard == [
        ("inc-1", "5 min", "Slack update due in 5 min · P0 Payments"),
        ("inc-1", "1 min", "Slack update due in 1 min · P0 Payments"),
        ("inc-1", "now", "Slack update due now · P0 Payments"),
    ]
    assert watch.due == "Slack update due now"


def test_seeing_it_again_tells_nothing_again_and_a_new_time_does(watch):
    watch.look(overview(row(minutes=4)))
    watch.look(overview(row(minutes=4)))
    assert [kind for _, kind, _ in watch.heard] == ["5 min"]
    watch.look(overview(row(minutes=20)))
    watch.tick(NOW + timedelta(minutes=15))
    assert [kind for _, kind, _ in watch.heard] == ["5 min", "5 min"]


def test_the_clock_jumped_over_all_of_it_after_a_sleep(watch):
    watch.look(overview(row()))
    watch.tick(NOW + timedelta(hours=3))
    watch.tick(NOW + timedelta(hours=3, seconds=1))
    assert [kind for _, kind, _ in watch.heard] == ["now"]


def test_two_at_once_are_one_warning_the_most_pressing_one(watch):
    watch.look(overview(row("status_update", 4), row("slack_update", 0.5)))
    assert watch.heard == [("inc-1", "1 min", "Slack update due in 1 min · P0 Payments")]


def test_what_is_due_at_once_is_told_only_when_left_lying(watch):
    declaration = row("slack_declaration", 0, Trigger.FIRST, DueState.NOW)
    watch.look(overview(declaration))
    watch.tick(NOW + timedelta(seconds=59))
    assert (watch.heard, watch.due) == ([], "")
    watch.tick(NOW + timedelta(seconds=60))
    assert [kind for _, kind, _ in watch.heard] == ["now"]


def test_what_is_locked_or_only_offered_is_never_told(watch):
    watch.look(overview(row(minutes=0, state=DueState.LOCKED), row(minutes=-5, state=DueState.OFFERED)))
    watch.tick(NOW + timedelta(hours=1))
    assert (watch.heard, watch.due) == ([], "")


def test_sent_it_is_no_longer_due(watch):
    states: list[str] = []
    watch.due_changed.connect(states.append)
    watch.look(overview(row(minutes=-1, state=DueState.NOW)))
    watch.look(overview(row(minutes=14)))
    assert states == ["Slack update due now", ""]


def test_names_come_from_whoever_knows_them(qapp):
    watch = DueWatch(lambda template: "Slack-Meldung")
    heard = []
    watch.warned.connect(lambda *told: heard.append(told[2]))
    watch.look(overview(row(minutes=0.5)))
    assert heard == ["Slack-Meldung due in 1 min · P0 Payments"]


def test_title_and_sound(watch, qtbot, tmp_path):
    window, beeps = QWidget(), []
    qtbot.addWidget(window)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    notifier = Notifier(window, watch, settings, beep=lambda: beeps.append(1))
    watch.look(overview(row(minutes=0.5)))
    assert beeps == [1]
    watch.tick(NOW + timedelta(minutes=1))
    assert window.windowTitle() == "(!) Slack update due now - Incident Composer"
    assert beeps == [1, 1]
    settings.setValue("sound/on", False)
    watch.look(overview(row("status_update", minutes=-2)))
    assert beeps == [1, 1]
    watch.look(overview())
    assert window.windowTitle() == "Incident Composer"
    notifier.close()


class Tray:
    """A desktop's tray that remembers, behind Qt's own class: offscreen there is none."""

    def __init__(self, monkeypatch) -> None:
        self.shown: list[tuple[str, str]] = []
        self.icons: list[QSystemTrayIcon] = []
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
        monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", self)

    def show_message(self, icon, title, text, _kind, _length) -> None:
        self.icons.append(icon)
        self.shown.append((title, text))

    # Python looks a method up on the class: as an attribute of the class this is no function, so it is bound by hand.
    def __get__(self, icon, _kind=None):
        return lambda *words: self.show_message(icon, *words)


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # the offscreen platform lacks that of a desktop
def test_a_click_on_the_notification_opens_its_incident(watch, qtbot, tmp_path, monkeypatch):
    tray = Tray(monkeypatch)
    window = QWidget()
    qtbot.addWidget(window)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    notifier = Notifier(window, watch, settings, stamp=lambda: "DRILL", beep=lambda: None)
    watch.look(overview(row(minutes=0.5), key="inc-1"))
    watch.look(overview(row(minutes=0.5), key="inc-2", title="Search"))
    assert tray.shown[0] == ("DRILL · Incident Composer", "Slack update due in 1 min · P0 Payments")
    assert tray.shown[1][1].endswith("P0 Search")
    assert len(set(map(id, tray.icons))) == 1  # one at a time, at one place
    with qtbot.waitSignal(notifier.chosen) as chosen:
        tray.icons[-1].messageClicked.emit()
    assert chosen.args == ["inc-2"]  # the one that is shown
    assert not tray.icons[-1].isVisible()


def test_nothing_covers_the_window_that_is_looked_at(watch, qtbot, tmp_path, monkeypatch):
    tray = Tray(monkeypatch)
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    notifier = Notifier(window, watch, settings, beep=lambda: None)
    watch.look(overview(row(minutes=0.5)))
    assert tray.shown == []
    notifier.close()
