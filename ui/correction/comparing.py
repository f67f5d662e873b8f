"""The old text and the new one, with the words marked that go and those that come."""

from __future__ import annotations

import html

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from composer.rendering.word_diff import Change, changes
from composer.services.what_went_out import WentOut
from ui import theme
from ui.correction.allowed import channel_words
from ui.widgets.changed_text import marked_up
from ui.widgets.flat_tabs import FlatTabs
from ui.widgets.quiet_browser import QuietBrowser
from ui.widgets.sheet import Sheet
from ui.widgets.text import section, small


class Comparing(QWidget):
    """One place at a time: what readers have, and what they will have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[tuple[str, str, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 18, 14)
        column.setSpacing(theme.GAP)
        self.tabs = FlatTabs()
        self.tabs.setObjectName("correctionTabs")
        self.tabs.setAccessibleName(self.tr("Places to compare"))
        self.tabs.currentChanged.connect(self._show)
        column.addWidget(self.tabs)
        self.none = small(self.tr("Tick where it went: the old and the new text stand here side by side."))
        column.addWidget(self.none)
        self._old_title = section(self.tr("What readers have"))
        self.old = self._browser("oldTextBrowser", self.tr("What readers have"))
        self._new_title = section(self.tr("What they will have"))
        self.new = self._browser("newTextBrowser", self.tr("What they will have"))
        self._sheets = Sheet(self.old), Sheet(self.new)
        column.addWidget(self._old_title)
        column.addWidget(self._sheets[0], 1)
        column.addWidget(self._new_title)
        column.addWidget(self._sheets[1], 1)
        self.legend = small(
            self.tr("Words that go are struck through, words that come are bold and underlined.")
        )
        column.addWidget(self.legend)
        self.show_pairs([])

    def show_pairs(self, pairs: list[tuple[WentOut, str | None, str | None]]) -> None:
        """For each place its words as they will stand there (None: as they are), and the correction that follows (None: none is said)."""
        kept = max(0, self.tabs.currentIndex())
        self._pairs = [self._pair(*each) for each in pairs]
        names = [channel_words(one.delivery.channel) for one, _, _ in pairs]
        if names != [self.tabs.tabText(at) for at in range(self.tabs.count())]:
            self.tabs.blockSignals(True)
            _fill(self.tabs, names)
            self.tabs.setCurrentIndex(min(kept, len(names) - 1))
            self.tabs.blockSignals(False)
        self.none.setVisible(not pairs)
        for widget in (self.tabs, self._old_title, self._new_title, self.legend, *self._sheets):
            widget.setVisible(bool(pairs))
        self._show()

    def _pair(self, one: WentOut, edited: str | None, said: str | None) -> tuple[str, str, str]:
        parts = changes(one.text, edited) if edited is not None else (Change("same", one.text),)
        old = marked_up([part for part in parts if part.kind != "added"])
        new = marked_up([part for part in parts if part.kind != "removed"])
        if said is not None:
            rule = f'<p style="color:{theme.colours().muted}">{html.escape(self.tr("and below it, as a correction:"))}</p>'
            new += rule + marked_up([Change("same", said)])
        return channel_words(one.delivery.channel), old, new

    def _show(self) -> None:
        at = self.tabs.currentIndex()
        if 0 <= at < len(self._pairs):
            _, old, new = self._pairs[at]
            self.old.show_page(old)
            self.new.show_page(new)

    def _browser(self, name: str, words: str) -> QuietBrowser:
        browser = QuietBrowser()
        browser.setObjectName(name)
        browser.setAccessibleName(words)
        browser.setMinimumHeight(90)
        return browser


def _fill(tabs: QTabBar, names: list[str]) -> None:
    while tabs.count():
        tabs.removeTab(0)
    for name in names:
        tabs.addTab(name)
