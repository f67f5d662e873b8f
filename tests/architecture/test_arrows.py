"""The arrows between the rooms hold, and the machine that watches them would notice if they did not."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "ui"}:
            raise ModuleNotFoundError(f"{name} is out of reach here", name=name)

sys.meta_path.insert(0, NoQt())
import composer
names = [module.name for module in pkgutil.walk_packages(composer.__path__, "composer.")]
for name in names:
    # The one starts the program, the other runs only inside a migration.
    if name != "composer.__main__" and not name.endswith(".migrations.env"):
        importlib.import_module(name)
print(len(names))
"""


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=90)


def ruff(folder: Path) -> str:
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--no-cache",
        "--output-format=concise",
        "--select=TID",
        ".",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60).stdout


@pytest.fixture
def copy_of_the_program(tmp_path: Path) -> Path:
    for package in ("composer", "ui"):
        shutil.copytree(CHECKOUT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return tmp_path


def test_arrows_hold() -> None:
    done = lint_imports(CHECKOUT)
    assert done.returncode == 0, done.stdout


# Where a wrong import is planted -> the import, the contract that must break, and how the report names it.
SEEDS = {
    "composer/domain/seeded_library.py": ("jinja2", "The domain imports the standard library and itself"),
    "composer/domain/seeded_upwards.py": ("composer.paths", "The core's rooms"),
    "composer/seeded_qt.py": ("PySide6.QtCore", "The core knows neither Qt nor the window"),
    "composer/logs.py": ("composer.publishing", "The core's rooms"),
    "composer/checks/seeded_sibling.py": ("composer.publishing.port", "The core's rooms"),
    "composer/publishing/seeded_window.py": ("ui", "The core knows neither Qt nor the window"),
    "composer/publishing/destinations/seeded_a.py": (
        "composer.publishing.destinations.seeded_b",
        "Destinations do not know each other",
    ),
    "composer/publishing/destinations/seeded_b.py": ("json", None),
    "ui/seeded_library.py": ("sqlalchemy", "The window reaches libraries of the core only through the core"),
}


def test_every_planted_wrong_import_is_reported(copy_of_the_program: Path) -> None:
    for name, (imported, _) in SEEDS.items():
        file = copy_of_the_program / name
        file.parent.mkdir(parents=True, exist_ok=True)
        for folder in file.relative_to(copy_of_the_program).parents:
            if folder.parts:
                (copy_of_the_program / folder / "__init__.py").touch()
        with file.open("a", encoding="utf-8") as source:
            source.write(f"\nimport {imported}\n")

    done = lint_imports(copy_of_the_program)

    assert done.returncode != 0
    report = " ".join(done.stdout.split())  # it is wrapped to the width of a terminal
    for name, (imported, contract) in SEEDS.items():
        if contract is None:
            continue
        module = name.removesuffix(".py").replace("/", ".")
        target = imported.partition(".")[0] if imported.startswith("PySide6") else imported
        assert f"{module} -> {target}" in report, report
        assert re.search(re.escape(contract) + r"[^.]{0,70} BROKEN", report), report


def test_room_that_nobody_entered_is_reported(copy_of_the_program: Path) -> None:
    room = copy_of_the_program / "composer" / "attic"
    room.mkdir()
    (room / "__init__.py").write_text('"""A room of its own."""\n', encoding="utf-8")
    done = lint_imports(copy_of_the_program)
    assert done.returncode != 0
    assert "composer.attic" in done.stdout


@pytest.mark.parametrize(
    ("file", "line", "allowed"),
    [
        ("composer/services/seeded.py", "import PySide6.QtCore", False),
        ("composer/services/seeded.py", "from httpx import Client", False),
        ("composer/services/seeded.py", "import sqlalchemy.orm", False),
        ("composer/services/seeded.py", "from . import other", False),
        ("composer/publishing/http.py", "import httpx", True),
        ("composer/record/seeded.py", "from sqlalchemy import orm", True),
        ("ui/seeded.py", "from PySide6.QtCore import QObject", True),
    ],
)
def test_banned_library_is_reported_where_it_is_written(
    tmp_path: Path, file: str, line: str, allowed: bool
) -> None:
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    seeded = tmp_path / file
    seeded.parent.mkdir(parents=True)
    seeded.write_text(line + "\n", encoding="utf-8")
    report = ruff(tmp_path)
    assert (f"{file}:1:" in report) is not allowed, report


def test_core_can_be_imported_where_there_is_no_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], cwd=CHECKOUT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(modules("composer")) - 1  # all but the package itself


def modules(package: str) -> list[Path]:
    """Every module of `package` that lies in a chain of packages."""
    return [
        file
        for file in (CHECKOUT / package).rglob("*.py")
        if all(
            (folder / "__init__.py").exists()
            for folder in file.parents
            if (CHECKOUT / package) in (folder, *folder.parents)
        )
    ]


def imported_names(file: Path) -> set[str]:
    """The full names of all modules that `file` imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize(
    "file", sorted((CHECKOUT / "composer/domain").rglob("*.py")), ids=lambda file: file.name
)
def test_domain_needs_only_the_standard_library(file: Path) -> None:
    foreign = {
        name
        for name in imported_names(file)
        if not name.startswith("composer.domain") and name.partition(".")[0] not in sys.stdlib_module_names
    }
    assert foreign == set()


def test_presenters_know_of_qt_only_its_core() -> None:
    wrong = {
        f"{file.relative_to(CHECKOUT)}: {name}"
        for file in (CHECKOUT / "ui").rglob("presenter.py")
        for name in imported_names(file)
        if name.startswith("PySide6") and not name.startswith("PySide6.QtCore")
    }
    assert wrong == set()
