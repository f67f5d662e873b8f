"""How long the installed program takes from its start to its end, against a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.measuring import Subject, by_turns, timed

GOAL = 3.0
_RUNS = 25
_NOTHING = [sys.executable, "-c", "pass"]
_NOTHING_ISOLATED = [sys.executable, "-I", "-c", "pass"]
_PROGRAM = str(Path(sys.executable).with_name("incident-composer"))


@contextmanager
def subjects(folder: Path) -> Iterator[list[Subject]]:
    """What is measured on starting."""
    version = partial(_run, [_PROGRAM, "--version"])
    history = partial(_run, [_PROGRAM, "--home", str(folder / "home"), "history", "x"])
    yield [
        Subject(
            "incident-composer --version / python -c pass",
            by_turns(partial(_run, _NOTHING), version),
            GOAL,
            runs=_RUNS,
        ),
        Subject(
            "incident-composer --version / python -I -c pass",
            by_turns(partial(_run, _NOTHING_ISOLATED), version),
            runs=_RUNS,
        ),
        Subject("incident-composer history x / python -c pass", by_turns(partial(_run, _NOTHING), history)),
    ]


def _run(command: Sequence[str]) -> float:
    return timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
