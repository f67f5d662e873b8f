"""How long the window takes until it is painted and until it is ready, and what it takes of memory, against a bare window of Qt."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.measuring import Subject, by_turns
from benchmarks.messages import fill
from benchmarks.rounds import declaration, practice_services

PAINT_GOAL, READY_GOAL, MEMORY_GOAL = 1.5, 1.2, 2.2
GROWTH = 10**0.05
"""How much longer a first paint may take with ten times as many messages: an exponent of 0.05."""
SIZES = (10_000, 100_000)
GAP_S = 0.05
"""The longest that the window may stand still."""
IDLE_SHARE = 0.003
"""Of one core, with five open incidents."""
IDLE_S = 20.0
_OPEN = 5
_RUNS = 15


@contextmanager
def subjects(folder: Path, sizes: tuple[int, ...] = SIZES, idle_s: float = IDLE_S) -> Iterator[list[Subject]]:
    """What is measured on opening the window."""
    homes = {size: home_of(folder / f"of-{size}", size) for size in (0, *sizes)}
    many = home_of(folder / "many", 0, incidents=_OPEN)
    child = Children(folder)
    bare, paint = partial(child.seconds, "bare"), partial(child.seconds, "paint", homes[0])
    found = [
        Subject(
            "first paint with an open incident / a bare window", by_turns(bare, paint), PAINT_GOAL, runs=_RUNS
        ),
        Subject(
            "ready to publish / a process that imports everything",
            by_turns(partial(child.seconds, "everything"), partial(child.seconds, "ready", homes[0])),
            READY_GOAL,
            runs=_RUNS,
        ),
        Subject(
            "memory when ready / a bare window",
            by_turns(partial(child.memory, "bare"), partial(child.memory, "ready", homes[0])),
            MEMORY_GOAL,
            runs=_RUNS,
            unit="MiB",
        ),
    ]
    found.append(
        Subject(
            "longest gap after the first paint, compose made and shown / 50 ms",
            lambda: (GAP_S, child.gap(homes[0])),
            1.0,
            runs=_RUNS,
        )
    )
    for fewer, more in zip((0, *sizes), sizes, strict=False):
        found.append(
            Subject(
                f"first paint with {more:,} messages / with {fewer:,}",
                by_turns(
                    partial(child.seconds, "paint", homes[fewer]),
                    partial(child.seconds, "paint", homes[more]),
                ),
                GROWTH,
                runs=_RUNS,
            )
        )
    found.append(
        Subject(
            f"processor, {idle_s:g} s idle, five open incidents / {IDLE_SHARE:.1%} of a core",
            lambda: (IDLE_SHARE * idle_s, child.idle(many, idle_s)),
            1.0,
            runs=1,
            warm_up=0,
        )
    )
    yield found


def home_of(folder: Path, messages: int, incidents: int = 1) -> str:
    """A practice home with open incidents, and with so many messages of resolved ones."""
    with practice_services(folder) as services:
        if messages:
            fill(services.record, messages)
        for _ in range(incidents):
            services.publish(declaration(services))
        services.home.settings.write_text('name = "Ada"\nemail = "ada@example.org"\n', encoding="utf-8")
        return str(services.home.root)


class Children:
    """Starts windows without a screen. Their compiled files lie beside the measurement, as those of an installed program lie beside it."""

    def __init__(self, folder: Path) -> None:
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def seconds(self, *words: str) -> float:
        """From the start of the process until it says so."""
        began = time.perf_counter()
        return self._run(*words)[0] - began

    def memory(self, *words: str) -> float:
        """Resident, in MiB."""
        return self._run(*words)[1] / 2**20

    def gap(self, home: str) -> float:
        """The longest time in which the window had no turn, in seconds."""
        return self._run("gap", home)[0]

    def screens(self, home: str) -> float:
        """The longest time in which the window had no turn while another screen came into sight, in seconds."""
        return self._run("screens", home)[0]

    def idle(self, home: str, seconds: float) -> float:
        """The processor's seconds."""
        return self._run("idle", home, str(seconds))[0]

    def _run(self, *words: str) -> list[float]:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.window_child", *words],
            cwd=Path(__file__).parents[1],
            env=self._environment,
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=120,
        )
        return [float(word) for word in done.stdout.split()]
