"""The one place where texts are shown as documents: previews, the post-mortem. It loads nothing."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.widgets.long_text import readable


class QuietBrowser(QTextBrowser):
    """Shows text and loads nothing: no picture, no style, no address, whatever stands in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: str | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)

    def loadResource(self, _kind: int, _name: QUrl | str) -> QByteArray:
        """Nothing is ever loaded. An answer of nothing at all would let QTextDocument read a local file by itself."""
        return QByteArray(b" ")

    def show_page(self, page: str) -> None:
        """Show a page of HTML; what was scrolled to stays in sight, and the same page again costs nothing."""
        if page == self._page:
            return
        self._page = page
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(page)
        bar.setValue(min(place, bar.maximum()))

    def show_markdown(self, text: str) -> None:
        """Show a document of Markdown from its beginning; what stands in it is never HTML."""
        self._page = None
        features = (
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self.document().setMarkdown(readable(text, between="\n\n"), features)
        self.verticalScrollBar().setValue(0)
