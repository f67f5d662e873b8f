"""The one place where texts are shown as documents: previews, the post-mortem. It loads nothing."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QTimer, QUrl, Slot
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.widgets.long_text import portions, readable
from ui.widgets.ring import Ring
from ui.widgets.viewport import show_through

FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class QuietBrowser(QTextBrowser):
    """Shows text and loads nothing: no picture, no style, no address, whatever stands in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: str | None = None
        self._left: list[str] = []
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._add)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        show_through(self)
        Ring(self)

    def loadResource(self, _kind: int, _name: QUrl | str) -> QByteArray:
        """Nothing is ever loaded. An answer of nothing at all would let QTextDocument read a local file by itself."""
        return QByteArray(b" ")

    def show_page(self, page: str) -> None:
        """Show a page of HTML; what was scrolled to stays in sight, and the same page again costs nothing."""
        if page == self._page:
            return
        self._page = page
        self._left.clear()
        self._more.stop()
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(page)
        bar.setValue(min(place, bar.maximum()))

    def show_markdown(self, text: str) -> None:
        """Show a document of Markdown from its beginning; what stands in it is never HTML. A long one comes in portions, so that the window never stands still."""
        self._page = None
        first, *self._left = portions(readable(text, between="\n\n"))
        self.document().setMarkdown(first, FEATURES)
        self.verticalScrollBar().setValue(0)
        if self._left:
            self._more.start()
        else:
            self._more.stop()

    def show_rest(self) -> None:
        """Show at once what is still to come: somebody asks for a place far below."""
        while self._left:
            self._add()

    @Slot()
    def _add(self) -> None:
        """The next portion, below; what is being read stays in sight."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertMarkdown(self._left.pop(0), FEATURES)
        if not self._left:
            self._more.stop()
