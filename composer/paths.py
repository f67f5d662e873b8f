"""Where everything of one user lies: the home folder, and the names inside it that never change.

`open_home` is the usual way in: it decides which folder is meant, makes what is missing and refuses, in words for
the user, a home that cannot be used. `HomePaths` itself only names paths and touches nothing.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from composer.domain.errors import HomeError

HOME_VARIABLE = "INCIDENT_COMPOSER_HOME"
APPLICATION = "incident-composer"
_OTHER_FOLDER = "Change its permissions, or name another folder with --home."


class Mode(StrEnum):
    """Practice is a walled mode in which nothing leaves the computer; it has a record of its own."""

    PRACTICE = "practice"
    LIVE = "live"


class HomePaths(NamedTuple):
    """The names inside a home folder. Building one touches no file."""

    root: Path

    @property
    def settings(self) -> Path:
        """Name, mail address, mode and hold of the person."""
        return self.root / "settings.toml"

    @property
    def connections(self) -> Path:
        """Accounts, without their secrets."""
        return self.root / "connections.toml"

    @property
    def plan(self) -> Path:
        """The person's own incident plan, laid over the shipped one."""
        return self.root / "plan.toml"

    @property
    def templates(self) -> Path:
        """The person's own templates; one of the same name replaces the shipped one."""
        return self.root / "templates"

    @property
    def unsaved(self) -> Path:
        """What was typed and not saved, of templates and timelines; made when there is some."""
        return self.root / "unsaved"

    @property
    def logs(self) -> Path:
        """What the program noted about itself."""
        return self.root / "logs"

    @property
    def cache(self) -> Path:
        """What was last read of the services' own lists; it can be thrown away at any time."""
        return self.root / "cache"

    @property
    def practice(self) -> Path:
        """Everything that practice mode writes."""
        return self.root / "practice"

    @property
    def status_page(self) -> Path:
        """The practice status page, a folder to open in a browser."""
        return self.practice / "status-page"

    @property
    def mail(self) -> Path:
        """Practice mails, one `.eml` file each."""
        return self.practice / "mail"

    @property
    def slack_transcript(self) -> Path:
        """What practice mode would have said in Slack, one JSON object a line."""
        return self.practice / "slack.jsonl"

    @property
    def pagerduty_transcript(self) -> Path:
        """What practice mode would have told PagerDuty, one JSON object a line."""
        return self.practice / "pagerduty.jsonl"

    def record(self, mode: Mode | str) -> Path:
        """The record of incidents; each mode has its own file. A mode that there is not is a ValueError."""
        return (self.root if Mode(mode) is Mode.LIVE else self.practice) / "record.db"

    @property
    def high_water(self) -> Path:
        """How far the live record has come, told beside it: an older copy of the record is known by it."""
        return self.root / "record.high-water"

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder of a complete home, parents first."""
        return (self.root, self.templates, self.logs, self.practice, self.status_page, self.mail)


def home_folder(explicit: str | Path | None = None, environ: Mapping[str, str] | None = None) -> Path:
    """The folder meant: the one given, else `INCIDENT_COMPOSER_HOME`, else the platform's user data folder."""
    if explicit is not None:
        if not str(explicit):
            raise _refuse(
                "The home folder was given without a name.", next_step="Name a folder after --home."
            )
        return _absolute(Path(explicit))
    named = (os.environ if environ is None else environ).get(HOME_VARIABLE, "")
    if named:
        return _absolute(Path(named))
    # Imported here: the window's first paint names its home without it when one is given.
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def beyond_homes() -> Path:
    """The folder, of this person and outside of every home, in which it is told a second time how far each record has come: who puts a whole home back puts this not back."""
    from platformdirs import user_state_path

    # A name of its own: on some systems what a program keeps of its state lies where its data does, which is the home.
    return user_state_path(f"{APPLICATION}-records", appauthor=False)


def open_home(explicit: str | Path | None = None, environ: Mapping[str, str] | None = None) -> HomePaths:
    """The home to work with, its folders made for this person alone; a `HomeError` says why it cannot be used."""
    home = HomePaths(home_folder(explicit, environ))
    for folder in home.folders:
        _make(folder)
    return home


def _refuse(message: str, next_step: str) -> HomeError:
    from composer.domain.errors import (
        HomeError,
    )  # not before something is wrong: the first paint waits for what is imported here

    return HomeError(message, next_step=next_step)


def _absolute(path: Path) -> Path:
    try:
        return path.expanduser().absolute()
    except RuntimeError as trouble:  # `~somebody` whom this computer does not know
        raise _refuse(
            f"The home folder {path} names a person whom this computer does not know.",
            next_step="Give the folder's full path.",
        ) from trouble


def _make(folder: Path) -> None:
    """Makes `folder` with access for its owner only; an existing one is left as it is if it can be used."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as trouble:
        raise _refuse(
            f"{folder} cannot be a folder of the home: a file stands in its place.",
            next_step="Move that file away, or name another folder with --home.",
        ) from trouble
    except PermissionError as trouble:
        raise _refuse(
            f"The folder {folder} cannot be made: its parent may not be written by you.",
            next_step=_OTHER_FOLDER,
        ) from trouble
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        raise _refuse(f"The folder {folder} cannot be made: {reason}.", next_step=_OTHER_FOLDER) from trouble
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise _refuse(f"The folder {folder} may not be read and written by you.", next_step=_OTHER_FOLDER)
