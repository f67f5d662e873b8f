"""Arguments of `slack`."""

from __future__ import annotations

from composer.cli.arguments.shared import as_json, live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """What reaching responders and the one post take."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    one = actions.add_parser(
        "now",
        parents=[common],
        help="one post with what holds now, in place of those that never left",
    )
    one.add_argument("incident", metavar="INCIDENT", help="the incident's id")
    live(one)
    as_json(one)
    one = actions.add_parser(
        "reach",
        parents=[common],
        help="mail or page responders the text of the newest post that did not get there; without a name, list who could be",
    )
    one.add_argument("incident", metavar="INCIDENT", help="the incident's id")
    one.add_argument(
        "--mail",
        action="append",
        metavar="ROLE",
        help="a contact of the plan, by role; may be given several times",
    )
    one.add_argument(
        "--page",
        action="append",
        metavar="NAME",
        help="a domain of the plan or the role of a contact, by PagerDuty",
    )
    live(one)
