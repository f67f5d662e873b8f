"""SQLAlchemy without asyncio, which it imports and a program with threads never needs: 14 ms of a start and 3 MiB, with the sockets, TLS and child processes that come along."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def import_sqlalchemy() -> None:
    """Import SQLAlchemy. To be called before anything else imports it; later it does nothing.

    While it is imported, something stands in asyncio's place that brings the real one once it is asked of; that stays with SQLAlchemy alone. It asks where a
    statement fails, to see whether a task was cancelled. A test tells where another SQLAlchemy asks at once: then nothing is gained, and nothing breaks.
    """
    if "asyncio" in sys.modules or "sqlalchemy" in sys.modules:
        return
    late = sys.modules["asyncio"] = _LateAsyncio("asyncio")
    try:
        import sqlalchemy.dialects.sqlite.pysqlite  # noqa: F401 - imported for what it leaves out on the way
    finally:
        if sys.modules.get("asyncio") is late:
            del sys.modules["asyncio"]


class _LateAsyncio(ModuleType):
    @staticmethod
    def iscoroutine(one: object) -> bool:
        """SQLAlchemy takes it at once, for later."""
        return bool(_real().iscoroutine(one))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked for by `import` itself
            raise AttributeError(name)
        return getattr(_real(), name)


def _real() -> ModuleType:
    if isinstance(sys.modules.get("asyncio"), _LateAsyncio):
        del sys.modules["asyncio"]
    return import_module("asyncio")
