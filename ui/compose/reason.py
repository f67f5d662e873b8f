"""A small question for a reason: a change of severity, or a phase that goes back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.framed import Frame
from ui.widgets.text import Text, heading


class ReasonDialog(QDialog):
    """Asks why; the reason stands in the record."""

    def __init__(self, title: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reasonDialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(heading(title))
        label = Text(self.tr("&Reason"), bold=True)
        column.addWidget(label)
        self.edit = QLineEdit()
        self.edit.setFrame(False)
        self.edit.setObjectName("reasonEdit")
        self.edit.setAccessibleName(self.tr("Reason"))
        self.edit.setMaxLength(1_000)
        self.edit.setPlaceholderText(self.tr("for example payments failing on Stripe and PayPal"))
        label.setBuddy(self.edit)
        frame = Frame()
        frame.add(self.edit)
        column.addWidget(frame)
        self.go = Button(button, kind=Kind.PRIMARY)
        self.go.setObjectName("reasonButton")
        self.go.setDefault(True)
        self.go.setEnabled(False)
        self.go.clicked.connect(self.accept)
        back = Button(self.tr("&Back"))
        back.setObjectName("reasonBackButton")
        back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(theme.EDGE)
        foot.addStretch(1)
        foot.addWidget(back)
        foot.addWidget(self.go)
        column.addLayout(foot)
        self.edit.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.setMinimumWidth(460)
        self.edit.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, title: str, button: str) -> str | None:
        """The reason, or None where the person went back."""
        dialog = cls(title, button, parent)
        try:
            return dialog.edit.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()
