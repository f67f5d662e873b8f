"""Everything about one delivery: its text, when it left, what its destination said, and who was refused."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.delivery import Recipient, RecipientState
from ui import sayings, theme
from ui.language import utc_and_local
from ui.publish.deciding import Looked
from ui.widgets.buttons import Button, Kind
from ui.widgets.copy_box import CopyBox
from ui.widgets.text import Text, heading

MOST = 20


class DetailsDialog(QDialog):
    """Tells, and lets the text be copied."""

    def __init__(
        self, looked: Looked, title: str, state: str, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detailsDialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(heading(title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.EDGE)
        grid.setVerticalSpacing(theme.UNIT)
        grid.setColumnStretch(1, 1)
        for place, (name, words) in enumerate(self._facts(looked, state, now)):
            grid.addWidget(Text(name, bold=True, wrap=False), place, 0)
            grid.addWidget(Text(words), place, 1)
        column.addLayout(grid)
        column.addWidget(CopyBox(self.tr("Text"), looked.text))
        close = Button(self.tr("&Close"), kind=Kind.PRIMARY)
        close.setObjectName("detailsCloseButton")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        self.setMinimumWidth(560)
        close.setFocus()

    def _facts(self, looked: Looked, state: str, now: datetime) -> list[tuple[str, str]]:
        one = looked.delivery

        def at(moment: datetime | None) -> str:
            return "" if moment is None else utc_and_local(moment, now=now, seconds=True)

        refused = [who for who in looked.recipients if who.state is RecipientState.REFUSED]
        doubtful = [who for who in looked.recipients if who.state is RecipientState.UNKNOWN]
        facts = [
            (self.tr("State"), state),
            (self.tr("Destination"), one.destination),
            (self.tr("Made"), at(one.created_at)),
            (self.tr("Tries"), str(one.attempts) if one.attempts else ""),
            (self.tr("Finished"), at(one.finished_at)),
            (self.tr("By"), one.by or ""),
            (self.tr("Number there"), one.vendor_id or ""),
            (self.tr("Link"), one.url or ""),
            (self.tr("What it said"), sayings.of(one.error or "")),
            (self.tr("Looked up"), at(one.looked_up_at)),
            (self.tr("Recipients"), str(len(looked.recipients)) if looked.recipients else ""),
            (self.tr("Refused"), self._named(refused)),
            (self.tr("May have it"), self._named(doubtful)),
        ]
        return [(name, words) for name, words in facts if words]

    def _named(self, people: list[Recipient]) -> str:
        words = [f"{who.email}: {sayings.of(who.error)}" if who.error else who.email for who in people[:MOST]]
        if len(people) > MOST:
            words.append(self.tr("and {count} more").format(count=len(people) - MOST))
        return "\n".join(words)

    @classmethod
    def tell(cls, parent: QWidget, looked: Looked, title: str, state: str, now: datetime) -> None:
        """Show it until it is closed."""
        dialog = cls(looked, title, state, now, parent)
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()
