"""What is said in passing: how long it stands in the footer, what holds it there, and that it can be read later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.commands import wire
from ui.shell import passing as module
from ui.shell.earlier import EarlierDialog
from ui.shell.footer import Footer
from ui.shell.passing import Passing
from ui.shell.window import MainWindow
from ui.widgets.text import Tone
from ui.workarounds import keep_singletons_alive

keep_singletons_alive()


@pytest.fixture
def footer(qtbot):
    made = Footer()
    qtbot.addWidget(made)
    made.resize(1_000, 60)
    made.show()
    return made


@pytest.fixture
def passing(footer):
    return Passing(footer)


def test_it_goes_away_by_itself_and_what_stood_there_comes_back(passing, footer):
    passing.stand("No problem", Tone.GOOD, "saved 14:32:50")
    for tone, shown_ms in ((Tone.GOOD, 10_000), (Tone.WARNING, 12_000)):
        passing.tell(f"Said {tone}", tone)
        assert footer.status.text() == f"Said {tone}"
        assert passing._timer.isActive()
        assert passing._timer.interval() == shown_ms
        passing.stand("No problem", Tone.GOOD, "saved 14:32:51")  # typing goes on
        assert footer.status.text() == f"Said {tone}"
    passing._timer.timeout.emit()
    assert (footer.status.text(), footer.detail.text()) == ("No problem", "saved 14:32:51")
    assert not passing.is_shown


def test_what_blocks_is_never_covered_and_what_was_under_way_gives_place(passing, footer):
    passing.tell("Copied", Tone.GOOD)
    passing.stand("Slack blocked: 1 problem (F8)", Tone.DANGER)
    assert footer.status.text() == "Slack blocked: 1 problem (F8)"
    passing.tell("The test is being sent…", Tone.PLAIN)
    passing.stand("No problem", Tone.GOOD)
    assert footer.status.text() == "No problem"
    assert [one.words for one in passing.said] == ["Copied"], "what was only under way is no news later"


def test_of_what_stands_behind_a_status_only_whole_things_are_shown(footer):
    footer.say("No problem", Tone.GOOD, "1 hint · saved 14:32:51 UTC")
    detail = footer.detail
    whole = detail.sizeHint().width()
    for width, shown in (
        (whole, "1 hint · saved 14:32:51 UTC"),
        (whole - 20, "1 hint"),
        (detail.fontMetrics().horizontalAdvance("1 hi"), ""),
    ):
        detail.resize(width, detail.height())
        assert detail.shown == shown


def test_the_same_words_are_not_told_twice_within_800_ms(passing, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    for at in (100.0, 100.7, 101.5):
        now[0] = at
        passing.tell("Copied", Tone.GOOD)
    assert [one.words for one in passing.said] == ["Copied", "Copied"]


@pytest.mark.parametrize(
    ("come", "go"),
    [
        (QEvent(QEvent.Type.Enter), QEvent(QEvent.Type.Leave)),
        (QFocusEvent(QEvent.Type.FocusIn), QFocusEvent(QEvent.Type.FocusOut)),
    ],
)
def test_it_waits_while_the_mouse_or_the_focus_is_on_it(passing, footer, come, go):
    passing.tell("Copied", Tone.GOOD)
    part = footer.status if come.type() is QEvent.Type.Enter else footer.earlier
    QApplication.sendEvent(part, come)
    assert not passing._timer.isActive()
    passing.tell("Saved", Tone.GOOD)
    assert not passing._timer.isActive()
    assert footer.status.text() == "Saved"
    QApplication.sendEvent(part, go)
    assert passing._timer.isActive()
    assert 1_000 <= passing._timer.interval() <= 10_000


def test_all_of_it_is_read_later_by_mouse_and_by_key(qtbot, tmp_path):
    window = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    nothing = lambda *_: None  # noqa: E731
    wire(window, nothing, nothing, nothing, nothing)
    window.show()
    assert not window.footer.earlier.isVisible()
    window.passing.tell("Taken back: nothing was sent", Tone.GOOD, "what you typed stands there again")
    window.passing.tell("It has left already", Tone.WARNING)
    assert window.footer.earlier.isVisible()
    for open_it in (
        lambda: QTest.mouseClick(window.footer.earlier, Qt.MouseButton.LeftButton),
        lambda: QTest.mouseClick(window.footer.status, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(window, Qt.Key.Key_F9),
    ):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        open_it()
        dialog = window.findChild(EarlierDialog)
        assert isinstance(dialog, EarlierDialog)
        rows = [
            [dialog.table.model().index(row, column).data() for column in (0, 1)]
            for row in range(dialog.table.rowCount())
        ]
        assert [words for _when, words in rows] == [
            "It has left already",
            "Taken back: nothing was sent: what you typed stands there again",
        ]
        assert all("UTC" in when for when, _words in rows)
        dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
