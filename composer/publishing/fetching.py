"""Public feeds over HTTP: only read, without any credential.

What is asked for is an address of the plan: https, or http on this computer. A feed may lead on at most three times, and only as vendors' feeds do: from https to https, to an address
that is public (a feed of somebody else's must not make this computer ask another one of its own network). In practice the wall refuses everything but this computer.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from composer.domain.errors import NotLoopbackError
from composer.domain.sayings import Code, told
from composer.publishing.answers import asked_s
from composer.publishing.http import ExchangeError, HttpWire, Proxy
from composer.publishing.patience import within
from composer.publishing.wall import Wall, is_this_computer

MOST_REDIRECTS = 3
REPLY_LIMIT = 2 * 1024 * 1024
LONGEST_MARK = 300
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPT = "application/json, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Marks:
    """By what a service knows that nothing has changed: sent back to it as it said them."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """As the next request says them."""
        named = {"if-none-match": self.etag, "if-modified-since": self.modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the last answer's status and body, where it came from after redirects, its marks, and in how many seconds the service wants to be asked again (None: it says nothing)."""

    status: int
    body: bytes
    address: str
    marks: Marks = field(default_factory=Marks)
    again_in_s: float | None = None

    @property
    def is_unchanged(self) -> bool:
        """Whether it is as it was when those marks were given."""
        return self.status == 304


class FeedWire:
    """Reads feeds, one at a time. Close it when no more are read.

    `wait_s` is how long one may take in all, redirects included.
    """

    def __init__(self, *, practice: bool, wait_s: float, proxy: Proxy | None = None) -> None:
        self._wall = _FeedWall(practice=practice)
        self._wait_s = wait_s
        self._by_proxy = proxy is not None and not practice
        self._wire = HttpWire(self._wall, proxy=proxy, reply_limit=REPLY_LIMIT)

    def close(self) -> None:
        """Close every connection."""
        self._wire.close()

    def fetch(self, address: str, marks: Marks | None = None) -> Fetched:
        """What a feed answers now. Raises ExchangeError where there is no whole answer, or it leads where no feed may; NotLoopbackError where the wall stands."""
        here, led = address, 0
        headers = {"accept": _ACCEPT, **(marks or Marks()).headers()}
        with within(self._wait_s):
            while True:
                self._wall.public_only = led > 0 and not self._by_proxy and not _is_here(here)
                reply = self._wire.send("GET", here, headers=headers)
                if reply.status not in _REDIRECTS or "location" not in reply.headers:
                    again = _again_in_s(reply.status, reply.headers)
                    return Fetched(reply.status, reply.body, here, _marks_of(reply.headers), again)
                led += 1
                if led > MOST_REDIRECTS:
                    raise _astray(told(Code.FEED_LED_ON, count=MOST_REDIRECTS))
                here = _next(here, reply.headers["location"])


class _FeedWall(Wall):
    """The wall, which beside that lets a redirect lead to public addresses alone."""

    def __init__(self, *, practice: bool) -> None:
        super().__init__(practice=practice)
        self.public_only = False

    def _addresses(
        self, host: str, port: int, *, walled: bool
    ) -> list[tuple[socket.AddressFamily, socket.SocketKind, int, Any]]:
        found = super()._addresses(host, port, walled=walled)
        if self.public_only and not all(_is_public(str(address[0])) for _, _, _, address in found):
            raise NotLoopbackError(told(Code.FEED_ASTRAY, host=host))
        return found


def _next(here: str, location: str) -> str:
    """Where a redirect leads, if it may lead there."""
    try:
        target = urljoin(here, location)
        before, after = urlsplit(here), urlsplit(target)
        allowed = _may_lead(before, after)
    except ValueError:
        raise _astray(told(Code.FEED_ASTRAY, host="?")) from None
    if not allowed or len(target) > 2_000 or not target.isprintable():
        raise _astray(told(Code.FEED_ASTRAY, host=(after.hostname or "?")[:100]))
    return target


def _may_lead(before: SplitResult, after: SplitResult) -> bool:
    host = after.hostname or ""
    if not host or after.username is not None or after.password is not None or after.port == 0:
        return False
    if after.scheme != "https" and not (after.scheme == before.scheme == "http"):
        return False
    if _is_here(after.geturl()):
        return _is_here(before.geturl())
    return before.scheme == after.scheme == "https" and _may_be_public(host)


def _is_here(address: str) -> bool:
    return is_this_computer(urlsplit(address).hostname or "")


def _may_be_public(host: str) -> bool:
    """False for an address of a private network that is written out; a name is checked once it is looked up."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return True


def _is_public(address: str) -> bool:
    return _may_be_public(address.partition("%")[0])


def _astray(why: str) -> ExchangeError:
    return ExchangeError(why, on_wire=True, lasting=True)


def _again_in_s(status: int, headers: Mapping[str, str]) -> float | None:
    """When it wants to be asked again. An answer that is good may say beside that when its limits are counted anew, which means nothing."""
    if status < 400:
        headers = {name: headers[name] for name in ("retry-after", "date") if name in headers}
    return asked_s(headers)


def _marks_of(headers: Mapping[str, str]) -> Marks:
    return Marks(_mark(headers.get("etag", "")), _mark(headers.get("last-modified", "")))


def _mark(text: str) -> str:
    return text if len(text) <= LONGEST_MARK and text.isascii() and text.isprintable() else ""
