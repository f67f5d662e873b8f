"""The main window: rail, top bar, the screen in sight, and the footer. Screens are known by name only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QByteArray, QEvent, QRect, QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.shell.footer import Footer
from ui.shell.notice import Notice
from ui.shell.passing import Passing
from ui.shell.rail import Rail
from ui.shell.top_bar import TopBar
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from ui.actions import Actions

FIRST = QSize(1_280, 820)
"""The window's size the first time, where the screen has the room."""
SMALLEST = QSize(1_024, 700)
TITLE = 40
"""So much of the screen is left to what the desktop puts around the window, in pixels."""
GRIP = 40
"""The height of what a window is dragged by, in pixels."""

PATIENCE_MS = 3_000
"""For so long at most the first page stays while the first screen is being filled."""
A_TURN_MS = 1
"""Between filling the first screen and bringing it into sight: with 0 both, 32 and 14 ms, are one turn of the event loop, in which no key is heard."""


class Screen(Protocol):
    """What the window asks of a screen, which is a widget. One that holds unstored text also has `flush()`."""

    footer_buttons: QWidget | None

    def enter(self, argument: object) -> None:
        """The screen comes into sight; `argument` says on what (an incident's id, the words of a search)."""
        ...


class MainWindow(QMainWindow):
    """The window. `app` wires it; it decides nothing.

    Signals:
        painted(): the window was painted for the first time; what is heavy may begin.
        shown(): a screen came into sight, filled where it can say so.
    """

    painted = Signal()
    shown = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._was_painted = False
        self._opening: QWidget | None = None
        self._coming: QWidget | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_coming)
        self.setObjectName("mainWindow")
        self.setWindowTitle("Incident Composer")
        self.setMinimumSize(SMALLEST)
        self._settings = settings
        self._makers: Mapping[str, Callable[[], QWidget]] = {}
        self._screens: dict[str, QWidget] = {}
        self._may_close: Callable[[], bool] = lambda: True
        self.top_bar = TopBar()
        self.rail = Rail()
        self.notice = Notice()
        self.footer = Footer()
        self.passing = Passing(self.footer)
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
        layout.addWidget(self.notice)
        layout.addWidget(self.footer)
        self.setCentralWidget(whole)
        self.painted.connect(self._begin)
        self._restore()

    @cached_property
    def actions_by_id(self) -> Actions:
        """Keys and commands. Made when they are first asked for, which is after the first paint."""
        from ui.actions import Actions

        return Actions(self)

    def set_screens(self, makers: Mapping[str, Callable[[], QWidget]], *, keep: Collection[str] = ()) -> None:
        """The screens by name, each made when it is first needed. Those made before are dropped, but for those to `keep`: the core was opened anew, or goes by another plan."""
        kept = {name: screen for name, screen in self._screens.items() if name in keep}
        for name, screen in self._screens.items():
            if name in kept:
                continue
            self.stack.removeWidget(screen)
            buttons = cast("Screen", screen).footer_buttons
            if buttons is not None:
                buttons.deleteLater()
            screen.deleteLater()
        if self.stack.currentWidget() not in kept.values():
            self.footer.show_buttons(None)
            self.passing.leave()
            self.footer.offer_problem(False)
        self._screens = kept
        self._makers = makers
        self._coming = None

    def show_opening(self, page: QWidget) -> None:
        """Show this until the first screen has something to show."""
        self._drop_opening()
        self._opening = page
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.setFocus()  # and not the search, which would lose it again a moment later

    def go(self, name: str, argument: object = None) -> QWidget:
        """Bring a screen into sight. The first one comes once it is filled, where it has a signal `ready` for that: nobody sees it empty."""
        if self.stack.indexOf(self._made(name)) < 0:
            from ui.later import paint_later  # not before the first paint

            self.stack.addWidget(self._screens[name])
            paint_later(self.stack)
        self.passing.leave()  # what the screen before said does not stand under this one
        self.footer.offer_problem(False)
        self.actions_by_id.show_screen(name)
        screen = self._coming = self._screens[name]
        ready = getattr(screen, "ready", None)
        if self._opening is None or ready is None:
            self._show_coming()
        else:
            ready.connect(self._show_soon)
            self._patience.start()
        cast("Screen", screen).enter(argument)
        return screen

    def make_ready(self, name: str) -> None:
        """Make a screen that nobody asked for yet, so that it comes the quicker; nothing where there are no screens now."""
        if name in self._makers:
            self._made(name)

    def _made(self, name: str) -> QWidget:
        if name not in self._screens:
            self._screens[name] = self._makers[name]()
        return self._screens[name]

    @property
    def is_arriving(self) -> bool:
        """Whether the first screen is still being filled, out of sight."""
        return self._coming is not None

    def screen_name(self) -> str | None:
        """The name of the screen in sight, or of the first one while it is still being filled."""
        shown = self._coming or self.stack.currentWidget()
        return next((name for name, screen in self._screens.items() if screen is shown), None)

    def say_for(self, name: str, status: str, tone: Tone, detail: str) -> None:
        """What a screen says of itself; it shows only while that screen is in sight."""
        screen = self._screens.get(name)
        if screen is None or screen is not (self._coming or self.stack.currentWidget()):
            return
        self.passing.stand(status, tone, detail)
        has_problem = getattr(screen, "has_problem", tone is Tone.DANGER)
        self.footer.offer_problem(has_problem and self.actions_by_id["problem.next"].isEnabled())

    def tell_for(self, name: str, words: str, tone: Tone, detail: str) -> None:
        """What a screen says in passing; it shows only while that screen is in sight."""
        screen = self._screens.get(name)
        if screen is not None and screen is (self._coming or self.stack.currentWidget()):
            self.passing.tell(words, tone, detail)

    def show_connections(self, states: list[tuple[bool, bool, str]]) -> None:
        """Show each connection (connected, troubled, in words); what runs elsewhere can be taken over once there is one."""
        self.top_bar.show_connections(states)
        self.rail.offer_takeover(any(connected for connected, _, _ in states))

    def flush(self) -> None:
        """Let every screen store what was typed and not yet stored."""
        for screen in self._screens.values():
            flush = getattr(screen, "flush", None)
            if flush is not None:
                flush()

    def holds_unstored(self) -> bool:
        """Whether a screen holds something typed that could not be stored."""
        return any(getattr(screen, "holds_unstored", bool)() for screen in self._screens.values())

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

    def changeEvent(self, event: QEvent) -> None:
        """Whoever turns to another window has what they typed stored at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.flush()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab go as one reads."""
        from ui.shell.reading_order import go_on  # not before the first paint

        return go_on(self, forward=forward)

    def bring_to_front(self) -> None:
        """Show the window above others, also when it was minimised."""
        self.setWindowState(
            (self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
        )
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, once all of it is on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @Slot()
    def _begin(self) -> None:
        self.painted.disconnect(self._begin)
        self.top_bar.begin()
        self.rail.begin()

    @Slot()
    def _show_soon(self) -> None:
        """In a turn of its own: filling a screen and showing it would together hold the window up for as long as a person notices."""
        QTimer.singleShot(A_TURN_MS, self._show_coming)

    @Slot()
    def _show_coming(self) -> None:
        self._patience.stop()
        screen, self._coming = self._coming, None
        if screen is None:
            return
        self.stack.setCurrentWidget(screen)
        self.footer.show_buttons(cast("Screen", screen).footer_buttons)
        self._drop_opening()
        self.shown.emit()

    def _drop_opening(self) -> None:
        opening, self._opening = self._opening, None
        if opening is not None:
            self.stack.removeWidget(opening)
            opening.deleteLater()

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(first_size(self.screen().availableGeometry().size()))
            return
        # A screen may have been unplugged since: enough of the title must be in reach to be dragged.
        frame = self.frameGeometry()
        grip = QRect(frame.left(), frame.top(), frame.width(), GRIP)
        seen = [one.availableGeometry().intersected(grip) for one in QGuiApplication.screens()]
        if not any(part.width() >= 2 * GRIP and part.height() >= GRIP // 2 for part in seen):
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(self.width(), room.width()), min(self.height(), room.height()))
            self.move(room.center() - self.rect().center())


def first_size(room: QSize) -> QSize:
    """How large the window is the first time, on a screen with so much room: its footer, with the one button, is never below the edge."""
    if room.width() < SMALLEST.width() or room.height() < SMALLEST.height():
        return FIRST
    return FIRST.boundedTo(room - QSize(0, TITLE)).expandedTo(SMALLEST)
