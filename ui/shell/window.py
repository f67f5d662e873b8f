"""The main window: rail, top bar, the screen in sight, and the footer. Screens are known by name only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, cast

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.shell.footer import Footer
from ui.shell.rail import Rail
from ui.shell.reading_order import go_on
from ui.shell.top_bar import TopBar


class Screen(Protocol):
    """What the window asks of a screen, which is a widget."""

    footer_buttons: QWidget | None

    def enter(self, argument: object) -> None:
        """The screen comes into sight; `argument` says on what (an incident's id, the words of a search)."""
        ...


class MainWindow(QMainWindow):
    """The window. `app` wires it; it decides nothing."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Incident Composer")
        self.setMinimumSize(QSize(1_024, 700))
        self._settings = settings
        self._makers: Mapping[str, Callable[[], QWidget]] = {}
        self._screens: dict[str, QWidget] = {}
        self._may_close: Callable[[], bool] = lambda: True
        self.actions_by_id = Actions(self)
        self.top_bar = TopBar()
        self.rail = Rail()
        self.footer = Footer()
        self.stack = QStackedWidget()
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addLayout(middle, 1)
        layout.addWidget(self.footer)
        self.setCentralWidget(whole)
        self._restore()

    def set_screens(self, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        """The screens by name, each made when it is first needed. Those made before are dropped: the core was opened anew."""
        for screen in self._screens.values():
            self.stack.removeWidget(screen)
            screen.deleteLater()
        self.footer.show_buttons(None)
        self._screens = {}
        self._makers = makers

    def go(self, name: str, argument: object = None) -> QWidget:
        """Bring a screen into sight."""
        if name not in self._screens:
            self._screens[name] = self._makers[name]()
            self.stack.addWidget(self._screens[name])
        screen = self._screens[name]
        self.stack.setCurrentWidget(screen)
        self.footer.show_buttons(cast("Screen", screen).footer_buttons)
        cast("Screen", screen).enter(argument)
        return screen

    def screen_name(self) -> str | None:
        """The name of the screen in sight."""
        return next(
            (name for name, screen in self._screens.items() if screen is self.stack.currentWidget()), None
        )

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Ask this before the window closes; it may refuse."""
        self._may_close = may_close

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember place and size; something on its way may keep the window."""
        if not self._may_close():
            event.ignore()
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.sync()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab go as one reads."""
        return go_on(self, forward=forward)

    def bring_to_front(self) -> None:
        """Show the window above others, also when it was minimised."""
        self.setWindowState(
            (self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
        )
        self.show()
        self.raise_()
        self.activateWindow()

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray) and self.restoreGeometry(geometry):
            return
        self.resize(1_280, 820)
