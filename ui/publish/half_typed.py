"""Keeping the line that is being typed into a timeline: neither a crash nor a new plan takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.later import later
from ui.session import Session

if TYPE_CHECKING:
    from composer.services.core import Services

KEEP_AFTER_MS = 500


class HalfTyped(QObject):
    """The lines that are typed and not added, an incident each.

    Signals:
        found(str, str): the incident, and what was typed about it before.
    """

    found = Signal(str, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._unkept: dict[str, str] = {}
        self._soon = later(self, KEEP_AFTER_MS, self.flush)

    @Slot(str, str)
    def keep(self, incident_id: str, text: str) -> None:
        """Keep this soon, in place of what was kept."""
        self._unkept[incident_id] = text
        if not self._soon.isActive():  # also while somebody goes on typing it is kept twice a second
            self._soon.start()

    @property
    def has_unkept(self) -> bool:
        """Whether anything waits to be kept."""
        return bool(self._unkept)

    @Slot()
    def flush(self) -> None:
        """Keep now what waits for it."""
        self._soon.stop()
        if not self._session.is_open:
            return
        waiting, self._unkept = self._unkept, {}
        for incident_id, text in waiting.items():
            self._keep(incident_id, text)

    def look(self, incident_id: str) -> None:
        """Find what was typed about an incident and not added."""
        self.flush()
        if not self._session.is_open:
            return

        def call(services: Services) -> str:
            from composer.services.typed_notes import kept_note

            return kept_note(services.home, services.mode, incident_id)

        self._session.run(call, lambda text: self.found.emit(incident_id, text), owner=self)

    def _keep(self, incident_id: str, text: str) -> None:
        def call(services: Services) -> None:
            from composer.services.typed_notes import keep_note

            keep_note(services.home, services.mode, incident_id, text)

        def failed(_error: BaseException) -> None:
            self._unkept.setdefault(
                incident_id, text
            )  # it goes with the next key, or before the window closes

        self._session.run(call, failed=failed, owner=self)
