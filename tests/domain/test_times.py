"""Times as people read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from composer.domain.times import utc_and_local

MOMENT = datetime(2026, 11, 23, 14, 55, tzinfo=UTC)


def test_local_time_stands_beside_utc() -> None:
    assert utc_and_local(MOMENT, ZoneInfo("Europe/Berlin")) == "14:55 UTC (15:55 here)"


def test_where_local_time_is_utc_nothing_is_added() -> None:
    assert utc_and_local(MOMENT, UTC) == "14:55 UTC"


def test_another_local_day_shows_its_date() -> None:
    assert utc_and_local(MOMENT, timezone(timedelta(hours=10))) == "14:55 UTC (2026-11-24 00:55 here)"


def test_another_utc_day_than_now_shows_its_date() -> None:
    later = MOMENT + timedelta(days=1)
    assert utc_and_local(later, UTC, now=MOMENT) == "2026-11-24 14:55 UTC"
    assert utc_and_local(MOMENT, UTC, now=MOMENT) == "14:55 UTC"


def test_the_local_zone_is_the_computers_own() -> None:
    assert utc_and_local(MOMENT).startswith("14:55 UTC")


def test_seconds_where_they_are_wanted() -> None:
    here = timezone(timedelta(hours=1))
    assert utc_and_local(MOMENT.replace(second=8), here, seconds=True) == "14:55:08 UTC (15:55 here)"
