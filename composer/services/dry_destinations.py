"""The destinations of live mode on paper: the same accounts, whose wires take down what would leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from composer.clock import Clock
from composer.connections.accounts import (
    Account,
    Connections,
    Kind,
    PagerdutyAccount,
    ProxyAccount,
    SendgridAccount,
    SlackAccount,
    StatuspageAccount,
)
from composer.connections.credentials import Credentials
from composer.domain.plan import Plan
from composer.logs import MASK
from composer.paths import HomePaths
from composer.publishing.dry import mail_line
from composer.publishing.dry.foreseen import (
    Foresee,
    ForeseenSlack,
    ForeseenStatuspage,
    foreseen_pagerduty,
    foreseen_sendgrid,
    foreseen_webhook,
)
from composer.publishing.dry.run import OnPaper
from composer.publishing.dry.taken_down import HIDDEN_ADDRESS, TakenDown
from composer.publishing.http import HttpWire, Proxy
from composer.publishing.page_components import kept_components
from composer.publishing.wall import Wall
from composer.services.live_destinations import LiveDestinations


class DryDestinations(LiveDestinations):
    """The live destinations without a socket and without a credential. `names` gives the Slack channels that the run posts to."""

    def __init__(
        self,
        home: HomePaths,
        plan: Plan,
        clock: Clock,
        connections: Connections,
        taken: TakenDown,
        known: OnPaper,
        names: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(home, plan, clock, connections, Credentials(), known)
        self._taken = taken
        self._known = known
        self._names = names
        self._wires: list[HttpWire] = []
        self._opened_smtp = mail_line.on_paper(taken)

    def close(self) -> None:
        """Let go of what was made."""
        for wire in self._wires:
            wire.close()

    def _wire_of(self, account: Account) -> Callable[[], HttpWire]:
        answering = self._taken.answering(self._foresee(account))

        def wire() -> HttpWire:
            made = HttpWire(Wall(practice=False), proxy=self._proxy(), answering=answering)
            self._wires.append(made)
            return made

        return wire

    def _foresee(self, account: Account) -> Foresee:
        match account:
            case SlackAccount():
                return foreseen_webhook if account.is_webhook else ForeseenSlack(self._names)
            case StatuspageAccount():
                return ForeseenStatuspage(
                    account.name, lambda: self._known.all, lambda: self._components(account)
                )
            case SendgridAccount():
                return foreseen_sendgrid
            case PagerdutyAccount():
                return foreseen_pagerduty
        raise ValueError(f"nothing is sent to {account.name} over HTTP")

    def _components(self, account: StatuspageAccount) -> Sequence[Mapping[str, Any]]:
        """The page's components as they were last read; of a page that never was, names in place of its ids."""
        kept = kept_components(self._home.cache / f"{account.name}.{account.page_id}.json")
        return kept or [
            {"id": f"«id of the component {one.name}»", "name": one.name} for one in self._plan.components
        ]

    def _credential(self, account: Account) -> Callable[[], str]:
        """Never the real one: what is shown can't hold it."""
        hidden = account.kind is Kind.SLACK and isinstance(account, SlackAccount) and account.is_webhook
        return lambda: HIDDEN_ADDRESS if hidden else MASK

    def _proxy(self) -> Proxy | None:
        account = next((one for one in self._connections.accounts if isinstance(one, ProxyAccount)), None)
        return None if account is None else Proxy(account.url)
