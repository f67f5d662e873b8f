"""The one question before something leaves for the public: who is reached, and what they will read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from composer.rendering.word_diff import Change
from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.changed_text import ChangedText
from ui.widgets.checks import Check
from ui.widgets.flow import FlowLayout
from ui.widgets.form import FindingLine
from ui.widgets.long_text import readable
from ui.widgets.ring import Ring
from ui.widgets.scrolling import Page, dress
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, heading, section, small


@dataclass(frozen=True, slots=True)
class ConfirmRow:
    """One way out: what it is ("Status page"), where it goes ("status.skillancer.com"), who is reached, and what else happens there. `notify` is the switch for subscribers; None: it has none."""

    what: str
    where: str
    reached: str
    detail: str = ""
    notify: bool | None = None


@dataclass(frozen=True, slots=True)
class ConfirmComponent:
    """A component that the page will show as operational again, unless the person takes the tick away; `words` name both."""

    key: str
    words: str
    is_well: bool


@dataclass(frozen=True, slots=True)
class ConfirmText:
    """What a message that is not the first of its channel says, with what came and went since the last one; `title` names both."""

    title: str
    parts: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `text` is what the public will read, `said` its heading, `note` what stands beside the buttons.

    `without` names what is due or wanted and does not leave, with the reason. `advice` is something missing that need not be there, and `offer` the words of the button that puts it in. `blocked` are sentences on what has to be put right first: with one of
    `loud` is a second line that is not to be overlooked. `components` are proposed as operational again. `changed` are the other texts that leave, with what is new in each. `reminders` are sentences on what may have been forgotten.
    `advice` is something missing that need not be there, and `offer` the words of the button that puts it in. `blocked` are sentences on what has to be put right first: with one of
    them nothing can be confirmed.
    """

    rows: tuple[ConfirmRow, ...]
    text: str
    button: str
    title: str = ""
    said: str = ""
    note: str = ""
    advice: str = ""
    offer: str = ""
    blocked: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    loud: str = ""
    components: tuple[ConfirmComponent, ...] = ()
    reminders: tuple[str, ...] = ()
    changed: tuple[ConfirmText, ...] = ()


class ConfirmDialog(QDialog):
    """Asks once, and names who is reached. The default is to go back; only the button itself, or its letter, goes on.

    `on_offer` puts in what the question offers, `on_notify` turns the switch for subscribers, `on_component` says of a component's key whether it is well; each gives the question as it is then.
    """

    def __init__(
        self,
        question: Question,
        parent: QWidget | None = None,
        *,
        on_offer: Callable[[], Question] | None = None,
        on_notify: Callable[[bool], Question] | None = None,
        on_component: Callable[[str, bool], Question] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("confirmDialog")
        self.setModal(True)
        self._on_offer, self._on_notify, self._on_component = on_offer, on_notify, on_component
        self.components: dict[str, Check] = {}
        self.notify: Check | None = None
        self.offer: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.GAP)
        self._area = QScrollArea()
        self._area.setObjectName("confirmArea")
        self._area.setAccessibleName(self.tr("What leaves, and who is reached"))
        Ring(self._area)
        column.addWidget(self._area, 1)
        self.back = Button(self.tr("&Back"))
        self.back.setObjectName("backButton")
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.go = Button("", kind=Kind.DANGER)
        self.go.setObjectName("confirmButton")
        self.go.clicked.connect(self.accept)
        self._note = small("")
        foot = QHBoxLayout()
        foot.setSpacing(theme.EDGE)
        foot.addWidget(self._note, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.go)
        column.addWidget(_Line())
        column.addSpacing(theme.UNIT)
        column.addLayout(foot)
        wide = max(640, 42 * self.fontMetrics().lineSpacing())  # larger letters, more room
        self.setMinimumWidth(min(wide, parent.window().width() - 80) if parent is not None else wide)
        self._show(question)
        self.back.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        question: Question,
        *,
        on_offer: Callable[[], Question] | None = None,
        on_notify: Callable[[bool], Question] | None = None,
        on_component: Callable[[str, bool], Question] | None = None,
    ) -> bool:
        """Whether the person wants it."""
        dialog = cls(question, parent, on_offer=on_offer, on_notify=on_notify, on_component=on_component)
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            dialog.deleteLater()

    def _show(self, question: Question) -> None:
        """Show the question, or what became of it."""
        title = question.title or self.tr("First public message of this incident")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        names = "; ".join(f"{row.what} {row.where}: {row.reached}" for row in question.rows)
        self.setAccessibleDescription(
            " ".join(
                part
                for part in (
                    question.loud,
                    names,
                    *question.without,
                    *question.blocked,
                    *question.reminders,
                    question.advice,
                )
                if part
            )
        )
        whole = self._whole(question, title)
        # A scroll bar that came for the height of before would take width, and with it would stay.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self._area, whole)  # what was there goes
        self._fit(whole)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.go.setText(question.button)
        self.go.setEnabled(not question.blocked)
        self._note.setText(question.note)
        QWidget.setTabOrder(self.back, self.go)

    def _fit(self, whole: QWidget) -> None:
        """All of it is in sight where the screen is high enough; else the middle is scrolled, and the buttons stay."""
        width = self.minimumWidth() - 40
        layout = whole.layout()
        wanted = whole.sizeHint().height() if layout is None else layout.totalHeightForWidth(width)
        above = self.parentWidget()
        most = above.window().height() - 130 if above is not None else 600
        self._area.setFixedHeight(max(160, min(wanted, most)))
        # With the keyboard alone it is scrolled by its arrows.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if wanted > most else Qt.FocusPolicy.NoFocus)
        self.adjustSize()

    def _whole(self, question: Question, title: str) -> QWidget:
        whole = Page()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(heading(title))
        column.addWidget(Text(self.tr("You are about to reach:"), tone=Tone.MUTED))
        if question.loud:
            column.addWidget(Text(question.loud, bold=True))
        column.addWidget(_Line())
        self.notify = None
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.EDGE)
        grid.setVerticalSpacing(theme.GAP)
        # What the public reads stands first.
        rows = sorted(question.rows, key=lambda row: row.notify is None)
        for place, row in enumerate(rows):
            if place:
                grid.addWidget(_Line(), 2 * place - 1, 0, 1, 3)
            self._fill(grid, 2 * place, row, rows)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(_Line())
        if question.without:
            words = self.tr("Not sent now: {what}").format(what=", ".join(question.without))
            column.addWidget(small(words))
        if question.text:
            column.addWidget(section(question.said or self.tr("The page will say")))
            column.addWidget(self._quote(question.text))
        for text in question.changed:
            column.addWidget(section(text.title))
            card = Card()
            card.body.addWidget(ChangedText(text.parts))
            column.addWidget(card)
        self.components = {}
        if question.components:
            column.addWidget(section(self.tr("Works as usual again")))
            for component in question.components:
                column.addWidget(self._component(component))
        for sentence in (*question.blocked, *question.reminders):
            line = FindingLine(whole)  # shown without a parent, it would flash up as a window of its own
            column.addWidget(line)
            line.show_finding(sentence, sentence in question.blocked)
        self.offer = None
        if question.advice:
            column.addWidget(self._advice(question))
        column.addStretch(1)
        return whole

    def _fill(self, grid: QGridLayout, place: int, row: ConfirmRow, rows: Sequence[ConfirmRow]) -> None:
        name = QWidget(self)
        flow = FlowLayout(name, gap=theme.UNIT + 2, line_gap=0)
        flow.addWidget(Text(row.what, name, bold=True, wrap=False))
        if row.where:
            flow.addWidget(_Where(_breakable(row.where), name))
        grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        reached = QVBoxLayout()
        reached.setSpacing(2)
        reached.addWidget(Text(row.reached))
        if row.detail:
            reached.addWidget(small(row.detail))
        reached.addStretch(1)
        grid.addLayout(reached, place, 1)
        if row.notify is not None and self.notify is None and self._on_notify is not None:
            # One switch for all pages, beside the first; each says for itself who is told.
            several = sum(each.notify is not None for each in rows) > 1
            self.notify = Check(self.tr("Notify on all") if several else self.tr("Notify"))
            self.notify.setObjectName("confirmNotifyCheckBox")
            self.notify.setAccessibleDescription(self.tr("Tell the status page's subscribers"))
            self.notify.setChecked(row.notify)
            self.notify.clicked.connect(self._on_notify_click)
            grid.addWidget(self.notify, place, 2, Qt.AlignmentFlag.AlignTop)

    def _advice(self, question: Question) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, gap=theme.UNIT, line_gap=0)
        line = FindingLine(holder)
        line.words.setWordWrap(False)
        line.show_finding(question.advice, False)
        flow.addWidget(line)
        if question.offer and self._on_offer is not None:
            self.offer = Button(question.offer, holder, kind=Kind.LINK)
            self.offer.setObjectName("insertNextUpdateButton")
            self.offer.setAutoDefault(False)
            self.offer.clicked.connect(self._on_offer_click)
            flow.addWidget(self.offer)
        return holder

    def _quote(self, text: str) -> QWidget:
        card = Card()
        card.body.addWidget(Text(readable(text)))
        return card

    def _component(self, component: ConfirmComponent) -> Check:
        box = self.components[component.key] = Check(component.words, self)
        box.setObjectName(f"{component.key}OperationalCheckBox")
        box.setChecked(component.is_well)
        box.clicked.connect(lambda on, key=component.key: self._on_component_click(key, on))
        return box

    def _on_component_click(self, key: str, on: bool) -> None:
        if self._on_component is not None:
            self._show(self._on_component(key, on))
            if key in self.components:
                self.components[key].setFocus()

    @Slot()
    def _on_offer_click(self) -> None:
        if self._on_offer is not None:
            self._show(self._on_offer())
            self.back.setFocus()  # the button that was pressed is gone

    @Slot(bool)
    def _on_notify_click(self, on: bool) -> None:
        if self._on_notify is not None:
            self._show(self._on_notify(on))
            if self.notify is not None:
                self.notify.setFocus()


class _Where(Text):
    """Where a message goes: in one line beside its channel where there is room, else below it."""

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())


class _Line(QWidget):
    """A line between parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).fillRect(self.rect(), QColor(theme.colours().border))


def _breakable(name: str) -> str:
    """A long name that may wrap at its hyphens and dots."""
    return name.replace("-", "-\u200b").replace(".", ".\u200b")
