"""How something is measured so that it holds on a busy computer: floor and program by turns, medians, ratios.

Milliseconds of two runs can't be compared, because the computer does other work meanwhile. The ratio of two medians taken by turns can.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

RUNS = 15
"""The fewest pairs of which a median is taken."""

REPEATS = 3
"""A missed goal is measured anew until it was measured so often; the middle result counts, so it is over when it misses two of three."""

Act = Callable[[], object]
Seconds = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured. `pair` does the floor and then the program, once each, and gives the seconds that each took (or what else `unit` says).

    `goal` is the highest ratio of the two that is good; None where the figures are only told. `runs` is how many pairs are measured, and `warm_up`
    how many before them are not counted. `unit` is that of the two where they are no seconds.
    """

    name: str
    pair: Callable[[], tuple[float, float]]
    goal: float | None = None
    runs: int = RUNS
    warm_up: int = 1
    unit: str = "s"
    """Of both figures; what is not seconds is printed as it is."""


@dataclass(frozen=True, slots=True)
class Result:
    """The medians of one subject, in seconds."""

    subject: Subject
    floor: float
    product: float
    best_product: float

    @property
    def ratio(self) -> float:
        """How many times as long as the floor the program took."""
        return self.product / self.floor

    @property
    def is_over(self) -> bool:
        """Whether the goal is missed."""
        return self.subject.goal is not None and self.ratio > self.subject.goal


def by_turns(floor: Seconds, product: Seconds) -> Callable[[], tuple[float, float]]:
    """A pair of two things that are measured one after the other."""
    return lambda: (floor(), product())


def timed(act: Act, times: int = 1) -> float:
    """The seconds that doing it took; of several times, the mean."""
    began = time.perf_counter()
    for _ in range(times):
        act()
    return (time.perf_counter() - began) / times


def measure(subject: Subject, runs: int | None = None) -> Result:
    """Measure once. `runs` in place of the subject's own is for trying things out."""
    for _ in range(subject.warm_up):
        subject.pair()
    pairs = [subject.pair() for _ in range(subject.runs if runs is None else runs)]
    floors, products = zip(*pairs, strict=True)
    return Result(subject, median(floors), median(products), min(products))


def judge(subject: Subject, runs: int | None = None) -> list[Result]:
    """Measure, and measure a missed goal twice more; the result that counts stands first."""
    results = [measure(subject, runs)]
    if results[0].is_over:
        results += [measure(subject, runs) for _ in range(REPEATS - 1)]
    by_ratio = sorted(results, key=lambda result: result.ratio)
    counts = by_ratio[len(by_ratio) // 2]
    return [counts, *(result for result in results if result is not counts)]
