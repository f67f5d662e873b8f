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
from composer.connections.customers import people_sha256, read_customers
from composer.domain.channel import Channel
from composer.domain.errors import RefusedError
from composer.domain.plan import Plan
from composer.domain.sayings import Code, told
from composer.domain.security import may_be_told
from composer.paths import HomePaths
from composer.services.freezing import MailList

LISTS = {Channel.EMAIL: Kind.CUSTOMERS, Channel.EXECUTIVE: Kind.EXECUTIVES}
"""The kind of account that lists a channel's readers."""


class NeedToKnow(Mapping[Channel, MailList]):
    """The lists for a security incident: executives' mail goes to the plan's need-to-know list alone; all else is as in `lists`."""

    def __init__(self, lists: Mapping[Channel, MailList], plan: Plan) -> None:
        self._lists = lists
        self._people = may_be_told(plan)

    def __iter__(self) -> Iterator[Channel]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def __getitem__(self, channel: Channel) -> MailList:
        found = self._lists[channel]
        return MailList(found.sender, self._people) if channel is Channel.EXECUTIVE else found


class OneMail(Mapping[Channel, MailList]):
    """The lists for one mail whose customers come from a file of its own; all else is as in `lists`."""

    def __init__(self, lists: Mapping[Channel, MailList], customers: MailList) -> None:
        self._lists = lists
        self._customers = customers

    def __iter__(self) -> Iterator[Channel]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def __getitem__(self, channel: Channel) -> MailList:
        return self._customers if channel is Channel.EMAIL else self._lists[channel]


def for_one_mail(
    lists: Mapping[Channel, MailList], file: str | None, seen_sha256: str | None
) -> Mapping[Channel, MailList]:
    """The lists with the customers of one mail: those of `file` where one was chosen for it. RefusedError where they are others than a person has looked at (`seen_sha256`)."""
    is_carried = not isinstance(lists, MailLists) or lists.carried(Channel.EMAIL)
    if (file is None and seen_sha256 is None) or not is_carried:
        return lists
    if file is None:
        customers = lists[Channel.EMAIL]
    else:
        path = lists.path_of(file) if isinstance(lists, MailLists) else Path(file).expanduser()
        sender = lists.sender(Channel.EMAIL) if isinstance(lists, MailLists) else lists[Channel.EMAIL].sender
        customers = MailList(sender, read_customers(path))
    if seen_sha256 is not None and people_sha256(customers.recipients) != seen_sha256:
        raise RefusedError(
            told(Code.LIST_CHANGED),
            next_step=told(Code.LOOK_AT_RECIPIENTS),
        )
    return OneMail(lists, customers)


def mail_lists_of(home: HomePaths, plan: Plan, connections: Connections) -> MailLists:
    """The lists of the connections; what no account carries comes from the organisation's support."""
    organisation = plan.organisation
    return MailLists(connections, home, f"{organisation.name} <{organisation.support_email}>")


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

    @property
    def customers_file(self) -> Path | None:
        """The file of customers that the connection names; None where no account carries mail to them."""
        found = self._account(Channel.EMAIL)
        readers = None if found is None else found[0]
        return self.path_of(readers.file) if isinstance(readers, CustomersAccount) else None

    def path_of(self, file: str) -> Path:
        """A file's full path; one without a folder lies in the home folder."""
        return self._home.root / Path(file).expanduser()

    def sender(self, channel: Channel) -> str:
        """From whom a channel's mail comes; no list is read for that."""
        found = self._account(channel)
        return self._sender if found is None else found[1].sender

    def __getitem__(self, channel: Channel) -> MailList:
        found = self._account(channel)
        if found is None:
            if channel not in LISTS:
                raise KeyError(channel)
            return MailList(self._sender, ())
        readers, carrier = found
        if isinstance(readers, ExecutivesAccount):
            return MailList(carrier.sender, tuple((name_of(one), address_of(one)) for one in readers.to))
        return MailList(carrier.sender, read_customers(self.path_of(readers.file)))

    def _account(
        self, channel: Channel
    ) -> tuple[CustomersAccount | ExecutivesAccount, SendgridAccount | SmtpAccount] | None:
        for one in self._connections.of(LISTS[channel]) if channel in LISTS else ():
            if isinstance(one, CustomersAccount) or (isinstance(one, ExecutivesAccount) and one.to):
                carrier = self._connections.named(one.via)
                if isinstance(carrier, SendgridAccount | SmtpAccount):
                    return one, carrier
        return None
