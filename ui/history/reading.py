"""The message that was found: its text, where it came from, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from composer.domain.incident import Incident
from composer.domain.record import FoundMessage
from ui import theme
from ui.history.model import FoundModel
from ui.history.painting import mark_words
from ui.language import utc_and_local
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import FlowLayout
from ui.widgets.long_text import readable
from ui.widgets.menu import Menu
from ui.widgets.sheet import Sheet
from ui.widgets.surfaces import severity_badge
from ui.widgets.text import Text, small

COPIED_FOR_MS = 2_000


class MessagePane(QWidget):
    """Shows one message.

    Signals:
        start_wanted(): start a message from this one.
        incident_chosen(object): in the open incident of this id; None: in a new one.
        only_wanted(str): look at the messages of the incident of this id alone.
        postmortem_wanted(str): of the incident of this id.
        correct_wanted(object): the ids of the incident, the publish and the message that is to be put right.
        copied(): the whole text lies on the clipboard.
    """

    start_wanted = Signal()
    incident_chosen = Signal(object)
    only_wanted = Signal(str)
    postmortem_wanted = Signal(str)
    correct_wanted = Signal(object)
    copied = Signal()

    def __init__(self, model: FoundModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.shown: FoundMessage | None = None
        self.setMinimumWidth(280)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 18, 14)
        layout.setSpacing(theme.GAP)
        top = QHBoxLayout()
        self.badge = severity_badge("", 0)
        top.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self.title = Text("", bold=True)
        self.title.setObjectName("foundTitle")
        top.addWidget(self.title, 1)
        layout.addLayout(top)
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
        layout.addWidget(Sheet(self.text), 1)
        self.meta = small("")
        self.meta.setObjectName("foundMeta")
        layout.addWidget(self.meta)
        layout.addLayout(self._buttons())
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(COPIED_FOR_MS)
        self._flash.timeout.connect(self._show_copy)
        self.show_message(None)

    def _buttons(self) -> FlowLayout:
        buttons = FlowLayout(gap=theme.GAP)
        self.start = Button(self.tr("&Start a message from this"), kind=Kind.PRIMARY)
        self.start.setObjectName("startFromThisButton")
        self.start.clicked.connect(self.start_wanted)
        self.copy = Button(self.tr("&Copy message"))
        self.copy.setObjectName("copyMessageButton")
        self.copy.clicked.connect(self.copy_text)
        self.only = Button(self.tr("&Only this incident"))
        self.only.setObjectName("onlyThisIncidentButton")
        self.only.clicked.connect(self._on_only)
        self.postmortem = Button(self.tr("Open &post-mortem"))
        self.postmortem.setObjectName("foundPostmortemButton")
        self.postmortem.clicked.connect(self._on_postmortem)
        self.correct = Button(self.tr("Co&rrect this message…"))
        self.correct.setObjectName("correctMessageButton")
        self.correct.clicked.connect(self._on_correct)
        for button in (self.start, self.copy, self.correct, self.only, self.postmortem):
            buttons.addWidget(button)
        return buttons

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A page of its own beside the list, with a line where the two meet."""
        of, painter = theme.colours(), QPainter(self)
        painter.fillRect(self.rect(), QColor(of.card))
        painter.fillRect(0, 0, 1, self.height(), QColor(of.border))

    def show_message(self, found: FoundMessage | None) -> None:
        """Show it; None where nothing was found."""
        self.shown = found
        for widget in (self.badge, self.start, self.copy, self.correct, self.only, self.postmortem):
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
        self.title.setText(self._model.title(found))
        self.subject.setText(message.subject or "")
        self.subject.setVisible(bool(message.subject))
        shown = readable(message.text)
        self.text.setPlainText(shown)
        mark_words(self.text, shown, self._model.words)
        self.meta.setText(
            self.tr("Published {when} UTC to {where}, from the template “{name}”").format(
                when=f"{message.at:%Y-%m-%d %H:%M:%S}",
                where=self._model.channel_name(message.channel),
                name=self._model.template_title(message.template),
            )
        )
        self.meta.setToolTip(utc_and_local(message.at, seconds=True))

    def ask_which(self, incidents: tuple[Incident, ...]) -> None:
        """Several incidents are open: a menu at the button asks for one."""
        menu = Menu(self)
        menu.setObjectName("whichIncidentMenu")
        menu.setAccessibleName(self.tr("In which incident?"))
        for one in incidents:
            self._choice(menu, f"{one.severity} {one.title}", one.id)
        menu.addSeparator()
        self._choice(menu, self.tr("A new incident"), None)
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.start.mapToGlobal(QPoint(0, self.start.height())))

    def _choice(self, menu: QMenu, words: str, incident_id: str | None) -> None:
        action = QAction(words.replace("&", "&&"), menu)
        action.triggered.connect(lambda: self.incident_chosen.emit(incident_id))
        menu.addAction(action)

    @Slot()
    def copy_text(self) -> None:
        """Copy the whole text, also what is not shown of it."""
        if self.shown is not None:
            QGuiApplication.clipboard().setText(self.shown.message.text)
            self.copy.setText(self.tr("Copied"))
            self._flash.start()
            self.copied.emit()

    @Slot()
    def _show_copy(self) -> None:
        self.copy.setText(self.tr("&Copy message"))

    @Slot()
    def _on_only(self) -> None:
        if self.shown is not None:
            self.only_wanted.emit(self.shown.message.incident_id)

    @Slot()
    def _on_postmortem(self) -> None:
        if self.shown is not None:
            self.postmortem_wanted.emit(self.shown.message.incident_id)

    @Slot()
    def _on_correct(self) -> None:
        if self.shown is not None:
            message = self.shown.message
            self.correct_wanted.emit((message.incident_id, message.publish_id, message.id))
