"""What services say of incidents that run: read for taking one over, and never written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, runtime_checkable

from composer.publishing.port import NotAccepted


@dataclass(frozen=True, slots=True)
class PageUpdate:
    """One update of a public incident. `status` is the page's word; `at` is UTC."""

    id: str
    status: str
    body: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PageIncident:
    """An incident on a status page, its updates the oldest first.

    `components` are those it names, by the plan's keys; `incident_id` and `delivery_id` are those of this program, wherever it runs, where it has posted last.
    """

    id: str
    name: str
    status: str
    impact: str
    began_at: datetime
    url: str | None
    updates: tuple[PageUpdate, ...]
    components: Mapping[str, str] = field(default_factory=dict)
    incident_id: str | None = None
    delivery_id: str | None = None


@dataclass(frozen=True, slots=True)
class SlackChannel:
    """A Slack channel that looks like an incident's."""

    id: str
    name: str
    topic: str


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """A message that this program posted, from whichever computer; `facts` are what it put beside the words. `at` is UTC."""

    ts: str
    text: str
    at: datetime
    facts: Mapping[str, str]

    @property
    def delivery_id(self) -> str:
        """The delivery that it was."""
        return self.facts.get("delivery_id", "")


@dataclass(frozen=True, slots=True)
class DutyIncident:
    """An incident at PagerDuty. `log` holds what happened there, oldest first, each at its time (UTC)."""

    id: str
    title: str
    status: str
    service: str
    began_at: datetime
    url: str | None
    log: tuple[tuple[datetime, str], ...] = ()


@runtime_checkable
class ReadsPage(Protocol):
    """A status page that can be asked what runs there."""

    def running(self) -> Sequence[PageIncident] | NotAccepted:
        """The incidents that are not resolved."""
        ...


@runtime_checkable
class ReadsChannels(Protocol):
    """A Slack workspace that can be asked for incidents' channels and what was posted there."""

    def channels(self, prefix: str) -> Sequence[SlackChannel] | NotAccepted:
        """The channels, not archived, whose name begins so."""
        ...

    def posted(self, channel: str) -> Sequence[SlackMessage] | NotAccepted:
        """What this program posted in a channel, the oldest first."""
        ...


@runtime_checkable
class ReadsDuty(Protocol):
    """A PagerDuty account that can be asked what runs there."""

    def open_incidents(self) -> Sequence[DutyIncident] | NotAccepted:
        """The incidents that are triggered or acknowledged, without their logs."""
        ...

    def incident(self, incident_id: str) -> DutyIncident | NotAccepted:
        """One incident with its log."""
        ...
