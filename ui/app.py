"""The one place where the window is wired: session, screens, actions, errors."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from composer.paths import HomePaths, Mode, open_home
from composer.record.first_look import first_look
from composer.settings import load_settings
from ui import theme
from ui.errors import ErrorHook
from ui.garbage import MainThreadGarbage
from ui.jobs import JobRunner
from ui.remembered import PlanWords
from ui.session import Session
from ui.shell.opening import opening_page
from ui.shell.window import MainWindow
from ui.widgets.text import Tone
from ui.workarounds import keep_singletons_alive

if TYPE_CHECKING:  # what the first paint does not need is imported when it is needed
    from composer.services.overview import Overview
    from ui.notify import DueWatch, Notifier

UNSEEN_MS = 2_000
"""A window that nobody sees is not painted; after so long the core is opened all the same."""


def open_window(home: str | Path | None, *, debug: bool = False) -> int:
    """Open the window on a home folder and run until it is closed; the exit status."""
    sys.setswitchinterval(0.001)  # so that imports on a worker thread leave the window its turns
    keep_singletons_alive()
    application = QApplication.instance() or QApplication(["incident-composer"])
    paths = open_home(home)
    program = Program(paths, debug=debug)
    program.start()
    status = application.exec()
    program.stop()
    return status


class Program(QObject):
    """Everything that lives as long as the window."""

    def __init__(self, home: HomePaths, *, debug: bool = False) -> None:
        super().__init__()
        self._debug = debug
        self.settings = QSettings(str(home.root / "window.ini"), QSettings.Format.IniFormat)
        theme.apply(theme.Scheme(str(self.settings.value("look/scheme", theme.Scheme.SYSTEM.value))))
        self.garbage = MainThreadGarbage(self)
        self.errors = ErrorHook(self)
        self.jobs = JobRunner(self)
        mode = Mode(load_settings(home.settings)[0].mode)
        self.session = Session(home, mode, self.jobs, self.errors, self)
        self.window = MainWindow(self.settings)
        self.watch: DueWatch | None = None
        self.notifier: Notifier | None = None
        self._plan_words = PlanWords(self.settings)
        self._current: str | None = None
        self._wanted: tuple[str, object] | None = None
        self._unseen = QTimer(self)
        self._unseen.setSingleShot(True)
        self._unseen.setInterval(UNSEEN_MS)
        self._wire()

    def start(self) -> None:
        """Show the window with what a first look at the record tells; the core is opened once that was painted."""
        self.errors.install()
        self.window.top_bar.show_mode(self.session.mode)
        self._show_first_look()
        self._unseen.start()
        self.window.show()

    def stop(self) -> None:
        """See what is under way through, and let go of everything."""
        self._unseen.stop()
        if self.notifier is not None:
            self.notifier.close()
        self.jobs.close()
        self.session.close()
        self.errors.remove()
        self.garbage.stop()

    # --- wiring ------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        window, session = self.window, self.session
        session.opened.connect(self._on_opened)
        session.overview_changed.connect(self._show_overview)
        session.second_passed.connect(self._tick)
        window.painted.connect(self._open)
        self._unseen.timeout.connect(self._open)
        self.errors.sentence.connect(self._on_sentence)
        self.errors.crashed.connect(self._on_crash)
        window.rail.declare_wanted.connect(lambda: self.go("declare"))
        window.rail.incident_chosen.connect(lambda incident_id: self.go("compose", incident_id))
        window.rail.postmortem_chosen.connect(lambda incident_id: self.go("postmortem", incident_id))
        window.rail.screen_wanted.connect(self.go)
        window.top_bar.settings_wanted.connect(lambda: self.go("settings"))
        window.top_bar.search_wanted.connect(lambda words: self.go("history", words))
        actions = window.actions_by_id
        actions.on("incident.declare", lambda: self.go("declare"))
        actions.on("search", window.top_bar.search.setFocus)
        for name in ("history", "templates", "settings"):
            actions.on(f"screen.{name}", partial(self.go, name))
        actions.on("page.open", self.open_status_page)
        actions.on("window.close", window.close)
        actions.on("help.keys", self._show_keys)
        actions.on("screen.plan", lambda: self.go("welcome"))

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        """Each screen by name, made when it is first needed."""
        from ui.screens import makers

        return makers(self.session, self.window.actions_by_id, self)

    def go(self, name: str, argument: object = None) -> None:
        """Bring a screen into sight; what is asked for before the core is ready is shown then."""
        if not self.session.is_open:
            self._wanted = name, argument
            return
        self._current = argument if name == "compose" and isinstance(argument, str) else None
        self.window.go(name, argument)
        if self.session.overview is not None:
            self._show_overview(self.session.overview)

    def say(self, status: str, tone: str = Tone.PLAIN.value, detail: str = "") -> None:
        """Show how things stand in the footer."""
        self.window.footer.say(status, Tone(tone), detail)

    def open_status_page(self) -> None:
        """Open the practice status page in the browser."""
        if not self.session.is_open:
            return
        self.session.run(lambda services: services.status_page_file(), _open_file)

    def switch_mode(self, mode: Mode) -> None:
        """Practice or live: only the person's own switch comes here."""
        home = self.session.home

        def remember() -> None:
            from composer.settings import save_settings

            save_settings(home.settings, replace(load_settings(home.settings)[0], mode=mode.value))

        self.jobs.submit(remember, None, self.errors.tell)
        self.window.set_screens({})
        self.session.switch(mode)
        self.window.top_bar.show_mode(mode)
        self._show_first_look()

    @Slot()
    def _open(self) -> None:
        """What is heavy begins here, on a worker."""
        self._unseen.stop()
        self.window.painted.disconnect(self._open)
        folder, debug = self.session.home.logs, self._debug

        def set_up_logs() -> None:
            from composer import logs

            logs.setup(debug=debug, folder=folder)

        self.jobs.submit(set_up_logs, None, self.errors.tell)
        self.session.open()

    def _show_first_look(self) -> None:
        """What is open, before it is known what is due."""
        words = self._plan_words
        look = first_look(self.session.home.record(self.session.mode), words.ranks)
        if look is not None:
            first = look.open[0].id if look.open else None
            self.window.rail.show_first(look.open, first, words.ranks, words.phases)
        self.window.show_opening(opening_page(look, words.ranks))
        self.say("", detail=self.tr("Opening the record…"))

    def _on_opened(self) -> None:
        from ui.notify import DueWatch, Notifier

        if self.watch is None:
            self.watch = DueWatch(self._title_of, self)
            self.notifier = Notifier(self.window, self.watch, self.settings, stamp=self._stamp, parent=self)
            self.notifier.chosen.connect(self._on_notice)
            self.session.overview_changed.connect(self.watch.look)
        self.window.set_screens(self._makers())
        self.window.top_bar.show_mode(self.session.mode)

    def _show_overview(self, overview: Overview) -> None:
        plan = self.session.services.plan
        phases = {phase.key: phase.label for phase in plan.phases}
        self._plan_words.remember([severity.key for severity in plan.severities], phases)
        labels = {name: one.head.title for name, one in self.session.services.library.templates.items()}
        self.window.rail.show_overview(overview, self._current, self._plan_words.ranks, labels | phases)
        if self.window.screen_name() is None:
            first = overview.open[0].incident.id if overview.open else None
            wanted, self._wanted = self._wanted or ("compose" if first else "welcome", first), None
            self.go(*wanted)

    def _tick(self) -> None:
        if self.session.is_open and self.watch is not None:
            now = self.session.services.clock.now()
            self.window.rail.tick(now)
            self.watch.tick(now)

    def _show_keys(self) -> None:
        from ui.shell.keys import KeysDialog

        KeysDialog.show_for(self.window)

    def _on_crash(self, details: str) -> None:
        from ui.crash import CrashDialog

        CrashDialog.tell(self.window, details)

    @Slot(str, str)
    def _on_sentence(self, text: str, step: str) -> None:
        self.window.footer.say(text, Tone.DANGER, step)

    @Slot(str)
    def _on_notice(self, incident_id: str) -> None:
        self.window.bring_to_front()
        self.go("compose", incident_id)

    def _title_of(self, template: str) -> str:
        templates = self.session.services.library.templates if self.session.is_open else {}
        return templates[template].head.title if template in templates else template

    def _stamp(self) -> str:
        """What a notice from practice carries, so that nobody runs for a drill."""
        if not self.session.is_open or not self.session.services.practice:
            return ""
        return self.session.services.plan.words.drill


def _open_file(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
