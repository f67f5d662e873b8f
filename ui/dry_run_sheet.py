"""What would be sent, to be read: at the left every request, mail and file in order, at the right the chosen one as it would leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery
from composer.domain.departure import Departure
from composer.domain.findings import Level
from composer.services.dry_running import DryRun
from ui import sayings, theme
from ui.language import number
from ui.widgets.buttons import Button, Kind
from ui.widgets.form import FindingLine
from ui.widgets.long_text import readable
from ui.widgets.rows import RowList
from ui.widgets.scrolling import Panes
from ui.widgets.sheet import Sheet
from ui.widgets.soft_breaks import soft
from ui.widgets.text import Text, heading, small

FLASH_MS = 2_000


class DryRunSheet(QDialog):
    """Read only. It is there at once, and filled when the dry run is made.

    Signals:
        all_wanted(): every copy of a mail to many is to be shown.
        save_wanted(str, str): the text of all is to be written to that file.
    """

    all_wanted = Signal()
    save_wanted = Signal(str, str)

    def __init__(
        self,
        parent: QWidget,
        channels: Mapping[Channel, str],
        titles: Mapping[str, str],
        as_of: str,
        also: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dryRunDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._channels, self._titles = dict(channels), dict(titles)
        self._also = tuple(also)
        self._shown: tuple[tuple[Delivery, Departure], ...] = ()
        title = self.tr("Dry run")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(heading(title))
        words = self.tr("Nothing was sent and nothing was stored. This is what would leave, as of {time}.")
        self.nothing = Text(words.format(time=as_of), bold=True)
        column.addWidget(self.nothing)
        self.summary = small(self.tr("Making the dry run…"))
        self.summary.setObjectName("dryRunSummary")
        column.addWidget(self.summary)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        column.addLayout(self._lines)
        self.panes = self._panes()
        column.addWidget(self.panes, 1)
        column.addLayout(self._foot())
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(self._show_copy)
        room = parent.window().size() - QSize(60, 60)
        line = self.fontMetrics().lineSpacing()
        self.resize(QSize(68 * line, 46 * line).boundedTo(room))
        self.list.setFocus()

    def _panes(self) -> QWidget:
        panes = Panes(narrow=40)
        left, right = QWidget(), QWidget()
        for side, label, inside in (
            (left, self.tr("In this &order"), self._made_list()),
            (right, self.tr("&As it would leave"), self._made_text()),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.UNIT)
            name = QLabel(label)
            name.setBuddy(inside)
            column.addWidget(name)
            column.addWidget(Sheet(inside), 1)
            panes.addWidget(side)
        panes.setStretchFactor(0, 2)
        panes.setStretchFactor(1, 3)
        panes.setSizes([360, 540])
        return panes

    def _made_list(self) -> RowList:
        self.list = RowList()
        self.list.setObjectName("dryRunList")
        self.list.setAccessibleName(self.tr("What would leave, in order"))
        self.list.currentRowChanged.connect(self._on_row)
        return self.list

    def _made_text(self) -> QPlainTextEdit:
        self.text = QPlainTextEdit()
        self.text.setObjectName("dryRunText")
        self.text.setAccessibleName(self.tr("As it would leave, secrets masked"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 0.95)
        self.text.setFont(font)
        return self.text

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        self.every = Button(self.tr("Show e&very copy"))
        self.every.setObjectName("dryRunEveryButton")
        self.every.hide()
        self.every.clicked.connect(self._on_every)
        self.copy = Button(self.tr("&Copy this one"))
        self.copy.setObjectName("dryRunCopyButton")
        self.copy.setToolTip(self.tr("The chosen one; no secret is in it"))
        self.copy.clicked.connect(self._on_copy)
        self.save = Button(self.tr("&Save as…"))
        self.save.setObjectName("dryRunSaveButton")
        self.save.setToolTip(self.tr("All of them, as a text file; no secret is in it"))
        self.save.clicked.connect(self._on_save)
        self.leave = Button(self.tr("&Back"), kind=Kind.PRIMARY)
        self.leave.setObjectName("dryRunBackButton")
        self.leave.setDefault(True)
        self.leave.clicked.connect(self.reject)
        for button in (self.every, self.copy, self.save):
            button.setEnabled(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        return foot

    # --- showing -----------------------------------------------------------------------------------------------

    def show_run(self, run: DryRun) -> None:
        """Show what was found."""
        self._shown = run.departures
        self._tell(run)
        self.list.clear()
        for place, (delivery, one) in enumerate(self._shown, 1):
            first, second = self._row(place, delivery, one)
            item = QListWidgetItem(f"{soft(first)}\n{soft(second)}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first}, {second}")
            self.list.addItem(item)
        more = sum(one.more for one in run.leaving)
        self.every.setVisible(more > 0)
        for button in (self.every, self.copy, self.save):
            button.setEnabled(bool(self._shown))
        self.summary.setText(self._counts(more))
        if not self._shown:
            self._fold()
            return
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def show_trouble(self, sentence: str) -> None:
        """No dry run can be made; why, in a sentence."""
        self.summary.setText("")
        self._say([(sentence, True)])
        self._fold()

    def _fold(self) -> None:
        """Nothing is to be read: the sheet is as tall as its sentences."""
        self.panes.hide()
        self.leave.setFocus()
        QTimer.singleShot(0, self, lambda: self.resize(self.width(), self.minimumSizeHint().height()))

    def _counts(self, more: int) -> str:
        kinds = [(one.method, one.asks) for _, one in self._shown]
        files = sum(method in ("WRITE", "APPEND") for method, _ in kinds)
        mails = sum(method == "MAIL" for method, _ in kinds)
        by_hand = sum(method in ("COPY", "BY_HAND") for method, _ in kinds)
        requests = len(kinds) - files - mails - by_hand
        counted = (
            (requests, self.tr("1 request"), self.tr("{count} requests")),
            (mails, self.tr("1 mail"), self.tr("{count} mails")),
            (files, self.tr("1 file on this computer"), self.tr("{count} files on this computer")),
            (by_hand, self.tr("1 text for a person"), self.tr("{count} texts for a person")),
        )
        parts = [
            one if count == 1 else several.format(count=number(count))
            for count, one, several in counted
            if count
        ]
        words = [", ".join(parts) or self.tr("Nothing would leave.")]
        if more:
            words.append(self.tr("{count} more like the one shown.").format(count=number(more)))
        if any("«" in one.text for _, one in self._shown):
            words.append(self.tr("«…» stands for what only the service knows."))
        return " · ".join(words)

    def _tell(self, run: DryRun) -> None:
        lines = [(sayings.of(one), True) for one in (*self._also, *run.lacking)]
        for name in run.held_back:
            why = next(
                (
                    sayings.of(one.text)
                    for one in run.findings
                    if one.level is Level.BLOCKING and one.template in (name, None)
                ),
                "",
            )
            stays = self.tr("{message} stays: {reason}")
            lines.append((stays.format(message=self._titles.get(name, name), reason=why), True))
        if not run.leaving and not run.held_back:
            blocking = [sayings.of(one.text) for one in run.findings if one.level is Level.BLOCKING]
            lines += [(one, True) for one in dict.fromkeys(blocking)]
        for leaving in run.leaving:
            where = self._titles.get(leaving.delivery.template or "", leaving.delivery.destination)
            said = [leaving.trouble, *leaving.notes]
            lines += [(f"{where}: {sayings.of(one)}", one is leaving.trouble) for one in said if one]
        self._say(lines)

    def _say(self, lines: list[tuple[str, bool]]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sentence, blocks in lines:
            line = FindingLine(self)
            line.show_finding(sentence, blocks)
            self._lines.addWidget(line)
        said = [self.nothing.text(), *(sentence for sentence, _ in lines)]
        self.setAccessibleDescription(" ".join(said))

    def _row(self, place: int, delivery: Delivery, one: Departure) -> tuple[str, str]:
        """What it is, and where it goes."""
        verbs = {
            "MAIL": self.tr("mail"),
            "WRITE": self.tr("writes a file"),
            "APPEND": self.tr("adds to a file"),
            "COPY": self.tr("text to copy"),
            "BY_HAND": self.tr("for a person to send"),
        }
        title = self._titles.get(delivery.template or "", self.tr("new Slack channel"))
        what = verbs.get(one.method, one.method)
        if one.asks:
            what = self.tr("{method}, only asks").format(method=one.method)
        channel = self._channels.get(delivery.channel, delivery.channel.value)
        name = title if title.casefold().startswith(channel.casefold()) else f"{channel} · {title}"
        size = self.tr("{count} bytes").format(count=number(len(one.body)))
        address = one.address
        if one.method in ("WRITE", "APPEND"):
            address = Path(one.address).name
        condition = sayings.of(one.only_if)
        second = " · ".join(part for part in (address, "" if one.asks else size, condition) if part)
        return f"{place}. {name} · {what}", second

    @property
    def whole(self) -> str:
        """All of them as one text."""
        parts = []
        for place, (delivery, one) in enumerate(self._shown, 1):
            first, second = self._row(place, delivery, one)
            parts.append(f"=== {first} · {second}\n{one.text}\n")
        return "\n".join([self.nothing.text(), self.summary.text(), "", *parts])

    # --- what a person does ------------------------------------------------------------------------------------

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self.text.setPlainText(readable(self._shown[row][1].text) if 0 <= row < len(self._shown) else "")

    @Slot()
    def _on_every(self) -> None:
        self.every.setEnabled(False)
        self.summary.setText(self.tr("Making the dry run…"))
        self.all_wanted.emit()

    @Slot()
    def _on_copy(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            QGuiApplication.clipboard().setText(self._shown[row][1].text)
            self.copy.setText(self.tr("Copied"))
            self._flash.start()

    @Slot()
    def _show_copy(self) -> None:
        self.copy.setText(self.tr("&Copy this one"))

    @Slot()
    def _on_save(self) -> None:
        file = self.choose_file()
        if file:
            self.save_wanted.emit(file, self.whole)

    def choose_file(self) -> str:
        """Ask where to; empty where the person changed their mind. Tests answer in its place."""
        return QFileDialog.getSaveFileName(
            self, self.tr("Save the dry run"), "dry-run.txt", self.tr("Text (*.txt)")
        )[0]

    def show_saved(self, file: str) -> None:
        """It was written."""
        self.summary.setText(self.tr("Saved as {file}.").format(file=file))
