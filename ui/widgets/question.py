"""A small dialog that asks one thing: a heading, what is to be known, *Back* and the one act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.text import heading


class QuestionDialog(QDialog):
    """A question. Whoever makes one sets its title, fills `column`, and closes with `ask_for`."""

    def __init__(self, name: str, parent: QWidget | None = None, *, width: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(theme.GAP)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No taller than the words are in this width, also once there are more or fewer of them: by itself Qt leaves room for narrower lines, which spreads them."""
        if watched is self and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._hug()  # its layout has been told already
        return False

    def _hug(self) -> None:
        layout, least = self.layout(), self.minimumHeight()
        own = layout is None or layout.sizeConstraint() is QLayout.SizeConstraint.SetNoConstraint
        if layout is None or own or not layout.hasHeightForWidth():
            return  # it has a size of its own, or its words keep theirs
        needed = layout.totalHeightForWidth(self.width())
        if needed != least:
            is_snug = self.height() <= max(least, layout.totalMinimumSize().height())
            self.setMinimumHeight(needed)
            if is_snug or self.height() < needed:
                self.resize(self.width(), needed)

    def set_title(self, title: str) -> None:
        """What is asked: the window's title, its heading, and what a screen reader says first."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.column.insertWidget(0, heading(title))

    def ask_for(self, go: Button, *, back: str, note: QWidget | None = None, is_safe: bool = False) -> None:
        """The last line: *Back* of that object name, and what does it. Enter goes back, and does it only where that `is_safe`."""
        leave = Button(self.tr("&Back"))
        leave.setObjectName(back)
        leave.clicked.connect(self.reject)
        go.clicked.connect(self.accept)
        default = go if is_safe else leave
        default.setDefault(True)
        go.setAutoDefault(is_safe)
        foot = QHBoxLayout()
        foot.setSpacing(theme.EDGE)
        if note is None:
            foot.addStretch(1)
        else:
            foot.addWidget(note, 1)
        foot.addWidget(leave)
        foot.addWidget(go)
        self.column.addLayout(foot)
        default.setFocus()

    def is_wanted(self) -> bool:
        """Ask; whether the person wants it. The dialog is gone afterwards, and its answers can be read until the event loop goes on."""
        layout = self.layout()
        if (
            layout is not None
        ):  # as tall as the words are in this width; Qt would leave room for narrower lines
            width = max(self.minimumWidth(), self.sizeHint().width())
            self.resize(width, layout.totalHeightForWidth(width))
        try:
            return self.exec() == QDialog.DialogCode.Accepted
        finally:
            self.deleteLater()
