"""Every screen and dialog at 150 % text from the smallest window to a large one, and with words a third longer: nothing is cut, upon something else, or out of sight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.every_screen import DIALOGS, SCREENS, tour
from tests.ui.fitting import misfits

SIZES = ((1_024, 700), (1_280, 820), (1_920, 1_080))
LARGER, LONGER = 1.5, 0.3
ROUNDS = 10


@pytest.fixture
def larger_text(qapp: QApplication) -> Iterator[None]:
    before, large = qapp.font(), qapp.font()
    large.setPointSizeF(before.pointSizeF() * LARGER)
    qapp.setFont(large)
    yield
    qapp.setFont(before)


class LongerWords(QTranslator):
    """A language in which every longer word has 30 % more letters."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        """Placeholders, marks of access keys and short words stay as they are."""
        return re.sub(
            r"(?<![{\w&<])([A-Za-z]{4,})(?![}\w>])",
            lambda one: one[1] + one[1][-1] * round(len(one[1]) * LONGER),
            source,
        )

    def isEmpty(self) -> bool:
        """It has a word for everything."""
        return False


@pytest.fixture
def longer_words(qapp: QApplication) -> Iterator[None]:
    language = LongerWords()
    assert language.translate("", "Declare incident {count}") == "Declareee incidenttt {count}"
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


@pytest.mark.usefixtures("larger_text")
def test_larger_text_has_room_in_every_window(qtbot: QtBot, tmp_path: Path) -> None:
    wrong: list[str] = []
    with tour(qtbot, tmp_path) as made:
        for name in SCREENS:
            for size in SIZES:
                made.window.resize(*size)
                top = made.go(name) if size == SIZES[0] else made.window
                assert (top.width(), top.height()) == size
                wrong += [f"{name} {size[0]}: {what}" for what in settled_misfits(top)]
        made.window.resize(*SIZES[0])
        for name in DIALOGS:
            with made.dialog(name) as dialog:
                wrong += [f"{name}: {what}" for what in settled_misfits(dialog)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.sweep  # German says it with words that are as long, in each run
@pytest.mark.usefixtures("longer_words")
def test_longer_words_have_room_in_the_smallest_window(qtbot: QtBot, tmp_path: Path) -> None:
    wrong: list[str] = []
    with tour(qtbot, tmp_path) as made:
        made.window.resize(*SIZES[0])
        for name, top in made.everything():
            wrong += [f"{name}: {what}" for what in settled_misfits(top)]
        assert made.window.top_bar.settings.text() == "Settingsss"
    assert not wrong, "\n".join(wrong)


def settled_misfits(top: QWidget) -> list[str]:
    """What has not its room once it was laid out: that is done by events which may still wait, and a person never sees it before."""
    nobody: QObject | None = None
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(nobody, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
        if not (wrong := misfits(top)):
            return []
        QTest.qWait(20)
    return wrong
