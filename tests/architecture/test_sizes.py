"""A room stays small enough to be read at once: a view that grows is split."""

from __future__ import annotations

from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "ui"
VIEW, OTHER = 300, 400


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: str(file.relative_to(UI)))
def test_no_file_of_the_window_outgrows_its_room(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= (VIEW if file.name == "view.py" else OTHER)
