"""`make run` opens the window, or says in one line why not; a command in RUN needs neither display nor Qt's libraries."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import system_packages
from ui.display import QT_PACKAGES, _program

CHECKOUT = Path(__file__).resolve().parents[2]
WAIT_S = 40

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there is no make on Windows; the program itself is tested there too"
)


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """This process's environment without any display, and a home of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    return kept | {"INCIDENT_COMPOSER_HOME": str(home)} | more


DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "RUN", "MAKEFLAGS")


def make_run(*words: str) -> list[str]:
    """`make run` with the environment that runs this test, taken as ready."""
    return [
        "make",
        "--no-print-directory",
        "run",
        f"VENV={sys.prefix}",
        "-o",
        f"{sys.prefix}/.ready-to-run",
        *words,
    ]


def run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_without_a_display_make_run_says_so_in_one_line_and_names_the_rehearsal(tmp_path: Path) -> None:
    done = run(make_run(), surroundings(tmp_path))
    said = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert len(said) == 1
    assert "no display" in said[0]
    assert said[0].endswith("incident-composer rehearse")
    assert "Error 1" in done.stderr  # make tells the program's status, and has one of its own
    assert not any(tmp_path.iterdir())


def test_a_command_runs_without_a_display(tmp_path: Path) -> None:
    done = run(make_run("RUN=rehearse --severity P2 --json"), surroundings(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "practice" / "record.db").exists()


def test_make_run_opens_the_window(tmp_path: Path) -> None:
    with subprocess.Popen(
        make_run(),
        cwd=CHECKOUT,
        env=surroundings(tmp_path, QT_QPA_PLATFORM="offscreen"),
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            end = time.monotonic() + WAIT_S
            while not (tmp_path / "practice" / "record.db").exists() and time.monotonic() < end:
                assert process.poll() is None, process.stderr.read() if process.stderr else ""
                time.sleep(0.05)
            assert (tmp_path / "practice" / "record.db").exists(), "the window never opened its core"
            assert process.poll() is None  # it stays open
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def test_a_display_that_nobody_answers_on_is_told_in_one_line(tmp_path: Path) -> None:
    environment = surroundings(tmp_path, DISPLAY=":4711", XDG_RUNTIME_DIR=str(tmp_path))
    done = run([sys.executable, "-m", "ui"], environment)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "can't be reached" in line
    assert line.endswith("rehearse")


def test_a_library_that_qt_misses_is_told_with_the_command(tmp_path: Path) -> None:
    """As where an XCB library is missing: Qt finds its platform and can't load it."""
    done = run([sys.executable, "-m", "ui"], surroundings(tmp_path, QT_QPA_PLATFORM="no-such-platform"))
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.endswith(f"sudo apt-get install {QT_PACKAGES}")


def test_the_window_needs_what_qt_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.system_packages._there", lambda _need: False)
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    assert system_packages.missing("run") == {}
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert system_packages.missing("run") == system_packages.QT_LIBRARIES
    monkeypatch.setenv("DISPLAY", ":0")
    both = system_packages.QT_LIBRARIES | system_packages.XCB_LIBRARIES
    assert system_packages.missing("run") == both
    assert set(both.values()) == set(QT_PACKAGES.split())
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert system_packages.missing("run") == system_packages.QT_LIBRARIES


def test_the_program_is_named_as_it_can_be_called(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(tmp_path / ".venv" / "bin" / "incident-composer")])
    assert _program() == str(Path(".venv", "bin", "incident-composer"))
    monkeypatch.setattr("sys.argv", [str(Path(os.sep, "opt", "bin", "incident-composer"))])
    assert _program() == "incident-composer"
    monkeypatch.setattr("sys.argv", ["python"])
    assert _program() == "incident-composer"
