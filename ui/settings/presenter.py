"""Keeps the settings: stored a moment after each change, in force at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot

from composer import __version__
from composer.settings import Settings
from ui import sayings
from ui.session import Session

if TYPE_CHECKING:
    from composer.services.core import Services

SAVE_AFTER_MS = 500
HOLDS_S = (0, 5, 10, 20, 30)
SCHEME_KEY = "look/scheme"
SOUND_KEY = "sound/on"


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A file or folder: a key for scripts, what it is, and where it lies or would lie."""

    key: str
    what: str
    path: Path


@dataclass(frozen=True, slots=True)
class Checked:
    """What is in force: the plan, how many templates, and how many of them are one's own; `lines` is everything wrong, a sentence each."""

    plan: str
    templates: int
    own: int
    lines: tuple[str, ...]


class SettingsPresenter(QObject):
    """Logic of the settings.

    Signals:
        saved(): the settings file holds what is shown.
        checked(object): a `Checked`.
    """

    saved = Signal()
    checked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._settings = session.services.settings
        self._window = QSettings(str(session.home.root / "window.ini"), QSettings.Format.IniFormat)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_AFTER_MS)
        self._soon.timeout.connect(self.save)

    # --- what is shown --------------------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """The settings as they stand in the form."""
        return self._settings

    @property
    def session(self) -> Session:
        """What the screen was made with."""
        return self._session

    @property
    def plan_hold_s(self) -> float:
        """The hold that the plan asks for, in seconds."""
        return self._session.services.plan.delivery.hold_s

    @property
    def mail_hold_s(self) -> float:
        """The least hold of mail to many, in seconds."""
        return self._session.services.plan.delivery.mass_mail_hold_s

    @property
    def scheme(self) -> str:
        """System, light or dark."""
        return str(self._window.value(SCHEME_KEY, "system"))

    @property
    def sound(self) -> bool:
        """Whether what becomes due is heard."""
        return bool(self._window.value(SOUND_KEY, True, type=bool))

    def files(self) -> tuple[FilePlace, ...]:
        """Where what lies."""
        home, mode = self._session.home, self._session.mode
        return tuple(
            FilePlace(*one)
            for one in (
                ("home", self.tr("Home folder"), home.root),
                ("record", self.tr("Record"), home.record(mode)),
                ("settings", self.tr("Settings"), home.settings),
                ("plan", self.tr("Own plan"), home.plan),
                ("templates", self.tr("Own templates"), home.templates),
                ("page", self.tr("Practice status page"), home.status_page / "index.html"),
                ("mail", self.tr("Practice mail"), home.mail),
                ("slack", self.tr("Practice Slack transcript"), home.slack_transcript),
                ("logs", self.tr("Logs"), home.logs),
            )
        )

    @property
    def version(self) -> str:
        """The program's version."""
        return __version__

    # --- changes ----------------------------------------------------------------------------------------------------

    @Slot(str)
    def set_name(self, name: str) -> None:
        """Who is at the keyboard; stands in the record."""
        self._change(name=name)

    @Slot(str)
    def set_email(self, email: str) -> None:
        """Their mail address."""
        self._change(email=email.strip())

    def set_hold(self, hold_s: float | None) -> None:
        """How long a round is held; None takes the plan's."""
        self._change(hold_s=hold_s)

    def set_language(self, language: str) -> None:
        """The window's language; the words in sight change when it is opened again."""
        self._change(language=language)

    def set_scheme(self, scheme: str) -> None:
        """Remember the look."""
        self._window.setValue(SCHEME_KEY, scheme)

    @Slot(bool)
    def set_sound(self, on: bool) -> None:
        """Remember whether what becomes due is heard."""
        self._window.setValue(SOUND_KEY, on)

    @Slot()
    def save(self) -> None:
        """Store the settings now."""
        self._soon.stop()
        if not self._session.is_open:
            return
        settings = self._settings._replace(mode=self._session.mode.value)
        if settings == self._session.services.settings:
            return
        path = self._session.home.settings

        def call(services: Services) -> None:
            from composer.settings import save_settings

            services.settings = settings  # in force also where the file can't be written
            save_settings(path, settings)

        self._session.run(call, lambda _: self.saved.emit())

    @Slot()
    def check(self) -> None:
        """Check the home's own plan and templates anew."""
        if self._session.is_open:
            self._session.run(_check, self.checked.emit)

    def _change(self, **changed: Any) -> None:
        after = self._settings._replace(**changed)
        if after != self._settings:
            self._settings = after
            self._soon.start()


def _check(services: Services) -> Checked:
    from composer.services.overrides import check_plan, check_templates

    plan, plan_problems = check_plan(services.home, None)
    _, template_problems = check_templates(services.home, None)
    templates = services.library.templates
    own = {file.stem for file in services.home.templates.rglob("*.j2")} & set(templates)
    in_force = plan or services.plan
    problems = dict.fromkeys((*services.problems, *plan_problems, *template_problems))
    lines = tuple(sayings.problem(one) for one in problems)
    return Checked(f"{in_force.name} {in_force.version}", len(templates), len(own), lines)
