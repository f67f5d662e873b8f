"""The one question before something is put on the status page after the fact: what it says, where, and that nobody is notified."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from composer.domain.channel import LIMITS, Channel
from ui import theme
from ui.postmortem.presenter import PageAct
from ui.widgets.buttons import Button, Kind
from ui.widgets.form import FindingLine
from ui.widgets.framed import Frame
from ui.widgets.question import QuestionDialog
from ui.widgets.text import Text, Tone, small
from ui.widgets.text_editors import GrowingEdit


class OnPageDialog(QuestionDialog):
    """The text for customers, and the act. What was refused comes back with what was typed."""

    def __init__(
        self,
        act: PageAct,
        where: tuple[str, ...],
        text: str,
        finding: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("onPageDialog", parent, width=620)
        is_postmortem = act is PageAct.POSTMORTEM
        self.set_title(
            self.tr("Publish the post-mortem on the status page")
            if is_postmortem
            else self.tr("Put it on the status page as a past incident")
        )
        column = self.column
        column.addWidget(Text(self.tr("Goes to {places}.").format(places=", ".join(where))))
        nobody = self.tr("Nobody is notified: no subscriber is told. Whoever opens the page can read it.")
        column.addWidget(Text(nobody, bold=True))
        label = Text(self.tr("What &customers read"), bold=True)
        self.edit = GrowingEdit(LIMITS[Channel.STATUS_PAGE].body + 400, rows=(8, 14))
        self.edit.setObjectName("onPageEdit")
        self.edit.setAccessibleName(self.tr("What customers read"))
        self.edit.setPlainText(text)
        label.setBuddy(self.edit)
        frame = Frame(margins=(4, 2, 2, 2))
        frame.add(self.edit)
        column.addSpacing(theme.UNIT)
        column.addWidget(label)
        column.addWidget(frame)
        column.addWidget(
            small(
                self.tr("Markdown. Not your team's document: nothing internal belongs here.")
                if is_postmortem
                else self.tr("It stands there as resolved, with the beginning and the end of its impact.")
            )
        )
        self.finding = FindingLine()
        column.addWidget(self.finding)
        self.finding.show_finding(finding or None, blocking=True)
        self.go = Button(
            self.tr("&Publish, notify nobody") if is_postmortem else self.tr("&Put it there, notify nobody"),
            kind=Kind.DANGER,
        )
        self.go.setObjectName("onPageButton")
        self.ask_for(self.go, back="onPageBackButton", note=small("", tone=Tone.MUTED))
        self.edit.textChanged.connect(self._check)
        self._check()
        self.edit.setFocus()

    @Slot()
    def _check(self) -> None:
        self.go.setEnabled(bool(self.edit.toPlainText().strip()))

    @classmethod
    def ask(
        cls, parent: QWidget, act: PageAct, where: tuple[str, ...], text: str, finding: str = ""
    ) -> str | None:
        """The text to put there; None where the person went back."""
        dialog = cls(act, where, text, finding, parent)
        return dialog.edit.toPlainText() if dialog.is_wanted() else None
