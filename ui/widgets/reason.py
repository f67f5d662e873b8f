"""A small question for a reason, which stands in the record."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button, Kind
from ui.widgets.framed import Frame
from ui.widgets.question import QuestionDialog
from ui.widgets.text import Text, small
from ui.widgets.typed import Line


class ReasonDialog(QuestionDialog):
    """Asks why; the reason stands in the record."""

    def __init__(
        self, title: str, button: str, parent: QWidget | None = None, *, example: str = "", detail: str = ""
    ) -> None:
        super().__init__("reasonDialog", parent, width=460)
        self.set_title(title)
        if detail:
            self.column.addWidget(small(detail))
        label = Text(self.tr("&Reason"), bold=True)
        self.column.addWidget(label)
        self.edit = Line()
        self.edit.setFrame(False)
        self.edit.setObjectName("reasonEdit")
        self.edit.setAccessibleName(self.tr("Reason"))
        self.edit.setMaxLength(1_000)
        self.edit.setPlaceholderText(example or self.tr("for example payments failing on Stripe and PayPal"))
        label.setBuddy(self.edit)
        frame = Frame()
        frame.add(self.edit)
        self.column.addWidget(frame)
        self.go = Button(button, kind=Kind.PRIMARY)
        self.go.setObjectName("reasonButton")
        self.go.setEnabled(False)
        self.ask_for(self.go, back="reasonBackButton", is_safe=True)
        self.edit.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.edit.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, title: str, button: str, *, example: str = "", detail: str = ""
    ) -> str | None:
        """The reason, or None where the person went back."""
        dialog = cls(title, button, parent, example=example, detail=detail)
        return dialog.edit.text().strip() if dialog.is_wanted() else None
