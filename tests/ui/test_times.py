"""Times on every screen: of the clock in UTC with the local one beside them, and none that only counts without the one of the clock in its row or its tip."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from composer.clock import SystemClock
from composer.domain.channel import Audience
from composer.domain.fields import Field, FieldType
from tests.ui.every_screen import tour
from ui.widgets.choice_editors import TimeEditor

OF_THE_CLOCK = re.compile(r"\b\d\d:\d\d(?::\d\d)? UTC\b")
COUNTED = re.compile(r"\b(?:in|since) \d+ (?:min|h)\b|\b\d+ (?:min|h) ago\b|\b\d+:\d\d (?:elapsed|down)\b")
SCREENS = ("declare P0", "compose", "compose resolved", "held", "history", "postmortem", "correction")
"""Those with times of their own; the rail stands beside all of them."""


@pytest.fixture
def east_of_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Etc/GMT-1")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("east_of_utc")
def test_each_time_can_be_read_in_utc_and_here(qtbot: QtBot, tmp_path: Path) -> None:
    wrong, seen = [], 0
    with tour(qtbot, tmp_path) as made:
        for name in SCREENS:
            for one, text in texts(made.go(name)):
                if OF_THE_CLOCK.search(text):
                    seen += 1
                    if "here" not in around(one):
                        wrong.append(f"{name}: {text!r} has no local time beside it")
                if COUNTED.search(text):
                    seen += 1
                    if not OF_THE_CLOCK.search(around(one)):
                        wrong.append(f"{name}: {text!r} has no time of the clock beside it")
    assert not wrong, "\n".join(dict.fromkeys(wrong))
    assert seen > 20


def texts(top: QWidget) -> Iterator[tuple[QWidget, str]]:
    """What can be read on labels and buttons."""
    for one in top.findChildren(QWidget):
        if isinstance(one, QLabel | QAbstractButton) and one.isVisible() and one.window() is top:
            yield one, plain(one.text())


def around(one: QWidget) -> str:
    """What stands in the same row, and what the tip says."""
    above = one.parentWidget()
    beside = [] if above is None else [plain(label.text()) for label in above.findChildren(QLabel)]
    tip: QWidget | None = one
    while tip is not None and not tip.toolTip():  # the tip of what it lies on is shown for it too
        tip = tip.parentWidget()
    return " ".join([*beside[:12], "" if tip is None else plain(tip.toolTip())])


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u200b", "")


def test_a_time_is_read_by_the_program_s_clock(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a rehearsal, and whoever sets the program's clock, would get another day."""
    now = datetime(2030, 5, 6, 14, 0, tzinfo=UTC)
    monkeypatch.setattr(SystemClock, "now", lambda _: now)
    editor = TimeEditor(Field("started_at", "Started", FieldType.TIME, Audience.INTERNAL))
    qtbot.addWidget(editor)
    assert editor.read("13:52") == "2030-05-06T13:52:00Z"
    assert editor.shown("2030-05-06T13:52:00Z") == "13:52 UTC"
