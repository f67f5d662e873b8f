"""A mail to many while it runs: how far it is, how fast, how long it still takes; paused, and gone on with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryState
from composer.services.core import Services
from composer.services.mailing import Progress, Speedometer, go_on, pause_mail
from ui import theme
from ui.language import number
from ui.publish.presenter import PublishPresenter
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, small

_RUNS = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.WAITING)


@dataclass(frozen=True, slots=True)
class RunningMail:
    """One mail on its way. `paused`: nothing more leaves until a person lets it go on."""

    delivery: Delivery
    title: str
    progress: Progress
    paused: bool


class MailWatch(QObject):
    """Looks once a second how far the mails of the publish in sight are. No widgets.

    Signals:
        changed(object): the tuple of `RunningMail`s.
    """

    changed = Signal(object)

    def __init__(self, presenter: PublishPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._speeds: dict[str, Speedometer] = {}
        self._asking = False
        presenter.shown.connect(lambda _: self.look())
        presenter.delivery_changed.connect(lambda _: self.look())
        presenter.session.second_passed.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Count again, where there is a mail to many."""
        shown = self._presenter.current
        mails = () if shown is None else shown.deliveries
        ids = [one.id for one in mails if one.channel is Channel.EMAIL and one.state in _RUNS]
        if self._asking or shown is None:
            return
        if not ids:
            self.changed.emit(())
            return
        self._asking = True
        titles, speeds = shown.titles, self._speeds

        def call(services: Services) -> tuple[RunningMail, ...]:
            found = []
            for own in ids:
                one, counts = services.record.delivery(own), services.record.recipient_counts(own)
                # While it is being sent, those who are next count as in doubt.
                next_ones = counts["unknown"] if one.state is DeliveryState.SENDING else 0
                if one.state in _RUNS and counts["pending"] + next_ones:
                    speed = speeds.setdefault(own, Speedometer())
                    progress = speed.show(counts, services.clock.monotonic())
                    title = titles.get(one.template or "", one.template or "")
                    found.append(RunningMail(one, title, progress, one.is_paused))
            return tuple(found)

        self._presenter.session.run(call, self._on_looked, failed=self._on_failed, owner=self)

    def pause(self, delivery_id: str) -> None:
        """Let no further copy leave."""
        self._presenter.decide(lambda services: pause_mail(services, delivery_id))

    def go_on(self, delivery_id: str) -> None:
        """Let the rest leave; nobody gets it twice."""
        self._speeds.pop(delivery_id, None)
        self._presenter.decide(lambda services: go_on(services, delivery_id), carry=True)

    def _on_looked(self, found: tuple[RunningMail, ...]) -> None:
        self._asking = False
        self.changed.emit(found)

    def _on_failed(self, _: BaseException) -> None:
        self._asking = False


class MailStrips(QWidget):
    """A strip for each mail that runs or is paused; nothing where there is none."""

    def __init__(self, presenter: PublishPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mailStrips")
        self.watch = MailWatch(presenter)
        self._strips: dict[str, MailStrip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)
        self.hide()
        self.watch.changed.connect(self._show)

    @Slot(object)
    def _show(self, mails: tuple[RunningMail, ...]) -> None:
        ids = {one.delivery.id for one in mails}
        for own in [own for own in self._strips if own not in ids]:
            gone = self._strips.pop(own)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for one in mails:
            strip = self._strips.get(one.delivery.id)
            if strip is None:
                strip = self._strips[one.delivery.id] = MailStrip(self.watch, self)
                self._column.addWidget(strip)
            strip.show_mail(one)
        self.setVisible(bool(self._strips))


class MailStrip(Card):
    """One mail: words, a bar, and the button that pauses it or lets it go on."""

    def __init__(self, watch: MailWatch, parent: QWidget) -> None:
        super().__init__(parent, ground=lambda of: of.accent_ground, border=lambda of: of.accent)
        self.setObjectName("mailStrip")
        self._watch = watch
        self._mail: RunningMail | None = None
        self.title = Text("", bold=True)
        self.detail = small("")
        self.bar = Bar()
        self.button = Button("", kind=Kind.LINK)
        self.button.setObjectName("pauseMailButton")
        self.button.clicked.connect(self._on_click)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self.title, 1)
        head.addWidget(self.button)
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.detail)

    def show_mail(self, mail: RunningMail) -> None:
        """Show how far it is."""
        before, self._mail = self._mail, mail
        progress = mail.progress
        words = self.tr("{title}: {done} of {all} sent")
        if mail.paused:
            words = self.tr("{title}: paused, {done} of {all} sent")
        self.title.setText(
            words.format(title=mail.title, done=number(progress.done), all=number(progress.total))
        )
        self.detail.setText(" · ".join(self._details(mail)))
        self.button.setText(self.tr("Go on with the mail") if mail.paused else self.tr("Pause the mail"))
        self.button.setAccessibleName(f"{self.button.text()}, {mail.title}")
        self.bar.show_share(progress.done, progress.total, self.title.text())
        if before is None or before.paused is not mail.paused:
            announce(self, self.title.text(), at_once=mail.paused)

    def _details(self, mail: RunningMail) -> list[str]:
        progress, parts = mail.progress, []
        if progress.refused:
            parts.append(self.tr("{count} refused").format(count=number(progress.refused)))
        if progress.unknown:
            words = self.tr("{count} may have it")
            if mail.delivery.state is DeliveryState.SENDING:  # those who are next are among them
                words = self.tr("{count} being mailed or in doubt")
            parts.append(words.format(count=number(progress.unknown)))
        first = mail.delivery.stop_after
        if first and not mail.paused:
            words = self.tr("the first {count}, then it asks you")
            parts.append(words.format(count=number(min(first, progress.total))))
        if mail.paused:
            left = progress.total - progress.done
            parts.append(self.tr("{count} are left until you go on").format(count=number(left)))
        elif progress.rate is not None and progress.left_s is not None:
            parts.append(self.tr("{rate} a second").format(rate=number(max(1, round(progress.rate)))))
            parts.append(self._left(progress.left_s))
        return parts

    def _left(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("about {count} s left").format(count=max(1, round(seconds)))
        return self.tr("about {count} min left").format(count=round(seconds / 60))

    @Slot()
    def _on_click(self) -> None:
        if self._mail is None:
            return
        own = self._mail.delivery.id
        if self._mail.paused:
            self._watch.go_on(own)
        else:
            self._watch.pause(own)


class Bar(QWidget):
    """How much of a whole is done."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, done: int, total: int, words: str) -> None:
        """Show that so many of all are done."""
        self._share = done / total if total else 0.0
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(120, theme.GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is done over what is not."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        half = self.height() / 2
        painter.setBrush(QColor(of.chip))
        painter.drawRoundedRect(self.rect(), half, half)
        painter.setBrush(QColor(of.accent))
        done = self.rect().adjusted(0, 0, -round(self.width() * (1 - self._share)), 0)
        painter.drawRoundedRect(done, half, half)
