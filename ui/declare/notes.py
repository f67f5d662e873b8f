"""What stands beside the facts of a declaration: whether the Slack channel is made or exists, and the security flag."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.declare.channel import SlackChannel
from ui.widgets.buttons import Button, Kind
from ui.widgets.checks import Check
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text, small


class ChannelNote(QWidget):
    """Says whether the Slack channel is made or exists; where only the person can tell, one press says otherwise.

    Signals:
        exists_chosen(bool): the person says that the channel of that name exists, or that it is to be made.
    """

    exists_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_new = True
        flow = FlowLayout(self, gap=2, line_gap=0)
        self.words = small("", self)
        self.words.setWordWrap(False)
        self.words.setObjectName("slackChannelNote")
        self.other = Button("", self, kind=Kind.LINK)
        self.other.setObjectName("slackChannelExistsButton")
        self.other.clicked.connect(self._on_click)
        flow.addWidget(self.words)
        flow.addWidget(self.other)

    def show_channel(self, channel: SlackChannel) -> None:
        """Say how it stands with this one."""
        self._is_new = channel.is_new
        if channel.is_new:
            words = self.tr("New: it is made on declaring.")
        elif channel.belongs_to:
            short = channel.belongs_to if len(channel.belongs_to) <= 32 else f"{channel.belongs_to[:31]}…"
            words = self.tr("Exists: the channel of “{title}”.").format(title=short)
        else:
            words = self.tr("Exists: nothing is made.")
        if self.words.text() != words:
            self.words.setText(words)
        self.other.setText(self.tr("It exists already") if channel.is_new else self.tr("Make it new"))
        self.other.setVisible(channel.may_exist)

    @Slot()
    def _on_click(self) -> None:
        self.exists_chosen.emit(self._is_new)


class SecurityFlag(QWidget):
    """The flag of a security incident, and in one sentence what it changes.

    Signals:
        chosen(bool): it was set, or taken away.
    """

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self.tr("Security"), self, bold=True, wrap=False))
        self.box = Check(self.tr("This is a security incident"), self)
        self.box.setObjectName("securityCheckBox")
        self.box.clicked.connect(self.chosen)
        column.addWidget(self.box)
        self.words = small("", self)
        self.words.setObjectName("securityText")
        column.addWidget(self.words)
        column.addStretch(1)
        self.show_flag("", exists=False)

    def show_flag(self, code_name: str, *, exists: bool) -> None:
        """Say what the switch changes: with the code name that the incident gets (empty: it is off), and what is to be known of a channel that exists."""
        words = self.tr(
            "Makes a private Slack channel under a code name, tells only who needs to know, and suspends all that is public."
        )
        if code_name:
            words = self.tr(
                "Code name {name}: private Slack channel, only who needs to know is told, public messages are suspended."
            ).format(name=code_name)
        if code_name and exists:
            more = self.tr(
                "The channel has to be private in Slack already: nothing is said in one that is open to all."
            )
            words = f"{words} {more}"
        self.box.setChecked(bool(code_name))
        self.box.setAccessibleDescription(words)
        if self.words.text() != words:
            self.words.setText(words)
