"""Kill -9 at every labelled point of every practice destination, then restart: exactly once, nothing half."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import composer
from composer import crash_points
from composer.files import read_lines
from tests.publishing.kill_driver import MAILS

ROOT = Path(__file__).resolve().parents[2]
CASES = [
    *(("slack", label) for label in ("slack.before_wire", "slack.after_wire", "append.written", "slack.written")),
    *(
        ("pagerduty", label)
        for label in ("pagerduty.before_wire", "pagerduty.after_wire", "append.written", "pagerduty.written")
    ),
    *(
        ("mail", label)
        for label in (
            "mail.before_wire", "mail.after_wire", "atomic.temp_written", "atomic.renamed", "mail.between_recipients",
            "mail.written",
        )
    ),
    *(
        ("page", label)
        for label in (
            "page.before_wire", "page.after_wire", "atomic.temp_written", "atomic.renamed", "page.after_truth",
            "page.written",
        )
    ),
]  # fmt: skip


def run(kind: str, folder: Path, action: str, crash_at: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.publishing.kill_driver", kind, str(folder), action],
        cwd=ROOT, env={**os.environ, crash_points.VARIABLE: crash_at}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def arrived(kind: str, folder: Path) -> int:
    """How often the delivery is at its destination; every file there must be whole."""
    match kind:
        case "slack" | "pagerduty":
            data = (folder / f"{kind}.jsonl").read_bytes()
            assert data.endswith(b"\n")
            return sum(line["delivery_id"] == "d-1" for line in read_lines(folder / f"{kind}.jsonl"))
        case "mail":
            names = sorted(path.name for path in (folder / "mail").iterdir())
            assert names == [f"d-1-{n:05d}.eml" for n in range(MAILS)]
            for n, name in enumerate(names):
                text = (folder / "mail" / name).read_text()
                assert f"person{n}@example.com" in text
                assert text.endswith("Sorry.\n")
            return 1
        case _:
            page = folder / "page"
            assert not list(page.rglob("*.tmp"))
            body = "We are currently investigating"
            shown = json.loads((page / "api/v2/incidents.json").read_text())["incidents"]
            updates = [update for one in shown for update in one["incident_updates"]]
            assert (page / "index.html").read_text().count(body) == len(updates)
            assert (page / "incidents/incident-1.html").read_text().count(body) == len(updates)
            assert (page / "feed.atom").read_text().count(body) == len(updates)
            return len(updates)


@pytest.mark.parametrize(("kind", "label"), CASES)
def test_killed_anywhere_it_arrives_exactly_once(kind: str, label: str, tmp_path: Path) -> None:
    killed = run(kind, tmp_path, "deliver", label)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    again = run(kind, tmp_path, "recover")
    assert again.returncode == 0, again.stderr
    assert arrived(kind, tmp_path) == 1
    # And a third start, as after a crash before the outcome was stored, changes nothing.
    assert run(kind, tmp_path, "recover").returncode == 0
    assert arrived(kind, tmp_path) == 1


def test_every_point_is_registered_and_every_registered_point_exists() -> None:
    package = Path(composer.__file__).parent
    used = {
        label
        for path in package.rglob("*.py")
        for label in re.findall(r"""\breach\(\s*["']([^"']+)["']""", path.read_text("utf-8"))
    }
    every = crash_points.LABELS + crash_points.LIVE_LABELS
    assert used == set(every)
    assert len(every) == len(set(every))


def test_every_point_of_the_destinations_is_killed_at() -> None:
    mine = {label for label in crash_points.LABELS if label.split(".")[0] in ("append", "atomic", "slack", "pagerduty", "mail", "page")}  # fmt: skip
    assert mine == {label for _, label in CASES}


def test_a_point_does_nothing_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(crash_points.VARIABLE, "page.written")
    crash_points.reach("page.after_truth")
