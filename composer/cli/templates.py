"""`templates check [DIR]`: validates templates of one's own against the plan and the catalogue in force."""

from __future__ import annotations

import argparse

from composer.cli.answers import GOOD, UNFINISHED
from composer.cli.output import print_line
from composer.paths import HomePaths
from composer.services.overrides import check_templates


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Print every problem; 3 where there is one."""
    number, problems = check_templates(home, options.path)
    for problem in problems:
        print_line(str(problem))
    if not problems:
        print_line(f"{number} templates are good." if number != 1 else "1 template is good.")
    return UNFINISHED if problems else GOOD
