"""Where messages go in practice: what carries each account, and which account and list a channel has."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Protocol

from composer import assets
from composer.clock import Clock
from composer.domain.channel import Channel
from composer.domain.incident import Incident
from composer.domain.plan import Plan
from composer.paths import HomePaths
from composer.publishing.destinations.mail_folder import MailFolder
from composer.publishing.destinations.pagerduty_transcript import PagerDutyTranscript
from composer.publishing.destinations.slack_transcript import SlackTranscript
from composer.publishing.destinations.static_page import StaticPage
from composer.publishing.port import Destination
from composer.rendering import mail_payload
from composer.services.freezing import MailList, Way

CLIPBOARD = Way("copy", "clipboard")
"""The way of texts that a person pastes; nothing carries them."""


class WaysOut(Protocol):
    """The ways out of one home and mode."""

    @property
    def connected(self) -> frozenset[Channel]:
        """The channels that the program can reach by itself."""
        ...

    @property
    def mail_lists(self) -> Mapping[Channel, MailList]:
        """Who gets each channel's mail, and from whom it comes."""
        ...

    @property
    def mail_accounts(self) -> tuple[str, ...]:
        """The accounts that carry mail: what one of them refuses, another one may take."""
        ...

    def destinations(self) -> Mapping[str, Destination]:
        """What carries each account's messages."""
        ...

    def ways(self, channel: Channel, incident: Incident) -> Sequence[Way]:
        """Where a channel's messages about an incident go: one delivery each."""
        ...

    def page_lacks(self) -> Mapping[str, Sequence[str]]:
        """The keys of the plan's components that each page's account lacks, as was last read of it. Asks no service."""
        ...

    def close(self) -> None:
        """Close every connection."""
        ...


class PracticeWays:
    """The ways out of practice, all on this computer; practice is always whole."""

    def __init__(self, home: HomePaths, plan: Plan, clock: Clock) -> None:
        self._home = home
        self._plan = plan
        self._clock = clock

    @property
    def connected(self) -> frozenset[Channel]:
        """Every channel."""
        return frozenset(Channel)

    @property
    def mail_accounts(self) -> tuple[str, ...]:
        """The one folder."""
        return ("practice.mail",)

    def page_lacks(self) -> Mapping[str, Sequence[str]]:
        """Nothing: the practice page has what the plan has."""
        return {}

    def close(self) -> None:
        """Nothing is kept open."""

    def destinations(self) -> dict[str, Destination]:
        """What carries each account's messages."""
        home, clock = self._home, self._clock
        mail = MailFolder(home.mail, lambda payload, recipient, _: mail_payload.mail_for(payload, recipient))
        return {
            "practice.slack": SlackTranscript(home.slack_transcript, clock),
            "practice.status_page": self.page,
            "practice.mail": mail,
            "practice.pagerduty": PagerDutyTranscript(home.pagerduty_transcript, clock),
        }

    @cached_property
    def page(self) -> StaticPage:
        """The practice status page."""
        plan, organisation = self._plan, self._plan.organisation
        return StaticPage(
            self._home.status_page,
            organisation.status_page_title,
            None,
            organisation.name,
            [(component.key, component.name) for component in plan.components],
            plan.words,
            practice=True,
            clock=self._clock,
            language=plan.language,
        )

    def ways(self, channel: Channel, incident: Incident) -> Sequence[Way]:
        """Where a channel's messages about an incident go."""
        match channel:
            case Channel.SLACK:
                return [Way("practice.slack", incident.slack_channel)]
            case Channel.STATUS_PAGE:
                return [Way("practice.status_page", "practice status page")]
            case Channel.EMAIL:
                return [Way("practice.mail", "customers")]
            case Channel.EXECUTIVE:
                return [Way("practice.mail", "executives")]
            case Channel.PAGERDUTY:
                return [Way("practice.pagerduty", incident.pagerduty_incident or "")]
            case Channel.COPY:
                return [CLIPBOARD]

    @cached_property
    def mail_lists(self) -> Mapping[Channel, MailList]:
        """Who gets each channel's mail, and from whom it comes."""
        organisation = self._plan.organisation
        sender = f"{organisation.name} <{organisation.support_email}>"
        lists = tomllib.loads(assets.read_text("resources", "practice.toml"))
        return {
            channel: MailList(sender, tuple((one["name"], one["email"]) for one in lists[key]))
            for channel, key in ((Channel.EMAIL, "customers"), (Channel.EXECUTIVE, "executives"))
        }
