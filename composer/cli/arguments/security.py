"""Arguments of `security`."""

from __future__ import annotations

from composer.cli.arguments.shared import as_json, live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """What the switch, the regulators' clocks and the list of what is public take."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    for name, words in (
        ("show", "code name, regulators' deadlines, and what the public has read so far"),
        ("begin", "make it a security incident: public messages wait for their approvals"),
        ("private", "let what follows in Slack go to a new private channel"),
        ("end", "make it an incident like any other again, for a reason"),
        ("told", "record that a regulator was notified"),
    ):
        one = actions.add_parser(name, parents=[common], help=words)
        one.add_argument("incident", metavar="INCIDENT", help="the incident's id")
        if name == "begin":
            one.add_argument(
                "--since", metavar="TIME", help="since when it is known (ISO 8601; default: now)"
            )
            one.add_argument(
                "--keep-channel",
                action="store_true",
                help="go on in the Slack channel that everybody can read",
            )
        if name == "end":
            one.add_argument("--reason", required=True, help="why it is none any more")
        if name == "told":
            one.add_argument(
                "deadline", metavar="DEADLINE", help="the deadline's key in the plan, as gdpr_33"
            )
            one.add_argument("--note", required=True, help="who was notified, and how")
            one.add_argument("--at", metavar="TIME", help="when (ISO 8601; default: now)")
        live(one)
        as_json(one)
