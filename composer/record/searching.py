"""Full-text search over the published messages, newest first.

A publish is on its way before the search knows it: filling the index would take a fifth of the time until it is stored for good, and nobody searches in that
moment. So each search by words first looks whether something was stored since the last one, and fills that in. Nothing is lost when the program ends
in between, and a damaged index keeps nobody from publishing.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from composer.domain.channel import Channel
from composer.domain.errors import RecordBusyError, RecordFullError
from composer.domain.record import FoundMessage, Message, Narrowed
from composer.record import codec
from composer.record.asking import Asking
from composer.record.snippet import snippet, unmarked
from composer.record.sqlite import Sqlite, bare, search_words

T = TypeVar("T")

log = logging.getLogger("incident_composer.record")

_PATIENCE_MS = 200
"""So long a search waits for another writer, before it goes on without filling anything."""

_MESSAGE_COLUMNS = ", ".join([*(f'm."{each.name}"' for each in fields(Message)), "i.security"])


class Searching(Asking):
    """The part of the record that finds messages by their words."""

    def search(
        self, query: str, limit: int = 50, only: Narrowed | None = None, after: Message | None = None
    ) -> tuple[FoundMessage, ...]:
        """The newest messages with all words of the query in subject, text, or the incident's title; an empty query finds the newest of all.

        A find by its incident's title alone has the beginning of the text as its snippet. Texts that were taken back, or that a person let be before they left, were never said and are left out. A word also finds longer words that begin with it; accents and
        case don't matter. Nothing in the query is syntax. `only` narrows it; `after` is the last message found before, and the search goes on behind it.
        """
        words = search_words(query)
        if query.strip() and not words:
            return ()
        narrowed = _narrowed(only) | ({} if after is None else {"after": after.id, "of": after.incident_id})
        found = self._asked(
            words,
            lambda connection: Sqlite.search(connection, words, _MESSAGE_COLUMNS, max(limit, 0), narrowed),
        )
        return tuple(_found(row, words) for row in found)

    def count(self, query: str = "", only: Narrowed | None = None) -> tuple[int, int]:
        """How many messages a search finds in all, and of how many incidents."""
        words = search_words(query)
        if query.strip() and not words:
            return 0, 0
        return self._asked(words, lambda connection: Sqlite.count(connection, words, _narrowed(only)))

    def _asked(self, words: Sequence[str], question: Callable[[sqlite3.Connection], T]) -> T:
        """The answer of a search that knows everything that was stored up to now."""
        with self._searcher.connection() as connection:
            if not words or not Sqlite.is_search_behind(connection):
                return question(connection)
        filled = self._filled()
        with self._searcher.connection() as connection:
            if filled:
                return question(connection)
            with Sqlite.filled_copy(connection) as copy:
                return question(copy)

    def _filled(self) -> bool:
        """Whether the search could be filled. Who searches only wants to read: where nothing can be written now, the answer comes from a copy in memory."""
        if self.read_only:
            return False
        try:
            with self._writing(_PATIENCE_MS) as writing:
                Sqlite.fill_search(bare(writing))
        except (RecordBusyError, RecordFullError) as trouble:
            log.info("the search was not filled: %s", trouble)
            return False
        return True

    def rebuild_search(self) -> None:
        """Makes the search anew from the stored messages: the cure where `verify` finds it damaged."""
        with self._writing() as connection:
            Sqlite.rebuild_search(connection)


def _found(row: Sequence[Any], words: Sequence[str]) -> FoundMessage:
    message, title, ours = _message(row), row[-2], row[-1]
    # SQLite's own may be of the title, which stands beside it anyway and says nothing of the text.
    if ours is None or (words and unmarked(ours) in unmarked(title)):
        ours = snippet(message.text, words)
    return FoundMessage(message, title, ours, bool(row[-3]))


def _message(row: Any) -> Message:
    """A message from bare columns, in the order of `_MESSAGE_COLUMNS`: the search goes past SQLAlchemy."""
    (
        id_,
        publish,
        incident,
        template,
        channel,
        at,
        severity,
        phase,
        subject,
        text,
        values,
        language,
        digest,
        promise,
    ) = row[:-3]
    return Message(
        id_,
        publish,
        incident,
        template,
        codec.member(Channel, channel),
        codec.text_to_time(at),
        severity,
        phase,
        subject,
        text,
        codec.mapping_from_json(values),
        language,
        digest,
        None if promise is None else codec.text_to_time(promise),
    )


def _narrowed(only: Narrowed | None) -> dict[str, str]:
    """What a search is narrowed by, as the columns hold it."""
    if only is None:
        return {}
    values = {each.name: getattr(only, each.name) for each in fields(Narrowed)}
    return {
        name: codec.time_to_text(value) if isinstance(value, datetime) else str(value)
        for name, value in values.items()
        if value is not None
    }
