"""Paging the lead of the domain: done by hand, with the text at hand, and noted."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.declare.standing import PAGED, Standing
from ui.widgets.buttons import Button, Kind
from ui.widgets.checks import Check
from ui.widgets.text import small

COPIED_FOR_MS = 2_000


class PageRow(QWidget):
    """Whom to page. A tick says that it was done; nothing is paged by the program.

    Signals:
        paged(bool): the person did it, or takes that back.
    """

    paged = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.UNIT, 0, theme.UNIT + 2)
        column.setSpacing(2)
        self.box = Check("", self)
        self.box.setObjectName("pageCheckBox")
        font = self.box.font()
        font.setBold(True)
        self.box.setFont(font)
        self.box.clicked.connect(self.paged)
        column.addWidget(self.box)
        below = QVBoxLayout()
        below.setContentsMargins(24, 0, 0, 0)
        below.setSpacing(0)
        self.words = small("", self)
        below.addWidget(self.words)
        self.copy = Button(self.tr("Copy page text"), self, kind=Kind.LINK)
        self.copy.setObjectName("copyPageButton")
        self.copy.clicked.connect(self._on_copy)
        below.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(COPIED_FOR_MS)
        self._flash.timeout.connect(lambda: self.copy.setText(self.tr("Copy page text")))
        self.setVisible(False)

    def show_standing(self, shown: Standing, text: str) -> None:
        """Name the lead; without a domain, or where nothing is declared, there is nobody to name."""
        self._text = text
        domain = shown.domain
        self.setVisible(domain is not None and bool(shown.rows))
        if domain is None:
            return
        done = PAGED in shown.draft.facts
        self.box.setText(self.tr("Page {who}").format(who=domain.primary).replace("&", "&&"))
        self.box.setChecked(done)
        words = self.tr("{domain}. By hand, in PagerDuty; tick it when done, for the timeline.")
        if done:
            words = self.tr("{domain}. Done, it stands in the timeline on declaring.")
        self.words.setText(words.format(domain=domain.label))
        self.box.setAccessibleDescription(self.words.text())

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy.setText(self.tr("Copied"))
        self._flash.start()
