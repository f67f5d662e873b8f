"""What is asked before a note or a call for help goes to PagerDuty: the words, and whom it wakes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from composer.services.paging import LONGEST, POLICY, Responder
from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.checks import Check
from ui.widgets.editors import camel
from ui.widgets.form import FindingLine
from ui.widgets.framed import Frame
from ui.widgets.question import QuestionDialog
from ui.widgets.scrolling import Page, scrolled
from ui.widgets.text import Text, small
from ui.widgets.viewport import show_through

LINES = 4
ROWS = 8
"""So many responders are in sight at once."""


class WordsDialog(QuestionDialog):
    """A text for PagerDuty. `button` sends it."""

    def __init__(self, name: str, title: str, about: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, width=600)
        self.set_title(title)
        self.column.addWidget(small(about))
        self.above = QVBoxLayout()
        self.above.setSpacing(theme.UNIT)
        self.column.addLayout(self.above)
        label = Text(self.tr("&Words"), bold=True)
        self.column.addWidget(label)
        self.edit = QPlainTextEdit(text)
        self.edit.setObjectName(f"{name}Edit")
        self.edit.setAccessibleName(self.tr("Words"))
        self.edit.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(LINES * self.edit.fontMetrics().lineSpacing() + 14)
        show_through(self.edit)
        self.edit.textChanged.connect(self.check)
        label.setBuddy(self.edit)
        frame = Frame(margins=(4, 2, 4, 2))
        frame.add(self.edit)
        self.column.addWidget(frame)
        self.finding = FindingLine()
        self.column.addWidget(self.finding)

    @property
    def text(self) -> str:
        """The words."""
        return self.edit.toPlainText().strip()

    def trouble(self) -> str | None:
        """Why it can't go like this; empty: it says so by itself."""
        if len(self.text) > LONGEST:
            return self.tr("The words are longer than {count} letters.").format(count=LONGEST)
        return None if self.text else ""

    @Slot()
    def check(self) -> None:
        """Show what keeps it back."""
        why = self.trouble()
        self.finding.show_finding(why, blocking=True)
        self.go.setEnabled(why is None)

    go: Button


class NoteDialog(WordsDialog):
    """A note on the incident there."""

    def __init__(self, linked: str, about: str, parent: QWidget | None = None) -> None:
        title = self.tr("A note on PagerDuty {incident}").format(incident=linked)
        super().__init__("dutyNoteDialog", title, about, "", parent)
        self.go = Button(self.tr("&Add the note"), kind=Kind.PRIMARY)
        self.go.setObjectName("dutyNoteButton")
        self.ask_for(self.go, back="dutyNoteBackButton", is_safe=True)
        self.check()
        self.edit.setFocus()


class PageDialog(WordsDialog):
    """Whom to wake, with which words. It is the one confirmation: the button names whom."""

    def __init__(
        self,
        linked: str,
        about: str,
        responders: Sequence[Responder],
        chosen: str | None,
        text: str,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Page for help on PagerDuty {incident}").format(incident=linked)
        super().__init__("dutyPageDialog", title, about, text, parent)
        page = Page()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes: dict[str, Check] = {}
        self._labels = {one.key: one.label for one in responders}
        for one in responders:
            words = one.label
            if one.kind == POLICY:
                words = self.tr("{who}, by the escalation policy").format(who=one.label)
            box = self.boxes[one.key] = Check(words, page)
            box.setObjectName(f"{camel(one.key.replace(' ', '_'))}PageCheck")
            box.setAccessibleName(words)
            box.setChecked(one.key == chosen)
            box.toggled.connect(self.check)
            column.addWidget(box)
        self.above.addWidget(Text(self.tr("Whom?"), bold=True))
        if responders:
            area = scrolled(page)
            area.setFixedHeight(min(ROWS, len(responders)) * 28 + 4)
            self.above.addWidget(area)
        else:
            nobody = self.tr(
                "The plan lets nobody be paged. Put the pagerduty_id of a domain (its escalation policy) or of a contact into the plan."
            )
            line = FindingLine()
            line.show_finding(nobody, blocking=True)
            self.above.addWidget(line)
        self.go = Button(self.tr("&Page them now"), kind=Kind.DANGER)
        self.go.setObjectName("dutyPageButton")
        self.ask_for(self.go, back="dutyPageBackButton")
        self.go.setAutoDefault(True)  # Enter on it is meant; from anywhere else Enter goes back
        self.check()
        if self.boxes:
            next(iter(self.boxes.values())).setFocus()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of whom to page."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def trouble(self) -> str | None:
        """Somebody has to be named."""
        if self.boxes and not self.chosen:
            return self.tr("Tick whom to page.")
        return super().trouble() if self.chosen else ""

    @Slot()
    def check(self) -> None:
        """The button names whom it wakes."""
        super().check()
        names = [self._labels[key].rpartition(": ")[2] for key in self.chosen]  # who, not for what
        words = self.tr("&Page them now")
        if len(names) == 1:
            words = self.tr("&Page {who} now").format(who=names[0].replace("&", "&&"))
        elif names:
            words = self.tr("&Page these {count} now").format(count=len(names))
        self.go.setText(words)
        self.go.setAccessibleDescription(", ".join(names))
