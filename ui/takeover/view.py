"""Taking over: what runs at the connected services, of which the person ticks what is one incident, and where it goes in the record."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from composer.connections.accounts import Kind as AccountKind
from composer.paths import Mode
from ui import theme
from ui.actions import Actions
from ui.connected import kind_name
from ui.host import Host
from ui.takeover.presenter import Answer, Found, Place, TakeoverPresenter
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.checks import BOX, Check
from ui.widgets.columns import Columns
from ui.widgets.combo import labelled_combo
from ui.widgets.form import FindingLine
from ui.widgets.framed import Frame
from ui.widgets.scrolling import Page, dress
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, heading, section, small
from ui.widgets.typed import Line

COLUMN = 900


class TakeoverView(QScrollArea):
    """What runs elsewhere, and the act that takes it over. Nothing is written to any service."""

    def __init__(self, presenter: TakeoverPresenter, actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("takeoverScreen")
        presenter.setParent(self)
        self.presenter, self._host = presenter, host
        self.boxes: dict[str, Check] = {}
        self.footer_buttons: QWidget | None = self._buttons()
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(heading(self.tr("Take over a running incident")), 1)
        self.again = Button(self.tr("&Ask again"))
        self.again.setObjectName("askAgainButton")
        self.again.clicked.connect(lambda: presenter.look(presenter.into))
        head.addWidget(self.again)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self._column.addWidget(
            small(
                self.tr(
                    "From another computer, or opened by somebody on the web. The services are only read: nothing is written there, and what was said there counts as said."
                )
            )
        )
        self.state = Text("")
        self.state.setObjectName("takeoverState")
        self._column.addWidget(self.state)
        self.troubles = FindingLine()
        self._column.addWidget(self.troubles)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(12)
        self._column.addLayout(self._lists)
        self._into_card = self._choices()
        self._column.addWidget(self._into_card)
        self.finding = FindingLine()
        self._column.addWidget(self.finding)
        self._column.addStretch(1)
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        column.setLayout(self._column)
        page = Page()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(18, 14, 18, theme.EDGE)
        outer.addWidget(column, 1_000)
        outer.addStretch(1)
        dress(self, page)
        presenter.answered.connect(self._show_answer)
        presenter.changed.connect(self._show_chosen)
        presenter.refused.connect(self._on_refused)
        presenter.taken.connect(self._on_taken)
        actions["incident.take_back"].triggered.connect(self._on_escape)

    def enter(self, argument: object) -> None:
        """Come into sight, and ask at once; an argument is the id of the incident into which something is to be adopted."""
        self.finding.show_finding(None, blocking=True)
        self._host.say("")
        self._show_chosen()
        first = self.live if not self.presenter.is_live else self.again
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.look(argument if isinstance(argument, str) else None)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _choices(self) -> Card:
        card = Card()
        card.body.setSpacing(theme.GAP)
        columns = Columns(letters=30, most=2)
        plan = self.presenter.session.services.plan
        self.into, into = labelled_combo(self.tr("&Into"), "intoIncidentCombo", self)
        self.into.activated.connect(lambda _: self.presenter.choose_into(self.into.currentData()))
        self.severity, severity = labelled_combo(self.tr("Se&verity"), "takeoverSeverityCombo", self)
        self.severity.addItem(self.tr("as the services say"), None)
        for one in plan.severities:
            if one.declares:
                self.severity.addItem(f"{one.key} {one.label}", one.key)
        columns.set_widgets([into, severity])
        card.body.addWidget(columns)
        self._title_label = Text(self.tr("&Title, for your team"), bold=True)
        self.title = Line()
        self.title.setFrame(False)
        self.title.setObjectName("takeoverTitleEdit")
        self.title.setAccessibleName(self.tr("Title, for your team"))
        self.title.setPlaceholderText(self.tr("as the services say"))
        self.title.setMaxLength(200)
        self._title_label.setBuddy(self.title)
        self._title_frame = Frame()
        self._title_frame.add(self.title)
        card.body.addWidget(self._title_label)
        card.body.addWidget(self._title_frame)
        return card

    def _buttons(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP + theme.UNIT)
        self.back = Button(self.tr("&Back"))
        self.back.setObjectName("takeoverBackButton")
        self.back.clicked.connect(self._on_back)
        self.live = Button(self.tr("&Switch to LIVE…"), kind=Kind.PRIMARY)
        self.live.setObjectName("takeoverLiveButton")
        self.live.clicked.connect(lambda: self._host.switch_mode(Mode.LIVE))
        self.go = Button(self.tr("Take &over"), kind=Kind.PRIMARY)
        self.go.setObjectName("takeOverButton")
        self.go.clicked.connect(self._on_go)
        for button in (self.back, self.live, self.go):
            layout.addWidget(button)
        return row

    def _list(self, title: str, rows: list[Found]) -> Card:
        card = Card()
        card.body.addWidget(section(title))
        for one in rows:
            box = Check(one.title, card)
            box.setObjectName(f"foundCheck{len(self.boxes)}")
            box.setAccessibleDescription(one.detail)
            box.clicked.connect(lambda on, found=one: self.presenter.tick(found, on))
            card.body.addWidget(box)
            self.boxes[one.key] = box
            words = one.detail
            if one.known is not None:
                words += "\n" + self.tr("In your record as “{title}”: what is new there is added.").format(
                    title=one.known
                )
            below = small(words)
            below.setContentsMargins(BOX + 9, 0, 0, theme.UNIT)
            card.body.addWidget(below)
        return card

    # --- what comes in --------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_answer(self, answer: Answer) -> None:
        while (item := self._lists.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        titles = {
            Place.PAGE: self.tr("On the status page"),
            Place.SLACK: self.tr("In Slack"),
            Place.PAGERDUTY: self.tr("At PagerDuty"),
        }
        for place, title in titles.items():
            rows = [one for one in answer.found if one.place is place]
            if rows:
                self._lists.addWidget(self._list(title, rows))
        self.into.clear()
        self.into.addItem(self.tr("an incident of its own"), None)
        for one in answer.open_ones:
            self.into.addItem(
                self.tr("{severity} {title} (adopt)").format(severity=one.severity, title=one.title), one.id
            )
        self.into.setCurrentIndex(max(0, self.into.findData(self.presenter.into)))
        self.troubles.show_finding("\n".join(answer.troubles) or None, blocking=True)
        if self.boxes:
            next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_chosen(self) -> None:
        presenter = self.presenter
        for key, box in self.boxes.items():
            box.setChecked(key in presenter.ticked)
        answer = presenter.answer if presenter.is_live else None
        self.state.setText(self._state())
        self._into_card.setVisible(bool(answer and answer.found))
        own = presenter.into is None
        for widget in (self._title_label, self._title_frame, self.severity):
            widget.setEnabled(own)
        self.again.setVisible(presenter.is_live)
        self.again.setEnabled(not presenter.is_asking)
        self.live.setVisible(not presenter.is_live)
        self.go.setVisible(presenter.is_live)
        self.go.setText(self.tr("Take &over") if own else self.tr("Ad&opt"))
        self.go.setEnabled(bool(presenter.ticked) and not presenter.is_asking)

    def _state(self) -> str:
        presenter = self.presenter
        if not presenter.is_live:
            return self.tr("Practice reaches no service. What runs is read once you are LIVE.")
        if presenter.is_asking:
            return self.tr("Asking the services what runs there…")
        if presenter.answer is None:
            return ""
        asked = ", ".join(_service(one) for one in presenter.answer.asked)
        if not asked:
            return self.tr(
                "Nothing is connected that could be asked. Add Slack, Statuspage or PagerDuty first."
            )
        if not presenter.answer.found:
            return self.tr("Nothing runs at the services that were asked: {accounts}.").format(accounts=asked)
        return self.tr("Read from {accounts}. Tick what belongs to one incident.").format(accounts=asked)

    @Slot(str, str)
    def _on_refused(self, text: str, step: str) -> None:
        words = " ".join(part for part in (text, step) if part)
        self.finding.show_finding(words, blocking=True)
        announce(self.finding, words, at_once=True)
        self.ensureWidgetVisible(self.finding)
        self._host.say(self.tr("Nothing was taken over"), Tone.DANGER.value, text)

    @Slot(str)
    def _on_taken(self, incident_id: str) -> None:
        self._host.go("compose", incident_id)

    # --- presses --------------------------------------------------------------------------------------------------

    @Slot()
    def _on_go(self) -> None:
        self.finding.show_finding(None, blocking=True)
        self._host.say("", Tone.PLAIN.value, self.tr("Reading what was said there…"))
        self.presenter.act(self.title.text(), self.severity.currentData())

    @Slot()
    def _on_back(self) -> None:
        overview = self.presenter.session.overview
        first = overview.open[0].incident.id if overview is not None and overview.open else None
        self._host.go("compose" if first else "welcome", first)

    @Slot()
    def _on_escape(self) -> None:
        if self.isVisible():
            self._on_back()


def _service(account: str) -> str:
    kind, _, rest = account.partition(".")
    return f"{kind_name(AccountKind(kind))} ({rest})" if rest else kind_name(AccountKind(kind))
