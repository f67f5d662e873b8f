"""Arguments of `plan`."""

from __future__ import annotations

from composer.cli.arguments.shared import check

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """Which plan is checked."""
    check(parser, "FILE", "a plan; your own unless told")
