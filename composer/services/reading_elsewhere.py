"""What runs at the services that are connected, and what was said there: only read, never written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from composer.domain.errors import RefusedError
from composer.domain.sayings import Code, told
from composer.publishing.port import Destination, NotAccepted
from composer.publishing.running import (
    DutyIncident,
    PageIncident,
    ReadsChannels,
    ReadsDuty,
    ReadsPage,
    SlackChannel,
    SlackMessage,
)
from composer.services.core import Services

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Running:
    """What runs, as the services say: pages and workspaces by their account. `troubles` are sentences about those that could not be asked."""

    pages: tuple[tuple[str, PageIncident], ...] = ()
    channels: tuple[tuple[str, SlackChannel], ...] = ()
    duties: tuple[DutyIncident, ...] = ()
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """What a person chose to take over: public incidents (account, id), a Slack channel (id or name), a PagerDuty incident."""

    pages: tuple[tuple[str, str], ...] = ()
    slack_channel: str | None = None
    pagerduty: str | None = None

    def __bool__(self) -> bool:
        """Whether anything was chosen."""
        return bool(self.pages or self.slack_channel or self.pagerduty)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of the chosen sources."""

    pages: tuple[tuple[str, PageIncident], ...]
    slack: tuple[str, SlackChannel, tuple[SlackMessage, ...]] | None
    duty: DutyIncident | None


def asked_of(services: Services) -> tuple[str, ...]:
    """The accounts that can be asked what runs there."""
    kinds = (ReadsPage, ReadsChannels, ReadsDuty)
    return tuple(
        account for account, one in services.ways_out.destinations().items() if isinstance(one, kinds)
    )


def running(services: Services) -> Running:
    """What runs at the services that are connected. One that can't be asked is named, and keeps no other from being asked. Blocks until all have answered."""
    pages: list[tuple[str, PageIncident]] = []
    channels: list[tuple[str, SlackChannel]] = []
    duties: list[DutyIncident] = []
    troubles: list[str] = []
    for account, destination in services.ways_out.destinations().items():
        answer: Any = ()
        if isinstance(destination, ReadsPage):
            answer = destination.running()
            pages += [] if isinstance(answer, NotAccepted) else [(account, one) for one in answer]
        elif isinstance(destination, ReadsChannels):
            answer = destination.channels(_prefix(services))
            channels += [] if isinstance(answer, NotAccepted) else [(account, one) for one in answer]
        elif isinstance(destination, ReadsDuty):
            answer = destination.open_incidents()
            duties += [] if isinstance(answer, NotAccepted) else answer
        if isinstance(answer, NotAccepted):
            troubles.append(f"{account}: {answer.error}")
    return Running(tuple(pages), tuple(channels), tuple(duties), tuple(troubles))


def read_sources(services: Services, sources: Sources) -> Read:
    """What the chosen sources say; RefusedError where one can't be read or does not have it."""
    destinations = services.ways_out.destinations()
    pages: list[tuple[str, PageIncident]] = []
    for account, own in sources.pages:
        page: object = destinations.get(account)
        if not isinstance(page, ReadsPage):
            raise RefusedError(told(Code.NO_READABLE_PAGE, account=account))
        found = next((one for one in _answered(account, page.running()) if one.id == own), None)
        if found is None:
            raise RefusedError(told(Code.NO_OPEN_INCIDENT, account=account, incident=own))
        pages.append((account, found))
    return Read(tuple(pages), _read_slack(sources, destinations), _read_duty(sources, destinations))


def _read_slack(
    sources: Sources, destinations: Mapping[str, Destination]
) -> tuple[str, SlackChannel, tuple[SlackMessage, ...]] | None:
    if sources.slack_channel is None:
        return None
    bare = sources.slack_channel.strip().lstrip("#")
    for account, workspace in destinations.items():
        if isinstance(workspace, ReadsChannels):
            # One that is named in full need not look like an incident's.
            for one in _answered(
                account, workspace.channels("")
            ):  # named in full, it need not look like an incident's
                if bare in (one.id, one.name):
                    return account, one, tuple(_answered(account, workspace.posted(one.id)))
    raise RefusedError(
        told(Code.NO_SLACK_CHANNEL, channel=sources.slack_channel),
        next_step=told(Code.INVITE_TO_IT),
    )


def _read_duty(sources: Sources, destinations: Mapping[str, Destination]) -> DutyIncident | None:
    if sources.pagerduty is None:
        return None
    for account, duty in destinations.items():
        if isinstance(duty, ReadsDuty):
            return _answered(account, duty.incident(sources.pagerduty))
    raise RefusedError(told(Code.NO_PAGERDUTY), next_step=told(Code.ADD_CONNECTION))


def _answered(account: str, answer: _T | NotAccepted) -> _T:
    if isinstance(answer, NotAccepted):
        raise RefusedError(told(Code.ACCOUNT_UNREADABLE, account=account, reason=answer.error))
    return answer


def _prefix(services: Services) -> str:
    return services.plan.slack_channel_pattern.partition("{")[0]


def own_id(read: Read) -> str | None:
    """The id that this program gave the incident on another computer."""
    marked = [page.incident_id for _, page in read.pages]
    if read.slack is not None:
        marked += [one.facts.get("incident_id") for one in read.slack[2]]
    return next((one for one in marked if one), None)


def beginnings(read: Read) -> Iterator[datetime]:
    """When it began, as each source says."""
    yield from (page.began_at for _, page in read.pages)
    if read.duty is not None:
        yield read.duty.began_at
    if read.slack is not None and read.slack[2]:
        yield read.slack[2][0].at
