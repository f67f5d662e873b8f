"""What external services report, in the timeline of an incident: once each, however often it is pressed."""

from __future__ import annotations

from collections.abc import Iterable

from composer.domain.health import ServiceHealth
from composer.domain.incident import EventKind, TimelineEvent, lasting_id
from composer.services.core import Services


def note_reports(
    services: Services, incident_id: str, reports: Iterable[ServiceHealth]
) -> tuple[TimelineEvent, ...]:
    """Put what they report into the timeline, at the time when it was read; those entries that are new. Stores."""
    now = services.clock.now()
    return services.record.add_new_events(
        tuple(
            TimelineEvent(
                lasting_id(incident_id, one.sentence),
                incident_id,
                one.read_at or now,
                now,
                EventKind.NOTE,
                one.sentence,
            )
            for one in reports
        )
    )
