"""Full-text search over the published messages, newest first."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from composer.domain.channel import Channel
from composer.domain.record import FoundMessage, Message
from composer.record import codec
from composer.record.asking import Asking
from composer.record.snippet import snippet
from composer.record.sqlite import Sqlite, search_words

_MESSAGE_COLUMNS = ", ".join(f'm."{each.name}"' for each in fields(Message))


class Searching(Asking):
    """The part of the record that finds messages by their words."""

    def search(self, query: str, limit: int = 50) -> tuple[FoundMessage, ...]:
        """The newest messages with all words of the query in subject, text, or the incident's title; an empty query finds the newest of all.

        Texts that were taken back, or that a person let be, were never said and are left out. A word also finds longer words that begin with it; accents and case don't matter. Nothing in the query is syntax.
        """
        words = search_words(query)
        if query.strip() and not words:
            return ()
        with self._searcher.connection() as connection:
            found = Sqlite.search(connection, words, _MESSAGE_COLUMNS, max(limit, 0))
        messages = ((_message(row), row) for row in found)
        return tuple(
            FoundMessage(message, row[-2], snippet(message.text, words) if row[-1] is None else row[-1])
            for message, row in messages
        )

    def rebuild_search(self) -> None:
        """Makes the search anew from the stored messages: the cure where `verify` finds it damaged."""
        with self._writing() as connection:
            Sqlite.rebuild_search(connection)


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
    ) = row[:-2]
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
