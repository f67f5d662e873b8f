"""settings.toml of the home folder: who is at the keyboard, the mode, the hold, and the window's language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the first paint reads the settings, and has no need of what tells a mistake in them
    from composer.domain.errors import Problem

MODES = ("practice", "live")
LANGUAGES = ("system", "en", "de")
"""The languages that the window speaks; *system* takes the platform's."""


class Settings(NamedTuple):
    """`name` and `email` stand in the record as who published; `mode` is what the window starts in; `hold_s` (seconds) None takes the plan's hold; `language` is the window's."""

    name: str = ""
    email: str = ""
    mode: str = "practice"
    hold_s: float | None = None
    language: str = "system"

    @property
    def who(self) -> str:
        """The name for the record: the one that was given, else the account at this computer."""
        if self.name.strip():
            return self.name.strip()
        return _account()


@cache
def _account() -> str:
    """The account at this computer; it is asked for once, because a publish can't wait for a directory service."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
        return "unknown"


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, and what is wrong with the file. A setting that can't be used keeps its default; a missing file is no problem."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (_problem(path, "SETTING_UNREADABLE", reason=error),)
    raw = _as_written(text)
    if raw is None:
        import tomllib  # what the program wrote itself is read without: the first paint waits for this

        try:
            raw = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            return Settings(), (_problem(path, "SETTING_NO_TOML", reason=error),)
        except RecursionError:
            return Settings(), (_problem(path, "NESTED_TOO_DEEP"),)
    problems = [_problem(path, "NO_SETTING", key=name) for name in raw if name not in Settings._fields]
    values: dict[str, object] = {}
    for name, expected in (
        ("name", "text"),
        ("email", "text"),
        ("mode", "practice or live"),
        ("hold_s", "0 to 3600"),
        ("language", " or ".join(LANGUAGES)),
    ):
        if name not in raw:
            continue
        if _fits(name, raw[name]):
            values[name] = raw[name]
        else:
            problems.append(_problem(path, "SETTING_MUST_BE", key=name, expected=expected))
    return Settings(**values), tuple(problems)  # type: ignore[arg-type]


def save_settings(path: Path, settings: Settings) -> None:
    """Put settings in place of the file's, wholly: whoever reads meanwhile finds the old ones or the new ones.

    A setting at its default is left out. Raises UserFacingError where the file can't be written; it is then as it was.
    """
    lines = [
        f"{name} = {_toml(value)}\n"
        for name in Settings._fields
        if (value := getattr(settings, name)) != getattr(Settings(), name)
    ]
    # Settings are read before the first paint, which needs nothing of this.
    from composer.domain.errors import UserFacingError
    from composer.domain.sayings import Code, told
    from composer.files import MaybeWrittenError, NotWrittenError, write_atomic

    try:
        write_atomic(path, "".join(lines).encode())
    except (NotWrittenError, MaybeWrittenError) as error:
        raise UserFacingError(
            told(Code.SETTINGS_NOT_SAVED, reason=error.message), next_step=told(Code.COUNT_UNTIL_CLOSED)
        ) from None


def _as_written(text: str) -> dict[str, object] | None:
    """The values of a file in which every line is `name = "text"`, as the program writes it. None for all else that TOML knows, and for what is wrong."""
    values: dict[str, object] = {}
    for line in text.split("\n")[:-1] if text.endswith("\n") else [""]:
        name, sign, rest = line.partition(" = ")
        inside = rest[1:-1]
        plain = len(rest) >= 2 and rest[0] == rest[-1] == '"' and '"' not in inside and "\\" not in inside
        if not (sign and plain and inside.isprintable() and name in Settings._fields and name not in values):
            return None
        values[name] = inside
    return values


def _problem(path: Path, code: str, *, key: str | None = None, **values: object) -> Problem:
    """A mistake by the name of its code: the codes are loaded where there is one."""
    from composer.domain.errors import Place, Problem
    from composer.domain.sayings import Code, told

    return Problem(Place(path.name, key=key), told(Code[code], **values))


def _toml(value: str | float) -> str:
    """A value as TOML writes it. JSON's strings are TOML's basic strings, but for DEL and half a surrogate pair, which no file can hold."""
    if not isinstance(value, str):
        return repr(value)
    import json

    whole = value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _fits(name: str, value: object) -> bool:
    if name == "hold_s":
        return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 3_600
    known = {"mode": MODES, "language": LANGUAGES}.get(name)
    return isinstance(value, str) and (known is None or value in known)
