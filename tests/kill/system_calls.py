"""Kills a process at the N-th time that one thread of it makes a system call, by strace.

strace counts each thread's calls for themselves, and whichever comes to N first takes the whole process with it. So one thread alone is watched: the one that
stores the round, or the one that carries out every delivery (there is one such thread then, and no more). It waits until strace has hold of it.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CALLS = (
    "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "unlink", "connect",
    "sendto", "sendmsg", "recvfrom", "recvmsg", "read", "shutdown", "close",
)  # fmt: skip
"""What stores, sends or receives something, and what begins and ends that."""
_MADE = re.compile(r"^(\w+)\(", re.MULTILINE)
_PR_SET_PTRACER = 0x59616D61
_PATIENCE_S = 30.0


@dataclass
class Watched:
    """The thread to watch (`main`, or `delivery`), and what to do: to kill at the call `at` when it is made for the `number`-th time, or only to write all calls down.

    With an `error` it fails so from that time on, and nobody is killed. `said` is the file that strace writes to. Used on both sides of a fork: `be_watched` in the child, `begin` and `end` in its parent.
    """

    thread: str
    said: str
    at: str | None = None
    number: int = 0
    error: str | None = None
    _pipe: tuple[int, int] = field(default_factory=os.pipe)
    _strace: subprocess.Popen[str] | None = None

    def __post_init__(self) -> None:
        Path(self._go).unlink(missing_ok=True)

    @property
    def _go(self) -> str:
        return f"{self.said}.go"

    def be_watched(self) -> None:
        """Let this process be watched: now, or in the thread that delivers."""
        os.close(self._pipe[0])
        if self.thread == "main":
            self._wait()
            return
        from composer.publishing import outbox

        def one_thread(_workers: int, **more: Any) -> ThreadPoolExecutor:
            return ThreadPoolExecutor(1, initializer=self._wait, **more)

        outbox.__dict__["ThreadPoolExecutor"] = one_thread

    def _wait(self) -> None:
        """Wait in this thread until strace has hold of it. A second thread that delivers is not watched."""
        go = Path(self._go)
        if go.exists():
            return
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
        os.write(self._pipe[1], f"{threading.get_native_id()}\n".encode())
        os.close(self._pipe[1])
        while not go.exists():  # by a call that is not watched
            time.sleep(0.001)

    def begin(self) -> None:
        """Take hold of the thread once it is there; returns at once where the process ends before."""
        os.close(self._pipe[1])
        with os.fdopen(self._pipe[0], encoding="ascii") as told:
            thread = told.readline().strip()
        if not thread:
            return
        strace = shutil.which("strace")
        assert strace is not None, "strace is missing; on Debian or Ubuntu: sudo apt-get install strace"
        what = ",".join(CALLS) if self.at is None else self.at
        fault = (
            f"signal=SIGKILL:when={self.number}"
            if self.error is None
            else f"error={self.error}:when={self.number}+"
        )
        injected = [] if self.at is None else [f"--inject={self.at}:{fault}"]
        self._strace = subprocess.Popen(
            [strace, "-p", thread, "-o", self.said, f"--trace={what}", *injected],
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._strace.stderr is not None
        line = self._strace.stderr.readline()
        assert "attached" in line, line
        Path(self._go).touch()

    def end(self) -> None:
        """The process has ended."""
        if self._strace is not None:
            self._strace.communicate(timeout=_PATIENCE_S)


def made(said: Path) -> Counter[str]:
    """How often each call was made, as strace has written it down."""
    return Counter(_MADE.findall(said.read_text(encoding="utf-8", errors="replace")))
