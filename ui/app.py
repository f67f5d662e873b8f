"""The one place where the window is wired: session, screens, actions, errors."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from composer.cli.main import say
from composer.paths import HomePaths, Mode, open_home
from composer.record.first_look import first_look
from composer.settings import load_settings
from ui import language, theme
from ui.display import make_application
from ui.errors import ErrorHook
from ui.garbage import MainThreadGarbage
from ui.jobs import JobRunner
from ui.remembered import PlanWords
from ui.session import Session
from ui.shell.opening import opening_page
from ui.shell.window import MainWindow
from ui.single import OnlyWindow
from ui.switching import ModeSwitch
from ui.widgets.text import Tone
from ui.workarounds import lend_singletons

if TYPE_CHECKING:  # what the first paint does not need is imported when it is needed
    from composer.domain.errors import Problem
    from composer.services.overview import Overview
    from ui.leaving import Leaving
    from ui.notify import DueWatch, Notifier
    from ui.own_files import OwnFiles
    from ui.palette.box import Palette
    from ui.palette.when_needed import PaletteWhenNeeded
    from ui.slack_back import SlackWatch

UNSEEN_MS = 2_000
"""A window that nobody sees is not painted; after so long the core is opened all the same."""

SWITCH_S = 0.0001
"""For so long at most the window waits for a worker's Python."""

KNOW_NO_PLAN = frozenset({"connections"})
"""Screens that say nothing of the plan: with another plan they stay as they are, half-filled forms too."""


def open_window(home: str | Path | None, *, debug: bool = False) -> int:
    """Open the window on a home folder and run until it is closed; the exit status. A window that is open already comes to the front instead."""
    # So that what a worker works out or imports leaves the window its turns. Each call of Qt into a widget of ours may wait so long for the worker: with a millisecond the
    # settings' first layout took 60 ms beside the check of all templates, with a tenth of it 25.
    sys.setswitchinterval(SWITCH_S)
    lend_singletons()
    application = QApplication.instance() or make_application(["incident-composer", "-style", theme.STYLE])
    language.apply(
        language.SYSTEM
    )  # for whatever keeps the window from opening; what Settings say comes with it
    try:
        paths = open_home(home)
        only = OnlyWindow(paths.root)
        if not only.take():
            say(f"The window on {paths.root} was open already; it is in front now.")
            return 0
    except Exception as error:
        from composer.domain.errors import UserFacingError  # the first paint needs no error

        if not isinstance(error, UserFacingError):
            raise
        from ui.refusing import refuse

        return refuse(error)
    program = Program(paths, only, debug=debug)
    program.start()
    status = application.exec()
    program.stop()
    return status


class Program(QObject):
    """Everything that lives as long as the window."""

    def __init__(self, home: HomePaths, only: OnlyWindow | None = None, *, debug: bool = False) -> None:
        super().__init__()
        self.only = only
        self._debug = debug
        self.settings = QSettings(str(home.root / "window.ini"), QSettings.Format.IniFormat)
        theme.apply(theme.Scheme(str(self.settings.value("look/scheme", theme.Scheme.SYSTEM.value))))
        settings = load_settings(home.settings)[0]
        if settings.language != language.SYSTEM:
            language.apply(settings.language)  # before the first words are made
        self.garbage = MainThreadGarbage(self)
        self.errors = ErrorHook(self)
        self.jobs = JobRunner(self)
        mode = Mode(settings.mode)
        self.session = Session(home, mode, self.jobs, self.errors, self)
        self.window = MainWindow(self.settings)
        self.watch: DueWatch | None = None
        self.notifier: Notifier | None = None
        self.own_files: OwnFiles | None = None
        self.leaving: Leaving | None = None
        self.slack: SlackWatch | None = None
        self._palette: PaletteWhenNeeded | None = None
        self._plan_words = PlanWords(self.settings)
        self._switching = ModeSwitch(self.session, self.window, self._show_first_look, self._stay_in_mode)
        self._current: str | None = None
        self._marked: str | None = None  # whose card in the rail stands for what is in sight
        self._argument: object = None
        self._wanted: tuple[str, object] | None = None
        self._unseen = QTimer(self, singleShot=True, interval=UNSEEN_MS)
        self._wire()

    def start(self) -> None:
        """Show the window with what a first look at the record tells; the core is opened once that was painted."""
        self.errors.install()
        self.window.top_bar.show_mode(self.session.mode)
        self._show_first_look()
        self._unseen.start()
        self.window.show()
        if self.only is not None:
            self.only.wanted.connect(self.window.bring_to_front)

    def stop(self) -> None:
        """See what is under way through, and let go of everything."""
        from ui import dataclass_methods

        self._unseen.stop()
        if self.notifier is not None:
            self.notifier.close()
        if self.own_files is not None:
            self.own_files.close()
        if self.slack is not None:
            self.slack.close()
        self.session.let_go()
        self.jobs.close(meanwhile=self.session.let_go)
        dataclass_methods.end()
        self.session.close()
        if self.only is not None:
            self.only.release()
        self.errors.remove()
        self.garbage.stop()

    # --- wiring ------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        window, session = self.window, self.session
        session.opened.connect(self._on_opened)
        session.failed.connect(self._on_failed)
        session.library_changed.connect(self._on_library)
        session.overview_changed.connect(self._show_overview)
        session.second_passed.connect(self._tick)
        session.reach_changed.connect(self._show_connections)
        window.painted.connect(self._open)
        window.shown.connect(self.garbage.settle)
        self._unseen.timeout.connect(self._open)
        self.errors.sentence.connect(self._on_sentence)
        self.errors.crashed.connect(self._on_crash)
        window.rail.declare_wanted.connect(lambda: self.go("declare"))
        window.rail.incident_chosen.connect(lambda incident_id: self.go("compose", incident_id))
        window.rail.postmortem_chosen.connect(lambda incident_id: self.go("postmortem", incident_id))
        window.rail.put_away_wanted.connect(session.put_away)
        window.rail.screen_wanted.connect(self.go)
        window.top_bar.settings_wanted.connect(lambda: self.go("settings"))

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        """Each screen by name, made when it is first needed."""
        from ui.screens import makers

        return makers(self.session, self.window.actions_by_id, self)

    def go(self, name: str, argument: object = None) -> None:
        """Bring a screen into sight; what is asked for before the core is ready is shown then."""
        if not self.session.is_open:
            self._wanted = name, argument
            return
        self._marked = argument if name in ("compose", "postmortem") and isinstance(argument, str) else None
        self._current = self._marked if name == "compose" else None
        self._argument = argument
        self.window.go(name, argument)
        if self.session.overview is not None:
            self._show_overview(self.session.overview)

    def say_for(self, screen: str, status: str, tone: str, detail: str) -> None:
        """Show in the footer how things stand on a screen."""
        self.window.say_for(screen, status, Tone(tone), detail)

    def tell_for(self, screen: str, words: str, tone: str, detail: str) -> None:
        """Say something of a screen in passing."""
        self.window.tell_for(screen, words, Tone(tone), detail)

    def open_status_page(self) -> None:
        """Open the practice status page in the browser."""
        if not self.session.is_open:
            return
        self.session.run(lambda services: services.status_page_file(), _open_file)

    def switch_mode(self, mode: Mode, *, asked: bool = False) -> None:
        """Practice or live: only the person's own switch comes here. `asked`: they were told who LIVE reaches."""
        self._switching.to(mode, self.leaving, asked=asked)

    @Slot()
    def _open(self) -> None:
        """What is heavy begins here, on a worker."""
        from ui.before_workers import before_workers
        from ui.commands import wire
        from ui.first_job import set_up
        from ui.screens import LoadOthers, load

        self._unseen.stop()
        self.window.painted.disconnect(self._open)
        before_workers()
        wire(self.window, self.go, lambda: self._current, self._search, self.open_status_page)
        if self.only is not None:
            self.only.listen()
        self.jobs.submit(partial(set_up, self.session.home.logs, debug=self._debug), None, self.errors.tell)
        self.session.open()
        LoadOthers(self.window, self.session)
        self.jobs.submit(partial(load, "compose" if self.window.rail.has_cards else "welcome"))

    def _show_first_look(self) -> None:
        """What is open, before it is known what is due."""
        words = self._plan_words
        look = first_look(self.session.home.record(self.session.mode), words.ranks)
        if look is not None:
            first = look.open[0].id if look.open else None
            self.window.rail.show_first(look.open, first, words.ranks, words.phases)
        self.window.show_opening(opening_page(look, words.ranks))
        self.window.footer.say("", detail=self.tr("Opening the record…"))

    def _stay_in_mode(self) -> None:
        if self.window.screen_name() == "settings":
            self.go("settings")  # where the other one was chosen, and is not in force

    @Slot()
    def _show_connections(self) -> None:
        from ui.connected import bar_states

        if self.session.is_open:
            states = bar_states(self.session.services)
            self.window.show_connections([(one.connected, one.troubled, one.words) for one in states])

    def _on_opened(self) -> None:
        if self.watch is None:
            self._attend()
        self.window.set_screens(self._makers())
        self.window.rail.setEnabled(True)
        self.window.top_bar.show_mode(self.session.mode)

    def _attend(self) -> None:
        """Make what attends the window once there is a core: clocks, notices, own files, closing, the search. The first paint needs none of it."""
        from ui.leaving import Leaving
        from ui.notify import DueWatch, Notifier
        from ui.older_copy import OlderCopyNotice
        from ui.own_files import OwnFiles
        from ui.palette.when_needed import PaletteWhenNeeded
        from ui.slack_back import attend

        window, session = self.window, self.session
        self.watch = DueWatch(self._title_of, self)
        session.overview_changed.connect(self.watch.look)
        self.notifier = Notifier(
            window, self.watch, self.settings, stamp=self._stamp, jobs=self.jobs, parent=self
        )
        self.notifier.chosen.connect(self._on_notice)
        self.own_files = OwnFiles(session, self)
        self.own_files.troubled.connect(self._on_own_trouble)
        self.own_files.in_order.connect(lambda: window.notice.clear("files"))
        self.own_files.begin()
        OlderCopyNotice(session, window.notice, self.go).look()
        self.leaving = Leaving(session, window, window.flush, window.holds_unstored)
        window.ask_before_closing(self.leaving.may_close)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.commitDataRequest.connect(self.leaving.on_logout)
        self._palette = PaletteWhenNeeded(window, session, self.settings, self.go)
        self.slack = attend(session, self.watch, window.notice, self.go, self)
        window.actions_by_id.on("incident.ask_suppliers", session.suppliers.ask_now)
        session.suppliers.told.connect(lambda words: window.passing.tell(words, Tone.PLAIN))

    @property
    def palette(self) -> Palette | None:
        """The command search, made when it is first asked for; None before the core was ready."""
        return None if self._palette is None else self._palette.get()

    @Slot()
    def _search(self) -> None:
        if (palette := self.palette) is not None:
            palette.open()

    def _show_overview(self, overview: Overview) -> None:
        plan = self.session.services.plan
        phases = {phase.key: phase.label for phase in plan.phases}
        self._plan_words.remember([severity.key for severity in plan.severities], phases)
        labels = {name: one.head.title for name, one in self.session.services.library.templates.items()}
        self.window.rail.show_overview(overview, self._marked, self._plan_words.ranks, labels | phases)
        if self.window.screen_name() is None:
            first = overview.open[0].incident.id if overview.open else None
            wanted, self._wanted = self._wanted or ("compose" if first else "welcome", first), None
            self.go(*wanted)

    def _tick(self) -> None:
        if self.session.is_open and self.watch is not None:
            now = self.session.services.clock.now()
            self.window.rail.tick(now)
            self.watch.tick(now)

    def _on_crash(self, details: str) -> None:
        from ui.crash import CrashDialog

        CrashDialog.tell(self.window, details)

    @Slot(str, str)
    def _on_sentence(self, text: str, step: str) -> None:
        self.window.notice.tell(text, step)

    @Slot(str, str)
    def _on_failed(self, text: str, step: str) -> None:
        """The core can't be opened: say so in place of the screens, never leave an empty window."""
        from ui.trouble.view import TroubleView

        session = self.session
        other = Mode.PRACTICE if session.mode is Mode.LIVE else Mode.LIVE
        folder = session.home.root

        def make() -> QWidget:
            return TroubleView(
                session.mode,
                again=session.open,
                other=lambda: self.switch_mode(other),
                folder=lambda: _open_file(folder),
            )

        self.window.rail.show_nothing()
        self.window.rail.setEnabled(False)
        self.window.set_screens({"trouble": make})
        self.window.go("trouble", (text, step))

    @Slot(bool)
    def _on_library(self, plan_changed: bool) -> None:
        """Screens are made for a plan; with another plan they are made anew, and what was typed stands there again."""
        name = self.window.screen_name()
        if plan_changed and QApplication.activeModalWidget() is not None:
            # A question goes with its screen, and with it what was typed there: the screens wait for the answer.
            QTimer.singleShot(500, self, partial(self._on_library, plan_changed))
        elif plan_changed and name is not None:
            self.window.flush()
            before: Any = self.window.stack.currentWidget()
            where = before.caret() if hasattr(before, "caret") else None
            self.window.set_screens(self._makers(), keep=KNOW_NO_PLAN)
            if name not in KNOW_NO_PLAN:
                self.go(name, self._argument)
                if where is not None:
                    after: Any = self.window.stack.currentWidget()
                    after.put_caret(where)
            self.session.refresh()

    @Slot(object)
    def _on_own_trouble(self, problems: tuple[Problem, ...]) -> None:
        from ui import sayings
        from ui.own_files import screen_for

        self.window.notice.tell(
            sayings.problem(problems[0]),
            self.tr("It is not used; what was in force, or what is shipped, counts. Nothing typed is lost.")
            + (
                self.tr(" Problems in all: {count}.").format(count=len(problems)) if len(problems) > 1 else ""
            ),
            tone=Tone.WARNING,
            about="files",
            button=self.tr("Show the &problems"),
            act=partial(self.go, screen_for(problems[0])),
        )

    @Slot(str)
    def _on_notice(self, incident_id: str) -> None:
        self.window.bring_to_front()
        if (
            QApplication.activeModalWidget() is None
        ):  # a question is answered for the incident it was asked about
            self.go("compose", incident_id)

    def _title_of(self, template: str) -> str:
        found = self.session.services.library.templates.get(template) if self.session.is_open else None
        return template if found is None else found.head.title

    def _stamp(self) -> str:
        """What a notice from practice carries, so that nobody runs for a drill."""
        is_drill = self.session.is_open and self.session.services.practice
        return self.session.services.plan.words.drill if is_drill else ""


def _open_file(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
