"""The question before LIVE: it names what will be reachable, so that nobody is mailed by a slip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from composer.clock import SystemClock
from composer.services.reach import Reachable
from ui import theme
from ui.connected import reach_lines
from ui.widgets.buttons import Button, Kind
from ui.widgets.question import QuestionDialog
from ui.widgets.text import Text, small


def reach_grid(lines: Sequence[tuple[str, str]]) -> QGridLayout:
    """Names, and whom each reaches."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.EDGE)
    grid.setVerticalSpacing(theme.UNIT)
    grid.setColumnStretch(1, 1)
    for place, (name, words) in enumerate(lines):
        grid.addWidget(Text(name, bold=True, wrap=False), place, 0)
        grid.addWidget(Text(words), place, 1)
    return grid


def may_go_live(parent: QWidget, found: tuple[Reachable, ...]) -> bool:
    """Whether the person wants LIVE with these connections. Where nothing is connected nothing can leave by itself, and nothing is asked."""
    lines = reach_lines(found, SystemClock().now())
    return not lines or GoLiveDialog.ask(parent, lines)


class GoLiveDialog(QuestionDialog):
    """Says who can be reached once the mode is LIVE; Back is what Enter does."""

    def __init__(self, lines: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("goLiveDialog", parent, width=560)
        self.set_title(self.tr("Switch to LIVE?"))
        self.column.addWidget(
            Text(self.tr("From then on, what you publish reaches real people. Connected are:"))
        )
        self.column.addLayout(reach_grid(lines))
        self.column.addWidget(small(self.tr("Nothing is sent by switching. All else goes by hand.")))
        self.go = Button(self.tr("&Switch to LIVE"), kind=Kind.DANGER)
        self.go.setObjectName("goLiveButton")
        self.ask_for(self.go, back="goLiveBackButton")

    @classmethod
    def ask(cls, parent: QWidget, lines: Sequence[tuple[str, str]]) -> bool:
        """Whether the person wants it."""
        return cls(lines, parent).is_wanted()
