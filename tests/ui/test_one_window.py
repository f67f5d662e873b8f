"""One home, one window: a second start raises the first one, and nothing that died stands in the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from composer.paths import open_home
from tests.ui.real_window import ROOT, RealWindow, real_window
from ui.single import OnlyWindow

PROGRAM = Path(sys.executable).with_name("incident-composer")


def second_start(home: Path) -> subprocess.CompletedProcess[str]:
    """The program, started once more as a person would."""
    return subprocess.run(
        [str(PROGRAM), "--home", str(home)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def opened(window: RealWindow) -> None:
    window.until("screen() is not None")


def test_a_second_start_raises_the_first_window_and_ends(tmp_path):
    home = tmp_path / "home"
    with real_window(home) as first:
        opened(first)
        first.ask("window().showMinimized()")
        assert first.ask("window().isMinimized()")
        done = second_start(home)
        assert (done.returncode, done.stdout) == (0, "")
        (line,) = [one for one in done.stderr.splitlines() if "plugin does not support" not in one]
        assert "was open already" in line
        first.until("not window().isMinimized() and window().isVisible()")
        # The folder may be named otherwise, and the mode is no other home.
        (tmp_path / "link").symlink_to(home)
        first.ask("program().switch_mode(type(program().session.mode)('live'))")
        assert second_start(tmp_path / "link").returncode == 0
        assert first.close() == 0
    assert not (home / "window.lock").exists()


def test_what_a_killed_window_left_never_blocks_and_other_homes_are_other_windows(tmp_path):
    home = tmp_path / "home"
    with real_window(home) as killed:
        opened(killed)
        killed.kill()
    assert (home / "window.lock").exists()
    with real_window(home) as next_one, real_window(tmp_path / "other") as other:
        opened(next_one)
        opened(other)
        assert second_start(home).returncode == 0
        assert next_one.close() == 0
        assert other.close() == 0


def test_the_lock_of_a_number_that_another_program_got_is_no_lock(tmp_path, qapp):
    home = open_home(tmp_path / "home").root
    # This process lives and has the number, but holds no lock on the file.
    first = OnlyWindow(home)
    assert first.take()
    written = (home / "window.lock").read_bytes()
    first.release()
    (home / "window.lock").write_bytes(written)
    second = OnlyWindow(home)
    assert second.take(patience_s=5)
    second.release()


def test_a_window_that_does_not_answer_is_told_in_a_sentence(tmp_path):
    home = tmp_path / "home"
    with real_window(home) as first:
        opened(first)
        first.ask("program().only._server.close()")
        done = second_start(home)
        assert done.returncode == 1
        assert "does not answer. Close that window" in done.stderr
        assert "Traceback" not in done.stderr
        assert first.close() == 0
