"""Check boxes and radio buttons that are seen in light and dark: Fusion's own outlines all but vanish on a dark ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui import theme

BOX = 16


class Check(QCheckBox):
    """A check box painted from the theme: filled with a tick where it is on, with a ring where it has the focus. `at_top`: beside one of more lines, it stands level with that one's first."""

    def __init__(self, text: str, parent: QWidget | None = None, *, at_top: bool = False) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._at_top = at_top
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Room for box and words."""
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.text().replace("&&", "&")) + BOX + 16,
            max(26, metrics.height() + 6),
        )

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word: where there is no more, the words go on below."""
        words = self.text().replace("&&", "&").split() or [""]
        return QSize(max(self.fontMetrics().horizontalAdvance(word) for word in words) + BOX + 16, 26)

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        room = QRect(0, 0, max(width - BOX - 9, 1), 10_000)
        words = self.fontMetrics().boundingRect(
            room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self.text().replace("&&", "&")
        )
        return max(26, words.height() + 6)

    def hitButton(self, place: object) -> bool:
        """The words can be clicked too."""
        return self.rect().contains(place)  # type: ignore[call-overload, no-any-return]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, tick, words and focus."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(BOX + 9, 0, self.width() - BOX - 9, self.height())
        level = Qt.AlignmentFlag.AlignVCenter
        if self._at_top and self.height() > self.sizeHint().height():
            area.setTop(3)
            level = Qt.AlignmentFlag.AlignTop
        flags = level | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextWordWrap
        words = painter.boundingRect(area, flags, self.text())
        first = words.top() + painter.fontMetrics().height() / 2  # the box stands at the first line
        box = QRectF(2.5, round(first - BOX / 2) + 0.5, BOX - 1, BOX - 1)
        on = self.isChecked()
        accent = of.accent if self.isEnabled() else of.muted
        painter.setPen(QPen(QColor(accent if on else of.strong_border), 1.2))
        painter.setBrush(QColor(accent if on else of.card))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(
                QPen(
                    QColor(of.on_accent),
                    2,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                    Qt.PenJoinStyle.RoundJoin,
                )
            )
            left, top = box.left(), box.top()
            painter.drawPolyline(
                [QPointF(left + 3.5, top + 8), QPointF(left + 6.5, top + 11), QPointF(left + 11.5, top + 4.5)]
            )
        painter.setPen(QColor(of.text if self.isEnabled() else of.muted))
        painter.drawText(area, flags, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(of.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class Radio(QRadioButton):
    """A radio button painted from the theme: its disc filled where it is on, with a ring where it has the focus."""

    def sizeHint(self) -> QSize:
        """Room for disc and words."""
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.text().replace("&", "")) + BOX + 16, max(26, metrics.height() + 6)
        )

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        """The words can be clicked too."""
        return self.rect().contains(place)  # type: ignore[call-overload, no-any-return]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint disc, words and focus."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(3.5, (self.height() - BOX) / 2 + 0.5, BOX - 1, BOX - 1)
        on = self.isChecked()
        painter.setPen(QPen(QColor(of.accent if on else of.strong_border), 1.6))
        painter.setBrush(QColor(of.card))
        painter.drawEllipse(disc)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(of.accent))
            painter.drawEllipse(disc.adjusted(4, 4, -4, -4))
        painter.setPen(QColor(of.text if self.isEnabled() else of.muted))
        area = QRectF(BOX + 10, 0, self.width() - BOX - 10, self.height())
        painter.drawText(
            area,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic,
            self.text(),
        )
        if self.hasFocus():
            painter.setPen(QPen(QColor(of.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
