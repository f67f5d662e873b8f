"""A menu whose rows are large enough for a tired hand."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleFactory,
    QStyleOption,
    QWidget,
)

from ui import theme

SEPARATOR = 12
"""A line between rows is no taller than this."""
LEAST = 26
"""The least height of a row, in pixels; larger letters make it taller."""


class _Tall(QProxyStyle):
    """The program's style, with taller rows in menus."""

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """As the style has it, but never lower."""
        made = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind is QStyle.ContentsType.CT_MenuItem and made.height() > SEPARATOR:
            made.setHeight(max(LEAST, made.height()))
        return made


@cache
def _style() -> QStyle:
    return _Tall(QStyleFactory.create(theme.STYLE))


class Menu(QMenu):
    """Every menu of the window is one."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[call-overload]
        self.setStyle(_style())
