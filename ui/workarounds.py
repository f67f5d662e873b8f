"""Mistakes of libraries that the window has to live with, each with a way to know when it is gone."""

from __future__ import annotations

import sys

ENOUGH = 1 << 40
_for_now: list[object] = []


def lend_singletons() -> None:
    """The same as `keep_singletons_alive`, for some ten thousand calls and without what the first paint would wait for."""
    _for_now.extend([None] * 50_000 + [True] * 10_000 + [False] * 10_000)


def keep_singletons_alive() -> None:
    """Give `None`, `True` and `False` more references than can ever be taken away.

    WORKAROUND: PySide6 6.12.0 is built as if these were immortal, as they are from Python 3.12 on. On Python 3.11 each call of a Qt method without a result takes a reference of
    `None` away, and each `Signal.emit()` one of `True`, until the interpreter aborts ("none_dealloc", "bool_dealloc"). Not needed any more when `sys.getrefcount(None)` stays the
    same over a hundred calls of such a method; a test tells.
    """
    if sys.version_info >= (3, 12):
        _for_now.clear()
        return
    import ctypes  # not before the first paint

    for one in (None, True, False):
        if sys.getrefcount(one) < ENOUGH:  # an object begins with its count
            ctypes.c_ssize_t.from_address(id(one)).value += ENOUGH
    _for_now.clear()
