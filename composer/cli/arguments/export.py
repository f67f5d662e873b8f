"""Arguments of `export`."""

from __future__ import annotations

from composer.cli.arguments.shared import live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """What an export takes."""
    parser.add_argument("incident", metavar="INCIDENT", help="the incident's id")
    parser.add_argument(
        "--format", required=True, metavar="json,md", help="one or more formats, with commas between"
    )
    parser.add_argument("--to", required=True, metavar="DIR", help="the folder to write to")
    live(parser)
