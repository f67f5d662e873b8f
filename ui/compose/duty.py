"""The incident's PagerDuty side: what it says there, a note, a call for help, the link. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.errors import UserFacingError
from composer.publishing.outbox import PATIENCE_S
from ui import sayings

if TYPE_CHECKING:
    from composer.domain.record import Publish
    from composer.publishing.running import DutyIncident
    from composer.services.core import Services
    from composer.services.paging import Responder
    from ui.compose.presenter import ComposePresenter


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a note or a call for help: its deliveries as they ended, and its publish where a person has to look at them."""

    deliveries: tuple[Delivery, ...]
    unsettled: Publish | None


class Duty(QObject):
    """What is known of the linked incident, and what can be done there.

    Signals:
        changed(): the link, or what PagerDuty says of it, is another one.
        said(str, str): a sentence for the footer, and its tone.
        noted(): the timeline has new entries.
        found(object): the tuple of `OnDuty`s to choose from for a link.
        unsettled(object): a `Publish` of which something did not arrive, or may have.
    """

    changed = Signal()
    said = Signal(str, str)
    noted = Signal()
    found = Signal(object)
    unsettled = Signal(object)

    def __init__(self, presenter: ComposePresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self.duty: DutyIncident | None = None
        self.trouble = ""
        self._shown: tuple[str | None, str | None] = (None, None)
        self._reading = False
        presenter.loaded.connect(self._on_loaded)
        presenter.situation_changed.connect(self._on_situation)

    # --- what is known -----------------------------------------------------------------------------------------

    @property
    def linked(self) -> str | None:
        """The id there of the incident that is linked."""
        incident = self._presenter.incident
        return None if incident is None else incident.pagerduty_incident or None

    @property
    def is_open(self) -> bool:
        """Whether the incident goes on."""
        incident = self._presenter.incident
        return incident is not None and incident.is_open

    @property
    def can_write(self) -> bool:
        """Whether a note or a call for help gets there: to the service, or into practice's transcript."""
        return self.linked is not None and self._is_connected

    @property
    def can_read(self) -> bool:
        """Whether PagerDuty can be asked; practice asks no service."""
        return self._is_connected and not self._presenter.session.services.practice

    @property
    def _is_connected(self) -> bool:
        session = self._presenter.session
        return session.is_open and Channel.PAGERDUTY in session.services.connected

    def responders(self) -> tuple[Responder, ...]:
        """Whom the plan lets be paged."""
        from composer.services import paging

        return paging.responders(self._presenter.session.services)

    # --- reading -----------------------------------------------------------------------------------------------

    @Slot()
    def read(self) -> None:
        """Read its log now, into the timeline, and say what came of it."""
        if self._can_not(self.can_read):
            return
        self.said.emit(self.tr("Reading {incident} at PagerDuty…").format(incident=self.linked), "plain")
        self._read(tell=True)

    def _read(self, *, tell: bool) -> None:
        incident = self._presenter.incident
        if incident is None or self._reading:
            return
        self._reading, asked = True, incident.id

        def call(services: Services) -> DutyIncident | UserFacingError:
            from composer.services import on_duty

            try:
                return on_duty.read_linked(services, asked)
            except UserFacingError as trouble:
                return trouble

        def answered(answer: DutyIncident | UserFacingError) -> None:
            self._reading = False
            if self._presenter.incident is None or self._presenter.incident.id != asked:
                self._read(tell=False)  # another incident was chosen meanwhile
            elif isinstance(answer, UserFacingError):
                self.trouble = sayings.message_of(answer)
                self.changed.emit()
                if tell:
                    self.said.emit(self.trouble, "danger")
            else:
                self.duty, self.trouble = answer, ""
                self.changed.emit()
                self._note(asked, answer, tell=tell)

        self._run(call, answered, line="send")

    def _note(self, incident_id: str, duty: DutyIncident, *, tell: bool) -> None:
        def noted(new: tuple[object, ...]) -> None:
            if new:
                self.noted.emit()
            if tell:
                words = self.tr("PagerDuty says nothing new")
                if new:
                    words = self.tr("Read from PagerDuty: %n new in the timeline", "", len(new))
                self.said.emit(words, "good")

        def note(services: Services) -> tuple[object, ...]:
            from composer.services import on_duty

            return on_duty.note_log(services, incident_id, duty)

        self._run(note, noted)

    @Slot(object)
    def _on_loaded(self, _loaded: object) -> None:
        self._look()

    @Slot(object)
    def _on_situation(self, _situation: object) -> None:
        self._look()

    def _look(self) -> None:
        """Another incident, or another link: what is known of the one before is no longer so, and the log is read."""
        incident = self._presenter.incident
        now = (None if incident is None else incident.id, self.linked)
        if now == self._shown:
            return
        self._shown, self.duty, self.trouble = now, None, ""
        self.changed.emit()
        if self.linked is not None and self.can_read:
            self._read(tell=False)

    # --- writing -----------------------------------------------------------------------------------------------

    def add_note(self, text: str) -> None:
        """Put a note on the incident there."""
        from composer.services import paging

        self._write(
            lambda services, own: paging.note(services, own, text), self.tr("The note is on {incident}")
        )

    def page(self, keys: Sequence[str], text: str) -> None:
        """Call for help: each responder by its key in the plan."""
        from composer.services import paging

        words = self.tr("PagerDuty has the call for help on {incident}")
        self._write(lambda services, own: paging.page(services, own, keys, text), words)

    def _write(self, store: Callable[[Services, str], tuple[Delivery, ...]], words: str) -> None:
        incident, linked = self._presenter.incident, self.linked
        if incident is None:
            return
        own = incident.id

        def stored(deliveries: tuple[Delivery, ...]) -> None:
            self._presenter.refresh()  # it stands on the incident, so a round that is being typed goes on from there
            self.noted.emit()
            self.said.emit(self.tr("On its way to PagerDuty…"), "plain")
            publish_id = deliveries[0].publish_id
            self._run(lambda services: _carry(services, own, publish_id), carried, line="send")

        def carried(done: Done) -> None:
            if self._presenter.incident is None or self._presenter.incident.id != own:
                return
            if done.unsettled is not None:
                self.unsettled.emit(done.unsettled)
                return
            self.said.emit(words.format(incident=linked), "good")
            if self.can_read:
                self._read(tell=False)

        self._run(lambda services: store(services, own), stored)

    # --- the link ----------------------------------------------------------------------------------------------

    @Slot()
    def find(self) -> None:
        """Read what is open there, to link one; `found` has it."""
        self.said.emit(self.tr("Reading what is open at PagerDuty…"), "plain")
        from composer.services import on_duty

        self._run(on_duty.open_there, self.found.emit, line="send")

    def link(self, duty_id: str) -> None:
        """Link that one: status updates go there from now on, and its log is in the timeline. Nothing is written there."""
        incident = self._presenter.incident
        if incident is None:
            return
        own = incident.id

        def linked(_incident: object) -> None:
            self._presenter.refresh()
            self.noted.emit()
            self.said.emit(self.tr("{incident} is linked").format(incident=duty_id), "good")

        def link(services: Services) -> object:
            from composer.services.reading_elsewhere import Sources
            from composer.services.taking_over import adopt

            return adopt(services, own, Sources(pagerduty=duty_id))

        self._run(link, linked, line="send")

    # --- inside ------------------------------------------------------------------------------------------------

    def _can_not(self, can: bool) -> bool:
        """Whether it can't be done, which is said then."""
        if self.linked is None:
            self.said.emit(self.tr("No PagerDuty incident is linked with this one"), "warning")
        elif not can:
            words = self.tr("PagerDuty is not connected here")
            if self._presenter.session.services.practice:
                words = self.tr("Practice asks no service: there is nothing to read")
            self.said.emit(words, "warning")
        return self.linked is None or not can

    def may_write(self) -> bool:
        """Whether a note or a call for help can go there now; else it is said why not."""
        return not self._can_not(self.can_write)

    def _run(
        self, call: Callable[[Services], object], done: Callable[[Any], None], *, line: str = "record"
    ) -> None:
        self._presenter.session.run(call, done, line=line, owner=self)


def _carry(services: Services, incident_id: str, publish_id: str) -> Done:
    """Carry it out, and see what became of it."""
    services.outbox.recover()
    services.outbox.carry_out([publish_id], patience_s=PATIENCE_S)
    deliveries = services.record.deliveries(publish_id=publish_id)
    if all(one.state is DeliveryState.SENT for one in deliveries):
        return Done(deliveries, None)
    publishes = services.record.publishes(incident_id)
    return Done(deliveries, next(one for one in publishes if one.id == publish_id))
