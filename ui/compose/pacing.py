"""What is not said now: skips with their way back, and a slower rhythm for one incident. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from composer.domain.incident import TimelineEvent
from composer.services import rhythm, skipping
from ui.compose import choosing

if TYPE_CHECKING:
    from composer.services.core import Services
    from ui.compose.presenter import ComposePresenter


class Pacing(QObject):
    """Skips and rhythms of the incident that is being composed.

    Signals:
        skips_changed(object): the tuple of `TimelineEvent`s of the skips that stand.
    """

    skips_changed = Signal(object)

    def __init__(self, presenter: ComposePresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self.skips: tuple[TimelineEvent, ...] = ()
        presenter.loaded.connect(self._read)
        presenter.situation_changed.connect(self._read)

    def can_skip(self, template: str) -> bool:
        """Whether it is due, or will be by itself."""
        return any(
            row.template == template and row.state in choosing.CAN_SKIP for row in self._presenter.rows()
        )

    def planned_minutes(self, template: str) -> int | None:
        """How often the plan wants this channel to speak; None where it has no rhythm for it."""
        situation = self._presenter.situation
        return None if situation is None else rhythm.planned_minutes(situation, template)

    def is_slowed(self, template: str) -> bool:
        """Whether the channel has a rhythm of its own on this incident."""
        incident, heads = self._presenter.incident, self._presenter.heads
        return (
            incident is not None and template in heads and heads[template].channel in incident.cadence_minutes
        )

    def skip(self, template: str, reason: str) -> None:
        """Leave a message out, and say why."""
        draft = self._presenter.draft
        severity, phase = (None, None) if draft is None else (draft.severity, draft.phase)
        self._do(
            lambda services, incident_id: services.skip(
                incident_id, template, reason, severity=severity, phase=phase
            )
        )

    def take_back(self, skip: TimelineEvent) -> None:
        """The skipped message is due again."""
        self._do(
            lambda services, _: skipping.take_back(
                services.record, skip, services.settings.who, services.clock.now(), services.new_id
            )
        )

    def slow_down(self, template: str, minutes: int, reason: str) -> None:
        """Let the channel speak less often, and say why."""
        self._do(
            lambda services, incident_id: rhythm.slow_down(services, incident_id, template, minutes, reason)
        )

    def as_planned(self, template: str) -> None:
        """Back to the plan's rhythm."""
        channel = self._presenter.heads[template].channel
        self._do(lambda services, incident_id: rhythm.as_planned(services, incident_id, channel))

    def _do(self, call: Callable[[Services, str], Any]) -> None:
        incident = self._presenter.incident
        if incident is None:
            return
        incident_id = incident.id
        self._presenter.session.run(lambda services: call(services, incident_id), self._on_done)

    def _on_done(self, _answer: object) -> None:
        self._presenter.session.refresh_soon()
        self._presenter.refresh()

    @Slot(object)
    def _read(self, _what: object) -> None:
        incident = self._presenter.incident
        if incident is None:
            return
        incident_id = incident.id
        self._presenter.session.run(
            lambda services: skipping.standing(services.record, incident_id), self._on_skips
        )

    def _on_skips(self, skips: tuple[TimelineEvent, ...]) -> None:
        self.skips = skips
        self.skips_changed.emit(skips)
