"""A mail before anybody gets it: tried on oneself, and its recipients looked at and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QWidget

from composer.domain.channel import Channel
from composer.services.drafting import request_of
from ui import sayings
from ui.actions import Actions
from ui.host import Host
from ui.widgets.text import Tone

if TYPE_CHECKING:  # what few mails need is loaded when it is asked for
    from composer.services.core import Services
    from composer.services.mailing import TestMail
    from ui.compose.presenter import ComposePresenter

MAILS = (Channel.EMAIL, Channel.EXECUTIVE)


class TryingMail(QObject):
    """What can be done about the mails of a round beside publishing them, from the menus of their messages and by key."""

    def __init__(self, view: QWidget, presenter: ComposePresenter, actions: Actions, host: Host) -> None:
        super().__init__(view)
        self._view, self._presenter, self._host = view, presenter, host
        # Bound slots, so that the window's actions let go of this screen when it is dropped.
        actions["mail.test"].triggered.connect(self._on_test)
        actions["mail.recipients"].triggered.connect(self._on_recipients)

    def offer(self, template: str, menu: QMenu) -> None:
        """Put into the menu of a message what can be done about a mail; other messages have none of it."""
        head = self._presenter.heads.get(template)
        if head is None or head.channel not in MAILS:
            return
        menu.addAction(self.tr("Send a &test to myself"), lambda: self.test(template))
        if head.channel is Channel.EMAIL:
            menu.addAction(self.tr("&Recipients and first batch…"), lambda: self.ask_recipients(template))

    def test(self, template: str) -> None:
        """Send one copy to oneself; what came of it stands in the footer."""
        presenter, host = self._presenter, self._host
        draft, situation = presenter.draft, presenter.situation
        if draft is None or situation is None:
            return
        request = request_of(draft, situation.before)
        host.tell(self.tr("The test is being sent…"), Tone.PLAIN.value)

        def done(sent: TestMail) -> None:
            if sent.error is None:
                words = self.tr("Test sent to {address} by {account}; nobody else got it.")
                host.tell(words.format(address=sent.address, account=sent.account), Tone.GOOD.value)
            else:
                words = self.tr("The test was not sent: {error}")
                host.say(words.format(error=sayings.of(sent.error)), Tone.DANGER.value)

        def call(services: Services) -> TestMail:
            from composer.services.mailing import send_test

            return send_test(services, request, template)

        presenter.session.run(call, done, line="send", owner=self)

    def ask_recipients(self, template: str) -> None:
        """Show whom the mail goes to, and let another list, or a first batch, be chosen for it."""
        from ui.compose.recipients_asking import RecipientsDialog

        presenter = self._presenter
        asked = presenter.draft
        if asked is None:
            return
        dialog = RecipientsDialog(presenter, presenter.heads[template].title, self._view)
        wanted = dialog.is_wanted()
        # The click on a notification may have brought another incident while it stood there.
        if wanted and presenter.draft is not None and presenter.draft.incident_id == asked.incident_id:
            presenter.set_mailing(dialog.answer.file, dialog.answer.first_batch)

    def _mail(self, channels: tuple[Channel, ...]) -> str | None:
        """The mail that is meant where none is named: one that is ticked, else the first."""
        rows = [row.template for row in self._presenter.rows() if row.channel in channels]
        draft = self._presenter.draft
        ticked = [name for name in rows if draft is not None and name in draft.ticked]
        return next(iter([*ticked, *rows]), None)

    @Slot()
    def _on_test(self) -> None:
        template = self._mail((Channel.EMAIL,)) or self._mail((Channel.EXECUTIVE,))
        if self._acts(template) and template is not None:
            self.test(template)

    @Slot()
    def _on_recipients(self) -> None:
        template = self._mail((Channel.EMAIL,))
        if self._acts(template) and template is not None:
            self.ask_recipients(template)

    def _acts(self, template: str | None) -> bool:
        if self._view.isVisible() and (template is None or self._presenter.draft is None):
            self._host.tell(self.tr("There is no mail to write now"), Tone.WARNING.value)
        return self._view.isVisible() and self._presenter.draft is not None
