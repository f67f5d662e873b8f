"""How well a few typed letters fit a text: all of them must stand in it in order; starts of words and runs count more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

START, RUN, PLAIN = 12, 8, 1


def score(typed: str, text: str) -> int | None:
    """How well `typed` fits `text`; None where not all of its letters stand there in order. More is better; a shorter text wins a tie."""
    wanted = "".join(typed.casefold().split())
    if not wanted:
        return 0
    where = text.casefold()
    starts = {
        place
        for place, letter in enumerate(where)
        if letter.isalnum() and (not place or not where[place - 1].isalnum())
    }
    best = _best(wanted, where, starts)
    return None if best is None else 100 * best - len(where)


def _best(wanted: str, where: str, starts: set[int]) -> int | None:
    """The best way to find the letters in order, letter by letter: for each place the best sum that ends there."""
    ends: dict[int, int] = {}
    for number, letter in enumerate(wanted):
        found: dict[int, int] = {}
        before: int | None = None  # the best that ended somewhere before this place
        for place, here in enumerate(where):
            if here == letter:
                worth = START if place in starts else PLAIN
                if number == 0:
                    found[place] = worth
                elif before is not None:
                    run = ends.get(place - 1)
                    found[place] = max(before + worth, -1 if run is None else run + RUN + worth)
            if place in ends and (before is None or ends[place] > before):
                before = ends[place]
        if not found:
            return None
        ends = found
    return max(ends.values())


def ranked(typed: str, items: Iterable[T], text_of: Callable[[T], str]) -> list[T]:
    """The items that fit, the best first; items that fit alike keep their order."""
    scored = [(score(typed, text_of(item)), item) for item in items]
    fitting = [(found, item) for found, item in scored if found is not None]
    return [item for _, item in sorted(fitting, key=lambda pair: -pair[0])]
