"""What PagerDuty says: which incidents are open there, to start one of ours from, and what happened on a linked one, for our timeline. Only read, never written."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta

from composer import assets
from composer.domain.errors import RefusedError
from composer.domain.incident import EventKind, Incident, TimelineEvent, lasting_id
from composer.domain.sayings import Code, told
from composer.publishing.port import NotAccepted
from composer.publishing.running import DutyIncident, ReadsDuty
from composer.services.core import Services
from composer.services.reading_elsewhere import Sources, read_sources


@dataclass(frozen=True, slots=True)
class OnDuty:
    """An incident that is open at PagerDuty, and the open incident of ours that is linked with it (None: nobody began one yet)."""

    duty: DutyIncident
    ours: Incident | None = None


def open_there(services: Services) -> tuple[OnDuty, ...]:
    """What is open at PagerDuty, the newest first; practice has made-up ones. Blocks until it has answered; RefusedError where it can't be asked."""
    linked = {one.pagerduty_incident: one for one in services.record.incidents(open_only=True)}
    for account, destination in services.ways_out.destinations().items():
        if isinstance(destination, ReadsDuty):
            found = destination.open_incidents()
            if isinstance(found, NotAccepted):
                raise RefusedError(told(Code.ACCOUNT_UNREADABLE, account=account, reason=found.error))
            rows = sorted(found, key=lambda one: one.began_at, reverse=True)
            return tuple(OnDuty(one, linked.get(one.id)) for one in rows)
    if services.practice:
        return tuple(OnDuty(one, linked.get(one.id)) for one in _made_up(services.clock.now()))
    raise RefusedError(told(Code.NO_PAGERDUTY), next_step=told(Code.ADD_CONNECTION))


def read(services: Services, duty_id: str) -> DutyIncident:
    """One incident there with its log. Blocks until PagerDuty has answered; RefusedError where it can't be read."""
    if services.practice:
        found = next((one for one in _made_up(services.clock.now()) if one.id == duty_id), None)
    else:
        found = read_sources(services, Sources(pagerduty=duty_id)).duty
    if found is None:
        raise RefusedError(told(Code.NO_DUTY_INCIDENT, incident=duty_id))
    return found


def read_linked(services: Services, incident_id: str) -> DutyIncident:
    """What PagerDuty says of the incident that is linked with one of ours; RefusedError where none is."""
    linked = services.incident(incident_id).pagerduty_incident
    if not linked:
        raise RefusedError(told(Code.NOT_LINKED), next_step=told(Code.LINK_FROM_MENU))
    return read(services, linked)


def note_log(services: Services, incident_id: str, duty: DutyIncident) -> tuple[TimelineEvent, ...]:
    """Put into our timeline what happened there, each entry at its time and once; those that are new. Nothing else of the incident changes."""
    return services.record.add_new_events(log_events(services, incident_id, duty))


def log_events(services: Services, incident_id: str, duty: DutyIncident) -> tuple[TimelineEvent, ...]:
    """The log as entries of our timeline, each with an id of its own for good, by which it is stored once."""
    now = services.clock.now()
    return tuple(
        TimelineEvent(
            lasting_id(incident_id, f"{at} {text}"),
            incident_id,
            at,
            now,
            EventKind.NOTE,
            f"PagerDuty: {text}",
        )
        for at, text in duty.log
    )


def detection_of(duty: DutyIncident | None) -> str:
    """How an incident was noticed that began at PagerDuty; nothing without one."""
    if duty is None:
        return ""
    return f"PagerDuty: {duty.service}" if duty.service else "PagerDuty"


def _made_up(now: datetime) -> tuple[DutyIncident, ...]:
    """What is open in practice, the newest first."""
    rows = tomllib.loads(assets.read_text("resources", "practice.toml"))["pagerduty"]
    now = now.replace(microsecond=0)
    return tuple(
        DutyIncident(
            id=row["id"],
            title=row["title"],
            status="acknowledged" if row["log"][1:] else "triggered",
            service=row["service"],
            began_at=now - timedelta(minutes=row["began_minutes_ago"]),
            url=None,
            log=tuple((now - timedelta(minutes=one["minutes_ago"]), one["text"]) for one in row["log"]),
        )
        for row in rows
    )
