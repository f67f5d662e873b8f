"""What the status page shows of an incident beside a message's text: title, state, impact, components and times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from composer.domain.plan import ComponentStatus, PageStatus

if TYPE_CHECKING:
    from composer.domain.incident import Incident
    from composer.domain.plan import Plan

NO_IMPACT = "none"
"""The lowest step of the page's public scale: nothing is said of how bad it is."""


@dataclass(frozen=True, slots=True)
class OnPage:
    """What one message puts on the page with its text, and nothing else: the preview, the confirmation, the approval's code and what is sent are made from it. Times UTC; `started_at` None: not told."""

    title: str
    status: PageStatus
    impact: str = NO_IMPACT
    components: Mapping[str, ComponentStatus] = field(default_factory=dict)
    started_at: datetime | None = None
    ended_at: datetime | None = None


def on_page(plan: Plan, incident: Incident, template: str, there: OnPage | None) -> OnPage:
    """What a message puts on the page: the incident's facts.

    A security incident's holding statement takes none of them there, for nobody approved them: it opens the page's incident under the plan's neutral title, and where one is there
    already (`there`, what the public reads of it now) it leaves all of that as it is. What is over on the page is being looked into again.
    """
    if not holds(plan, incident, template):
        return OnPage(
            incident.public_title,
            plan.phase(incident.phase).page_status,
            plan.severity(incident.severity).page_impact,
            dict(incident.components),
            incident.impact_started_at,
            incident.impact_ended_at,
        )
    held = plan.security.holding_statement
    if there is None or held is None:
        return OnPage("" if held is None else held.title, PageStatus.INVESTIGATING)
    if there.status is not PageStatus.RESOLVED:
        return there
    return OnPage(
        there.title, PageStatus.INVESTIGATING, there.impact, there.components, there.started_at, None
    )


def holds(plan: Plan, incident: Incident, template: str) -> bool:
    """Whether a message is the holding statement of a security incident."""
    held = plan.security.holding_statement
    return held is not None and incident.security and template == held.template


def as_sent(payload: Mapping[str, Any]) -> OnPage:
    """What a frozen message of the page puts there."""
    said = payload["incident"]
    # What was read from a page may have a state that a page gives to maintenance alone.
    known = said["status"] in set(PageStatus)
    return OnPage(
        said["name"],
        PageStatus(said["status"]) if known else PageStatus.INVESTIGATING,
        said.get("impact") or NO_IMPACT,
        {key: ComponentStatus(state) for key, state in (said.get("components") or {}).items()},
        _moment(payload.get("started_at")),
        _moment(payload.get("ended_at")),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
