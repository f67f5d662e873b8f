"""Arguments of `history`."""

from __future__ import annotations

from composer.cli.arguments.shared import as_json, live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """What a search takes."""
    parser.add_argument("query", metavar="QUERY", help="words that the message holds; '' lists the newest")
    live(parser)
    as_json(parser)
