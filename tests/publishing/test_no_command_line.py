"""httpx comes without its command line, though what that is made of is installed here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_what_sends_loads_no_command_line() -> None:
    script = (
        "import sys, composer.publishing.http as http; "
        "print(sorted({'click', 'rich', 'pygments'} & set(sys.modules)), http.httpx.Client.__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "[] Client\n"
