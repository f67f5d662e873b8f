"""The one question before something leaves for the public: who is reached, and what they will read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, heading, section, small


@dataclass(frozen=True, slots=True)
class ConfirmRow:
    """One way out: what it is ("Status page"), where it goes ("status.skillancer.com"), who is reached, and what else happens there."""

    what: str
    where: str
    reached: str
    detail: str = ""


class ConfirmDialog(QDialog):
    """Asks once, and names who is reached. The default is to go back."""

    def __init__(
        self,
        rows: Sequence[ConfirmRow],
        text: str,
        button: str,
        parent: QWidget | None = None,
        *,
        title: str = "",
        said: str = "",
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("confirmDialog")
        title = title or self.tr("First public message of this incident")
        self.setWindowTitle(title)
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(heading(title))
        column.addWidget(Text(self.tr("You are about to reach:"), tone=Tone.MUTED))
        column.addWidget(_Line())
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.WIDE)
        grid.setVerticalSpacing(theme.GAP)
        for place, row in enumerate(rows):
            name = QHBoxLayout()
            name.setSpacing(6)
            name.addWidget(Text(row.what, bold=True, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            name.addWidget(Text(row.where), 1, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(name, place, 0, Qt.AlignmentFlag.AlignTop)
            reached = QVBoxLayout()
            reached.setSpacing(2)
            reached.addWidget(Text(row.reached))
            if row.detail:
                reached.addWidget(small(row.detail))
            grid.addLayout(reached, place, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        column.addLayout(grid)
        column.addWidget(_Line())
        if text:
            column.addWidget(section(said or self.tr("The page will say")))
            column.addWidget(self._quote(text))
        column.addStretch(1)
        self.back = Button(self.tr("&Back"))
        self.back.setObjectName("backButton")
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.go = Button(button, kind=Kind.DANGER)
        self.go.setObjectName("confirmButton")
        self.go.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(theme.EDGE)
        foot.addWidget(
            small(note or self.tr("Held for a moment first: nothing leaves before, and Esc takes it back.")),
            1,
        )
        foot.addWidget(self.back)
        foot.addWidget(self.go)
        column.addLayout(foot)
        names = "; ".join(f"{row.what} {row.where}: {row.reached}" for row in rows)
        self.setAccessibleName(title)
        self.setAccessibleDescription(names)
        self.setMinimumWidth(min(640, parent.window().width() - 80) if parent is not None else 640)
        self.back.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        rows: Sequence[ConfirmRow],
        text: str,
        button: str,
        *,
        title: str = "",
        said: str = "",
        note: str = "",
    ) -> bool:
        """Whether the person wants it. `text` is what the public will read; `said` its heading, `note` what stands beside the buttons."""
        dialog = cls(rows, text, button, parent, title=title, said=said, note=note)
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            dialog.deleteLater()

    def _quote(self, text: str) -> QWidget:
        card = Card()
        words = Text(text)
        card.body.addWidget(words)
        card.body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(card)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setFixedHeight(max(64, min(words.heightForWidth(520) + 40, 280)))
        return scroll


class _Line(QWidget):
    """A line between parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).fillRect(self.rect(), QColor(theme.colours().border))
