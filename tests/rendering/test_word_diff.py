"""What changed, word by word: exact, readable, and never a wait."""

from __future__ import annotations

import itertools
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.rendering.word_diff import Change, changes

HANG_S = 60.0
"""What takes longer than this hangs; how fast it is, the benchmarks tell."""


def shown(old: str, new: str) -> str:
    marks = {"same": "{}", "added": "[+{}+]", "removed": "[-{}-]"}
    return "".join(marks[change.kind].format(change.text) for change in changes(old, new))


def rebuilt(old: str, new: str) -> tuple[str, str]:
    found = changes(old, new)
    assert all(change.text for change in found)
    assert all(a.kind != b.kind for a, b in itertools.pairwise(found))
    return (
        "".join(change.text for change in found if change.kind != "added"),
        "".join(change.text for change in found if change.kind != "removed"),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("a b", "a b", "a b"),
        ("", "a b", "[+a b+]"),
        ("a b", "", "[-a b-]"),
        ("We are investigating.", "We have investigated.", "We [-are investigating.-][+have investigated.+]"),
        ("Up in 38 minutes.", "Up in 12 minutes.", "Up in [-38-][+12+] minutes."),
        (
            "A fix is on its way.",
            "A fix is on its way. Next update by 14:55 UTC.",
            "A fix is on its way.[+ Next update by 14:55 UTC.+]",
        ),
        ("a b", "a new b", "a[+ new+] b"),
        ("a old b", "a b", "a[- old-] b"),
        ("a b", "a\nb", "a[- -][+\n+]b"),
        ("a\n", "a", "a[-\n-]"),
        (" a x", "\ta y", "[- -][+\t+]a [-x-][+y+]"),
        ("a b", "a\tc", "a[- b-][+\tc+]"),
    ],
)
def test_reads_as_a_person_would_mark_it(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected
    assert rebuilt(old, new) == (old, new)


def test_gives_values() -> None:
    assert changes("a", "b") == (Change("removed", "a"), Change("added", "b"))


WORDS = st.lists(
    st.sampled_from(["a", "b", "c", " ", "\n", "  ", "é", "👩‍🚒", "\u2028", "\x1c"]), max_size=40
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(WORDS, st.text()), st.one_of(WORDS, st.text()))
def test_gives_back_both_texts_exactly(old: str, new: str) -> None:
    assert rebuilt(old, new) == (old, new)


def noise(words: int, *, kinds: int, seed: int) -> str:
    source = random.Random(seed)
    return " ".join(str(source.randrange(kinds)) for _ in range(words))


MB = 1_000_000
LARGE = {
    "5 MB against nothing": ("word " * MB, ""),
    "5 MB, one word new": ("word " * MB, "word " * MB + "end"),
    "5 MB of other words": ("word " * MB, "mot " * MB),
    "1 MB without a break": ("a" * MB, "b" * MB),
    "1 MB of spaces": (" " * MB, " " * MB + "a"),
    "400 kB of spaces": (" " * 400_000, "a" + " " * 400_000),
    "100,000 lines": ("line\n" * 100_000, "line\n" * 50_000 + "new\n" + "line\n" * 50_000),
    "100,000 other lines": (
        "".join(f"{n}\n" for n in range(100_000)),
        "".join(f"{n + 1}.\n" for n in range(100_000)),
    ),
    "5,000 lines, some new": (
        "".join(f"{n} {'x' * 200}\n" for n in range(5_000)),
        "".join(f"{n} {'x' * 200}\n" for n in range(5_000) if n % 7),
    ),
    "4,000 words, 90 kinds": (noise(4_000, kinds=90, seed=1), noise(4_000, kinds=90, seed=2)),
    "4,000 words, 3,000 kinds": (noise(4_000, kinds=3_000, seed=1), noise(4_000, kinds=3_000, seed=2)),
    "4,000 words in a cycle": (
        " ".join(str(n % 101) for n in range(4_000)),
        " ".join(str(n % 103) for n in range(4_000)),
    ),
    "4,000 words turned round": (" ".join(map(str, range(4_000))), " ".join(map(str, range(4_000, 0, -1)))),
    "199 equal words": ("a " * 199, "a b " * 99),
}


@pytest.mark.parametrize("pair", LARGE.values(), ids=LARGE.keys())
def test_a_large_text_never_hangs(pair: tuple[str, str]) -> None:
    started = time.perf_counter()
    found = rebuilt(*pair)
    assert time.perf_counter() - started < HANG_S
    assert found == pair
