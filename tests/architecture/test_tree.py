"""The tree keeps its promises: data without code, locks without addresses, names that say something."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
# Made by tools, never part of the project.
MADE = {
    ".git", ".venv", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis",
    ".import_linter_cache", "mutants", "htmlcov", "build", "dist",
}  # fmt: skip
NAMES_THAT_SAY_NOTHING = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}


def project_files() -> list[Path]:
    """Every file of the project, with its path from the top."""
    files = []
    for folder, folders, names in os.walk(CHECKOUT):
        folders[:] = [name for name in folders if name not in MADE]
        kept = [name for name in names if name != ".git" and not name.startswith((".coverage", "coverage."))]
        files += [(Path(folder) / name).relative_to(CHECKOUT) for name in kept]
    return sorted(files)


def test_no_python_among_the_data() -> None:
    data = [file for file in project_files() if file.parts[0] in {"templates", "resources"}]
    assert [str(file) for file in data if file.suffix in {".py", ".pyc", ".pyi"}] == []


def test_lock_files_hold_no_address() -> None:
    locks = [file for file in project_files() if is_lock(file)]
    assert {"requirements.lock", "requirements-test.lock", "tests/page/package-lock.json"} <= set(
        map(str, locks)
    )
    assert [str(file) for file in locks if "://" in (CHECKOUT / file).read_text(encoding="utf-8")] == []


def is_lock(file: Path) -> bool:
    return file.suffix == ".lock" or file.name.startswith("requirements") or file.name == "package-lock.json"


def test_names_of_files_say_something() -> None:
    wrong = [file for file in project_files() if file.stem.lower() in NAMES_THAT_SAY_NOTHING]
    assert [str(file) for file in wrong] == []


def test_no_file_names_a_folder_of_this_machine() -> None:
    own = [str(folder) for folder in (CHECKOUT, Path.home()) if len(folder.parts) > 2]
    assert [str(file) for file in project_files() if any(folder in readable(file) for folder in own)] == []


def readable(file: Path) -> str:
    return (CHECKOUT / file).read_text(encoding="utf-8", errors="replace")


def requirement_names(text: str) -> set[str]:
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return {re.split(r"[<>=!~;\[ ]", line)[0].lower() for line in lines if line and not line.startswith("-")}


def locked(lock: str) -> dict[str, str]:
    """Name and release of everything that `lock` installs."""
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ ]+)", text, re.MULTILINE))


def test_declared_needs_are_the_locked_ones() -> None:
    wanted = requirement_names((CHECKOUT / "requirements.in").read_text(encoding="utf-8"))
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert requirement_names("\n".join(project["dependencies"])) == wanted - {"hatchling"}
    assert wanted <= set(locked("requirements.lock"))


def test_both_locks_agree() -> None:
    run, test = locked("requirements.lock"), locked("requirements-test.lock")
    assert run.items() <= test.items()
    wanted = requirement_names((CHECKOUT / "requirements-test.in").read_text(encoding="utf-8"))
    assert wanted <= set(test)


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_locked_release_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9._-]+==)", readable(Path(lock)), flags=re.MULTILINE)[1:]
    assert len(entries) == len(locked(lock))
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
