"""What one's own copy of a template says otherwise than the shipped one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QLabel, QMessageBox, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.long_text import readable
from ui.widgets.sheet import Sheet
from ui.widgets.text import small


def bold_label(words: str) -> QLabel:
    """The name of a part, which is its text's buddy."""
    label = QLabel(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


class Changes(QWidget):
    """The lines that differ: `+` stands only in one's own, `-` only in the shipped one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.UNIT, 0, 0)
        layout.setSpacing(theme.UNIT)
        label = bold_label(self.tr("Changes to the shipped &one"))
        layout.addWidget(label)
        self.count = small("")
        self.count.setObjectName("templateChangesCount")
        layout.addWidget(self.count)
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("templateChangesEdit")
        self.edit.setAccessibleName(self.tr("Changes to the shipped one"))
        self.edit.setReadOnly(True)
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(70)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.edit.setFont(font)
        label.setBuddy(self.edit)
        layout.addWidget(Sheet(self.edit), 1)
        self.setVisible(False)

    def show_lines(self, lines: tuple[str, ...], *, own: bool) -> None:
        """Show them; a shipped template has none."""
        self.setVisible(own)
        added, removed = (sum(line.startswith(sign) for line in lines) for sign in ("+", "-"))
        words = self.tr("Lines: {added} added, {removed} taken away").format(added=added, removed=removed)
        self.count.setText(words if lines else self.tr("None: it says the same."))
        text = readable("\n".join(lines))
        if self.edit.toPlainText() == text:
            return
        self.edit.setPlainText(text)
        of = theme.colours()
        marks = []
        block = self.edit.document().begin()
        while block.isValid():
            ground = {"+": of.good_ground, "-": of.danger_ground}.get(block.text()[:1])
            if ground is not None:
                mark = QTextEdit.ExtraSelection()
                cursor = QTextCursor(block)
                mark.cursor = cursor
                mark.format.setBackground(QColor(ground))
                mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                marks.append(mark)
            block = block.next()
        self.edit.setExtraSelections(marks)


def ask_remove(parent: QWidget, name: str, *, is_changed: bool) -> bool:
    """Whether one's own copy may go; to keep it is the default."""
    words = QCoreApplication.translate(
        "",
        "Remove your own copy of “{name}”? The shipped template counts again. What is in your copy is kept in a file beside it.",
    ).format(name=name)
    if is_changed:
        words = QCoreApplication.translate("", "{words} What you typed and did not save is lost.").format(
            words=words
        )
    box = QMessageBox(
        QMessageBox.Icon.Question, QCoreApplication.translate("", "Remove my copy"), words, parent=parent
    )
    remove = box.addButton(QCoreApplication.translate("", "&Remove"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(QCoreApplication.translate("", "&Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.exec()
    return box.clickedButton() is remove
