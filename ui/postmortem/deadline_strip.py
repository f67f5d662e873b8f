"""The strip of what is due after the end."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from composer.domain.deadlines import Milestone
from ui.language import day_and_time
from ui.shell.rail import long
from ui.widgets.flow import FlowLayout
from ui.widgets.scrolling import NARROW
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, small


class DeadlineStrip(QWidget):
    """One card a deadline: done time has passed, or so much is left. It wraps where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deadlineStrip")
        self._layout = FlowLayout(self)

    def show_milestones(self, milestones: tuple[Milestone, ...], now: datetime) -> None:
        """Show these, in their order."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        coming = [one for one in milestones if one.due_at > now]
        for one in milestones:
            self._layout.addWidget(self._card(one, now, is_next=bool(coming) and one is coming[0]))
        self.setVisible(bool(milestones))
        self.updateGeometry()

    def _card(self, one: Milestone, now: datetime, *, is_next: bool) -> Card:
        passed = one.due_at <= now
        card = Card(
            self,
            border=(lambda of: of.warning_border) if is_next else (lambda of: of.border),
            width=2.0 if is_next else 1.0,
            margins=10,
        )
        card.body.setSpacing(2)
        narrow = self.width() < NARROW * self.fontMetrics().lineSpacing()
        name = one.key.replace("_", " ").capitalize() if narrow else one.text
        card.body.addWidget(Text(name, bold=True, scale=0.95, tone=Tone.WARNING if is_next else Tone.PLAIN))
        if passed:
            words = self.tr("was due {when}").format(when=day_and_time(one.due_at))
        else:
            words = self.tr("due in {left}").format(left=long(one.due_at - now))
        rest = small(words, tone=Tone.WARNING if is_next else Tone.MUTED)
        rest.setWordWrap(False)
        card.body.addWidget(rest)
        local = one.due_at.astimezone()
        when = self.tr("{text}: {due} UTC, {local} local time").format(
            text=one.text, due=f"{one.due_at:%Y-%m-%d %H:%M}", local=f"{local:%Y-%m-%d %H:%M}"
        )
        card.setToolTip(f"{when}. {one.who}" if one.who else when)
        card.setAccessibleName(f"{when}, {words}")
        return card
