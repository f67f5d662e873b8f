"""Arguments of `take-over`."""

from __future__ import annotations

from composer.cli.arguments.shared import as_json

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:  # noqa: ARG001 - as for those with actions
    """What is taken over, and into what."""
    parser.add_argument(
        "--page",
        action="append",
        metavar="ACCOUNT:ID",
        help="an open public incident; may be given for several pages",
    )
    parser.add_argument("--slack-channel", metavar="CHANNEL", help="the incident's Slack channel, id or name")
    parser.add_argument("--pagerduty", metavar="ID", help="the PagerDuty incident")
    parser.add_argument(
        "--into",
        metavar="INCIDENT",
        help="adopt it into this incident of the live record, in place of a new one",
    )
    parser.add_argument("--title", help="the internal title; from the sources unless told")
    parser.add_argument(
        "--severity", metavar="P0", help="the severity; from the sources unless told, in doubt the higher one"
    )
    as_json(parser)
