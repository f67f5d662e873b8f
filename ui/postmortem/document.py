"""The document as it is read: headings that belong to what follows them, and tables of lines instead of boxes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.quiet_browser import QuietBrowser

SCALES = {1: 1.5, 2: 1.2, 3: 1.05}
"""How large a heading of each level is, beside the text."""
ABOVE = {1: 0, 2: 20, 3: 12}
CELL = 6


class PostmortemDocument(QuietBrowser):
    """Shows the Markdown of a post-mortem, dressed portion by portion as it comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dressed = 0
        self.document().setDocumentMargin(theme.EDGE - theme.UNIT)

    def show_markdown(self, text: str) -> None:
        """Show it from the beginning."""
        self._dressed = 0
        super().show_markdown(text)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program from light to dark: lines and heads of tables have colours of their own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange and hasattr(self, "_dressed"):
            self._dressed = 0
            self._dress()

    @Slot()
    def _add(self) -> None:
        super()._add()
        self._dress()

    def _dress(self) -> None:
        """Dress what has come since the last time. All of it is one change: the document is laid out once, and not for each cell of its tables."""
        document = self.document()
        whole = QTextCursor(document)
        whole.beginEditBlock()
        block = document.findBlockByNumber(self._dressed)
        while block.isValid():
            self._dress_heading(block)
            block = block.next()
        start = document.findBlockByNumber(self._dressed).position()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable) and frame.lastPosition() >= start:
                self._dress_table(frame)
        whole.endEditBlock()
        self._dressed = max(0, document.blockCount() - 1)

    def _dress_heading(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        if level not in SCALES:
            return
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        shape.setTopMargin(ABOVE[level] if block.blockNumber() else 0)
        shape.setBottomMargin(theme.UNIT)
        cursor.setBlockFormat(shape)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        look = cursor.charFormat()
        look.clearProperty(look.Property.FontSizeAdjustment)  # it would win over a size in points
        look.setFontPointSize(self.font().pointSizeF() * SCALES[level])
        look.setFontWeight(QFont.Weight.Bold)
        cursor.setCharFormat(look)

    def _dress_table(self, table: QTextTable) -> None:
        of = theme.colours()
        shape = table.format()
        shape.setBorder(0)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        shape.setCellSpacing(0)
        shape.setCellPadding(0)
        shape.setTopMargin(theme.UNIT)
        shape.setBottomMargin(theme.GAP)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99))
        table.setFormat(shape)
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                look = cell.format().toTableCellFormat()
                look.setPadding(CELL)
                look.setLeftPadding(0 if column == 0 else CELL)
                look.setRightPadding(theme.EDGE)
                look.setBottomBorder(1)
                look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                look.setBottomBorderBrush(QBrush(QColor(of.border)))
                if row < table.format().headerRowCount() or row == 0:
                    look.setForeground(QBrush(QColor(of.muted)))
                cell.setFormat(look)
