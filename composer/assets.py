"""Finds the data that ships with the program: `templates/` and `resources/`.

They lie beside the package in a checkout and in an editable install, and inside it (`composer/_data`) in a wheel
and in a frozen build. One function knows; nobody else builds such a path.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def data_root() -> Traversable:
    """The folder that holds `templates/` and `resources/`.

    Read text through what it returns; where a real path is needed (fonts, icons), use
    `importlib.resources.as_file`.
    """
    package = files("composer")
    inside = package / "_data"
    if inside.is_dir():
        return inside
    return Path(str(package)).parent


def read_text(*parts: str) -> str:
    """The text of a shipped file, for example `read_text("resources", "plan.toml")`."""
    return data_root().joinpath(*parts).read_text(encoding="utf-8")
