"""The person's own plan, templates and settings, watched while the window is open: a change counts at once, a mistake is told at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.errors import Problem
    from composer.domain.plan import Plan
    from composer.services.core import Services

AFTER_MS = 250
"""So long after the last change of a file it is read: editors write in several steps."""


class OwnFiles(QObject):
    """Watches the home's own files.

    Signals:
        troubled(object): what is wrong that was not wrong before, as a tuple of `Problem`.
        in_order(): nothing is wrong any more.
    """

    troubled = Signal(object)
    in_order = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: tuple[Problem, ...] = ()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_change)
        self._watcher.fileChanged.connect(self._on_change)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self.read)
        session.opened.connect(self.begin)

    def close(self) -> None:
        """Watch no more."""
        self._soon.stop()
        found = [*self._watcher.directories(), *self._watcher.files()]
        if found:
            self._watcher.removePaths(found)

    @Slot()
    def read(self) -> None:
        """Take plan and templates in anew."""
        if not self._session.is_open:
            return
        self._watch()
        before = self._session.services.plan

        def call(services: Services) -> tuple[Plan, tuple[Problem, ...]]:
            from composer.services.own_templates import reload

            reload(services)
            return before, services.problems

        self._session.run(call, self._on_read)

    def _watch(self) -> None:
        home = self._session.home
        wanted = {home.plan, home.settings, home.templates, *home.templates.rglob("*")}
        paths = {str(path) for path in wanted if path.exists()} | {str(home.root)}
        missing = paths - set(self._watcher.directories()) - set(self._watcher.files())
        if missing:
            self._watcher.addPaths(sorted(missing))

    @Slot()
    def begin(self) -> None:
        """Watch the files of the core that is open now, and tell what is wrong with them."""
        self._known = ()
        self._watch()
        self._tell(self._session.services.problems)

    @Slot(str)
    def _on_change(self, path: str) -> None:
        home = self._session.home
        if Path(path) == home.root:  # the record lies here too, and is written all the time
            self._watch_new()
            return
        self._soon.start()

    def _watch_new(self) -> None:
        watched = set(self._watcher.files())
        for path in (self._session.home.plan, self._session.home.settings):
            if path.exists() and str(path) not in watched:
                self._soon.start()

    def _on_read(self, answer: tuple[Plan, tuple[Problem, ...]]) -> None:
        before, problems = answer
        if not self._session.is_open:
            return
        self._session.library_changed.emit(self._session.services.plan != before)
        self._tell(problems)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        new = tuple(one for one in problems if one not in self._known)
        had, self._known = bool(self._known), problems
        if new:
            self.troubled.emit(new)
        elif had and not problems:
            self.in_order.emit()


def screen_for(problem: Problem) -> str:
    """The screen on which that problem is put right."""
    return "templates" if (problem.place.file or "").endswith((".j2", "fields.toml")) else "settings"
