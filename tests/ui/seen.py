"""What can be seen: contrasts by the formula of WCAG 2, and what changes on the screen when something gets the focus."""

from __future__ import annotations

from collections import Counter
from typing import cast

from PySide6.QtCore import QPoint, QRect
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


def picture(widget: QWidget) -> QImage:
    """The widget and a little around it, as it stands in its window."""
    window = widget.window()
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    QApplication.processEvents()
    return window.grab(area.intersected(window.rect())).toImage().convertToFormat(QImage.Format.Format_RGB32)


def line_of(image: QImage, y: int) -> bytes:
    """A line of the picture, four bytes a pixel."""
    return bytes(cast(memoryview, image.constScanLine(y)))


def strongly_changed(before: QImage, after: QImage, least: float = 3.0) -> int:
    """How many pixels changed so that the difference is seen."""
    if before.size() != after.size():
        return 0
    changes: Counter[tuple[int, int]] = Counter()
    for y in range(before.height()):
        one, other = line_of(before, y), line_of(after, y)
        if one == other:
            continue
        for x in range(0, len(one), 4):
            if one[x : x + 3] != other[x : x + 3]:
                changes[
                    int.from_bytes(one[x : x + 3], "little"), int.from_bytes(other[x : x + 3], "little")
                ] += 1
    return sum(
        count
        for (one, other), count in changes.items()
        if contrast(QColor.fromRgb(one), QColor.fromRgb(other)) >= least
    )


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
