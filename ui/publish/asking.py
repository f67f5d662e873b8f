"""What is asked about a delivery, in dialogs over the table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from composer.services.correcting import Correctable
from ui.publish import recipients
from ui.publish.by_hand import ByHandDialog
from ui.publish.correct import CorrectDialog, Correction
from ui.publish.deciding import Deciding, Looked
from ui.publish.deliveries import DeliveriesTable
from ui.publish.details import DetailsDialog
from ui.publish.presenter import PublishPresenter


class Asking(QObject):
    """Takes what the table's links want, asks what has to be asked, and hands it on."""

    def __init__(self, view: QWidget, table: DeliveriesTable, presenter: PublishPresenter) -> None:
        super().__init__(view)
        self._view, self._table, self._presenter = view, table, presenter
        self.deciding = Deciding(presenter)
        table.wanted.connect(self._on_wanted)
        self.deciding.looked.connect(self._on_looked)
        self.deciding.may_correct.connect(self._on_may_correct)
        self.deciding.refused.connect(self._on_refused)
        self.deciding.corrected.connect(presenter.follow)

    @Slot(str, str)
    def _on_wanted(self, delivery_id: str, key: str) -> None:
        match key:
            case "open":
                one = self._table.rows.find(delivery_id)
                if one is not None and one.url:
                    QDesktopServices.openUrl(QUrl(one.url))
            case "details" | "by_hand":
                self.deciding.look_at(delivery_id, key)
            case "recipients":
                recipients.show(self._view, self._presenter, delivery_id)
            case "correct":
                self.deciding.begin_correction(delivery_id)
            case _:
                self.deciding.do(delivery_id, key)

    @Slot(object, str)
    def _on_looked(self, looked: Looked, why: str) -> None:
        one, rows, now = looked.delivery, self._table.rows, self._presenter.now()
        title = " · ".join(dict.fromkeys((rows.channel_name(one), rows.what(one))))
        if why == "details":
            DetailsDialog.tell(self._view, looked, title, rows.state_words(one), now)
            return
        title = QCoreApplication.translate("", "By hand: {title}").format(title=title)
        said = ByHandDialog.ask(self._view, title, looked.text, self._presenter.who(), now)
        if said is not None:
            self.deciding.mark(one.id, said)

    @Slot(object)
    def _on_may_correct(self, found: Correctable) -> None:
        self._correct(found, None, "")

    @Slot(object, object, str)
    def _on_refused(self, found: Correctable, wanted: Correction, why: str) -> None:
        self._correct(found, wanted, why)

    def _correct(self, found: Correctable, before: Correction | None, why: str) -> None:
        shown = self._presenter.current
        if shown is None:
            return
        title = shown.titles.get(found.message.template, found.message.template)
        wanted = CorrectDialog.ask(
            self._view,
            found,
            title,
            self._presenter.session.services.plan,
            shown.incident.components,
            before=before,
            finding=why,
        )
        if wanted is not None:
            self.deciding.correct(found, wanted)
