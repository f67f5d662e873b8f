"""Who is reached with a Slack post's text while Slack does not take it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from composer.services.second_way import SecondWays
from ui import sayings
from ui.widgets.buttons import Button, Kind
from ui.widgets.checks import Check
from ui.widgets.copy_box import CopyBox
from ui.widgets.question import QuestionDialog
from ui.widgets.text import section, small


@dataclass(frozen=True, slots=True)
class Reached:
    """Whom the person wants to reach: contacts by role, and PagerDuty's responders by key."""

    mailed: tuple[str, ...]
    paged: tuple[str, ...]


class OtherWayDialog(QuestionDialog):
    """The text, and whom it may reach by mail and by PagerDuty; each is ticked by name."""

    def __init__(self, title: str, ways: SecondWays, parent: QWidget | None = None) -> None:
        super().__init__("otherWayDialog", parent, width=560)
        self.set_title(title)
        self._mailed: dict[str, Check] = {}
        self._paged: dict[str, Check] = {}
        column = self.column
        column.addWidget(CopyBox(self.tr("What they get"), ways.text))
        column.addWidget(section(self.tr("By mail")))
        for place, person in enumerate(ways.people):
            words = f"{person.name or person.role}, {person.email}"
            self._mailed[person.role] = self._check(words, f"mailCheck{place}", on=person.role in ways.named)
        if ways.no_mail:
            column.addWidget(small(sayings.of(ways.no_mail)))
        column.addWidget(section(self.tr("By PagerDuty: they are paged")))
        for place, responder in enumerate(ways.paged):
            self._paged[responder.key] = self._check(responder.label, f"pageCheck{place}", on=False)
        if ways.no_page:
            column.addWidget(small(sayings.of(ways.no_page)))
        self.go = Button(self.tr("&Reach them"), kind=Kind.PRIMARY)
        self.go.setObjectName("reachThemButton")
        self.ask_for(self.go, back="otherWayBackButton")
        self.go.setAutoDefault(True)  # Enter reaches them where the focus is on it, else it goes back
        self._on_toggled()

    @property
    def answer(self) -> Reached:
        """Who is ticked."""
        return Reached(
            tuple(key for key, check in self._mailed.items() if check.isChecked()),
            tuple(key for key, check in self._paged.items() if check.isChecked()),
        )

    def _check(self, words: str, name: str, *, on: bool) -> Check:
        check = Check(words)
        check.setObjectName(name)
        check.setAccessibleName(words)
        check.setChecked(on)
        check.toggled.connect(self._on_toggled)
        self.column.addWidget(check)
        return check

    @Slot()
    def _on_toggled(self) -> None:
        wanted = self.answer
        self.go.setEnabled(bool(wanted.mailed or wanted.paged))

    @classmethod
    def ask(cls, parent: QWidget, title: str, ways: SecondWays) -> Reached | None:
        """Whom the person wants to reach; None where they went back."""
        dialog = cls(title, ways, parent)
        return dialog.answer if dialog.is_wanted() else None
