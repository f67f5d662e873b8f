"""What has the focus is seen, and every text can be read, in light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QStyle,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui
from tests.ui.every_screen import SCREENS, Tour, tour
from tests.ui.seen import (
    MARGIN,
    SIDES,
    contrast,
    ink_and_ground,
    picture,
    ring_faults,
    standing_out,
)
from ui import theme
from ui.shell.footer import Line
from ui.shell.reading_order import into_sight, reading_order
from ui.theme import Colours, Scheme
from ui.widgets.framed import Frame
from ui.widgets.sheet import Sheet

SCHEMES = (Scheme.LIGHT, Scheme.DARK)
TEXT, SHAPE = 4.5, 3.0
LONGEST_MOTION_MS = 200
WITH_A_BAR = {"postmortemDocument"}
"""Their ring is round the page: at its right stands a scroll bar."""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_has_the_focus_is_seen(qtbot: QtBot, tmp_path: Path, scheme: Scheme) -> None:
    with tour(qtbot, tmp_path) as made:
        theme.apply(scheme)
        of = theme.colours()
        inks = of.accent, of.danger_text, of.text, of.on_accent, of.on_severity
        wrong, kinds = [], set()
        for name in SCREENS:
            top = made.go(name)
            for widget in reading_order(top):
                kind = f"{type(widget).__name__} {widget.objectName()}"
                if kind in kinds:
                    continue
                kinds.add(kind)
                faults = ring_of(made, widget, inks)
                if faults:  # what is scrolled to may have found its place only now
                    faults = ring_of(made, widget, inks)
                wrong += [f"{name}: {kind}: {what}" for what in faults]
        assert not wrong, "\n".join(wrong)


def ring_of(made: Tour, widget: QWidget, inks: tuple[str, ...]) -> list[str]:
    """What the ring lacks that comes with the focus, on the sides that are in sight; that of an input is its frame's, that of a tab bar its current tab's."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QApplication.processEvents()
        into_sight(widget)
    part = widget.tabRect(widget.currentIndex()) if isinstance(widget, QTabBar) else None
    above = widget.parentWidget()
    whole = above if isinstance(above, Frame | Sheet) else widget
    with_focus, place = picture(whole, part), whole.mapTo(made.window, QPoint(0, 0))
    elsewhere = made.window.top_bar.settings
    (made.window.rail.declare if widget is elsewhere else elsewhere).setFocus(Qt.FocusReason.TabFocusReason)
    without = picture(whole, part)
    if whole.mapTo(made.window, QPoint(0, 0)) != place:
        return ["moved as the focus went"]
    seen, rect = whole.visibleRegion().boundingRect(), whole.rect()
    hidden = {side for side in SIDES if getattr(seen, side)() != getattr(rect, side)()}
    if widget.objectName() in WITH_A_BAR:
        hidden.add("right")
    return [what for what in ring_faults(without, with_focus, inks) if what.partition(":")[0] not in hidden]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_can_be_read(qtbot: QtBot, tmp_path: Path, scheme: Scheme) -> None:
    with tour(qtbot, tmp_path) as made:
        theme.apply(scheme)
        wrong: dict[str, None] = {}
        for name, top in made.everything():
            for widget in top.findChildren(QWidget):
                if (
                    not isinstance(widget, QLabel | QAbstractButton)
                    or not widget.isVisible()
                    or widget.window() is not top
                ):
                    continue
                if (
                    not getattr(widget, "text", str)().strip()
                    or widget.visibleRegion().boundingRect().size() != widget.size()
                ):
                    continue
                if widget.width() < widget.fontMetrics().averageCharWidth():
                    continue  # it gave way to what stands before it: no letter is painted
                if isinstance(widget, Line) and not widget.shown:
                    continue  # so did this one
                least = TEXT if widget.isEnabled() else SHAPE
                found = ink_and_ground(_inside(widget))
                if found < least - 0.05:
                    wrong[f"{name}: {type(widget).__name__} {widget.text()!r}: {found:.1f} : 1"] = None
        assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_inputs_are_seen_without_the_focus(qtbot: QtBot, tmp_path: Path, scheme: Scheme) -> None:
    """Their outline is: the upper edge of a line, the box of a check box."""
    with tour(qtbot, tmp_path) as made:
        theme.apply(scheme)
        wrong, kinds = [], set()
        for name in SCREENS:
            top = made.go(name)
            for widget in reading_order(top):
                box = isinstance(widget, QCheckBox | QRadioButton)
                if not box and not isinstance(widget, QLineEdit | QComboBox):
                    continue
                kind = f"{type(widget).__name__} {widget.objectName()}"
                if kind in kinds:
                    continue
                kinds.add(kind)
                made.window.top_bar.settings.setFocus()
                into_sight(widget)
                image = picture(widget)
                part = (
                    image.copy(MARGIN, MARGIN, 20, widget.height())
                    if box
                    else image.copy(MARGIN, 0, widget.width() - 30, MARGIN + 3)
                )
                wanted = 30 if box else part.width() * 0.8
                if standing_out(part) < wanted:
                    wrong.append(f"{name}: {kind}: {standing_out(part)} of {wanted:.0f} pixels")
        assert not wrong, "\n".join(wrong)


def _inside(widget: QWidget) -> QImage:
    window = widget.window()
    area = widget.rect().translated(widget.mapTo(window, QPoint(0, 0)))
    return window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("of", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_palettes_keep_their_contrasts(of: Colours) -> None:
    grounds = (of.ground, of.card, of.rail)
    texts = [
        (ink, ground)
        for ink in (of.text, of.muted, of.accent, of.danger_text, of.warning_text, of.good_text)
        for ground in grounds
    ]
    texts += [
        (of.on_accent, of.accent),
        (of.on_danger, of.danger),
        (of.accent, of.accent_ground),
        (of.text, of.accent_ground),
        (of.muted, of.accent_ground),
        (of.danger_text, of.accent_ground),
        (of.danger_text, of.danger_ground),
        (of.warning_text, of.warning_ground),
        (of.text, of.warning_ground),
        (of.good_text, of.good_ground),
        (of.text, of.added_ground),
        (of.text, of.chip),
        (of.text if of is theme.DARK else of.muted, of.chip),
    ]
    texts += [(of.on_severity, ground) for ground in of.severities]
    wrong = [
        f"text {ink} on {ground}: {contrast(ink, ground):.2f}"
        for ink, ground in texts
        if contrast(ink, ground) < TEXT
    ]
    shapes = [
        (line, ground)
        for line in (of.strong_border, of.accent, of.danger_text, of.good_text)
        for ground in grounds
    ]
    shapes += [(of.warning_border, of.card)] if of is theme.DARK else []
    wrong += [
        f"line {line} on {ground}: {contrast(line, ground):.2f}"
        for line, ground in shapes
        if contrast(line, ground) < SHAPE
    ]
    palette, roles = theme.palette(of), QPalette.ColorRole
    for ink, ground in (
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.PlaceholderText, roles.Base),
        (roles.ButtonText, roles.Button),
        (roles.HighlightedText, roles.Highlight),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.Link, roles.Base),
    ):
        if contrast(palette.color(ink), palette.color(ground)) < TEXT:
            wrong.append(f"{ink} on {ground}")
    disabled = QPalette.ColorGroup.Disabled
    if contrast(palette.color(disabled, roles.Text), palette.color(roles.Base)) < SHAPE:
        wrong.append("disabled text")
    assert wrong == []


def test_nothing_moves_by_itself(qapp: QApplication) -> None:
    """Whoever wants no motion has none: no screen brings an animation, and the style's own are short."""
    moving = re.compile(r"\bQ\w*Animation\w*\b|\bQMovie\b|\bQTimeLine\b")
    brought = {
        str(file): found
        for file in sorted(Path(ui.__file__).parent.rglob("*.py"))
        if (found := moving.findall(file.read_text(encoding="utf-8")))
    }
    assert brought == {}
    theme.apply(Scheme.LIGHT)
    assert qapp.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= LONGEST_MOTION_MS


def test_contrast_is_that_of_wcag(qapp: QApplication) -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast(QColor("#1656d6"), QColor("#1656d6")) == 1
