"""The newest mail to many of the incident in sight, by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery
from ui.actions import Actions
from ui.publish.presenter import PublishPresenter
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from composer.services.core import Services
    from ui.host import Host


class MailRecord(QObject):
    """The newest mail to many of the incident in sight, by key: who has it, and paused or gone on with."""

    def __init__(self, view: QWidget, presenter: PublishPresenter, actions: Actions, host: Host) -> None:
        super().__init__(view)
        self._view, self._presenter, self._host = view, presenter, host
        # Bound slots, so that the window's actions let go of this screen when it is dropped.
        actions["mail.record"].triggered.connect(self.show_newest)
        actions["mail.pause"].triggered.connect(self.pause_or_go_on)

    @Slot()
    def show_newest(self) -> None:
        """Who has the mail that was begun last."""
        if self._view.isVisible():
            self._find(self._show)

    @Slot()
    def pause_or_go_on(self) -> None:
        """Pause the mail that runs, or let the rest of it leave."""
        if self._view.isVisible():
            self._find(self._turn)

    def _show(self, one: Delivery) -> None:
        from ui.publish.recipients import show  # loaded when somebody asks for it

        show(self._view, self._presenter, one.id)

    def _turn(self, one: Delivery) -> None:
        from composer.services.mailing import go_on, pause_mail

        own = one.id
        if one.is_paused:
            self._presenter.decide(lambda services: go_on(services, own), carry=True)
        else:
            self._presenter.decide(lambda services: pause_mail(services, own))

    def _find(self, then: Callable[[Delivery], None]) -> None:
        incident_id = self._presenter.incident_id

        def call(services: Services) -> Delivery | None:
            found = services.record.deliveries(incident_id=incident_id)
            mails = [one for one in found if one.channel is Channel.EMAIL]
            return max(mails, key=lambda one: (one.created_at, one.id), default=None)

        def done(found: Delivery | None) -> None:
            if found is None:
                self._host.tell(self.tr("No mail went to customers on this incident"), Tone.WARNING.value)
            elif self._view.isVisible():
                then(found)

        if incident_id is not None:
            self._presenter.ask(call, done)
