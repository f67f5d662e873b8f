"""What can be seen: contrasts by the formula of WCAG 2, and what changes on the screen when something gets the focus."""

from __future__ import annotations

from collections import Counter
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

MARGIN = 6


def contrast(one: QColor | str, other: QColor | str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def picture(widget: QWidget, part: QRect | None = None) -> QImage:
    """The widget, or a part of it, and a little around it, as it stands in its window."""
    window, part = widget.window(), part or widget.rect()
    area = QRect(widget.mapTo(window, part.topLeft()), part.size()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    QApplication.processEvents()
    return window.grab(area.intersected(window.rect())).toImage().convertToFormat(QImage.Format.Format_RGB32)


def line_of(image: QImage, y: int) -> bytes:
    """A line of the picture, four bytes a pixel."""
    return bytes(cast(memoryview, image.constScanLine(y)))


def standing_out(image: QImage, least: float = 3.0) -> int:
    """How many pixels stand out from the commonest colour."""
    colours = colours_of(image)
    ground = QColor.fromRgb(colours.most_common(1)[0][0])
    return sum(count for one, count in colours.items() if contrast(QColor.fromRgb(one), ground) >= least)


def ink_and_ground(image: QImage) -> float:
    """The contrast between the commonest colour and the one that differs most from it: of a text, its ink and its ground."""
    colours = colours_of(image)
    if not colours:
        return 21.0
    ground = QColor.fromRgb(colours.most_common(1)[0][0])
    return max(contrast(QColor.fromRgb(one), ground) for one in colours)


def colours_of(image: QImage) -> Counter[int]:
    """How often each colour occurs."""
    colours: Counter[int] = Counter()
    for y in range(image.height()):
        line = line_of(image, y)
        colours.update(int.from_bytes(line[x : x + 3], "little") for x in range(0, len(line), 4))
    return colours


SIDES = ("left", "top", "right", "bottom")
DEEP = 18
"""So many pixels from the outside into the widget a ring is looked for."""
SAME = 1.35
"""Colours nearer than this are one, softened at an edge."""


def ring_faults(
    before: QImage, after: QImage, inks: tuple[str, ...], thick: int = 2, least: float = 3.0
) -> list[str]:
    """What the ring around what has the focus lacks on each side, painted in one of these inks: its thickness, or its contrast against what lies outside and inside of it."""
    return min((_faults(before, after, QColor(ink), thick, least) for ink in inks), key=len)


def _faults(before: QImage, after: QImage, ink: QColor, thick: int, least: float) -> list[str]:
    faults = []
    for side in SIDES:
        path = _inwards(after, side)
        colours = [QColor(after.pixel(*spot)) for spot in path]
        came = [after.pixel(*spot) != before.pixel(*spot) for spot in path]
        runs = [
            run
            for run in _runs([contrast(one, ink) < SAME for one in colours])
            if sum(came[slice(*run)]) >= thick
        ]
        if not runs:
            faults.append(f"{side}: no ring of {thick} px comes")
            continue
        start, end = runs[0]
        nears = (start - 1, start - 2), (end, end + 1)  # an edge may be softened
        for where, near in zip(("outside", "inside"), nears, strict=True):
            seen = [contrast(colours[one], ink) for one in near if 0 <= one < len(path)]
            if seen and max(seen) < least - 0.05:
                faults.append(f"{side}: {max(seen):.1f} : 1 against what is {where}")
    return faults


def _runs(flags: list[bool]) -> list[tuple[int, int]]:
    """Where something is so without a gap: begin and end of each."""
    runs, start = [], None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            runs.append((start, place))
            start = None
    return runs


def _inwards(image: QImage, side: str) -> list[tuple[int, int]]:
    """The pixels from the middle of a side of the picture towards its middle."""
    wide, high = image.width(), image.height()
    if side in ("left", "right"):
        deep = min(DEEP, wide // 2)
        return [(place if side == "left" else wide - 1 - place, high // 2) for place in range(deep)]
    deep = min(DEEP, high // 2)
    return [(wide // 2, place if side == "top" else high - 1 - place) for place in range(deep)]
