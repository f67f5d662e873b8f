"""The command search, made when somebody comes to the box: its list brings classes of Qt that a start would wait for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings

from ui.palette.presenter import PalettePresenter
from ui.session import Session
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from ui.palette.box import Palette


class PaletteWhenNeeded(QObject):
    """Notes from the start which commands were used, and makes the list when the box gets the focus or its key is pressed."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        settings: QSettings,
        go: Callable[[str, object], None],
    ) -> None:
        super().__init__(window)
        self._window, self._go = window, go
        self._presenter = PalettePresenter(session, window.actions_by_id, settings, self)
        self._made: Palette | None = None
        window.top_bar.search.installEventFilter(self)

    def get(self) -> Palette:
        """The palette."""
        if self._made is None:
            from ui.palette.box import Palette

            self._window.top_bar.search.removeEventFilter(self)
            self._made = Palette(self._window, self._presenter, self._go)
        return self._made

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody comes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.KeyPress):
            self.get()
        return False
