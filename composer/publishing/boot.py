"""Which start of this computer it is: what was written since then, but not yet put on the disk, is lost only with it."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def boot_id() -> str | None:
    """A text that is another one after each start of the computer; None where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip() or None
    except (OSError, ValueError):
        return None
