"""The PagerDuty chip above the messages of an incident: how it stands there, and a menu of what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.actions import Actions
from ui.compose.duty import Duty
from ui.widgets.components import MenuChip
from ui.widgets.menu import Menu
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from composer.services.on_duty import OnDuty
    from ui.compose.duty_asking import NoteDialog, PageDialog
    from ui.compose.presenter import ComposePresenter
    from ui.host import Host


class DutyMenu(QObject):
    """Asks what has to be asked, and hands it to `duty`."""

    def __init__(
        self, view: QWidget, presenter: ComposePresenter, chip: MenuChip, actions: Actions, host: Host
    ) -> None:
        super().__init__(view)
        self._view, self._presenter, self._chip, self._host = view, presenter, chip, host
        self.duty = Duty(presenter)
        self._menu = Menu(chip)
        chip.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        self.duty.changed.connect(self._show)
        self.duty.found.connect(self._on_found)
        self.duty.said.connect(self._say)
        # Bound slots, so that the window's actions let go of this screen when it is dropped.
        actions["pagerduty.note"].triggered.connect(self.ask_note)
        actions["pagerduty.page"].triggered.connect(self.ask_page)
        actions["pagerduty.read"].triggered.connect(self.read)
        self._show()

    @Slot()
    def ask_note(self) -> None:
        """Ask for the words of a note."""
        if not self._view.isVisible() or not self.duty.may_write():
            return
        from ui.compose.duty_asking import NoteDialog

        dialog = NoteDialog(self.duty.linked or "", self._about(), self._view)
        if self._is_wanted(dialog):
            self.duty.add_note(dialog.text)

    @Slot()
    def ask_page(self) -> None:
        """Ask whom to wake, once, with the names on the button."""
        incident = self._presenter.incident
        if incident is None or not self._view.isVisible() or not self.duty.may_write():
            return
        words = self.tr("{severity} {title}. Join {channel}")
        situation = self._presenter.situation
        secret = None if situation is None else situation.security
        title = incident.title if secret is None else secret.code_name  # all who follow it there read this
        text = words.format(severity=incident.severity, title=title, channel=incident.slack_channel)
        from ui.compose.duty_asking import PageDialog

        dialog = PageDialog(
            self.duty.linked or "", self._about(), self.duty.responders(), incident.domain, text, self._view
        )
        if self._is_wanted(dialog):
            self.duty.page(dialog.chosen, dialog.text)

    @Slot()
    def read(self) -> None:
        """Read its log now."""
        if self._view.isVisible():
            self.duty.read()

    def _is_wanted(self, dialog: NoteDialog | PageDialog) -> bool:
        """Ask; only for the incident about which it was asked."""
        asked = self._presenter.incident
        wanted, now = dialog.is_wanted(), self._presenter.incident
        return wanted and asked is not None and now is not None and asked.id == now.id

    def _about(self) -> str:
        if self._presenter.session.services.practice:
            return self.tr("Practice: it goes into the transcript on this computer, and wakes nobody.")
        return self.tr("Internal: who works on the incident at PagerDuty reads it.")

    @Slot()
    def _fill(self) -> None:
        menu, duty = self._menu, self.duty
        menu.clear()
        if duty.linked is None:
            menu.addAction(self.tr("&Link one that is open there…"), duty.find)
            return
        menu.addAction(self.tr("Add a &note…"), self.ask_note)
        menu.addAction(self.tr("&Page for help…"), self.ask_page)
        if duty.can_read:
            menu.addAction(self.tr("&Read its log now"), duty.read)
        if duty.duty is not None and duty.duty.url:
            url = duty.duty.url
            menu.addAction(self.tr("&Open it at PagerDuty"), lambda: QDesktopServices.openUrl(QUrl(url)))

    @Slot()
    def _show(self) -> None:
        duty, linked = self.duty, self.duty.linked
        self._chip.setVisible(duty.is_open and (duty.can_write or duty.can_read))
        words = {
            "triggered": self.tr("triggered"),
            "acknowledged": self.tr("acknowledged"),
            "resolved": self.tr("resolved"),
        }
        state = "" if duty.duty is None else words.get(duty.duty.status, duty.duty.status)
        if duty.trouble:
            state = self.tr("can't be read")
        self._chip.setText(
            self.tr("PagerDuty: {state}").format(state=state) if state else self.tr("PagerDuty")
        )
        about = [linked or self.tr("no incident is linked"), state]
        said = self.tr("PagerDuty {words}").format(words=", ".join(part for part in about if part))
        self._chip.setAccessibleName(said)
        self._chip.setToolTip(duty.trouble or said)
        self._chip.updateGeometry()

    @Slot(str, str)
    def _say(self, words: str, tone: str) -> None:
        """What failed stands there; all else is said in passing."""
        (self._host.say if tone == Tone.DANGER.value else self._host.tell)(words, tone)

    @Slot(object)
    def _on_found(self, found: tuple[OnDuty, ...]) -> None:
        if not self._view.isVisible():
            return
        if not found:
            self._host.tell(self.tr("Nothing is open at PagerDuty"), Tone.WARNING.value)
            return
        from ui.on_duty import PickDutyDialog

        chosen = PickDutyDialog.ask(
            self._view,
            found,
            self.tr("Link which PagerDuty incident?"),
            self.tr(
                "Status updates go there from now on, and its log comes into the timeline. Nothing is written there."
            ),
            self.tr("&Link it"),
            self._presenter.now(),
        )
        if chosen is not None:
            self.duty.link(chosen.duty.id)
