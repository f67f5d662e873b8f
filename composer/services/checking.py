"""All connections checked at once, each within one person's patience, whatever its server does."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

from composer.connections.accounts import Account
from composer.domain.sayings import Code, Said
from composer.publishing.patience import within
from composer.publishing.port import Checked
from composer.services.live_ways import LiveWays

CHECK_S = 9.0
"""How long a check may take in all. A person looks on, and gives up after ten seconds."""
ENDS_S = 0.5
"""So much later a check that was given up ends by itself, but for what no deadline reaches: the system's own search for a name."""


def check_all(ways: LiveWays, accounts: Sequence[Account]) -> list[Checked]:
    """What each account can do, side by side, in their order; one whose service does not answer in time is told as that. Raises what a bug raised."""
    patience_s = CHECK_S
    until = time.monotonic() + patience_s
    found: dict[str, Checked | BaseException] = {}
    ways.destinations()  # made once, and not by each thread

    def check(account: Account) -> None:
        try:
            with within(patience_s + ENDS_S):
                found[account.name] = ways.check(account)
        except BaseException as bug:  # noqa: BLE001 - raised again where the answers are waited for
            found[account.name] = bug

    # Daemons: one that is still asking must not keep the program from ending.
    threads = [threading.Thread(target=check, args=(one,), name="check", daemon=True) for one in accounts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))
    answers = [found.get(one.name) or _too_slow(one, patience_s) for one in accounts]
    for one in answers:
        if isinstance(one, BaseException):
            raise one
    return [one for one in answers if isinstance(one, Checked)]


def _too_slow(account: Account, seconds: float) -> Checked:
    return Checked(missing=(Said.of(Code.CHECK_TOO_SLOW, account=account.name, seconds=f"{seconds:g}"),))
