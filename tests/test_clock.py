"""Time, handed in: the clock of the computer, and one that passes when told to."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest

from composer.clock import Clock, SimulatedClock, SystemClock

START = datetime(2026, 11, 23, 13, 52, tzinfo=UTC)


def test_system_clock_tells_utc_and_never_goes_back() -> None:
    clock: Clock = SystemClock()
    before = datetime.now(UTC)
    now = clock.now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC
    one, other = clock.monotonic(), clock.monotonic()
    assert one <= other
    assert abs(one - time.monotonic()) < 60


def test_system_clock_waits_until_woken_or_over() -> None:
    clock = SystemClock()
    wake = threading.Event()
    begun = time.monotonic()
    assert not clock.wait(wake, 0.05)
    assert time.monotonic() - begun >= 0.045
    assert not clock.wait(wake, -5)
    wake.set()
    assert clock.wait(wake, 60)


def test_simulated_clock_starts_where_it_is_told_in_utc() -> None:
    clock: Clock = SimulatedClock(START.astimezone(timezone(timedelta(hours=2))))
    assert clock.now() == START
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() == 0


def test_simulated_time_passes_only_when_told() -> None:
    clock = SimulatedClock(START)
    clock.advance(timedelta(minutes=20))
    assert (clock.now(), clock.monotonic()) == (START + timedelta(minutes=20), 1200)
    clock.advance_to(START + timedelta(hours=1))
    assert (clock.now(), clock.monotonic()) == (START + timedelta(hours=1), 3600)
    clock.advance_to(START)
    clock.advance(timedelta(0))
    assert (clock.now(), clock.monotonic()) == (START + timedelta(hours=1), 3600)
    with pytest.raises(ValueError, match="does not go back"):
        clock.advance(timedelta(microseconds=-1))
    assert clock.monotonic() == 3600


def test_simulated_waiting_takes_no_time() -> None:
    clock = SimulatedClock(START)
    wake = threading.Event()
    begun = time.monotonic()
    assert not clock.wait(wake, 7200)
    assert time.monotonic() - begun < 30
    assert clock.now() == START + timedelta(hours=2)
    assert not clock.wait(wake, -1)
    assert clock.monotonic() == 7200
    wake.set()
    assert clock.wait(wake, 7200)
    assert clock.monotonic() == 7200


def test_simulated_clock_is_safe_between_threads() -> None:
    clock = SimulatedClock(START)

    def seconds_pass() -> None:
        for _ in range(500):
            clock.advance(timedelta(seconds=1))

    threads = [threading.Thread(target=seconds_pass) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (clock.now(), clock.monotonic()) == (START + timedelta(seconds=2000), 2000)
