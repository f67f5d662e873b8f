"""`verify`: proves that the record is whole, and that each stored message is the one that was published."""

from __future__ import annotations

import argparse

from composer.cli.answers import GOOD, UNFINISHED, mode_of, older_copy_step, tell_problems
from composer.cli.output import print_line
from composer.domain.errors import RecordDamagedError
from composer.paths import HomePaths
from composer.services.core import Services


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Print every fault; 3 where there is one."""
    try:
        with Services(home, mode_of(options.live)) as services:
            tell_problems(services.problems)
            faults = services.verify()
            older = services.older_copy()
            number = len(services.record.messages())
    except RecordDamagedError as error:
        print_line(f"record: {error.message}")
        if error.next_step:
            print_line(error.next_step)
        return UNFINISHED
    for fault in faults:
        print_line(f"{fault.where}: {fault.text}")
    if older is not None:
        print_line(f"record.db: {older.told} {older_copy_step(older)}")
    if not faults:
        print_line(f"The record is whole, and each of its {number} messages is as it was published.")
    return UNFINISHED if faults or older else GOOD
