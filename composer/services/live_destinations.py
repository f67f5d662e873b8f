"""What carries messages in live mode: a destination for each account of connections.toml, each with its credential from the keyring, read when something is sent."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import cast

from composer.clock import Clock
from composer.connections.accounts import (
    Account,
    Connections,
    PagerdutyAccount,
    SendgridAccount,
    SlackAccount,
    SmtpAccount,
    StaticPageAccount,
    StatuspageAccount,
)
from composer.connections.addresses import address_of
from composer.connections.credentials import Credentials
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState
from composer.domain.plan import Plan
from composer.paths import HomePaths
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
from composer.publishing.port import Destination
from composer.publishing.smtp import OpenSmtp, Security, open_smtp
from composer.publishing.wall import Wall
from composer.rendering import mail_payload
from composer.services.made_channel import makes_channel
from composer.services.proxy_in_use import proxy_of

# Statuspage: 60 requests a minute and token, counted over the last minute; a delivery makes three.
STATUSPAGE_EVERY_S, STATUSPAGE_BURST = 1.2, 10
# Slack counts by method; the one limit that matters for a post is kept where it is made.
SLACK_EVERY_S, SLACK_BURST = 0.05, 20


class LiveDestinations:
    """The accounts' destinations. Connections are opened when the first message leaves. `deliveries` gives those about one incident, in order; `others` what is known of the incidents
    on an account's page. Both are for what is sent, and not for a check."""

    def __init__(
        self,
        home: HomePaths,
        plan: Plan,
        clock: Clock,
        connections: Connections,
        credentials: Credentials,
        deliveries: Callable[[str], Sequence[Delivery]] = lambda incident_id: (),
        others: Callable[[str], Others] = lambda account: NobodyElse(),
    ) -> None:
        self._home = home
        self._others = others
        self._plan = plan
        self._clock = clock
        self._connections = connections
        self._credentials = credentials
        self._deliveries = deliveries
        self._opening = threading.Lock()
        self._opened: HttpWire | None = None

    @cached_property
    def by_account(self) -> Mapping[str, Destination]:
        """What carries each account's messages, by its name."""
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

    def close(self) -> None:
        """Close every connection."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

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


def _was_adopted(one: Delivery) -> bool:
    """Whether it was said elsewhere and adopted: sent, and never tried from here. It was there before whatever waits, though it was stored later."""
    return one.state is DeliveryState.SENT and not one.attempts
