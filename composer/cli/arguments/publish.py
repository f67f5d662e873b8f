"""Arguments of `publish`."""

from __future__ import annotations

from composer.cli.arguments.shared import as_json, dry_run, live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """What a publish takes."""
    parser.add_argument("file", metavar="FILE.json", help="the file; - reads standard input")
    dry_run(parser)
    parser.add_argument(
        "--first-batch",
        metavar="N",
        type=_count,
        help="mail so many customers first; the rest leaves with: mail go-on",
    )
    parser.add_argument(
        "--customers", metavar="FILE.csv", help="mail these customers in place of the list of the connection"
    )
    live(parser)
    as_json(parser)


def _count(text: str) -> int:
    import argparse

    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("a number from 1 on")
    return int(text)
