"""The sections of the document: what is still to be written in each, by when, and the way there."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListWidgetItem, QWidget

from composer.postmortem.sections import Section
from ui.shell.rail_cards import long
from ui.widgets.quiet_browser import QuietBrowser
from ui.widgets.rows import TONE_ROLE, RowList
from ui.widgets.text import Tone

TITLE_ROLE = Qt.ItemDataRole.UserRole
SOON = timedelta(hours=24)


class SectionList(RowList):
    """A row a section.

    Signals:
        chosen(str): its title.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sectionList")
        self.setAccessibleName(self.tr("Sections"))
        self.setMinimumWidth(150)
        self.setMinimumHeight(90)
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(self._on_current)

    def show_sections(self, sections: tuple[Section, ...], now: datetime) -> None:
        """Show these, in their order."""
        self.blockSignals(True)
        self.clear()
        for one in sections:
            item = QListWidgetItem(f"{one.title}\n{self._state(one, now)}")
            item.setData(TITLE_ROLE, one.title)
            item.setData(TONE_ROLE, self._tone(one, now))
            self.addItem(item)
        self.blockSignals(False)

    def _tone(self, one: Section, now: datetime) -> Tone:
        if not one.to_fill:
            return Tone.GOOD
        return Tone.WARNING if one.due_at is not None and one.due_at - now < SOON else Tone.MUTED

    def _state(self, one: Section, now: datetime) -> str:
        if not one.to_fill:
            return self.tr("✓ filled from the record")
        words = self.tr("{count} to fill in").format(count=one.to_fill)
        if one.due_at is None:
            return words
        if one.due_at <= now:
            return self.tr("{words} · overdue").format(words=words)
        return self.tr("{words} · due in {left}").format(words=words, left=long(one.due_at - now))

    @Slot()
    def _on_current(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.chosen.emit(str(item.data(TITLE_ROLE)))


def scroll_to(browser: QuietBrowser, title: str) -> None:
    """Bring the section of that title to the top."""
    browser.show_rest()
    block = browser.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel() == 2 and block.text().strip() == title:
            bar = browser.verticalScrollBar()
            bar.setValue(bar.value() + browser.cursorRect(QTextCursor(block)).top())
            return
        block = block.next()
