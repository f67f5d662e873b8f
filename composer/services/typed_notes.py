"""The line that is being typed into an incident's timeline: kept beside the home's record until it is added, so that no crash takes it away."""

from __future__ import annotations

from pathlib import Path

from composer.domain.errors import RefusedError
from composer.domain.sayings import Code, told
from composer.files import write_atomic
from composer.paths import HomePaths, Mode


def keep_note(home: HomePaths, mode: Mode, incident_id: str, text: str) -> None:
    """Keep what was typed; nothing typed lets go of what was kept. Raises NotWrittenError or RefusedError where the home can't be written."""
    file = _file(home, mode, incident_id)
    try:
        if text:
            file.parent.mkdir(mode=0o700, exist_ok=True)
        else:
            file.unlink(missing_ok=True)
            return
    except OSError as error:
        raise RefusedError(
            told(Code.NOTES_NOT_KEPT, reason=error.strerror or error),
            next_step=told(Code.LOOK_AT_PERMISSIONS),
        ) from None
    write_atomic(file, text.encode("utf-8", "replace"))


def kept_note(home: HomePaths, mode: Mode, incident_id: str) -> str:
    """What was typed and not added; empty where nothing was."""
    file = _file(home, mode, incident_id)
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""


def _file(home: HomePaths, mode: Mode, incident_id: str) -> Path:
    return home.unsaved / f"{mode.value}.{Path(incident_id).name}.note"
