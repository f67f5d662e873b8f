"""The one place where the window is wired: session, screens, actions, errors."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from composer import logs
from composer.paths import HomePaths, Mode, open_home
from composer.settings import load_settings, save_settings
from ui import language, theme
from ui.errors import ErrorHook
from ui.garbage import MainThreadGarbage
from ui.jobs import JobRunner
from ui.notify import DueWatch, Notifier
from ui.session import Session
from ui.shell.keys import KeysDialog
from ui.shell.window import MainWindow
from ui.widgets.text import Tone
from ui.workarounds import keep_singletons_alive


def open_window(home: str | Path | None, *, debug: bool = False) -> int:
    """Open the window on a home folder and run until it is closed; the exit status."""
    sys.setswitchinterval(0.001)  # so that imports on a worker thread leave the window its turns
    keep_singletons_alive()
    application = QApplication.instance() or QApplication(["incident-composer"])
    paths = open_home(home)
    logs.setup(debug=debug, folder=paths.logs)
    program = Program(paths)
    program.start()
    status = application.exec()
    program.stop()
    return status


class Program(QObject):
    """Everything that lives as long as the window."""

    def __init__(self, home: HomePaths) -> None:
        super().__init__()
        self.settings = QSettings(str(home.root / "window.ini"), QSettings.Format.IniFormat)
        theme.apply(theme.Scheme(str(self.settings.value("look/scheme", theme.Scheme.SYSTEM.value))))
        settings = load_settings(home.settings)[0]
        language.apply(settings.language)  # before the first words are made
        self.garbage = MainThreadGarbage(self)
        self.errors = ErrorHook(self)
        self.jobs = JobRunner(self)
        mode = Mode(settings.mode)
        self.session = Session(home, mode, self.jobs, self.errors, self)
        self.window = MainWindow(self.settings)
        self.watch = DueWatch(self._title_of, self)
        self.notifier = Notifier(self.window, self.watch, self.settings, stamp=self._stamp, parent=self)
        self._current: str | None = None
        self._wire()

    def start(self) -> None:
        """Show the window, and open the core once it was painted."""
        self.errors.install()
        self.window.top_bar.show_mode(self.session.mode)
        self.window.show()
        QTimer.singleShot(0, self.session.open)

    def stop(self) -> None:
        """See what is under way through, and let go of everything."""
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
        session.overview_changed.connect(self.watch.look)
        session.second_passed.connect(self._tick)
        self.notifier.chosen.connect(self._on_notice)
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
        actions.on("help.keys", lambda: KeysDialog.show_for(window))
        actions.on("screen.plan", lambda: self.go("welcome"))

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        """Each screen by name, made when it is first needed."""
        from ui.screens import makers

        return makers(self.session, self.window.actions_by_id, self)

    def go(self, name: str, argument: object = None) -> None:
        """Bring a screen into sight; before the core is ready there is none."""
        if not self.session.is_open:
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
        self.session.run(lambda services: services.status_page_file(), self._open_file)

    def switch_mode(self, mode: Mode) -> None:
        """Practice or live: only the person's own switch comes here."""
        home = self.session.home

        def remember() -> None:
            save_settings(home.settings, replace(load_settings(home.settings)[0], mode=mode.value))

        self.jobs.submit(remember, None, self.errors.tell)
        self.window.set_screens({})
        self.session.switch(mode)
        self.window.top_bar.show_mode(mode)

    def _on_opened(self) -> None:
        self.window.set_screens(self._makers())
        self.window.top_bar.show_mode(self.session.mode)

    def _show_overview(self, overview: object) -> None:
        from composer.services.overview import Overview

        if not isinstance(overview, Overview):
            return
        plan = self.session.services.plan
        ranks = {severity.key: rank for rank, severity in enumerate(plan.severities)}
        labels = {name: one.head.title for name, one in self.session.services.library.templates.items()}
        labels |= {phase.key: phase.label for phase in plan.phases}
        self.window.rail.show_overview(overview, self._current, ranks, labels)
        if self.window.screen_name() is None:
            first = overview.open[0].incident.id if overview.open else None
            self.go("compose" if first else "welcome", first)

    def _tick(self) -> None:
        if self.session.is_open:
            now = self.session.services.clock.now()
            self.window.rail.tick(now)
            self.watch.tick(now)

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

    def _open_file(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _title_of(self, template: str) -> str:
        templates = self.session.services.library.templates if self.session.is_open else {}
        return templates[template].head.title if template in templates else template

    def _stamp(self) -> str:
        """What a notice from practice carries, so that nobody runs for a drill."""
        if not self.session.is_open or not self.session.services.practice:
            return ""
        return self.session.services.plan.words.drill
