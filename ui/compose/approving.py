"""Approval of a message in hand: opens the sheet, puts what a person was told into the record, and shows what is still needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from composer.domain.errors import UserFacingError
from composer.domain.incident import TimelineEvent
from composer.services.approving import Spoken, approve
from composer.services.core import Services
from composer.services.rounds import Round
from ui import sayings
from ui.approval_words import what_changed, whole_text
from ui.compose.preparing import request_for
from ui.host import Host
from ui.widgets.text import Tone

if TYPE_CHECKING:  # the sheet is loaded when it is asked for
    from ui.approval_sheet import ApprovalDialog, Wanted
    from ui.compose.presenter import ComposePresenter
    from ui.compose.screen import ComposeScreen


class Approving(QObject):
    """Stands between the cards, the sheet and the record."""

    def __init__(self, view: ComposeScreen, presenter: ComposePresenter, host: Host) -> None:
        super().__init__(view)
        self._view, self._presenter, self._host = view, presenter, host
        self._dialog: ApprovalDialog | None = None
        self._template = ""

    @Slot(str)
    def ask(self, template: str) -> None:
        """Show the text of a message with its code, and take down who agreed to it."""
        from ui.approval_sheet import ApprovalDialog

        wanted = self._wanted(template)
        if wanted is None or self._dialog is not None or QApplication.activeModalWidget() is not None:
            return
        self._template = template
        dialog = self._dialog = ApprovalDialog(wanted, self._view)
        dialog.recorded.connect(self._record)
        self._presenter.round_changed.connect(self._on_round)
        try:
            dialog.is_wanted()
        finally:
            self._presenter.round_changed.disconnect(self._on_round)
            self._dialog = None

    def _wanted(self, template: str) -> Wanted | None:
        """What is asked about a message; None where nothing is, or while it is not fit to be agreed to."""
        from ui.approval_sheet import wanted_of

        presenter = self._presenter
        round_, draft = presenter.round, presenter.draft
        if round_ is None or draft is None:
            return None
        changed = what_changed(presenter.plan, round_, draft, template)
        who = presenter.session.services.settings.who
        return wanted_of(presenter.plan, presenter.heads, round_, template, who, changed)

    @Slot(object)
    def _record(self, spoken: Spoken) -> None:
        presenter, template = self._presenter, self._template
        situation, draft = presenter.situation, presenter.draft
        if situation is None or draft is None:
            return
        request = request_for(situation, draft)

        def call(services: Services) -> TimelineEvent | UserFacingError:
            try:
                return approve(services, request, template, spoken)
            except UserFacingError as error:  # told in the sheet, where it can be put right
                return error

        def failed(_error: object) -> None:
            if self._dialog is not None:
                self._dialog.refuse(self.tr("It could not be recorded. Try again."))

        presenter.session.run(call, self._on_recorded, failed=failed, owner=self)

    def _on_recorded(self, answer: TimelineEvent | UserFacingError) -> None:
        dialog = self._dialog
        if isinstance(answer, UserFacingError):
            if dialog is not None:
                dialog.refuse(sayings.trouble(answer))
            return
        round_ = self._presenter.round
        if round_ is not None:
            self._presenter.keep_approved(
                self._template, whole_text(self._presenter.plan, round_, self._template)
            )
        self._host.tell(self.tr("The approval is recorded"), Tone.GOOD.value)
        self._presenter.refresh()

    @Slot(object)
    def _on_round(self, _round: Round) -> None:
        """The record has it now, or something else of the text changed."""
        dialog = self._dialog
        if dialog is None:
            return
        wanted = self._wanted(self._template)
        if wanted is None:
            dialog.accept()
        elif wanted != dialog.wanted:
            dialog.show_wanted(wanted)
