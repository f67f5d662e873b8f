"""The coverage gate lets nothing pass that misses its demands, and names file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests import coverage_gate


def measured(statements: int, missing: list[int], branches: list[list[int]] | None = None) -> dict[str, Any]:
    branches = branches or []
    return {
        "missing_lines": missing,
        "missing_branches": branches,
        "summary": {
            "num_statements": statements,
            "covered_lines": statements - len(missing),
            "missing_lines": len(missing),
            "num_branches": len(branches),
            "covered_branches": 0,
            "missing_branches": len(branches),
        },
    }


def test_everything_covered_passes() -> None:
    files = {"composer/domain/plan.py": measured(10, []), "composer/logs.py": measured(90, [3, 4])}
    assert coverage_gate.shortfalls({"files": files}) == []


def test_one_missed_branch_of_the_domain_is_named() -> None:
    files = {"composer/domain/plan.py": measured(1000, [], [[7, 9], [8, -1]])}
    assert coverage_gate.shortfalls({"files": files}) == ["composer/domain/plan.py: branches 7->9, 8->exit"]


def test_too_low_a_total_names_the_worst_files_first() -> None:
    files = {
        "composer/domain/plan.py": measured(50, []),
        "composer/a.py": measured(25, [1]),
        "composer/b.py": measured(25, [2, 3, 5, 6, 20], [[3, 5]]),
        "ui/app.py": measured(1000, []),
    }
    assert coverage_gate.shortfalls({"files": files}) == [
        "composer: 93.07 % covered, at least 95 % wanted; the least covered:",
        "  composer/b.py: lines 2-6, 20",
        "  composer/a.py: lines 1",
    ]


def test_report_without_the_files_it_must_hold_fails() -> None:
    assert coverage_gate.shortfalls({"files": {}}) == [
        "composer/domain/*.py: no such file was measured",
        "composer: 0.00 % covered, at least 95 % wanted; the least covered:",
    ]


@pytest.mark.parametrize(("missing", "status"), [([], 0), ([5], 1)])
def test_exit_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], missing: list[int], status: int
) -> None:
    report = tmp_path / "coverage.json"
    files = {"composer/domain/plan.py": measured(100, missing)}
    report.write_text(json.dumps({"files": files}), encoding="utf-8")
    assert coverage_gate.main([str(report)]) == status
    assert ("composer/domain/plan.py: lines 5" in capsys.readouterr().err) is bool(status)
