"""The question before a connection is removed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.connections.presenter import Row
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Text, heading


class RemoveDialog(QDialog):
    """Says what goes; Back is what Enter does."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("removeConnectionDialog")
        name = self.tr("Remove {name}?").format(name=row.title)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(heading(name))
        words = self.tr("Nothing goes out through it any more: what it carried goes by hand.")
        if row.account is not None and row.account.needs_credential:
            words += " " + self.tr("Its {what} is taken out of the keyring.").format(
                what=row.account.asks_for
            )
        column.addWidget(Text(words))
        column.addWidget(Text(self.tr("What was published through it stays in the record.")))
        back = Button(self.tr("&Back"))
        back.setObjectName("removeBackButton")
        back.setDefault(True)
        back.clicked.connect(self.reject)
        self.go = Button(self.tr("&Remove it"), kind=Kind.DANGER)
        self.go.setObjectName("removeConnectionButton")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(theme.EDGE)
        foot.addStretch(1)
        foot.addWidget(back)
        foot.addWidget(self.go)
        column.addLayout(foot)
        self.setMinimumWidth(480)
        back.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, row: Row) -> bool:
        """Whether the person wants it."""
        dialog = cls(row, parent)
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            dialog.deleteLater()
