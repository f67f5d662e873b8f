"""What stands in the middle after a publish: the hold, the deliveries, and what happens next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.due import DueState
from composer.services.deciding import MAY_BE_PAUSED
from ui import sayings, theme
from ui.language import utc_and_local
from ui.publish.asking import Asking
from ui.publish.coming import ComingList
from ui.publish.deliveries import DeliveriesTable
from ui.publish.hold import HoldStrip
from ui.publish.mails import MailStrips
from ui.publish.presenter import PublishPresenter, Shown
from ui.widgets.buttons import Button, Kind
from ui.widgets.scrolling import Page, dress
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, small


class PublishPage(QWidget):
    """One publish.

    Signals:
        hold_ended(): the strip has gone; the focus that was in it wants another place.
        counts_changed(str, str, str): how its deliveries stand, in words, tone and detail, for the footer.
        page_wanted(): the person wants to see the practice status page.
    """

    hold_ended = Signal()
    page_wanted = Signal()
    counts_changed = Signal(str, str, str)

    def __init__(self, presenter: PublishPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._publish_id = ""
        self.hold = HoldStrip()
        self.table = DeliveriesTable()
        self.mails = MailStrips(presenter)
        self._title = Text("", bold=True)
        self._detail = small("")
        self._note = small(
            self.tr(
                "What may have arrived is never sent again until the service, or you, have looked. What gets old or overtaken asks before it leaves."
            )
        )
        round_card = Card(margins=theme.EDGE)
        self.pause = Button(self.tr("&Pause what has not left"), kind=Kind.LINK)
        self.pause.setObjectName("pauseRoundButton")
        self.pause.hide()
        self._title.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self._title)
        head.addWidget(self._detail, 1)
        head.addWidget(self.pause)
        round_card.body.addLayout(head)
        round_card.body.addWidget(self.table)
        self.page = Button(self.tr("Open the practice &status page"), round_card, kind=Kind.LINK)
        self.page.setObjectName("practicePageButton")
        self.page.setVisible(presenter.session.is_open and presenter.session.services.practice)
        self.page.clicked.connect(self.page_wanted)
        round_card.body.addWidget(self._note)
        round_card.body.addWidget(self.page, 0, Qt.AlignmentFlag.AlignLeft)
        self._next = ComingList()
        next_card = Card(margins=theme.EDGE)
        next_card.body.addWidget(Text(self.tr("What happens next"), bold=True))
        next_card.body.setSpacing(theme.GAP)
        next_card.body.addWidget(self._next)
        inside = self._inside = Page()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.UNIT, theme.GAP)
        column.setSpacing(theme.EDGE - 4)
        column.addWidget(self.hold)
        column.addWidget(self.mails)
        column.addWidget(round_card)
        column.addWidget(next_card)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setObjectName("publishScroll")
        dress(scroll, inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.hold.take_back_wanted.connect(presenter.take_back)
        self.hold.counted.connect(self.table.rows.tick)
        self.asking = Asking(self, self.table, presenter)
        self.pause.clicked.connect(self._on_pause)
        self.hold.focus_freed.connect(self.hold_ended)
        presenter.shown.connect(self._on_shown)
        presenter.delivery_changed.connect(self._on_delivery)
        presenter.session.second_passed.connect(self._on_second)

    @Slot(object)
    def _on_shown(self, shown: Shown) -> None:
        if shown.publish.id != self._publish_id:
            self._publish_id = shown.publish.id
            self._scroll.verticalScrollBar().setValue(0)  # another round is read from its beginning
        count = len(shown.deliveries)
        self._title.setText(self.tr("Update {number}").format(number=shown.number))
        self._detail.setText(
            self.tr("published {time} · %n deliveries", "", count).format(
                time=utc_and_local(shown.publish.at, now=self._presenter.now(), seconds=True)
            )
        )
        practice = self._presenter.session.services.practice
        self.table.rows.set_channels(
            carried=shown.carried, corrects=shown.corrects, practice=practice, beside=shown.beside
        )
        self.table.show_deliveries(shown.deliveries, shown.titles, shown.counts, self._presenter.now())
        self._show_next(shown)
        self._after()

    @Slot(object)
    def _on_delivery(self, delivery: Delivery) -> None:
        self.table.change(delivery, self._presenter.now())
        self._after()
        self._settle()

    def _settle(self) -> None:
        """A row that grew moves what stands below it at once, not with the next event that comes along: nothing is painted over another's words."""
        for part in (self.table.parentWidget(), self._inside):
            layout = None if part is None else part.layout()
            if layout is not None:
                layout.activate()
        QApplication.sendEvent(self._inside, QEvent(QEvent.Type.LayoutRequest))

    def _after(self) -> None:
        shown = self._presenter.current
        if shown is None:
            return
        states = {one.state for one in shown.deliveries}
        self.pause.setVisible(bool(states & MAY_BE_PAUSED))
        until = shown.held_until
        if until is not None:
            self.hold.start(until, self._presenter.now)
        elif not self.hold.isHidden():
            self.hold.stop()
            self._scroll.verticalScrollBar().setValue(0)
        self.counts_changed.emit(*self._standing(shown))

    def _standing(self, shown: Shown) -> tuple[str, str, str]:
        states = [one.state for one in shown.deliveries]
        sent = sum(state in (DeliveryState.SENT, DeliveryState.BY_HAND) for state in states)
        asks = sum(state.asks_a_person for state in states)
        moving = sum(state.is_under_way for state in states)
        back = sum(state is DeliveryState.CANCELLED for state in states)
        if shown.held_until is not None:
            return self.tr("Held: nothing sent yet"), Tone.WARNING.value, self.tr("Esc takes it back")
        words = [self.tr("{count} sent").format(count=sent)]
        detail = [self.tr("{count} under way").format(count=moving)] if moving else []
        detail += [self.tr("{count} not sent").format(count=back)] if back else []
        if asks:
            hands = sum(self.table.rows.wants_hands(one) for one in shown.deliveries)
            decide = self.tr("{count} to send by hand") if hands == asks else self.tr("{count} to decide")
            return (
                decide.format(count=asks),
                Tone.DANGER.value,
                " · ".join(words + detail),
            )
        return words[0], (Tone.GOOD if not moving else Tone.PLAIN).value, " · ".join(detail)

    def _show_next(self, shown: Shown) -> None:
        now = self._presenter.now()
        lines: list[tuple[datetime, str, str]] = []
        for row in self._presenter.coming():
            if row.due_at is not None:
                what = shown.titles.get(row.template, row.template)
                lines.append(
                    (
                        row.due_at,
                        what,
                        self.tr("due now") if row.state is DueState.NOW else sayings.of(row.reason),
                    )
                )
        lines += [(one.due_at, one.text, one.who) for one in self._presenter.milestones()]
        self._next.show_lines(lines, now)

    @Slot()
    def _on_pause(self) -> None:
        if self._presenter.current is not None:
            self.asking.deciding.pause(self._presenter.current.publish.id)

    @Slot()
    def _on_second(self) -> None:
        if self.isVisible() and not self.hold.is_counting:  # else the strip's own clock counts, for both
            self.table.rows.tick(self._presenter.now())
