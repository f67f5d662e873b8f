"""`plan check [FILE]`: validates a plan."""

from __future__ import annotations

import argparse

from composer.cli.answers import GOOD, UNFINISHED
from composer.cli.output import print_line
from composer.paths import HomePaths
from composer.services.overrides import check_plan


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Print every problem; 3 where there is one."""
    plan, problems = check_plan(home, options.path)
    for problem in problems:
        print_line(str(problem))
    if plan is not None and not problems:
        print_line(f"{plan.name} {plan.version} of {plan.updated:%Y-%m-%d} is good.")
    return UNFINISHED if problems else GOOD
