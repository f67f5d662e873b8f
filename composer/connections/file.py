"""connections.toml into accounts, with every mistake told by file, line and key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field, StringConstraints, ValidationError, model_validator

from composer.connections.accounts import (
    Account,
    Connections,
    CustomersAccount,
    ExecutivesAccount,
    Kind,
    PagerdutyAccount,
    ProxyAccount,
    SendgridAccount,
    SlackAccount,
    SmtpAccount,
    StaticPageAccount,
    StatuspageAccount,
)
from composer.connections.addresses import (
    base_url,
    channel_in_slack,
    host,
    is_this_computer,
    mailbox,
    proxy_url,
)
from composer.domain.errors import InvalidInputError, Problem
from composer.domain.sayings import Code, changed, told
from composer.logs import mask_secrets
from composer.toml.document import Table, TomlDocument, nearest, problems_of, to_domain
from composer.toml.text import UnreadableFileError, decode, read_text_file

SECRET_WORDS = frozenset(
    {"token", "api_key", "apikey", "key", "password", "secret", "webhook", "webhook_url", "routing_key"}
)
"""Keys by which people mean a secret. None may stand in the file."""

_BaseUrl = Annotated[str, AfterValidator(base_url)]
_Mailbox = Annotated[str, AfterValidator(mailbox)]
_Text = Annotated[str, StringConstraints(min_length=1)]
_MailAccount = Annotated[str, StringConstraints(pattern=r"^(smtp|sendgrid)(\.[A-Za-z0-9_-]+)?$")]


class ConnectionsError(InvalidInputError):
    """connections.toml, or what was given for it, does not say what it must."""


class _Slack(Table):
    base_url: _BaseUrl | None = None
    invite: list[Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{3,30}$")]] = Field(default_factory=list)
    via: Literal["api", "webhook"] = "api"
    makes: ClassVar[Any] = SlackAccount

    @property
    def usual_url(self) -> str:
        return "https://hooks.slack.com" if self.via == "webhook" else "https://slack.com/api"


class _Statuspage(Table):
    base_url: _BaseUrl = "https://api.statuspage.io/v1"
    page_id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$")]
    makes: ClassVar[Any] = StatuspageAccount


class _Sendgrid(Table):
    base_url: _BaseUrl = "https://api.sendgrid.com/v3"
    sender: _Mailbox = Field(alias="from")
    makes: ClassVar[Any] = SendgridAccount


class _Pagerduty(Table):
    base_url: _BaseUrl = "https://api.pagerduty.com"
    sender: _Mailbox = Field(alias="from")
    makes: ClassVar[Any] = PagerdutyAccount


class _Smtp(Table):
    server: Annotated[str, AfterValidator(host)] = Field(alias="host")
    port: int = Field(ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    username: _Text | None = None
    sender: _Mailbox = Field(alias="from")
    ca_file: _Text | None = None
    makes: ClassVar[Any] = SmtpAccount

    @model_validator(mode="after")
    def _none_is_for_this_computer(self) -> _Smtp:
        if self.security == "none" and not is_this_computer(self.server):
            raise ValueError(told(Code.SECURITY_NONE))
        return self


class _Executives(Table):
    to: list[_Mailbox] = Field(default=[], min_length=1)
    via: _MailAccount = "smtp"
    slack_channel: Annotated[str, AfterValidator(channel_in_slack)] | None = None
    makes: ClassVar[Any] = ExecutivesAccount

    @model_validator(mode="after")
    def _somebody_reads_it(self) -> _Executives:
        if not self.to and self.slack_channel is None:
            raise ValueError(told(Code.NEEDS_TO))
        return self


class _Customers(Table):
    file: _Text = "customers.csv"
    via: _MailAccount = "sendgrid"
    makes: ClassVar[Any] = CustomersAccount


class _StaticPage(Table):
    folder: _Text
    title: _Text | None = None
    url: _BaseUrl | None = None
    makes: ClassVar[Any] = StaticPageAccount


class _Proxy(Table):
    url: Annotated[str, AfterValidator(proxy_url)]
    username: _Text | None = None
    makes: ClassVar[Any] = ProxyAccount


TABLES: dict[Kind, type[Table]] = {
    Kind.SLACK: _Slack,
    Kind.STATUSPAGE: _Statuspage,
    Kind.SENDGRID: _Sendgrid,
    Kind.PAGERDUTY: _Pagerduty,
    Kind.SMTP: _Smtp,
    Kind.EXECUTIVES: _Executives,
    Kind.CUSTOMERS: _Customers,
    Kind.STATIC_PAGE: _StaticPage,
    Kind.PROXY: _Proxy,
}
_ONLY_ONE = {Kind.EXECUTIVES, Kind.CUSTOMERS, Kind.PROXY}


def keys_of(kind: Kind) -> list[str]:
    """The keys that a table of that kind may have."""
    return [field.alias or name for name, field in TABLES[kind].model_fields.items()]


def load_connections(path: Path) -> tuple[Connections, tuple[Problem, ...]]:
    """The accounts of the file, and what is wrong with it: an account with a mistake is left out. A missing file is no problem."""
    try:
        text = read_text_file(path, path.name)
    except UnreadableFileError as error:
        return Connections(), () if not path.exists() else (error.problem,)
    return parse_connections(text, path.name)


def parse_connections(text: str, name: str) -> tuple[Connections, tuple[Problem, ...]]:
    """As `load_connections`, from the text of a file."""
    try:
        document = TomlDocument(decode(text.encode("utf-8", "surrogatepass"), name), name)
    except UnreadableFileError as error:
        return Connections(), (error.problem,)
    problems = list(document.problems)
    accounts: list[Account] = []
    for key, table in document.values.items():
        if key not in set(Kind) or not isinstance(table, dict):
            what = told(Code.UNKNOWN_TABLE, key=key, hint=nearest(key, Kind))
            problems.append(
                Problem(document.place(key), what if key not in set(Kind) else told(Code.EXPECTED_TABLE))
            )
            continue
        kind = Kind(key)
        for path, values in _tables(kind, table):
            account, wrong = _read(document, kind, path, values)
            problems += wrong
            if account is not None:
                accounts.append(account)
    return Connections(tuple(accounts)), tuple(
        Problem(one.place, changed(one.text, mask_secrets)) for one in problems
    )


def _tables(kind: Kind, table: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """A kind's own table, and those of its further accounts."""
    own = {key: value for key, value in table.items() if not isinstance(value, dict)}
    more = {key: value for key, value in table.items() if isinstance(value, dict)}
    if own or not more:
        yield (kind.value,), own
    for key, values in more.items():
        yield (kind.value, key), values


def _read(
    document: TomlDocument, kind: Kind, path: tuple[str, ...], values: dict[str, Any]
) -> tuple[Account | None, list[Problem]]:
    if len(path) > 1 and kind in _ONLY_ONE:
        return None, [Problem(document.place(*path), told(Code.ONLY_ONE, kind=kind.value, name=path[1]))]
    if not all(part.replace("-", "").replace("_", "").isalnum() and part.isascii() for part in path):
        return None, [Problem(document.place(*path), told(Code.NAME_AFTER_DOT))]
    secrets = [key for key in values if key.lower() in SECRET_WORDS]
    if secrets:
        text = told(Code.SECRET_IN_FILE)
        return None, [Problem(document.place(*path, key), text) for key in secrets]
    model = TABLES[kind]
    try:
        read = model.model_validate(values)
    except ValidationError as error:
        return None, problems_of(error, document, model, *path)
    if isinstance(read, _Slack) and read.base_url is None:
        read = read.model_copy(update={"base_url": read.usual_url})
    account: Account = to_domain(read, name=".".join(path))
    return account, []
