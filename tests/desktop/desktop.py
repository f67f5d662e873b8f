"""A desktop of its own: a display that nobody sees, a window manager, a D-Bus session, and a screen reader. All of it ends with the test."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

MARK = "INCIDENT_COMPOSER_TEST_DESKTOP"
SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("screen_reader.py")
WAIT_S = 30.0
Answer = TypeVar("Answer")


class Desktop:
    """Runs programs on it, presses real keys, and reads what a screen reader reads."""

    def __init__(self, environment: dict[str, str], reader: subprocess.Popen[str]) -> None:
        self.environment = environment
        self._reader = reader

    def ask(self, question: str) -> Any:
        """Ask the screen reader; None while there is nothing to read."""
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(question + "\n")
        self._reader.stdin.flush()
        line = self._reader.stdout.readline()
        assert line, "the screen reader has ended"
        return json.loads(line)

    def names(self) -> set[tuple[str, str]]:
        """Role and name of everything that is shown."""
        return {(one["role"], one["name"]) for one in self.ask("tree") or ()}

    def focus(self) -> str:
        """The name of what has the focus."""
        return str(self.ask("focus"))

    def keys(self, *keys: str) -> None:
        """Press keys, as xdotool names them."""
        self._xdotool("key", "--delay", "30", *keys)

    def press_and_read(self, key: str) -> str:
        """Press a key, and tell where the focus is then; a key that does not move it is given two seconds."""
        before, end = self.focus(), time.monotonic() + 2
        self.keys(key)
        while (now := self.focus()) == before and time.monotonic() < end:
            time.sleep(0.01)
        return now

    def write(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "6", text)

    def tab_to(self, name: str) -> None:
        """Go on with Tab until what is named so has the focus."""
        seen = []
        for _ in range(60):
            now = self.focus()
            if now == name:
                return
            seen.append(now)
            self.press_and_read("Tab")
        raise AssertionError(f"Tab never came to {name!r}: {seen}")

    def until(self, check: Callable[[], Answer], what: str) -> Answer:
        """Wait until something is so."""
        end = time.monotonic() + WAIT_S
        while not (answer := check()):
            assert time.monotonic() < end, f"never: {what}; the focus is in {self.focus()!r}"
            time.sleep(0.05)
        return answer

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=WAIT_S)


@contextmanager
def desktop() -> Iterator[Desktop]:
    """The desktop. Whatever was started on it, also by others on its behalf, is gone afterwards."""
    mark = uuid.uuid4().hex
    base = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment = base | {
        MARK: mark,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
    }
    with ExitStack() as stack:
        stack.callback(_end_all, mark)
        environment["DISPLAY"] = ":" + _first_line(
            stack, environment, ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x820x24", "-nolisten", "tcp"]
        )
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(stack, environment, bus)
        _start(stack, environment, ["openbox"])
        reader = _start(
            stack, environment, [SYSTEM_PYTHON, str(READER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert reader.stdout is not None
        assert reader.stdout.readline(), "the screen reader did not start"
        yield Desktop(environment, reader)


@contextmanager
def program(on: Desktop, home: Path) -> Iterator[subprocess.Popen[str]]:
    """The program as a person starts it, on that home."""
    command = [sys.executable, "-m", "ui", "--home", str(home)]
    with subprocess.Popen(command, env=on.environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.communicate(timeout=WAIT_S)


def _start(
    stack: ExitStack,
    environment: dict[str, str],
    command: list[str],
    *,
    stdin: int | None = None,
    stdout: int = subprocess.DEVNULL,
) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        command, env=environment, text=True, stdin=stdin, stdout=stdout, stderr=subprocess.DEVNULL
    )
    stack.enter_context(process)
    stack.callback(process.terminate)
    return process


def _first_line(stack: ExitStack, environment: dict[str, str], command: list[str]) -> str:
    process = _start(stack, environment, command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, f"{command[0]} did not start"
    return line


def running(mark: str) -> list[int]:
    """The processes that were started on a desktop, by others too: they carry its mark in their environment."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and int(folder.name) != os.getpid():
            with contextlib.suppress(OSError):
                if f"{MARK}={mark}".encode() in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
    return found


def _end_all(mark: str) -> None:
    end = time.monotonic() + 5
    while left := running(mark):
        for number in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGTERM if time.monotonic() < end - 3 else signal.SIGKILL)
        assert time.monotonic() < end, f"still running: {left}"
        time.sleep(0.05)
