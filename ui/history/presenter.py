"""Searches published messages off the main thread; of several searches under way only the newest one counts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.record import FoundMessage
    from composer.services.core import Services

LIMIT = 200
"""So many finds are shown, the newest ones; whoever wants older ones types another word."""

_BRACKETED = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to one search. `ranks` are the places of severities, worst first; `templates` the titles by template name."""

    query: str
    messages: tuple[FoundMessage, ...]
    ranks: dict[str, int]
    templates: dict[str, str]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were searched for."""
        return words_of(self.query)


class HistoryPresenter(QObject):
    """Logic of the history.

    Signals:
        found(object): a `Found`, the newest answer.
        start_wanted(str, object): the screen on which a message is started, and its argument.
    """

    found = Signal(object)
    start_wanted = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._newest = 0

    @Slot(str)
    def search(self, query: str) -> None:
        """Search; an empty query finds the newest messages."""
        if not self._session.is_open:
            return
        self._newest += 1
        number = self._newest

        def call(services: Services) -> tuple[int, Found | None]:
            if number != self._newest:  # typed on meanwhile
                return number, None
            ranks = {severity.key: rank for rank, severity in enumerate(services.plan.severities)}
            templates = {name: one.head.title for name, one in services.library.templates.items()}
            return number, Found(query, services.history(query, LIMIT), ranks, templates)

        self._session.run(call, self._on_found)

    @Slot(str)
    def start_from(self, incident_id: str) -> None:
        """Start a message from one of an incident: the next one of it while it is open, else a new incident."""
        if self._session.is_open:
            self._session.run(lambda services: services.incident(incident_id), self._on_incident)

    def _on_found(self, answer: tuple[int, Found | None]) -> None:
        number, found = answer
        if number == self._newest and found is not None:
            self.found.emit(found)

    def _on_incident(self, incident: object) -> None:
        from composer.domain.incident import Incident

        if isinstance(incident, Incident) and incident.is_open:
            self.start_wanted.emit("compose", incident.id)
        else:
            self.start_wanted.emit("declare", None)


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, folded as the search folds them."""
    return tuple(dict.fromkeys(re.findall(r"\w+", folded(query))))


def folded(text: str) -> str:
    """Without case and accents."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )


def marked(snippet: str, words: tuple[str, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A snippet as one line without the marks of the search, and where the words found stand in it (start, length).

    A bracket that belongs to the text, as in `[P0 INCIDENT]`, stays.
    """
    line = " ".join(snippet.split())
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    length = at = 0
    for match in _BRACKETED.finditer(line):
        inner = match[1]
        if not any(folded(inner).startswith(word) for word in words):
            continue
        before = line[at : match.start()]
        parts += [before, inner]
        places.append((length + len(before), len(inner)))
        length += len(before) + len(inner)
        at = match.end()
    parts.append(line[at:])
    return "".join(parts), tuple(places)


def places_in(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where words that begin with one of those searched for stand in a text (start, length)."""
    if not words:
        return ()
    return tuple(
        (match.start(), len(match[0]))
        for match in re.finditer(r"\w+", text)
        if any(folded(match[0]).startswith(word) for word in words)
    )
