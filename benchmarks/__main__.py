"""`python -m benchmarks`: measures everything, or the groups that are named, and prints a table.

Exit status: 0 where every goal is met, 1 where one is missed, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

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
    table,
    verifying,
)
from benchmarks.measuring import Subject, judge

Group = Callable[[Path], AbstractContextManager[list[Subject]]]

GROUPS: Mapping[str, Group] = {
    "starting": starting.subjects,
    "rendering": rendering.subjects,
    "checking": checking.subjects,
    "publishing": publishing.subjects,
    "fan_out": fan_out.subjects,
    "sending": sending.subjects,
    "searching": searching.subjects,
    "verifying": verifying.subjects,
    "opening": opening.subjects,
    "keying": keying.subjects,
    "commanding": commanding.subjects,
    "showing": showing.subjects,
}

_BUILD = Path(__file__).resolve().parents[1] / "build"


def main(arguments: Sequence[str] | None = None, groups: Mapping[str, Group] = GROUPS) -> int:
    """Measure, print, and say by the exit status whether every goal is met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"of {', '.join(groups)}; all unless told")
    parser.add_argument("--runs", type=int, metavar="N", help="pairs for each median, to try things out")
    options = parser.parse_args(arguments)
    unknown = set(options.groups) - set(groups)
    if unknown:
        parser.error(f"there is no group {', '.join(sorted(unknown))}")
    os.environ["INCIDENT_COMPOSER_NO_FEEDS"] = "1"  # nothing that is measured asks another computer
    print(f"Load before: {_load()}")
    print(table.head(), flush=True)
    over = 0
    # Not the system's folder for temporary files: that one may lie in memory, where storing for good costs nothing.
    _BUILD.mkdir(exist_ok=True)
    for name in options.groups or groups:
        with (
            tempfile.TemporaryDirectory(prefix="benchmark-", dir=_BUILD) as folder,
            groups[name](Path(folder)) as subjects,
        ):
            for subject in subjects:
                results = judge(subject, options.runs)
                print(table.row(results, options.runs), flush=True)
                over += results[0].is_over
    print(f"Load after: {_load()}")
    print(f"{over} over the goal" if over else "Every goal is met.")
    return 1 if over else 0


def _load() -> str:
    return " ".join(f"{average:.2f}" for average in os.getloadavg()) + f" on {os.cpu_count()} cores"


if __name__ == "__main__":
    sys.exit(main())
