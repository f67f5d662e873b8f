"""*What to send now*: a card a message, with its tick, why it is due and when, and the notify switch of the status page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from composer.domain.channel import Channel
from composer.domain.due import DueRow, DueState
from ui import sayings, theme
from ui.approval_words import CardApproval
from ui.compose import choosing
from ui.compose.approval_line import ApprovalLine
from ui.language import utc_and_local
from ui.widgets.checks import Check
from ui.widgets.editors import camel
from ui.widgets.menu import Menu
from ui.widgets.surfaces import Card
from ui.widgets.text import Elided, Text, Tone, small


class MoreButton(QToolButton):
    """Three dots that open a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("⋯")
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(Menu(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Room for the dots and a thumb."""
        return QSize(28, max(24, self.fontMetrics().height() + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots; with the focus, or the mouse over them, on a ground."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(of.accent if self.hasFocus() else of.border), 2))
            painter.setBrush(QColor(of.card))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(of.muted))
        for place in (-6, 0, 6):
            painter.drawEllipse(QPointF(self.width() / 2 + place, self.height() / 2), 1.7, 1.7)


BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class MessageCard(Card):
    """One message.

    Signals:
        ticked(str, bool): a person put the template's message in, or took it out.
        notify_changed(bool): whether the page's subscribers are told.
        more_wanted(str, object): what else can be done about the template's message, and the `QMenu` to put it into.
        approval_wanted(str): who agreed to the template's message is to be taken down.
    """

    approval_wanted = Signal(str)
    ticked = Signal(str, bool)
    notify_changed = Signal(bool)
    more_wanted = Signal(str, object)

    def __init__(self, template: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=10)
        self.template = template
        self.box = Check(title)
        self.box.setObjectName(f"{camel(template)}Check")
        self.box.setAccessibleName(title)
        font = self.box.font()
        font.setBold(True)
        self.box.setFont(font)
        self.box.clicked.connect(lambda on: self.ticked.emit(self.template, on))
        self.box.installEventFilter(self)
        self.where = small("")
        self.due = Text("", tone=Tone.MUTED, scale=0.9)
        self.notify = Check(self.tr("Notify"))
        self.notify.setObjectName(f"{camel(template)}NotifyCheck")
        self.notify.setAccessibleName(self.tr("Notify subscribers"))
        self.notify.setToolTip(self.tr("Whether the page's subscribers are told of this post"))
        self.notify.clicked.connect(self.notify_changed)
        self.more = MoreButton()
        self.more.setObjectName(f"{camel(template)}MoreButton")
        self.more.setAccessibleName(self.tr("More about {title}").format(title=title))
        self.more.menu().aboutToShow.connect(lambda: self.more_wanted.emit(template, self.more.menu()))
        for box in (self.box, self.notify):
            policy = box.sizePolicy()  # as tall as the lines that the words need
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            box.setSizePolicy(policy)
        self._top = QHBoxLayout()
        self._top.setSpacing(theme.GAP)
        self._top.addWidget(self.box, 1)
        self._top.addWidget(self.notify)
        self._top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._look: tuple[object, ...] | None = None
        self._low = False
        self._told = ("", "")
        self._is_suspended = self._has_switch = False
        self._in_a_line: Elided | None = None
        self.body.setSpacing(1)
        self.body.addLayout(self._top)
        self._words = words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.where)
        words.addWidget(self.due)
        self.approval = ApprovalLine(camel(template), title)
        self.approval.wanted.connect(lambda: self.approval_wanted.emit(self.template))
        words.addWidget(self.approval)
        words.addStretch(1)
        words.setContentsMargins(24, 0, 0, 0)
        self.body.addLayout(words)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow card the switch stands below the title, not beside it."""
        super().resizeEvent(event)
        margins = self.body.contentsMargins()
        wide = self.box.sizeHint().width() + self.notify.sizeHint().width() + self.more.sizeHint().width()
        is_below = wide + 2 * theme.GAP > self.width() - margins.left() - margins.right()
        if is_below is not (self._top.indexOf(self.notify) < 0):
            home = self._words if is_below else self._top
            (self._top if is_below else self._words).removeWidget(self.notify)
            home.insertWidget(self._words.indexOf(self.approval) if is_below else 1, self.notify)

    def show_row(
        self,
        row: DueRow,
        where: str,
        now: datetime,
        *,
        ticked: bool,
        notify: bool | None,
        blocked: bool,
        waiting: bool,
        after: str = "",
    ) -> None:
        """Show how it stands. `blocked`: something in it is wrong; `waiting`: something that it needs is still empty; `after`: the channel that it has to wait for."""
        locked = row.state is DueState.LOCKED
        self.box.setEnabled(not locked)
        # A mail's recipients can be chosen whenever it may be sent, and what no field holds can be let pass at its message.
        is_mail = row.channel is Channel.EMAIL and not locked
        self.more.setVisible(row.state in choosing.CAN_SKIP or is_mail or (blocked and ticked))
        if self.box.isChecked() != ticked:
            self.box.setChecked(ticked)
        self._has_switch = row.channel is Channel.STATUS_PAGE
        self._is_suspended = row.state is DueState.SUSPENDED
        self.notify.setEnabled(ticked)
        self._show_switch()
        if notify is not None and self.notify.isChecked() != notify:
            self.notify.setChecked(notify)
        words, tone = self._due(row, now)
        short = words.partition(" · ")[0] if ticked or row.state in (DueState.NOW, DueState.SUSPENDED) else ""
        if locked:  # it can't have the focus, which would show the reason
            short = words
        if blocked and ticked:
            words, short = (self.tr("blocked · {why}").format(why=said) for said in (words, short))
            tone = Tone.DANGER
        elif waiting and ticked:
            words, short = (self.tr("needs facts · {why}").format(why=said) for said in (words, short))
        elif after and ticked:
            waits = self.tr("waits for {channel} · {why}")
            words, short = (waits.format(channel=after, why=said) for said in (words, short))
        look = ticked, blocked, waiting, after, notify, words, tone, where, locked
        if look == self._look:
            return  # this comes with each key press; painting all cards anew would cost a third of it
        self._look = look
        self.due.set_tone(tone)
        self.where.setText(where)
        self._told = words, short
        at = "" if row.due_at is None else utc_and_local(row.due_at, now=now)
        self.setToolTip("\n".join(part for part in (where, words, at) if part))
        self._show_words()
        self.box.setAccessibleDescription(f"{where}. {words}".strip(". "))
        self.set_look(
            ground=(lambda of: of.accent_ground) if ticked else (lambda of: of.card),
            border=(lambda of: of.danger_text)
            if blocked and ticked
            else (lambda of: of.accent)
            if ticked
            else (lambda of: of.border),
        )

    def set_low(self, low: bool) -> None:
        """In a low window: when it is due, and no more; what is suspended says so in one line."""
        if self._low is not low:
            self._low = low
            self.approval.set_low(low)
            self._show_words()
            self._show_switch()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Where the reason has no room, it is shown to whoever comes by keyboard, as it is to the mouse."""
        if isinstance(event, QFocusEvent) and self._low:
            if event.gotFocus() and event.reason() in BY_KEY:
                QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.toolTip(), self)
            elif event.lostFocus():
                QToolTip.hideText()
        return False

    def _show_words(self) -> None:
        words, short = self._told
        shown = short if self._low else words
        self.due.setText(shown)
        is_one_line = self._low and self._is_suspended
        self.due.setVisible(bool(shown) and not is_one_line)
        if self._in_a_line is None and is_one_line:
            self._in_a_line = Elided("", self, scale=0.9)
            self._words.insertWidget(self._words.indexOf(self.due) + 1, self._in_a_line)
        if self._in_a_line is not None:
            self._in_a_line.set_tone(self.due.tone)
            self._in_a_line.setText(shown)
            self._in_a_line.setVisible(bool(shown) and is_one_line)
        self.where.setVisible(bool(self.where.text()) and not self._low)

    def _show_switch(self) -> None:
        """Where there is little room, it comes with the tick, without which it does nothing."""
        self.notify.setVisible(self._has_switch and (self.notify.isEnabled() or not self._low))

    def _due(self, row: DueRow, now: datetime) -> tuple[str, Tone]:
        if row.state is DueState.NOW:
            late = row.overdue_by(now)
            if late.total_seconds() >= 60:
                return self.tr("due now, since {minutes} min · {why}").format(
                    minutes=int(late.total_seconds() // 60), why=sayings.of(row.reason)
                ), Tone.DANGER
            return self.tr("due now · {why}").format(why=sayings.of(row.reason)), Tone.DANGER
        if row.state is DueState.UPCOMING and row.due_at is not None:
            return self.tr("due {time} · {why}").format(
                time=utc_and_local(row.due_at, now=now), why=sayings.of(row.reason)
            ), Tone.MUTED
        return sayings.of(row.reason), Tone.MUTED

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card ticks it."""
        super().mouseReleaseEvent(event)
        if (
            event.button() is Qt.MouseButton.LeftButton
            and self.box.isEnabled()
            and self.rect().contains(event.position().toPoint())
        ):
            self.box.click()


class MessageCards(QWidget):
    """All messages of *What to send now*, two side by side where there is room.

    Signals:
        ticked(str, bool): a person put a message in, or took it out.
        notify_changed(bool): the status page's switch.
        more_wanted(str, object): what else can be done about a template's message, and the `QMenu` to put it into.
        approval_wanted(str): who agreed to a template's message is to be taken down.
    """

    approval_wanted = Signal(str)
    ticked = Signal(str, bool)
    notify_changed = Signal(bool)
    more_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, MessageCard] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GAP - 2)
        self._shown: tuple[str, ...] = ()
        self._columns = 2
        self._low = False

    def show_rows(
        self,
        rows: Iterable[DueRow],
        titles: dict[str, str],
        wheres: dict[str, str],
        ticked: tuple[str, ...],
        notify: bool | None,
        blocked: set[Channel | None],
        now: datetime,
        *,
        waiting: Collection[Channel | None] = (),
        after: Mapping[Channel | None, str] = MappingProxyType({}),
        approvals: Mapping[str, CardApproval | None] = MappingProxyType({}),
    ) -> None:
        """Show what is due. Of `blocked` channels something is wrong, of `waiting` ones something is still empty, and `after` names for a channel the one that it has to wait for."""
        rows = tuple(rows)
        for row in rows:
            if row.template not in self.cards:
                card = MessageCard(row.template, titles.get(row.template, row.template))
                card.ticked.connect(self.ticked)
                card.notify_changed.connect(self.notify_changed)
                card.more_wanted.connect(self.more_wanted)
                card.approval_wanted.connect(self.approval_wanted)
                card.set_low(self._low)
                self.cards[row.template] = card
        names = tuple(row.template for row in rows)
        if names != self._shown:
            self._shown = names
            self._arrange()
        for row in rows:
            switch = (
                None
                if row.channel is not Channel.STATUS_PAGE
                else bool(row.notify)
                if notify is None
                else notify
            )
            self.cards[row.template].show_row(
                row,
                wheres.get(row.template, ""),
                now,
                ticked=row.template in ticked,
                notify=switch,
                blocked=row.channel in blocked,
                waiting=row.channel in waiting,
                after=after.get(row.channel, ""),
            )
            self.cards[row.template].approval.show_state(approvals.get(row.template))

    def set_columns(self, columns: int) -> None:
        """One or two side by side."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def set_low(self, low: bool) -> None:
        """As little as tells each one, in a low window."""
        self._low = low
        for card in self.cards.values():
            card.set_low(low)

    def _arrange(self) -> None:
        for card in self.cards.values():
            self._grid.removeWidget(card)
            if card.template not in self._shown:
                card.hide()
        for place, name in enumerate(self._shown):
            self._grid.addWidget(self.cards[name], place // self._columns, place % self._columns)
            self.cards[name].show()
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
