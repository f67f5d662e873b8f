"""The correction: what was wrong, where it went, what is right; beside it the old and the new text; and one act that puts all of it right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.channel import Channel
from composer.domain.findings import Level
from composer.services.putting_right import PutRight
from composer.services.what_went_out import RoundThatWent
from ui import sayings, theme
from ui.actions import Actions
from ui.correction.allowed import channel_words, fault_words, missing_words, reached_words
from ui.correction.approving import Approving
from ui.correction.comparing import Comparing
from ui.correction.faults import Faults
from ui.correction.places import Places
from ui.correction.presenter import CorrectionPresenter, Tried
from ui.correction.words import Words
from ui.host import Host
from ui.language import utc_and_local
from ui.reaching import reached
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmDialog, ConfirmRow, Question
from ui.widgets.flat_tabs import FlatTabs
from ui.widgets.scrolling import Page, Panes, scrolled
from ui.widgets.text import Text, Tone, heading, section, small

NARROW = 44
"""What is typed and what is compared stand beside each other from so many lines' heights of width."""


class CorrectionView(QWidget):
    """Puts a round right."""

    def __init__(self, presenter: CorrectionPresenter, actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("correctionScreen")
        presenter.setParent(self)
        self.presenter, self._host = presenter, host
        self._tried = Tried({}, ())
        self.footer_buttons: QWidget | None = self._buttons()
        self.words = Words(presenter)
        self.places = Places()
        self.comparing = Comparing()
        self._panes = Panes(narrow=0)
        self._typing = scrolled(self._left())
        self._panes.addWidget(self._typing)
        self._panes.addWidget(self.comparing)
        self._panes.setStretchFactor(0, 3)
        self._panes.setStretchFactor(1, 2)
        self._panes.setSizes([600, 420])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.fold = FlatTabs()
        self.fold.setObjectName("correctionFoldTabs")
        self.fold.setAccessibleName(self.tr("What is put right, or the old and the new text"))
        self.fold.addTab(self.tr("Put right"))
        self.fold.addTab(self.tr("Old and new text"))
        self.fold.currentChanged.connect(self._show_panes)
        whole.addWidget(self.fold)
        whole.addWidget(self._panes, 1)
        self._show_panes()
        self.places.ticked.connect(presenter.choose)
        self.places.pause_wanted.connect(presenter.pause)
        presenter.shown.connect(self._show_round)
        presenter.counted.connect(self.places.show_round)
        presenter.changed.connect(self._show_typed)
        presenter.tried.connect(self._show_tried)
        presenter.refused.connect(self._on_refused)
        presenter.done.connect(self._on_done)
        actions["incident.publish"].triggered.connect(self._on_go)
        actions["incident.take_back"].triggered.connect(self._on_back)
        actions["problem.mend"].triggered.connect(self.words.take_out)
        self._show_round(None)

    def enter(self, argument: object) -> None:
        """Come into sight with (incident's id, publish's id, id of a delivery or message), of which any may be empty."""
        wanted = argument if isinstance(argument, tuple) else (argument or "",)
        self.fold.setCurrentIndex(0)
        self.presenter.open(*(str(one) for one in wanted))
        self._host.say("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large text leaves no room for both beside each other, one of them is in sight."""
        super().resizeEvent(event)
        self._show_panes()

    @Slot()
    def _show_panes(self) -> None:
        folded = self.width() < NARROW * self.fontMetrics().lineSpacing()
        compares = self.fold.currentIndex() == 1
        self.fold.setVisible(folded)
        self._typing.setVisible(not (folded and compares))
        self.comparing.setVisible(not folded or compares)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _left(self) -> Page:
        page = Page()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 14, theme.EDGE)
        column.setSpacing(theme.GAP)
        column.addWidget(heading(self.tr("Correct what was sent")))
        self.about = small("")
        self.about.setObjectName("correctionAbout")
        column.addWidget(self.about)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.GAP)
        line = QHBoxLayout()
        line.setSpacing(theme.GAP)
        label = Text(self.tr("Ro&und"), self._form, bold=True, wrap=False)
        self.round = Combo(self._form)
        self.round.setObjectName("correctionRoundCombo")
        self.round.setAccessibleName(self.tr("Round"))
        self.round.activated.connect(self._on_round)
        label.setBuddy(self.round)
        line.addWidget(label)
        line.addWidget(self.round, 1)
        form.addLayout(line)
        form.addSpacing(theme.UNIT)
        form.addWidget(section(self.tr("What was wrong?")))
        self.faults = Faults()
        self.faults.chosen.connect(self.presenter.set_fault)
        form.addWidget(self.faults)
        self.fault_help = small("")
        form.addWidget(self.fault_help)
        form.addSpacing(theme.UNIT)
        form.addWidget(section(self.tr("Where it went, and what can be done there")))
        form.addWidget(self.places)
        form.addSpacing(theme.UNIT)
        form.addWidget(section(self.tr("What is right")))
        form.addWidget(self.words)
        column.addWidget(self._form)
        column.addStretch(1)
        return page

    def _buttons(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP + theme.UNIT)
        self.back = Button(self.tr("&Back"))
        self.back.setObjectName("correctionBackButton")
        self.back.clicked.connect(self._on_back)
        self.go = Button(self.tr("&Put it right"), kind=Kind.PRIMARY, keys="Ctrl ↵")
        self.go.setObjectName("putRightButton")
        self.go.clicked.connect(self._on_go)
        self.approving = Approving(self, self.presenter)
        layout.addWidget(self.back)
        layout.addWidget(self.approving.button)
        layout.addWidget(self.go)
        return row

    # --- what comes in --------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_round(self, shown: RoundThatWent | None) -> None:
        self._form.setVisible(shown is not None)
        self.places.show_round(shown)
        self.words.show_round(shown)
        self._tried = Tried({}, ())
        if shown is None:
            self.about.setText(self.tr("Nothing was sent yet that could be put right."))
            self.comparing.show_pairs([])
            return
        incident = shown.incident
        self.about.setText(f"{incident.severity} {incident.title}")
        self.round.clear()
        now = self.presenter.session.services.clock.now()
        for publish, number in shown.rounds:
            words = self.tr("Update {number}, {time}").format(
                number=number, time=utc_and_local(publish.at, now=now)
            )
            self.round.addItem(words, publish.id)
        self.round.setCurrentIndex(self.round.findData(shown.publish.id))
        first = self.faults.radios[self.presenter.typed.fault]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_typed(self) -> None:
        presenter, typed = self.presenter, self.presenter.typed
        self.faults.show_fault(typed.fault, may_be_page=presenter.may_be_page())
        self.fault_help.setText(fault_words(typed.fault))
        self.places.show_typed(typed)
        self.words.show_typed()
        self._compare()
        missing = presenter.missing()
        self.go.setEnabled(missing is None and not presenter.is_acting)
        if presenter.round is not None and self.isVisible():
            status = self.tr("Putting it right…") if presenter.is_acting else missing_words(missing)
            self._host.say("", Tone.PLAIN.value, status)

    @Slot(object)
    def _show_tried(self, tried: Tried) -> None:
        self._tried = tried
        self.words.show_findings([one for one in tried.findings if one.level is Level.BLOCKING])
        self._compare()

    @Slot(str)
    def _on_refused(self, why: str) -> None:
        self.words.finding.show_finding(why, blocking=True)
        announce(self.words.finding, why, at_once=True)
        self._host.say(self.tr("Nothing was put right"), Tone.DANGER.value, why)

    @Slot(object, object)
    def _on_done(self, right: PutRight, kept: tuple[str, ...]) -> None:
        incident_id = right.published.incident_id
        self._host.go("compose", incident_id)
        parts = [*map(sayings.of, right.left)]
        if kept:
            parts.append(
                self.tr("What was typed in the other incident stands there: {fields}.").format(
                    fields=", ".join(kept)
                )
            )
        if parts:  # the footer is the other screen's from now on
            self.presenter.session.errors.sentence.emit(" ".join(parts), "")

    # --- presses --------------------------------------------------------------------------------------------------

    @Slot(int)
    def _on_round(self, _row: int) -> None:
        shown = self.presenter.round
        if shown is not None:
            self.presenter.open(shown.incident.id, self.round.currentData())

    @Slot()
    def _on_back(self) -> None:
        if self.isVisible():
            shown = self.presenter.round
            self._host.go("compose", shown.incident.id) if shown is not None else self._host.go("welcome")

    @Slot()
    def _on_go(self) -> None:
        if not self.isVisible() or self.presenter.missing() is not None or self.presenter.is_acting:
            return
        self.words.finding.show_finding(None, blocking=True)
        mails = [one for one in self.presenter.chosen() if one.delivery.channel is Channel.EMAIL]
        if mails and not self._may_mail():
            return
        self.presenter.put_right()

    def _may_mail(self) -> bool:
        """Mail to customers is asked for once, with those named who get it."""
        services, notify = self.presenter.session.services, self.presenter.typed.notify
        rows = tuple(
            ConfirmRow(
                channel_words(one.delivery.channel),
                "" if one.delivery.channel is Channel.EMAIL else one.delivery.destination,
                reached_words(one) if one.reached else reached(services, one.delivery.channel, notify=notify),
            )
            for one in self.presenter.chosen()
        )
        text = self._tried.texts.get(Channel.EMAIL, "")
        return ConfirmDialog.ask(
            self,
            Question(
                rows,
                text,
                self.tr("&Put it right"),
                title=self.tr("Correct, also by mail to customers"),
                said=self.tr("The mail will say"),
                note=self.tr("Nobody else is mailed."),
            ),
        )

    # --- words ----------------------------------------------------------------------------------------------------

    def _compare(self) -> None:
        presenter = self.presenter
        edited = presenter.edited()
        self.comparing.show_pairs(
            [
                (one, edited.get(one.delivery.id), self._tried.texts.get(one.delivery.channel))
                for one in presenter.chosen()
            ]
        )
