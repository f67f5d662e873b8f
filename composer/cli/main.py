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
    options = _parsed(given)
    _speak_utf8()
    if options.command is None:
        say(
            "No command was given, and this way in opens no window. To see a whole incident in practice, run: incident-composer rehearse"
        )
        return FAILED
    return _run(options)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments as `main` reads them; a wrong word ends the program with 2."""
    return _parsed(arguments)


def _parsed(given: Sequence[str]) -> argparse.Namespace:
    from composer.cli.arguments import parser_for

    return parser_for(given).parse_args(list(given))


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
