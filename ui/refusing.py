"""Why there is no window: told to whoever wants one and can't have it."""

from __future__ import annotations

from composer.cli.main import FAILED, say
from composer.domain.errors import HomeError, UserFacingError
from ui import sayings, theme
from ui.trouble.view import StopDialog
from ui.workarounds import keep_singletons_alive


def refuse(error: UserFacingError) -> int:
    """Say it to whoever started the window from a terminal and, where it concerns the home, to whoever clicked; the exit status."""
    say(str(error))
    keep_singletons_alive()
    if isinstance(error, HomeError):
        theme.apply(theme.Scheme.SYSTEM)
        StopDialog(sayings.message_of(error), sayings.step_of(error)).exec()
    return FAILED
