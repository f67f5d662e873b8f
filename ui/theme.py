"""Colours, spacing and type: one light and one dark palette, and the colours of severities and states.

Native widgets painted by the palette; the platform's own font. Every pair of text and ground here has a contrast of at least 4.5 : 1, which a test measures. Colour never
stands alone: a severity has its key, a state its shape and word.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

UNIT = 4
"""The spacing scale: everything is a multiple of this many pixels."""
GAP, EDGE, WIDE = 2 * UNIT, 4 * UNIT, 6 * UNIT
CONTROL_HEIGHT = 32
"""The least height of a button, an input and a row that can be clicked, in pixels at 100 %."""


STYLE = "Fusion"
"""The style of all widgets. The program names it when it starts Qt; setting it later costs 15 ms of the first paint."""


class Scheme(StrEnum):
    """What the person chose in Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Colours(NamedTuple):
    """The colours beside the palette's own roles, as `#rrggbb`."""

    ground: str
    rail: str
    card: str
    border: str
    strong_border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_ground: str
    danger: str
    on_danger: str
    danger_text: str
    danger_ground: str
    warning_text: str
    warning_ground: str
    warning_border: str
    good_text: str
    good_ground: str
    added_ground: str
    chip: str
    severities: tuple[str, ...]
    on_severity: str = "#ffffff"
    primary: str = "#1656d6"
    """The ground of the main button: as deep in the dark as the red one beside it, with the same white words."""
    on_primary: str = "#ffffff"


LIGHT = Colours(
    ground="#fbfcfe",
    rail="#eceff4",
    card="#ffffff",
    border="#dde1e8",
    strong_border="#808794",
    text="#1b2230",
    muted="#5b6472",
    accent="#1656d6",
    on_accent="#ffffff",
    accent_ground="#f0f5ff",
    danger="#b3121d",
    on_danger="#ffffff",
    danger_text="#b3121d",
    danger_ground="#fdecec",
    warning_text="#8a5a00",
    warning_ground="#fff8e6",
    warning_border="#c99700",
    good_text="#1a6b3a",
    good_ground="#eefaf2",
    added_ground="#d9f2e2",
    chip="#e6e9ef",
    severities=("#b3121d", "#c2540a", "#86690a", "#55606e"),
)
DARK = Colours(
    ground="#14171d",
    rail="#1b1f27",
    card="#1f242d",
    border="#343b47",
    strong_border="#7d8796",
    text="#e8ebf0",
    muted="#a7afbc",
    accent="#6ea2ff",
    on_accent="#0b1220",
    accent_ground="#1c2740",
    danger="#d8323d",
    on_danger="#ffffff",
    danger_text="#ff8a8f",
    danger_ground="#3a1c1f",
    warning_text="#f0b64a",
    warning_ground="#33290f",
    warning_border="#a8801f",
    good_text="#6cd397",
    good_ground="#163021",
    added_ground="#1d4a30",
    chip="#2d3440",
    severities=("#c9313b", "#b9560f", "#86690a", "#5d6877"),
    primary="#2f6be0",
)


def column_width(room: int, letters: QFontMetrics) -> int:
    """How wide a page's only column may be, in pixels: in a wide window wider, as long as its lines can be read."""
    scale = max(1.0, letters.height() / 16)
    return int(min(max(700 * scale, room * 0.6), 960 * scale))


def is_dark() -> bool:
    """Whether the palette in force is a dark one."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colours() -> Colours:
    """The colours that go with the palette in force."""
    return DARK if is_dark() else LIGHT


def severity_colour(rank: int) -> str:
    """The ground of a severity's badge; white text on it. `rank` counts from the worst, 0."""
    grounds = colours().severities
    return grounds[min(max(rank, 0), len(grounds) - 1)]


def apply(scheme: Scheme) -> None:
    """Paint the whole program light or dark; *system* follows the platform where it tells."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    dark = scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and _system_is_dark())
    # The palette first: a change of style is what every widget hears of.
    application.setPalette(palette(DARK if dark else LIGHT))
    if application.topLevelWidgets():
        application.setStyle(QStyleFactory.create(STYLE))
        for widget in application.allWidgets():
            follow = getattr(widget, "follow_theme", None)
            if follow is not None:
                follow()


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def palette(of: Colours) -> QPalette:
    """A palette with all roles that widgets read. Fusion's own light one has highlight and placeholder below 4.5 : 1."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, of.ground),
        (roles.WindowText, of.text),
        (roles.Base, of.card),
        (roles.AlternateBase, of.rail),
        (roles.Text, of.text),
        (roles.PlaceholderText, of.muted),
        (roles.Button, of.card),
        (roles.ButtonText, of.text),
        (roles.BrightText, of.danger_text),
        (roles.Highlight, of.accent),
        (roles.HighlightedText, of.on_accent),
        (roles.Accent, of.accent),
        (roles.Link, of.accent),
        (roles.LinkVisited, of.accent),
        (roles.ToolTipBase, of.card),
        (roles.ToolTipText, of.text),
        (roles.Light, of.card),
        (roles.Midlight, of.border),
        (roles.Mid, of.strong_border),
        (roles.Dark, of.strong_border),
        (roles.Shadow, of.border),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(of.strong_border))
    return made
