"""The connections of a home: listed, added and removed, with their credentials in the keyring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from composer.clock import SystemClock
from composer.connections.accounts import Account, Connections, Kind
from composer.connections.credentials import CredentialError, Credentials, checked_secret
from composer.connections.file import keys_of, load_connections
from composer.connections.writing import account_if_added, add_account, remove_account
from composer.domain.errors import Problem, RefusedError
from composer.domain.sayings import Code, told
from composer.paths import HomePaths, Mode
from composer.publishing.port import Checked
from composer.record.record import Record
from composer.services.in_force import open_library
from composer.services.last_checks import LastChecks


class Kept(StrEnum):
    """Where a credential is."""

    KEYRING = "keyring"
    THIS_RUN = "this_run"
    MISSING = "missing"
    CANNOT_TELL = "cannot_tell"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Listed:
    """An account as it is listed. `why` is the keyring's trouble where it can't tell."""

    account: Account
    kept: Kept
    why: CredentialError | None = None


class Connecting:
    """The connections of one home. Asking for credentials may block while a person unlocks the keyring: call it off the window's thread."""

    def __init__(self, home: HomePaths, credentials: Credentials | None = None) -> None:
        self._home = home
        self._file = home.connections
        self._clock = SystemClock()
        self.credentials = credentials or Credentials()

    def load(self) -> tuple[Connections, tuple[Problem, ...]]:
        """The accounts, and what is wrong with the file."""
        return load_connections(self._file)

    def listed(self) -> tuple[tuple[Listed, ...], tuple[Problem, ...]]:
        """Every account with where its credential is, and what is wrong with the file."""
        connections, problems = self.load()
        return tuple(self._listed(one) for one in connections.accounts), problems

    def account(self, name: str) -> Account:
        """The account of that name; RefusedError where there is none."""
        account = self.load()[0].named(name)
        if account is None:
            raise RefusedError(
                told(Code.NO_ACCOUNT, account=name),
                next_step=told(Code.LIST_CONNECTIONS),
            )
        return account

    def planned(self, name: str, values: Mapping[str, Any]) -> Account:
        """What adding would make of an account; nothing is changed. Raises InvalidInputError, RefusedError."""
        _check_name(name, values)
        return account_if_added(self._file, name, values)

    def add(
        self, name: str, values: Mapping[str, Any], secret: str | None, *, for_this_run: bool = False
    ) -> Account:
        """Add an account, or change the keys given of one that is there. Without a `secret` the one that is kept for its host stays.

        The credential is kept first: where the keyring refuses it, the file is as it was.
        """
        account = self.planned(name, values)
        if account.needs_credential and (secret is not None or not self.credentials.has(account)):
            given = checked_secret(account, secret or "")
            if for_this_run:
                self.credentials.use_for_this_run(account, given)
            else:
                self.credentials.keep(account, given)
        return add_account(self._file, name, values)

    def remove(self, name: str) -> bool:
        """Take an account out of the file, and its credential out of the keyring; whether there was a credential."""
        account = self.account(name)
        had = account.needs_credential and self.credentials.forget(account)
        remove_account(self._file, name)
        LastChecks(self._home.cache).forget(name)
        return had

    def checked(self, name: str | None = None) -> tuple[tuple[Account, Checked], ...]:
        """What each account (or the named one) can do, as its service says; nobody is sent anything. Blocks until all have answered."""
        from composer.services.checking import AccountChecks, check_all

        connections, _ = self.load()
        accounts = connections.accounts if name is None else (self.account(name),)
        plan = open_library(self._home).plan
        asked = AccountChecks(
            self._home,
            plan,
            self._clock,
            connections,
            self.credentials,
            slack_channels=self._slack_channels(),
        )
        checks, found = LastChecks(self._home.cache), []
        try:
            for one, said in zip(accounts, check_all(asked, accounts), strict=True):
                checks.keep(one, said, self._clock.now())
                found.append((one, said))
            return tuple(found)
        finally:
            asked.close()

    def _slack_channels(self) -> tuple[str, ...]:
        """The channels of the live incidents that are open; none where nothing was live yet."""
        file = self._home.record(Mode.LIVE)
        if not file.exists():
            return ()
        with Record.open(file) as record:
            return tuple(dict.fromkeys(one.slack_channel for one in record.incidents(open_only=True)))

    def _listed(self, account: Account) -> Listed:
        if not account.needs_credential:
            return Listed(account, Kept.NOT_NEEDED)
        if self.credentials.is_for_this_run(account):
            return Listed(account, Kept.THIS_RUN)
        try:
            return Listed(account, Kept.KEYRING if self.credentials.has(account) else Kept.MISSING)
        except CredentialError as error:
            return Listed(account, Kept.CANNOT_TELL, error)


def _check_name(name: str, values: Mapping[str, Any]) -> None:
    kind, _, rest = name.partition(".")
    if kind not in set(Kind) or "." in rest or (("." in name) and not rest):
        raise RefusedError(
            told(Code.NO_KIND, kind=name),
            next_step=told(Code.KINDS_ARE, names=", ".join(Kind)),
        )
    known = keys_of(Kind(kind))
    for key in values:
        if key not in known:
            raise RefusedError(
                told(Code.KIND_HAS_NO, kind=kind, key=key),
                next_step=told(Code.IT_HAS, names=", ".join(known)),
            )
