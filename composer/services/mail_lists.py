"""Who gets customer email and the executive notification in live mode, and from whom it comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from composer.connections.accounts import (
    Connections,
    CustomersAccount,
    ExecutivesAccount,
    Kind,
    SendgridAccount,
    SmtpAccount,
)
from composer.connections.addresses import address_of, name_of
from composer.connections.customers import read_customers
from composer.domain.channel import Channel
from composer.paths import HomePaths
from composer.services.freezing import MailList

LISTS = {Channel.EMAIL: Kind.CUSTOMERS, Channel.EXECUTIVE: Kind.EXECUTIVES}
"""The kind of account that lists a channel's readers."""


class MailLists(Mapping[Channel, MailList]):
    """The lists of readers. Each is read when it is asked for, so a mistake in one holds up no other channel; a list that no account carries has a
    sender alone: a person knows to whom they write."""

    def __init__(self, connections: Connections, home: HomePaths, sender: str) -> None:
        self._connections = connections
        self._home = home
        self._sender = sender

    def __iter__(self) -> Iterator[Channel]:
        return iter(LISTS)

    def __len__(self) -> int:
        return len(LISTS)

    def carried(self, channel: Channel) -> bool:
        """Whether an account carries the channel's mail."""
        return self._account(channel) is not None

    def __getitem__(self, channel: Channel) -> MailList:
        found = self._account(channel)
        if found is None:
            if channel not in LISTS:
                raise KeyError(channel)
            return MailList(self._sender, ())
        readers, carrier = found
        if isinstance(readers, ExecutivesAccount):
            return MailList(carrier.sender, tuple((name_of(one), address_of(one)) for one in readers.to))
        file = self._home.root / Path(readers.file).expanduser()
        return MailList(carrier.sender, read_customers(file))

    def _account(
        self, channel: Channel
    ) -> tuple[CustomersAccount | ExecutivesAccount, SendgridAccount | SmtpAccount] | None:
        for one in self._connections.of(LISTS[channel]) if channel in LISTS else ():
            if isinstance(one, CustomersAccount) or (isinstance(one, ExecutivesAccount) and one.to):
                carrier = self._connections.named(one.via)
                if isinstance(carrier, SendgridAccount | SmtpAccount):
                    return one, carrier
        return None
