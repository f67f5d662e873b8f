"""Keeping what is typed: each draft is stored a moment after a change, and tried again until it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.language import utc_and_local
from ui.later import later

if TYPE_CHECKING:
    from composer.domain.draft import Draft
    from ui.session import Session

SAVE_AFTER_MS = 500
TRY_AGAIN_MS = 5_000
"""A draft that could not be stored is tried again so much later, until it is."""


class Keeping(QObject):
    """The drafts that are not stored yet. There may be several: another incident can be chosen while the disk is full.

    Signals:
        saved(str): the time of day (UTC) at which a draft was stored.
    """

    saved = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._unstored: dict[str | None, Draft] = {}
        self._save = later(self, SAVE_AFTER_MS, self.flush)
        self._again = later(self, TRY_AGAIN_MS, self.flush)

    def keep(self, draft: Draft) -> None:
        """Store this draft of its incident soon, in place of the one before."""
        self._unstored[draft.incident_id] = draft
        if not self._save.isActive():  # also while somebody goes on typing it is stored twice a second
            self._save.start()

    def unstored(self, incident_id: str | None) -> Draft | None:
        """What was typed about an incident and is not stored yet."""
        return self._unstored.get(incident_id)

    @property
    def has_unstored(self) -> bool:
        """Whether anything waits to be stored."""
        return bool(self._unstored)

    def let_go(self, incident_id: str | None) -> None:
        """The draft of that incident is stored in another way."""
        self._unstored.pop(incident_id, None)

    @Slot()
    def flush(self) -> None:
        """Store now what waits for it."""
        self._save.stop()
        if not self._session.is_open:
            return
        waiting, self._unstored = self._unstored, {}
        for draft in waiting.values():
            self._store(draft)

    def _store(self, draft: Draft) -> None:
        def failed(_error: BaseException) -> None:
            self._unstored.setdefault(draft.incident_id, draft)  # what was typed since is newer
            self._again.start()

        def done(_answer: object) -> None:
            if self._session.is_open:
                self.saved.emit(utc_and_local(self._session.services.clock.now(), seconds=True))

        self._session.run(lambda services: services.save_draft(draft), done, failed=failed, owner=self)
