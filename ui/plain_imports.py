"""Qt without the dearer `import` that it brings along."""

from __future__ import annotations

import builtins


def import_qt() -> None:
    """Import Qt, and give Python its own `import` back. To be called before anything else imports Qt.

    PySide6 puts a function of its own in place of `builtins.__import__`, so that `from __feature__ import snake_case` can be written. It makes every later import dearer:
    what the core needs takes a quarter more time and 26 MiB more memory. The switch is undocumented, so nothing here may use `__feature__` or the names that it gives; a
    test looks.
    """
    plain = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401 - imported for what it does on the way
    finally:
        builtins.__import__ = plain
