"""What external services report, on its way into the summary or the timeline; both stay inside, as no supplier is blamed in public."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from composer.domain.health import HealthState, ServiceHealth
from ui import health_words
from ui.compose.presenter import ComposePresenter
from ui.compose.suppliers_strip import SuppliersStrip
from ui.host import Host
from ui.publish.presenter import PublishPresenter
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from composer.services.core import Services

SUMMARY = "summary"


class SupplierHints(QObject):
    """Keeps the strip up to date, says once what has changed, and takes what is reported into the summary or the timeline."""

    def __init__(
        self, strip: SuppliersStrip, presenter: ComposePresenter, after: PublishPresenter, host: Host
    ) -> None:
        super().__init__(strip)
        self._strip, self._presenter, self._after, self._host = strip, presenter, after, host
        self._watch = presenter.session.suppliers
        self._watch.changed.connect(self._show)
        self._watch.news.connect(self._tell)
        strip.summary_wanted.connect(self._use)
        strip.event_wanted.connect(self._note)
        self._show()

    @property
    def _affected(self) -> list[ServiceHealth]:
        return [one for one in self._watch.health if one.state is HealthState.AFFECTED]

    @Slot()
    def _show(self) -> None:
        self._strip.show_health(self._watch.health)

    @Slot(object, object)
    def _tell(self, was: ServiceHealth, now: ServiceHealth) -> None:
        """An incident that begins, changes or ends is news; whether a feed can be read is none, but for one that had reported an incident."""
        if HealthState.AFFECTED not in (was.state, now.state):
            return
        tone = Tone.GOOD if now.state is HealthState.OPERATIONAL else Tone.WARNING
        self._host.tell(health_words.line(now), tone.value)  # the footer has it read out, once

    @Slot()
    def _use(self) -> None:
        draft = self._presenter.draft
        if draft is None:
            return
        said = str(draft.values.get(SUMMARY) or "").rstrip()
        new = [one.sentence for one in self._affected if one.sentence not in said]
        if new:
            text = "\n".join((*([said] if said else []), *(f"{one}." for one in new)))
            self._presenter.set_field(SUMMARY, text)
            self._presenter.draft_changed.emit(self._presenter.draft)
        self._host.tell(self.tr("In the summary, which stays inside"), Tone.GOOD.value)

    @Slot()
    def _note(self) -> None:
        incident, reports = self._presenter.incident, self._affected
        if incident is None or not reports:
            return
        self._after.ask(
            lambda services: _note(services, incident.id, reports), lambda _: self._after.refresh_timeline()
        )
        self._host.tell(self.tr("In the timeline"), Tone.GOOD.value)


def _note(services: Services, incident_id: str, reports: Sequence[ServiceHealth]) -> None:
    from composer.services.supplier_notes import note_reports

    note_reports(services, incident_id, reports)
