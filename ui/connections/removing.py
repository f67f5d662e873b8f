"""The question before a connection is removed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.connected import credential_name
from ui.connections.presenter import Row
from ui.widgets.buttons import Button, Kind
from ui.widgets.question import QuestionDialog
from ui.widgets.text import Text


class RemoveDialog(QuestionDialog):
    """Says what goes; Back is what Enter does."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__("removeConnectionDialog", parent, width=480)
        self.set_title(self.tr("Remove {name}?").format(name=row.title))
        words = self.tr("Nothing goes out through it any more: what it carried goes by hand.")
        if row.account is not None and row.account.needs_credential:
            words += " " + self.tr("Its {what} is taken out of the keyring.").format(
                what=credential_name(row.kind)
            )
        self.column.addWidget(Text(words))
        self.column.addWidget(Text(self.tr("What was published through it stays in the record.")))
        self.go = Button(self.tr("&Remove it"), kind=Kind.DANGER)
        self.go.setObjectName("removeConnectionButton")
        self.ask_for(self.go, back="removeBackButton")

    @classmethod
    def ask(cls, parent: QWidget, row: Row) -> bool:
        """Whether the person wants it."""
        return cls(row, parent).is_wanted()
