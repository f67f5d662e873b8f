"""The dry run of a round: every request, mail and file as it would leave, secrets masked. Nothing is asked, sent or stored.

The round is prepared and frozen as for publishing, and its deliveries are carried out by the destinations that carry the real ones; only their wires lead nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from composer.domain.approval import Approval
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, Recipient
from composer.domain.departure import Departure, Leaving
from composer.domain.findings import Finding, Level
from composer.domain.record import Publish
from composer.domain.request import PublishRequest
from composer.publishing.dry.run import OnPaper, carry_out, still
from composer.publishing.dry.taken_down import TakenDown
from composer.services.core import Services
from composer.services.ways_out import PracticeWays, WaysOut


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a publish would send. `known` is the publish that was made before under the request's key; `held_back` names the messages that a blocking finding keeps from leaving; `lacking` says in a
    sentence each what would keep all of an account's from leaving (a credential that can't be read). `approvals` are how the messages stand, by name, that need one."""

    leaving: tuple[Leaving, ...] = ()
    findings: tuple[Finding, ...] = ()
    incident_id: str | None = None
    known: Publish | None = None
    held_back: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    approvals: Mapping[str, Approval] = field(default_factory=dict)

    @property
    def blocked(self) -> bool:
        """Whether nothing would leave because of a blocking finding."""
        return (
            self.known is None
            and not self.leaving
            and any(one.level is Level.BLOCKING for one in self.findings)
        )

    @property
    def departures(self) -> tuple[tuple[Delivery, Departure], ...]:
        """Everything that would leave, in order, each with its delivery."""
        return tuple((one.delivery, each) for one in self.leaving for each in one.departures)


def dry_run(
    services: Services,
    request: PublishRequest,
    *,
    partly: bool = False,
    most: int | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> DryRun:
    """What publishing a round would send. A blocked round sends nothing, and `partly` (as the window publishes) only what is blocked stays. `most` and `stopped` are as for `carry_out` on paper.

    Blocks: a list of customers is read, and the keyring asked whether it has what sending needs. Raises RefusedError as publishing does.
    """
    known = services.made_before(request)
    if known is not None:  # the same key again sends what is left of that publish, and nothing else
        left = [one for one in services.record.deliveries(publish_id=known.id) if one.state.is_under_way]
        people = {one.id: services.record.recipients(one.id) for one in left}
        lacking = _lacking(services, left)
        return DryRun(
            would_leave(services, left, people, most=most, stopped=stopped),
            (),
            known.incident_id,
            known,
            (),
            lacking,
        )
    services.learn()
    prepared = services.prepare(request)
    incident_id = None if prepared.before is None else prepared.before.id
    findings, approvals = prepared.findings, prepared.approvals
    held_back: tuple[str, ...] = ()
    if prepared.is_blocked and partly:
        blocking = [one for one in findings if one.level is Level.BLOCKING]
        every = any(one.channel is None and one.template is None for one in blocking)
        held_back = tuple(
            one.head.name
            for one in prepared.messages
            if every
            or any(each.template == one.head.name or each.channel is one.head.channel for each in blocking)
        )
        free = tuple(one.head.name for one in prepared.messages if one.head.name not in held_back)
        if free:
            prepared = services.prepare(replace(request, messages=free))
    if prepared.is_blocked:
        return DryRun((), findings, incident_id, None, held_back, approvals=approvals)
    bundle = services.freeze(prepared)
    lacking = _lacking(services, bundle.deliveries)
    leaving = would_leave(services, bundle.deliveries, bundle.recipients, most=most, stopped=stopped)
    return DryRun(leaving, findings, incident_id, None, held_back, lacking, approvals)


def would_leave(
    services: Services,
    deliveries: Sequence[Delivery],
    recipients: Mapping[str, Sequence[Recipient]],
    *,
    amended: Iterable[str] = (),
    most: int | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Leaving, ...]:
    """What carrying out these deliveries would send, stored or not. `amended` names those that were sent and are given other words."""
    taken = TakenDown()
    known = OnPaper(deliveries, lambda own: services.record.deliveries(incident_id=own))
    ways = _on_paper(services, taken, known)
    try:
        return carry_out(
            known,
            recipients,
            ways.destinations(),
            taken,
            cache=services.home.cache,
            amended=set(amended),
            most=most,
            stopped=stopped,
        )
    finally:
        ways.close()


def _on_paper(services: Services, taken: TakenDown, known: OnPaper) -> WaysOut:
    """The ways out, from which nothing goes out. What practice writes are files, which are taken down where they would be written."""
    clock = still(services.clock)
    if services.practice:
        return PracticeWays(services.home, services.plan, clock)
    # Only here: practice needs no network's libraries.
    from composer.services.dry_destinations import DryDestinations
    from composer.services.live_ways import LiveWays

    def names() -> tuple[str, ...]:
        payloads = (json.loads(one.payload) for one in known.run() if one.channel is not Channel.COPY)
        found = (one.get("slack_channel") or one.get("name") for one in payloads)
        return tuple(dict.fromkeys(one.lstrip("#") for one in found if isinstance(one, str)))

    connections = services.connections
    destinations = DryDestinations(services.home, services.plan, clock, connections, taken, known, names)
    return LiveWays(services.home, services.plan, connections, destinations, known)


def _lacking(services: Services, deliveries: Iterable[Delivery]) -> tuple[str, ...]:
    """What would keep these from leaving: credentials that can't be read. All are asked for, so that they are masked wherever a text holds one."""
    return services.lacking_credentials({one.account for one in deliveries})
