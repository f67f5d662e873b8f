"""Who carries out deliveries: each process holds one locked file for as long as it lives.

A delivery that is *sending* belongs to the process that claimed it. Whether that process still lives is asked of the operating system's file
lock, which falls with the process whatever ended it (kill -9, power cut), and which no other process can seem to hold because it got the same number. Age is never asked.
"""

from __future__ import annotations

import contextlib
import secrets
import sys
from pathlib import Path

from filelock import FileLock, Timeout

from composer.domain.errors import HomeError
from composer.domain.sayings import Code, told


class Owner:
    """This process as an owner of deliveries. `id` is what the record stores; `release` ends the ownership."""

    def __init__(self, folder: Path) -> None:
        """Become an owner; raises HomeError where the folder can't be written."""
        self._folder = folder
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._take_a_name()
            while not self._path.exists():  # swept away by another process before its lock was taken
                self._lock.release()
                self._take_a_name()
            self._sweep()
        except OSError as trouble:
            raise HomeError(
                told(Code.NOTHING_SENDS, folder=folder, reason=trouble.strerror or trouble),
                next_step=told(Code.MEND_AND_RESUME),
            ) from trouble

    def _take_a_name(self) -> None:
        self.id = secrets.token_hex(8)
        self._path = self._folder / f"{self.id}.lock"
        self._lock = FileLock(self._path, mode=0o600, thread_local=False)
        self._lock.acquire(timeout=5)

    def _sweep(self) -> None:
        """Clear away the files of processes that were killed."""
        for path in self._folder.glob("*.lock"):
            self.is_dead(path.stem)

    def is_dead(self, owner: str) -> bool:
        """Whether the process that was this owner is gone."""
        if owner == self.id:
            return False
        path = self._folder / f"{Path(owner).name}.lock"
        if not path.exists():
            return True
        lock = FileLock(path, mode=0o600, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return False
        # While its lock is held: whoever is just taking this name sees that it is gone, and takes another one.
        with contextlib.suppress(OSError):
            path.unlink()
        lock.release()
        if (
            sys.platform == "win32"
        ):  # pragma: no cover - there, what is open can't be deleted, also not by somebody else
            with contextlib.suppress(OSError):
                path.unlink()
        return True

    def release(self) -> None:
        """Give the ownership up; done when the program ends as it should."""
        self._lock.release()
        with contextlib.suppress(OSError):
            self._path.unlink()
