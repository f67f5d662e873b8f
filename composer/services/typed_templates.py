"""Texts of templates that were typed and not saved: kept beside the home's templates, so that no crash takes them away, and never in force."""

from __future__ import annotations

from composer.domain.errors import RefusedError
from composer.domain.sayings import Code, told
from composer.files import write_atomic
from composer.paths import HomePaths

_SUFFIX = ".typed"


def keep_typed(home: HomePaths, name: str, text: str) -> None:
    """Keep what was typed into a template. Raises NotWrittenError where the home can't be written."""
    try:
        home.unsaved.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise RefusedError(
            told(Code.CANT_BE_MADE, folder=home.unsaved, reason=error.strerror or error),
            next_step=told(Code.LOOK_AT_PERMISSIONS),
        ) from None
    write_atomic(home.unsaved / f"{name}{_SUFFIX}", text.encode("utf-8", "replace"))


def typed_texts(home: HomePaths) -> dict[str, str]:
    """What was typed and not saved, by the template's name."""
    files = sorted(home.unsaved.glob(f"*{_SUFFIX}")) if home.unsaved.is_dir() else []
    return {file.name.removesuffix(_SUFFIX): file.read_bytes().decode("utf-8", "replace") for file in files}


def drop_typed(home: HomePaths, name: str) -> None:
    """Forget what was typed: it was saved, or is as the file is."""
    (home.unsaved / f"{name}{_SUFFIX}").unlink(missing_ok=True)
