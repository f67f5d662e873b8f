"""`export INCIDENT --format json,md --to DIR`: an incident's record, and its post-mortem."""

from __future__ import annotations

import argparse
from pathlib import Path

from composer.cli.answers import GOOD, mode_of, tell_what_is_wrong
from composer.cli.output import print_line
from composer.paths import HomePaths
from composer.services.core import Services
from composer.services.documents import export


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Write the files and print where they are."""
    formats = tuple(dict.fromkeys(name.strip().lower() for name in options.format.split(",") if name.strip()))
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        for path in export(services, options.incident, formats, Path(options.to)).values():
            print_line(str(path))
    return GOOD
