"""The table that a run prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.measuring import Result

_HEAD = ("what", "runs", "floor", "program", "fastest", "ratio", "goal", "")
_NAME_WIDTH = 58
_WIDTHS = (5, 11, 11, 11, 8, 8, 0)


def head() -> str:
    """The first line."""
    return _line(_HEAD)


def row(results: Sequence[Result], runs: int | None = None) -> str:
    """The line of one subject, from what `judge` gave: the result that counts, then those that were measured beside it."""
    counts, *others = results
    goal = counts.subject.goal
    verdict = "" if goal is None else "over" if counts.is_over else "ok"
    if others:
        verdict += f" (also measured: {', '.join(f'{other.ratio:.2f}' for other in others)})"
    return _line(
        (
            counts.subject.name,
            str(runs or counts.subject.runs),
            *(
                amount(each, counts.subject.unit)
                for each in (counts.floor, counts.product, counts.best_product)
            ),
            f"{counts.ratio:.2f}",
            "" if goal is None else f"<= {goal:g}",
            verdict,
        )
    )


def amount(figure: float, unit: str) -> str:
    """Seconds as milliseconds, anything else with its unit: `111.2 MiB`."""
    return duration(figure) if unit == "s" else f"{figure:.1f} {unit}"


def duration(seconds: float) -> str:
    """Milliseconds with three digits that say something: `0.0097 ms`, `1.31 ms`, `207 ms`."""
    milliseconds = seconds * 1_000
    decimals = 4 if milliseconds < 0.1 else 3 if milliseconds < 1 else 2 if milliseconds < 10 else 1
    return f"{milliseconds:.{0 if milliseconds >= 100 else decimals}f} ms"


def _line(cells: Iterable[str]) -> str:
    name, *numbers = cells
    aligned = (cell.rjust(width) for cell, width in zip(numbers, _WIDTHS, strict=True))
    return f"{name.ljust(_NAME_WIDTH)}{' '.join(aligned)}".rstrip()
