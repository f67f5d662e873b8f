"""What the checks noticed, as a list under the previews."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.domain.findings import Finding, Level
from ui import sayings, theme
from ui.widgets.noticed import NoticedLine
from ui.widgets.text import Tone, section

MOST = 5
SHARE = 0.45
"""Of the height beside the form, so that a preview has room as well."""


class ChecksList(QWidget):
    """A line each: a shape, what was noticed, and what it blocks. Lines are kept and filled anew, so nothing flickers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checksList")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.EDGE - 2, 0, theme.EDGE - 2, theme.GAP)
        column.setSpacing(theme.UNIT)
        column.addWidget(section(self.tr("Checks")))
        self._lines: list[NoticedLine] = []
        self._told: list[tuple[Tone, str, str]] = []
        self._count = 0
        self._room = 10_000
        self._add_line()  # the others when there is so much to tell

    def _add_line(self) -> None:
        line = NoticedLine()
        self._column.addWidget(line)
        self._lines.append(line)

    def show_findings(
        self,
        findings: Sequence[Finding],
        channels: dict[str, str],
        *,
        waiting: Sequence[Finding] = (),
        any_chosen: bool = True,
    ) -> None:
        """Show these, what blocks first; that all is well where there are none. `channels` are the channels' words; of `waiting` a field is only still empty; where no message is chosen (`any_chosen`), nothing was checked."""
        lines: list[tuple[Tone, str, str]] = []
        for one in findings[:MOST]:
            blocking = one.level is Level.BLOCKING
            what = (
                channels.get(one.channel.value, one.channel.value)
                if one.channel is not None
                else self.tr("the whole round")
            )
            if one in waiting:
                meaning = self.tr("needed for {channel}").format(channel=what)
            else:
                meaning = self.tr("blocks {channel}").format(channel=what) if blocking else self.tr("a hint")
            is_mistake = blocking and one not in waiting
            lines.append((Tone.DANGER if is_mistake else Tone.WARNING, sayings.of(one.text), meaning))
        if not findings and not any_chosen:
            lines.append((Tone.MUTED, self.tr("No message is chosen, so nothing is checked."), ""))
        elif not findings:
            lines.append(
                (Tone.GOOD, self.tr("All fields filled, lengths fit, no leak or contradiction found."), "")
            )
        self._told, self._count = lines, len(findings)
        self._fill()

    def fit(self, room: int) -> None:
        """Take no more than a share of that height, in pixels: with large text fewer lines are told, and none is cut."""
        if room != self._room:
            self._room = room
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower lines are taller."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    def _fill(self) -> None:
        lines = list(self._told)
        while True:
            left = self._count - len(lines)
            more = self.tr("and {count} more (F8)").format(count=left)
            shown = [*lines, (Tone.MUTED, more, "")] if self._count and left > 0 else lines
            if len(lines) <= 1 or self._needed(shown) <= self._room * SHARE:
                break
            lines.pop()
        self._put(shown)

    def _needed(self, lines: Sequence[tuple[Tone, str, str]]) -> int:
        """How tall so many lines would be, in pixels, at the width that is there."""
        line = self._lines[0]
        width = self.width() - 2 * (theme.EDGE - 2) - line.mark.sizeHint().width() - 2 * theme.GAP
        height = 0
        for _, text, what in lines:
            tall = (
                label.fontMetrics()
                .boundingRect(0, 0, max(40, share), 0, int(Qt.TextFlag.TextWordWrap), said)
                .height()
                for label, share, said in (
                    (line.words, width * 3 // 4, text),
                    (line.beside, width // 4, what),
                )
            )
            height += max(tall) + 4 + theme.UNIT
        return height

    def _put(self, lines: Sequence[tuple[Tone, str, str]]) -> None:
        while len(self._lines) < len(lines):
            self._add_line()
        for place, line in enumerate(self._lines):
            if place < len(lines):
                line.tell(*lines[place])
            line.setVisible(place < len(lines))
