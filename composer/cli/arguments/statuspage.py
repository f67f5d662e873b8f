"""Arguments of `statuspage`."""

from __future__ import annotations

from composer.cli.arguments.shared import dry_run, live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """What the post-mortem and a past incident take."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    texts = {
        "postmortem": "publish the public post-mortem of a resolved incident",
        "backfill": "put a past incident on pages that never carried it, with its dates; nobody is told",
    }
    for name, text in texts.items():
        one = actions.add_parser(name, parents=[common], help=text)
        one.add_argument("incident", metavar="INCIDENT", help="the id of ours")
        one.add_argument("file", metavar="FILE.md", help="the text for customers; - reads standard input")
        if name == "postmortem":
            one.add_argument(
                "--notify",
                required=True,
                choices=["yes", "no"],
                help="whether the page's subscribers are told",
            )
        else:
            one.add_argument(
                "--page",
                action="append",
                metavar="ACCOUNT",
                help="this page alone; may be given several times",
            )
        live(one)
        dry_run(one)
