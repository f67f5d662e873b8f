"""What stands on the compose screen: its parts, the form or the deliveries of a publish, and what the footer says of it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.domain.record import Publish
from ui.actions import Actions
from ui.compose import asking, choosing, showing
from ui.compose.approving import Approving
from ui.compose.body import Body
from ui.compose.duty_menu import DutyMenu
from ui.compose.footer_buttons import FooterButtons
from ui.compose.pacing import Pacing
from ui.compose.presenter import ComposePresenter
from ui.compose.security import SecuritySwitch
from ui.compose.steering import Steering
from ui.compose.suppliers import SupplierHints
from ui.compose.telling import Telling
from ui.compose.trying_mail import TryingMail
from ui.compose.walking import Walk
from ui.host import Host
from ui.publish.mail_record import MailRecord
from ui.publish.presenter import PublishPresenter


class ComposeScreen(QWidget):
    """The parts of the screen of one open incident; `ComposeView` wires them."""

    def __init__(self, presenter: ComposePresenter, actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("composeScreen")
        presenter.setParent(self)
        self.presenter, self._host = presenter, host
        self.ready = presenter.round_changed  # the window shows the screen only then
        self.after = after = PublishPresenter(presenter.session, self)
        self.flush = lambda: (presenter.flush(), after.half_typed.flush())  # asked for before closing, as:
        self.holds_unstored = lambda: presenter.holds_unstored() or after.half_typed.has_unkept
        self.pacing = Pacing(presenter)
        plan = presenter.plan
        self._channels = asking.channel_words()
        self._titles: dict[str, str] = {}
        self._steps, self._saved = Walk(), ""
        self._last: Publish | None = None
        self.body = Body(plan, after)
        self.buttons = FooterButtons()
        self.telling = Telling(host, self)
        self.steering = Steering(self, presenter, self.body, host)
        self.approving = Approving(self, presenter, host)
        self.mails = TryingMail(self, presenter, actions, host)
        self.mail_record = MailRecord(self, self.after, actions, host)
        self.pagerduty = DutyMenu(self, presenter, self.body.duty, actions, host)
        self.security = SecuritySwitch(self, presenter, self.body, host, after.refresh_timeline)
        self.suppliers = SupplierHints(self.body.suppliers, presenter, self.after, host)
        self.footer_buttons: QWidget | None = self.buttons
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)

    @property
    def is_composing(self) -> bool:
        """Whether the form stands in the middle, and not a publish."""
        return self.body.is_composing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words in the footer need as much room as the window has."""
        super().resizeEvent(event)
        self.buttons.fit(is_wide=self.body.is_wide)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is stored before the screen goes."""
        self.presenter.flush()
        super().hideEvent(event)

    @property
    def has_problem(self) -> bool:
        """Whether F8 leads anywhere."""
        round_ = self.presenter.round
        return self.is_composing and round_ is not None and bool(choosing.problems(round_))

    def _show_head(self) -> None:
        showing.show_head(self.body, self.presenter)

    def _show_standing(self, saved: str = "") -> None:
        round_ = self.presenter.round
        if round_ is None or not self._acts():
            return
        self.buttons.show_round(self.presenter, round_, is_wide=self.body.is_wide)
        if self.presenter.is_publishing:
            self._host.say(self.tr("Storing the round…"))
            return
        status, tone, detail = asking.standing(round_, self._channels, self.body.facts.left_fields)
        self._saved = saved or self._saved
        self._host.say(status, tone, " · ".join(part for part in (detail, self._saved) if part))

    def _show_form(self) -> None:
        self.body.show_form()
        self.buttons.show_for(composing=True)

    @Slot()
    def _show_page(self) -> None:
        self.body.show_page()
        self.buttons.show_for(composing=False)
        self._show_head()

    def _acts(self) -> bool:
        return self.isVisible() and self.is_composing
