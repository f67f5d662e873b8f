"""What is said in passing ("Copied", "Taken back"): for some seconds in the footer, over what stands there, and kept in a list."""

from __future__ import annotations

from datetime import datetime
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from composer.clock import SystemClock
from ui.shell.footer import Footer
from ui.widgets.text import Tone

SHOWN_MS = {Tone.GOOD: 10_000, Tone.WARNING: 12_000}
"""For so long something is shown; under way, it is shown until something else is to be told, or as long as what went well."""
SOON_AGAIN_S = 0.8
"""The same words within so many seconds are told once."""
LEAST_MS = 1_000
"""So much is left at least when the mouse or the focus goes away."""
KEPT = 100
"""So many sayings are kept, the newest."""


class Saying(NamedTuple):
    """Something that was said: when (UTC), and its words. A named tuple: the window's first paint does without dataclasses."""

    at: datetime
    words: str
    detail: str
    tone: Tone


class Passing(QObject):
    """Decides what the footer shows. What failed or blocks stands there, and is never covered by something that comes in passing before it.

    Signals:
        kept(): there is something in the list.
    """

    kept = Signal()

    def __init__(self, footer: Footer) -> None:
        super().__init__(footer)
        self._footer = footer
        self._standing: tuple[str, Tone, str] = ("", Tone.PLAIN, "")
        self._shown: Saying | None = None
        self._left_ms = 0
        self._last: tuple[str, str, float] = ("", "", 0.0)
        self._said: list[Saying] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)
        self._held: set[QObject] = set()
        for part in (footer.status, footer.detail, footer.earlier):
            part.installEventFilter(self)

    @property
    def said(self) -> tuple[Saying, ...]:
        """What was said, the newest first."""
        return tuple(reversed(self._said))

    @property
    def is_shown(self) -> bool:
        """Whether something is shown in passing now."""
        return self._shown is not None

    def stand(self, status: str, tone: Tone = Tone.PLAIN, detail: str = "") -> None:
        """How things stand. It is shown once nothing covers it; at once where it is a new failure, or what was told is only what was under way."""
        before, self._standing = self._standing, (status, tone, detail)
        shown = self._shown
        if shown is not None:
            is_new = before[:2] != self._standing[:2]
            if not is_new or not (tone is Tone.DANGER or shown.tone is Tone.PLAIN):
                return
        self._end()

    def tell(self, words: str, tone: Tone, detail: str = "") -> None:
        """Say something in passing."""
        same, at = self._last[:2] == (words, detail), monotonic()
        if same and at - self._last[2] < SOON_AGAIN_S:
            return
        self._last = words, detail, at
        self._shown = Saying(SystemClock().now(), words, detail, tone)
        self._footer.say(words, tone, detail)
        self._left_ms = SHOWN_MS.get(tone, SHOWN_MS[Tone.GOOD])
        if tone is not Tone.PLAIN:  # what was only under way is no news later
            self._said = [*self._said[-KEPT + 1 :], self._shown]
            self._footer.offer_earlier()
            self.kept.emit()
        if not self._held:
            self._timer.start(self._left_ms)

    def leave(self) -> None:
        """Another screen comes: nothing of this one stands under it."""
        self._standing = ("", Tone.PLAIN, "")
        self._end()

    @Slot()
    def _end(self) -> None:
        self._timer.stop()
        self._shown = None
        self._footer.say(*self._standing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the mouse or the focus is on it, nothing goes away."""
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._held.add(watched)
            if self._timer.isActive():
                self._left_ms = max(self._timer.remainingTime(), LEAST_MS)
                self._timer.stop()
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._held.discard(watched)
            if not self._held and self._shown is not None and not self._timer.isActive():
                self._timer.start(self._left_ms)
        elif kind == QEvent.Type.MouseButtonRelease and self._said and watched is not self._footer.earlier:
            self._footer.earlier_wanted.emit()
        return super().eventFilter(watched, event)
