"""The program as its users get it: built, installed into an empty environment, started from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import composer

CHECKOUT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.packaging, pytest.mark.timeout(600)]


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `command` in `folder`, with nothing of the checkout on Python's path."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    return subprocess.run(
        command, cwd=folder, env=inherited | environment, capture_output=True, text=True, timeout=500
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source archive and so from nothing that lies about in the checkout."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(CHECKOUT)]
    done = run(command, out)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs folder of an environment that holds the locked libraries and the wheel, and nothing else."""
    folder = tmp_path_factory.mktemp("elsewhere")
    done = run([sys.executable, "-m", "venv", str(folder / "env")], folder)
    assert done.returncode == 0, done.stderr
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--no-deps"]
    lock = str(CHECKOUT / "requirements.lock")
    for what in (["--require-hashes", "--only-binary", ":all:", "-r", lock], [str(wheel)]):
        done = run(pip + what, folder)
        assert done.returncode == 0, done.stderr
    return programs


def data_files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_wheel_holds_the_program_and_its_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        packed = {
            name.removeprefix("composer/_data/"): archive.read(name)
            for name in names
            if name.startswith("composer/_data/")
        }
    assert {name.split("/")[0] for name in names} == {
        "composer",
        "ui",
        f"incident_composer-{composer.__version__}.dist-info",
    }
    assert {f"ui/translations/incident_composer_{code}.qm" for code in ("de", "en")} <= set(names)
    kept = {
        f"{top}/{name}": data
        for top in ("templates", "resources")
        for name, data in data_files(CHECKOUT / top).items()
    }
    assert packed == kept


def test_installed_program_finds_its_data(installed: Path, tmp_path: Path) -> None:
    script = "from composer.assets import data_root; print(data_root())"
    done = run([str(installed / "python"), "-c", script], tmp_path)
    assert done.returncode == 0, done.stderr
    root = Path(done.stdout.strip())
    assert root.is_relative_to(installed.parent)
    assert data_files(root / "templates") == data_files(CHECKOUT / "templates")
    assert data_files(root / "resources") == data_files(CHECKOUT / "resources")


def test_installed_program_says_its_version(installed: Path, tmp_path: Path) -> None:
    done = run([str(installed / "incident-composer"), "--version"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert composer.__version__ in done.stdout


def test_installed_program_rehearses(installed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    command = [str(installed / "incident-composer"), "--home", str(home), "rehearse", "--json"]
    done = run(command, tmp_path)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["incident_id"]
    assert told["files"]
    for path in told["files"].values():
        assert Path(path).exists(), path
        assert Path(path).is_relative_to(home)


def test_libraries_of_the_environment_fit_together(installed: Path, tmp_path: Path) -> None:
    done = run([str(installed / "python"), "-m", "pip", "check"], tmp_path)
    assert done.returncode == 0, done.stdout
