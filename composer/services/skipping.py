"""Skips and how they are taken back. The timeline only grows: taking a skip back is an entry of its own, which ends the one before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from composer.domain.errors import RefusedError
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.record import Said
from composer.domain.sayings import Code, told
from composer.record.record import Record


def said(record: Record, incident_id: str) -> tuple[Said, ...]:
    """What was said or skipped in an incident, oldest first; a skip that was taken back is not among it."""
    told = record.said(incident_id)
    if not any(one.skipped for one in told):
        return told
    over = {(skip.template, skip.at) for skip, standing in _skips(record.events(incident_id)) if not standing}
    return tuple(one for one in told if not (one.skipped and (one.template, one.at) in over))


def standing(record: Record, incident_id: str) -> tuple[TimelineEvent, ...]:
    """The skips that still keep a message from being due, oldest first: not taken back, and nothing was said there since."""
    told = record.said(incident_id)
    spoken = {one.channel.value: one.at for one in told if not one.skipped}
    events = record.events(incident_id)
    changes = [one.at for one in events if one.kind in (EventKind.PHASE, EventKind.SEVERITY)]
    incident = record.find_incident(incident_id)
    now = None if incident is None else (incident.severity, incident.phase)
    return tuple(
        skip
        for skip, stands in _skips(events)
        if stands
        and not (skip.channel in spoken and spoken[skip.channel] > skip.at)
        and ((skip.severity, skip.phase) == now or not any(at > skip.at for at in changes))
    )


def take_back(
    record: Record,
    skip: TimelineEvent,
    by: str,
    now: datetime,
    new_id: Callable[[str, datetime], str],
) -> TimelineEvent:
    """Take a skip back: its message is due again as if it had not been skipped. RefusedError where it does not stand any more."""
    if skip not in standing(record, skip.incident_id):
        raise RefusedError(told(Code.SKIP_GONE), next_step=told(Code.LOOK_AT_DUE))
    back = replace(
        skip,
        id=new_id("evt", now),
        at=now,
        recorded_at=now,
        text=f"{skip.text}: taken back",
        by=by,
        reason="",
        channel=None,
    )
    record.add_event(back)
    return back


def _skips(events: Iterable[TimelineEvent]) -> list[tuple[TimelineEvent, bool]]:
    """Each skip, and whether it stands: an entry without a channel takes the one before it back."""
    found: list[tuple[TimelineEvent, bool]] = []
    for one in events:
        if one.kind is not EventKind.SKIPPED or one.template is None:
            continue
        if one.channel is not None:
            found.append((one, True))
            continue
        for place in range(len(found) - 1, -1, -1):
            if found[place][0].template == one.template and found[place][1]:
                found[place] = (found[place][0], False)
                break
    return found
