"""Publishing: a round is stored, carried out, taken back, and what asks a person is decided."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, partial
from pathlib import Path

from composer import crash_points
from composer.clock import Clock
from composer.connections.accounts import Connections, ExecutivesAccount, Kind
from composer.connections.credentials import Credentials, MissingCredentialError, NoKeyringError
from composer.domain.channel import Channel
from composer.domain.delivery import (
    Delivery,
    DeliveryKind,
    DeliveryState,
    LetBe,
    MarkedByHand,
    SentAgain,
)
from composer.domain.errors import IllegalTransitionError, RefusedError, UserFacingError
from composer.domain.fields import FieldType
from composer.domain.findings import Finding
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.record import Bundle, Publish
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, told
from composer.paths import HomePaths, Mode
from composer.publishing.outbox import PATIENCE_S, Outbox
from composer.publishing.owners import Owner
from composer.services.asking import Asking
from composer.services.freezing import Setting, freeze
from composer.services.guarding import guard_of, learn_customers
from composer.services.letting_pass import permissions_of
from composer.services.mail_lists import NeedToKnow, for_one_mail
from composer.services.reach import Reachable, ReachReader
from composer.services.rounds import Round
from composer.services.ways_out import PracticeWays, WaysOut


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a publish. `publish` is None where nothing was stored (blocked, or a dry run); `again` that its key had been given before."""

    incident_id: str | None
    publish: Publish | None
    deliveries: tuple[Delivery, ...]
    findings: tuple[Finding, ...]
    again: bool = False


class Publishing(Asking):
    """What publishes from an open home. `reach` is whom its connections reach, as `read_reach` last found it. `on_change` is called, on a worker thread, with each delivery that moved."""

    def __init__(
        self,
        home: HomePaths,
        mode: Mode,
        *,
        clock: Clock | None = None,
        on_change: Callable[[Delivery], None] | None = None,
        credentials: Credentials | None = None,
        by_hand: bool = False,
    ) -> None:
        super().__init__(home, mode, clock=clock, by_hand=by_hand)
        self._credentials = credentials or Credentials()
        self.guard = guard_of(self.library, self._credentials.seen)
        self._connections = Connections()
        self._learned: set[str] = set()
        if not self.practice and home.connections.exists():
            from composer.connections.file import (
                load_connections,
            )  # it needs 40 ms where there is something to read

            self._connections, problems = load_connections(home.connections)
            self.problems = (*self.problems, *problems)
        self._lists = ReachReader(home, partial(learn_customers, self.guard))
        self._left: list[WaysOut] = []
        self.reach: tuple[Reachable, ...] = ()
        self._on_change = on_change or (lambda delivery: None)
        self._owner: Owner | None = None
        self._outbox: Outbox | None = None
        self._making = threading.Lock()
        self._reading = threading.Lock()
        self._has_learned = False

    def close(self) -> None:
        """Close the record and every connection, and give up the ownership of deliveries."""
        if self._owner is not None:
            self._owner.release()
        for ways in (*self._left, self.ways_out):
            ways.close()
        super().close()

    def connect_anew(self) -> None:
        """Take in connections.toml as it is now. What is being sent goes on over the connection that it has."""
        if self.practice:
            return
        from composer.connections.file import load_connections

        with self._making:
            self._connections = load_connections(self.home.connections)[0]
            before = self.__dict__.pop("ways_out", None)
            if before is not None:
                self._left.append(before)
            if self._outbox is not None:
                self._outbox.use(self.ways_out.destinations())

    def read_reach(self) -> tuple[Reachable, ...]:
        """Whom the connections reach; `reach` has it from then on, and the guard knows the credentials. Blocks: call it off the window's thread."""
        with self._reading:
            self.reach = self._lists.read(self._connections)
            self._learn_credentials()
            self._has_learned = True
        return self.reach

    def _learn_credentials(self) -> None:
        """Let the guard know the credentials, once each: a keyring that is locked should not ask a person again and again."""
        for account in self._connections.accounts:
            if account.asks_for is not None and account.name not in self._learned:
                self._learned.add(account.name)
                with suppress(UserFacingError):  # told when it is needed
                    self._credentials.read(account)

    @property
    def connections(self) -> Connections:
        """The accounts of live mode; none in practice."""
        return self._connections

    def lacking_credentials(self, accounts: Collection[str]) -> tuple[str, ...]:
        """Why the credentials of these accounts can't be read, a sentence each. Every account's is read, so that all are masked from then on. Blocks while the keyring is asked."""
        told: list[str] = []
        for account in self._connections.accounts:
            if account.asks_for is None:
                continue
            try:
                self._credentials.read(account)
            except UserFacingError as trouble:
                if account.name in accounts or account.kind is Kind.PROXY:
                    told.append(trouble.told)
                if not isinstance(trouble, MissingCredentialError | NoKeyringError):
                    break  # one that is locked or silent would keep a person waiting for each
        return tuple(dict.fromkeys(told))

    def learn(self) -> None:
        """Let the guard know customers and credentials before something leaves, where no window has read them. Blocks; costs nothing the second time."""
        if not self.practice and not self._has_learned:
            self.read_reach()

    def publish(
        self,
        request: PublishRequest,
        *,
        carry_out: bool = True,
        patience_s: float = PATIENCE_S,
        before_storing: Callable[[], None] | None = None,
    ) -> Published:
        """Store the round and carry it out, until each delivery is final, asks a person or has longer than `patience_s` to wait.

        `before_storing` is called when all is prepared and nothing is stored yet; it is not called where nothing is to be stored.

        With a blocking finding nothing is stored. A key that was given before, with the same content, goes on with that publish; with other content it
        raises RefusedError.
        """
        known = self.made_before(request)
        if known is not None:
            return self._go_on(known, carry_out, patience_s)
        self.learn()
        try:
            prepared = self.prepare(request)
        except UserFacingError:
            known = self.made_before(request)
            if known is None:
                raise
            return self._go_on(known, carry_out, patience_s)
        if prepared.is_blocked:
            known = self.made_before(request)
            if (
                known is not None
            ):  # another process stored it meanwhile, so that now nothing is left to be said
                return self._go_on(known, carry_out, patience_s)
            incident_id = None if prepared.before is None else prepared.before.id
            return Published(incident_id, None, (), prepared.findings)
        bundle = self.freeze(prepared)
        if before_storing is not None:
            before_storing()
        crash_points.reach("publish.before_commit")
        publish = self.record.store(bundle)
        crash_points.reach("publish.committed")
        self._let_be_channels(bundle)
        if carry_out:
            self.carry_out(publish, patience_s=patience_s)
        deliveries = self.record.deliveries(publish_id=publish.id)
        return Published(
            publish.incident_id, publish, deliveries, prepared.findings, again=publish.id != bundle.publish.id
        )

    def _let_be_channels(self, bundle: Bundle) -> None:
        """A round that makes the Slack channel takes the place of an earlier try that asks a person."""
        creating = [one for one in bundle.deliveries if one.kind is DeliveryKind.CREATE_SLACK_CHANNEL]
        made, accounts = {one.id for one in creating}, {one.account for one in creating}
        if not made:
            return
        states = {DeliveryState.FAILED, DeliveryState.STALE}
        for one in self.record.deliveries(incident_id=bundle.incident.id, states=states):
            tried_before = one.kind is DeliveryKind.CREATE_SLACK_CHANNEL and one.id not in made
            if tried_before and one.account in accounts:
                with suppress(IllegalTransitionError):  # somebody else has decided meanwhile
                    self.record.apply(one.id, LetBe(self.clock.now(), self.settings.who))

    def _go_on(self, known: Publish, carry_out: bool, patience_s: float) -> Published:
        if carry_out:
            self.carry_out(known, patience_s=patience_s)
        deliveries = self.record.deliveries(publish_id=known.id)
        return Published(known.incident_id, known, deliveries, (), again=True)

    def freeze(self, prepared: Round) -> Bundle:
        """The rows and bytes that publishing a round stores."""
        lists = self.ways_out.mail_lists
        if any(one.head.channel is Channel.EMAIL for one in prepared.messages):
            request = prepared.request
            lists = for_one_mail(lists, request.customers_file, request.customers_sha256)
        if prepared.incident.security:
            lists = NeedToKnow(lists, self.plan)
        setting = Setting(
            plan=self.plan,
            ways=self.ways_out.ways,
            mail=lists,
            by=self.settings.who,
            new_id=self.new_id,
            hold_s=self._hold_s(prepared),
            people=tuple(
                [
                    one.name
                    for one in self.library.catalogue.fields.values()
                    if one.type is FieldType.PERSON and not one.derived
                ]
            ),
            permissions=permissions_of(self.record.events(prepared.incident.id)),
        )
        return freeze(prepared, setting, self.clock.now())

    def _hold_s(self, prepared: Round) -> float:
        """How long the round is held: as asked for, else as set or planned, and longer where it is mass mail; 0 turns it off."""
        if prepared.request.hold_s is not None:
            return prepared.request.hold_s
        if self.by_hand and not (self.connected - {Channel.COPY}) & {
            one.head.channel for one in prepared.messages
        }:
            return 0.0  # nothing leaves by itself, so there is nothing to hold
        delivery = self.plan.delivery
        hold_s = delivery.hold_s if self.settings.hold_s is None else self.settings.hold_s
        if hold_s > 0 and any(one.head.channel is Channel.EMAIL for one in prepared.messages):
            return max(hold_s, delivery.mass_mail_hold_s)
        return hold_s

    def made_before(self, request: PublishRequest) -> Publish | None:
        """The publish that was stored under the request's key; raises RefusedError where it had other content."""
        known = None if request.key is None else self.record.publish_by_key(request.key)
        if known is not None and known.content_sha256 != request.content_sha256:
            raise RefusedError(
                told(Code.KEY_USED, key=request.key),
                next_step=told(Code.OWN_KEY),
            )
        return known

    def carry_out(self, publish: Publish, *, patience_s: float = PATIENCE_S) -> None:
        """Go on with one publish: what a dead process left behind first, then what is queued or unknown."""
        self.outbox.recover()
        self.outbox.carry_out([publish.id], patience_s=patience_s)

    def resume(self, *, patience_s: float = PATIENCE_S) -> None:
        """Go on with everything that is queued and fresh, and look up what is unknown."""
        self.outbox.recover()
        self.outbox.carry_out(None, patience_s=patience_s)

    def take_back(self, publish_id: str) -> bool:
        """Take a round back during its hold: nothing has left, and the incident is as it was. False where it is too late."""
        return self.outbox.take_back(publish_id, self.settings.who)

    def send_again(self, delivery_id: str) -> Delivery:
        """A person wants a failed, stale or (after a look-up) unknown delivery sent after all; of mail to many, the copies that may be missing."""
        return self._decide(delivery_id, SentAgain(self.clock.now(), self.settings.who))

    def let_be(self, delivery_id: str) -> Delivery:
        """A person decides that a delivery is not sent."""
        return self._decide(delivery_id, LetBe(self.clock.now(), self.settings.who))

    def mark_by_hand(self, delivery_id: str, url: str | None = None) -> Delivery:
        """A person sent the text themselves, and says so."""
        return self._decide(delivery_id, MarkedByHand(self.clock.now(), self.settings.who, url))

    def _decide(self, delivery_id: str, event: SentAgain | LetBe | MarkedByHand) -> Delivery:
        try:
            if isinstance(event, SentAgain):
                return self.record.send_again(delivery_id, event)
            return self.record.apply(delivery_id, event)
        except IllegalTransitionError:
            delivery = self.record.delivery(delivery_id)
            if delivery.state is DeliveryState.UNKNOWN:
                raise RefusedError(
                    told(Code.LOOKED_UP_FIRST),
                    next_step=told(Code.LOOK_UP_WITH),
                ) from None
            state = delivery.state.value.replace("_", " ")
            raise RefusedError(told(Code.NOT_IN_STATE, state=state)) from None

    @property
    def outbox(self) -> Outbox:
        """What carries deliveries out; made when it is first needed."""
        with self._making:  # a second owner would make the first one look dead
            if self._outbox is None:
                self._owner = Owner(self.home.record(self.mode).parent / "owners")
                self._outbox = Outbox(
                    self.record,
                    self.ways_out.destinations(),
                    self.clock,
                    self._owner,
                    stale_after=timedelta(minutes=self.plan.delivery.stale_minutes),
                    on_change=self._on_change,
                    on_note=self._note,
                )
            return self._outbox

    def _note(self, delivery: Delivery, text: str) -> None:
        now = self.clock.now()
        self.record.add_event(
            TimelineEvent(
                self.new_id("evt", now),
                delivery.incident_id,
                now,
                now,
                EventKind.DELIVERY,
                text,
                channel=delivery.channel,
            )
        )

    @property
    def connected(self) -> frozenset[Channel]:
        """The channels that the program can reach by itself."""
        return self.ways_out.connected

    @property
    def page_lacks(self) -> Mapping[str, Sequence[str]]:
        """The keys of the plan's components that each status page lacks, as was last read of it."""
        return self.ways_out.page_lacks()

    @property
    def executives_in_slack(self) -> bool:
        """Whether executives are told in a Slack channel, too."""
        accounts = (one for one in self._connections.accounts if isinstance(one, ExecutivesAccount))
        return any(one.slack_channel for one in accounts)

    @cached_property
    def ways_out(self) -> WaysOut:
        """Where messages go."""
        if self.practice:
            return self._practice_ways
        # Only here: practice and the first paint need no network's libraries.
        from composer.services.live_destinations import LiveDestinations
        from composer.services.live_ways import LiveWays
        from composer.services.page_memory import PageMemory

        def deliveries(incident_id: str) -> tuple[Delivery, ...]:
            return self.record.deliveries(incident_id=incident_id)

        def others(account: str) -> PageMemory:
            return PageMemory(self.record, account, self.clock)

        destinations = LiveDestinations(
            self.home, self.plan, self.clock, self._connections, self._credentials, deliveries, others
        )
        return LiveWays(self.home, self.plan, self._connections, destinations, deliveries)

    @cached_property
    def _practice_ways(self) -> PracticeWays:
        return PracticeWays(self.home, self.plan, self.clock)

    def status_page_file(self) -> Path:
        """The practice status page to open in a browser; made anew, so that it is there before anything was published."""
        self._practice_ways.page.refresh()
        return self._practice_ways.page.index
