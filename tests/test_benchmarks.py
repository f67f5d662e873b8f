"""The benchmarks run and judge as they say. What they measure is never tested: a busy computer is no failure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from benchmarks import __main__ as benchmarks
from benchmarks import (
    checking,
    commanding,
    fan_out,
    keying,
    opening,
    publishing,
    rendering,
    searching,
    sending,
    showing,
    starting,
    verifying,
)
from benchmarks.measuring import Subject, judge, measure
from benchmarks.table import amount, duration


@pytest.mark.parametrize(
    "group",
    [
        lambda folder: rendering.subjects(folder),
        lambda folder: checking.subjects(folder),
        lambda folder: publishing.subjects(folder, long=20),
        lambda folder: fan_out.subjects(folder, vendor_s=0.0),
        lambda folder: sending.subjects(folder, mails=3, readers=2_500),
        lambda folder: searching.subjects(folder, sizes=(200,)),
        lambda folder: verifying.subjects(folder, messages=20),
        lambda folder: starting.subjects(folder),
        lambda folder: opening.subjects(folder, sizes=(20,), idle_s=0.5),
        lambda folder: keying.subjects(folder, presses=5),
        lambda folder: commanding.subjects(folder),
        pytest.param(lambda folder: showing.subjects(folder), marks=pytest.mark.sweep),
    ],
    ids=[
        "rendering",
        "checking",
        "publishing",
        "fan_out",
        "sending",
        "searching",
        "verifying",
        "starting",
        "opening",
        "keying",
        "commanding",
        "showing",
    ],
)
def test_each_group_can_be_measured(group, tmp_path: Path) -> None:
    with group(tmp_path) as subjects:
        for subject in subjects:
            floor, product = subject.pair()
            assert product > 0, subject.name
            assert floor > 0, subject.name


def test_the_medians_are_compared() -> None:
    pairs = iter([(9.0, 9.0), (1.0, 2.0), (1.0, 50.0), (2.0, 6.0)])
    result = measure(Subject("s", lambda: next(pairs), goal=5.0, runs=3))
    assert (result.floor, result.product, result.best_product) == (1.0, 6.0, 2.0)
    assert result.ratio == 6.0
    assert result.is_over


def test_without_a_goal_nothing_is_over() -> None:
    assert not measure(Subject("s", lambda: (1.0, 99.0), runs=1)).is_over


@pytest.mark.parametrize(
    ("ratios", "counts", "measured", "over"),
    [([2.0], 2.0, 1, False), ([4.0, 2.0, 1.0], 2.0, 3, False), ([4.0, 5.0, 1.0], 4.0, 3, True)],
)
def test_a_missed_goal_is_measured_twice_more(
    ratios: list[float], counts: float, measured: int, over: bool
) -> None:
    left = iter(ratios)
    results = judge(Subject("s", lambda: (1.0, next(left)), goal=3.0, runs=1, warm_up=0))
    assert results[0].ratio == counts
    assert results[0].is_over is over
    assert sorted(result.ratio for result in results) == sorted(ratios)
    assert len(results) == measured


@pytest.mark.parametrize(("ratio", "status", "verdict"), [(2.0, 0, "ok"), (4.0, 1, "over")])
def test_the_exit_status_says_whether_a_goal_is_missed(
    ratio: float,
    status: int,
    verdict: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(benchmarks, "_BUILD", tmp_path / "build")

    @contextmanager
    def group(_folder: Path) -> Iterator[list[Subject]]:
        yield [Subject("made up", lambda: (1.0, ratio), goal=3.0)]

    def never(_folder: Path) -> AbstractContextManager[list[Subject]]:
        raise AssertionError("not asked for")

    assert benchmarks.main(["mine", "--runs", "1"], {"mine": group, "other": never}) == status
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("made up"))
    assert verdict in line.split()
    assert list((tmp_path / "build").iterdir()) == []


def test_an_unknown_group_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        benchmarks.main(["nonsense"])
    assert exit_.value.code == 2
    assert "nonsense" in capsys.readouterr().err


def test_what_is_not_seconds_is_shown_with_its_unit() -> None:
    assert amount(111.24, "MiB") == "111.2 MiB"
    assert amount(0.207, "s") == "207 ms"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0000097, "0.0097 ms"),
        (0.00034, "0.340 ms"),
        (0.00131, "1.31 ms"),
        (0.0112, "11.2 ms"),
        (0.207, "207 ms"),
    ],
)
def test_durations_show_the_digits_that_say_something(seconds: float, text: str) -> None:
    assert duration(seconds) == text
