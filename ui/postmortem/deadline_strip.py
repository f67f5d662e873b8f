"""The strip of what is due after the end."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from composer.domain.deadlines import Milestone
from ui import theme
from ui.language import day_and_time
from ui.shell.rail_cards import long
from ui.widgets.flow import FlowLayout
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, small

WATCH = "watch"
"""The milestone that ends by itself."""
GAP, MOST = theme.UNIT + 2, 190


class DeadlineStrip(QWidget):
    """One card a deadline: done time has passed, or so much is left. It wraps where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deadlineStrip")
        self._layout = FlowLayout(self, gap=GAP)

    def show_milestones(
        self, milestones: tuple[Milestone, ...], now: datetime, resolved_at: datetime | None = None
    ) -> None:
        """Show these, in their order. What was due at the end itself is done: the document is on the screen."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        coming = [one for one in milestones if one.due_at > now]
        for one in milestones:
            done = (resolved_at is not None and one.due_at <= resolved_at) or (
                one.key == WATCH and one.due_at <= now
            )
            card = self._card(one, now, is_next=bool(coming) and one is coming[0], done=done)
            self._layout.addWidget(card)
        self.setVisible(bool(milestones))
        self._share()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """All are equally wide where they fit in one line so."""
        cards = [item.widget() for item in map(self._layout.itemAt, range(self._layout.count())) if item]
        layouts = [card.layout() for card in cards if card is not None]
        wanted = max((layout.sizeHint().width() for layout in layouts if layout is not None), default=0)
        each = (self.width() + GAP) // len(cards) - GAP if cards else 0
        for card in cards:
            if card is not None:
                card.setMinimumWidth(min(each, MOST) if each >= wanted else 0)

    def _card(self, one: Milestone, now: datetime, *, is_next: bool, done: bool) -> Card:
        passed = one.due_at <= now
        tone = Tone.GOOD if done else Tone.WARNING if is_next else Tone.PLAIN
        card = Card(
            self,
            border=lambda of: of.good_text if done else of.warning_border if is_next else of.border,
            width=2.0 if is_next else 1.0,
            margins=10,
        )
        card.body.setSpacing(2)
        card.body.addWidget(Text(f"✓ {one.name}" if done else one.name, bold=True, tone=tone, wrap=False))
        if done:
            words = self.tr("ended") if one.key == WATCH else self.tr("at once")
        elif passed:
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
