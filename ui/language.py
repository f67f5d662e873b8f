"""The window's language: which one is spoken, and the words of Qt's own dialogs in it.

Only what the window itself says is translated. Messages, the plan's names and the record stay in the language of the plan.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from composer.domain import times

SYSTEM = "system"
NAMES = {"en": "English", "de": "Deutsch"}
"""Each language by its own name, which is never translated: whoever looks for theirs can read it."""
FALLBACK = "en"
FOLDER = Path(__file__).resolve().parent / "translations"

_spoken: list[QTranslator] = []
_code = FALLBACK


def apply(choice: str) -> str:
    """Speak the chosen language, *system* the platform's; the code of the one that is spoken. Whatever is made from now on has its words."""
    global _code
    application = QCoreApplication.instance()
    if application is None:
        return FALLBACK
    for before in _spoken:
        application.removeTranslator(before)
    _spoken.clear()
    code = _code = choice if choice in NAMES else of_platform(QLocale.system().uiLanguages())
    # English has a file too: only there stands that one delivery is no "1 deliveries".
    for file in (
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{code}.qm",
        FOLDER / f"incident_composer_{code}.qm",
    ):
        translator = QTranslator()
        if translator.load(str(file)):  # not every Linux packs Qt's own words; ours are always here
            application.installTranslator(translator)
            _spoken.append(translator)
    return code


def of_platform(wanted: list[str]) -> str:
    """The first language of the platform that the window can speak."""
    spoken = (tag.replace("_", "-").partition("-")[0].lower() for tag in wanted)
    return next((code for code in spoken if code in NAMES), FALLBACK)


def utc_and_local(moment: datetime, *, now: datetime | None = None, seconds: bool = False) -> str:
    """`14:55 UTC (15:55 here)` in the window's language."""
    here = QCoreApplication.translate("language", "here")
    return times.utc_and_local(moment, now=now, seconds=seconds, here=here)


def day_and_time(moment: datetime) -> str:
    """`22 Nov 16:52`, in UTC, with the month as the window's language has it."""
    utc = moment.astimezone(UTC)
    month = QLocale(_code).monthName(utc.month, QLocale.FormatType.ShortFormat)
    return f"{utc:%d} {month} {utc:%H:%M}"


def number(count: int) -> str:
    """`1,204` as the window's language writes it."""
    return QLocale(_code).toString(count)


def key_words(keys: str) -> str:
    """A hint such as `Ctrl N` as it stands on this language's keyboards: `Strg N`."""
    return " ".join(QCoreApplication.translate("QShortcut", part) for part in keys.split(" "))
