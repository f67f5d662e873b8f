"""Targets and deadlines as real dates, also around weekends, holidays and sprints."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.deadlines import Milestone, follow_up, next_working_day, reach, targets
from composer.domain.plan import Target, TargetKind, WorkCalendar
from tests.domain.shipped import T0, after, incident, plan

WEEK = WorkCalendar((1, 2, 3, 4, 5), (), date(2026, 2, 2), 2)
BUSINESS = Target("Next business day", TargetKind.NEXT_BUSINESS_DAY)
SPRINT = Target("Next sprint", TargetKind.NEXT_SPRINT)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("severity", "response", "resolution"),
    [("P0", 15, 60), ("P1", 30, 240), ("P2", 120, 1440)],
)
def test_targets_count_from_the_start_of_impact(severity: str, response: int, resolution: int) -> None:
    found = targets(plan(), incident(severity, declared_at=after(40)))
    assert [(one.key, one.due_at) for one in found] == [
        ("response", after(response)),
        ("resolution", after(resolution)),
    ]


def test_a_severity_that_the_plan_no_longer_has_has_no_targets() -> None:
    assert targets(plan(), incident("P9")) == ()


def test_words_of_the_targets() -> None:
    assert [one.text for one in targets(plan(), incident("P1"))] == [
        "P1 response: 30 minutes",
        "P1 resolution target: 4 hours",
    ]


def test_targets_of_p3_are_real_dates() -> None:
    # T0 is a Monday; the sprint that runs then began on 2026-11-23 - 0 d (21 sprints after 2026-02-02).
    response, resolution = targets(plan(), incident("P3"))
    assert response.due_at == datetime(2026, 11, 25, tzinfo=UTC)
    assert resolution.due_at == datetime(2026, 12, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), date(2026, 11, 24)),  # Monday
        (date(2026, 11, 27), date(2026, 11, 30)),  # Friday
        (date(2026, 11, 28), date(2026, 11, 30)),  # Saturday
        (date(2026, 11, 29), date(2026, 11, 30)),  # Sunday
        (date(2026, 12, 23), date(2026, 12, 28)),  # before two holidays and a weekend
        (date(2026, 12, 31), date(2027, 1, 4)),
    ],
)
def test_next_working_day(day: date, expected: date) -> None:
    calendar = replace(WEEK, free_days=(date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1)))
    assert next_working_day(day, calendar) == expected
    assert reach(BUSINESS, noon(day), calendar) == noon(expected) + timedelta(hours=12)


def test_a_calendar_without_a_working_day_still_answers() -> None:
    assert next_working_day(date(2026, 11, 23), replace(WEEK, working_days=())) == date(2026, 11, 24)


def test_the_day_is_that_of_utc() -> None:
    late = datetime(2026, 11, 23, 20, tzinfo=timezone(timedelta(hours=-8)))  # Tuesday 04:00 in UTC
    assert reach(BUSINESS, late, WEEK) == datetime(2026, 11, 26, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 2, 1), date(2026, 2, 16)),  # before the first sprint: that one is the next
        (date(2025, 1, 1), date(2026, 2, 16)),
        (date(2026, 2, 2), date(2026, 3, 2)),  # on its first day the next is the second
        (date(2026, 2, 15), date(2026, 3, 2)),
        (date(2026, 2, 16), date(2026, 3, 16)),
    ],
)
def test_next_sprint(day: date, end: date) -> None:
    assert reach(SPRINT, noon(day), WEEK) == datetime(end.year, end.month, end.day, tzinfo=UTC)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 6))
def test_the_next_sprint_begins_after_the_day_and_follows_at_once(day: date, weeks: int) -> None:
    calendar = replace(WEEK, sprint_weeks=weeks)
    end = reach(SPRINT, noon(day), calendar).date()
    begins = end - timedelta(weeks=weeks)
    assert begins > day
    assert (begins - calendar.sprint_starts).days % (7 * weeks) == 0
    if begins > calendar.sprint_starts:
        assert begins - timedelta(weeks=weeks) <= day


def test_minutes_are_counted_on() -> None:
    assert reach(Target("15 minutes", TargetKind.MINUTES, 15), T0, WEEK) == after(15)
    assert reach(Target("at once", TargetKind.MINUTES), T0, WEEK) == T0


def test_nothing_follows_while_it_is_open() -> None:
    assert follow_up(plan(), incident()) == ()


def test_what_follows_a_p0() -> None:
    resolved = after(70)
    found = follow_up(plan(), incident("P1", "resolved", peak_severity="P0", resolved_at=resolved))
    assert [(one.key, one.due_at - resolved) for one in found] == [
        ("created", timedelta(0)),
        ("watch", timedelta(hours=1)),
        ("timeline", timedelta(hours=24)),
        ("root_cause", timedelta(hours=48)),
        ("meeting", timedelta(hours=72)),
        ("actions", timedelta(weeks=1)),
        ("prevention", timedelta(weeks=2)),
        ("review", timedelta(days=30)),
    ]
    assert found[1] == Milestone("watch", "Monitoring watch of 1 h ends", resolved + timedelta(hours=1))
    assert found[3] == Milestone(
        "root_cause", "Complete root cause analysis", resolved + timedelta(hours=48), "Technical Lead"
    )


def test_the_review_is_for_p0_alone() -> None:
    found = follow_up(plan(), incident("P1", "resolved", resolved_at=T0))
    assert "review" not in {one.key for one in found}
    assert len(found) == 7


def test_a_watch_of_an_hour_and_a_half() -> None:
    long = replace(plan(), monitoring_watch_hours=1.5, deadlines=())
    assert follow_up(long, incident(phase="resolved", resolved_at=T0)) == (
        Milestone("watch", "Monitoring watch of 1.5 h ends", after(90)),
    )


def test_a_milestone_has_a_name_of_few_words() -> None:
    assert (
        Milestone("root_cause", "Complete root cause analysis", datetime(2026, 11, 25, tzinfo=UTC)).name
        == "Root cause"
    )
