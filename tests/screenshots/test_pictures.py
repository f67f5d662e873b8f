"""The pictures of the documents: those that are named are there, small enough for a checkout, and true in their colours."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QImage

from tests.screenshots.__main__ import CHECKOUT, few_colours
from ui.workarounds import keep_singletons_alive

keep_singletons_alive()

DOCS = CHECKOUT / "docs"
MOST = 2 * 1024 * 1024


def test_pictures_that_the_readme_names_are_there() -> None:
    named = re.findall(r"\]\((docs/[^)]+\.png)\)", (CHECKOUT / "README.md").read_text(encoding="utf-8"))
    assert len(named) >= 4
    assert [name for name in named if not (CHECKOUT / name).is_file()] == []


def test_every_screen_is_there_in_light_and_in_dark() -> None:
    names = {file.stem for file in (DOCS / "screenshots").glob("*.png")}
    screens = {name.rpartition("-")[0] for name in names}
    assert {
        "welcome",
        "declare",
        "compose",
        "confirm",
        "publish-hold",
        "publish",
        "history",
        "keys",
    } <= screens
    assert names == {f"{screen}-{scheme}" for screen in screens for scheme in ("light", "dark")}


def test_all_pictures_together_are_small() -> None:
    assert sum(file.stat().st_size for file in DOCS.rglob("*.png")) < MOST


@pytest.mark.parametrize("colour", ["#b3121d", "#1a6b3a"])
def test_a_small_word_keeps_its_colour(colour: str) -> None:
    """In a picture with more greys than the table has places."""
    picture = QImage(300, 40, QImage.Format.Format_RGB32)
    for x in range(picture.width()):
        for y in range(picture.height()):
            grey = 100 + (x + y * 7) % 150
            picture.setPixelColor(x, y, QColor(grey, grey, min(255, grey + y % 4)))
    picture.setPixelColor(5, 5, QColor(colour))
    assert few_colours(picture).pixelColor(5, 5) == QColor(colour)
