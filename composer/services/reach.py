"""Whom the connections of a home reach: readers on the lists, subscribers of the pages. Read off the window's thread, then told from memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from composer.connections.accounts import Account, Connections, CustomersAccount, ExecutivesAccount
from composer.connections.addresses import address_of, name_of
from composer.connections.customers import CustomersError, read_customers
from composer.domain.errors import Problem
from composer.paths import HomePaths
from composer.services.last_checks import LastCheck, LastChecks

NAMED = 5
"""So many readers are kept by name; a list may be long."""


@dataclass(frozen=True, slots=True)
class Readers:
    """A list of readers as it was read: how many, and the first of them. `file_at` is when its file was last changed; `trouble` says why it can't be used."""

    count: int = 0
    names: tuple[str, ...] = ()
    file: str | None = None
    file_at: datetime | None = None
    trouble: Problem | None = None


@dataclass(frozen=True, slots=True)
class Reachable:
    """One account: who reads what it carries, and what its last check said. None: it has no list, or was not checked as it is now."""

    account: Account
    readers: Readers | None = None
    check: LastCheck | None = None

    @property
    def count(self) -> int | None:
        """How many it reaches, where that is known."""
        if self.readers is not None:
            return None if self.readers.trouble else self.readers.count
        return None if self.check is None else self.check.said.reaches


Learn = Callable[[str, Sequence[tuple[str, str]]], None]


class ReachReader:
    """Reads whom a home's connections reach. A list is read again only when its file has changed. One thread at a time. `learn` is told each list of customers as it is read."""

    def __init__(self, home: HomePaths, learn: Learn = lambda _list, _people: None) -> None:
        self._home = home
        self._learn = learn
        self._checks = LastChecks(home.cache)
        self._read: dict[Path, tuple[tuple[int, int], Readers]] = {}

    def read(self, connections: Connections) -> tuple[Reachable, ...]:
        """Every account, in the order of the file. Blocks: a list may have many thousand rows."""
        return tuple(Reachable(one, self._readers(one), self._checks.of(one)) for one in connections.accounts)

    def _readers(self, account: Account) -> Readers | None:
        if isinstance(account, ExecutivesAccount):
            if not account.to:
                return None  # a Slack channel alone
            people = [name_of(one) or address_of(one) for one in account.to]
            return Readers(len(people), tuple(people[:NAMED]))
        if not isinstance(account, CustomersAccount):
            return None
        file = self._home.root / Path(account.file).expanduser()
        try:
            status = file.stat()
        except OSError:
            return _from(file, None, self._learn)
        stamp = (status.st_mtime_ns, status.st_size)
        before = self._read.get(file)
        if before is None or before[0] != stamp:
            changed = datetime.fromtimestamp(status.st_mtime, UTC)
            before = self._read[file] = (stamp, _from(file, changed, self._learn))
        return before[1]


def _from(file: Path, changed: datetime | None, learn: Learn) -> Readers:
    try:
        people: Sequence[tuple[str, str]] = read_customers(file)
    except CustomersError as error:
        return Readers(file=file.name, file_at=changed, trouble=error.problems[0])
    learn(str(file), people)
    names = tuple(name or address for name, address in people[:NAMED])
    return Readers(len(people), names, file.name, changed)


def live_reach(home: HomePaths) -> tuple[Reachable, ...]:
    """Whom a home's connections would reach in LIVE. Blocks, as reading a list does."""
    from composer.connections.file import load_connections

    return ReachReader(home).read(load_connections(home.connections)[0])
