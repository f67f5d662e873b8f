"""Where messages go in live mode: which account and list of connections.toml each channel's messages about an incident take."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from composer.connections.accounts import (
    Account,
    Connections,
    CustomersAccount,
    ExecutivesAccount,
    Kind,
    PagerdutyAccount,
    SendgridAccount,
    SlackAccount,
    SmtpAccount,
    StaticPageAccount,
    StatuspageAccount,
)
from composer.domain.channel import Channel
from composer.domain.delivery import SAID, Delivery, DeliveryState
from composer.domain.incident import Incident
from composer.domain.plan import Plan
from composer.paths import HomePaths
from composer.publishing.port import Destination, KnowsComponents
from composer.rendering.slack_channel import is_channel_id
from composer.services.freezing import WITHDRAWN, Way
from composer.services.live_destinations import LiveDestinations
from composer.services.made_channel import makes_channel
from composer.services.mail_lists import LISTS, MailLists, mail_lists_of
from composer.services.ways_out import CLIPBOARD


class LiveWays:
    """The ways out of live mode, through these destinations. `deliveries` gives those about one incident, in order."""

    def __init__(
        self,
        home: HomePaths,
        plan: Plan,
        connections: Connections,
        destinations: LiveDestinations,
        deliveries: Callable[[str], Sequence[Delivery]],
    ) -> None:
        self._home = home
        self._plan = plan
        self._connections = connections
        self._destinations = destinations
        self._deliveries = deliveries

    @property
    def connected(self) -> frozenset[Channel]:
        """The channels that have an account; a text to copy needs none."""
        found = {Channel.COPY, *(channel for channel in LISTS if self.mail_lists.carried(channel))}
        if self._executives_in_slack and self._connections.workspace is not None:
            found.add(Channel.EXECUTIVE)
        if self._connections.of(Kind.SLACK):
            found.add(Channel.SLACK)
        if self._pages:
            found.add(Channel.STATUS_PAGE)
        if self._pagerduty is not None:
            found.add(Channel.PAGERDUTY)
        return frozenset(found)

    @property
    def mail_accounts(self) -> tuple[str, ...]:
        """The accounts at mail servers and at SendGrid."""
        return tuple(
            one.name for one in self._connections.accounts if isinstance(one, SmtpAccount | SendgridAccount)
        )

    @cached_property
    def mail_lists(self) -> MailLists:
        """Who gets each channel's mail, and from whom it comes. The file of customers is read when it is asked for."""
        return mail_lists_of(self._home, self._plan, self._connections)

    def ways(self, channel: Channel, incident: Incident) -> Sequence[Way]:
        """Where a channel's messages about an incident go: to every page and every Slack workspace. What no account carries is for a person's hands."""
        if channel not in self.connected:
            return [_by_hand(channel, incident)]
        match channel:
            case Channel.SLACK:
                ways = [self._slack_way(one, incident) for one in self._slacks_of(incident)]
                return ways or [_by_hand(channel, incident)]
            case Channel.STATUS_PAGE:
                return [Way(one.name, _page_name(one)) for one in self._pages_of(incident)]
            case Channel.EMAIL | Channel.EXECUTIVE:
                if incident.security:  # who reads the executives' Slack channel is not known
                    return self._mail_ways(channel) or [_by_hand(channel, incident)]
                return [*self._mail_ways(channel), *self._slack_ways(channel)]
            case Channel.PAGERDUTY:
                account = self._pagerduty
                return [] if account is None else [Way(account.name, incident.pagerduty_incident or "")]
            case Channel.COPY:
                return [CLIPBOARD]

    def _mail_ways(self, channel: Channel) -> list[Way]:
        return [
            Way(one.via, _list_name(one))
            for one in self._connections.of(LISTS[channel])
            if isinstance(one, CustomersAccount) or (isinstance(one, ExecutivesAccount) and one.to)
        ]

    def _slack_ways(self, channel: Channel) -> list[Way]:
        """The executives' Slack channel. A webhook posts to its own channel, which is another one: without a workspace the post is for a person's hands."""
        name = self._executives_in_slack
        if channel is not Channel.EXECUTIVE or name is None:
            return []
        workspace = self._connections.workspace
        account = "live.slack" if workspace is None else workspace.name
        return [Way(account, name, slack_channel=name)]

    def destinations(self) -> Mapping[str, Destination]:
        """What carries each account's messages."""
        return self._destinations.by_account

    def page_lacks(self) -> Mapping[str, Sequence[str]]:
        """The keys of the plan's components that each page lacks, as was last read of it."""
        found = {
            name: one.lacks() for name, one in self.destinations().items() if isinstance(one, KnowsComponents)
        }
        return {name: keys for name, keys in found.items() if keys}

    def close(self) -> None:
        """Close every connection."""
        self._destinations.close()

    # --- accounts ----------------------------------------------------------------------------------------------

    def _slacks_of(self, incident: Incident) -> list[SlackAccount]:
        """The Slack accounts that take an incident's posts: all. A channel that a person named by its id is one of the first workspace."""
        accounts = [one for one in self._connections.accounts if isinstance(one, SlackAccount)]
        if incident.security:  # who reads along where a webhook posts is not known
            accounts = [one for one in accounts if not one.is_webhook]
        if not is_channel_id(incident.slack_channel):
            return accounts
        return [one for one in accounts if one.is_webhook or one == self._connections.workspace]

    @property
    def _executives_in_slack(self) -> str | None:
        accounts = (one for one in self._connections.accounts if isinstance(one, ExecutivesAccount))
        return next((one.slack_channel for one in accounts), None)

    @property
    def _pagerduty(self) -> PagerdutyAccount | None:
        return next((one for one in self._connections.accounts if isinstance(one, PagerdutyAccount)), None)

    def _slack_way(self, account: SlackAccount, incident: Incident) -> Way:
        """The way into one workspace: a person reads which, where it is not the only one by that name."""
        _, _, own = account.name.partition(".")
        where = "Slack webhook" if account.is_webhook else incident.slack_channel
        return Way(
            account.name,
            f"{where} ({own})" if own else where,
            makes_channels=not account.is_webhook,
            lacks_channel=self._lacks_channel(account, incident),
            knows_people=account in (self._connections.workspace, self._connections.of(Kind.SLACK)[0]),
        )

    def _lacks_channel(self, account: SlackAccount, incident: Incident) -> bool:
        """Whether the incident's channel was made in another workspace, and is neither made nor about to be made in this one."""
        made = [
            one
            for one in self._deliveries(incident.id)
            if makes_channel(one, incident.slack_channel) and one.account.partition(".")[0] == "slack"
        ]
        others = [one for one in made if one.account != account.name and one.state in SAID]
        return bool(others) and not any(one.account == account.name and one.state in SAID for one in made)

    @property
    def _pages(self) -> list[Account]:
        return [
            one
            for one in self._connections.accounts
            if isinstance(one, StatuspageAccount | StaticPageAccount)
        ]

    def _pages_of(self, incident: Incident) -> list[Account]:
        """The pages on which an incident has a place: all, but those from which it was withdrawn as wrong."""
        gone = {
            one.account
            for one in self._deliveries(incident.id)
            if one.channel is Channel.STATUS_PAGE
            and one.state is not DeliveryState.CANCELLED
            and json.loads(one.payload).get(WITHDRAWN)
        }
        # Where none is left, a text that is said all the same must not vanish.
        return [one for one in self._pages if one.name not in gone] or self._pages


def _page_name(account: Account) -> str:
    """What a person reads as the destination of an update; it stays the same, since order is kept by it."""
    if isinstance(account, StatuspageAccount):
        return f"{account.name} {account.page_id}"
    return account.url or account.folder if isinstance(account, StaticPageAccount) else account.name


def _list_name(account: CustomersAccount | ExecutivesAccount) -> str:
    return (
        "executives" if isinstance(account, ExecutivesAccount) else f"customers ({Path(account.file).name})"
    )


def _by_hand(channel: Channel, incident: Incident) -> Way:
    """The way of a text that a person sends: nothing carries it."""
    match channel:
        case Channel.SLACK:
            return Way("live.slack", incident.slack_channel)
        case Channel.STATUS_PAGE:
            return Way("live.status_page", "status page")
        case Channel.EMAIL:
            return Way("live.mail", "customers")
        case Channel.EXECUTIVE:
            return Way("live.mail", "executives")
        case Channel.PAGERDUTY:
            return Way("live.pagerduty", incident.pagerduty_incident or "")
        case Channel.COPY:
            return CLIPBOARD
