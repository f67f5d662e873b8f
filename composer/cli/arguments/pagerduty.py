"""Arguments of `pagerduty`."""

from __future__ import annotations

from composer.cli.arguments.shared import live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """What notes, calls and the log take."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    texts = {
        "note": "write a note on the linked PagerDuty incident",
        "page": "ask somebody for help on it: they are paged",
        "log": "read what happened there into the timeline; nothing is written",
    }
    for name, text in texts.items():
        one = actions.add_parser(name, parents=[common], help=text)
        one.add_argument("incident", metavar="INCIDENT", help="the id of ours")
        if name == "page":
            one.add_argument(
                "--who", required=True, action="append", metavar="NAME",
                help="a domain of the plan (its escalation policy) or the role of a contact; may be given several times",
            )  # fmt: skip
        if name != "log":
            one.add_argument("text", metavar="TEXT", help="what it says")
        live(one)
