"""Where the C library takes its memory from."""

from __future__ import annotations

import sys

_ARENAS_AT_MOST = -8
"""`M_ARENA_MAX` of glibc's malloc.h."""


def share_one_heap() -> None:
    """Let all threads take memory from one place; to be called before the workers begin.

    glibc gives each new thread a place of its own, so that threads need not wait for each other. Here they wait for Python anyway, and each place keeps what its thread gave back:
    0.4 MiB when the window is ready. A system whose C library has no such setting stays as it is.
    """
    if sys.platform != "linux":
        return
    import ctypes  # not before the first paint

    setting = getattr(ctypes.CDLL(None), "mallopt", None)
    if setting is not None:
        setting(_ARENAS_AT_MOST, 1)
