"""Arguments of `mail`."""

from __future__ import annotations

from composer.cli.arguments.shared import live

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """What a test, a pause, going on and another account take."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    testing = actions.add_parser(
        "test",
        parents=[common],
        help="send one copy to yourself, marked as a test; nobody else is written to",
    )
    testing.add_argument("file", metavar="FILE.json", help="the publish file; - reads standard input")
    testing.add_argument(
        "--template", default="customer_email", metavar="NAME", help="which mail; customer_email unless told"
    )
    testing.add_argument("--to", metavar="ADDRESS", help="another address than that of the settings")
    live(testing)
    texts = {
        "pause": "let no further copy leave",
        "go-on": "let the rest leave",
        "by": "let another mail account carry what the first one refused",
    }
    for name, text in texts.items():
        one = actions.add_parser(name, parents=[common], help=text)
        one.add_argument(
            "delivery", metavar="DELIVERY", help="the delivery's id, as listed by deliveries --json"
        )
        if name == "by":
            one.add_argument(
                "account", metavar="ACCOUNT", help="the account's name, as listed by connections list"
            )
        live(one)
