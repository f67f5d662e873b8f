"""Labels of the few kinds that the window has: headings, small print, and words with a meaning."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme

LEADING = 0.2
"""What stands between two lines of one text, as a share of a line's height: fonts alone set them too close to be read quickly."""

HEADING, SMALL = 1.35, 0.9
"""Sizes of a screen's title and of small print, as shares of the usual one."""

KEPT = 8
"""For so many widths a text is kept as it is broken there: a layout asks for a few of them again and again."""


class Tone(StrEnum):
    """What a text means; never told by its colour alone."""

    PLAIN = "plain"
    MUTED = "muted"
    DANGER = "danger"
    WARNING = "warning"
    GOOD = "good"
    ACCENT = "accent"


class Text(QLabel):
    """A label of plain text that wraps, with air between its lines, follows the palette, and never reads what a person typed as markup."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        tone: Tone = Tone.PLAIN,
        scale: float = 1.0,
        bold: bool = False,
        wrap: bool = True,
    ) -> None:
        self._heights: dict[tuple[int, str], int] = {}
        super().__init__(text, parent)
        self._tone = tone
        self._asked: tuple[str, str] | None = None
        self._broken: dict[int, list[str]] = {}
        self._long: int | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        # First the policy: breaking lines adds to it that the height follows from the width.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setWordWrap(wrap)
        if bold or scale != 1.0:
            font = QFont(self.font())
            font.setPointSizeF(font.pointSizeF() * scale)
            font.setBold(bold)
            self.setFont(font)
        self._paint()

    @property
    def tone(self) -> Tone:
        """What it means."""
        return self._tone

    def set_tone(self, tone: Tone) -> None:
        """Give the text another meaning."""
        if tone is not self._tone:
            self._tone = tone
            self._paint()

    def heightForWidth(self, width: int) -> int:
        """The height of all lines, and of what stands between them. Layouts ask for it ten times where nothing has changed, so it is kept."""
        asked = width, self.font().key()
        height = self._heights.get(asked)
        if height is None:
            height = super().heightForWidth(width)
            if height >= 0:
                height += self._air() * (len(self._lines(self._inside(width))) - 1)
            if len(self._heights) > KEPT:
                self._heights.clear()
            self._heights[asked] = height
        return height

    def setText(self, text: str) -> None:
        """Say something else."""
        self._heights.clear()
        super().setText(text)

    def setWordWrap(self, on: bool) -> None:
        """Break lines, or not."""
        self._heights.clear()
        super().setWordWrap(on)

    def setContentsMargins(self, *margins: Any) -> None:
        """Leave room around the words."""
        self._heights.clear()
        super().setContentsMargins(*margins)

    def sizeHint(self) -> QSize:
        """As wide as Qt thinks good, as high as that asks for."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width())) if self.wordWrap() else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """One line as Qt paints it; of several, each a little lower than the font alone would set it."""
        lines = self._lines(self.contentsRect().width()) if self.wordWrap() else []
        if len(lines) < 2 or self.buddy() is not None:
            super().paintEvent(event)
            return
        area, pitch = self.contentsRect(), self.fontMetrics().lineSpacing() + self._air()
        top = area.top()
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top += max(0, (area.height() - pitch * len(lines) + self._air()) // 2)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for place, line in enumerate(lines):
            painter.drawText(
                QPointF(area.left(), top + place * pitch + self.fontMetrics().ascent()), line.rstrip()
            )

    def _air(self) -> int:
        return round(self.fontMetrics().lineSpacing() * LEADING)

    def _inside(self, width: int) -> int:
        margins = self.contentsMargins()
        return max(1, width - margins.left() - margins.right())

    def _lines(self, width: int) -> list[str]:
        """The text as it is broken in so much width, as Qt breaks it."""
        text, font = self.text(), self.font()
        asked = (text, font.key())
        if asked != self._asked or len(self._broken) > KEPT:
            self._asked, self._broken = asked, {}
            # What surely fits into one line needs no layout: most labels, and layouts ask for the height of each of them many times.
            self._long = self.fontMetrics().horizontalAdvance(text) if text.isprintable() else None
        if self._long is not None and self._long < width:
            return [text]
        if width not in self._broken:
            self._broken[width] = _broken(text, font, width, self)
        return self._broken[width]

    def _paint(self) -> None:
        of = theme.colours()
        colour = {
            Tone.PLAIN: of.text,
            Tone.MUTED: of.muted,
            Tone.DANGER: of.danger_text,
            Tone.WARNING: of.warning_text,
            Tone.GOOD: of.good_text,
            Tone.ACCENT: of.accent,
        }[self._tone]
        palette = QPalette(self.palette())
        if palette.color(QPalette.ColorRole.WindowText) != QColor(colour):
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            self.setPalette(palette)

    def follow_theme(self) -> None:
        """Follow the program from light to dark; `theme.apply` calls it. A `changeEvent` of its own would be called ten times for each label that is made."""
        self._paint()


class Elided(Text):
    """So many lines of a text, however long: what has no room is told as a tip, and to a screen reader."""

    _most = 1

    def __init__(self, text: str = "", parent: QWidget | None = None, *, lines: int = 1, **look: Any) -> None:
        super().__init__(text, parent, wrap=False, **look)
        self._most = lines
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_lines(self, lines: int) -> None:
        """As many lines from now on."""
        if lines != self._most:
            self._most = lines
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """As narrow as there is room."""
        return QSize(0, self.sizeHint().height())

    def shown(self) -> str:
        """What is seen of it."""
        words, width = self.text().replace("\n", " · "), self.contentsRect().width()
        lines = _broken(words, self.font(), width, self) if self._most > 1 else [words]
        kept = [one.rstrip() for one in lines[: self._most - 1]]
        rest = "".join(lines[self._most - 1 :])
        return "\n".join(
            [*kept, self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)] if rest else kept
        )

    def sizeHint(self) -> QSize:
        """Always as many lines."""
        return QSize(super().sizeHint().width(), self._most * self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what has room."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), int(Qt.AlignmentFlag.AlignVCenter), self.shown())


def _broken(text: str, font: QFont, width: int, on: QWidget) -> list[str]:
    from PySide6.QtGui import QTextLayout, QTextOption  # most of what is painted first fits into one line

    made = QTextLayout(text.replace("\n", "\u2028"), font, on)
    made.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    made.beginLayout()
    lines = []
    while (line := made.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
    made.endLayout()
    return lines or [""]


def heading(text: str, parent: QWidget | None = None) -> Text:
    """A screen's title."""
    return Text(text, parent, scale=HEADING, bold=True)


def section(text: str, parent: QWidget | None = None) -> Text:
    """The title of a part of a screen."""
    return Text(text.upper(), parent, tone=Tone.MUTED, scale=0.85, bold=True)


def small(text: str, parent: QWidget | None = None, tone: Tone = Tone.MUTED) -> Text:
    """Small print."""
    return Text(text, parent, tone=tone, scale=SMALL)


def with_access_key(words: str, used: set[str]) -> str:
    """The words with `&` before the first letter that is not in `used`, a word's first letter rather than another; it is used from now on. `&` in the words stays text."""
    starts = [place for place in range(len(words)) if place == 0 or words[place - 1] == " "]
    for place in (*starts, *range(len(words))):
        letter = words[place].casefold()
        if letter.isalnum() and letter not in used:
            used.add(letter)
            return f"{words[:place].replace('&', '&&')}&{words[place:].replace('&', '&&')}"
    return words.replace("&", "&&")
