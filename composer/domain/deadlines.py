"""Targets, the watch after the end, and what follows an incident, as real dates (docs/contract.md section 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from composer.domain.incident import Incident
from composer.domain.plan import Plan, Target, TargetKind, WorkCalendar


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point in time that the plan asks for. `due_at` is UTC; `who` may be empty."""

    key: str
    text: str
    due_at: datetime
    who: str = ""

    @property
    def name(self) -> str:
        """The key as words: `Root cause`, where the text is a whole command."""
        return self.key.replace("_", " ").capitalize()


def targets(plan: Plan, incident: Incident) -> tuple[Milestone, ...]:
    """When the response and the resolution of this severity are due, counted from the start of impact; none where the plan no longer has the severity."""
    severity = next((one for one in plan.severities if one.key == incident.severity), None)
    if severity is None:
        return ()
    start = incident.impact_started_at
    return (
        Milestone(
            "response",
            f"{severity.key} response: {severity.response.text}",
            reach(severity.response, start, plan.calendar),
        ),
        Milestone(
            "resolution",
            f"{severity.key} resolution target: {severity.resolution.text}",
            reach(severity.resolution, start, plan.calendar),
        ),
    )


def follow_up(plan: Plan, incident: Incident) -> tuple[Milestone, ...]:
    """What is due after Resolved, in order of time: the watch, and the post-mortem's deadlines; empty while the incident is open."""
    if incident.resolved_at is None:
        return ()
    resolved = incident.resolved_at
    hours = plan.monitoring_watch_hours
    milestones = [
        Milestone("watch", f"Monitoring watch of {hours:g} h ends", resolved + timedelta(hours=hours))
    ]
    milestones += [
        Milestone(
            deadline.key,
            deadline.action,
            resolved + timedelta(hours=deadline.after_hours),
            deadline.responsible,
        )
        for deadline in plan.deadlines
        if not deadline.severities or incident.peak_severity in deadline.severities
    ]
    return tuple(sorted(milestones, key=lambda milestone: milestone.due_at))


def reach(target: Target, start: datetime, calendar: WorkCalendar) -> datetime:
    """The moment (UTC) by which a target is met.

    Minutes are counted on; *next business day* is the end of the first working day after the UTC date of `start`; *next sprint* is
    the end of the first sprint that begins after it.
    """
    if target.kind is TargetKind.MINUTES:
        return start + timedelta(minutes=target.minutes or 0)
    day = start.astimezone(UTC).date()
    if target.kind is TargetKind.NEXT_BUSINESS_DAY:
        return _end_of(next_working_day(day, calendar))
    length = timedelta(weeks=calendar.sprint_weeks)
    sprints = max(0, (day - calendar.sprint_starts) // length + 1)
    return _end_of(calendar.sprint_starts + (sprints + 1) * length - timedelta(days=1))


def next_working_day(day: date, calendar: WorkCalendar) -> date:
    """The first working day after a date; the day itself never counts."""
    for ahead in range(1, 400):
        candidate = day + timedelta(days=ahead)
        if candidate.isoweekday() in calendar.working_days and candidate not in calendar.free_days:
            return candidate
    return day + timedelta(days=1)  # a calendar without a working day: the plan's loader refuses it


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=UTC)
