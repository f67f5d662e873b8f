"""Practice and live, by the person's own switch: what each side still has to say is asked before the other one is opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from composer.paths import Mode
from composer.settings import load_settings
from ui.session import Session

if TYPE_CHECKING:
    from composer.services.reach import Reachable
    from ui.leaving import Leaving
    from ui.shell.window import MainWindow


class ModeSwitch(QObject):
    """Asks what there is to ask, remembers the mode for the next start, and opens it. `show_opening` shows that it is being opened; `stay` that the mode in force goes on.

    Before LIVE the person is told who will be reachable; before LIVE is left, what is on its way there.
    """

    def __init__(
        self, session: Session, window: MainWindow, show_opening: Callable[[], None], stay: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._show_opening, self._stay = session, window, show_opening, stay

    def to(self, mode: Mode, leaving: Leaving | None, *, asked: bool = False) -> None:
        """Switch, unless the person would rather stay. `asked`: who will be reachable was said already."""
        session = self._session
        if mode is Mode.LIVE and not asked:
            home = session.home
            from composer.services.reach import live_reach

            session.jobs.submit(
                partial(live_reach, home), self._ask_before_live, session.errors.tell, line="send", owner=self
            )
        elif session.mode is Mode.LIVE and leaving is not None and not leaving.may_leave_live():
            self._stay()
        else:
            self._switch(mode)

    def _ask_before_live(self, found: tuple[Reachable, ...]) -> None:
        from ui.going_live import may_go_live

        if may_go_live(self._window, found):
            self._switch(Mode.LIVE)
        else:
            self._stay()

    def _switch(self, mode: Mode) -> None:
        session, window = self._session, self._window
        settings = session.home.settings

        def remember() -> None:
            from composer.settings import save_settings

            save_settings(settings, load_settings(settings)[0]._replace(mode=mode.value))

        session.jobs.submit(remember, None, session.errors.tell)
        window.flush()
        window.set_screens({})
        session.switch(mode)
        window.top_bar.show_mode(mode)
        self._show_opening()
