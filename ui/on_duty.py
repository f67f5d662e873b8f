"""Which of the incidents that are open at PagerDuty: asked where one is declared, and where one is linked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLayout, QWidget

from composer.services.on_duty import OnDuty
from ui.language import utc_and_local
from ui.widgets.buttons import Button, Kind
from ui.widgets.question import QuestionDialog
from ui.widgets.rows import TONE_ROLE, RowList
from ui.widgets.sheet import Sheet
from ui.widgets.text import Tone, small

SHOWN = 8
"""So many rows are in sight at once."""


class PickDutyDialog(QuestionDialog):
    """The list, newest first. One that an incident of ours is linked with already says so: `opens` is whether choosing it opens that incident, else it can't be chosen."""

    def __init__(
        self,
        found: Sequence[OnDuty],
        title: str,
        words: str,
        button: str,
        now: datetime,
        parent: QWidget | None = None,
        *,
        opens: bool = False,
    ) -> None:
        super().__init__("pickDutyDialog", parent, width=600)
        # Nothing comes or goes in it, so the height that goes with its width is right; wrapped words would ask for more.
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._found, self._button, self._opens = tuple(found), button, opens
        self.set_title(title)
        self.column.addWidget(small(words))
        self.list = RowList()
        self.list.setObjectName("dutyList")
        self.list.setAccessibleName(self.tr("Open at PagerDuty"))
        for one in self._found:
            self.list.addItem(row_words(one, now))
            if one.ours is not None:
                self.list.item(self.list.count() - 1).setData(TONE_ROLE, Tone.WARNING)
        sheet = Sheet(self.list)
        lines = 2 * self.fontMetrics().lineSpacing() + 20
        sheet.setFixedHeight(min(SHOWN, max(2, len(self._found))) * lines + 16)
        self.column.addWidget(sheet)
        self.go = Button(button, kind=Kind.PRIMARY)
        self.go.setObjectName("pickDutyButton")
        self.ask_for(self.go, back="pickDutyBackButton", is_safe=True)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemActivated.connect(lambda _: self.go.click())
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def chosen(self) -> OnDuty | None:
        """What was chosen."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    @Slot(int)
    def _on_row(self, _row: int) -> None:
        one = self.chosen
        is_ours = one is not None and one.ours is not None
        self.go.setText(self.tr("&Open it here") if is_ours and self._opens else self._button)
        self.go.setEnabled(one is not None and (self._opens or not is_ours))

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        found: Sequence[OnDuty],
        title: str,
        words: str,
        button: str,
        now: datetime,
        *,
        opens: bool = False,
    ) -> OnDuty | None:
        """The one that the person wants, or None where they went back."""
        dialog = cls(found, title, words, button, now, parent, opens=opens)
        return dialog.chosen if dialog.is_wanted() else None


def row_words(one: OnDuty, now: datetime) -> str:
    """Its title, and in a second line what tells it from the others."""
    parts = [one.duty.id, one.duty.status, one.duty.service, utc_and_local(one.duty.began_at, now=now)]
    if one.ours is not None:
        words = QCoreApplication.translate("", "open here already: {title}")
        parts.append(words.format(title=one.ours.title))
    title = one.duty.title or QCoreApplication.translate("", "without a title")
    return f"{title}\n{' · '.join(part for part in parts if part)}"
