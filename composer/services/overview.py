"""What the rail shows: each open incident with its clock and what is due, what follows a resolved one, and what was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from composer.domain.deadlines import Milestone, follow_up
from composer.domain.due import DueRow, DueState, next_due
from composer.domain.incident import EventKind, Incident, TimelineEvent, lasting_id
from composer.domain.security import RegulatorClock, SecurityState, security_state
from composer.services.core import Services

FOLLOW_UP_FOR = timedelta(days=31)
"""For how long a resolved incident is shown: until the last deadline of a P0 (30 days) has passed."""

TAKEN_BACK_FOR = timedelta(hours=24)
"""For how long a declaration that was taken back is shown: what was typed for it is kept, and must be found again."""


@dataclass(frozen=True, slots=True)
class OpenIncident:
    """One open incident: `rows` is its *What to send now*, `due_at` (UTC) the earliest of them. `security` is how it stands as a security incident (None: it is none)."""

    incident: Incident
    rows: tuple[DueRow, ...]
    due_at: datetime | None
    security: SecurityState | None = None

    @property
    def due_now(self) -> tuple[DueRow, ...]:
        """What must go out now."""
        return tuple(row for row in self.rows if row.state is DueState.NOW)

    @property
    def after_the_end(self) -> DueRow | None:
        """What can't go out before impact has ended: the customers' mail."""
        return next((row for row in self.rows if row.state is DueState.LOCKED), None)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One resolved incident and the next thing that the plan asks for after it. `clock` is a regulator's deadline that was not met yet: it outlives the incident, and is the `milestone` where it comes first."""

    incident: Incident
    milestone: Milestone
    clock: RegulatorClock | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """All that is open, what follows, and which declarations were taken back (the newest first), at one moment."""

    at: datetime
    open: tuple[OpenIncident, ...]
    following: tuple[FollowUp, ...]
    taken_back: tuple[Incident, ...] = ()


def overview(services: Services) -> Overview:
    """What stands in the rail now. Reads the record, so it is called off the window's thread."""
    now = services.clock.now()
    open_incidents = []
    for incident in services.record.incidents(open_only=True):
        rows = services.what_to_send(incident.id)
        state = None
        if incident.security:
            state = security_state(services.plan, incident, services.record.events(incident.id))
        open_incidents.append(OpenIncident(incident, rows, next_due(rows), state))
    open_incidents.sort(
        key=lambda one: (services.plan.severity_rank(one.incident.severity), one.incident.declared_at)
    )
    following, taken_back = [], []
    for incident in services.record.incidents():
        if incident.taken_back_at is not None:
            if now - incident.taken_back_at <= TAKEN_BACK_FOR and not _is_put_away(services, incident):
                taken_back.append(incident)
            continue
        if incident.resolved_at is None or now - incident.resolved_at > FOLLOW_UP_FOR:
            continue
        coming = [one for one in follow_up(services.plan, incident) if one.due_at > now]
        clock = _clock(services, incident) if incident.security else None
        if clock is not None and (not coming or clock.due_at < coming[0].due_at):
            deadline = clock.deadline
            milestone = Milestone(deadline.key, deadline.label, clock.due_at, deadline.whom)
            following.append(FollowUp(incident, milestone, clock))
        elif coming:
            following.append(FollowUp(incident, coming[0], clock))
    return Overview(now, tuple(open_incidents), tuple(following), tuple(taken_back))


def _clock(services: Services, incident: Incident) -> RegulatorClock | None:
    """The regulator's deadline of a security incident that ends first, of those that were not met yet."""
    state = security_state(services.plan, incident, services.record.events(incident.id))
    return None if state is None else state.next_clock


def put_away(services: Services, incident_id: str) -> None:
    """Show a declaration that was taken back no more; the timeline says so, and one that is taken back again is shown again."""
    incident, now = services.incident(incident_id), services.clock.now()
    if incident.taken_back_at is not None:
        event = TimelineEvent(
            _away_id(incident),
            incident_id,
            now,
            now,
            EventKind.NOTE,
            "Put away after it was taken back",
            services.settings.who,
        )
        services.record.add_new_events([event])


def _is_put_away(services: Services, incident: Incident) -> bool:
    own = _away_id(incident)
    return any(one.id == own for one in services.record.events(incident.id))


def _away_id(incident: Incident) -> str:
    return lasting_id(incident.id, f"put away {incident.taken_back_at}")
