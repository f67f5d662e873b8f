"""Searches published messages off the main thread; of several searches under way only the newest one counts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.jobs import Newest
from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.incident import Incident
    from composer.domain.plan import Plan
    from composer.domain.record import FoundMessage, Message, Narrowed
    from composer.services.core import Services

PAGE = 200
"""So many finds are asked for at a time; the next ones come when somebody scrolls to them."""
COUNT_AFTER_MS = 120
INCIDENTS = 300
"""So many incidents are offered to choose from, the newest ones."""

_BRACKETED = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Found:
    """The first page of the answer to one search. `ranks` are the places of severities, worst first; `templates` the titles by template name; `whole` that there are no more."""

    query: str
    messages: tuple[FoundMessage, ...]
    ranks: dict[str, int]
    templates: dict[str, str]
    whole: bool = True
    narrowed: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were searched for."""
        return words_of(self.query)


class HistoryPresenter(QObject):
    """Logic of the history.

    Signals:
        found(object): a `Found`, the newest answer.
        more_found(object, bool): the messages behind those, as a tuple, and whether there are no more.
        counted(int, int): how many messages the newest search finds in all, and of how many incidents.
        incidents_listed(object): the incidents to choose from, as a tuple.
        start_wanted(str, object): the screen on which a message is started, and its argument.
        which_wanted(object): the open incidents, of which a person is to choose one.
        replace_wanted(object): labels of fields in which something else was typed; answered by `start_in(…, replace_typed=True)`.
    """

    found = Signal(object)
    more_found = Signal(object, bool)
    counted = Signal(int, int)
    incidents_listed = Signal(object)
    start_wanted = Signal(str, object)
    which_wanted = Signal(object)
    replace_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._newest = Newest()
        self._query = ""
        self._only: Narrowed | None = None
        self._last: Message | None = None
        self._fetching = False
        self._start: tuple[Message, str] | None = None
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(COUNT_AFTER_MS)
        self._count_soon.timeout.connect(self._count)

    @property
    def plan(self) -> Plan:
        """The plan in force, for the filters' words."""
        return self._session.services.plan

    @Slot()
    def load(self) -> None:
        """List the incidents to choose from."""
        if self._session.is_open:
            self._session.run(
                lambda services: services.record.incidents()[:INCIDENTS],
                self.incidents_listed.emit,
                owner=self,
            )

    @Slot(object)
    def narrow(self, only: Narrowed | None) -> None:
        """Look at these alone, with the words that were typed last."""
        self._only = only
        self.search(self._query)

    @Slot(str)
    def search(self, query: str) -> None:
        """Search; an empty query finds the newest messages."""
        if not self._session.is_open:
            return
        self._newest.number += 1
        self._query, self._fetching, self._last = query, False, None
        newest, only = self._newest, self._only
        number = newest.number

        def call(services: Services) -> tuple[int, Found | None]:
            if number != newest.number:  # typed on meanwhile
                return number, None
            ranks = {severity.key: rank for rank, severity in enumerate(services.plan.severities)}
            templates = {name: one.head.title for name, one in services.library.templates.items()}
            messages = services.history(query, PAGE, only)
            whole = len(messages) < PAGE
            return number, Found(query, messages, ranks, templates, whole, only is not None)

        self._session.run(call, self._on_found)

    @Slot()
    def more(self) -> None:
        """The next page, behind what was found last; asked for while one is on its way, nothing happens."""
        if self._fetching or self._last is None or not self._session.is_open:
            return
        self._fetching = True
        newest, query, only, last = self._newest, self._query, self._only, self._last
        number = newest.number

        def call(services: Services) -> tuple[int, tuple[FoundMessage, ...]]:
            return number, services.history(query, PAGE, only, last) if number == newest.number else ()

        self._session.run(call, self._on_more)

    def start_from(self, message: Message) -> None:
        """Start a message with the words of this one: in its own incident while that is open, else in the open one, which a person chooses among several, else in a new one."""
        if not self._session.is_open:
            return

        def call(services: Services) -> tuple[Message, tuple[Incident, ...]]:
            open_ones = services.record.incidents(open_only=True)
            own = tuple(one for one in open_ones if one.id == message.incident_id)
            return message, own or open_ones

        self._session.run(call, self._on_open_ones)

    def start_in(self, message: Message, incident_id: str | None, *, replace_typed: bool = False) -> None:
        """Start it in that open incident; None declares a new one. What was typed there and not sent is replaced only where the person said so."""
        if not self._session.is_open:
            return
        if incident_id is None:
            from composer.services.reuse import words_of as said_again

            words = said_again(self._session.services.library.catalogue, message)
            self.start_wanted.emit("declare", words or None)
            return
        self._start = message, incident_id

        def call(services: Services) -> tuple[str, tuple[str, ...]]:
            from composer.services.reuse import reuse

            reused = reuse(services, incident_id, message)
            if not reused.replaces or replace_typed:
                services.save_draft(reused.draft)
                return incident_id, ()
            return incident_id, reused.replaces

        self._session.run(call, self._on_reused)

    @Slot()
    def replace_typed(self) -> None:
        """The person agreed: what they typed there is replaced."""
        if self._start is not None:
            message, incident_id = self._start
            self.start_in(message, incident_id, replace_typed=True)

    def _on_found(self, answer: tuple[int, Found | None]) -> None:
        number, found = answer
        if number == self._newest.number and found is not None:
            self._last = None if found.whole else found.messages[-1].message
            self.found.emit(found)
            self._count_soon.start()

    def _on_more(self, answer: tuple[int, tuple[FoundMessage, ...]]) -> None:
        number, messages = answer
        if number != self._newest.number:
            return
        self._fetching = False
        self._last = messages[-1].message if len(messages) == PAGE else None
        self.more_found.emit(messages, self._last is None)

    @Slot()
    def _count(self) -> None:
        if not self._session.is_open:
            return
        newest, query, only = self._newest, self._query, self._only
        number = newest.number

        def call(services: Services) -> tuple[int, tuple[int, int]]:
            return number, services.record.count(query, only) if number == newest.number else (0, 0)

        # Counting visits every find, so it waits in another line than the next search.
        self._session.run(call, self._on_counted, line="send")

    def _on_counted(self, answer: tuple[int, tuple[int, int]]) -> None:
        number, (messages, incidents) = answer
        if number == self._newest.number:
            self.counted.emit(messages, incidents)

    def _on_open_ones(self, answer: tuple[Message, tuple[Incident, ...]]) -> None:
        message, open_ones = answer
        if len(open_ones) > 1:
            self.which_wanted.emit(open_ones)
        else:
            self.start_in(message, open_ones[0].id if open_ones else None)

    def _on_reused(self, answer: tuple[str, tuple[str, ...]]) -> None:
        incident_id, replaces = answer
        if replaces:
            self.replace_wanted.emit(replaces)
        else:
            self.start_wanted.emit("compose", incident_id)


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
