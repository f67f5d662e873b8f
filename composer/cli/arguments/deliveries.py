"""Arguments of `deliveries`."""

from __future__ import annotations

from composer.cli.arguments.shared import as_json, live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """What the list takes, and what a person decides."""
    parser.add_argument(
        "--resume", action="store_true", help="go on with what is queued and fresh, look up what is unknown"
    )
    _deciding(parser)
    live(parser)
    as_json(parser)


def _deciding(parser: argparse.ArgumentParser) -> None:
    """About one delivery that asks a person; its id is in the list."""
    texts = {
        "--send-again": "send one that failed, is stale, or was looked up and not found",
        "--by-hand": "say that you sent this one yourself, or found it there",
        "--let-be": "let this one be: it is not sent",
    }
    either = parser.add_mutually_exclusive_group()
    for option, text in texts.items():
        either.add_argument(option, metavar="DELIVERY", help=text)
    parser.add_argument("--url", help="with --by-hand: where it can be seen")
