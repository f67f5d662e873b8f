"""The history: search above, what was found at the left, the message itself at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.actions import Actions
from ui.history.model import Column, FoundModel
from ui.history.painting import PADDING, FoundDelegate, mark_words
from ui.history.presenter import LIMIT, Found, HistoryPresenter
from ui.host import Host
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import FlowLayout
from ui.widgets.framed import Frame
from ui.widgets.long_text import readable
from ui.widgets.scrolling import Panes
from ui.widgets.surfaces import severity_badge
from ui.widgets.text import Text, Tone, heading, small

COPIED_FOR_MS = 2_000


class HistoryView(QWidget):
    """Searches as one types."""

    def __init__(self, presenter: HistoryPresenter, _actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("historyScreen")
        self.footer_buttons: QWidget | None = None
        self._presenter, self._host = presenter, host
        self._wanted: str | None = None
        self._model = FoundModel(self)
        split = Panes()
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([620, 400])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(COPIED_FOR_MS)
        self._flash.timeout.connect(self._show_copy)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._on_copy)
        self.search.installEventFilter(self)
        self.table.installEventFilter(self)
        presenter.found.connect(self._show_found)
        presenter.start_wanted.connect(self._on_start_wanted)
        self._show_message(None)

    def enter(self, argument: object) -> None:
        """Come into sight; `argument` are words typed elsewhere, perhaps with the id of the message to show."""
        words, self._wanted = argument if isinstance(argument, tuple) else (argument, None)
        if isinstance(words, str) and words != self.search.text():
            self.search.setText(words)
        self._host.say("", Tone.PLAIN.value, self.tr("↑ ↓ move · Enter read · Ctrl+C copy"))
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._presenter.search(self.search.text())

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
        self.search = QLineEdit()
        self.search.setObjectName("historySearchEdit")
        self.search.setAccessibleName(self.tr("Search messages"))
        self.search.setPlaceholderText(self.tr("Words of a message or an incident's title"))
        self.search.setClearButtonEnabled(True)
        self.search.setFrame(False)
        self.search.textChanged.connect(self._presenter.search)
        frame = Frame()
        frame.add(self.search)
        layout.addWidget(frame)
        self.table = QTableView()
        self.table.setObjectName("foundTable")
        self.table.setAccessibleName(self.tr("Messages found"))
        self.table.setModel(self._model)
        self.table.setItemDelegate(FoundDelegate(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        metrics = self.table.fontMetrics()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        for column, sample in (
            (Column.WHEN, self.tr("When (UTC)")),
            (Column.SEVERITY, "P0 P"),
            (Column.WHERE, self.tr("Status page")),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.table.setColumnWidth(column, metrics.horizontalAdvance(sample) + 22)
        header.setSectionResizeMode(Column.INCIDENT, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.MESSAGE, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(self._on_activated)
        layout.addWidget(self.table, 1)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        right.setMinimumWidth(280)
        layout = QVBoxLayout(right)
        layout.setContentsMargins(14, 14, 18, 14)
        layout.setSpacing(theme.GAP)
        self._top = QHBoxLayout()
        self.badge = severity_badge("", 0)
        self._top.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self.title = Text("", bold=True)
        self.title.setObjectName("foundTitle")
        self._top.addWidget(self.title, 1)
        layout.addLayout(self._top)
        self.subject = Text("", bold=True)
        layout.addWidget(self.subject)
        self.text = QPlainTextEdit()
        self.text.setObjectName("foundMessageEdit")
        self.text.setAccessibleName(self.tr("Message"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        layout.addWidget(self.text, 1)
        self.meta = small("")
        self.meta.setObjectName("foundMeta")
        layout.addWidget(self.meta)
        buttons = FlowLayout(gap=theme.GAP)
        self.start = Button(self.tr("&Start a message from this"), kind=Kind.PRIMARY)
        self.start.setObjectName("startFromThisButton")
        self.start.clicked.connect(self._on_start)
        self.copy = Button(self.tr("&Copy"))
        self.copy.setObjectName("copyMessageButton")
        self.copy.clicked.connect(self._on_copy)
        self.postmortem = Button(self.tr("&Post-mortem"))
        self.postmortem.setObjectName("foundPostmortemButton")
        self.postmortem.clicked.connect(self._on_postmortem)
        for button in (self.start, self.copy, self.postmortem):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        return right

    @Slot()
    def _fit(self) -> None:
        """In a narrow window the message itself keeps its room: more lines, and no column for the channel."""
        width, spacing = self.table.width(), self.table.fontMetrics().lineSpacing()
        narrow = width < 42 * spacing
        self.table.setColumnHidden(Column.WHERE, narrow)
        self.table.setColumnWidth(Column.INCIDENT, width // (4 if narrow else 5))
        self.table.verticalHeader().setDefaultSectionSize((3 if narrow else 2) * spacing + 2 * PADDING + 2)

    # --- what comes in ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        current = self._wanted or self._current_id()
        self._wanted = None
        self._model.show_found(found)
        count = len(found.messages)
        if count >= LIMIT:
            words = self.tr("The newest {count}; type a word to find others").format(count=count)
        elif count:
            words = self.tr("{count} found").format(count=count)
        elif found.query.strip():
            words = self.tr("No message holds these words")
        else:
            words = self.tr("Nothing was published yet")
        self.count.setText(words)
        self.count.setAccessibleName(words)
        rows = (row for row in range(count) if found.messages[row].message.id == current)
        row = next(rows, 0)
        if count:
            self.table.selectRow(row)
        self._show_message(row if count else None)

    def _show_message(self, row: int | None) -> None:
        found = None if row is None else self._model.message(row)
        self._shown = found
        for widget in (self.badge, self.start, self.copy, self.postmortem):
            widget.setVisible(found is not None)
        if found is None:
            self.title.setText(self.tr("Choose a message to read it here."))
            self.subject.hide()
            self.meta.setText("")
            self.text.setPlainText("")
            return
        message = found.message
        self.badge.set_badge(
            message.severity, lambda _: theme.severity_colour(self._model.rank(message.severity))
        )
        self.title.setText(found.title)
        self.subject.setText(message.subject or "")
        self.subject.setVisible(bool(message.subject))
        shown = readable(message.text)
        self.text.setPlainText(shown)
        mark_words(self.text, shown, self._model.words)
        name = self._model.template_title(message.template)
        self.meta.setText(
            self.tr("Published {when} UTC to {where}, from the template “{name}”").format(
                when=f"{message.at:%Y-%m-%d %H:%M:%S}",
                where=self._model.channel_name(message.channel),
                name=name,
            )
        )

    def _current_id(self) -> str | None:
        return None if self._shown is None else self._shown.message.id

    # --- presses ----------------------------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._show_message(current.row())

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_start(self) -> None:
        if self._shown is not None:
            self._presenter.start_from(self._shown.message.incident_id)

    @Slot(str, object)
    def _on_start_wanted(self, screen: str, argument: object) -> None:
        self._host.go(screen, argument)

    @Slot()
    def _on_postmortem(self) -> None:
        if self._shown is not None:
            self._host.go("postmortem", self._shown.message.incident_id)

    @Slot()
    def _on_copy(self) -> None:
        if self._shown is None:
            return
        message = self._shown.message
        QGuiApplication.clipboard().setText(message.text)
        self.copy.setText(self.tr("Copied"))
        self._host.say(self.tr("Copied"), Tone.GOOD.value, self.tr("The whole message is in the clipboard."))
        self._flash.start()

    @Slot()
    def _show_copy(self) -> None:
        self.copy.setText(self.tr("&Copy"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move through the finds, Enter reads one, while the search keeps the words."""
        if watched is self.table and event.type() == QEvent.Type.Resize:
            self._fit()
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = self.table.currentIndex().row()
            last = self._model.rowCount() - 1
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and last >= 0:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.table.selectRow(min(max(row + step, 0), last))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and last >= 0:
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)
