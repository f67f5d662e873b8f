"""The program's entry: a command goes to the command line, none opens the window.

Nothing heavy is imported here, so that `--version` and a wrong word answer at once. The core does not know the window; this is the one place that knows both.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


def run() -> NoReturn:
    """The entry point of the installed program."""
    if sys.argv[1:] != ["--version"]:
        try:
            from composer.cli.interrupts import end_quietly

            end_quietly()
        except KeyboardInterrupt:
            sys.exit(130)  # the first thing the program does, and already it is to stop
    sys.exit(start())


def start(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window, and return the exit status."""
    from composer.cli.main import main, parse

    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        return main(given)
    home, debug = given[1] if is_home_alone(given) else None, False
    if given and not is_home_alone(given):
        options = parse(given)
        if options.command is not None:
            return main(given)
        home, debug = options.home, options.debug
    return _open(home, debug=debug)


def _open(home: str | None, *, debug: bool) -> int:
    import gc

    from composer.cli.interrupts import listen
    from composer.cli.main import FAILED
    from ui.display import has_display, say_missing, say_no_display

    if not has_display():
        say_no_display()
        return FAILED
    gc.disable()  # the window collects its garbage itself, and while it starts there is none
    try:
        from ui.plain_imports import import_qt

        import_qt()
        from ui.app import open_window
    except ImportError as error:  # Qt finds a library of the system missing
        say_missing(str(error))
        return FAILED
    listen()
    return open_window(home, debug=debug)


def is_home_alone(given: Sequence[str]) -> bool:
    """Whether only a home is named: that needs no parser, and building one would delay the first paint."""
    return len(given) == 2 and given[0] == "--home" and not given[1].startswith("-")


if __name__ == "__main__":
    run()
