"""The accounts of connections.toml as values. None of them holds a secret."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from composer.connections.addresses import host_of


class Kind(StrEnum):
    """A kind of account; its name is the table's in connections.toml."""

    SLACK = "slack"
    STATUSPAGE = "statuspage"
    SENDGRID = "sendgrid"
    PAGERDUTY = "pagerduty"
    SMTP = "smtp"
    EXECUTIVES = "executives"
    CUSTOMERS = "customers"
    STATIC_PAGE = "static_page"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True)
class Account:
    """One table of connections.toml. `name` is the table's: `slack`, or `statuspage.eu` for a second one of its kind."""

    name: str

    kind: ClassVar[Kind]
    asks_for: ClassVar[str | None] = None
    """What its credential is called; None where it has none."""

    @property
    def host(self) -> str | None:
        """The host to which the credential is bound; None where there is none."""
        return None

    @property
    def needs_credential(self) -> bool:
        """Whether nothing can be sent without a credential."""
        return self.asks_for is not None


@dataclass(frozen=True, slots=True)
class ApiAccount(Account):
    """An account at a service that is spoken to over HTTP, at an address that a person may change."""

    base_url: str

    @property
    def host(self) -> str:
        """As in `Account`."""
        return host_of(self.base_url)


@dataclass(frozen=True, slots=True)
class SlackAccount(ApiAccount):
    """A workspace. `invite` are the ids of those who are invited to each incident's channel. With `via` *webhook* the credential is the webhook's whole address."""

    invite: tuple[str, ...]
    via: str

    kind = Kind.SLACK
    asks_for = "token"

    @property
    def is_webhook(self) -> bool:
        """Whether an incoming webhook carries the messages: it can post, and nothing else."""
        return self.via == "webhook"


@dataclass(frozen=True, slots=True)
class StatuspageAccount(ApiAccount):
    """A page at Atlassian Statuspage."""

    page_id: str

    kind = Kind.STATUSPAGE
    asks_for = "API key"


@dataclass(frozen=True, slots=True)
class SendgridAccount(ApiAccount):
    """A SendGrid account; mail comes from `sender`."""

    sender: str

    kind = Kind.SENDGRID
    asks_for = "API key"


@dataclass(frozen=True, slots=True)
class PagerdutyAccount(ApiAccount):
    """A PagerDuty account; `sender` is the address of one of its users, as whom everything is written."""

    sender: str

    kind = Kind.PAGERDUTY
    asks_for = "API key"


@dataclass(frozen=True, slots=True)
class SmtpAccount(Account):
    """A mail server; mail comes from `sender`. `security` *none* is for this computer alone; `ca_file` holds an authority of one's own."""

    server: str
    port: int
    security: str
    username: str | None
    sender: str
    ca_file: str | None

    kind = Kind.SMTP
    asks_for = "password"

    @property
    def host(self) -> str:
        """As in `Account`."""
        return self.server

    @property
    def needs_credential(self) -> bool:
        """A server that asks for no name asks for no password."""
        return self.username is not None


@dataclass(frozen=True, slots=True)
class ExecutivesAccount(Account):
    """Who gets the executive notification: readers, whose mail the account `via` carries, and a Slack channel (name or id). One of both is there."""

    to: tuple[str, ...]
    via: str
    slack_channel: str | None = None

    kind = Kind.EXECUTIVES


@dataclass(frozen=True, slots=True)
class CustomersAccount(Account):
    """The file of customers (CSV, columns email and name), and which account carries their mail."""

    file: str
    via: str

    kind = Kind.CUSTOMERS


@dataclass(frozen=True, slots=True)
class StaticPageAccount(Account):
    """A status page that the program writes itself into a folder; `url` is where readers find it."""

    folder: str
    title: str | None
    url: str | None

    kind = Kind.STATIC_PAGE


@dataclass(frozen=True, slots=True)
class ProxyAccount(Account):
    """The proxy through which https goes out. Without it connections are made directly, whatever the environment says."""

    url: str
    username: str | None

    kind = Kind.PROXY
    asks_for = "password"

    @property
    def host(self) -> str:
        """As in `Account`."""
        return host_of(self.url)

    @property
    def needs_credential(self) -> bool:
        """A proxy that asks for no name asks for no password."""
        return self.username is not None


@dataclass(frozen=True, slots=True)
class Connections:
    """All accounts, in the order of the file."""

    accounts: tuple[Account, ...] = ()

    def named(self, name: str) -> Account | None:
        """The account of that name."""
        return next((one for one in self.accounts if one.name == name), None)

    def of(self, kind: Kind) -> tuple[Account, ...]:
        """All accounts of a kind."""
        return tuple(one for one in self.accounts if one.kind is kind)

    @property
    def workspace(self) -> SlackAccount | None:
        """The first Slack account that reaches every channel."""
        accounts = (one for one in self.accounts if isinstance(one, SlackAccount))
        return next((one for one in accounts if not one.is_webhook), None)
