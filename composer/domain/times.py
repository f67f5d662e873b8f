"""Times as people read them: UTC, which everybody in an incident shares, with the local time beside it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window reads times before its first paint, and the plan only after it
    from composer.domain.plan import Words


def utc_and_local(
    moment: datetime,
    zone: tzinfo | None = None,
    *,
    now: datetime | None = None,
    seconds: bool = False,
    here: str = "here",
) -> str:
    """`14:55 UTC (15:55 here)`; with `seconds`, `14:55:08 UTC (15:55 here)`.

    `zone` None is this computer's. Where the moment lies on another UTC day than `now`, its date stands before it; where the local date is another than the UTC one, that too. Where local time is UTC
    there is nothing to add. `here` is that word in the reader's language.
    """
    utc = moment.astimezone(UTC)
    local = moment.astimezone(zone)
    text = f"{utc:%H:%M:%S} UTC" if seconds else f"{utc:%H:%M} UTC"
    if now is not None and now.astimezone(UTC).date() != utc.date():
        text = f"{utc:%Y-%m-%d} {text}"
    if local.utcoffset() == utc.utcoffset():
        return text
    shown = f"{local:%H:%M}" if local.date() == utc.date() else f"{local:%Y-%m-%d %H:%M}"
    return f"{text} ({shown} {here})"


def length_text(length: timedelta, words: Words) -> str:
    """`1 h 08 min`, or `12 min`."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} {words.minutes_short}"
    return f"{minutes // 60} {words.hours_short} {minutes % 60:02d} {words.minutes_short}"
