"""The recipients of one mail to customers, looked at and chosen before anything is sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from composer.connections.customers import CustomerFile
from ui import theme
from ui.compose.recipients import Mailing, counted, file_words, left_out, look, mailing_of, mistakes
from ui.language import number
from ui.widgets.buttons import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.form import FindingLine
from ui.widgets.question import QuestionDialog
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, small

if TYPE_CHECKING:
    from ui.compose.presenter import ComposePresenter

BATCHES = (10, 25, 50, 100, 250, 500, 1_000)


class RecipientsDialog(QuestionDialog):
    """Which file, how old, how many, what is wrong with it; and how many leave before the person is asked for the rest."""

    def __init__(self, presenter: ComposePresenter, title: str, parent: QWidget | None = None) -> None:
        super().__init__("recipientsDialog", parent, width=600)
        # As tall as its words are in this width; wrapped ones would ask for more.
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._presenter = presenter
        before = mailing_of(presenter.draft)
        self._file = before.file
        self.found: CustomerFile | None = None
        self.set_title(self.tr("Recipients of “{title}”").format(title=title))
        self.column.addWidget(small(self.tr("For this mail alone. Nothing is sent by this.")))
        card = Card()
        self.file = Text("", bold=True)
        self.count = Text("")
        card.body.addWidget(self.file)
        card.body.addWidget(self.count)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        card.body.addLayout(self._lines)
        self.column.addWidget(card)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        self.choose = Button(self.tr("Choose another &file…"))
        self.choose.setObjectName("chooseRecipientsButton")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._on_choose)
        self.usual = Button(self.tr("The &usual list"))
        self.usual.setObjectName("usualRecipientsButton")
        self.usual.setAutoDefault(False)
        self.usual.clicked.connect(lambda: self.look_at(None))
        row.addWidget(self.choose)
        row.addWidget(self.usual)
        row.addStretch(1)
        self.column.addLayout(row)
        label = Text(self.tr("How &many leave first"), bold=True)
        self.batch = Combo()
        self.batch.setObjectName("firstBatchCombo")
        self.batch.addItem(self.tr("All of them"), None)
        for size in sorted({*BATCHES, *([before.first_batch] if before.first_batch else [])}):
            words = self.tr("{count}, then it waits until you let the rest go").format(count=number(size))
            self.batch.addItem(words, size)
        self.batch.setCurrentIndex(max(0, self.batch.findData(before.first_batch)))
        label.setBuddy(self.batch)
        self.column.addWidget(label)
        self.column.addWidget(self.batch)
        self.go = Button(self.tr("&Take these recipients"), kind=Kind.PRIMARY)
        self.go.setObjectName("takeRecipientsButton")
        self.ask_for(self.go, back="recipientsBackButton", is_safe=True)
        self.look_at(self._file)

    @property
    def answer(self) -> Mailing:
        """What was chosen."""
        return Mailing(self._file, self.batch.currentData())

    def look_at(self, file: str | None) -> None:
        """Show that file, once it was read; None: the connection's."""
        self._file = file
        self.go.setEnabled(False)
        self.file.setText(self.tr("Reading the file…"))
        self.count.setText("")
        self._tell([], [])
        look(self._presenter, file, self._show, self)

    def _show(self, found: CustomerFile | None) -> None:
        self.found = found
        self.usual.setVisible(self._file is not None)
        self.go.setEnabled(found is None or not found.problems)
        if found is None:
            self.file.setText(self.tr("No file"))
            words = self.tr("Nothing carries mail to customers here: a person sends it by hand.")
            if self._presenter.session.services.practice:
                words = self.tr(
                    "Practice has made-up addresses on this computer; with a file, its names are practised with."
                )
            self.count.setText(words)
            self._tell([], [])
            return
        self.file.setText(file_words(found, self._presenter.now()))
        words = self.tr("It can't be used, so nothing is sent:") if found.problems else counted(found)
        self.count.setText(words)
        self._tell(mistakes(found), left_out(found))

    def _tell(self, blocking: list[str], advice: list[str]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text, is_blocking in [(one, True) for one in blocking] + [(one, False) for one in advice]:
            line = FindingLine(self)
            line.show_finding(text, is_blocking)
            self._lines.addWidget(line)
        QTimer.singleShot(0, self, self._fit)  # once the new lines have found their places

    @Slot()
    def _fit(self) -> None:
        width = max(self.width(), self.minimumWidth())
        self.resize(width, self.column.totalHeightForWidth(width))

    @Slot()
    def _on_choose(self) -> None:
        found = self.found
        start = str(Path.home() if found is None else found.file.parent)
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("A file of customers"), start, self.tr("CSV files (*.csv);;All files (*)")
        )
        if chosen:
            self.look_at(chosen)
