"""One token's pace, in simulated time."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from composer.clock import SimulatedClock, SystemClock
from composer.publishing.pacing import Pace


def clock() -> SimulatedClock:
    return SimulatedClock(datetime(2026, 11, 23, tzinfo=UTC))


def test_one_each_second() -> None:
    time = clock()
    pace = Pace(time, every_s=1.0)
    turns = []
    for _ in range(5):
        assert pace.wait() == 0
        turns.append(time.monotonic())
    assert turns == [0, 1, 2, 3, 4]


def test_a_few_at_once_and_never_more_than_the_budget_of_a_minute() -> None:
    time = clock()
    pace = Pace(time, every_s=1.2, burst=10)
    turns = []
    while time.monotonic() < 200:
        assert pace.wait() == 0
        turns.append(time.monotonic())
    assert turns[:10] == [0] * 10
    for start in turns:
        assert len([turn for turn in turns if start <= turn < start + 60]) <= 60


def test_a_pause_that_the_service_asked_for_closes_it_for_all() -> None:
    time = clock()
    pace = Pace(time, every_s=1.0, burst=5)
    pace.pause(30)
    assert pace.wait() == 30
    assert time.monotonic() == 0  # nobody sits that out
    time.wait(threading.Event(), 27)
    assert pace.wait() == 0
    assert time.monotonic() == 30


def test_threads_take_turns() -> None:
    time = SystemClock()
    pace = Pace(time, every_s=0.02)
    turns: list[float] = []

    def work() -> None:
        for _ in range(5):
            pace.wait()
            turns.append(time.monotonic())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    turns.sort()
    assert len(turns) == 20
    assert turns[-1] - turns[0] >= 19 * 0.02 - 0.01
