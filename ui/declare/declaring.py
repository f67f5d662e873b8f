"""The act of declaring: the round is stored, with what goes into the timeline beside it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from composer.checks.reminders import make_patterns
from composer.domain.fields import read_time
from composer.services.on_duty import note_log
from ui.declare.standing import PAGED, Around, Standing

if TYPE_CHECKING:
    from composer.domain.draft import Draft
    from composer.domain.request import PublishRequest
    from composer.publishing.running import DutyIncident
    from composer.services.core import Published, Services
    from composer.services.rounds import Situation
    from ui.spelling import SpellingLater


def look(services: Services, spelling: SpellingLater) -> tuple[Situation, Draft | None, Around]:
    """What a declaration starts from: how things are, and the draft that was kept. Reads the record, off the window's thread, and makes there what the first check of a
    declaration needs: on the window's thread that would take 6 ms more."""
    kept = next((draft for draft in services.record.drafts() if draft.incident_id is None), None)
    channels = {one.slack_channel: one.title for one in services.record.incidents()}
    around = Around(services.settings.name.strip(), channels, spelling)
    situation = services.situation(None)
    make_patterns(situation.reminders)
    return situation, kept, around


def declare(
    services: Services, request: PublishRequest, shown: Standing, duty: DutyIncident | None
) -> Published:
    """Store the round, not yet carried out. The first time, the timeline gets the page that went out, and the log of the PagerDuty incident it was begun from."""
    published = services.publish(request, carry_out=False)
    if published.publish is not None and not published.again:
        paged = _paged(shown)
        if paged is not None:
            services.add_note(published.publish.incident_id, *paged)
        if duty is not None and request.new is not None and request.new.pagerduty_incident == duty.id:
            note_log(services, published.publish.incident_id, duty)
    return published


def _paged(shown: Standing) -> tuple[str, datetime] | None:
    """What the timeline says of the page that went out, and when."""
    at = read_time(str(shown.draft.facts.get(PAGED) or ""))
    if at is None or shown.domain is None:
        return None
    return f"Paged {shown.domain.primary} ({shown.domain.label})", at
