"""What is connected, in words: for the top bar, the connections themselves, and the question before LIVE."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from composer.connections.accounts import (
    Account,
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
from composer.domain.channel import Channel
from composer.services.core import Services
from composer.services.reach import Reachable, Readers
from ui import sayings
from ui.language import number, utc_and_local

BAR = (Channel.SLACK, Channel.STATUS_PAGE, Channel.EMAIL, Channel.PAGERDUTY)
"""What the top bar shows, in its order."""
_KINDS = {
    Channel.SLACK: (Kind.SLACK,),
    Channel.STATUS_PAGE: (Kind.STATUSPAGE, Kind.STATIC_PAGE),
    Channel.EMAIL: (Kind.CUSTOMERS, Kind.SENDGRID, Kind.SMTP),
    Channel.PAGERDUTY: (Kind.PAGERDUTY,),
}


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


@dataclass(frozen=True, slots=True)
class BarState:
    """One connection as the top bar shows it: connected, and whether something was missing when it was last checked."""

    connected: bool
    troubled: bool
    words: str


def bar_states(services: Services) -> tuple[BarState, ...]:
    """The four of the top bar, as the mode in force has them. Asks nobody, and reads nothing."""
    if services.practice:
        return tuple(BarState(False, False, tr("practice, on this computer")) for _ in BAR)
    return tuple(_bar_state(services, channel) for channel in BAR)


def _bar_state(services: Services, channel: Channel) -> BarState:
    if channel not in services.connected:
        return BarState(False, False, tr("not connected, by hand"))
    known = [one for one in services.reach if one.account.kind in _KINDS[channel]]
    missing = [sayings.problem(one.readers.trouble) for one in known if one.readers and one.readers.trouble]
    missing += [sayings.words(said) for one in known if one.check for said in one.check.said.missing]
    if missing:
        return BarState(True, True, tr("connected, and something is missing: {what}").format(what=missing[0]))
    checked = [one.check.at for one in known if one.check is not None]
    if not checked or len(checked) < len(known):
        return BarState(True, False, tr("connected, not checked yet"))
    at = utc_and_local(min(checked), now=services.clock.now())
    return BarState(True, False, tr("connected, checked {time}").format(time=at))


def kind_name(kind: Kind) -> str:
    """A kind of connection as a person reads it."""
    return {
        Kind.SLACK: "Slack",
        Kind.STATUSPAGE: "Statuspage",
        Kind.SENDGRID: "SendGrid",
        Kind.PAGERDUTY: "PagerDuty",
        Kind.SMTP: "SMTP",
        Kind.CUSTOMERS: tr("Customers"),
        Kind.EXECUTIVES: tr("Executives"),
        Kind.STATIC_PAGE: tr("Static status page"),
        Kind.PROXY: tr("Proxy"),
    }[kind]


def credential_name(kind: Kind) -> str:
    """What a kind's service asks for, as a person knows it; empty where it asks for nothing."""
    return {
        Kind.SLACK: tr("token"),
        Kind.STATUSPAGE: tr("API key"),
        Kind.SENDGRID: tr("API key"),
        Kind.PAGERDUTY: tr("API key"),
        Kind.SMTP: tr("password"),
        Kind.PROXY: tr("password"),
    }.get(kind, "")


def account_name(account: Account) -> str:
    """`Statuspage`, or `Statuspage (eu)` for a second one."""
    _, _, rest = account.name.partition(".")
    return f"{kind_name(account.kind)} ({rest})" if rest else kind_name(account.kind)


def readers_words(readers: Readers, now: datetime) -> str:
    """How many readers, and how old their file is."""
    parts = [] if readers.trouble else [count_words(readers.count)]
    if readers.file is not None:
        parts.append(readers.file)
    if readers.file_at is not None:
        parts.append(age_words(now - readers.file_at))
    return " · ".join(parts)


def count_words(count: int) -> str:
    """`1,204 readers`."""
    return tr("1 reader") if count == 1 else tr("{count} readers").format(count=number(count))


def age_words(age: object) -> str:
    """How old a file is, roughly."""
    minutes = int(age.total_seconds() // 60)  # type: ignore[attr-defined]
    if minutes < 60:
        return tr("changed within the hour")
    hours = minutes // 60
    if hours < 48:
        return tr("changed {count} h ago").format(count=hours)
    return tr("changed {count} days ago").format(count=hours // 24)


def about(found: Reachable, now: datetime) -> str:
    """What an account is: workspace, page, server, list. Nothing of it is secret."""
    account, said = found.account, found.check.said if found.check else None
    facts = [sayings.words(one) for one in said.facts] if said is not None else []
    match account:
        case SlackAccount():
            where = tr("webhook at {host}") if account.is_webhook else "{host}"
            first = facts[0].rstrip(".") if facts and not account.is_webhook else ""
            return first or where.format(host=account.host)
        case StatuspageAccount():
            known = [one.rstrip(".") for one in facts] or [tr("page {id}").format(id=account.page_id)]
            return " · ".join(known)
        case SendgridAccount():
            return tr("from {sender}").format(sender=account.sender)
        case PagerdutyAccount():
            return tr("acting as {sender}").format(sender=account.sender)
        case SmtpAccount():
            how = {"starttls": "STARTTLS", "tls": "TLS"}.get(account.security, tr("not encrypted"))
            return tr("{server}:{port}, {how}, from {sender}").format(
                server=account.server, port=account.port, how=how, sender=account.sender
            )
        case CustomersAccount() | ExecutivesAccount():
            parts = [readers_words(found.readers, now) if found.readers else ""]
            in_slack = account.slack_channel if isinstance(account, ExecutivesAccount) else None
            if isinstance(account, CustomersAccount) or account.to:
                parts.append(tr("by {account}").format(account=account.via))
            if in_slack:
                parts.append(tr("Slack {name}").format(name=in_slack))
            return " · ".join(part for part in parts if part)
        case StaticPageAccount():
            return account.url or account.folder
        case ProxyAccount():
            return account.url
        case _:
            return account.host or ""


def reach_lines(found: tuple[Reachable, ...], now: datetime) -> list[tuple[str, str]]:
    """Who can be reached once the mode is LIVE: a name and whom it reaches, a line a connection that reaches somebody."""
    lines = []
    lists = (one.account for one in found if getattr(one.account, "to", True))  # not a Slack channel alone
    carriers = {one.via for one in lists if hasattr(one, "via")}
    for one in found:
        kind = one.account.kind
        if kind is Kind.PROXY or (kind in (Kind.SENDGRID, Kind.SMTP) and one.account.name in carriers):
            continue  # it stands in the line of those who are mailed by it
        words = about(one, now)
        if kind in (Kind.SENDGRID, Kind.SMTP):
            words = tr("{what}; no list of readers uses it yet").format(what=words)
        if one.readers is not None and one.readers.trouble:
            words = f"{words}: {sayings.problem(one.readers.trouble)}"
        lines.append((account_name(one.account), words))
    return lines
