"""Qt without what it brings along for writers of type stubs, and without the dearer `import`."""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SIGNATURES = "shibokensupport.signature.lib"
_STUB_WRITERS = ("enum_sig", "pyi_generator")
"""What writes the `.pyi` files when PySide6 is built."""


def import_qt() -> None:
    """Import Qt, and give Python its own `import` back. To be called before anything else imports Qt.

    PySide6 puts a function of its own in place of `builtins.__import__`, so that `from __feature__ import snake_case` can be written. It makes every later import dearer:
    what the core needs takes a quarter more time and 26 MiB more memory. The switch is undocumented, so nothing here may use `__feature__` or the names that it gives; a
    test looks.

    PySide6 also compiles, at each start, the source of what writes its type stubs: 13 ms of the 85 that importing it takes. Empty modules stand in their place. Should
    another PySide6 have them elsewhere, nothing is left out; a test tells.
    """
    plain = builtins.__import__

    def sparing(name: str, *more: Any, **named: Any) -> ModuleType:
        if name == _SIGNATURES:
            _leave_out_stub_writers()
        return plain(name, *more, **named)

    builtins.__import__ = sparing
    try:
        import PySide6.QtWidgets  # noqa: F401 - imported for what it does on the way
    finally:
        builtins.__import__ = plain
    # PySide6 has looked into the source of what imports it, and `linecache` keeps all of it: a quarter MiB, 2,000 lines of `enum` alone.
    lines = sys.modules.get("linecache")
    if lines is not None:
        lines.clearcache()


def _leave_out_stub_writers() -> None:
    package = sys.modules.get(_SIGNATURES)
    for name in _STUB_WRITERS:
        if package is not None and not hasattr(package, name):
            empty = ModuleType(f"{_SIGNATURES}.{name}")
            empty.__spec__ = ModuleSpec(empty.__name__, None)  # PySide6 writes its own name into it
            setattr(package, name, empty)
