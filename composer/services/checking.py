"""Connections checked, one by one and all at once, each within one person's patience, whatever its server does. Nobody is sent anything."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from composer.clock import Clock
from composer.connections.accounts import (
    Account,
    Connections,
    CustomersAccount,
    ExecutivesAccount,
    ProxyAccount,
    SlackAccount,
    StaticPageAccount,
)
from composer.connections.credentials import Credentials
from composer.domain.errors import UserFacingError
from composer.domain.plan import Plan
from composer.domain.sayings import Code, Said
from composer.paths import HomePaths
from composer.publishing.answers import as_said
from composer.publishing.patience import within
from composer.publishing.port import Checkable, Checked, FindsChannels, NotAccepted
from composer.services.live_destinations import LiveDestinations
from composer.services.mail_lists import LISTS, mail_lists_of
from composer.services.proxy_in_use import proxy_of

CHECK_S = 9.0
"""How long a check may take in all. A person looks on, and gives up after ten seconds."""
ENDS_S = 0.5
"""So much later a check that was given up ends by itself, but for what no deadline reaches: the system's own search for a name."""


_CHANNELS = {kind: channel for channel, kind in LISTS.items()}


class AccountChecks:
    """What accounts can do. `slack_channels` are those of the incidents that run, whose members are counted."""

    def __init__(
        self,
        home: HomePaths,
        plan: Plan,
        clock: Clock,
        connections: Connections,
        credentials: Credentials,
        slack_channels: Sequence[str] = (),
    ) -> None:
        self._home = home
        self._connections = connections
        self._credentials = credentials
        self._slack_channels = tuple(slack_channels)
        self._lists = mail_lists_of(home, plan, connections)
        self._destinations = LiveDestinations(home, plan, clock, connections, credentials)

    def get_ready(self) -> None:
        """Make what several threads then ask."""
        _ = self._destinations.by_account

    def close(self) -> None:
        """Close every connection."""
        self._destinations.close()

    def check(self, account: Account) -> Checked:
        """What an account can do, asked of its service; nobody is sent anything."""
        try:
            destination: object = self._destinations.by_account.get(account.name)
            if isinstance(destination, Checkable):
                said = destination.check()
                members = self._members(destination) if not said.missing else ()
                return Checked((*said.facts, *members), said.missing, said.reaches)
            return self._check_by_itself(account)
        except UserFacingError as trouble:
            return Checked(missing=(trouble.said or Said.verbatim(trouble.told),))

    def _members(self, destination: object) -> Iterator[Said]:
        """How many read each of the incidents' channels; one that is not there yet is left out."""
        for name in self._slack_channels if isinstance(destination, FindsChannels) else ():
            count = destination.finds(name) if isinstance(destination, FindsChannels) else None
            if isinstance(count, int):
                yield Said.of(Code.CHANNEL_MEMBERS, channel=name, count=count)

    def _check_by_itself(self, account: Account) -> Checked:
        """What can be said of an account that has no service to ask."""
        if isinstance(account, SlackAccount):
            self._credentials.read(account)
            return Checked((Said.of(Code.WEBHOOK_ALONE),))
        if isinstance(account, ExecutivesAccount):
            return self._check_executives(account)
        if isinstance(account, CustomersAccount):
            return self._check_readers(account)
        if isinstance(account, StaticPageAccount):
            folder = self._home.root / Path(account.folder).expanduser()
            return Checked((Said.of(Code.PAGE_FOLDER, folder=str(folder)),))
        if isinstance(account, ProxyAccount):
            proxy_of(self._connections, self._credentials)
            return Checked((Said.of(Code.THROUGH_PROXY, host=str(account.host)),))
        return Checked()

    def _check_readers(self, account: CustomersAccount | ExecutivesAccount) -> Checked:
        if self._connections.named(account.via) is None:
            return Checked(missing=(Said.of(Code.NO_CARRIER, account=account.via),))
        count = len(self._lists[_CHANNELS[account.kind]].recipients)
        return Checked((Said.of(Code.READERS, count=count, account=account.via),), reaches=count)

    def _check_executives(self, account: ExecutivesAccount) -> Checked:
        said = self._check_readers(account) if account.to else Checked()
        if account.slack_channel is None:
            return said
        if self._connections.workspace is None:
            lacking = Said.of(Code.NO_WORKSPACE, channel=account.slack_channel)
            return Checked(said.facts, (*said.missing, lacking), said.reaches)
        destination: object = self._destinations.by_account[self._connections.workspace.name]
        found = destination.finds(account.slack_channel) if isinstance(destination, FindsChannels) else None
        if isinstance(found, NotAccepted):
            return Checked(said.facts, (*said.missing, as_said(found)), said.reaches)
        channel, workspace = account.slack_channel, self._connections.workspace.name
        if found is None:
            there = Said.of(Code.IN_CHANNEL, channel=channel, account=workspace)
            return Checked((*said.facts, there), said.missing, said.reaches)
        fact = Said.of(Code.IN_CHANNEL_OF, count=found, channel=channel, account=workspace)
        # Where they get mail too, those are the same people.
        return Checked((*said.facts, fact), said.missing, found if said.reaches is None else said.reaches)


def check_all(checks: AccountChecks, accounts: Sequence[Account]) -> list[Checked]:
    """What each account can do, side by side, in their order; one whose service does not answer in time is told as that. Raises what a bug raised."""
    patience_s = CHECK_S
    until = time.monotonic() + patience_s
    found: dict[str, Checked | BaseException] = {}
    checks.get_ready()

    def check(account: Account) -> None:
        try:
            with within(patience_s + ENDS_S):
                found[account.name] = checks.check(account)
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
