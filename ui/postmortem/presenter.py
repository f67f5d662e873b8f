"""Fills the post-mortem off the main thread, and writes it where the person wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui import sayings
from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.deadlines import Milestone
    from composer.domain.delivery import Delivery
    from composer.domain.incident import Incident
    from composer.postmortem.sections import Section
    from composer.services.after_the_fact import OnPages
    from composer.services.core import Services


class PageAct(StrEnum):
    """What can be put on a status page after the fact."""

    POSTMORTEM = "postmortem"
    BACKFILL = "backfill"


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
        pages_known(object): how the status pages stand to it, as `OnPages`; None while it is open.
        page_refused(object, str, str): the `PageAct` that was wanted, its text, and why nothing was stored.
        on_page(object): the deliveries of what was put on pages, as they stand now.
    """

    filled = Signal(object)
    written = Signal(object)
    pages_known = Signal(object)
    page_refused = Signal(object, str, str)
    on_page = Signal(object)

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

    def look_at_pages(self) -> None:
        """Read how the status pages stand to the incident; `pages_known` tells."""
        incident_id = self._incident_id

        def call(services: Services) -> OnPages | None:
            from composer.services.after_the_fact import on_pages

            return None if services.incident(incident_id).is_open else on_pages(services, incident_id)

        self._session.run(call, self._on_pages)

    def put_on_page(self, act: PageAct, text: str) -> None:
        """Put the public post-mortem, or the whole past incident, on the status pages; nobody is told. `on_page` or `page_refused` tells."""
        incident_id = self._incident_id

        def call(services: Services) -> tuple[Delivery, ...] | str:
            from composer.domain.errors import UserFacingError
            from composer.services.after_the_fact import backfill, publish_postmortem

            try:
                if act is PageAct.POSTMORTEM:
                    stored = publish_postmortem(services, incident_id, text, notify=False)
                else:
                    stored = backfill(services, incident_id, text)
            except UserFacingError as error:
                return sayings.trouble(error)
            services.outbox.carry_out([one.publish_id for one in stored])
            return tuple(services.record.delivery(one.id) for one in stored)

        def done(answer: tuple[Delivery, ...] | str) -> None:
            if isinstance(answer, str):
                self.page_refused.emit(act, text, answer)
            else:
                self.on_page.emit(answer)
                self.look_at_pages()

        self._session.run(call, done, line="send", owner=self)

    def _on_pages(self, pages: OnPages | None) -> None:
        self.pages_known.emit(pages)

    def _on_filled(self, filled: Filled | None) -> None:
        if filled is not None and self._incident_id in ("", filled.incident.id):
            self._incident_id = filled.incident.id
            self.filled.emit(filled)
            self.look_at_pages()
        elif filled is None:
            self.filled.emit(None)


def _last_resolved(services: Services) -> str | None:
    resolved = [one for one in services.record.incidents() if one.resolved_at is not None]
    return max(resolved, key=lambda one: one.resolved_at or one.declared_at).id if resolved else None
