"""What the first opening of a home costs, paid once by each process of the tests instead of once by each test.

Most tests open a new home, and each time the same plan and templates would be read and checked, and an empty record be brought to our
schema by Alembic. Here the first test that needs it does that; the others get the same values and the same pages. Tests of the reading
(tests/planning), of the schema (tests/record), and of the program as a process of its own go without.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from composer.paths import HomePaths
from composer.planning.layers import Library
from composer.record import schema
from composer.record.sqlite import Sqlite
from composer.services import in_force, opening

_kept_library = in_force.kept_library
_migrate = schema._migrate


@pytest.fixture(scope="session")
def read_libraries() -> dict[str, Library]:
    """What was read and checked in this process, by the stamp of its files: whoever changes one gets it read anew."""
    return {}


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of our schema that holds nothing."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    path.touch()
    _migrate(path, None, None, schema.HEAD)
    return path


@pytest.fixture(autouse=True)
def quick_first_opening(
    monkeypatch: pytest.MonkeyPatch, read_libraries: dict[str, Library], empty_record: Path
) -> None:
    """Opens new homes with what was read and made once. The conftest of a folder that wants it imports it."""

    def kept_library(home: HomePaths) -> tuple[Library, str]:
        stamped = in_force._stamp(home)
        if stamped not in read_libraries:
            read_libraries[stamped] = _kept_library(home)[0]
        return read_libraries[stamped], stamped

    def migrate(path: Path, version: str | None, scripts: Path | None, head: str) -> None:
        if version is not None or scripts is not None or head != schema.HEAD:
            _migrate(path, version, scripts, head)
            return
        with closing(Sqlite(empty_record).connect()) as made, closing(Sqlite(path).connect()) as new:
            made.backup(new)

    monkeypatch.setattr(opening, "kept_library", kept_library)
    monkeypatch.setattr(schema, "_migrate", migrate)
