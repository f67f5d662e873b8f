"""Other people's outages: the external services of the plan, asked one at a time, politely, and never believed more than they say.

Who asks, and when, is up to the caller: `next_in_s` says when the next one is due, `look` asks it. Each is asked every few minutes (plan data, with jitter, so that not everybody asks at
once), with what it said about being unchanged. One that fails is asked more and more seldom; one that says when it wants to be asked again is not asked before.
"""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from composer.clock import Clock, SystemClock
from composer.connections.credentials import Credentials
from composer.connections.file import load_connections
from composer.domain.errors import UserFacingError, told_by
from composer.domain.health import ServiceHealth
from composer.domain.plan import ExternalService, Plan
from composer.domain.sayings import Code, told
from composer.feeds.reading import read, unknown
from composer.paths import HomePaths
from composer.publishing.fetching import FeedWire, Fetched, Marks
from composer.publishing.http import Proxy
from composer.services.proxy_in_use import proxy_of
from composer.services.supplier_choice import asked_services, stays_here

OLD_AFTER = 3
"""After so many intervals without an answer, what was read last says nothing of now: the computer slept, or the service wants to be left alone."""
LEAST_BETWEEN_S = 10.0
"""However often a person asks."""
LONGEST_PAUSE_S = 24 * 3_600.0
"""However long a service wants to be left alone."""


@dataclass(slots=True)
class _Watched:
    """One service, and what is known of it. `not_before` is when it may be asked again at the earliest by its own word; both on the monotonic clock."""

    service: ExternalService
    health: ServiceHealth
    next_at: float = 0.0
    not_before: float = 0.0
    failures: int = 0
    marks: Marks = field(default_factory=Marks)
    body: bytes | None = None
    address: str = ""


class Suppliers:
    """The external services of a plan that publish a feed, and how each is doing.

    In practice only those on this computer are asked; the others stand there as not asked. Safe to use from several threads: one feed is read at a time. `proxy` is asked for when the
    first feed is read, and may block; `chance` gives 0 to 1, for the jitter.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        practice: bool,
        clock: Clock | None = None,
        proxy: Callable[[], Proxy | None] = lambda: None,
        chance: Callable[[], float] = random.random,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self.plan = plan
        self._rules = plan.feeds
        self._walled = stays_here(practice=practice, environment=environment)
        self._clock: Clock = clock or SystemClock()
        self._proxy, self._chance = proxy, chance
        self._asking = threading.Lock()
        self._wire: FeedWire | None = None
        self._watched = [
            _Watched(one, unknown(one, told(Code.FEED_NOT_READ_YET), None))
            for one in asked_services(plan, only_here=self._walled)
        ]

    def close(self) -> None:
        """Close every connection; called when nothing is being read."""
        if self._wire is not None:
            self._wire.close()
            self._wire = None

    @property
    def asked(self) -> tuple[ServiceHealth, ...]:
        """How each service that is asked is doing, in the plan's order. What was read too long ago says nothing of now."""
        return tuple(self._today(one) for one in self._watched)

    @property
    def all(self) -> tuple[ServiceHealth, ...]:
        """The same with those that are not asked here."""
        asked = {id(one.service): health for one, health in zip(self._watched, self.asked, strict=True)}
        not_here = told(Code.FEED_NOT_IN_PRACTICE)
        return tuple(
            asked.get(id(one)) or unknown(one, not_here, None) for one in self.plan.services if one.feed
        )

    def next_in_s(self) -> float | None:
        """In how many seconds the next feed is due; None where there is none to ask."""
        now = self._clock.monotonic()
        return min((max(0.0, one.next_at - now) for one in self._watched), default=None)

    def hurry(self) -> None:
        """Let every feed be due now, but for one that was asked just now or wants to be left alone: a person asks."""
        for one in self._watched:
            one.next_at = one.not_before

    def look(self) -> bool:
        """Ask the feed that has been due for longest, and take in what it says; whether one was due. Blocks until it has answered or its time is over."""
        with self._asking:
            now = self._clock.monotonic()
            due = [one for one in self._watched if one.next_at <= now]
            if not due:
                return False
            self._ask(min(due, key=lambda one: one.next_at))
            return True

    # --- inside ---------------------------------------------------------------------------------------------------

    def _today(self, one: _Watched) -> ServiceHealth:
        read_at = one.health.read_at
        age = None if read_at is None else self._clock.now() - read_at
        if age is None or age <= timedelta(minutes=OLD_AFTER * self._rules.every_minutes):
            return one.health
        return unknown(one.service, told(Code.FEED_OLD), read_at)

    def _ask(self, one: _Watched) -> None:
        try:
            fetched = self._opened().fetch(one.service.feed or "", one.marks)
        except UserFacingError as trouble:
            self._failed(one, told_by(trouble))
            return
        if fetched.status == 200:
            one.body, one.marks, one.address = fetched.body, fetched.marks, fetched.address
        if fetched.status == 200 or (fetched.is_unchanged and one.body is not None):
            one.failures = 0
            # Read again where nothing has changed: an answer that stands still grows old.
            one.health = read(one.service, one.body or b"", self._clock.now(), one.address)
            self._again(one, self._rules.every_minutes * 60, fetched.again_in_s)
            return
        self._failed(one, told(Code.FEED_ANSWERED, status=str(fetched.status)), fetched)

    def _failed(self, one: _Watched, why: str, fetched: Fetched | None = None) -> None:
        """Nothing is known any more: what was true an interval ago need not be."""
        one.failures += 1
        one.marks, one.body = Marks(), None
        one.health = unknown(one.service, why, self._clock.now())
        pause = min(
            self._rules.every_minutes * 60 * 2.0 ** min(one.failures, 12), self._rules.slowest_minutes * 60
        )
        self._again(one, pause, None if fetched is None else fetched.again_in_s)

    def _again(self, one: _Watched, pause_s: float, wanted_s: float | None) -> None:
        now, spread = self._clock.monotonic(), self._rules.jitter_percent / 100
        one.not_before = now + min(max(LEAST_BETWEEN_S, wanted_s or 0.0), LONGEST_PAUSE_S)
        one.next_at = max(now + pause_s * (1 + spread * (2 * self._chance() - 1)), one.not_before)

    def _opened(self) -> FeedWire:
        if self._wire is None:
            proxy = None if self._walled else self._proxy()
            self._wire = FeedWire(practice=self._walled, wait_s=self._rules.wait_s, proxy=proxy)
        return self._wire


def suppliers_of(
    home: HomePaths, plan: Plan, *, practice: bool, credentials: Credentials | None = None
) -> Suppliers:
    """The suppliers of a plan, asked as a home's connections go out. Nothing is read or asked yet."""

    def proxy() -> Proxy | None:
        return proxy_of(load_connections(home.connections)[0], credentials or Credentials())

    return Suppliers(plan, practice=practice, proxy=proxy)
