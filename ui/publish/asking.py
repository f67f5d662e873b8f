"""What is asked about a delivery, in dialogs over the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from composer.domain.errors import RefusedError
from ui.publish.by_hand import ByHandDialog
from ui.publish.deciding import Deciding, Looked
from ui.publish.deliveries import DeliveriesTable
from ui.publish.details import DetailsDialog
from ui.publish.presenter import PublishPresenter

if TYPE_CHECKING:  # dialogs that few ask for are loaded when they are asked for
    from composer.services.second_way import SecondWays


class Asking(QObject):
    """Takes what the table's links want, asks what has to be asked, and hands it on.

    Signals:
        correct_wanted(object): the ids of the incident, the publish and the delivery that is to be put right.
        adopt_wanted(str): the id of the incident into which what runs on its page may be adopted.
    """

    correct_wanted = Signal(object)
    adopt_wanted = Signal(str)

    def __init__(self, view: QWidget, table: DeliveriesTable, presenter: PublishPresenter) -> None:
        super().__init__(view)
        self._view, self._table, self._presenter = view, table, presenter
        self.deciding = Deciding(presenter)
        table.wanted.connect(self._on_wanted)
        self.deciding.looked.connect(self._on_looked)
        self.deciding.caught_up.connect(presenter.follow)
        self.deciding.blocked.connect(self._on_blocked)
        self.deciding.may_reach.connect(self._on_may_reach)

    @Slot(str, str)
    def _on_wanted(self, delivery_id: str, key: str) -> None:
        match key:
            case "open":
                one = self._table.rows.find(delivery_id)
                if one is not None and one.url:
                    QDesktopServices.openUrl(QUrl(one.url))
            case "details" | "by_hand":
                self.deciding.look_at(delivery_id, key)
            case "catch_up":
                self.deciding.catch_up(delivery_id)
            case "other_way":
                self.deciding.begin_other_way(delivery_id)
            case "recipients":
                from ui.publish import recipients

                recipients.show(self._view, self._presenter, delivery_id)
            case "adopt":
                one = self._table.rows.find(delivery_id)
                if one is not None:
                    self.adopt_wanted.emit(one.incident_id)
            case "correct":
                one = self._table.rows.find(delivery_id)
                if one is not None:
                    self.correct_wanted.emit((one.incident_id, one.publish_id, delivery_id))
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

    @Slot(str, object)
    def _on_may_reach(self, delivery_id: str, ways: SecondWays) -> None:
        title = QCoreApplication.translate("", "Slack does not take it: reach responders another way")
        from ui.publish.other_way import OtherWayDialog

        wanted = OtherWayDialog.ask(self._view, title, ways)
        if wanted is not None:
            self.deciding.reach(delivery_id, wanted)

    @Slot(str)
    def _on_blocked(self, why: str) -> None:
        """Nothing was stored: compose it anew."""
        step = QCoreApplication.translate("", "Compose the update, and publish it as usual.")
        self._presenter.session.errors.tell(RefusedError(why, next_step=step))
