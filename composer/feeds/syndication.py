"""Atom and RSS: an entry an incident, or an entry an update as AWS's older feed has it.

Read with the standard library's expat, strictly: what is not well-formed to its end is in doubt, a document type (and with it every entity of its own) is refused before anything
of it is worked out, and nothing outside of the text is ever fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from xml.parsers import expat

from composer.domain.health import ServiceHealth
from composer.domain.sayings import Code, told
from composer.feeds.evidence import (
    LONGEST_TEXT,
    Asked,
    Doubt,
    Trouble,
    insist_on_owner,
    moment,
    newest_of,
    plain,
    verdict,
)

MOST_ENTRIES = 2_000
BELIEVED = timedelta(days=30)
"""How long an entry that never says that it is over is taken for open; what is older says nothing either way."""
_ENTRY = {"feed": "entry", "rss": "item"}
_KEPT = frozenset(
    {"title", "id", "guid", "link", "published", "updated", "pubDate", "lastBuildDate", "content", "summary"}
    | {"description", "encoded"}
)
_STATE = re.compile(
    r"\b(Investigating|Identified|Monitoring|Update|Resolved|Postmortem|Completed|Scheduled|In progress|Verifying)\s+[-–—]",
    re.IGNORECASE,
)
_OVER = frozenset({"resolved", "postmortem", "completed"})
_OVER_TITLE = re.compile(r"\s*(\[RESOLVED\]|RESOLVED\b|Service is operating normally)", re.IGNORECASE)
_ONE_EVENT = re.compile(r"#[A-Za-z0-9-]+_(\d{9,11})$")
_FAR = re.compile(r"\s(P[SD]T|[ECM][SD]T|UTC|GMT|Z|[+-]\d{4})\s*$")


@dataclass(slots=True)
class _Node:
    """The texts of a feed's head, or of one entry; `host` is where its link leads."""

    texts: dict[str, str] = field(default_factory=dict)
    link: str = ""

    def text(self, *names: str) -> str:
        return next((self.texts[name] for name in names if self.texts.get(name)), "")

    @property
    def times(self) -> tuple[datetime | None, ...]:
        names = ("updated", "published", "pubDate", "lastBuildDate")
        return tuple(when(self.texts.get(name, "").strip()) for name in names)

    @property
    def newest(self) -> datetime | None:
        return newest_of(*self.times)

    @property
    def began(self) -> datetime | None:
        found = _ONE_EVENT.search(self.text("guid", "id").strip())
        if found is not None:
            return moment(found[1])
        return when(self.text("published", "pubDate", "updated").strip())


def fits(body: bytes) -> bool:
    """Whether it may be XML at all, and is no page for people."""
    start = body[:1_000].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")[:200].lower()
    return start.startswith(b"<") and not start.startswith((b"<!doctype html", b"<html"))


def read(body: bytes, asked: Asked) -> ServiceHealth:
    """How the service is doing by its entries. One without entries says nothing."""
    head, entries = _parsed(body)
    if not entries:
        raise Doubt(told(Code.FEED_EMPTY))
    insist_on_owner(asked, [plain(head.text("title"))], [head.link])
    troubles = [found for group in _grouped(entries) if (found := _open(group, asked)) is not None]
    return verdict(asked, troubles, newest_of(head.newest, *(one.newest for one in entries)))


def _grouped(entries: list[_Node]) -> list[list[_Node]]:
    """The entries of one event together, the newest first; elsewhere an entry is an event."""
    groups: dict[str, list[_Node]] = {}
    for number, one in enumerate(entries):
        name = one.text("guid", "id").strip()
        groups.setdefault(name if _ONE_EVENT.search(name) else f"{number}", []).append(one)
    oldest = datetime.min.replace(tzinfo=UTC)
    return [sorted(group, key=lambda one: one.newest or oldest, reverse=True) for group in groups.values()]


def _open(group: list[_Node], asked: Asked) -> Trouble | None:
    """The event where it is open. An entry that says neither is in doubt while it is young."""
    newest = group[0]
    title = plain(newest.text("title"))
    words = plain(newest.text("content", "encoded", "description", "summary"), LONGEST_TEXT)
    if not asked.concerns(title, words) or _OVER_TITLE.match(title):
        return None
    found = _STATE.search(words)
    state = found[1].casefold() if found else ""
    if state in _OVER or state == "scheduled":
        return None
    last = newest.newest
    if last is None or asked.now - last > BELIEVED:
        if last is None:
            raise Doubt(told(Code.FEED_UNCLEAR))
        return None
    is_event = _ONE_EVENT.search(newest.text("guid", "id").strip()) is not None
    if not state and not is_event:
        raise Doubt(told(Code.FEED_UNCLEAR))
    return Trouble(title, group[-1].began)


def when(text: str) -> datetime | None:
    """A time as Atom or RSS writes it, in UTC; also with the names of American zones. None for all else, and where no zone is told."""
    found = moment(text)
    if found is not None or not text or len(text) > 60 or _FAR.search(text) is None:
        return found
    try:
        at = parsedate_to_datetime(text)
        return None if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


class _Gathering:
    """Handlers of expat: keeps the texts of the head and of each entry, and refuses what no feed needs."""

    def __init__(self) -> None:
        self.head = _Node()
        self.entries: list[_Node] = []
        self._path: list[str] = []
        self._entry = ""
        self._in: tuple[int, str] | None = None
        self._parts: list[str] = []
        self._left = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if not self._path:
            if local not in _ENTRY:
                raise Doubt(told(Code.FEED_ODD))
            self._entry = _ENTRY[local]
        self._path.append(local)
        if self._in is not None:
            return
        if local == self._entry and len(self._path) <= 3:
            if len(self.entries) == MOST_ENTRIES:
                raise Doubt(told(Code.FEED_ODD))
            self.entries.append(_Node())
        elif local in _KEPT and self._is_direct():
            self._in, self._parts, self._left = (len(self._path), local), [], 4 * LONGEST_TEXT
            if local == "link" and attributes.get("rel", "alternate") == "alternate":
                self._node().link = attributes.get("href", "") or self._node().link

    def _is_direct(self) -> bool:
        above = self._path[-2] if len(self._path) > 1 else ""
        return above in (self._entry, "feed", "channel")

    def _node(self) -> _Node:
        return self.entries[-1] if self._entry in self._path else self.head

    def text(self, data: str) -> None:
        if self._in is not None and self._left > 0:
            self._parts.append(data[: self._left])
            self._left -= len(data)

    def end(self, _name: str) -> None:
        if self._in is not None and self._in[0] == len(self._path):
            node, (_, local), text = self._node(), self._in, "".join(self._parts)
            node.texts.setdefault(local, text)
            if local == "link" and text.strip():
                node.link = node.link or text.strip()
            self._in = None
        elif self._in is not None and self._left > 0:
            self._parts.append(" ")
        self._path.pop()


def _refuse(*_: Any) -> Any:
    raise Doubt(told(Code.FEED_ENTITIES))


def _parsed(body: bytes) -> tuple[_Node, list[_Node]]:
    gathering = _Gathering()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.UnparsedEntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.StartElementHandler = gathering.start
    parser.EndElementHandler = gathering.end
    parser.CharacterDataHandler = gathering.text
    parser.buffer_text = True
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError, LookupError):
        # Beside what is not well-formed: an encoding that nobody knows, or knows only in pieces.
        raise Doubt(told(Code.FEED_GARBLED)) from None
    return gathering.head, gathering.entries
