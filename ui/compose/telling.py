"""What the footer says once about what became of a round."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.host import Host
from ui.widgets.text import Tone


def taken_back(host: Host) -> None:
    """Nothing was sent, and the form stands there again."""
    host.say(
        QCoreApplication.translate("", "Taken back: nothing was sent"),
        Tone.GOOD.value,
        QCoreApplication.translate("", "what you typed stands there again"),
    )


def too_late(host: Host) -> None:
    """It can't be taken back any more."""
    host.say(
        QCoreApplication.translate("", "It has left already"),
        Tone.WARNING.value,
        QCoreApplication.translate("", "the rows tell how each delivery stands"),
    )


def overtaken(host: Host, phase: str) -> None:
    """A later phase was published while this draft stood at an earlier one."""
    host.say(
        QCoreApplication.translate("", "{phase} was published meanwhile, not from this window").format(
            phase=phase
        ),
        Tone.WARNING.value,
        QCoreApplication.translate("", "this draft goes on from there"),
    )
