"""What a worker does first, once the window was painted and before the core is imported."""

from __future__ import annotations

from pathlib import Path


def set_up(folder: Path, *, debug: bool) -> None:
    """Have the dataclasses of the core made of what is kept of them, and the logs written."""
    from composer import logs  # not on the window's own thread
    from ui import dataclass_methods

    dataclass_methods.begin()
    logs.setup(debug=debug, folder=folder)
