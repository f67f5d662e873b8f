"""The corpus of the leak guard, and what the guard makes of it: texts with a leak each, and clean public texts in the manner of status pages.

The texts are data in tests/checks/corpus/. A leak's words stand within ⟦ and ⟧, several in one text where it lets out several.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from composer import assets
from composer.checks.leaks import LeakGuard
from composer.planning.leaks_file import load_leaks
from tests.guard.made_up import with_credentials

FOLDER = Path(__file__).resolve().parent.parent / "checks" / "corpus"
RULES = Path(str(assets.data_root())) / "resources" / "leaks.toml"
MOST_STOPPED = 0.01
"""The share of clean texts that may be stopped."""

NAMES = (
    "Globex", "Globex Industries", "Initech", "Northwind Traders", "Project Bluebird",
    "Alice Meier", "Tomasz Wójcik", "Priya Krishnan",
)  # fmt: skip
"""The customers, projects and people that a team of the corpus keeps to itself; no pattern could know them."""

SECRETS = frozenset({"vendor key", "cloud key", "other key", "secret", "jwt", "private key"})
"""The kinds of which nothing may be left over: half a key is a leak, while half a log line no longer matters."""

_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)
_UNSEEN = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class LeakingText:
    """A text that lets something out. `spans` are the places of the leaking words."""

    kind: str
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What the guard made of the corpus."""

    missed: tuple[tuple[LeakingText, str], ...]
    """Each text with the words in it that were not found."""
    stopped: tuple[tuple[str, str], ...]
    """Each clean text that was stopped, with the words that did it and the rule."""
    held: tuple[tuple[str, str], ...] = ()
    """Each text for colleagues that was taken to hold a secret, likewise."""


def clean_texts() -> list[str]:
    """The clean texts, in the order of the file."""
    return _lines("clean.txt")


def leaking_texts() -> list[LeakingText]:
    """The texts with leaks, credentials put in: the same ones each time."""
    found: list[LeakingText] = []
    kind = ""
    for line in _lines("leaks.txt"):
        if line.startswith("[") and line.endswith("]") and "⟦" not in line:
            kind = line[1:-1]
        else:
            found.append(_leaking(kind, with_credentials(_UNSEEN.sub(_sign, line.replace("\\n", "\n")))))
    return found


def internal_texts() -> list[str]:
    """What colleagues write to each other, without a secret."""
    return [line.replace("\\n", "\n") for line in _lines("internal.txt")]


def guard() -> LeakGuard:
    """The guard as it ships, with the names that the corpus keeps to itself."""
    return LeakGuard(load_leaks(RULES), never=NAMES)


def measured(
    guard: LeakGuard, leaking: Iterable[LeakingText], clean: Iterable[str], internal: Iterable[str] = ()
) -> Figures:
    """Try a guard on the texts. Words count as found where the guard marks a part of them; a secret, where it marks all of it."""
    missed = [(one, words) for one in leaking if (words := _missed(guard, one))]
    stopped, held = _stopped(guard, clean, public=True), _stopped(guard, internal, public=False)
    return Figures(tuple(missed), tuple(stopped), tuple(held))


def report(figures: Figures, leaking: Sequence[LeakingText], clean: Sequence[str]) -> str:
    """The figures as lines for a person: by kind, and each fault by name."""
    totals, faults = Counter(one.kind for one in leaking), Counter(one.kind for one, _ in figures.missed)
    lines = [f"{kind:<18} {total - faults[kind]:>4} of {total:>4} found" for kind, total in totals.items()]
    lines += [f"  missed [{one.kind}] “{words}” in: {one.text!r}" for one, words in figures.missed]
    lines += [f"  stopped for {words}: {text}" for text, words in figures.stopped]
    lines += [f"  taken for a secret {words}: {text}" for text, words in figures.held]
    share = 100 * len(figures.stopped) / len(clean)
    lines.append(f"leaking texts found: {len(leaking) - len(figures.missed)} of {len(leaking)}")
    lines.append(f"clean texts stopped: {len(figures.stopped)} of {len(clean)} ({share:.1f} %)")
    lines.append(f"texts for colleagues stopped: {len(figures.held)} of {len(internal_texts())}")
    return "\n".join(lines)


def _stopped(guard: LeakGuard, texts: Iterable[str], *, public: bool) -> list[tuple[str, str]]:
    return [
        (text, f"“{text[leaks[0].start : leaks[0].end]}” ({leaks[0].rule.key})")
        for text in texts
        if (leaks := guard.leaks(text, public=public))
    ]


def _lines(name: str) -> list[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def _sign(written: re.Match[str]) -> str:
    return chr(int(written[1], 16))


def _leaking(kind: str, marked: str) -> LeakingText:
    spans: list[tuple[int, int]] = []
    text = ""
    for place, part in enumerate(_MARKED.split(marked)):
        if place % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return LeakingText(kind, text, tuple(spans))


def _missed(guard: LeakGuard, one: LeakingText) -> str:
    """The marked words that the guard passes over, empty where it finds all."""
    found = [(leak.start, leak.end) for leak in guard.leaks(one.text)]
    for start, end in one.spans:
        marked = sum(max(0, min(end, to) - max(start, since)) for since, to in found)
        if marked < (end - start if one.kind in SECRETS else 1):
            return one.text[start:end]
    return ""
