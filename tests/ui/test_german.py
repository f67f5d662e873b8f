"""The window in German: no English left over, nothing cut by longer words, no letter that two things answer to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests import translations
from tests.screenshots.tour import Tour
from ui import language, theme

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(300)]

SAME_WORDS = {"Page", "To", "Look"}
"""Too short to tell from a word of the plan or of a message."""


@dataclass
class Seen:
    """What was found on the way, as `screen: what`."""

    english: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)


def visible(seen: QWidget) -> Iterator[QWidget]:
    for one in (seen, *seen.findChildren(QWidget)):
        if one.isVisible() and not one.visibleRegion().isEmpty():
            yield one


def words(one: QWidget) -> Iterator[str]:
    """Everything that a person reads or hears of a widget; not what was typed."""
    yield one.windowTitle()
    yield one.accessibleName()
    yield one.accessibleDescription()
    yield one.toolTip()
    if isinstance(one, QLabel | QAbstractButton):
        yield one.text()
    if isinstance(one, QLineEdit | QPlainTextEdit):
        yield one.placeholderText()
    if isinstance(one, QComboBox):
        yield from (one.itemText(place) for place in range(one.count()))
    if isinstance(one, QTabBar):
        yield from (one.tabText(place) for place in range(one.count()))
    if (
        isinstance(one, QHeaderView)
        and one.model() is not None
        and one.orientation() is Qt.Orientation.Horizontal
    ):
        model = one.model()
        for place in range(one.count()):
            yield str(model.headerData(place, one.orientation()) or "")


def plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()


def english_patterns() -> list[re.Pattern[str]]:
    """The English sources whose German reads otherwise, with anything in their places."""
    patterns = []
    for _, one in translations.messages(translations.TRANSLATED):
        source = plain(translations.source(one))
        if (
            source == plain(translations.forms(one)[0])
            or source in SAME_WORDS
            or len(re.sub(r"\{[^}]*\}", "", source)) < 4
        ):
            continue
        parts = re.split(r"\{[^}]*\}|%n", source)
        # One word alone, such as "minutes", may end a sentence of the plan: there a place holds a number.
        place = "(.+)" if len(" ".join(parts).split()) > 1 else r"(\S+)"
        patterns.append(re.compile(place.join(map(re.escape, parts))))
    return patterns


def texts_in(value: Any) -> Iterator[str]:
    """Every text of the plan or the catalogue, however deep: these stay in their language."""
    if isinstance(value, str):
        yield plain(value)
        yield value.replace("_", " ").capitalize()  # a key, as the window words it where room is short
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name))
    elif isinstance(value, Mapping):
        yield from texts_in([*value.keys(), *value.values()])
    elif isinstance(value, Iterable):
        for one in value:
            yield from texts_in(one)


def is_cut(one: QWidget) -> bool:
    """Whether a widget's words have less room than they need."""
    if isinstance(one, QLabel) and one.text():
        if one.wordWrap():
            return one.heightForWidth(one.width()) > one.height()
        return one.minimumSizeHint().width() > one.width()
    if isinstance(one, QAbstractButton) and one.text():
        return one.minimumSizeHint().width() > one.width() or one.minimumSizeHint().height() > one.height()
    return False


def is_beside_view(one: QWidget) -> bool:
    """Whether a widget reaches beyond what its scroll area shows in width, where nobody can scroll to it."""
    inside, above = one, one.parentWidget()
    while above is not None:
        if above.objectName() == "qt_scrollarea_viewport":
            left = one.mapTo(above, one.rect().topLeft()).x()
            return left + one.width() > above.width() + 1
        inside, above = above, above.parentWidget()
    return inside.width() < one.width()


def letters(seen: QWidget) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in visible(seen):
        is_named = isinstance(one, QLabel) and one.buddy() is not None
        if (is_named or isinstance(one, QAbstractButton)) and (hit := re.search(r"(?<!&)&(\w)", one.text())):  # type: ignore[attr-defined]
            found[hit[1].casefold()] += 1
    return found


@pytest.fixture(scope="module")
def seen(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """One walk through all screens at the smallest size."""
    found, patterns = Seen(), english_patterns()
    folder: Path = tmp_path_factory.mktemp("german")
    tour = Tour(folder, size=(1_024, 700), scheme=theme.Scheme.LIGHT, language="de", settle_ms=150)
    known: set[str] = set()

    def stop(name: str, screen: QWidget) -> None:
        found.screens.append(name)
        # What came in just now is laid out by events that may still wait: a person never sees it before.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        session = tour.program.session
        library = session.services.library
        if not known:
            known.update(texts_in(session.services.plan), texts_in(library.catalogue.typed()))
            known.update(one.head.title for one in library.templates.values())
        for one in visible(screen):
            where = f"{name}: {type(one).__name__} {one.objectName()!r}"
            for text in map(plain, words(one)):
                if text and text not in known and any(pattern.fullmatch(text) for pattern in patterns):
                    found.english.append(f"{where}: {text}")
            if is_cut(one) or (isinstance(one, QLabel | QAbstractButton) and is_beside_view(one)):
                found.cut.append(f"{where}: {next((text for text in words(one) if text), '')}")
        found.doubled += [f"{name}: {letter}" for letter, count in letters(screen).items() if count > 1]

    try:
        tour.walk(stop)
        yield found
    finally:
        language.apply("en")


def test_every_screen_was_seen(seen: Seen) -> None:
    wanted = {"welcome", "declare", "confirm", "publish-hold", "publish", "compose", "history", "postmortem", "templates", "settings", "keys"}  # fmt: skip
    assert wanted <= set(seen.screens)


def test_no_english_is_left(seen: Seen) -> None:
    assert seen.english == [], "\n".join(seen.english)


def test_longer_words_have_room(seen: Seen) -> None:
    assert seen.cut == [], "\n".join(seen.cut)


def test_no_letter_does_two_things(seen: Seen) -> None:
    assert seen.doubled == []
