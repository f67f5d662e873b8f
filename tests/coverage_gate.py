"""Says no when tests miss too much: `make test` runs it on coverage's JSON report.

All of `composer` must reach the floor; the files below must be covered whole, every branch. The list only grows.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path, PurePosixPath
from typing import Any

FLOOR_PERCENT = 95.0
WHOLE = ("composer/domain/*.py",)


def shortfalls(report: dict[str, Any]) -> list[str]:
    """One line for each demand that `report` (coverage's JSON) does not meet; nothing when all is well."""
    found = []
    files: dict[str, dict[str, Any]] = {
        name.replace("\\", "/"): data for name, data in report["files"].items()
    }
    for pattern in WHOLE:
        matching = sorted(name for name in files if PurePosixPath(name).match(pattern))
        if not matching:
            found.append(f"{pattern}: no such file was measured")
        found += [f"{name}: {_missing(files[name])}" for name in matching if _missing(files[name])]
    percent = _percent(data["summary"] for name, data in files.items() if name.startswith("composer/"))
    if percent < FLOOR_PERCENT:
        found.append(
            f"composer: {percent:.2f} % covered, at least {FLOOR_PERCENT:g} % wanted; the least covered:"
        )
        ordered = sorted(files.items(), key=lambda item: _uncovered(item[1]["summary"]), reverse=True)
        found += [f"  {name}: {_missing(data)}" for name, data in ordered[:10] if _missing(data)]
    return found


def _missing(data: dict[str, Any]) -> str:
    """The lines never run, as ranges, and the branches never taken from lines that were run."""
    lines = set(data["missing_lines"])
    jumps = [(start, end) for start, end in data.get("missing_branches", ()) if start not in lines]
    parts = []
    if lines:
        parts.append("lines " + ", ".join(_ranges(sorted(lines))))
    if jumps:
        parts.append(
            "branches " + ", ".join(f"{start}->{'exit' if end < 0 else end}" for start, end in jumps)
        )
    return "; ".join(parts)


def _ranges(lines: list[int]) -> list[str]:
    ranges: list[list[int]] = []
    for line in lines:
        if ranges and line <= ranges[-1][1] + 2:  # a blank line or a comment between is no end
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    return [str(first) if first == last else f"{first}-{last}" for first, last in ranges]


def _uncovered(summary: dict[str, Any]) -> int:
    return int(summary["missing_lines"]) + int(summary.get("missing_branches", 0))


def _percent(summaries: Any) -> float:
    covered = total = 0
    for summary in summaries:
        covered += summary["covered_lines"] + summary.get("covered_branches", 0)
        total += summary["num_statements"] + summary.get("num_branches", 0)
    return 100.0 * covered / total if total else 0.0


def main(arguments: list[str]) -> int:
    """Exit status 0 when every demand is met, 1 with one line for each that is not."""
    found = shortfalls(json.loads(Path(arguments[0]).read_text(encoding="utf-8")))
    for line in found:
        print(f"coverage: {line}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
