"""Menus: rows that a tired hand can hit, in the light and in the dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.widgets.menu import Menu


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_each_row_is_tall_enough_and_a_line_between_them_stays_thin(qtbot, scheme, scale):
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.palette()
    theme.apply(scheme)
    menu = Menu()
    qtbot.addWidget(menu)
    font = QFont(menu.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    menu.setFont(font)
    rows = [menu.addAction("Skip…"), menu.addAction("Copy text")]
    line = menu.addSeparator()
    part = Menu("More", menu)
    rows.append(menu.addMenu(part))
    menu.popup(menu.pos())
    try:
        heights = [menu.actionGeometry(one).height() for one in rows]
        assert min(heights) >= max(24, menu.fontMetrics().height()), heights
        assert menu.actionGeometry(line).height() < 16
    finally:
        menu.hide()
        application.setPalette(before)
