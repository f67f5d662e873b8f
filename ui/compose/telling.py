"""What the footer says once about what became of a round."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from ui.host import Host
from ui.widgets.text import Tone


class Telling(QObject):
    """Finds the words, and has the window say them."""

    def __init__(self, host: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._host = host

    @Slot()
    def taken_back(self) -> None:
        """Nothing was sent, and the form stands there again."""
        words = self.tr("what you typed stands there again")
        self._host.tell(self.tr("Taken back: nothing was sent"), Tone.GOOD.value, words)

    @Slot()
    def too_late(self) -> None:
        """It can't be taken back any more."""
        words = self.tr("the rows tell how each delivery stands")
        self._host.tell(self.tr("It has left already"), Tone.WARNING.value, words)

    @Slot(str)
    def overtaken(self, phase: str) -> None:
        """A later phase was published while this draft stood at an earlier one."""
        words = self.tr("{phase} was published meanwhile, not from this window").format(phase=phase)
        self._host.tell(words, Tone.WARNING.value, self.tr("this draft goes on from there"))

    @Slot(str)
    def trouble(self, why: str) -> None:
        """Nothing was published."""
        self._host.say(why, Tone.DANGER.value)
