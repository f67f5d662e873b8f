"""Whether a window can be shown here, and what to say where it can't: one sentence, where Qt by itself ends the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from composer.cli.main import FAILED, say

if TYPE_CHECKING:  # Qt is imported when there is a display
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

QT_PACKAGES = (
    "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libgssapi-krb5-2 libxkbcommon-x11-0 libx11-xcb1 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0 libxcb-render-util0 "
    "libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1"
)
"""What Qt needs of a bare Debian to open a window."""

UNREACHABLE = ("could not connect to display", "failed to create wl_display")
"""How Qt's platforms say that nobody answers where the environment says that a display is."""


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, else where a display server or a platform is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def say_no_display(why: str = "There is no display to open a window on.") -> None:
    """Say so in one line, with what can be seen without one, named as the program was called."""
    say(f"{why} To see a whole incident in practice, run: {_program()} rehearse")


def say_missing(what: str) -> None:
    """Say that a library of the system is missing, with the command that installs it."""
    say(f"The window can't be opened: {what}. On Debian or Ubuntu: sudo apt-get install {QT_PACKAGES}")


def make_application(arguments: list[str]) -> QApplication:
    """Qt's application. Where no platform of Qt can start, Qt would abort with a page of its own words; the process ends with one sentence instead."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    heard: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        heard.append(message)
        if kind is QtMsgType.QtFatalMsg:
            _give_up(heard)

    before = qInstallMessageHandler(listen)
    try:
        application = QApplication(arguments)
    finally:
        qInstallMessageHandler(before)
    for message in heard:  # a mere warning is still for whoever started it from a terminal
        sys.stderr.write(f"{message}\n")
    return application


def _give_up(heard: list[str]) -> NoReturn:
    """End at once: after its fatal message Qt can only abort, and nothing was opened yet that would need closing."""
    said = "\n".join(heard).lower()
    if any(words in said for words in UNREACHABLE):
        say_no_display("The display that the environment names can't be reached.")
    else:
        say_missing("Qt found no way to the display")
    sys.stderr.flush()
    os._exit(FAILED)


def _program() -> str:
    """The program as a person can call it from here: from a checkout it is not on the path."""
    called = Path(sys.argv[0] if sys.argv else "")
    if called.stem != "incident-composer":
        return "incident-composer"
    near = os.path.relpath(called)
    return "incident-composer" if near.startswith(os.pardir) else near
