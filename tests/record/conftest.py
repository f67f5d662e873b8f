"""A record of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from composer.record.record import Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the record lies; the name holds what a URL and SQL would trip over."""
    folder = tmp_path / "a home? 100% #1 'ü'"
    folder.mkdir()
    return folder / "record.db"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    """An open, empty record."""
    with Record.open(path) as opened:
        yield opened
