"""Buttons: verb and object, tall enough for a thumb, with a focus ring that is seen."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.language import key_words


class Kind(StrEnum):
    """How much a button wants to be pressed."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    LINK = "link"


class Button(QPushButton):
    """A button painted from the theme. `keys` shows its shortcut at the right, as a hint; the action itself owns the shortcut."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, kind: Kind = Kind.PLAIN, keys: str = ""
    ) -> None:
        super().__init__(parent)
        self.setText(text)  # asked for with its words, Qt would look at icons first, and make their classes
        self.setAutoDefault(True)  # so that Enter presses it too, where it has the focus
        self._kind, self._keys = kind, key_words(keys)
        self.setMinimumHeight(theme.CONTROL_HEIGHT if kind is not Kind.LINK else 24)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = self.font()
        font.setBold(True)
        self.setFont(font)

    @property
    def kind(self) -> Kind:
        """How much it wants to be pressed."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Let it want more or less."""
        self._kind = kind
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it, but not with Ctrl: the keys that asked a question must not answer it."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the words, and for the keys beside them."""
        metrics = QFontMetrics(self.font())
        width = self.width_for(self.text())
        height = max(metrics.height() + (6 if self._kind is Kind.LINK else 14), self.minimumHeight())
        return QSize(width, height)

    def width_for(self, words: str) -> int:
        """How wide it has to be for these words, in pixels."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(plain(words)) + (8 if self._kind is Kind.LINK else 28)
        return width + (metrics.horizontalAdvance(self._keys) + 22 if self._keys else 0)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def set_keys(self, keys: str) -> None:
        """Show these keys, or none where there is no room for them."""
        if key_words(keys) != self._keys:
            self._keys = key_words(keys)
            self.updateGeometry()
            self.update()

    def _colours(self, of: theme.Colours) -> tuple[str, str, str]:
        """Ground, ink and border."""
        if not self.isEnabled():
            return of.chip, of.muted, of.border
        return {
            Kind.PLAIN: (of.card, of.text, of.strong_border),
            Kind.PRIMARY: (of.primary, of.on_primary, of.primary),
            Kind.DANGER: (of.danger, of.on_danger, of.danger),
            Kind.LINK: ("", of.accent, ""),
        }[self._kind]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, words, keys and focus ring."""
        of = theme.colours()
        ground, ink, border = self._colours(of)
        # Asked directly: QStyle and its enums would add a tenth to the window's first paint.
        pressed, hovered = self.isDown() or self.isChecked(), self.underMouse()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.hasFocus() and self._kind in (Kind.PRIMARY, Kind.DANGER):
            painter.fillRect(self.rect(), QColor(of.card))  # a gap, so that the ring is seen against both
            area = QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5)
        if ground:
            painter.setPen(QPen(QColor(border), 1))
            colour = QColor(ground)
            if pressed:
                colour = colour.darker(112)
            elif hovered and self.isEnabled():
                colour = colour.darker(104) if not theme.is_dark() else colour.lighter(112)
            painter.setBrush(colour)
            painter.drawRoundedRect(area, 6, 6)
        metrics = QFontMetrics(self.font())
        words = metrics.horizontalAdvance(plain(self.text()))
        keys = metrics.horizontalAdvance(self._keys) + 12 if self._keys else 0
        whole = words + (keys + 8 if keys else 0)
        left = area.left() + max(4.0, (area.width() - whole) / 2)
        painter.setPen(QColor(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(QRectF(left, area.top(), words + 4, area.height()), flags, self.text())
        if keys:
            box = QRectF(
                left + words + 8, area.center().y() - metrics.height() / 2 - 1, keys, metrics.height() + 2
            )
            painter.setPen(QPen(QColor(ink), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys)
        if self.hasFocus():
            painter.setPen(QPen(QColor(of.accent if self._kind is not Kind.PRIMARY else of.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)


def plain(text: str) -> str:
    """A text without the mark of its access key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
