"""Reads the arguments, runs one command, and turns every error into one plain sentence and an exit status.

Exit status of all commands: 0 good, all sent; 1 the program failed; 2 wrong usage or invalid input; 3 something failed, waits, is stale, unknown or refused by
some recipients, or a check or verify found something; 4 blocked by findings, nothing sent; 130 stopped by Ctrl+C before the command had begun.

Nothing is imported before it is needed, so that `--version` and usage errors answer at once; each command imports its own.
"""

from __future__ import annotations

import sys

from composer import __version__

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from typing import NoReturn

    from composer.domain.errors import UserFacingError
    from composer.paths import HomePaths

FAILED = 1
INTERRUPTED = 3  # what was stored waits

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


def run() -> NoReturn:
    """The entry point of `python -m composer`."""
    if sys.argv[1:] != ["--version"]:
        try:
            from composer.cli.interrupts import end_quietly

            end_quietly()
        except KeyboardInterrupt:
            sys.exit(130)  # the first thing the program does, and already it is to stop
    sys.exit(main())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        sys.stdout.write(f"incident-composer {__version__}\n")
        return 0
    options = _parser().parse_args(given)
    _speak_utf8()
    if options.command is None:
        say(
            "No command was given, and this way in opens no window. To see a whole incident in practice, run: incident-composer rehearse"
        )
        return FAILED
    return _run(options)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments as `main` reads them; a wrong word ends the program with 2."""
    return _parser().parse_args(list(arguments))


def say(text: str) -> None:
    """One line for the person, on standard error: standard output is for results."""
    from composer.cli.output import tell

    tell(f"incident-composer: {text}")


def _run(options: argparse.Namespace) -> int:
    from importlib import import_module

    from composer import logs
    from composer.cli import output
    from composer.cli.interrupts import listen
    from composer.domain.errors import UserFacingError

    logs.setup(debug=options.debug, folder=None)
    try:
        command = import_module(f"composer.cli.{options.module}")
        listen()
        home = _home(options)
        logs.setup(debug=options.debug, folder=home.logs)
        status = int(command.run(options, home))
        output.flush()
        return status
    except UserFacingError as error:
        if isinstance(error, output.OutputError):
            output.leave_output()
        _tell(error)
        return error.exit_status
    except BrokenPipeError:
        output.leave_output()
        return FAILED
    except KeyboardInterrupt:
        say("Stopped. What was stored goes on with: incident-composer deliveries --resume")
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - the last resort: a person never sees a traceback
        logs.logger("cli").exception("a mistake of the program itself")
        say(
            "The program made a mistake; nothing that was stored is lost. Details are in the logs folder of the home, or run it with --debug."
        )
        return FAILED


def _tell(error: UserFacingError) -> None:
    lines = error.message.splitlines() or [""]
    for line in lines:
        say(line)
    if error.next_step:
        say(error.next_step)


def _home(options: argparse.Namespace) -> HomePaths:
    from composer.paths import open_home

    return open_home(options.home)


def _speak_utf8() -> None:
    """Results are UTF-8 whatever the terminal says, and no odd character can end a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    import argparse

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

    def command(name: str, text: str, module: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=text, description=text, parents=[common])
        one.set_defaults(module=module)
        return one

    one = command(
        "rehearse", "A whole incident in practice, from the declaration to the post-mortem.", "rehearse"
    )
    one.add_argument("--severity", metavar="P0", help="which severity to rehearse; the worst one unless told")
    _json(one)
    one = command("publish", "Publish what a JSON file says, in practice unless --live.", "publish")
    one.add_argument("file", metavar="FILE.json", help="the file; - reads standard input")
    one.add_argument(
        "--dry-run", action="store_true", help="show every request, secrets masked, and send nothing"
    )
    one.add_argument(
        "--first-batch",
        metavar="N",
        type=_count,
        help="mail so many customers first; the rest leaves with: mail go-on",
    )
    one.add_argument(
        "--customers", metavar="FILE.csv", help="mail these customers in place of the list of the connection"
    )
    _live(one)
    _json(one)
    one = command(
        "correct", "Put right what was sent, on all its channels in one act, as a JSON file says.", "correct"
    )
    one.add_argument("file", metavar="FILE.json", help="the file; - reads standard input")
    _live(one)
    _json(one)
    one = command("deliveries", "List deliveries and their states.", "deliveries")
    one.add_argument(
        "--resume", action="store_true", help="go on with what is queued and fresh, look up what is unknown"
    )
    _deciding(one)
    _live(one)
    _json(one)
    one = command("history", "Search published messages, newest first.", "history")
    one.add_argument("query", metavar="QUERY", help="words that the message holds; '' lists the newest")
    _live(one)
    _json(one)
    one = command("export", "Export an incident's record and post-mortem.", "export")
    one.add_argument("incident", metavar="INCIDENT", help="the incident's id")
    one.add_argument(
        "--format", required=True, metavar="json,md", help="one or more formats, with commas between"
    )
    one.add_argument("--to", required=True, metavar="DIR", help="the folder to write to")
    _live(one)
    one = command("verify", "Prove the record whole and unaltered.", "verify")
    _live(one)
    _check(
        command("templates", "Check templates: check [DIR].", "templates"),
        "DIR",
        "a folder of templates; your own unless told",
    )
    _check(command("plan", "Check a plan: check [FILE].", "plan"), "FILE", "a plan; your own unless told")
    one = command(
        "connections", "The services that live mode speaks to: list, add, check, remove.", "connections"
    )
    _connections(one, common)
    _taking_over(
        command(
            "take-over",
            "List what runs at the connected services, or take it over into the live record; services are only read.",
            "take_over",
        )
    )
    _pagerduty(
        command("pagerduty", "Notes and calls for help at PagerDuty: note, page, log.", "pagerduty"), common
    )
    _slack(
        command(
            "slack",
            "Slack is down, or back: reach responders another way, one current post: reach, now.",
            "slack",
        ),
        common,
    )
    _statuspage(
        command("statuspage", "On Statuspage after the fact: postmortem, backfill.", "statuspage"), common
    )
    _mail(command("mail", "Mail to many, at your own pace: test, pause, go-on, by.", "mail"), common)
    return parser


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


def _taking_over(parser: argparse.ArgumentParser) -> None:
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
    _json(parser)


def _pagerduty(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
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
        _live(one)


def _slack(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    one = actions.add_parser(
        "now",
        parents=[common],
        help="one post with what holds now, in place of those that never left",
    )
    one.add_argument("incident", metavar="INCIDENT", help="the incident's id")
    _live(one)
    _json(one)
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
    _live(one)


def _statuspage(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
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
        _live(one)


def _count(text: str) -> int:
    import argparse

    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("a number from 1 on")
    return int(text)


def _mail(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
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
    _live(testing)
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
        _live(one)


def _connections(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    listing = actions.add_parser(
        "list", parents=[common], help="list the accounts, and where their credentials are"
    )
    _json(listing)
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
    _json(checking)
    removing = actions.add_parser("remove", parents=[common], help="remove an account and its credential")
    removing.add_argument("name", metavar="NAME", help="the account's name, as listed")


def _live(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--live", action="store_true", help="the live record instead of practice")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the result as JSON on standard output")


def _check(parser: argparse.ArgumentParser, name: str, text: str) -> None:
    parser.add_argument("action", choices=["check"], help="what to do")
    parser.add_argument("path", nargs="?", metavar=name, help=text)
