"""Arguments of `suppliers`."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """Whether other computers are asked, and how the answer is printed."""
    parser.add_argument(
        "--live", action="store_true", help="ask the services; else only feeds on this computer"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
