"""The phases side by side: which were published and when, which one is chosen in this draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
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
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from composer.domain.plan import Phase, Plan
from ui import theme


class Step(QAbstractButton):
    """One phase."""

    def __init__(self, phase: Phase, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phase = phase
        self._detail, self._published = "", False
        self.setText(phase.label)
        self.setObjectName(f"{phase.key}Step")
        self.setAccessibleName(phase.label)
        self.setToolTip(QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_state(self, detail: str, *, published: bool) -> None:
        """The words below the phase's name, and whether it was told already."""
        if (detail, published) != (self._detail, self._published):
            self._detail, self._published = detail, published
            self.setAccessibleDescription(detail)
            self.updateGeometry()
            self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        bold, small = QFont(self.font()), QFont(self.font())
        bold.setBold(True)
        small.setPointSizeF(small.pointSizeF() * 0.85)
        return bold, small

    def sizeHint(self) -> QSize:
        """The name, and two small lines, or as many as the words below it need."""
        bold, small = self._fonts()
        metrics = QFontMetrics(small)
        below = 2 * metrics.height()
        if self._detail and self.width() > 40:
            room = QRect(0, 0, self._area().width(), 10_000)
            below = max(
                below, metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._detail).height()
            )
        height = QFontMetrics(bold).height() + below + 14
        return QSize(QFontMetrics(bold).horizontalAdvance(self.text()) + 18, height)

    def minimumSizeHint(self) -> QSize:
        """The name is never cut: where it is narrow it is painted smaller."""
        hint = self.sizeHint()
        return QSize(int(hint.width() * 0.78), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower words need more lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _area(self) -> QRect:
        return self.rect().adjusted(min(9, 4 + self.width() // 20), 6, -3, -4)

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
        area = self._area()
        room, wide = area.width(), QFontMetrics(bold).horizontalAdvance(self.text()) + 1
        if wide > room:
            bold.setPointSizeF(bold.pointSizeF() * max(0.7, room / wide))
            painter.setFont(bold)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), self.text())
        painter.setFont(small)
        painter.setPen(QColor(small_ink))
        below = area.adjusted(0, QFontMetrics(bold).height() + 1, 0, 0)
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self._detail)
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
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        self.steps: list[Step] = []
        for number, phase in enumerate(plan.phases, start=1):
            step = Step(phase, number)
            step.clicked.connect(lambda _checked=False, key=phase.key: self.chosen.emit(key))
            self.steps.append(step)
            row.addWidget(step, 1)

    def show_phases(
        self, draft: str, stored: str, times: Mapping[str, datetime], *, drafting: bool = True
    ) -> None:
        """Mark the draft's phase, and those that were published."""
        for step in self.steps:
            key = step.phase.key
            told = times.get(key)
            detail = (
                self.tr("{time} published").format(time=f"{told.astimezone(UTC):%H:%M}")
                if told is not None
                else ""
            )
            if key == draft and drafting and (key != stored or told is None):
                detail = self.tr("in this draft")
            elif told is None and step.phase.resolves:
                detail = self.tr("asks when impact ended")
            step.show_state(detail, published=told is not None)
            if step.isChecked() != (key == draft):
                step.setChecked(key == draft)

    def choose(self, number: int) -> None:
        """Choose the phase of that number, from 1."""
        if 1 <= number <= len(self.steps):
            self.chosen.emit(self.steps[number - 1].phase.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines between the phases, and a border around them."""
        of = theme.colours()
        painter = QPainter(self)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.fillPath(path, QColor(of.border))
