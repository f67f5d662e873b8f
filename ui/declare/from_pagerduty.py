"""Starting from an incident that is open at PagerDuty: which one is asked, and what it knows goes into the internal facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from composer.services import on_duty
from ui.host import Host
from ui.on_duty import PickDutyDialog
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from composer.publishing.running import DutyIncident
    from composer.services.on_duty import OnDuty
    from ui.declare.presenter import DeclarePresenter


class FromPagerDuty(QObject):
    """Reads what is open there, asks which one, and reads that one's log; all off the window's thread."""

    def __init__(self, view: QWidget, presenter: DeclarePresenter, host: Host) -> None:
        super().__init__(view)
        self._view, self._presenter, self._host = view, presenter, host
        self._asking = False

    @Slot()
    def begin(self) -> None:
        """Ask which one. A second press while PagerDuty is being read changes nothing."""
        if self._asking or self._presenter.busy:
            return
        self._asking = True
        self._host.tell(self.tr("Reading what is open at PagerDuty…"), Tone.PLAIN.value)
        self._presenter.session.run(
            on_duty.open_there, self._on_found, line="send", failed=self._on_failed, owner=self
        )

    def _on_failed(self, _error: BaseException) -> None:
        """Why was told already."""
        self._asking = False
        self._presenter.refresh()

    def _on_found(self, found: tuple[OnDuty, ...]) -> None:
        self._asking = False
        if not self._view.isVisible():
            return
        if not found:
            self._host.tell(self.tr("Nothing is open at PagerDuty"), Tone.WARNING.value)
            return
        self._presenter.refresh()
        chosen = PickDutyDialog.ask(
            self._view,
            found,
            self.tr("Start from which PagerDuty incident?"),
            self.tr(
                "Its title, start and detection go into the internal facts that are still empty, and its log into the timeline. Nothing of it goes into a public text."
            ),
            self.tr("&Start from it"),
            self._presenter.services.clock.now(),
            opens=True,
        )
        if chosen is None:
            return
        if chosen.ours is not None:
            self._presenter.save_now()
            self._host.go("compose", chosen.ours.id)
            return
        self._host.tell(self.tr("Reading {incident}…").format(incident=chosen.duty.id), Tone.PLAIN.value)
        duty_id = chosen.duty.id
        self._presenter.session.run(
            lambda services: on_duty.read(services, duty_id),
            self._on_read,
            line="send",
            failed=self._on_failed,
            owner=self,
        )

    def _on_read(self, duty: DutyIncident) -> None:
        self._presenter.start_from(duty)
