"""Where messages go in live mode: the accounts of connections.toml, each with its credential from the keyring, read when something is sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import cast

from composer.clock import Clock
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
from composer.connections.addresses import address_of
from composer.connections.credentials import Credentials
from composer.domain.channel import Channel
from composer.domain.delivery import SAID, Delivery, DeliveryKind, DeliveryState
from composer.domain.errors import UserFacingError
from composer.domain.incident import Incident
from composer.domain.plan import Plan
from composer.domain.sayings import Code, Said
from composer.paths import HomePaths
from composer.publishing.answers import as_said
from composer.publishing.api import Api
from composer.publishing.destinations.pagerduty import PagerDuty
from composer.publishing.destinations.sendgrid import Sendgrid, Words
from composer.publishing.destinations.slack import SlackWorkspace
from composer.publishing.destinations.slack_webhook import SlackWebhook
from composer.publishing.destinations.smtp_mail import SmtpMail, SmtpServer
from composer.publishing.destinations.static_page import StaticPage
from composer.publishing.destinations.statuspage import Statuspage
from composer.publishing.http import HttpWire, Proxy
from composer.publishing.pacing import Pace
from composer.publishing.page_components import PageComponents
from composer.publishing.page_others import NobodyElse, Others
from composer.publishing.port import (
    Checkable,
    Checked,
    Destination,
    FindsChannels,
    KnowsComponents,
    NotAccepted,
)
from composer.publishing.smtp import OpenSmtp, Security, open_smtp
from composer.publishing.wall import Wall
from composer.rendering import mail_payload
from composer.rendering.slack_channel import is_channel_id
from composer.services.freezing import WITHDRAWN, Way
from composer.services.made_channel import makes_channel
from composer.services.mail_lists import LISTS, MailLists
from composer.services.proxy_in_use import proxy_of
from composer.services.ways_out import CLIPBOARD

# Statuspage: 60 requests a minute and token, counted over the last minute; a delivery makes three.
STATUSPAGE_EVERY_S, STATUSPAGE_BURST = 1.2, 10
# Slack counts by method; the one limit that matters for a post is kept where it is made.
SLACK_EVERY_S, SLACK_BURST = 0.05, 20


class LiveWays:
    """The ways out of live mode. Connections are opened when the first message leaves. `deliveries` gives those about one incident, in order; `others` what is known of the incidents
    on an account's page. Both are for what is sent, as `slack_channels` are for a check: those of the incidents that run, whose members are counted."""

    def __init__(
        self,
        home: HomePaths,
        plan: Plan,
        clock: Clock,
        connections: Connections,
        credentials: Credentials,
        deliveries: Callable[[str], Sequence[Delivery]] = lambda incident_id: (),
        others: Callable[[str], Others] = lambda account: NobodyElse(),
        slack_channels: Sequence[str] = (),
    ) -> None:
        self._home = home
        self._slack_channels = tuple(slack_channels)
        self._others = others
        self._plan = plan
        self._clock = clock
        self._connections = connections
        self._credentials = credentials
        self._deliveries = deliveries
        self._opening = threading.Lock()
        self._opened: HttpWire | None = None

    @property
    def connected(self) -> frozenset[Channel]:
        """The channels that have an account; a text to copy needs none."""
        found = {Channel.COPY, *(channel for channel in LISTS if self.mail_lists.carried(channel))}
        if self._executives_in_slack and self._workspace is not None:
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
        organisation = self._plan.organisation
        return MailLists(self._connections, self._home, f"{organisation.name} <{organisation.support_email}>")

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
        account = "live.slack" if self._workspace is None else self._workspace.name
        return [Way(account, name, slack_channel=name)]

    def destinations(self) -> Mapping[str, Destination]:
        """What carries each account's messages."""
        return self._destinations

    def page_lacks(self) -> Mapping[str, Sequence[str]]:
        """The keys of the plan's components that each page lacks, as was last read of it."""
        found = {
            name: one.lacks() for name, one in self._destinations.items() if isinstance(one, KnowsComponents)
        }
        return {name: keys for name, keys in found.items() if keys}

    def check(self, account: Account) -> Checked:
        """What an account can do, asked of its service; nobody is sent anything."""
        try:
            destination: object = self.destinations().get(account.name)
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
            self._proxy()
            return Checked((Said.of(Code.THROUGH_PROXY, host=str(account.host)),))
        return Checked()

    def _check_readers(self, account: CustomersAccount | ExecutivesAccount) -> Checked:
        if self._connections.named(account.via) is None:
            return Checked(missing=(Said.of(Code.NO_CARRIER, account=account.via),))
        count = len(self.mail_lists[_CHANNELS[account.kind]].recipients)
        return Checked((Said.of(Code.READERS, count=count, account=account.via),), reaches=count)

    def _check_executives(self, account: ExecutivesAccount) -> Checked:
        said = self._check_readers(account) if account.to else Checked()
        if account.slack_channel is None:
            return said
        if self._workspace is None:
            lacking = Said.of(Code.NO_WORKSPACE, channel=account.slack_channel)
            return Checked(said.facts, (*said.missing, lacking), said.reaches)
        destination: object = self.destinations()[self._workspace.name]
        found = destination.finds(account.slack_channel) if isinstance(destination, FindsChannels) else None
        if isinstance(found, NotAccepted):
            return Checked(said.facts, (*said.missing, as_said(found)), said.reaches)
        channel, workspace = account.slack_channel, self._workspace.name
        if found is None:
            there = Said.of(Code.IN_CHANNEL, channel=channel, account=workspace)
            return Checked((*said.facts, there), said.missing, said.reaches)
        fact = Said.of(Code.IN_CHANNEL_OF, count=found, channel=channel, account=workspace)
        # Where they get mail too, those are the same people.
        return Checked((*said.facts, fact), said.missing, found if said.reaches is None else said.reaches)

    def close(self) -> None:
        """Close every connection."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    # --- accounts ----------------------------------------------------------------------------------------------

    def _slacks_of(self, incident: Incident) -> list[SlackAccount]:
        """The Slack accounts that take an incident's posts: all. A channel that a person named by its id is one of the first workspace."""
        accounts = [one for one in self._connections.accounts if isinstance(one, SlackAccount)]
        if incident.security:  # who reads along where a webhook posts is not known
            accounts = [one for one in accounts if not one.is_webhook]
        if not is_channel_id(incident.slack_channel):
            return accounts
        return [one for one in accounts if one.is_webhook or one == self._workspace]

    @property
    def _workspace(self) -> SlackAccount | None:
        """The first Slack account that reaches every channel."""
        accounts = (one for one in self._connections.accounts if isinstance(one, SlackAccount))
        return next((one for one in accounts if not one.is_webhook), None)

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
            knows_people=account in (self._workspace, self._connections.of(Kind.SLACK)[0]),
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

    @cached_property
    def _destinations(self) -> dict[str, Destination]:
        found: dict[str, Destination] = {}
        for account in self._connections.accounts:
            match account:
                case SlackAccount():
                    found[account.name] = self._slack_destination(account)
                case StatuspageAccount():
                    found[account.name] = self._statuspage(account)
                case StaticPageAccount():
                    found[account.name] = self._static_page(account)
                case SendgridAccount():
                    found[account.name] = Sendgrid(
                        self._api(account, account.base_url, every_s=0.01, burst=100),
                        Words(mail_payload.mail_for_all, mail_payload.marks_for),
                        address_of(account.sender),
                    )
                case SmtpAccount():
                    found[account.name] = self._smtp(account)
                case PagerdutyAccount():
                    headers = {
                        "Accept": "application/vnd.pagerduty+json;version=2",
                        "Content-Type": "application/json",
                        "From": address_of(account.sender),
                    }
                    api = self._api(
                        account,
                        account.base_url,
                        every_s=0.1,
                        burst=20,
                        scheme="Token token=",
                        headers=headers,
                    )
                    found[account.name] = PagerDuty(api, address_of(account.sender))
                case _:
                    continue
        return found

    def _api(
        self,
        account: Account,
        base_url: str,
        *,
        every_s: float,
        burst: int,
        scheme: str = "Bearer ",
        headers: Mapping[str, str] | None = None,
    ) -> Api:
        pace = Pace(self._clock, every_s=every_s, burst=burst)
        return Api(
            self._wire_of(account), base_url, self._credential(account), pace, scheme=scheme, headers=headers
        )

    def _smtp(self, account: SmtpAccount) -> Destination:
        server = SmtpServer(
            host=account.server,
            port=account.port,
            security=cast("Security", account.security),
            sender=address_of(account.sender),
            username=account.username,
            password=self._credential(account) if account.needs_credential else None,
            ca_file=None
            if account.ca_file is None
            else str(self._home.root / Path(account.ca_file).expanduser()),
        )
        return SmtpMail(Wall(practice=False), server, mail_payload.mail_for, self._opened_smtp)

    def _slack_destination(self, account: SlackAccount) -> Destination:
        if account.is_webhook:
            return SlackWebhook(self._wire_of(account), self._credential(account))
        api = self._api(account, account.base_url, every_s=SLACK_EVERY_S, burst=SLACK_BURST)

        def channel_of(incident_id: str, slack_channel: str) -> str | None:
            """The id of the channel of that name that was made for an incident."""
            for one in self._sent(incident_id):
                if one.account == account.name and makes_channel(one, slack_channel):
                    return one.vendor_id
            return None

        def is_first(delivery: Delivery) -> bool:
            """Whether a message is the first one in a channel that was made for the incident."""
            if delivery.channel is not Channel.SLACK:
                return False  # what executives read in a channel of their own
            sent = [one for one in self._sent(delivery.incident_id) if one.channel is Channel.SLACK]
            kinds = [one.kind for one in sent if one.account == account.name and one.id != delivery.id]
            return DeliveryKind.CREATE_SLACK_CHANNEL in kinds and DeliveryKind.MESSAGE not in kinds

        return SlackWorkspace(api, channel_of, self._clock, invite=account.invite, is_to_be_pinned=is_first)

    def _sent(self, incident_id: str) -> list[Delivery]:
        return [one for one in self._deliveries(incident_id) if one.state is DeliveryState.SENT]

    def _statuspage(self, account: StatuspageAccount) -> Destination:
        api = self._api(
            account, account.base_url, every_s=STATUSPAGE_EVERY_S, burst=STATUSPAGE_BURST, scheme="OAuth "
        )
        names = {component.key: component.name for component in self._plan.components}
        # By the page too: what was read of one must never be taken for another.
        file = self._home.cache / f"{account.name}.{account.page_id}.json"
        components = PageComponents(file, names, self._clock)

        def earlier(delivery: Delivery) -> list[Delivery]:
            """Deliveries about the same incident to the same page that were stored before; one that is not stored yet comes after all."""
            return [
                one
                for one in self._deliveries(delivery.incident_id)
                if one.account == account.name
                and one.id != delivery.id
                and one.kind is not DeliveryKind.POSTMORTEM  # it is no update
                and (not delivery.sequence or one.sequence < delivery.sequence or _was_adopted(one))
            ]

        others = self._others(account.name)
        return Statuspage(api, account.page_id, components, earlier, self._clock, others)

    def _static_page(self, account: StaticPageAccount) -> Destination:
        plan, organisation = self._plan, self._plan.organisation
        return StaticPage(
            self._home.root / Path(account.folder).expanduser(),
            account.title or organisation.status_page_title,
            account.url,
            organisation.name,
            [(component.key, component.name) for component in plan.components],
            plan.words,
            practice=False,
            clock=self._clock,
            language=plan.language,
        )

    # --- wires -------------------------------------------------------------------------------------------------

    def _credential(self, account: Account) -> Callable[[], str]:
        return lambda: self._credentials.read(account)

    def _wire_of(self, account: Account) -> Callable[[], HttpWire]:  # noqa: ARG002 - a dry run has one for each
        """What gives the wire that an account's requests leave by."""
        return self._wire

    _opened_smtp: OpenSmtp = staticmethod(open_smtp)
    """What opens the line to a mail server."""

    def _wire(self) -> HttpWire:
        """The one HTTP wire, opened when it is first needed: that takes a moment, and may ask the keyring for the proxy's password."""
        with self._opening:
            if self._opened is None:
                self._opened = HttpWire(Wall(practice=False), proxy=self._proxy())
            return self._opened

    def _proxy(self) -> Proxy | None:
        return proxy_of(self._connections, self._credentials)


def _page_name(account: Account) -> str:
    """What a person reads as the destination of an update; it stays the same, since order is kept by it."""
    if isinstance(account, StatuspageAccount):
        return f"{account.name} {account.page_id}"
    return account.url or account.folder if isinstance(account, StaticPageAccount) else account.name


def _was_adopted(one: Delivery) -> bool:
    """Whether it was said elsewhere and adopted: sent, and never tried from here. It was there before whatever waits, though it was stored later."""
    return one.state is DeliveryState.SENT and not one.attempts


_CHANNELS = {kind: channel for channel, kind in LISTS.items()}


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
