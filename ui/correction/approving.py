"""Approval of a correction: the same sheet as for a message that is composed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from composer.checks.approvals import MISSING
from composer.domain.errors import UserFacingError
from composer.domain.request import PublishRequest
from composer.services.approving import Spoken, approve
from composer.services.core import Services
from composer.services.putting_right import Wrong, correcting
from composer.services.rounds import Round
from ui import sayings
from ui.approval_sheet import ApprovalDialog, Wanted, wanted_of
from ui.correction.presenter import CorrectionPresenter, Tried
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from ui.correction.view import CorrectionView


class Approving(QObject):
    """The button in the footer, which is there while a correction waits for somebody's yes, and the sheet that it opens."""

    def __init__(self, view: CorrectionView, presenter: CorrectionPresenter) -> None:
        super().__init__(view)
        self._view, self._presenter = view, presenter
        self._dialog: ApprovalDialog | None = None
        self._asked: tuple[Wrong, str, datetime] | None = None
        self.button = Button(self.tr("Approva&l…"))
        self.button.setObjectName("correctionApprovalButton")
        self.button.setToolTip(self.tr("The text with its code, and who agreed to it"))
        self.button.clicked.connect(self.ask)
        self.button.hide()
        presenter.tried.connect(self._on_tried)

    @Slot(object)
    def _on_tried(self, tried: Tried) -> None:
        self.button.setVisible(any(one.code == MISSING for one in tried.findings))

    @Slot()
    def ask(self) -> None:
        """Show the text that waits, with its code. It says the time of now until it is stored."""
        wrong = self._presenter.wrong()
        at = self._presenter.session.services.clock.now()
        self._presenter.session.run(
            partial(_prepared, wrong=wrong, at=at), partial(self._open, wrong, at), owner=self
        )

    def _open(self, wrong: Wrong, at: datetime, answer: tuple[Round, dict[str, Wanted]] | None) -> None:
        found = {} if answer is None else answer[1]
        if not found or self._dialog is not None or QApplication.activeModalWidget() is not None:
            return
        template, wanted = next(iter(found.items()))
        self._asked = wrong, template, at
        dialog = self._dialog = ApprovalDialog(wanted, self._view)
        dialog.recorded.connect(self._record)
        try:
            dialog.is_wanted()
        finally:
            self._dialog = None

    @Slot(object)
    def _record(self, spoken: Spoken) -> None:
        if self._asked is None:
            return
        wrong, template, at = self._asked

        def call(services: Services) -> dict[str, Wanted] | UserFacingError:
            request = _request(services, wrong, at)
            try:
                if request is not None:
                    approve(services, request, template, spoken)
            except UserFacingError as error:  # told in the sheet, where it can be put right
                return error
            answer = _prepared(services, wrong=wrong, at=at)
            return {} if answer is None else answer[1]

        def failed(_error: object) -> None:
            if self._dialog is not None:
                self._dialog.refuse(self.tr("It could not be recorded. Try again."))

        self._presenter.session.run(call, self._on_recorded, failed=failed, owner=self)

    def _on_recorded(self, answer: dict[str, Wanted] | UserFacingError) -> None:
        dialog = self._dialog
        if dialog is None or self._asked is None:
            return
        if isinstance(answer, UserFacingError):
            dialog.refuse(sayings.trouble(answer))
            return
        self._presenter.say()  # tried anew
        wrong, template, at = self._asked
        following = template if template in answer else next(iter(answer), None)
        if following is None:
            dialog.accept()
        else:
            self._asked = wrong, following, at
            dialog.show_wanted(answer[following])


def _request(services: Services, wrong: Wrong, at: datetime) -> PublishRequest | None:
    request = correcting(services, wrong) if wrong.deliveries else None
    if request is None:
        return None
    return replace(request, written_at=dict.fromkeys(request.messages or (), at))


def _prepared(services: Services, *, wrong: Wrong, at: datetime) -> tuple[Round, dict[str, Wanted]] | None:
    """The corrections as they would be said, and what is asked about each that waits."""
    request = _request(services, wrong, at)
    if request is None:
        return None
    round_ = services.prepare(request)
    heads = {name: template.head for name, template in services.library.templates.items()}
    asked = {
        name: wanted_of(services.plan, heads, round_, name, services.settings.who)
        for name in round_.approvals
    }
    return round_, {name: one for name, one in asked.items() if one is not None}
