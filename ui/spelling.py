"""Spelling while somebody types: what is known stands in the round at each key, and words that are new are looked up a moment later, away from the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from composer.services.rounds import Round
from ui.later import later
from ui.session import Session

LOOK_AFTER_MS = 60
"""So long after the last key new words are looked up; what comes of it is shown at the field a while after that."""
FIRST_AFTER_MS = 700
"""The first time, a dictionary is read: not while a screen comes up or somebody types at speed."""


class SpellingLater(QObject):
    """Adds what is known of spelling to rounds, and calls `found` when more is known. `being_written` gives the word that holds the caret: of that one nothing is found out."""

    def __init__(self, session: Session, parent: QObject, found: Callable[[], object]) -> None:
        super().__init__(parent)
        self.being_written: Callable[[], str] = lambda: ""
        self._found = found
        self._session = session
        self._round: Round | None = None
        self._timer = later(self, FIRST_AFTER_MS, self._look)

    def checked(self, round_: Round) -> Round:
        """The round with what is known by now."""
        self._round = round_
        spelling = self._session.services.spelling
        if spelling.unknown(round_):
            self._timer.start(LOOK_AFTER_MS if spelling.is_loaded else FIRST_AFTER_MS)
        return spelling.checked(round_)

    @Slot()
    def look_soon(self) -> None:
        """The caret has gone elsewhere: the word that it held is written."""
        if self._round is not None:
            self._timer.start(LOOK_AFTER_MS)

    def _look(self) -> None:
        if self._round is None or not self._session.is_open:
            return
        words = self._session.services.spelling.unknown(self._round, self.being_written())
        if words:
            self._session.run(lambda services: services.spelling.look_up(words), self._on_looked_up)

    def _on_looked_up(self, _nothing: object) -> None:
        self._found()
