"""A text that a person sends themselves: to copy, and to mark as sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui import theme
from ui.publish.presenter import noted
from ui.widgets.buttons import Button, Kind
from ui.widgets.copy_box import CopyBox
from ui.widgets.form import FindingLine
from ui.widgets.framed import Frame
from ui.widgets.question import QuestionDialog
from ui.widgets.text import Text, small
from ui.widgets.typed import Line


@dataclass(frozen=True, slots=True)
class SentByHand:
    """What a person says about a text that they sent: when (UTC), who, and where it can be seen (empty: nowhere)."""

    at: datetime
    by: str
    url: str


class ByHandDialog(QuestionDialog):
    """The text with *Copy*, and what is asked when it was sent."""

    def __init__(self, title: str, text: str, who: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__("byHandDialog", parent, width=560)
        self.set_title(title)
        self._now, column = now, self.column
        self.box = CopyBox(self.tr("Text to paste"), text)
        column.addWidget(self.box)
        column.addWidget(
            small(self.tr("Paste it there, then say when it was sent. Until then it does not count as said."))
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        self.time = self._line(
            grid, 0, self.tr("Sent at (&UTC)"), "sentAtEdit", f"{now.astimezone(UTC):%H:%M}"
        )
        self.by = self._line(grid, 1, self.tr("By &whom"), "sentByEdit", who)
        self.url = self._line(grid, 2, self.tr("&Link, where there is one"), "sentLinkEdit", "")
        self.url.setPlaceholderText(self.tr("for example https://status.example.com/incidents/1"))
        grid.setColumnStretch(2, 2)
        column.addLayout(grid)
        self.finding = FindingLine()
        column.addWidget(self.finding)
        self.go = Button(self.tr("&Mark as sent by hand"), kind=Kind.PRIMARY)
        self.go.setObjectName("markByHandButton")
        self.ask_for(self.go, back="byHandBackButton", is_safe=True)
        self.box.copy.setFocus()

    @property
    def answer(self) -> SentByHand | None:
        """What is said; None where the time or the link is none."""
        at, rest = noted(f"{self.time.text().strip()} x", self._now)
        if at is None or rest != "x" or self._wrong_link():
            return None
        return SentByHand(at, self.by.text().strip(), self.url.text().strip())

    def _wrong_link(self) -> bool:
        url = self.url.text().strip()
        return bool(url) and not url.startswith(("https://", "http://"))

    def _line(self, grid: QGridLayout, column: int, label: str, name: str, text: str) -> QLineEdit:
        words = Text(label, bold=True)
        edit = Line(text)
        edit.setFrame(False)
        edit.setObjectName(name)
        edit.setAccessibleName(label.replace("&", ""))
        edit.setMaxLength(2_000)
        edit.textChanged.connect(self._check)
        words.setBuddy(edit)
        frame = Frame()
        frame.add(edit)
        grid.addWidget(words, 0, column)
        grid.addWidget(frame, 1, column)
        return edit

    @Slot()
    def _check(self) -> None:
        said = self.answer
        words = None
        if said is None:
            words = (
                self.tr("A link begins with https://.")
                if self._wrong_link()
                else self.tr("Say the time as hours and minutes, for example 14:36.")
            )
        self.finding.show_finding(words, blocking=True)
        self.go.setEnabled(said is not None)

    @classmethod
    def ask(cls, parent: QWidget, title: str, text: str, who: str, now: datetime) -> SentByHand | None:
        """What the person says, or None where they went back."""
        dialog = cls(title, text, who, now, parent)
        return dialog.answer if dialog.is_wanted() else None
