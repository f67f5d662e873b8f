"""Times and lengths of time as people write them in a sentence, and what they are told of: since when, until when, for how long, as of when. English; times without a zone are UTC."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import islice, pairwise

from composer.checks.told_numbers import MOST, beginning, phrase
from composer.domain.contradictions import ClashRules

_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "IST": 330, "JST": 540,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AEST": 600, "AEDT": 660,
}  # fmt: skip
_TIME = re.compile(
    r"(?<![\w:.,-])(?:(\d{4}-\d{2}-\d{2})(?:\s|T|,\s))?([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"(\s?[ap]\.?m\b\.?)?(?:\s?(Z|[A-Z]{3,4}|[+-]\d{2}:?\d{2})(?![A-Za-z\d]))?(\slocal\b)?",
    re.ASCII,
)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "half an": 0.5,
}  # fmt: skip
_LENGTH = re.compile(
    rf"(?<![\w.,:-])(\d{{1,4}}(?:\.\d)?|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})[\s-]?(hours?|hrs?|h|minutes?|mins?|days?)\b"
    r"(?:\s(?:and\s)?(?:(\d{1,2})[\s-]?(?:minutes?|mins?|m)\b|(a\shalf|a\squarter)\b))?",
    re.ASCII | re.IGNORECASE,
)
_JOINED = re.compile(r"^\s*(?:and|to|until|till|–|—|-)\s*$", re.IGNORECASE)
_OPENED = re.compile(r"\b(?:(between)|from)\s+$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?\n](?=\s|$)")
_ABOUT = r"(?:\s?(?:about|around|roughly|approximately|approx\.?|shortly\s(?:after|before)|just\s(?:after|before)|~|≈|some|almost|nearly))?"
_HOW_LONG = re.compile(
    r"\b(over|more\sthan|at\sleast|less\sthan|under|up\sto|almost|nearly|about|around|roughly|approximately|some|~)\s?$",
    re.IGNORECASE,
)
_BEFORE = 56
_AROUND = 200


class Of(StrEnum):
    """What a time is told of."""

    START = "started"
    END = "ended"
    ETA = "eta"
    PROMISE = "promised"
    AS_OF = "as_of"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day in a text, in minutes of the UTC day, with its date where one stands there. `is_hurt` says that the sentence tells of what customers suffer."""

    minute: int
    day: date | None
    of: Of
    is_hurt: bool
    start: int
    end: int

    def nearest(self, to: datetime) -> datetime:
        """It as a point in time: of its own day, else of the day on which it lies nearest."""
        base = to.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        if self.day is not None:
            base = datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)
            return base + timedelta(minutes=self.minute)
        days = (base + timedelta(days=step, minutes=self.minute) for step in (-1, 0, 1))
        return min(days, key=lambda one: abs(one - to))


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, and where all of it stands."""

    first: Moment
    last: Moment
    start: int
    end: int

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it starts; past midnight it does not."""
        if self.first.day is not None and self.last.day is not None:
            return (self.last.day, self.last.minute) < (self.first.day, self.first.minute)
        return (
            self.first.day is None
            and self.last.day is None
            and 0 < self.first.minute - self.last.minute < 720
        )


@dataclass(frozen=True, slots=True)
class Length:
    """How long the impact lasted as a text says, in minutes from `low` to `high`."""

    low: float
    high: float
    start: int
    end: int


class TimeReader:
    """Reads times by the words in force. `strangers` are names of services of others: what is told of them is none of ours."""

    def __init__(self, rules: ClashRules, strangers: Iterable[str] = ()) -> None:
        words = rules.words
        self._limits = rules.limits
        self._hurt, self._healed = beginning(words.get("hurt", ())), beginning(words.get("healed", ()))
        self._watching = beginning(words.get("watching", ()))
        self._strangers = beginning((*words.get("strangers", ()), *(one for one in strangers if one)))
        self._of = {
            of: _ending(words.get(of.value, ())) for of in (Of.PROMISE, Of.ETA, Of.START, Of.END, Of.AS_OF)
        }
        self._lasted = _ending(words.get("lasted", ()))
        self._long = beginning(words.get("long", ()))

    def times(self, text: str) -> tuple[Moment, ...]:
        """The times of a text, in order."""
        return tuple(self._times(text))

    def ranges(self, text: str, times: tuple[Moment, ...]) -> tuple[Range, ...]:
        """Those of them that make a range: between the one and the other, from the one to the other."""
        found = []
        for first, last in pairwise(times):
            if last.start - first.end > 12 or not _JOINED.match(text[first.end : last.start]):
                continue
            opened = _OPENED.search(text[max(0, first.start - 12) : first.start])
            is_and = "and" in text[first.end : last.start].casefold()
            if is_and and (opened is None or opened[1] is None):
                continue
            start = first.start - (len(opened[0]) if opened is not None else 0)
            found.append(Range(first, last, start, last.end))
        return tuple(found)

    def lengths(self, text: str) -> tuple[Length, ...]:
        """How long the impact lasted, wherever the text says so."""
        return tuple(self._lengths(text))

    def _times(self, text: str) -> Iterator[Moment]:
        for match in islice(_TIME.finditer(text), MOST):
            made = _minute(match)
            if made is None:
                continue
            minute, day = made
            start = match.start()
            before = text[max(0, start - _BEFORE) : start]
            of, said = self._told_of(before)
            left, right = self._clause(text, match.start(), match.end())
            context = left[: len(left) - said] if len(left) > said else ""
            context = (
                context if context.strip() else right
            )  # “Since 14:20, payments …” tells it after the time
            hurt = bool(self._hurt.search(context)) and not self._strangers.search(left + right)
            if of is Of.START and self._healed.search(context):
                hurt = False
            yield Moment(minute, day, of, hurt, start, match.end())

    def _told_of(self, before: str) -> tuple[Of, int]:
        """What a time is told of by what stands before it, and how many characters say so."""
        for of, pattern in self._of.items():
            found = pattern.search(before)
            if found is not None:
                return of, len(before) - found.start()
        return Of.NOTHING, 0

    def _lengths(self, text: str) -> Iterator[Length]:
        for match in islice(_LENGTH.finditer(text), MOST):
            start, end = match.span()
            before = text[max(0, start - _BEFORE) : start]
            how = _HOW_LONG.search(before)
            if how is not None:
                before = before[: how.start()]
            left, right = self._clause(text, start, end)
            is_long = self._long.match(text[end : end + 24].lstrip(" -"))
            if not is_long and not self._lasted.search(before):
                continue
            told = left if how is None else left[: -len(how[0])]
            if not is_long and (not self._hurt.search(told) or self._healed.search(told)):
                continue
            if (
                self._watching.search(told)
                or self._strangers.search(left + right)
                or right.lstrip().startswith("of ")
            ):
                continue
            minutes = _minutes(match)
            low, high = self._bounds(minutes, "" if how is None else how[1].casefold())
            yield Length(low, high, start, end)

    def _bounds(self, minutes: float, how: str) -> tuple[float, float]:
        within = max(self._limits.duration_minutes, minutes * self._limits.duration_percent / 100)
        match " ".join(how.split()):
            case "over" | "more than" | "at least":
                return minutes - within, math.inf
            case "less than" | "under" | "up to":
                return 0, minutes + within
            case "":
                return minutes - within, minutes + within
        return minutes - 2 * within, minutes + 2 * within

    @staticmethod
    def _clause(text: str, start: int, end: int) -> tuple[str, str]:
        """What stands before and after a place in its sentence."""
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        cut = 0
        for stop in _SENTENCE.finditer(before):
            cut = stop.end()
        found = _SENTENCE.search(after)
        return before[cut:], after if found is None else after[: found.start()]


def _minute(match: re.Match[str]) -> tuple[int, date | None] | None:
    """The minute of the UTC day and the date; None where the zone is not known."""
    day: date | None = None
    if match[1]:
        try:
            day = date.fromisoformat(match[1])
        except ValueError:
            return None
    hour, half = int(match[2]), (match[4] or "").strip().casefold()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    minute, zone = hour * 60 + int(match[3]), match[5]
    if match[6]:
        return None
    if zone and zone[0] in "+-":
        away = int(zone[1:3]) * 60 + int(zone[-2:])
        minute -= away if zone[0] == "+" else -away
    elif zone:
        if zone not in _ZONES:
            return None
        minute -= _ZONES[zone]
    if day is not None and not 0 <= minute < 1_440:
        day += timedelta(days=minute // 1_440)
    return minute % 1_440, day


def _minutes(match: re.Match[str]) -> float:
    said = " ".join(match[1].casefold().split())
    count = _COUNTS.get(said)
    if count is None:
        count = float(said)
    unit = {"h": 60, "d": 1_440}.get(match[2][0].casefold(), 1)
    more = {None: 0, "half": 0.5, "quarter": 0.25}[
        None if match[4] is None else match[4].casefold().split()[-1]
    ]
    return count * unit + int(match[3] or 0) + more * unit


def _ending(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for a text that ends with one of the phrases, and with nothing between it and what comes but a word such as *about*."""
    return phrase(phrases, before=r"(?:^|[^\w-])", after=rf"{_ABOUT}\s?$")
