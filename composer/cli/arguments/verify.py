"""Arguments of `verify`."""

from __future__ import annotations

from composer.cli.arguments.shared import live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """Which record is proved."""
    live(parser)
