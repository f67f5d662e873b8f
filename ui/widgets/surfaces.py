"""Painted grounds: cards, strips and badges. Painted from the theme, without style sheets, so that they follow light and dark at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui import theme

Colour = Callable[[theme.Colours], str]


class Card(QFrame):
    """A rounded ground with a border. `ground` and `border` pick colours from the theme."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        ground: Colour = lambda of: of.card,
        border: Colour = lambda of: of.border,
        width: float = 1.0,
        margins: int = theme.EDGE,
    ) -> None:
        super().__init__(parent)
        self._ground, self._border, self._width = ground, border, width
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margins, margins - theme.UNIT, margins, margins - theme.UNIT)
        self.body.setSpacing(theme.UNIT)

    def set_look(
        self, *, ground: Colour | None = None, border: Colour | None = None, width: float | None = None
    ) -> None:
        """Paint it otherwise from now on."""
        self._ground = ground or self._ground
        self._border = border or self._border
        self._width = self._width if width is None else width
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and border."""
        of = theme.colours()
        _paint(self, self._ground(of), self._border(of), self._width)


class ClickCard(QAbstractButton):
    """A card that is one choice: clicked, or pressed with Space or Return. To a screen reader it is a button, which it can press."""

    def __init__(self, parent: QWidget | None = None, *, margins: int = 12) -> None:
        super().__init__(parent)
        self._selected = False
        # A button's own are for one line of text; what stands in a card is as tall as it is, in colours of its own.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margins, margins - theme.UNIT, margins, margins - theme.UNIT)
        self.body.setSpacing(theme.UNIT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def selected(self) -> bool:
        """Whether it is the chosen one."""
        return self._selected

    def set_selected(self, selected: bool) -> None:
        """Mark it as the chosen one."""
        self._selected = selected
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen one and the focused one have a strong border; the chosen one a tinted ground too, the focused one a second line."""
        of = theme.colours()
        strong = self._selected or self.hasFocus()
        ground = of.accent_ground if self._selected else of.card
        _paint(self, ground, of.accent if strong else of.border, 2.0 if strong else 1.0)
        if self._selected and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(of.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


def fill(painter: QPainter, left: int, top: int, width: int, height: int, colour: str) -> None:
    """Fill a rectangle. `QPainter.fillRect` would have the gradients' enums made first: 1.5 ms of the window's first paint."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(left, top, width, height)


def _paint(widget: QWidget, ground: str, border: str, width: float) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(border), width))
    painter.setBrush(QColor(ground))
    half = width / 2
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(half, half, -half, -half), 6, 6)


class Badge(QWidget):
    """A short word on a coloured ground: a severity, or PRACTICE."""

    def __init__(
        self, text: str, ground: Colour, ink: Colour = lambda _: "#ffffff", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._ground, self._ink = text, ground, ink
        font = self.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        self.setFont(font)
        self.setAccessibleName(text)

    def set_badge(self, text: str, ground: Colour, ink: Colour = lambda _: "#ffffff") -> None:
        """Show something else."""
        self._text, self._ground, self._ink = text, ground, ink
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the word."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 14, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """The word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and word."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._ground(of)
        painter.setPen(Qt.PenStyle.NoPen)
        if ground == of.warning_ground:  # too pale to be seen on white without a border
            painter.setPen(QPen(QColor(of.warning_border), 1))
        painter.setBrush(QColor(ground))
        hint = self.sizeHint()
        area = QRectF(0, (self.height() - hint.height()) / 2, min(hint.width(), self.width()), hint.height())
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(self._ink(of)))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text)


def severity_badge(key: str, rank: int, parent: QWidget | None = None) -> Badge:
    """A severity's badge: its key on its colour."""
    return Badge(key, lambda _: theme.severity_colour(rank), parent=parent)
