"""What all formats share: plain text out of whatever came, times that can be relied on, whose page it is, and the one verdict.

A reader gathers evidence and never decides by leaving something out: what it can't make sense of is a `Doubt`, and a doubt makes the state unknown.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from composer.domain.health import HealthState, ServiceHealth
from composer.domain.plan import ExternalService
from composer.domain.sayings import Code, Told, told

AHEAD = timedelta(minutes=10)
"""How far another clock may be ahead of ours before it is not believed."""
LONGEST_LINE, LONGEST_TEXT = 200, 4_000
MOST_PARTS = 5
_TAG = re.compile(r"<[^<>]*>")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Doubt(Exception):
    """What came can't be relied on; `why` is the sentence for the person."""

    def __init__(self, why: Told) -> None:
        super().__init__(why)
        self.why = why


def odd_state(word: object) -> Doubt:
    """The doubt about a state that no format is known to have."""
    return Doubt(told(Code.FEED_ODD_STATE, word=plain(word, 40) or "?"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, and when (`now`, UTC). `address` is where the answer came from in the end, after redirects."""

    service: ExternalService
    now: datetime
    address: str = ""

    def concerns(self, *texts: str) -> bool:
        """Whether one of these texts names what the plan asks about; everything does where it asks about the whole service."""
        if not self.service.match:
            return True
        whole = "\n".join(texts).casefold()
        return any(word.casefold() in whole for word in self.service.match)

    def no_part(self) -> Doubt:
        """The doubt about a page that has nothing of what the plan asks about."""
        return Doubt(told(Code.FEED_NO_PART, names=", ".join(self.service.match)))


@dataclass(frozen=True, slots=True)
class Trouble:
    """An incident that is open, or a part that does not work."""

    headline: str
    since: datetime | None = None
    parts: tuple[str, ...] = ()


def verdict(asked: Asked, troubles: Sequence[Trouble], newest: datetime | None) -> ServiceHealth:
    """What the evidence comes to; `newest` is the newest time that the feed tells anything of. A feed that stands still proves nothing, neither way."""
    if newest is not None and asked.now - newest > timedelta(days=asked.service.stale_days):
        raise Doubt(told(Code.FEED_FROZEN, date=f"{newest:%Y-%m-%d}"))
    if troubles:
        return _affected(asked, troubles)
    if newest is None:
        raise Doubt(told(Code.FEED_NO_TIME))
    if newest > asked.now + AHEAD:
        raise Doubt(told(Code.FEED_AHEAD))
    return ServiceHealth(asked.service.name, HealthState.OPERATIONAL, asked.now)


def operational(asked: Asked) -> ServiceHealth:
    """For a format that tells no times, and says in so many words that all is well."""
    return ServiceHealth(asked.service.name, HealthState.OPERATIONAL, asked.now)


def _affected(asked: Asked, troubles: Sequence[Trouble]) -> ServiceHealth:
    known = [one for one in troubles if one.since is not None and one.since <= asked.now + AHEAD]
    first = max(known, key=lambda one: (one.since, one.headline)) if known else troubles[0]
    named = list(dict.fromkeys(part for one in troubles for part in one.parts if part))
    return ServiceHealth(
        asked.service.name,
        HealthState.AFFECTED,
        asked.now,
        first.since if first in known else None,
        first.headline,
        len(troubles) - 1,
        tuple(named[:MOST_PARTS]),
    )


def insist_on_owner(asked: Asked, names: Iterable[str], addresses: Iterable[str] = ()) -> None:
    """That the page is the one that was asked for, by its name or its address; a page of somebody else's proves nothing."""
    service = asked.service
    told_names = [one for one in names if one]
    hosts = {host for one in addresses if (host := _host(one))}
    ours = {host for one in (service.feed or "", asked.address) if (host := _host(one))}
    if hosts & ours:
        return
    wanted = [one.casefold() for one in (service.name, service.page) if one]
    if any(word in name.casefold() for name in told_names for word in wanted):
        return
    if told_names or hosts:
        raise Doubt(told(Code.FEED_OTHER_PAGE, page=[*told_names, *sorted(hosts)][0]))
    raise Doubt(told(Code.FEED_NO_NAME))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


# --- text ---------------------------------------------------------------------------------------------------------


def plain(value: object, limit: int = LONGEST_LINE) -> str:
    """A text of the feed as one plain line: no tags, no entities, nothing that turns or hides text. Empty where it is no text."""
    if not isinstance(value, str):
        return ""
    text = value[: 4 * limit]
    for _ in range(2):  # markup that was escaped, and escaped again on its way
        text = html.unescape(_TAG.sub(" ", text))
    text = _TAG.sub(" ", text)
    shown = "".join(sign if _is_shown(sign) else " " for sign in text)
    line = " ".join(shown.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _is_shown(sign: str) -> bool:
    return unicodedata.category(sign)[0] != "C"


# --- JSON ---------------------------------------------------------------------------------------------------------


def decoded(body: bytes) -> str:
    """The text of a body: by its byte order mark, else UTF-8. Raises Doubt for any other encoding."""
    encoding = next((name for bom, name in _BOMS if body.startswith(bom)), "utf-8")
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        raise Doubt(told(Code.FEED_GARBLED)) from None


def read_json(body: bytes) -> Any:
    """A whole JSON value; a half one, or one that nests without end, is a Doubt."""
    try:
        return json.loads(decoded(body).removeprefix("\ufeff"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Doubt(told(Code.FEED_GARBLED)) from None


def _no_number(_: str) -> Any:
    raise ValueError("no JSON number")


def rows(value: object) -> Iterator[dict[str, Any]]:
    """The objects of a list; a list that is none, or holds anything else, is a Doubt."""
    if not isinstance(value, list):
        raise Doubt(told(Code.FEED_ODD))
    for one in value:
        if not isinstance(one, dict):
            raise Doubt(told(Code.FEED_ODD))
        yield one


def one_or_more(value: object) -> tuple[dict[str, Any], ...]:
    """The objects of a list that says something by what stands in it: an empty one is a Doubt."""
    found = tuple(rows(value))
    if not found:
        raise Doubt(told(Code.FEED_EMPTY))
    return found


def some_rows(holder: dict[str, Any], key: str) -> tuple[dict[str, Any], ...]:
    """The objects of a list that may be left out."""
    found = holder.get(key)
    return () if found is None else tuple(rows(found))


# --- time ---------------------------------------------------------------------------------------------------------


def moment(value: object) -> datetime | None:
    """An ISO 8601 time with its offset, or seconds since 1970, in UTC; None for all else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float) or (isinstance(value, str) and re.fullmatch(r"\d{9,11}", value)):
        return _of_epoch(value)
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        found = datetime.fromisoformat(value)
        return None if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _of_epoch(seconds: float | str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def newest_of(*moments: datetime | None) -> datetime | None:
    """The latest of the times that are known."""
    return max((one for one in moments if one is not None), default=None)
