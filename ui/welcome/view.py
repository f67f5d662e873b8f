"""The first screen: what this is, one button into a practice incident, and the other ways in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from composer.paths import Mode
from ui import theme
from ui.host import Host
from ui.session import Session
from ui.welcome.presenter import SeverityRow, WelcomePresenter
from ui.widgets.buttons import Button, Kind
from ui.widgets.columns import Columns
from ui.widgets.flow import FlowLayout
from ui.widgets.scrolling import Page, dress
from ui.widgets.surfaces import Card, severity_badge
from ui.widgets.text import Text, Tone


class WelcomeView(QScrollArea):
    """What is in sight while nothing is open. It never stands in the way: every way on is one press."""

    def __init__(self, session: Session, host: Host) -> None:
        super().__init__()
        self.setObjectName("welcomeScreen")
        self.footer_buttons: QWidget | None = Text(
            self.tr("F1 keys · F2 the plan"), tone=Tone.MUTED, wrap=False
        )
        self._host = host
        self._presenter = WelcomePresenter(session)
        self._live = session.mode is Mode.LIVE
        column = self._column = QWidget()
        whole = QVBoxLayout(column)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        title = Text(self.tr("One set of facts, every message, one act"), scale=1.85, bold=True)
        whole.addWidget(title)
        lead = self.tr(
            "Declare an incident, type what you know once, see every message as its readers will, "
            "publish them together, and keep the record."
        )
        whole.addWidget(Text(lead, tone=Tone.MUTED, scale=1.08))
        whole.addSpacing(theme.GAP)
        pair = Columns(letters=44)
        pair.set_widgets([self._practice_card(), self._connect_card()])
        whole.addWidget(pair)
        whole.addWidget(self._by_hand_card())
        whole.addWidget(self._plan_card())
        inside = Page()
        outer = QGridLayout(inside)
        outer.setContentsMargins(theme.WIDE, 48, theme.WIDE, theme.WIDE)
        outer.addWidget(column, 1, 1)
        for place, stretch in ((0, 1), (1, 1_000), (2, 1)):
            outer.setColumnStretch(place, stretch)
        outer.setRowStretch(2, 1)
        dress(self, inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a wide window the column is wider, as long as its lines can be read."""
        super().resizeEvent(event)
        self._column.setMaximumWidth(theme.column_width(self.viewport().width(), self.fontMetrics()))

    def enter(self, argument: object) -> None:  # noqa: ARG002 - every screen takes one
        """Come into sight: Enter starts the practice incident."""
        if self._presenter.has_problems:
            self._host.say(self._presenter.plan_line(), Tone.WARNING.value)
        else:
            self._host.say("", Tone.PLAIN.value, self._presenter.plan_line())
        self.practise.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _practice_card(self) -> Card:
        card = Card(border=lambda of: of.accent)
        card.body.addWidget(Text(self.tr("Practise now"), scale=1.15, bold=True))
        words = self.tr(
            "Takes you through a payment outage in five minutes. Everything stays on this computer: "
            "a local status page, a mail folder, a Slack transcript."
        )
        card.body.addWidget(Text(words))
        card.body.addSpacing(theme.GAP)
        if self._live:
            self.practise = Button(self.tr("Switch to &practice"), kind=Kind.PRIMARY)
        else:
            self.practise = Button(self.tr("Start a &practice incident"), kind=Kind.PRIMARY, keys="Enter")
        self.practise.setObjectName("practiseButton")
        self.practise.setAutoDefault(True)  # so that Enter presses it
        self.practise.clicked.connect(self._on_practise)
        buttons = FlowLayout(gap=theme.GAP)
        buttons.addWidget(self.practise)
        self.page = Button(self.tr("Open the &status page"), card, kind=Kind.LINK)
        self.page.setObjectName("openStatusPageButton")
        self.page.setAutoDefault(True)
        self.page.clicked.connect(self._host.open_status_page)
        self.page.setVisible(not self._live)
        buttons.addWidget(self.page)
        card.body.addLayout(buttons)
        card.body.addStretch(1)
        return card

    def _connect_card(self) -> Card:
        card = Card()
        card.body.addWidget(Text(self.tr("Connect your services"), scale=1.15, bold=True))
        words = self.tr(
            "Slack, Statuspage, SendGrid or SMTP, PagerDuty. Tokens go into this computer's keyring. "
            "You can connect later; nothing is sent until you switch to LIVE."
        )
        card.body.addWidget(Text(words))
        card.body.addSpacing(theme.GAP)
        self.connections = Button(self.tr("&Connections…"))
        self.connections.setObjectName("connectionsButton")
        self.connections.setAutoDefault(True)
        self.connections.clicked.connect(self._on_connections)
        buttons = FlowLayout(gap=theme.GAP)
        buttons.addWidget(self.connections)
        self.take_over = Button(self.tr("&Take over a running incident…"), card, kind=Kind.LINK)
        self.take_over.setObjectName("takeOverRunningButton")
        self.take_over.setAutoDefault(True)
        self.take_over.clicked.connect(self._on_take_over)
        self.take_over.setVisible(self._live and self._presenter.is_connected)
        buttons.addWidget(self.take_over)
        card.body.addLayout(buttons)
        card.body.addStretch(1)
        return card

    def _by_hand_card(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(theme.EDGE)
        words = QVBoxLayout()
        words.setSpacing(2)
        if self._live and self._presenter.is_connected:
            title = self.tr("You are live: what you publish reaches real people")
            rest = self.tr("Declare, and what is connected carries it; the rest you paste and mark as sent.")
        elif self._live:
            title = self.tr("You are live, and nothing is connected")
            rest = self.tr(
                "You work by hand: declare, paste each checked text into its tool, and mark it as sent."
            )
        else:
            title = self.tr("A real incident now, and nothing is connected?")
            rest = self.tr("Work by hand: the same texts, checked, to paste into each tool and mark as sent.")
        words.addWidget(Text(title, bold=True))
        words.addWidget(Text(rest, tone=Tone.MUTED))
        row.addLayout(words, 1)
        self.by_hand = Button(self.tr("Declare incident") if self._live else self.tr("Work by &hand"))
        self.by_hand.setObjectName("workByHandButton")
        self.by_hand.setAutoDefault(True)
        self.by_hand.clicked.connect(self._on_by_hand)
        row.addWidget(self.by_hand, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
        return card

    def _plan_card(self) -> Card:
        card = Card()
        card.body.addWidget(Text(self.tr("What your plan says"), bold=True))
        table = QGridLayout()
        table.setContentsMargins(8, 4, 8, 4)
        table.setHorizontalSpacing(12)
        table.setVerticalSpacing(7)
        table.setColumnStretch(3, 1)
        rows = self._presenter.rows()
        for place, row in enumerate(rows):
            self._fill(table, 2 * place, row)
            if place + 1 < len(rows):
                table.addWidget(_Line(), 2 * place + 1, 0, 1, 4)
        card.body.addLayout(table)
        return card

    def _fill(self, table: QGridLayout, place: int, row: SeverityRow) -> None:
        table.addWidget(severity_badge(row.key, row.rank), place, 0, Qt.AlignmentFlag.AlignTop)
        table.addWidget(Text(row.label, wrap=False), place, 1, Qt.AlignmentFlag.AlignTop)
        targets = Text(row.targets)
        metrics = targets.fontMetrics()
        # In one line, unless a plan has more words for it than others.
        targets.setMinimumWidth(
            min(metrics.horizontalAdvance(row.targets) + 2, 36 * metrics.averageCharWidth())
        )
        table.addWidget(targets, place, 2, Qt.AlignmentFlag.AlignTop)
        table.addWidget(Text(row.told), place, 3, Qt.AlignmentFlag.AlignTop)

    # --- presses --------------------------------------------------------------------------------------------------

    @Slot()
    def _on_practise(self) -> None:
        if self._live:
            self._host.switch_mode(Mode.PRACTICE)
        else:
            self._host.go("declare", "practice")

    @Slot()
    def _on_connections(self) -> None:
        self._host.go("connections")

    @Slot()
    def _on_take_over(self) -> None:
        self._host.go("takeover")

    @Slot()
    def _on_by_hand(self) -> None:
        if self._live:
            self._host.go("declare")
        else:
            self._host.switch_mode(Mode.LIVE)


class _Line(QWidget):
    """A thin line between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.colours().border))
