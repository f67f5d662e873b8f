"""How a command speaks: results on standard output, all else on standard error, and no character that a terminal would obey."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from composer.domain.errors import UserFacingError
from composer.logs import escape_control


class OutputError(UserFacingError):
    """Standard output takes nothing more. What the command did is done."""


def print_json(content: Mapping[str, Any]) -> None:
    """One JSON object on standard output."""
    _print(json.dumps(content, indent=2, ensure_ascii=False))


def print_line(text: str = "") -> None:
    """A line of the result, on standard output. Control characters are shown, not obeyed."""
    _print(_shown(text))


def tell(text: str) -> None:
    """Something to know beside the result, on standard error."""
    # Nobody may be there to read it; that is no reason to leave undone what was asked for.
    try:
        print(_shown(text), file=sys.stderr, flush=True)
    except OSError:
        _leave(sys.stderr)  # else Python tries once more at its end, and ends with a status of its own


def flush() -> None:
    """Write the results out now: at Python's own end nobody could be told about a failure any more."""
    with _trouble_told():
        if sys.stdout is not None:
            sys.stdout.flush()


def leave_output() -> None:
    """Let nothing more go to standard output, so that Python does not complain about it at the end."""
    _leave(sys.stdout)


def _leave(stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):  # an output that is no file has no number
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)


def _print(text: str) -> None:
    with _trouble_told():
        print(text)


@contextlib.contextmanager
def _trouble_told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # whoever read the output has gone: there is nobody to tell
    except OSError as error:
        raise OutputError(
            f"What was asked for is done, but the result can't be printed: {error.strerror or error}."
        ) from None


def _shown(text: str) -> str:
    return "\t".join(escape_control(part) for part in text.split("\t"))
