"""Fills the post-mortem off the main thread, and writes it where the person wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.deadlines import Milestone
    from composer.domain.incident import Incident
    from composer.postmortem.sections import Section
    from composer.services.core import Services


@dataclass(frozen=True, slots=True)
class Filled:
    """One incident's post-mortem as Markdown, and its sections. `rank` is the severity's place, worst first; `milestones` are empty while the incident is open; `at` is now, UTC."""

    incident: Incident
    rank: int
    text: str
    milestones: tuple[Milestone, ...]
    at: datetime
    sections: tuple[Section, ...] = ()


class PostmortemPresenter(QObject):
    """Logic of the post-mortem.

    Signals:
        filled(object): a `Filled`, for the incident asked for last.
        written(object): the files written, as a tuple of paths.
    """

    filled = Signal(object)
    written = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._incident_id = ""

    @property
    def incident_id(self) -> str:
        """The incident asked for last; empty where none was."""
        return self._incident_id

    @Slot(str)
    def open(self, incident_id: str) -> None:
        """Fill the document of an incident; an empty id takes the one resolved last."""
        if not self._session.is_open:
            return
        self._incident_id = incident_id

        def call(services: Services) -> Filled | None:
            from composer.domain.deadlines import follow_up
            from composer.postmortem.sections import sections
            from composer.services.documents import postmortem

            wanted = incident_id or _last_resolved(services)
            if wanted is None:
                return None
            incident = services.incident(wanted)
            ranks = {one.key: rank for rank, one in enumerate(services.plan.severities)}
            rank = ranks.get(incident.peak_severity, len(ranks))  # the plan may have changed since
            milestones = follow_up(services.plan, incident)
            text = postmortem(services, wanted)
            return Filled(incident, rank, text, milestones, services.clock.now(), sections(text, milestones))

        self._session.run(call, self._on_filled)

    @Slot(str, str)
    def save(self, text: str, path: str) -> None:
        """Write the document, as it is shown, into a file."""

        def call(_services: Services) -> tuple[Path, ...]:
            from composer.files import write_atomic

            target = Path(path)
            write_atomic(target, text.encode("utf-8", "replace"))
            return (target,)

        self._session.run(call, self.written.emit)

    @Slot(str)
    def export(self, folder: str) -> None:
        """Write the incident's whole record, as JSON and Markdown, and the post-mortem into a folder."""
        incident_id = self._incident_id

        def call(services: Services) -> tuple[Path, ...]:
            from composer.services.documents import FORMATS, export

            return tuple(export(services, incident_id, FORMATS, Path(folder)).values())

        self._session.run(call, self.written.emit)

    def _on_filled(self, filled: Filled | None) -> None:
        if filled is not None and self._incident_id in ("", filled.incident.id):
            self._incident_id = filled.incident.id
            self.filled.emit(filled)
        elif filled is None:
            self.filled.emit(None)


def _last_resolved(services: Services) -> str | None:
    resolved = [one for one in services.record.incidents() if one.resolved_at is not None]
    return max(resolved, key=lambda one: one.resolved_at or one.declared_at).id if resolved else None
