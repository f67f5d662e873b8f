"""The facts that nobody types, as they are printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from composer.domain.channel import Channel
from composer.domain.plan import ComponentStatus
from composer.services.facts import clock_time, derived_facts, duration_text, told_to
from tests.domain.shipped import T0, after, incident, plan

DAY = T0.date()
NOW = after(75)
OVER = incident(
    "P1",
    "resolved",
    impact_ended_at=after(68),
    resolved_at=NOW,
    slack_channel="#incident-2026-11-23-checkout-down",
    components={"search": ComponentStatus.PARTIAL_OUTAGE, "payments": ComponentStatus.MAJOR_OUTAGE},
)


def facts(
    happened: Any = OVER, now: datetime = NOW, channel: Channel = Channel.SLACK, **more: bool
) -> dict[str, str]:
    return derived_facts(
        plan(), happened, now, channel, **{"page_is_up_to_date": False, "declaring": False, **more}
    )


def test_printed_as_the_plan_shows_them() -> None:
    expected = {
        "severity": "P1",
        "phase": "Resolved",
        "now": "15:07 UTC",
        "date": "2026-11-23",
        "started_at": "13:52",
        "ended_at": "15:00",
        "resolved_at": "15:00",
        "duration": "1 h 08 min",
        "slack_channel": "#incident-2026-11-23-checkout-down",
        "status_page_url": "https://status.skillancer.com",
        "status_page_state": "Pending",
        "organisation": "Skillancer",
        "support_email": "support@skillancer.com",
    }
    assert facts().items() >= expected.items()


def test_every_derived_text_is_text() -> None:
    for channel in Channel:
        for happened in (OVER, incident()):
            assert all(isinstance(text, str) for text in facts(happened, channel=channel).values())


@pytest.mark.parametrize(
    ("phase", "label", "executive"),
    [
        ("investigating", "Investigating", "Investigating"),
        ("identified", "Identified", "Mitigating"),
        ("mitigating", "Mitigating", "Mitigating"),
        ("monitoring", "Monitoring", "Mitigating"),
        ("resolved", "Resolved", "Resolved"),
    ],
)
def test_executives_know_three_words(phase: str, label: str, executive: str) -> None:
    for channel in Channel:
        expected = executive if channel is Channel.EXECUTIVE else label
        assert facts(incident(phase=phase), channel=channel)["phase"] == expected


def test_while_impact_goes_on() -> None:
    found = facts(incident(), now=after(20))
    assert (found["duration"], found["ended_at"]) == ("Ongoing", "")


def test_what_the_page_carries() -> None:
    assert facts(page_is_up_to_date=True)["status_page_state"] == "Updated"


def test_another_day_is_printed_with_its_date() -> None:
    tomorrow = T0 + timedelta(days=1)
    night = replace(OVER, impact_ended_at=tomorrow, resolved_at=tomorrow)
    found = facts(night, now=tomorrow)
    assert (found["started_at"], found["ended_at"], found["resolved_at"]) == (
        "2026-11-23 13:52",
        "13:52",
        "13:52",
    )
    assert (found["date"], found["duration"]) == ("2026-11-23", "24 h 00 min")
    # Customers read it later, whenever that is: told to the date that stands in the mail.
    mail = facts(night, now=tomorrow + timedelta(days=3), channel=Channel.EMAIL)
    assert (mail["started_at"], mail["ended_at"]) == ("13:52", "2026-11-24 13:52")


def test_all_times_are_utc() -> None:
    west = timezone(timedelta(hours=-8))
    late = replace(OVER, impact_started_at=datetime(2026, 11, 23, 20, tzinfo=west), impact_ended_at=None)
    found = facts(late, now=datetime(2026, 11, 24, 5, tzinfo=UTC))
    assert (found["date"], found["started_at"]) == ("2026-11-24", "04:00")


def test_told_to() -> None:
    tomorrow = T0 + timedelta(days=1)
    assert told_to(OVER, tomorrow, Channel.EMAIL) == DAY
    assert {told_to(OVER, tomorrow, channel) for channel in Channel if channel is not Channel.EMAIL} == {
        tomorrow.date()
    }
    assert told_to(OVER, datetime(2026, 11, 24, 1, tzinfo=timezone(timedelta(hours=2))), Channel.SLACK) == DAY


def test_clock_time() -> None:
    assert clock_time(None, DAY) == ""
    assert clock_time(T0, DAY) == "13:52"
    assert clock_time(T0, date(2026, 11, 24)) == "2026-11-23 13:52"
    assert clock_time(T0.astimezone(timezone(timedelta(hours=5))), DAY) == "13:52"


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (None, "Ongoing"),
        (-5, "0 min"),
        (0, "0 min"),
        (0.99, "0 min"),
        (12, "12 min"),
        (59.9, "59 min"),
        (60, "1 h 00 min"),
        (68, "1 h 08 min"),
        (26 * 60 + 5, "26 h 05 min"),
    ],
)
def test_duration(minutes: float | None, text: str) -> None:
    length = None if minutes is None else timedelta(minutes=minutes)
    assert duration_text(length, plan().words) == text
