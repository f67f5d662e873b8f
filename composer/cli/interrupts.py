"""Ctrl+C while the program starts, when there is nothing yet that could be stopped halfway."""

from __future__ import annotations

import signal


def end_quietly() -> None:
    """Until `listen`, Ctrl+C ends the process at once and without a word, by the signal itself: a shell tells that as exit status 130.

    As an exception it could come up in the midst of an import, where nobody can catch it or a library takes it for its own failure. Whoever started the program
    deaf to Ctrl+C keeps it so.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def listen() -> None:
    """From here on Ctrl+C is a KeyboardInterrupt, for which whoever is at work has an answer."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
