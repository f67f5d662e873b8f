"""Arguments of `correct`."""

from __future__ import annotations

from composer.cli.arguments.shared import as_json, dry_run, live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """What putting right takes."""
    parser.add_argument("file", metavar="FILE.json", help="the file; - reads standard input")
    live(parser)
    dry_run(parser)
    as_json(parser)
