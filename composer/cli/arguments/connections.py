"""Arguments of `connections`."""

from __future__ import annotations

from composer.cli.arguments.shared import as_json

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


KEYS = {
    "base_url": "the service's address; https only, http for this computer",
    "page_id": "the id of the Statuspage page",
    "from": "the mail address that messages come from",
    "host": "the mail server",
    "port": "its port",
    "security": "starttls, tls, or none for this computer alone",
    "username": "the name to log in with",
    "ca_file": "a file with an authority of your own",
    "invite": "ids of Slack users to invite to each incident's channel",
    "via": "Slack: api or webhook; executives and customers: the mail account",
    "to": "who gets the executive notification",
    "slack_channel": "executives: a Slack channel that gets it too, or alone; its name or id",
    "file": "the CSV file of customers",
    "folder": "the folder of the static status page",
    "title": "the title of the static status page",
    "url": "where readers find the page; the proxy's address",
}
"""The keys of an account that `connections add` takes, each as an option of its own."""


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """What listing, adding, checking and removing take."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    listing = actions.add_parser(
        "list", parents=[common], help="list the accounts, and where their credentials are"
    )
    as_json(listing)
    text = "Add an account, or change what is given of one that is there. Its token or password is read from standard input."
    adding = actions.add_parser(
        "add", parents=[common], help="add an account, or change one", description=text
    )
    adding.add_argument("name", metavar="KIND", help="slack, statuspage, sendgrid, pagerduty, smtp, …")
    for key, text in KEYS.items():
        option, destination = f"--{key.replace('_', '-')}", f"key_{key}"
        if key in ("to", "invite"):
            adding.add_argument(option, dest=destination, nargs="+", help=text)
        else:
            adding.add_argument(option, dest=destination, type=int if key == "port" else str, help=text)
    checking = actions.add_parser(
        "check",
        parents=[common],
        help="ask each service what the account may do, and what is missing; nothing is sent to anybody",
    )
    checking.add_argument("name", nargs="?", metavar="NAME", help="one account; all unless told")
    as_json(checking)
    removing = actions.add_parser("remove", parents=[common], help="remove an account and its credential")
    removing.add_argument("name", metavar="NAME", help="the account's name, as listed")
