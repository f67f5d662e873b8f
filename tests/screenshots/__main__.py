"""Paints every screen, light and dark, from a practice incident that is driven through the real window: `make screenshots`.

The home lies in a temporary folder and the clock stands still, so that a picture changes only when the window does.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.screenshots.tour import Tour
from ui import theme
from ui.workarounds import keep_singletons_alive

CHECKOUT = Path(__file__).resolve().parents[2]
FOLDER = CHECKOUT / "docs" / "screenshots"


def size(text: str) -> tuple[int, int]:
    """`1024x700`."""
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if found is None:
        raise argparse.ArgumentTypeError("a size is written as 1280x820")
    return int(found[1]), int(found[2])


@contextmanager
def home_for_pictures() -> Iterator[Path]:
    """A folder for the homes, of one name whenever that can be: Settings show it."""
    folder = Path(tempfile.gettempdir()) / "incident-composer"
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        folder = Path(tempfile.mkdtemp(prefix="incident-composer-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def few_colours(picture: QImage) -> QImage:
    """The picture in 256 colours, a third of the file: the commonest of each hue first, so that a small red word stays red, then the commonest of all."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    common = [colour for colour, _ in Counter(memoryview(picture.constBits()).cast("I")).most_common()]
    hues = {colour & 0xFFE0E0E0: colour for colour in reversed(common)}
    rank = {colour: place for place, colour in enumerate(common)}
    table = sorted(hues.values(), key=rank.__getitem__)[:220]
    table += [colour for colour in common if colour not in set(table)][: 256 - len(table)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def quiet(_kind: object, _context: object, text: str) -> None:
    """The offscreen platform has no window manager, and says so at each window."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def main() -> int:
    """Paint them; the exit status."""
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    parser.add_argument("--size", type=size, default=(1_280, 820), metavar="WIDTHxHEIGHT")
    parser.add_argument("--scale", type=float, default=1.0, help="of the text: 1.5 is 150 %%")
    parser.add_argument("--language", choices=("en", "de"), default="en")
    parser.add_argument("--to", type=Path, default=FOLDER)
    parser.add_argument("--only", choices=("light", "dark"))
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no window jumps about on the screen of whoever runs it
    keep_singletons_alive()
    qInstallMessageHandler(quiet)
    application = QApplication(["incident-composer"])
    application.setCursorFlashTime(3_600_000)  # a caret that blinks would make two runs differ
    if options.scale != 1.0:
        font = application.font()
        font.setPointSizeF(font.pointSizeF() * options.scale)
        application.setFont(font)
    options.to.mkdir(parents=True, exist_ok=True)
    whole = 0
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        if options.only not in (None, scheme.value):
            continue

        def paint(name: str, seen: QWidget, scheme: theme.Scheme = scheme) -> None:
            nonlocal whole
            file = options.to / f"{name}-{scheme.value}.png"
            if not few_colours(seen.grab().toImage()).save(str(file), quality=0):  # 0 is the smallest file
                raise OSError(f"{file} could not be written")
            whole += file.stat().st_size
            print(file.name)

        with home_for_pictures() as folder:
            Tour(folder, size=options.size, scheme=scheme, language=options.language).walk(paint)
    print(f"{whole / 1024:.0f} KB in {options.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
