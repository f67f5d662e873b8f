"""The phases side by side: which were published and when, which one is chosen in this draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from composer.domain.plan import Phase, Plan
from ui import theme

PAD, TIGHT, ABOVE = 9, 6, 7
"""Pixels between a step's edge and its words: beside them, beside them where it is narrow, and above and below them."""
LEAST_SCALE, SPARE = 0.72, 0.94
"""Where names need more room than the first leaves, they go on in the next line; where they are set smaller, the second leaves room for the words below."""


class Step(QAbstractButton):
    """One phase."""

    def __init__(self, phase: Phase, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phase = phase
        self._detail, self._short, self._published = "", "", False
        self._scale, self._pad = 1.0, PAD
        self.setText(phase.label)
        self.setObjectName(f"{phase.key}Step")
        self.setAccessibleName(phase.label)
        self.setToolTip(QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_state(self, detail: str, *, published: bool, short: str = "") -> None:
        """The words below the phase's name (`short` where one of them is wider than the step), and whether it was told already."""
        if (detail, published) != (self._detail, self._published):
            self._detail, self._published, self._short = detail, published, short
            self.setAccessibleDescription(detail)
            self.update()

    def set_scale(self, scale: float, pad: int) -> None:
        """Set the name smaller, as those beside it are, with so much room beside it."""
        if (scale, pad) != (self._scale, self._pad):
            self._scale, self._pad = scale, pad
            self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        bold, small = QFont(self.font()), QFont(self.font())
        bold.setBold(True)
        bold.setPointSizeF(bold.pointSizeF() * self._scale)
        small.setPointSizeF(small.pointSizeF() * 0.85)
        return bold, small

    def name_width(self) -> int:
        """The room that the name takes at its usual size."""
        bold = QFont(self.font())
        bold.setBold(True)
        return QFontMetrics(bold).horizontalAdvance(self.text()) + 2

    def wanted_height(self, width: int) -> int:
        """Room for the name and the words below it where the step is so wide."""
        name, below = self._heights(width - 2 * self._pad)
        small = QFontMetrics(self._fonts()[1]).height()
        return name + max(below, small) + 2 * ABOVE + 1

    def detail(self, room: int) -> str:
        """The words below the name where there is so much room for each line."""
        metrics = QFontMetrics(self._fonts()[1])
        widest = max((metrics.horizontalAdvance(word) for word in self._detail.split()), default=0)
        return self._short if self._short and widest > room else self._detail

    def _heights(self, room: int) -> tuple[int, int]:
        bold, small = self._fonts()
        area, wrap = QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap)
        return (
            QFontMetrics(bold).boundingRect(area, wrap, self.text()).height(),
            QFontMetrics(small).boundingRect(area, wrap, self.detail(room)).height() if self._detail else 0,
        )

    def sizeHint(self) -> QSize:
        """The name, and one line below it."""
        return QSize(self.name_width() + 2 * PAD, self.wanted_height(self.name_width() + 2 * PAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, name and detail."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, small_ink = of.card, of.text if self._published else of.muted, of.muted
        if self.isChecked():
            ground, ink, small_ink = of.accent, of.on_accent, of.on_accent
        elif self._published:
            ground, ink, small_ink = of.good_ground, of.good_text, of.good_text
        painter.fillRect(self.rect(), QColor(ground))
        bold, small = self._fonts()
        painter.setFont(bold)
        painter.setPen(QColor(ink))
        area = self.rect().adjusted(self._pad, ABOVE, -self._pad, 0)
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(area, wrap, self.text())
        painter.setFont(small)
        painter.setPen(QColor(small_ink))
        below = area.adjusted(0, self._heights(area.width())[0] + 1, 0, 0)
        painter.drawText(below, wrap, self.detail(area.width()))
        if self.hasFocus():
            painter.setPen(QPen(QColor(of.on_accent if self.isChecked() else of.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(3, 3, -3, -3))


class Stepper(QWidget):
    """All phases of the plan.

    Signals:
        chosen(str): the key of the phase that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phaseStepper")
        self.setAccessibleName(self.tr("Phase"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.steps: list[Step] = []
        self._low = False
        self._show_again: Callable[[], None] = self._lay_out
        for number, phase in enumerate(plan.phases, start=1):
            step = Step(phase, number, self)
            step.clicked.connect(lambda _checked=False, key=phase.key: self.chosen.emit(key))
            self.steps.append(step)

    def show_phases(
        self, draft: str, stored: str, times: Mapping[str, datetime], *, drafting: bool = True
    ) -> None:
        """Mark the draft's phase, and those that were published."""
        self._show_again = partial(self.show_phases, draft, stored, times, drafting=drafting)
        for step in self.steps:
            key = step.phase.key
            told = times.get(key)
            short = "" if told is None else f"{told.astimezone(UTC):%H:%M}"
            detail = self.tr("{time} published").format(time=short) if short and drafting else short
            if key == draft and drafting and (key != stored or told is None):
                detail = self.tr("in this draft")
            elif told is None and step.phase.resolves and not self._low:
                detail = self.tr("asks when impact ended")
            step.show_state(detail, published=told is not None, short=short if short in detail else "")
            if step.isChecked() != (key == draft):
                step.setChecked(key == draft)
        self._lay_out()

    def set_low(self, low: bool) -> None:
        """In a low window each phase has its name and its time alone."""
        if self._low is not low:
            self._low = low
            self._show_again()

    def choose(self, number: int) -> None:
        """Choose the phase of that number, from 1."""
        if 1 <= number <= len(self.steps):
            self.chosen.emit(self.steps[number - 1].phase.key)

    def minimumSizeHint(self) -> QSize:
        """Names are set smaller, and then wrapped, before the window can't be made narrower."""
        return QSize(60 * len(self.steps), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters, other columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def _lay_out(self) -> None:
        """Give each phase its name's width at least, and the rest to the narrowest; all names have one size, and all steps the height of the tallest."""
        names = [step.name_width() for step in self.steps]
        pad, room = PAD, self.width() - 1 - (2 * PAD + 1) * len(names)
        if not names or room < 10 * len(names):
            return
        scale = 1.0
        if room < sum(names):
            pad, room = TIGHT, room + 2 * (PAD - TIGHT) * len(names)
            scale = min(1.0, max(LEAST_SCALE, SPARE * room / sum(names)))
        wanted = [name * scale for name in names]
        level = _level(wanted, room)
        wanted = [max(name, level) for name in wanted]
        if sum(wanted) > room:
            wanted = [name * room / sum(wanted) for name in wanted]
        edges = [1.0]
        for name in wanted:
            edges.append(edges[-1] + name + 2 * pad + 1)
        edges[-1] = self.width()
        height = 0
        for step, left, right in zip(self.steps, edges, edges[1:], strict=False):
            step.set_scale(scale, pad)
            height = max(height, step.wanted_height(int(right) - 1 - int(left)))
        for step, left, right in zip(self.steps, edges, edges[1:], strict=False):
            step.setGeometry(int(left), 1, int(right) - 1 - int(left), height)
        if self.minimumHeight() != height + 2:
            self.setFixedHeight(height + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines between the phases, and a border around them."""
        of = theme.colours()
        painter = QPainter(self)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.fillPath(path, QColor(of.border))


def _level(widths: list[float], room: float) -> float:
    """The width to which the narrowest are widened, so that together they fill the room."""
    narrow = sorted(widths)
    while narrow:
        level = (room - sum(widths) + sum(narrow)) / len(narrow)
        if level >= narrow[-1]:
            return level
        narrow.pop()
    return 0.0
