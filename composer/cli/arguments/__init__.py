"""What the commands take: one file a command, each loaded when its command is asked for."""

from __future__ import annotations

from composer import __version__

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


COMMANDS = {
    "rehearse": "A whole incident in practice, from the declaration to the post-mortem.",
    "publish": "Publish what a JSON file says, in practice unless --live.",
    "correct": "Put right what was sent, on all its channels in one act, as a JSON file says.",
    "deliveries": "List deliveries and their states.",
    "history": "Search published messages, newest first.",
    "export": "Export an incident's record and post-mortem.",
    "verify": "Prove the record whole and unaltered.",
    "templates": "Check templates: check [DIR].",
    "plan": "Check a plan: check [FILE].",
    "suppliers": "What the plan's external services say of themselves, read from their public feeds.",
    "connections": "The services that live mode speaks to: list, add, check, remove.",
    "take-over": "List what runs at the connected services, or take it over into the live record; services are only read.",
    "pagerduty": "Notes and calls for help at PagerDuty: note, page, log.",
    "slack": "Slack is down, or back: reach responders another way, one current post: reach, now.",
    "security": "A security incident: show, begin, private, end, told.",
    "statuspage": "On Statuspage after the fact: postmortem, backfill.",
    "mail": "Mail to many, at your own pace: test, pause, go-on, by.",
}
"""Each with what it does; what it takes, and what carries it out, stands in files of its name."""


def parser_for(given: Sequence[str]) -> argparse.ArgumentParser:
    """What reads these arguments. A command that is not among them is only named, so that its own arguments need not be loaded."""
    import argparse
    from importlib import import_module

    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--home", metavar="DIR", help="where record, connections, overrides and practice files lie"
    )
    common.add_argument("--debug", action="store_true", help="tell on standard error what the program does")
    parser = argparse.ArgumentParser(
        prog="incident-composer",
        description="One fact sheet, every text, one act: the messages of an incident, composed and published.",
    )
    parser.add_argument("--version", action="version", version=f"incident-composer {__version__}")
    parser.add_argument(
        "--home", metavar="DIR", help="where record, connections, overrides and practice files lie"
    )
    parser.add_argument("--debug", action="store_true", help="tell on standard error what the program does")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, text in COMMANDS.items():
        module = name.replace("-", "_")
        one = commands.add_parser(name, help=text, description=text, parents=[common])
        one.set_defaults(module=module)
        if name in given:
            import_module(f"composer.cli.arguments.{module}").add(one, common)
    return parser
