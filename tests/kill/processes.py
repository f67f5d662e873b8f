"""Real processes that can be killed, quickly: one program with everything imported, which forks for each command.

`python -m tests.kill.processes` reads one JSON object a line from standard input (`arguments`, `environment`, `output`, and perhaps
`kill_after_s` or `calls`), runs the command line in a child of its own, and answers with the child's exit status (negative: the signal that ended it). A child has no
thread, no open record and no lock of its parent's, so that a restart is a true one. About a fifth of the time of a fresh Python.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.kill.system_calls import Watched

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.executable).with_name("incident-composer")
HEAVY = (
    "composer.cli.interrupts", "composer.cli.main", "composer.cli.publish", "composer.cli.deliveries", "composer.cli.verify",
    "composer.services.core", "composer.planning.library", "composer.publishing.page.html", "composer.publishing.page.feed",
    "composer.publishing.page.statuspage_json", "composer.rendering.mail_policy", "composer.record.schema",
    "alembic.command", "sqlalchemy.dialects.sqlite", "slugify",
)  # fmt: skip
"""What a command loads by itself only when it first needs it: each child would load it again."""


class Processes:
    """Starts commands in processes of their own; use it in a `with` statement, from one thread at a time."""

    def __init__(self, module: str = "tests.kill.processes") -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait(30)
        self._server.stdout.close()

    def run(
        self,
        arguments: Sequence[str],
        output: Path,
        environment: Mapping[str, str] | None = None,
        kill_after_s: float | None = None,
        calls: Mapping[str, object] | None = None,
    ) -> int:
        """Run one command and give its exit status; what it prints goes to the file `output`. `calls` is for `tests.kill.system_calls`."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        order = {
            "arguments": list(arguments),
            "environment": dict(environment or {}),
            "output": str(output),
            "kill_after_s": kill_after_s,
            "calls": calls,
        }
        self._server.stdin.write(json.dumps(order) + "\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())


def run_program(
    arguments: Sequence[str], environment: Mapping[str, str] | None = None, before: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """The installed program as a person starts it; `before` is put in front of it (`strace`, say)."""
    return subprocess.run(
        [*before, str(PROGRAM), *arguments],
        env={**os.environ, **(environment or {})}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def serve(*heavy: str) -> None:
    """Read orders and start their processes until standard input ends; `heavy` is loaded before, beside `HEAVY`."""
    from composer.services.in_force import open_library

    for name in (*HEAVY, *heavy):
        import_module(name)
    open_library(None)  # what it builds on the way, the children have at once
    gc.collect()
    gc.freeze()  # else each child would walk over all of it, and copy its pages
    for line in sys.stdin:
        order = json.loads(line)
        watched = None if order["calls"] is None else Watched(**order["calls"])
        child = os.fork()
        if child == 0:
            _be_the_command(order, watched)
        if watched is not None:
            watched.begin()
        _, status = os.waitpid(child, 0)
        if watched is not None:
            watched.end()
        print(os.waitstatus_to_exitcode(status), flush=True)


def _be_the_command(order: dict[str, Any], watched: Watched | None) -> None:
    from composer.cli.main import main

    status = 99
    try:
        os.environ.update(order["environment"])
        handle = os.open(order["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        if order["kill_after_s"] is not None:
            timer = threading.Timer(order["kill_after_s"], os.kill, (os.getpid(), signal.SIGKILL))
            timer.daemon = True
            timer.start()
        if watched is not None:
            watched.be_watched()
        status = main(order["arguments"])
        sys.stdout.flush()
    finally:
        os._exit(status)


if __name__ == "__main__":
    serve()
