"""What external services say of themselves, below the checks: a hint for the facts inside, and never a public word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.health import HealthState, ServiceHealth
from ui import health_words, theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.noticed import NoticedLine
from ui.widgets.text import Tone

MOST = 2
"""So many affected, and so many unknown services have a line of their own."""


class SuppliersStrip(QWidget):
    """A line for each service that reports an incident, with what can be done with it; a line for what is not known; one for all that is well. Nothing where no service is asked.

    Signals:
        summary_wanted(): what is reported is to stand in the summary.
        event_wanted(): it is to stand in the timeline.
    """

    summary_wanted = Signal()
    event_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suppliersStrip")
        self._lines: list[NoticedLine] = []
        self._shown: tuple[ServiceHealth, ...] | None = None
        self._was_read = False
        self._in_place, self._has_lines = True, False
        self.hide()

    def _make(self) -> None:
        """What is in it, once there is something to say: many teams ask no service."""
        if self._lines:
            return
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.EDGE - 2, 0, theme.EDGE - 2, theme.GAP)
        column.setSpacing(theme.UNIT)
        self._lines = [NoticedLine() for _ in range(2 * MOST + 2)]
        for number, line in enumerate(self._lines):
            line.hide()
            column.addWidget(line)
            if number == MOST:
                column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.EDGE - 2, 0, 0, 0)  # the words stand below the words
        row.setSpacing(theme.GAP)
        self.use = Button(self.tr("Use in Summar&y"), kind=Kind.LINK)
        self.use.setObjectName("useInSummaryButton")
        self.use.setAccessibleName(self.tr("Use in Summary: what external services report"))
        self.use.clicked.connect(self.summary_wanted)
        self.note = Button(self.tr("Add to ti&meline"), kind=Kind.LINK)
        self.note.setObjectName("supplierToTimelineButton")
        self.note.setAccessibleName(self.tr("Add to timeline: what external services report"))
        self.note.clicked.connect(self.event_wanted)
        for one in (self.use, self.note):
            one.hide()
            row.addWidget(one)
        row.addStretch(1)
        return row

    def show_health(self, found: Sequence[ServiceHealth]) -> None:
        """Show how these services are doing."""
        found = tuple(found)
        if found == self._shown:
            return
        self._shown = found
        affected = [one for one in found if one.state is HealthState.AFFECTED]
        above, below = self._affected(affected), [*self._unknown(found), *self._well(found)]
        if not (self._lines or above or below):
            return
        self._make()
        for place, line in enumerate(self._lines):
            at = place if place <= MOST else place - MOST - 1
            rows = above if place <= MOST else below
            if at < len(rows):
                tone, text, when = rows[at]
                line.tell(tone, text, when)
                line.words.set_tone(Tone.PLAIN if tone is Tone.WARNING else Tone.MUTED)
            line.setVisible(at < len(rows))
        has_focus = self.use.hasFocus() or self.note.hasFocus()
        self.use.setVisible(bool(affected))
        self.note.setVisible(bool(affected))
        self._has_lines = bool(above or below)
        self.set_in_place(self._in_place)
        if not self._was_read and any(one.read_at for one in found):
            self._was_read = True  # what changes from now on is told in the footer
            announce(self, ". ".join(text for _, text, _ in above))
        if has_focus and not affected:
            self.focusNextChild()

    def set_in_place(self, on: bool) -> None:
        """Whether the form stands beside it, into which it leads."""
        self._in_place = on
        self.setVisible(on and self._has_lines)

    def _affected(self, affected: Sequence[ServiceHealth]) -> list[tuple[Tone, str, str]]:
        lines = [(Tone.WARNING, health_words.line(one), _when([one])) for one in affected[:MOST]]
        if len(affected) > MOST:
            names = ", ".join(one.service for one in affected[MOST:])
            text = self.tr("{names} report incidents too").format(names=names)
            lines.append((Tone.WARNING, text, _when(affected[MOST:])))
        return lines

    def _unknown(self, found: Sequence[ServiceHealth]) -> list[tuple[Tone, str, str]]:
        unknown = [one for one in found if one.state is HealthState.UNKNOWN and one.read_at is not None]
        if len(unknown) <= MOST:
            return [(Tone.MUTED, health_words.line(one), _when([one])) for one in unknown]
        names = ", ".join(one.service for one in unknown)
        text = self.tr("Not known: {names}. The plan (F2) says why.").format(names=names)
        return [(Tone.MUTED, text, _when(unknown))]

    def _well(self, found: Sequence[ServiceHealth]) -> list[tuple[Tone, str, str]]:
        well = [one for one in found if one.state is HealthState.OPERATIONAL]
        if not well:
            return []
        if len(well) == len(found) > 1:
            text = self.tr("All external services say that all is well")
        else:
            text = self.tr("All is well, they say: {names}").format(
                names=", ".join(one.service for one in well)
            )
        return [(Tone.GOOD, text, _when(well))]


def _when(found: Sequence[ServiceHealth]) -> str:
    """The oldest of the times: what stands in one line is as old as its oldest part."""
    times = [one.read_at for one in found if one.read_at is not None]
    return health_words.read(min(times)) if times else ""
