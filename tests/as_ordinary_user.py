"""Runs a command as somebody whom file permissions stop, also when the tests run as root.

Root may write what nobody may write, so a test of an unwritable file would prove nothing. On Linux that right is one
capability, and a process can give it up for good; what it starts then owns the same files and sees the same
folders, but a mode of 0500 holds. (Changing to another user instead would lose sight of pytest's folder and of a
checkout below /root, both closed to others.) Without root the command simply runs.

As a program: `python tests/as_ordinary_user.py COMMAND ARGUMENT…`.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_PR_CAPBSET_DROP = 24
_CAP_DAC_OVERRIDE = 1
_CAP_DAC_READ_SEARCH = 2


def run_as_ordinary_user(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    """Runs `command` and returns what it printed; `options` are those of `subprocess.run`."""
    options = {"capture_output": True, "text": True, "timeout": 60, "check": False} | options
    return subprocess.run([sys.executable, str(Path(__file__).resolve()), *command], **options)


def give_up_root_rights() -> None:
    """What this process starts from now on is bound by file permissions; an error if that cannot be had."""
    if os.geteuid() != 0:
        return
    if not sys.platform.startswith("linux"):
        raise SystemExit("as root, tests of unwritable files need Linux: run them as an ordinary user")
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
        if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            reason = os.strerror(ctypes.get_errno())
            raise SystemExit(f"root cannot give up its right to write everything here: {reason}")


if __name__ == "__main__":
    give_up_root_rights()
    os.execvp(sys.argv[1], sys.argv[1:])
