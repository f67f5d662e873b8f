"""Days as people type them before a time of day: "tomorrow 10:00", "24 Nov 10:00", "Tue 10:00"; all of it UTC."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_TIME = r"(?:at\s+|um\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})\s*(?:UTC|Z|Uhr)?"
_WORD = re.compile(rf"(?P<day>[^\W\d_]+)\.?,?\s+{_TIME}", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"(?:[^\W\d_]+\.?,?\s+)?(?P<number>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?P<month>[^\W\d_]+)\.?,?(?:\s+(?P<year>\d{{4}}))?,?\s+{_TIME}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?:[^\W\d_]+\.?,?\s+)?(?P<month>[^\W\d_]+)\.?\s+(?P<number>\d{{1,2}})(?:st|nd|rd|th)?,?(?:\s+(?P<year>\d{{4}}))?,?\s+{_TIME}",
    re.IGNORECASE,
)
_DOTTED = re.compile(rf"(?P<number>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}})?,?\s+{_TIME}")

_NEAR = {"today": 0, "heute": 0, "tomorrow": 1, "morgen": 1}
_WEEKDAYS = (
    ("monday", "montag"), ("tuesday", "dienstag"), ("wednesday", "mittwoch"), ("thursday", "donnerstag"),
    ("friday", "freitag"), ("saturday", "samstag"), ("sunday", "sonntag"),
)  # fmt: skip
_MONTHS = (
    ("january", "januar"), ("february", "februar"), ("march", "märz", "maerz"), ("april",), ("may", "mai"),
    ("june", "juni"), ("july", "juli"), ("august",), ("september",), ("october", "oktober"), ("november",),
    ("december", "dezember"),
)  # fmt: skip
_SHORTEST = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
_AROUND = timedelta(days=183)


def dated(text: str, now: datetime) -> datetime | None:
    """The moment that a day and a time of day mean; None for other words.

    A weekday is the next one, today's while its time is still to come. A date without its year is the one nearest to `now` (UTC).
    """
    text = text.strip()
    if len(text) > 60:  # nobody types a day so
        return None
    for pattern in (_DOTTED, _DAY_FIRST, _MONTH_FIRST, _WORD):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        named = found.groupdict()
        hour, minute = int(named["hour"]), int(named["minute"])
        if hour > 23 or minute > 59:
            return None
        at = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        if "day" in named:
            return _on_day(str(named["day"]).casefold(), at, now)
        return _on_date(str(named["month"]), int(named["number"]), named["year"], at, now)
    return None


def _on_day(word: str, at: datetime, now: datetime) -> datetime | None:
    if word in _NEAR:
        return at + timedelta(days=_NEAR[word])
    weekday = _SHORTEST.get(word, _place(word, _WEEKDAYS))
    if weekday is None:
        return None
    moment = at + timedelta(days=(weekday - now.weekday()) % 7)
    return moment if moment > now else moment + timedelta(days=7)


def _on_date(month: str, day: int, year: str | None, at: datetime, now: datetime) -> datetime | None:
    number = int(month) if month.isdecimal() else (_place(month.casefold(), _MONTHS) or 0) + 1
    if not month.isdecimal() and _place(month.casefold(), _MONTHS) is None:
        return None
    years = (int(year),) if year else (now.year, now.year + 1, now.year - 1)
    for one in years:
        try:
            on = date(one, number, day)
        except ValueError:
            continue
        moment = at.replace(year=on.year, month=on.month, day=on.day)
        if year or abs(moment - now) <= _AROUND:
            return moment
    return None


def _place(word: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    """Which one is meant, by its whole name or the first three letters and more."""
    if len(word) < 3:
        return None
    found = [place for place, each in enumerate(names) if any(name.startswith(word) for name in each)]
    return found[0] if len(found) == 1 else None
