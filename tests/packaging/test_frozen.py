"""The frozen build, started where neither Python nor the checkout can help it. Slow to make, so part of `make sweep`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import composer

CHECKOUT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.packaging, pytest.mark.sweep]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen program, moved away from where it was built."""
    made, elsewhere = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("elsewhere")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(made / "dist"), "--workpath", str(made / "build")]
    done = subprocess.run(
        [*command, str(CHECKOUT / "packaging" / "incident-composer.spec")],
        cwd=made,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.move(made / "dist" / "incident-composer", elsewhere / "program")
    return elsewhere / "program" / "incident-composer"


def run(program: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the frozen program from the top of the file system, with an environment that holds next to nothing."""
    return subprocess.run(
        [str(program), *words],
        cwd=os.sep,
        env={"PATH": os.defpath, "HOME": str(program.parent), "LC_ALL": "C.UTF-8"} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_frozen_program_says_its_version(program: Path) -> None:
    done = run(program, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert composer.__version__ in done.stdout


def test_frozen_program_finds_plan_and_templates(program: Path) -> None:
    for command in ("plan", "templates"):
        done = run(program, command, "check")
        assert done.returncode == 0, done.stdout + done.stderr


def test_frozen_program_rehearses_and_its_record_is_whole(program: Path, tmp_path: Path) -> None:
    home = ("--home", str(tmp_path / "home"))
    done = run(program, *home, "rehearse", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["files"]
    assert [path for path in told["files"].values() if not Path(path).exists()] == []
    assert run(program, *home, "verify").returncode == 0


def test_frozen_program_without_a_display_says_so(program: Path, tmp_path: Path) -> None:
    done = run(program, "--home", str(tmp_path / "home"))
    assert done.returncode == 1
    assert "rehearse" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_frozen_window_opens(program: Path, tmp_path: Path) -> None:
    command = [str(program), "--home", str(tmp_path / "home")]
    environment = {"PATH": os.defpath, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(timeout=8)  # an open window does not end by itself
    finally:
        window.terminate()
        _, said = window.communicate(timeout=20)
    assert "Traceback" not in said
    assert (tmp_path / "home").is_dir()
