"""The widgets of the plan's screen: cards, tables, lines, commands with a copy button."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.plan.parts import Block, Command, Facts, Lines, Table
from ui.widgets.buttons import Button
from ui.widgets.surfaces import Card, severity_badge
from ui.widgets.text import Text, Tone, section, small

COPIED_FOR_MS = 2_000


def readable(text: str, *, tone: Tone = Tone.PLAIN, bold: bool = False) -> Text:
    """Words that can be marked with the mouse, to be copied."""
    label = Text(text, tone=tone, bold=bold)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def widget_of(block: Block) -> QWidget:
    """What shows a block."""
    match block:
        case Facts():
            return FactsCard(block)
        case Table():
            return TableCard(block)
        case Lines():
            return LinesBlock(block)
        case Command():
            return CommandCard(block)


class FactsCard(Card):
    """A title with its badge, labelled facts, and a list."""

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        if facts.title:
            top = QHBoxLayout()
            top.setSpacing(theme.GAP)
            if facts.badge is not None:
                top.addWidget(severity_badge(*facts.badge), 0, Qt.AlignmentFlag.AlignTop)
            top.addWidget(Text(facts.title, bold=True, scale=1.1), 1)
            self.body.addLayout(top)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.EDGE)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (label, text) in enumerate(facts.rows):
            name = Text(label, tone=Tone.MUTED, wrap=False)
            grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(readable(text), place, 1)
        self.body.addLayout(grid)
        if facts.items:
            self.body.addSpacing(theme.UNIT)
            self.body.addWidget(small(facts.list_title))
            for item in facts.items:
                self.body.addWidget(readable(f"•  {item}"))


class TableCard(QWidget):
    """Headings, and rows between thin lines; the row that counts now stands on a tinted ground."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.UNIT)
        if table.title:
            layout.addWidget(Text(table.title, bold=True))
        card = Card(margins=12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        columns = len(table.headings)
        for column, head in enumerate(table.headings):
            cell = small(head)
            cell.setContentsMargins(8, 4, 8, 4)
            grid.addWidget(cell, 0, column)
            longest = max((len(row[column]) for row in table.rows), default=1)
            grid.setColumnStretch(column, min(max(longest, 6), 60))
        for place, row in enumerate(table.rows):
            grid.addWidget(_Line(), 2 * place + 1, 0, 1, columns)
            marked = place == table.marked
            if marked:
                grid.addWidget(_Ground(), 2 * place + 2, 0, 1, columns)
            for column, text in enumerate(row):
                cell = readable(text, bold=marked or (column == 0 and columns > 1))
                cell.setContentsMargins(8, 7, 8, 7)
                cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(cell, 2 * place + 2, column)
        card.body.addLayout(grid)
        layout.addWidget(card)


class LinesBlock(QWidget):
    """Sentences one below the other."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.UNIT)
        if lines.title:
            layout.addWidget(Text(lines.title, bold=True))
        many = len(lines.lines) > 1 or bool(lines.title)
        for number, line in enumerate(lines.lines, 1):
            mark = (
                f"{number}."
                if lines.numbered
                else "✕"
                if lines.wrong
                else "•"
                if many and lines.title
                else ""
            )
            row = QHBoxLayout()
            row.setSpacing(theme.GAP)
            if mark:
                sign = Text(mark, tone=Tone.DANGER if lines.wrong else Tone.MUTED, wrap=False)
                if lines.numbered:
                    sign.setMinimumWidth(sign.fontMetrics().horizontalAdvance("00."))
                row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(readable(line, tone=Tone.DANGER if lines.wrong else Tone.PLAIN), 1)
            layout.addLayout(row)


class CommandCard(QWidget):
    """A command as it is typed, and a button that copies it. Nothing here runs it."""

    def __init__(self, command: Command) -> None:
        super().__init__()
        self._command = command.command
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.UNIT)
        layout.addWidget(Text(command.purpose, bold=True))
        card = Card(margins=12, ground=lambda of: of.rail)
        row = QHBoxLayout()
        row.setSpacing(theme.EDGE)
        text = Text(breakable(command.command))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(text.font().pointSizeF())
        text.setFont(font)
        row.addWidget(text, 1)
        self.copy = Button(self.tr("Copy"))
        self.copy.setObjectName("copyCommandButton")
        self.copy.setAccessibleName(self.tr("Copy: {purpose}").format(purpose=command.purpose))
        self.copy.clicked.connect(self._on_copy)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        layout.addWidget(card)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(COPIED_FOR_MS)
        self._flash.timeout.connect(self._show_copy)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._command)
        self.copy.setMinimumWidth(self.copy.width())  # nothing moves while the word changes
        self.copy.setText(self.tr("Copied"))
        self._flash.start()

    @Slot()
    def _show_copy(self) -> None:
        self.copy.setText(self.tr("Copy"))


def breakable(text: str) -> str:
    """The text with places where a long word may go on in the next line; for the eye alone, what is copied has none of them."""
    return re.sub(r"(?<=[/?=&{}._-])(?=[^\s/])", "\u200b", text)


def group_title(text: str) -> QWidget:
    """The heading over some commands."""
    return section(text)


class _Line(QWidget):
    """A thin line between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).fillRect(self.rect(), QColor(theme.colours().border))


class _Ground(QWidget):
    """The ground under the row that counts now."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).fillRect(self.rect(), QColor(theme.colours().accent_ground))
