"""What the program notes about itself: named loggers under `incident_composer`, and the formatter that keeps secrets out.

Every line that leaves the process passes `RedactingFormatter`, those of libraries and tracebacks too. Whoever takes a
secret into memory calls `register_secret` first; from then on it is masked wherever it turns up. Control characters
are shown as escapes, so a text from outside cannot forge a line or move the terminal's cursor.
"""

from __future__ import annotations

import base64
import copy
import json
import logging
import logging.handlers
import os
import re
import threading
import time
import traceback
from typing import TYPE_CHECKING, TextIO, cast
from urllib.parse import quote

if TYPE_CHECKING:
    from io import TextIOWrapper
    from pathlib import Path

ROOT = "incident_composer"
FILE_NAME = "incident-composer.log"
MASK = "[secret]"
_SHORTEST_SECRET = 4
_FILE_BYTES = 1_000_000
_OLD_FILES = 3

# Tokens by their shape, for those that nobody registered: text that a person pasted, a vendor's echo.
_TOKEN_SHAPES = re.compile(
    r"""
      \bxox[a-z](?:\.xox[a-z])?-[\w-]{8,}            # Slack, bot, user and refresh tokens
    | \bxapp-[\w-]{8,}                               # Slack, app level
    | (?<=hooks\.slack\.com/)[\w/-]{8,}              # Slack, webhook address
    | \bSG\.[\w-]{8,}\.[\w-]{8,}                     # SendGrid
    | \bu\+[\w-]{18}                                 # PagerDuty, user
    | (?<=[Tt]oken\ token=)[^\s,;"']+                # PagerDuty, header
    | (?<=\bBearer\ )[^\s,;"']+
    | (?<=\bOAuth\ )[^\s,;"']+                       # Statuspage, header
    | (?<=\bBasic\ )[A-Za-z0-9+/=]{8,}
    """,
    re.VERBOSE,
)

# C0, DEL, C1, line and paragraph separators, direction overrides, lone surrogates.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class KnownSecrets:
    """The secrets that this process holds, and a text without them. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._forms: set[str] = set()
        self._pattern: re.Pattern[str] | None = None

    def add(self, secret: str) -> None:
        """Masks `secret` from now on, also as it looks inside an address, JSON or base64.

        Fewer than four characters are no secret worth the name, and would blank every line.
        """
        if len(secret) < _SHORTEST_SECRET:
            return
        raw = secret.encode("utf-8", "surrogatepass")
        encoded = base64.b64encode(raw).decode("ascii").rstrip("=")
        forms = {secret, escape_control(secret), repr(secret)[1:-1], quote(raw, safe=""), quote(raw), encoded}
        forms |= {json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]}
        with self._lock:
            self._forms |= forms
            # The longest first: a secret that begins with another one is masked whole.
            ordered = sorted(self._forms, key=len, reverse=True)
            self._pattern = re.compile("|".join(re.escape(form) for form in ordered))

    def mask(self, text: str) -> str:
        """`text` with every known secret, and everything shaped like a token, replaced by `[secret]`."""
        pattern = self._pattern
        if pattern is not None:
            text = pattern.sub(MASK, text)
        return _TOKEN_SHAPES.sub(MASK, text)


# One for the process, as logging itself is: a secret registered by one part is masked in the lines of all others.
_known = KnownSecrets()


def register_secret(secret: str) -> None:
    """Masks `secret` in every later log line, crash report and dry run of this process."""
    _known.add(secret)


def mask_secrets(text: str) -> str:
    """`text` as it may be shown, copied or written to a log."""
    return _known.mask(text)


def escape_control(text: str) -> str:
    """`text` on one line: control and direction characters as escapes such as `\\\\x1b`."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


class RedactingFormatter(logging.Formatter):
    """Prints each record as one masked, printable line; a traceback follows, masked and indented line by line.

    A formatter and not a filter: what it changes is the printed text alone, so other handlers still get the record
    whole, and nothing that another handler put into the record is printed unmasked.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """The text of `record` as it may leave the process."""
        printed = copy.copy(record)
        printed.msg, printed.args = escape_control(mask_secrets(_message(record))), None
        if record.exc_info:
            printed.exc_text = _block("".join(traceback.format_exception(*record.exc_info)))
        if record.stack_info:
            printed.stack_info = _block(record.stack_info)
        return super().format(printed)


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError) as trouble:  # placeholder and value do not fit: still to be masked
        return f"{record.msg!s} (not formatted: {trouble})"


def _block(text: str) -> str:
    return "\n".join("    " + escape_control(line) for line in mask_secrets(text).splitlines())


def logger(name: str) -> logging.Logger:
    """The logger of one part of the program, for example `logger("publishing")`."""
    return logging.getLogger(f"{ROOT}.{name}")


def setup(*, debug: bool, folder: Path | None) -> None:
    """Sends log lines, with a `folder`, to a file there that only its owner may read, and with `debug` to standard error too.

    Without `debug` nothing is shown: a person is told in plain sentences, never in log lines or tracebacks. The file holds what is
    worth knowing later.
    Libraries are heard from warnings on: their chatter names addresses. Calling it again replaces the first set-up.
    """
    root = logging.getLogger()
    for old in [handler for handler in root.handlers if isinstance(handler, _OURS)]:
        root.removeHandler(old)
        old.close()
    logging.getLogger(ROOT).setLevel(logging.DEBUG if debug else logging.INFO)
    # Without any handler Python would print warnings itself.
    handlers: list[logging.Handler] = [_Screen() if debug else _Nowhere()]
    if folder is not None:
        handlers.append(
            _File(
                folder / FILE_NAME, maxBytes=_FILE_BYTES, backupCount=_OLD_FILES, encoding="utf-8", delay=True
            )
        )
    for handler in handlers:
        handler.setFormatter(RedactingFormatter())
        root.addHandler(handler)


class _Screen(logging.StreamHandler[TextIO]):
    """Standard error."""


class _File(logging.handlers.RotatingFileHandler):
    """The log file: a few of one megabyte, readable by their owner only."""

    def handleError(self, record: logging.LogRecord) -> None:
        """A log that can't be written (a full disk) is no reason to disturb: what matters is told in sentences."""

    def _open(self) -> TextIOWrapper:
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return cast(
            "TextIOWrapper", open(self.baseFilename, self.mode, encoding=self.encoding, opener=private)
        )


class _Nowhere(logging.NullHandler):
    """Takes what nobody asked to see."""


_OURS = (_Screen, _File, _Nowhere)
