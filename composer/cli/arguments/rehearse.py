"""Arguments of `rehearse`."""

from __future__ import annotations

from composer.cli.arguments.shared import as_json

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """What a rehearsal takes."""
    parser.add_argument(
        "--severity", metavar="P0", help="which severity to rehearse; the worst one unless told"
    )
    as_json(parser)
