"""The history: search above, what was found at the left, the message itself at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from composer.domain.channel import Channel
from composer.domain.record import Message
from ui import theme
from ui.actions import Actions
from ui.history.filters import Filters
from ui.history.model import FoundModel
from ui.history.presenter import Found, HistoryPresenter
from ui.history.reading import MessagePane
from ui.history.table import FoundTable
from ui.host import Host
from ui.widgets.framed import Frame
from ui.widgets.previews import FlatTabs
from ui.widgets.scrolling import NARROW, Panes
from ui.widgets.text import Tone, heading, small
from ui.widgets.typed import Line

FOUND, READ = 0, 1
"""The two tabs of a narrow window."""


class HistoryView(QWidget):
    """Searches as one types."""

    def __init__(self, presenter: HistoryPresenter, _actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("historyScreen")
        self.footer_buttons: QWidget | None = None
        self._presenter, self._host = presenter, host
        presenter.setParent(self)
        self._wanted: str | None = None
        self._model = FoundModel(self)
        self._starting: Message | None = None
        self.reading = MessagePane(self._model)
        self.text, self.copy, self.start = self.reading.text, self.reading.copy, self.reading.start
        self.postmortem = self.reading.postmortem
        self._panes = Panes(narrow=0)
        self._list = self._left()
        self._panes.addWidget(self._list)
        self._panes.addWidget(self.reading)
        self._panes.setStretchFactor(0, 3)
        self._panes.setStretchFactor(1, 2)
        self._panes.setSizes([620, 400])
        self.fold = FlatTabs()
        self.fold.setObjectName("historyTabs")
        self.fold.setAccessibleName(self.tr("Messages found, or the message"))
        self.fold.addTab(self.tr("Messages found"))
        self.fold.addTab(self.tr("Message"))
        self.fold.currentChanged.connect(self._show_panes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.fold)
        layout.addWidget(self._panes, 1)
        self._show_panes()
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.reading.copy_text)
        self.search.installEventFilter(self)
        self._connect()

    def _connect(self) -> None:
        presenter, reading, host = self._presenter, self.reading, self._host
        self.filters.changed.connect(presenter.narrow)
        self._model.more_wanted.connect(presenter.more)
        presenter.found.connect(self._show_found)
        presenter.more_found.connect(self._model.add)
        presenter.counted.connect(self._show_totals)
        presenter.incidents_listed.connect(self.filters.show_incidents)
        presenter.which_wanted.connect(reading.ask_which)
        presenter.replace_wanted.connect(self._on_replace_wanted)
        presenter.start_wanted.connect(self._on_start_wanted)
        reading.start_wanted.connect(self._on_start)
        reading.incident_chosen.connect(self._on_incident_chosen)
        reading.only_wanted.connect(self._on_only)
        reading.postmortem_wanted.connect(lambda incident_id: host.go("postmortem", incident_id))
        reading.correct_wanted.connect(lambda wanted: host.go("correction", wanted))
        reading.copied.connect(self._on_copied)

    def enter(self, argument: object) -> None:
        """Come into sight; `argument` are words typed elsewhere, perhaps with the id of the message to show."""
        words, self._wanted = argument if isinstance(argument, tuple) else (argument, None)
        if isinstance(words, str) and words != self.search.text():
            self.search.setText(words)
        self._host.say("", Tone.PLAIN.value, self.tr("↑ ↓ move · Enter read · Ctrl+C copy"))
        self.fold.setCurrentIndex(READ if self._wanted else FOUND)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._presenter.load()
        self._presenter.search(self.search.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large text leaves no room for list and message beside each other, one of them is in sight."""
        super().resizeEvent(event)
        self._show_panes()

    @property
    def is_folded(self) -> bool:
        """Whether there is room for one of the two alone."""
        return self.width() < NARROW * self.fontMetrics().lineSpacing()

    @Slot()
    def _show_panes(self) -> None:
        folded, reads = self.is_folded, self.fold.currentIndex() == READ
        self.fold.setVisible(folded)
        self._list.setVisible(not (folded and reads))
        self.reading.setVisible(not folded or reads)

    def _read(self) -> None:
        """Bring the message itself into sight, and the focus to it."""
        self.fold.setCurrentIndex(READ)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _left(self) -> QWidget:
        left = QWidget()
        left.setMinimumWidth(400)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(18, 14, 14, 14)
        layout.setSpacing(theme.GAP)
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("History")))
        self.count = small("")
        self.count.setObjectName("foundCount")
        top.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(top)
        self.search = Line()
        self.search.setObjectName("historySearchEdit")
        self.search.setAccessibleName(self.tr("Search messages"))
        self.search.setPlaceholderText(self.tr("Words of a message or an incident's title"))
        self.search.setClearButtonEnabled(True)
        self.search.setFrame(False)
        self.search.textChanged.connect(self._presenter.search)
        frame = Frame()
        frame.add(self.search)
        layout.addWidget(frame)
        channels: dict[Channel, str] = {
            one: self._model.channel_name(one) for one in Channel if one is not Channel.COPY
        }
        self.filters = Filters(self._presenter.plan, channels)
        layout.addWidget(self.filters)
        self.table = FoundTable(self._model)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(self._on_activated)
        layout.addWidget(self.table, 1)
        return left

    # --- what comes in ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        before = self.reading.shown
        current = self._wanted or (None if before is None else before.message.id)
        self._wanted = None
        self._model.show_found(found)
        count = len(found.messages)
        if count:
            self._say_count(count, None, whole=found.whole)
        elif found.query.strip() or found.narrowed:
            self._say(
                self.tr("No message fits the words and filters")
                if found.narrowed
                else self.tr("No message holds these words")
            )
        else:
            self._say(self.tr("Nothing was published yet"))
        row = next((row for row in range(count) if found.messages[row].message.id == current), 0)
        if count:
            self.table.selectRow(row)
        self.reading.show_message(self._model.message(row))

    @Slot(int, int)
    def _show_totals(self, messages: int, incidents: int) -> None:
        if messages:
            self._say_count(messages, incidents, whole=True)

    def _say_count(self, messages: int, incidents: int | None, *, whole: bool) -> None:
        words = f"{messages:,}" if whole else self.tr("over {count}").format(count=f"{messages:,}")
        if incidents is None:
            self._say(self.tr("{messages} found").format(messages=words))
        elif incidents == 1:
            self._say(self.tr("{messages} found in 1 incident").format(messages=words))
        else:
            self._say(
                self.tr("{messages} found in {incidents} incidents").format(
                    messages=words, incidents=f"{incidents:,}"
                )
            )

    def _say(self, words: str) -> None:
        self.count.setText(words)
        self.count.setAccessibleName(words)

    # --- presses ----------------------------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.reading.show_message(self._model.message(current.row()))

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self._read()

    @Slot(str, object)
    def _on_start_wanted(self, screen: str, argument: object) -> None:
        if self.isVisible():  # else the person has gone on meanwhile
            self._host.go(screen, argument)

    @Slot()
    def _on_start(self) -> None:
        if self.reading.shown is not None:
            self._starting = self.reading.shown.message
            self._presenter.start_from(self._starting)

    @Slot(object)
    def _on_incident_chosen(self, incident_id: str | None) -> None:
        if self._starting is not None:
            self._presenter.start_in(self._starting, incident_id)

    @Slot(object)
    def _on_replace_wanted(self, labels: tuple[str, ...]) -> None:
        if self.may_replace(labels):
            self._presenter.replace_typed()

    def may_replace(self, labels: tuple[str, ...]) -> bool:
        """Ask whether what was typed there may go. Tests answer in its place."""
        words = self.tr("You have typed something else there, not yet sent: {fields}. Replace it?").format(
            fields=", ".join(labels)
        )
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Start a message from this"), words, parent=self)
        replace = box.addButton(self.tr("&Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(self.tr("&Keep what I typed"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is replace

    @Slot(str)
    def _on_only(self, incident_id: str) -> None:
        place = self.filters.incident.findData(incident_id)
        if place > 0:
            self.filters.incident.setCurrentIndex(place)

    @Slot()
    def _on_copied(self) -> None:
        self._host.tell(self.tr("Copied"), Tone.GOOD.value, self.tr("The whole message is in the clipboard."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move through the finds, Enter reads one, while the search keeps the words."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = self.table.currentIndex().row()
            last = self._model.rowCount() - 1
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and last >= 0:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.table.selectRow(min(max(row + step, 0), last))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and last >= 0:
                self._read()
                return True
        return super().eventFilter(watched, event)
