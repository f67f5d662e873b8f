"""Where messages go: what carries each account, and which account and list a channel has."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cached_property

from composer import assets
from composer.clock import Clock
from composer.domain.channel import Channel
from composer.domain.incident import Incident
from composer.domain.plan import Plan
from composer.paths import HomePaths, Mode
from composer.publishing.destinations.mail_folder import MailFolder
from composer.publishing.destinations.pagerduty_transcript import PagerDutyTranscript
from composer.publishing.destinations.slack_transcript import SlackTranscript
from composer.publishing.destinations.static_page import StaticPage
from composer.publishing.port import Destination
from composer.rendering import mail_payload
from composer.services.freezing import MailList, Way


class WaysOut:
    """The ways out of one home and mode. Live services come with a later version; practice is always whole."""

    def __init__(self, home: HomePaths, mode: Mode, plan: Plan, clock: Clock) -> None:
        self._home = home
        self._mode = mode
        self._plan = plan
        self._clock = clock

    @property
    def _practice(self) -> bool:
        return self._mode is Mode.PRACTICE

    def destinations(self) -> dict[str, Destination]:
        """What carries each account's messages."""
        if not self._practice:
            return {}
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

    def way(self, channel: Channel, incident: Incident) -> Way:
        """Where a channel's messages about an incident go."""
        mode = self._mode.value
        match channel:
            case Channel.SLACK:
                return Way(f"{mode}.slack", incident.slack_channel)
            case Channel.STATUS_PAGE:
                return Way(f"{mode}.status_page", "practice status page" if self._practice else "status page")
            case Channel.EMAIL:
                return Way(f"{mode}.mail", "customers")
            case Channel.EXECUTIVE:
                return Way(f"{mode}.mail", "executives")
            case Channel.PAGERDUTY:
                return Way(f"{mode}.pagerduty", incident.pagerduty_incident or "")
            case Channel.COPY:
                return Way("copy", "clipboard")

    @cached_property
    def mail_lists(self) -> Mapping[Channel, MailList]:
        """Who gets each channel's mail, and from whom it comes."""
        organisation = self._plan.organisation
        sender = f"{organisation.name} <{organisation.support_email}>"
        if not self._practice:
            return {}
        lists = tomllib.loads(assets.read_text("resources", "practice.toml"))
        return {
            channel: MailList(sender, tuple((one["name"], one["email"]) for one in lists[key]))
            for channel, key in ((Channel.EMAIL, "customers"), (Channel.EXECUTIVE, "executives"))
        }
