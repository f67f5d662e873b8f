"""A home whose connections lead to services with a memory on this computer, and a keyring with one too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from composer.connections import credentials
from composer.paths import HomePaths, open_home
from composer.publishing.destinations import slack as slack_module
from composer.publishing.destinations import statuspage as statuspage_module
from composer.settings import Settings, save_settings
from tests.connections.memory_ring import MemoryRing
from tests.vendors import pagerduty, sendgrid, slack, statuspage
from tests.vendors.pagerduty import PagerDuty
from tests.vendors.sendgrid import Sendgrid
from tests.vendors.slack import Slack
from tests.vendors.smtp import SmtpServer
from tests.vendors.statuspage import PAGE, Statuspage

HERE = "127.0.0.1"
SECRETS = (slack.TOKEN, statuspage.API_KEY, sendgrid.API_KEY, pagerduty.API_KEY)
COMPONENTS = ("API", "Payments", "Search", "Notifications")


@dataclass
class LiveHome:
    """A home, its services and its keyring."""

    home: HomePaths
    slack: Slack
    page: Statuspage
    sendgrid: Sendgrid
    smtp: SmtpServer
    pagerduty: PagerDuty
    ring: MemoryRing = field(default_factory=MemoryRing)

    def connect_all(self, *, mode: str = "live", customers: int = 3) -> None:
        """Every service is connected, and so many customers are on the list."""
        (self.home.root / "customers.csv").write_text(
            "email,name\n" + "".join(f"c{n}@customer.example,Customer {n}\n" for n in range(customers)),
            encoding="utf-8",
        )
        self.home.connections.write_text(
            f"""
[slack]
base_url = "{self.slack.url}/api"
invite = ["U024BE7LH", "U024BE7LJ"]

[statuspage]
base_url = "{self.page.url}/v1"
page_id = "{PAGE}"

[sendgrid]
base_url = "{self.sendgrid.url}/v3"
from = "Support <support@acme.example>"

[smtp]
host = "{HERE}"
port = {self.smtp.port}
security = "none"
from = "Incidents <incidents@acme.example>"

[customers]
via = "sendgrid"

[executives]
to = ["Pat <pat@acme.example>", "ceo@acme.example"]

[pagerduty]
base_url = "{self.pagerduty.url}"
from = "{pagerduty.USER}"
""",
            encoding="utf-8",
        )
        for account, secret in zip(("slack", "statuspage", "sendgrid", "pagerduty"), SECRETS, strict=True):
            self.ring.kept[credentials.SERVICE, f"{account}@{HERE}"] = secret
        self.in_mode(mode)

    def in_mode(self, mode: str) -> None:
        """The window opens in this mode."""
        save_settings(self.home.settings, Settings("Kim Example", "kim@acme.example", mode=mode, hold_s=0))

    def holds(self, secret: str) -> list[Path]:
        """Every file of the home in which a secret stands."""
        return [
            one for one in self.home.root.rglob("*") if one.is_file() and secret.encode() in one.read_bytes()
        ]


@contextmanager
def live_home(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    """Services that run until the test is over; nothing is connected yet."""
    with ExitStack() as running:
        made = LiveHome(
            open_home(folder / "home"),
            running.enter_context(Slack()),
            running.enter_context(Statuspage(names=COMPONENTS)),
            running.enter_context(Sendgrid()),
            running.enter_context(SmtpServer()),
            running.enter_context(PagerDuty()),
        )
        patch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: made.ring,))
        patch.setattr(slack_module, "SETTLE_S", 0)
        patch.setattr(statuspage_module, "SETTLE_S", 0)
        yield made
