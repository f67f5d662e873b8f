"""What stands in the middle until the core is there: the incident at hand, or what the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from composer.clock import SystemClock
from ui import theme
from ui.widgets.text import Text, Tone, heading, section, small

if TYPE_CHECKING:
    from composer.record.first_look import FirstLook, Glimpse, Happened


def opening_page(look: FirstLook | None, ranks: dict[str, int]) -> QWidget:
    """The page for what was found at the first look."""
    if look is not None and look.open:
        return IncidentOpening(look.open[0], look.happened, ranks)
    return WelcomeOpening()


class IncidentOpening(QWidget):
    """The incident's head where the compose screen will have it, and what happened last."""

    def __init__(self, incident: Glimpse, happened: tuple[Happened, ...], ranks: dict[str, int]) -> None:
        super().__init__()
        self.setObjectName("openingPage")
        self.setAccessibleName(self.tr("Opening {title}").format(title=incident.title))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.EDGE + 2, theme.EDGE - 2, theme.EDGE + 2, 0)
        whole.setSpacing(theme.EDGE - 4)
        head = QHBoxLayout()
        head.setSpacing(10)
        badge = _Severity(incident.severity, ranks.get(incident.severity, 9))
        head.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        titles = QVBoxLayout()
        titles.setSpacing(1)
        titles.addWidget(heading(incident.title))
        titles.addWidget(small(self.tr("Public title: {title}").format(title=incident.public_title)))
        head.addLayout(titles, 1)
        whole.addLayout(head)
        whole.addWidget(section(self.tr("What happened last")))
        whole.addWidget(_Lines(happened), 1)


class _Severity(QWidget):
    """The severity as large as the button that comes in its place, so that the title stays where it is."""

    def __init__(self, key: str, rank: int) -> None:
        super().__init__()
        self._key, self._rank = key, rank
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        metrics = self.fontMetrics()
        self.setFixedSize(metrics.horizontalAdvance(key) + 34, max(28, metrics.height() + 10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.severity_colour(self._rank)))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(QColor(theme.colours().on_severity))
        painter.drawText(self.rect().adjusted(9, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self._key)


class _Lines(QWidget):
    """Times and words, the newest first, as many as there is room for."""

    def __init__(self, happened: tuple[Happened, ...]) -> None:
        super().__init__()
        self._happened = happened
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        of, painter = theme.colours(), QPainter(self)
        metrics = QFontMetricsF(self.font())
        height, left = metrics.height() + theme.GAP, metrics.horizontalAdvance("00:00") + theme.EDGE
        today = SystemClock().now().date()
        for place, one in enumerate(reversed(self._happened)):
            top = place * height
            if top + height > self.height():
                return
            at = f"{one.at:%H:%M}" if one.at.date() == today else f"{one.at:%d.%m.}"
            painter.setPen(QColor(of.muted))
            painter.drawText(QPointF(0, top + metrics.ascent()), at)
            painter.setPen(QColor(of.text))
            words = metrics.elidedText(
                " ".join(one.text.split()), Qt.TextElideMode.ElideRight, self.width() - left
            )
            painter.drawText(QPointF(left, top + metrics.ascent()), words)


class WelcomeOpening(QWidget):
    """The two sentences with which the first screen begins, where they will stand."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("openingPage")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(theme.WIDE, 48, theme.WIDE, theme.WIDE)
        column = self._column = QWidget()
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(Text(self.tr("One set of facts, every message, one act"), scale=1.85, bold=True))
        lead = self.tr(
            "Declare an incident, type what you know once, see every message as its readers will, "
            "publish them together, and keep the record."
        )
        inside.addWidget(Text(lead, tone=Tone.MUTED, scale=1.08))
        inside.addStretch(1)
        outer.addStretch(1)
        outer.addWidget(column, 1_000)
        outer.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as the column of the first screen."""
        super().resizeEvent(event)
        self._column.setMaximumWidth(theme.column_width(self.width(), self.fontMetrics()))
