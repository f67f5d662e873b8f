"""The one question before a declaration reaches the public."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from composer.domain.next_update import NEXT_UPDATE
from ui.declare.presenter import DeclarePresenter
from ui.declare.standing import Standing, minute
from ui.declare.telling import Telling
from ui.widgets.confirm import ConfirmDialog, Question


def confirmed(view: QWidget, presenter: DeclarePresenter, telling: Telling) -> bool:
    """Whether the person wants it. The promise and the notify switch can still be set in the question; both stand in the draft then."""
    shown = presenter.standing
    if shown is None:
        return False
    services, before = presenter.services, shown

    def now() -> Standing:
        return presenter.standing or before

    def question() -> Question:
        return telling.confirmation(now(), services)

    def promise() -> Question:
        proposed = telling.promise(now(), services)
        if proposed is not None:
            presenter.set_value(NEXT_UPDATE, minute(proposed))
        return question()

    def notify(on: bool) -> Question:
        presenter.set_notify(on)
        return question()

    return ConfirmDialog.ask(view, question(), on_offer=promise, on_notify=notify)
