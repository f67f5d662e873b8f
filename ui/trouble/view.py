"""The record or the home can't be used: one sentence, the next step, and the ways on. Nothing was changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from composer.paths import Mode
from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import FlowLayout
from ui.widgets.scrolling import Page, dress
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, heading

COLUMN = 640


class TroubleView(QScrollArea):
    """Stands in the window in place of every other screen. `again` opens the core once more, `other` the other mode, `folder` shows the home."""

    def __init__(
        self,
        mode: Mode,
        *,
        again: Callable[[], object],
        other: Callable[[], object],
        folder: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("troubleScreen")
        self.footer_buttons: QWidget | None = None
        live = mode is Mode.LIVE
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        whole = QVBoxLayout(column)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        title = self.tr("The live record can't be opened") if live else self.tr("Practice can't be opened")
        whole.addWidget(Text(title, scale=1.6, bold=True))
        card = Card(border=lambda of: of.danger_text)
        self.text = Text("", bold=True, tone=Tone.DANGER)
        self.text.setObjectName("troubleText")
        self.step = Text("")
        self.step.setObjectName("troubleStep")
        card.body.addWidget(self.text)
        card.body.addWidget(self.step)
        whole.addWidget(card)
        whole.addWidget(Text(self.tr("No file was changed. Drafts and messages are as they were.")))
        whole.addSpacing(theme.GAP)
        row = FlowLayout(gap=theme.EDGE)
        self.again = Button(self.tr("&Try again"), kind=Kind.PRIMARY)
        self.again.setObjectName("tryAgainButton")
        self.again.setAutoDefault(True)
        self.again.clicked.connect(lambda: again())
        self.other = Button(
            self.tr("Go on in &practice") if live else self.tr("Open the &live record, work by hand")
        )
        self.other.setObjectName("otherModeButton")
        self.other.clicked.connect(lambda: other())
        self.folder = Button(self.tr("Show the &folder"))
        self.folder.setObjectName("showFolderButton")
        self.folder.clicked.connect(lambda: folder())
        for button in (self.again, self.other, self.folder):
            row.addWidget(button)
        whole.addLayout(row)
        whole.addStretch(1)
        inside = Page()
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(theme.WIDE, 48, theme.WIDE, theme.WIDE)
        outer.addStretch(1)
        outer.addWidget(column, 1_000)
        outer.addStretch(1)
        dress(self, inside)

    def enter(self, argument: object) -> None:
        """Come into sight; `argument` is what is wrong, and the next step."""
        if isinstance(argument, tuple):
            text, step = argument
            self.text.setText(text)
            self.step.setText(step)
            self.step.setVisible(bool(step))
            self.setAccessibleName(f"{text} {step}".strip())
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)


class StopDialog(QDialog):
    """The home can't be used at all, so there is no window: says why and what to do."""

    def __init__(self, text: str, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stopDialog")
        self.setWindowTitle(self.tr("Incident Composer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.EDGE)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("The window can't be opened")))
        self.text = Text(text, bold=True)
        self.text.setObjectName("stopText")
        layout.addWidget(self.text)
        self.step = Text(step)
        self.step.setObjectName("stopStep")
        layout.addWidget(self.step)
        row = QHBoxLayout()
        row.addStretch(1)
        self.close_button = Button(self.tr("&Close"), kind=Kind.PRIMARY)
        self.close_button.setObjectName("stopCloseButton")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.close_button)
        layout.addLayout(row)
        self.setAccessibleName(f"{text} {step}".strip())
        self.setMinimumWidth(480)
